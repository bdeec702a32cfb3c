"""Texts to one `Plan`, its readings attached, and the findings met on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.findings import Finding, Path, Place, Spot, by_place
from vrplan.load.build import with_items
from vrplan.load.codes import CODES, EMPTY_TEXT, NO_DECISIONS, SECOND_PLAN
from vrplan.load.shapes import File, shape
from vrplan.model.decided import DecisionsFile
from vrplan.model.plan import Plan
from vrplan.model.written import PlanFile
from vrplan.yaml_source import Source, read_yaml
from vrplan.yaml_source.codes import NOT_PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path as FolderPath

    from vrplan.folder import PlanFolder

__all__ = ["CODES", "Loaded", "load"]

_COLLECTIONS: dict[str | int, set[str]] = {
    "areas": {"items"},
    "obligations": {"items"},
    "columns": {"columns"},
    "parties": {"parties"},
    "decisions": {"decisions"},
    "bodies": {"bodies"},
    "sources": {"sources"},
}
"""Below which key of a file the names stand that others refer to; a misspelt key may have held any of them."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds: the plan (None when it cannot be understood) and the findings so far, in order."""

    plan: Plan | None
    findings: tuple[Finding, ...]
    sources: dict[str, Source]
    judged: Plan
    """What rules look at: the plan, or nothing but the decisions when the plan cannot be understood."""
    place: FolderPath | None = None
    """The folder on disk that was read; the names of the files, which readers see, may be others."""

    def places(self, spots: Iterable[Spot]) -> dict[Spot, Place]:
        """Where values stand in the files; each file is walked at most once."""
        wanted = set(spots)
        places: dict[Spot, Place] = {}
        for source in self.sources.values():
            places |= source.places(spot for spot in wanted if spot.file == source.file)
        return places

    def placed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings with their places looked up, in the order in which they are told."""
        findings = list(findings)
        places = self.places(spot for finding in findings for spot in finding.spots)
        return tuple(sorted((finding.placed(places) for finding in findings), key=by_place))


def load(folder: PlanFolder) -> Loaded:
    """Read a folder's files and understand them. Every problem is a finding; nothing is raised."""
    return _Loading(folder).load()


class _Loading:
    """One reading of a folder: what was found wrong so far, and where a stand-in had to be put."""

    def __init__(self, folder: PlanFolder) -> None:
        self.folder = folder
        self.sources = {
            name: read_yaml(text, name) for name, text in (folder.plans | folder.decisions).items()
        }
        self.findings = [finding for source in self.sources.values() for finding in source.findings]
        self.unread: set[str] = set()
        self.stand_ins: set[tuple[str, Path]] = set()

    def load(self) -> Loaded:
        decided = self._decided()
        plan = self._plan(decided)
        judged = plan or self._nothing_but(decided)
        placed = Loaded(plan, (), self.sources, judged).placed(self.findings)
        return Loaded(plan, _without_echoes(placed), self.sources, judged, self.folder.place)

    def _decided(self) -> DecisionsFile:
        for name in self.folder.decisions:
            decided = self._typed(self.sources[name], DecisionsFile, ("decisions", "bodies", "sources"))
            if decided is not None:
                return decided
        return DecisionsFile()

    def _plan(self, decided: DecisionsFile) -> Plan | None:
        name = next(iter(self.folder.plans))
        if len(self.folder.plans) > 1:
            others = ", ".join(sorted(self.folder.plans))
            place = Place(name, 1, 1, 1, 1)
            self.findings.append(Finding(SECOND_PLAN, Spot(name, ()), {"others": others}, place=place))
        written = self._typed(self.sources[name], PlanFile, ("items", "parties", "columns"))
        if written is None:
            return None
        if not self.folder.decisions and (written.columns or written.ceases):
            self.unread.add("decisions")
            values = {"file": self.folder.missing_decisions}
            key = "columns" if written.columns else "ceases"
            self.findings.append(Finding(NO_DECISIONS, Spot(name, (key,), key=True), values))
        empty = Plan(
            written,
            decided,
            name,
            self.folder.missing_decisions,
            unread=frozenset(self.unread),
            stand_ins=frozenset(self.stand_ins),
        )
        return with_items(empty, self.sources[name].data)

    def _nothing_but(self, decided: DecisionsFile) -> Plan:
        name = next(iter(self.folder.plans))
        year = {"from": "2000-01-01", "to": "2000-12-31"}
        hollow = PlanFile.model_validate({"plan": "x", "title": "x", "organisation": "x", "period": year})
        whole_file = frozenset({(name, ())})
        unread = frozenset(self.unread)
        return Plan(hollow, decided, name, self.folder.missing_decisions, unread=unread, stand_ins=whole_file)

    def _typed(self, source: Source, model: type[File], collections: tuple[str, ...]) -> File | None:
        """A file's typed value; `collections` are those of its parts that others refer to."""
        if source.data is None:
            self.unread |= set(collections)
            return None
        shaped = shape(source.data, model, source.file)
        self.findings.extend(shaped.findings)
        self.stand_ins |= {(source.file, path) for path in shaped.healed}
        if shaped.value is None or source.findings:
            self.unread |= set(collections)
        for path in shaped.lost:
            self.unread |= _COLLECTIONS.get(path[0], set(collections) if len(path) == 1 else set())
        return shaped.value


def _without_echoes(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """An alias is read as nothing; that its value is empty then is not the user's fault."""
    refused = {one.place for one in findings if one.code is NOT_PLAIN}
    return tuple(one for one in findings if one.code is not EMPTY_TEXT or one.place not in refused)
