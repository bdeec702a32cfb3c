"""Everything dated, in order: decisions, meetings, windows, ends, events, the end of the organisation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal

from vrplan.findings import Spot
from vrplan.reports.dated import Dated, DatedWhat, of_item, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vrplan.as_of import ItemOnDate, PlanOnDate, Segment
    from vrplan.load import Loaded


@dataclass(frozen=True, slots=True)
class Bar:
    """An item and its states within the stretch, each as long as it really lasts."""

    now: ItemOnDate
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many entries lie on one side of the stretch, and the day that is farthest away (None: there are none)."""

    number: int
    farthest: date | None


@dataclass(frozen=True, slots=True)
class TimelineReport:
    """What is dated from `first` to `last`, both inclusive, in order; what has no date comes last."""

    kind: ClassVar[Literal["timeline"]] = "timeline"
    view: PlanOnDate
    first: date
    last: date
    entries: tuple[Dated, ...]
    bars: tuple[Bar, ...]
    earlier: LeftOut
    later: LeftOut
    areas: frozenset[str]
    """The names of the areas asked about; none leaves nothing out."""

    def shows(self, day: date | None) -> bool:
        """Whether a day lies in the stretch."""
        return day is not None and self.first <= day <= self.last


def timeline(
    view: PlanOnDate,
    loaded: Loaded,
    asked: tuple[date | None, date | None] = (None, None),
    areas: frozenset[str] = frozenset(),
) -> TimelineReport:
    """Gather what is dated in the stretch `asked` for; a missing bound is that of the plan and what is dated of it.

    `areas` are names: only their items are shown, beside all decisions and meetings.
    """
    items = [one for one in view.items if not areas or one.item.area in areas]
    of_items = [entry for one in items for entry in of_item(one, view)]
    others = [*_meetings(view), *_decisions(view), *_end(view)]
    ordered = sorted((*others, *of_items), key=_order)
    first, last = _stretch(view, of_items, asked)
    dated = [(one, one.day) for one in ordered if one.day is not None]
    shown = [one for one, day in dated if first <= day <= last]
    if asked == (None, None):
        shown += [one for one in ordered if one.day is None]
    before = [day for _, day in dated if day < first]
    after = [day for _, day in dated if day > last]
    return TimelineReport(
        view,
        first,
        last,
        _placed(shown, loaded),
        tuple(Bar(one, _within(one.history, first, last)) for one in items),
        LeftOut(len(before), min(before, default=None)),
        LeftOut(len(after), max(after, default=None)),
        areas,
    )


def _order(one: Dated) -> tuple[date, int, str, str, date]:
    """By day; those of one day by what happens, and what is alike together, in the order of the file."""
    before, to = (one.turn.before.state, one.turn.after.to or "") if one.turn is not None else ("", "")
    return one.day or date.max, _ORDER[one.what], before, to, one.until or date.max


_ORDER = {what: number for number, what in enumerate(DatedWhat)}


def _stretch(
    view: PlanOnDate, of_items: Iterable[Dated], asked: tuple[date | None, date | None]
) -> tuple[date, date]:
    period = view.plan.written.period
    days = [period.from_, period.to, *(one.day for one in of_items if one.day is not None)]
    if view.ceases is not None:
        days.append(view.ceases)
    first, last = asked[0] or min(days), asked[1] or max(days)
    if first > last:  # a bound beyond everything that is dated shows its own year
        return (first, date(first.year, 12, 31)) if asked[1] is None else (date(last.year, 1, 1), last)
    return first, last


def _within(history: Iterable[Segment], first: date, last: date) -> tuple[Segment, ...]:
    return tuple(
        one
        for one in history
        if (one.first is None or one.first <= last) and (one.last is None or one.last >= first)
    )


def _meetings(view: PlanOnDate) -> Iterator[Dated]:
    file = view.plan.decisions_file
    for one in view.meetings:
        day = one.date.last
        rough = None if one.date.is_day else one.date
        spot = Spot(file, ("meetings", one.number))
        yield Dated(DatedWhat.MEETING, day, when(day, view), spot, file, rough=rough, meeting=one)


def _decisions(view: PlanOnDate) -> Iterator[Dated]:
    file = view.plan.decisions_file
    for number, one in enumerate(view.plan.decided.decisions):
        day = one.date.last if one.date else None
        if view.clocks.knows(day):
            rough = one.date if one.date and not one.date.is_day else None
            spot = Spot(file, ("decisions", number))
            yield Dated(DatedWhat.DECISION, day, when(day, view), spot, file, rough=rough, decision=one)


def _end(view: PlanOnDate) -> Iterator[Dated]:
    if view.ceases is not None:
        file = view.plan.file
        yield Dated(DatedWhat.CEASES, view.ceases, when(view.ceases, view), Spot(file, ("ceases",)), file)


def _placed(entries: list[Dated], loaded: Loaded) -> tuple[Dated, ...]:
    """The entries with the lines that they are written on."""
    places = loaded.places(one.spot for one in entries if one.line is None)
    return tuple(one if one.line is not None else replace(one, line=places[one.spot].line) for one in entries)
