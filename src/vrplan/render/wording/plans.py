"""The sentences about a plan: the header of every report, who decided, whose party."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.alphabet import alphabetical
from vrplan.render.language import N_, NP_, _, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.names import column_standing_name
from vrplan.render.wording.terms import away, listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.as_of import PlanOnDate
    from vrplan.as_of.meetings import KnownMeeting
    from vrplan.model.authority import Authority, Standpoint
    from vrplan.model.decided import Decision
    from vrplan.model.plan import Plan
    from vrplan.model.values import Evidence, PartialDate, Standing


EVIDENCE = {
    "full-text": "",
    "title-only": N_("known by its title only"),
    "cited": N_("known from another paper only"),
}
_MONTHS = (
    NP_("month", "Jan"),
    NP_("month", "Feb"),
    NP_("month", "Mar"),
    NP_("month", "Apr"),
    NP_("month", "May"),
    NP_("month", "June"),
    NP_("month", "July"),
    NP_("month", "Aug"),
    NP_("month", "Sept"),
    NP_("month", "Oct"),
    NP_("month", "Nov"),
    NP_("month", "Dec"),
)


def header(view: PlanOnDate, what: str) -> list[str]:
    """The first lines of every report: plan, both clocks, the column in force, the end of the organisation.

    `what` is the question that the report answers, in words that the day follows: `status on`.
    """
    written = view.plan.written
    day = view.clocks.date
    lines = [f"{visible(written.title)} – {visible(written.organisation)} – {what} {norwegian(day)}"]
    lines.append(_("Plan: {column}").format(column=_column_in_force(view)))
    lines += _columns_not_adopted(view)
    lines.append(f"{counted(view)} {_ceasing(view)}")
    if not view.in_period:
        first, last = norwegian(written.period.from_), norwegian(written.period.to)
        lines.append(_("Note: the plan speaks of {first}–{last} only.").format(first=first, last=last))
    return lines


def counted(view: PlanOnDate) -> str:
    """Which decisions count: all, or those that were known on a day."""
    if view.clocks.as_known is None:
        return _("Counts every decision in the files, later ones too.")
    return _("Counts only what was known on {day}.").format(day=norwegian(view.clocks.as_known))


def _column_in_force(view: PlanOnDate) -> str:
    """The newest adopted column; a day before its adoption is told, since the two clocks then part."""
    force = view.column_in_force
    if force is None:
        return _("no adopted one was known")
    told = _column(view.plan, *force)
    adopted = force[1].known
    is_later = adopted is not None and adopted > view.clocks.date
    return _("{column}, after this day").format(column=told) if is_later else told


def _columns_not_adopted(view: PlanOnDate) -> list[str]:
    """The columns that are newer than the one in force, and only proposed or noted."""
    force = view.column_in_force
    newer = takewhile(lambda one: force is None or one[0] is not force[0], view.columns)
    return [
        _not_in_force(seen).format(column=_column(view.plan, authority, seen)) for authority, seen in newer
    ]


def _not_in_force(seen: Standpoint) -> str:
    decision = seen.decision
    if decision is not None and decision.standing == "adopted" and decision.date is None:
        return _("Not counted: {column}")
    return _("Not adopted: {column}")


def column_told(view: PlanOnDate, key: str) -> str:
    """A known column, and which decision stands behind it."""
    pairs = (pair for pair in view.columns if pair[0].key == key)
    return next((_column(view.plan, authority, seen) for authority, seen in pairs), "")


def _column(plan: Plan, authority: Authority, seen: Standpoint) -> str:
    if seen.decision is None:
        return _("{column}, the decision is not named in the plan").format(column=visible(authority.key))
    return f"{visible(authority.key)}, {decided(plan, seen.standing, seen.decision)}"


def decided(
    plan: Plan,
    standing: Standing,
    decision: Decision,
    called: Callable[[Standing], str] = column_standing_name,
) -> str:
    """What a decision was worth, and by whom: `adopted 14.6.2018 by Styringsgruppen, sak 16/2018`.

    `called` names the standing: that of a column, or with `standing_name` that of a decision or its point. One without
    a date says itself what it is, since nothing can rest on it: `adopted, date not known, by …`.
    """
    by = decided_by(plan, decision)
    if decision.date is None:
        return listed(called(decision.standing), _("date not known"), by)
    return f"{called(standing)} {by}"


def decided_by(plan: Plan, decision: Decision) -> str:
    """The body, day and case of a decision, and how well it is known: `14.6.2018 by …, sak 16/2018 (…)`."""
    parts = [
        rough_day(decision),
        _("by {name}").format(name=visible(plan.decided.body_name(decision.body))) if decision.body else "",
    ]
    case = f"sak {visible(decision.case)}" if decision.case else ""
    told = listed(" ".join(part for part in parts if part), case)
    evidence = evidence_told(decision.evidence)
    return f"{told} ({evidence})" if evidence else told


def evidence_told(evidence: Evidence) -> str:
    """How well the papers show a decision; empty where its full text is known."""
    return _(EVIDENCE[evidence])


def rough_day(decision: Decision | KnownMeeting) -> str:
    """The date of a decision or a meeting as exactly as it is known; nothing when it has none."""
    return rough_date(decision.date) if decision.date is not None else ""


def rough_date(date: PartialDate) -> str:
    """A day, a month or a year, as exactly as it is known."""
    if date.is_day:
        return norwegian(date.last)
    year, _dash, month = date.text.partition("-")
    return f"{pgettext('month', _MONTHS[int(month) - 1])} {year}" if month else year


def _ceasing(view: PlanOnDate) -> str:
    organisation = visible(view.plan.organisation)
    if view.ceases is None:
        return _("No known decision ends {organisation}.").format(organisation=organisation)
    authority = visible(view.plan.ceases.decision) if view.plan.ceases else ""
    day, last = view.clocks.date, norwegian(view.ceases)
    if day >= view.ceases:
        told = _("{organisation} ceased on {day} ({decision}).")
        return told.format(organisation=organisation, day=last, decision=authority)
    told = _("{organisation} ceases on {day}, {away} ({decision}).")
    far = away(view.ceases, day)
    return told.format(organisation=organisation, day=last, away=far, decision=authority)


def party(plan: Plan, party_id: str, parts: frozenset[str]) -> str:
    """A party by name, and what is part of it."""
    name, others = visible(full_name(plan, party_id)), sorted(parts - {party_id}, key=alphabetical)
    if not others:
        return name
    return _("{party}, with {parts}").format(party=name, parts=visible(", ".join(others)))


def full_name(plan: Plan, party_id: str) -> str:
    """A party by its id, with its name where that says more; as it stands in the file."""
    known = plan.parties.get(party_id)
    return f"{party_id} ({known.name})" if known is not None and known.name else party_id


def looked_at(view: PlanOnDate) -> str:
    """That findings count what was not known too, where the reports do not; empty where they count it too."""
    known = view.clocks.as_known
    if known is None:
        return ""
    told = _("Findings are about the files as they are now, with what was decided after {day} too.")
    return told.format(day=norwegian(known))
