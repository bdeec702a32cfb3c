"""The sentences of the meeting paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.language import _, ngettext
from vrplan.render.safe import visible
from vrplan.render.wording.plans import counted, decided, decided_by, full_name, rough_day
from vrplan.render.wording.stands import stands as state_and_when
from vrplan.render.wording.statements import quoted
from vrplan.render.wording.status import highlights
from vrplan.render.wording.terms import listed
from vrplan.render.wording.transfers import confirmed, days_of, handed_over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.as_of import ItemOnDate, PlanOnDate, Said
    from vrplan.model.authority import Authority, Standpoint
    from vrplan.model.decided import Decision
    from vrplan.model.plan import Plan
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.paper import MeetingPaper, Part

_NOTHING = "–"


def title(report: MeetingPaper) -> str:
    """What the paper is called."""
    plan, day = visible(report.view.plan.written.title), norwegian(report.view.clocks.date)
    if report.is_revised:
        return _("{plan}, revised – status on {day}").format(plan=plan, day=day)
    return _("{plan} – status on {day}").format(plan=plan, day=day)


def meeting_lines(report: MeetingPaper) -> list[str]:
    """Whose meeting the paper is for, when, and as which case; what is not known is left out."""
    called = report.called
    body = visible(report.view.plan.decided.body_name(called.body)) if called.body else ""
    day = norwegian(called.day) if called.day else ""
    meeting = body
    if day:
        told = _("{body}, meeting on {day}") if body else _("Meeting on {day}")
        meeting = told.format(body=body, day=day)
    case = _("Case {case}").format(case=visible(called.case)) if called.case else ""
    return [line for line in (visible(report.view.plan.organisation), meeting, case) if line]


def ground(report: MeetingPaper) -> list[str]:
    """By which decision the paper tells, from which day it looks, and when the organisation ends."""
    view = report.view
    lines = [_column(view, *one) for one in view.columns]
    lines += [counted(view), *_ending(view)]
    if not view.in_period:
        period = view.plan.written.period
        first, last = norwegian(period.from_), norwegian(period.to)
        lines.append(_("Note: the plan speaks of {first}–{last} only.").format(first=first, last=last))
    return lines


def _ending(view: PlanOnDate) -> list[str]:
    """When the organisation ends, or has ended, and by which decision; nothing where no known one ends it."""
    if view.ceases is None or view.plan.ceases is None:
        return []
    decision, point = view.plan.find_decision(view.plan.ceases.decision)
    by = decision_point(view.plan, decision, point.id if point else "") if decision else ""
    told = _("{organisation} ends; the first day without it is {day} ({decision}).")
    if view.clocks.date >= view.ceases:
        told = _("{organisation} ceased on {day} ({decision}).")
    organisation = visible(view.plan.organisation)
    return [told.format(organisation=organisation, day=norwegian(view.ceases), decision=by)]


def _column(view: PlanOnDate, authority: Authority, seen: Standpoint) -> str:
    """What a column was worth, and by which decision; one after the day of the paper is not told as past."""
    plan = view.plan
    column = visible(authority.key)
    if seen.decision is None:
        return _("{column}: the decision is not named in the plan.").format(column=column)
    if seen.decision.date is None:
        return f"{column}: {decided(plan, seen.standing, seen.decision)}."
    by = decided_by(plan, seen.decision)
    is_later = seen.known is not None and seen.known > view.clocks.date
    if seen.standing == "adopted" and is_later:
        told = _("{column} is adopted after the day of this paper: {decided}.")
        return told.format(column=column, decided=by)
    if is_later:
        told = _("{column} is not adopted: it is proposed after the day of this paper, {decided}.")
        return told.format(column=column, decided=by)
    if seen.standing == "adopted":
        return _("{column} was adopted {decided}.").format(column=column, decided=by)
    return _("{column} is not adopted: it was proposed {decided}.").format(column=column, decided=by)


def on_every_page(report: MeetingPaper) -> str:
    """As of when, and by which column with its decision: for the foot of each page."""
    view = report.view
    told = f"{visible(view.plan.organisation)}: {title(report)}"
    force = view.column_in_force
    if force is None:
        return told
    authority, seen = force
    day = rough_day(seen.decision) if seen.decision else ""
    column = visible(authority.key)
    if not day:
        return _("{told}, by {column}").format(told=told, column=column)
    return _("{told}, by {column}, adopted {day}").format(told=told, column=column, day=day)


def answers(report: MeetingPaper) -> list[tuple[str, str]]:
    """The three answers for a chief executive, each with its label; the first only where a meeting is known."""
    found = report.status.highlights
    changed, upcoming, (label, _ids) = highlights(found, None)
    now = names(found.ownerless) if found.ownerless else _("nothing on this day")
    told = now
    if found.ownerless_from is not None:
        day = norwegian(found.ownerless_from)
        later = names(found.ownerless_later) if found.ownerless_later else _("nothing more")
        told = _("{now}; from {day}: {later}").format(now=now, day=day, later=later)
    return [*([changed] if found.since else []), upcoming, (label, told)]


def names(items: Sequence[ItemOnDate]) -> str:
    """How many, and what they are called: the first three."""
    first = ", ".join(quoted(one.item.name) for one in items[:3])
    more = len(items) - 3
    if more <= 0:
        return ngettext("{number} item ({names})", "{number} items ({names})", len(items)).format(
            number=len(items), names=first
        )
    return _("{number} items ({names} and {more} more)").format(number=len(items), names=first, more=more)


def stands(one: ItemOnDate) -> str:
    """The state of an item in words: since when or until when, and to whom it goes."""
    return state_and_when(one, None)


def sayings(one: ItemOnDate, plan: Plan) -> str:
    """The words that hold, and those beside them that stand at the item itself, each once, then whose they are."""
    said = [one.holds] if one.holds else []
    said += [other for other in one.beside if other.statement.reach == "own"]
    words = {quoted(each.statement.text): whose_words(each, plan) for each in said if each.statement.text}
    told = (
        f"{' '.join(text for text, _whose in some)} ({whose})"
        for whose, some in groupby(words.items(), key=lambda pair: pair[1])
    )
    return "; ".join(told) or _NOTHING


def holding(one: ItemOnDate, plan: Plan) -> str:
    """The words that hold, and whose they are."""
    if one.holds is None or one.holds.statement.text is None:
        return _NOTHING
    return f"{quoted(one.holds.statement.text)} ({whose_words(one.holds, plan)})"


def whose_words(said: Said, plan: Plan) -> str:
    """Where words stand: the column, or the body, day and point of the decision."""
    authority = said.statement.authority
    if authority.column or said.seen.decision is None:
        return visible(authority.key)
    return decision_point(plan, said.seen.decision, authority.point.id if authority.point else "")


def decision_point(plan: Plan, decision: Decision, point: str) -> str:
    """A decision by its body and day, and its point where one is meant."""
    body, day = visible(plan.decided.body_name(decision.body)), rough_day(decision)
    who = " ".join(part for part in (body, day) if part) or visible(decision.title)
    return _("{decision}, point {point}").format(decision=who, point=visible(point)) if point else who


def area_heading(name: str | None) -> str:
    """The heading of a priority area, as import knows it."""
    return _("Priority area: {name}").format(name=visible(name)) if name else _("Outside the areas")


def focus_heading(part: Part) -> str:
    """The heading of a focus area, as import knows it."""
    told = _("Focus area {number}: {name}")
    return told.format(number=part.number, name=visible(part.name or ""))


def subject(area: str | None, part: Part) -> str:
    """What a table is about."""
    return visible(part.name or area or _("Outside the areas"))


def hand_over(one: Transfer, plan: Plan) -> tuple[str, str]:
    """When an item is handed over, and what is recorded on both sides."""
    return days_of(one), listed(handed_over(one, plan, beside_the_days=True), confirmed(one, plan))


def receiver(to: str | None, plan: Plan) -> str:
    """To whom something goes."""
    return visible(full_name(plan, to)) if to else _("nobody named")
