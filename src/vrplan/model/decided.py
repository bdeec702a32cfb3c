"""The file of decisions as it is written: who decided what, when, and how well the papers show it."""

from __future__ import annotations

from pydantic import Field

from vrplan.model.values import BodyRole, Evidence, Id, RoughDay, Standing, Text
from vrplan.model.written import Written


class Body(Written):
    """An assembly that decides."""

    name: Text
    aliases: tuple[Text, ...] = ()
    role: BodyRole | None = None
    """Whether it decides, or only prepares what others decide; without it any standing is believed."""
    note: Text | None = None
    source: Text | None = None


class SourcePaper(Written):
    """A paper that the files quote."""

    title: Text
    file: Text | None = None
    """Its path from the plan folder, where it lies in it."""
    sha256: Text | None = None
    """That of the file whose words were taken over."""
    body: Text | None = None
    date: RoughDay | None = None
    case: Text | None = None
    url: Text | None = None
    note: Text | None = None


class Meeting(Written):
    """A meeting that was held or planned."""

    body: Text
    date: RoughDay
    source: Text | None = None
    note: Text | None = None


class Point(Written):
    """A numbered point of a decision, in short and in our own words."""

    id: Text
    summary: Text
    note: Text | None = None


class Decision(Written):
    """What a body decided, proposed or took note of, and how well the papers show it."""

    id: Id
    title: Text
    standing: Standing
    evidence: Evidence
    body: Text | None = None
    date: RoughDay | None = None
    case: Text | None = None
    replaces: tuple[Text, ...] = ()
    """Earlier decisions that hold no longer because of this one."""
    source: Text | None = None
    note: Text | None = None
    points: tuple[Point, ...] = ()


class DecisionsFile(Written):
    """The file `decisions.yaml`."""

    bodies: dict[str, Body] = Field(default={})
    sources: dict[str, SourcePaper] = Field(default={})
    meetings: tuple[Meeting, ...] = ()
    decisions: tuple[Decision, ...] = ()
    note: Text | None = None

    def body_name(self, key: str | None) -> str:
        """The name of a body; the key itself where it is not listed, and nothing where there is none."""
        known = self.bodies.get(key or "")
        return known.name if known is not None else key or ""

    def paper_title(self, key: str | None) -> str:
        """The title of a paper; the key itself where it is not listed, and nothing where there is none."""
        known = self.sources.get(key or "")
        return known.title if known is not None else key or ""
