"""The sentences about a plan: the header of every report, who decided, whose party."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.terms import away

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate
    from vrplan.as_of.meetings import KnownMeeting
    from vrplan.model.authority import Authority, Standpoint
    from vrplan.model.decided import Decision
    from vrplan.model.plan import Plan
    from vrplan.model.values import PartialDate


EVIDENCE = {
    "full-text": "",
    "title-only": "known by its title only",
    "cited": "known from another paper only",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def header(view: PlanOnDate, what: str) -> list[str]:
    """The first lines of every report: plan, both clocks, the column in force, the end of the organisation."""
    written = view.plan.written
    day = view.clocks.date
    lines = [f"{visible(written.title)} – {visible(written.organisation)} – {what} {norwegian(day)}"]
    lines.append(f"Plan: {_column_in_force(view)}")
    lines += [f"Not adopted: {told}" for told in _columns_not_adopted(view)]
    known = view.clocks.as_known
    counts = (
        f"Counts only what was known on {norwegian(known)}."
        if known
        else "Counts every decision in the files, later ones too."
    )
    lines.append(f"{counts} {_ceasing(view)}")
    if not view.in_period:
        period = written.period
        lines.append(f"Note: the plan speaks of {norwegian(period.from_)}–{norwegian(period.to)} only.")
    return lines


def _column_in_force(view: PlanOnDate) -> str:
    """The newest adopted column; a day before its adoption is told, since the two clocks then part."""
    force = view.column_in_force
    if force is None:
        return "no adopted one was known"
    told = _column(view.plan, *force, "adopted")
    adopted = force[1].known
    return f"{told}, after this day" if adopted is not None and adopted > view.clocks.date else told


def _columns_not_adopted(view: PlanOnDate) -> list[str]:
    """The columns that are newer than the one in force, and only proposed or noted."""
    force = view.column_in_force
    newer = takewhile(lambda one: force is None or one[0] is not force[0], view.columns)
    return [_column(view.plan, authority, seen, seen.standing) for authority, seen in newer]


def column_told(view: PlanOnDate, key: str) -> str:
    """A known column, and which decision stands behind it."""
    pairs = (pair for pair in view.columns if pair[0].key == key)
    return next((_column(view.plan, authority, seen, seen.standing) for authority, seen in pairs), "")


def _column(plan: Plan, authority: Authority, seen: Standpoint, verb: str) -> str:
    by = decided_by(plan, seen.decision) if seen.decision else "by no decision that the plan names"
    return f"{visible(authority.key)}, {verb} {by}"


def decided_by(plan: Plan, decision: Decision) -> str:
    """The body, day and case of a decision, and how well it is known: `14.6.2018 by …, sak 16/2018 (…)`."""
    parts = [
        rough_day(decision),
        "by " + visible(plan.decided.body_name(decision.body)) if decision.body else "",
    ]
    told = " ".join(part for part in parts if part)
    if decision.case:
        told += f", sak {visible(decision.case)}"
    evidence = EVIDENCE[decision.evidence]
    return f"{told} ({evidence})" if evidence else told


def rough_day(decision: Decision | KnownMeeting) -> str:
    """The date of a decision or a meeting as exactly as it is known; nothing when it has none."""
    return rough_date(decision.date) if decision.date is not None else ""


def rough_date(date: PartialDate) -> str:
    """A day, a month or a year, as exactly as it is known."""
    if date.is_day:
        return norwegian(date.last)
    year, _, month = date.text.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month else year


def _ceasing(view: PlanOnDate) -> str:
    organisation = visible(view.plan.organisation)
    if view.ceases is None:
        return f"No known decision ends {organisation}."
    authority = visible(view.plan.ceases.decision) if view.plan.ceases else ""
    day = view.clocks.date
    if day >= view.ceases:
        return f"{organisation} ceased on {norwegian(view.ceases)} ({authority})."
    return f"{organisation} ceases on {norwegian(view.ceases)}, {away(view.ceases, day)} ({authority})."


def party(plan: Plan, party_id: str, parts: frozenset[str]) -> str:
    """A party by name, and what is part of it."""
    others = sorted(parts - {party_id})
    return visible(full_name(plan, party_id) + (f", with {', '.join(others)}" if others else ""))


def full_name(plan: Plan, party_id: str) -> str:
    """A party by its id, with its name where that says more; as it stands in the file."""
    known = plan.parties.get(party_id)
    return f"{party_id} ({known.name})" if known is not None and known.name else party_id
