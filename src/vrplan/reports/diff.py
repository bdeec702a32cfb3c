"""What differs between two dates, two columns or two versions of a plan."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from vrplan.as_of import heard
from vrplan.as_of.standing import DECIDED
from vrplan.phrases import Kind
from vrplan.reports.changes import EVERY, OF_STATES, OF_WORDS, Aspect, Change, Side, What, changes
from vrplan.reports.notes import Notes, notes_changed
from vrplan.reports.plan_changes import PlanChange, plan_changes

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate, Said
    from vrplan.model.written import Event

Compared = Literal["dates", "columns", "revisions"]
NO_WORDS = "no words"
"""What `turns` names the words of a column that nobody has."""


@dataclass(frozen=True, slots=True)
class DiffReport:
    """The items that differ, in the order of the files, and what else of the plan differs."""

    kind: ClassVar[Literal["diff"]] = "diff"
    compared: Compared
    before: PlanOnDate
    after: PlanOnDate
    names: tuple[str, str | None]
    """What the two sides are called; None is the files as they are now."""
    changes: tuple[Change, ...]
    plan_changes: tuple[PlanChange, ...] = ()
    notes: Notes = field(default_factory=Notes)
    elsewhere: bool = False
    """Whether the files differ, and in nothing that is told here."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.changes or self.plan_changes or self.notes.differ or self.elsewhere)

    @property
    def counts(self) -> dict[What, int]:
        """How many items are new, gone and changed."""
        found = [one.what for one in self.changes]
        every: tuple[What, ...] = ("new", "gone", "changed")
        return {what: found.count(what) for what in every}

    @property
    def turns(self) -> dict[tuple[str, str], int]:
        """How many items went from which state to which; of columns, from which kind of words to which."""
        aspect = Aspect.KIND if self.compared == "columns" else Aspect.STATE
        turns = [(_in(one.before), _in(one.after)) for one in self.changes if aspect in one.aspects]
        return {turn: turns.count(turn) for turn in dict.fromkeys(turns)}


def _in(side: Side | None) -> str:
    """The state of an item on a side, or else the kind of its words."""
    if side is None or (side.now is None and side.said is None):
        return "not spoken of"
    if side.now is not None or side.said is None:
        return side.now.state if side.now else ""
    has_no_words = side.said.statement.text is None and side.said.reading.kind is Kind.UNKNOWN
    return NO_WORDS if has_no_words else side.said.reading.kind


def between_dates(before: PlanOnDate, after: PlanOnDate) -> DiffReport:
    """What changes between the days of two views of one plan: states, recipients, confirmations and owners."""
    was, now = (
        {one.item.id: Side(one.item, one.holds, one) for one in view.items} for view in (before, after)
    )
    names = (before.clocks.date.isoformat(), after.clocks.date.isoformat())
    return DiffReport("dates", before, after, names, changes(was, now, OF_STATES))


def between_columns(view: PlanOnDate, before: str, after: str) -> DiffReport:
    """What two columns say of each item: in its own texts, else in those that speak of its measure or focus area."""
    was, now = (_spoken_in(view, name) for name in (before, after))
    return DiffReport("columns", view, view, (before, after), changes(was, now, OF_WORDS))


def between_versions(before: PlanOnDate, after: PlanOnDate, names: tuple[str, str | None]) -> DiffReport:
    """What differs between two versions of a plan, both seen with the same clocks."""
    was, now = _version(before, after), _version(after, before)
    one, other = before.plan, after.plan
    around, notes = plan_changes(one, other), notes_changed(one, other)
    report = DiffReport("revisions", before, after, names, changes(was, now, EVERY), around, notes)
    is_same = (one.written, one.decided) == (other.written, other.decided)
    return replace(report, elsewhere=report.is_empty and not is_same)


def _spoken_in(view: PlanOnDate, column: str) -> dict[str, Side]:
    """What would hold of each item if this column were the newest that speaks."""
    sides: dict[str, Side] = {}
    for item in view.plan.items:
        said = [one for one in heard(item, view.clocks.as_known) if one.statement.authority.column == column]
        decided = [one for one in said if one.reading.modality in DECIDED]
        if said:
            sides[item.id] = Side(item, (decided or said)[0])
    return sides


def _version(view: PlanOnDate, other: PlanOnDate) -> dict[str, Side]:
    """Every item of a version, with what is said and recorded of it there and not in the other."""
    states = {one.item.id: one for one in view.items}
    as_known = view.clocks.as_known
    sides: dict[str, Side] = {}
    for item in view.plan.items:
        now = states.get(item.id)
        holds = now.holds if now else None
        side = Side(item, holds, now)
        if (there := other.plan.by_id.get(item.id)) is not None:
            said_there = {_spoken(one) for one in heard(there, as_known)}
            said = (
                one for one in heard(item, as_known) if holds is None or one.statement is not holds.statement
            )
            recorded_there = {_recorded(event) for event in there.events}
            recorded = (event for event in item.events if view.clocks.knows(event.date))
            side = Side(
                item,
                holds,
                now,
                tuple(one for one in said if _spoken(one) not in said_there),
                tuple(event for event in recorded if _recorded(event) not in recorded_there),
            )
        sides[item.id] = side
    return sides


def _spoken(said: Said) -> tuple[object, ...]:
    """What one statement has in common with another that says the same in the same place."""
    read = said.reading
    place = (said.statement.authority.key, said.statement.text, said.statement.reach)
    return (*place, read.kind, read.start, read.end, read.recipient, read.modality)


def _recorded(event: Event) -> tuple[object, ...]:
    facts = (event.date, event.what, event.recipient, event.who, event.from_, event.to)
    return (*facts, event.decision, event.source)
