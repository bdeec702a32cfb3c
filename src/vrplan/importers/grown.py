"""What grows out of the rows of a plan, and the draft of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from vrplan.drafts.values import DraftActivity, DraftArea, DraftFocusArea, DraftMeasure, DraftText
from vrplan.importers.any_year import ANY_YEAR
from vrplan.importers.columns import is_bare_year, year_in
from vrplan.phrases import Kind as What
from vrplan.phrases import read_status

_OPEN = frozenset({What.ONGOING, What.RECURRING, What.UNKNOWN, What.STARTS})
"""What a report on the way may say without telling when it will be done."""


@dataclass
class Activity:
    """What is done, its texts by their column."""

    name: str
    status: dict[str, list[DraftText]]
    resource: str | None
    note: str | None
    deadlines: frozenset[str]
    place: str


@dataclass
class Measure:
    """A group of activities."""

    name: str
    activities: list[Activity] = field(default_factory=list)


@dataclass
class Focus:
    """A focus area, or what stands in an area directly; its name is None then."""

    name: str | None
    resource: str | None = None
    measures: list[Measure] = field(default_factory=list)
    status: dict[str, list[DraftText]] = field(default_factory=dict)


def area_of(name: str | None, parts: dict[str | None, Focus], older: tuple[str, ...]) -> DraftArea:
    """The draft of an area. The texts of these older columns stand last, so that those of newer ones hold."""
    focus_areas = tuple(
        DraftFocusArea(
            one.name,
            one.resource,
            _measures(one, older),
            tuple((column, tuple(texts)) for column, texts in one.status.items()),
        )
        for one in parts.values()
        if one.name is not None
    )
    direct = parts.get(None)
    return DraftArea(name, focus_areas, _measures(direct, older) if direct else ())


def _measures(focus: Focus, older: tuple[str, ...]) -> tuple[DraftMeasure, ...]:
    return tuple(
        DraftMeasure(one.name, tuple(_activity(each, older) for each in one.activities))
        for one in focus.measures
    )


def _activity(one: Activity, older: tuple[str, ...]) -> DraftActivity:
    """An activity with its texts in the order in which they hold: of two that are equally new, the first does."""
    pairs = sorted(
        one.status.items(),
        key=lambda pair: (_rank(pair[0], pair[1], one.deadlines, older), _later_first(pair[0])),
    )
    said = tuple((name, tuple(texts)) for name, texts in pairs)
    return DraftActivity(one.name, said, one.resource, one.note, one.place)


def _later_first(column: str) -> int:
    """Of the years of one plan the last says what becomes of an activity in the end."""
    return -int(year) if is_bare_year(column) and (year := year_in(column)) else 0


def _rank(column: str, texts: list[DraftText], deadlines: frozenset[str], older: tuple[str, ...]) -> int:
    """A report that it is done stands before the deadline, and the deadline before a report that it goes on."""
    if column in older:
        return 3
    if column in deadlines:
        return 1
    if not deadlines:
        return 0
    return 2 if read_status(texts[-1].text, ANY_YEAR).kind in _OPEN else 0
