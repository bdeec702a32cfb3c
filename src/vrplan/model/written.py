"""A plan file as it is written: one class for each kind of mapping."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from vrplan.model.values import (
    Day,
    Happening,
    Id,
    MonthDay,
    ObligationKind,
    ReadKind,
    Text,
    Year,
)


class Written(BaseModel):
    """A mapping in a file: no key that is not named here, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=(), defer_build=True)

    accept: dict[str, Text] | None = None
    """Findings that somebody has looked at: the code, and the reason why it may stand."""


class Period(Written):
    """The first and the last day that the plan speaks of, both inclusive."""

    from_: Day = Field(alias="from")
    to: Day


class Ceases(Written):
    """The first day without the organisation, and the decision that says so."""

    date: Day
    decision: Text


class Column(Written):
    """A revision of the plan: which decision proposed it, which adopted it, which year its words mean."""

    adopted_by: Text | None = None
    proposed_by: Text | None = None
    year: Year | None = None
    note: Text | None = None
    source: Text | None = None


class Party(Written):
    """Somebody who gives, receives, owns or does; names and aliases are how the papers call it."""

    name: Text | None = None
    aliases: tuple[Text, ...] = ()
    part_of: Text | None = None
    note: Text | None = None
    source: Text | None = None


class Season(Written):
    """What a word without fixed dates means in this plan: a first and a last day of any year."""

    from_: MonthDay = Field(alias="from")
    to: MonthDay


class Means(Written):
    """What a status text leaves out, or what it means where it cannot be read."""

    kind: ReadKind | None = None
    recipient: Text | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None


class Sentence(Written):
    """A status text about which more must be said. `text: ~` says that its words are not known."""

    text: Text | None
    only: tuple[Text, ...] = ()
    except_: tuple[Text, ...] = Field(default=(), alias="except")
    means: Means | None = None
    source: Text | None = None
    note: Text | None = None


def _form(value: Any) -> str:
    if isinstance(value, dict | Sentence):
        return "sentence"
    return "sentences" if isinstance(value, list | tuple) else "text"


_Text = Annotated[Text, Tag("text")]
_Sentence = Annotated[Sentence, Tag("sentence")]
_OneOrOther = Annotated[_Text | _Sentence, Discriminator(_form)]
StatusText = Annotated[
    _Text | _Sentence | Annotated[tuple[_OneOrOther, ...], Tag("sentences")], Discriminator(_form)
]
"""The words of one column or decision point: a text, a text with more said, or one of these per sentence."""


class Event(Written):
    """Something that really happened, on `date`; `from` and `to` are the new window of what was postponed."""

    date: Day
    what: Happening
    recipient: Text | None = None
    who: Text | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    decision: Text | None = None
    source: Text | None = None
    note: Text | None = None


class Entry(Written):
    """What every mapping that is an item, or stands above one, may say."""

    name: Text
    status: dict[str, StatusText] | None = None
    note: Text | None = None
    source: Text | None = None


class Item(Entry):
    """An entry that can have a state of its own."""

    id: Id
    resource: Text | None = None
    owner: Text | None = None
    who: Text | None = None
    events: tuple[Event, ...] = ()


class Activity(Item):
    """One thing that is done: the smallest part of a plan that has a state."""


class Obligation(Item):
    """What the papers say outside the table and that has a life of its own."""

    kind: ObligationKind
    recipient: Text | None = None


class Measure(Entry):
    """A group of activities; its statuses speak of them."""

    activities: tuple[Activity, ...] = ()


class FocusArea(Item):
    """A subject within an area. Without activities it is an item itself."""

    measures: tuple[Measure, ...] = ()
    obligations: tuple[Obligation, ...] = ()


class Area(Written):
    """A priority area of the plan. It carries no status."""

    id: Id
    name: Text
    note: Text | None = None
    source: Text | None = None
    focus_areas: tuple[FocusArea, ...] = ()
    measures: tuple[Measure, ...] = ()
    obligations: tuple[Obligation, ...] = ()


class PlanFile(Written):
    """A plan file: `actionplan_*.yaml`."""

    plan: Id
    title: Text
    organisation: Text
    period: Period
    ceases: Ceases | None = None
    columns: dict[str, Column] = {}
    parties: dict[str, Party | None] = {}
    calendar: dict[str, Season] = {}
    areas: tuple[Area, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    note: Text | None = None
    source: Text | None = None
