"""The meeting paper: how the plan stands on a date, by area, with what has changed and what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.as_of import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.findings import Path
    from vrplan.model.plan import Statement
    from vrplan.model.written import FocusArea
    from vrplan.reports.closeout import CloseoutReport
    from vrplan.reports.status import StatusReport
    from vrplan.reports.transfers import TransfersReport


@dataclass(frozen=True, slots=True)
class Called:
    """The meeting that the paper is for, as far as it is known: the body (its id), the day, the case."""

    body: str | None = None
    day: date | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A focus area, or what an area or the plan holds without one (`name` is None then)."""

    name: str | None
    number: int | None
    """Which focus area of its area it is, from 1."""
    resource: str | None
    itself: ItemOnDate | None
    """The focus area as an item, where it has no activities."""
    said: tuple[Said, ...]
    """What is said of the whole focus area or measure, and of the focus area itself; the newest first."""
    activities: tuple[ItemOnDate, ...]
    obligations: tuple[ItemOnDate, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing known speaks of anything in it."""
        return not (self.itself or self.activities or self.obligations)

    @property
    def has_resources(self) -> bool:
        """Whether some activity has another resource than the focus area."""
        return any((one.item.resource or one.item.who) != self.resource for one in self.activities)


@dataclass(frozen=True, slots=True)
class PaperArea:
    """A priority area; `name` is None for the obligations that stand in none."""

    name: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """Everything that the paper tells: all of the same plan, with the same clocks."""

    view: PlanOnDate
    called: Called
    status: StatusReport
    transfers: TransfersReport
    closing: CloseoutReport | None
    """What is open when the doors close; None where no known decision ends the organisation."""
    columns: tuple[str, ...]
    """The columns that were known, in the order of the file."""
    areas: tuple[PaperArea, ...]

    @property
    def is_revised(self) -> bool:
        """Whether the column in force is a revision: another was adopted before it."""
        adopted = [seen for _column, seen in self.view.columns if seen.standing == "adopted"]
        return len(adopted) > 1

    def words(self, one: ItemOnDate, column: str) -> str:
        """The item's own words in a column; nothing where it has none, or nobody knows them."""
        own = (
            said for said in one.item.statements if said.reach == "own" and said.authority.column == column
        )
        return " ".join(said.text for said in own if said.text)

    def beyond_columns(self, one: ItemOnDate) -> tuple[Said, ...]:
        """What decisions say of an item by itself, beside the columns."""
        own = [said for said in one.item.statements if said.reach == "own" and said.authority.column is None]
        return _known(own, self.view.clocks.as_known)


def called(view: PlanOnDate, body: str | None, day: date | None, case: str | None) -> Called:
    """The meeting as asked for; what was not said is that of the next known meeting that fits, where there is one."""
    fitting = [
        (one.date.last, one.body)
        for one in view.meetings
        if one.date.is_day
        and (one.date.last == day if day else one.date.last >= view.clocks.date)
        and body in {None, one.body}
    ]
    first = min((when for when, _body in fitting), default=None)
    bodies = {whose for when, whose in fitting if when == first}
    return Called(body or (bodies.pop() if len(bodies) == 1 else None), day or first, case)


def last_met(view: PlanOnDate, body: str | None) -> date | None:
    """The last day before the date on which the body met, else any body; None where no such meeting is known."""
    met = [
        (one.date.last, one.body)
        for one in view.meetings
        if one.date.is_day and one.date.last < view.clocks.date and view.clocks.knows(one.date.last)
    ]
    own = [day for day, whose in met if whose == body]
    return max(own or [day for day, _whose in met], default=None)


def paper(
    view: PlanOnDate,
    meeting: Called,
    status: StatusReport,
    transfers: TransfersReport,
    closing: CloseoutReport | None,
) -> MeetingPaper:
    """Put it together: the plan by area, as the papers have it."""
    known = {authority.key for authority, _seen in view.columns}
    columns = tuple(name for name in view.plan.columns if name in known)
    return MeetingPaper(view, meeting, status, transfers, closing, columns, tuple(_areas(view)))


def _areas(view: PlanOnDate) -> Iterator[PaperArea]:
    written = view.plan.written
    by_place: dict[Path, list[ItemOnDate]] = {}
    for one in view.items:
        by_place.setdefault(_place(one.item.path), []).append(one)
    for at, area in enumerate(written.areas):
        here: Path = ("areas", at)
        parts = [
            _part(view, focus, number, by_place.get((*here, number), []))
            for number, focus in enumerate(area.focus_areas)
        ]
        loose = _part(view, None, 0, by_place.get(here, []))
        yield PaperArea(area.name, tuple(one for one in (*parts, loose) if not one.is_empty))
    if by_place.get(()):
        yield PaperArea(None, (_part(view, None, 0, by_place[()]),))


def _place(path: Path) -> Path:
    """Where an item stands: the numbers of its area and of its focus area."""
    if path[0] != "areas":
        return ()
    return (*path[:2], path[3]) if len(path) > 3 and path[2] == "focus_areas" else path[:2]


def _part(view: PlanOnDate, focus: FocusArea | None, number: int, items: list[ItemOnDate]) -> Part:
    itself = next((one for one in items if one.item.level == "focus_area"), None)
    wider = {
        said.path: said
        for one in items
        for said in one.item.statements
        if said.reach != "own" or one is itself
    }
    return Part(
        focus.name if focus else None,
        number + 1 if focus else None,
        focus.resource if focus else None,
        itself,
        _known(wider.values(), view.clocks.as_known),
        tuple(one for one in items if one.item.level == "activity"),
        tuple(one for one in items if one.item.level == "obligation"),
    )


def _known(statements: Iterable[Statement], as_known: date | None) -> tuple[Said, ...]:
    """The statements with words that were known, the newest first."""
    said = [
        Said(one, seen)
        for one in statements
        if one.text and (seen := one.authority.seen_from(as_known)) is not None
    ]
    said.sort(key=lambda one: one.statement.rank)
    return tuple(sorted(said, key=lambda one: one.day, reverse=True))
