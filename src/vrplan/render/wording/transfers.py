"""The sentences of `transfers`: at which stage a hand-over is, and what is recorded on its two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of.stages import Stage
from vrplan.days import norwegian
from vrplan.render.language import NP_, _, ngettext, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.names import happening_name
from vrplan.render.wording.plans import decided_by, party
from vrplan.render.wording.stands import day_and_distance
from vrplan.render.wording.statements import authority, beside, quoted
from vrplan.render.wording.terms import away, listed, window

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of.hand_over import HandOver
    from vrplan.model.plan import Plan
    from vrplan.model.written import Event
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.transfers import Mentioned, TransfersReport


_STAGES = {
    Stage.ACCEPTED: NP_("stage", "confirmed"),
    Stage.REPORTED: NP_("stage", "reported, not confirmed"),
    Stage.BY_WORDS: NP_("stage", "by the words, not reported"),
    Stage.BY_DATE: NP_("stage", "by the date, not reported"),
    Stage.UNDER_WAY: NP_("stage", "under way"),
    Stage.TO_COME: NP_("stage", "to come"),
    Stage.POSTPONED: NP_("stage", "put off"),
    Stage.LATE: NP_("stage", "late"),
    Stage.LEFT_BEHIND: NP_("stage", "left behind"),
    Stage.RETURNED: NP_("stage", "begun again"),
    Stage.UNREAD: NP_("stage", "not understood"),
    Stage.SET_ASIDE: NP_("stage", "decided, but other words hold"),
    Stage.SPOKEN_OF: NP_("stage", "only spoken of"),
    Stage.OVER: NP_("stage", "over"),
}
"""How the stages are called. What only the words or the date say is never told as if it were reported."""


def stage_name(stage: Stage) -> str:
    """How a stage is called."""
    return pgettext("stage", _STAGES[stage])


def receiver_name(to: str | None) -> str:
    """Who receives something; or that nobody says who."""
    return visible(to) if to else _("nobody named")


def from_whom(one: Transfer) -> str:
    """From whom an item goes to whom."""
    return _from_to(one.giver, one.to)


def _from_to(giver: str, receiver: str | None) -> str:
    told = _("from {giver} to {receiver}")
    return told.format(giver=visible(giver), receiver=receiver_name(receiver))


def days_of(one: Transfer) -> str:
    """The days of a hand-over; or that nobody says them."""
    start, end = one.window
    if start is not None and end is None:
        return pgettext("hand-over", "from {day}").format(day=norwegian(start))
    if end is not None and start is None:
        return pgettext("hand-over", "until {day}").format(day=norwegian(end))
    return window(start, end) or _("no day said")


def time_of(one: Transfer, today: date) -> str:
    """The window of a hand-over, and how far away it is as long as it is to come."""
    (start, end), told = one.window, days_of(one)
    if one.stage in {Stage.TO_COME, Stage.POSTPONED} and start is not None and start > today:
        return day_and_distance(told, away(start, today))
    if one.stage in {Stage.TO_COME, Stage.UNDER_WAY} and end is not None and end >= today:
        days = (end - today).days
        left = ngettext("{number} day left", "{number} days left", days)
        return day_and_distance(told, left.format(number=days))
    return told


def terms(one: Transfer, report: TransfersReport) -> tuple[str, ...]:
    """From whom and when; the words and where they stand; what is recorded of both sides, and what came before."""
    plan = report.view.plan
    words = _("no text says so")
    if one.now.holds is not None:
        words = f"{quoted(one.now.holds.statement.text)} – {authority(one.now.holds)}"
    return (
        listed(from_whom(one), time_of(one, report.view.clocks.date)),
        words,
        "; ".join(sides(one, plan)),
        *([told] if (told := interruption(one, plan)) else []),
        *(before(earlier, plan) for earlier in reversed(one.earlier)),
    )


def to_whom(plan: Plan, to: str | None) -> str:
    """The heading of what one party receives."""
    receiver = party(plan, to, frozenset()) if to is not None else receiver_name(None)
    return _("To {receiver}").format(receiver=receiver)


def asked_for(report: TransfersReport) -> str:
    """The one party that is asked about, with its parts; empty where all are."""
    if report.to is None:
        return ""
    return _("To {receiver}").format(receiver=party(report.view.plan, report.to, report.parts))


def handed_over(one: Transfer, plan: Plan, *, beside_the_days: bool = False) -> str:
    """The giver's side: the day and the document; or that nothing reports it, and what the words alone say.

    Beside the days of the hand-over the day by the words is not told again, where they name no other.
    """
    if one.handed_over is not None:
        return proof(one.handed_over, plan)
    is_told = beside_the_days and {*one.window} - {None} == {one.given}
    day = norwegian(one.given) if one.given and not is_told else ""
    if one.stage is Stage.BY_WORDS:
        told = _("by the words {day}, not reported") if day else _("by the words, not reported")
    elif one.stage is Stage.BY_DATE:
        told = _("by the date {day}, not reported") if day else _("by the date, not reported")
    else:
        told = _("not reported")
    return told.format(day=day)


def confirmed(one: Transfer, plan: Plan) -> str:
    """The receiver's side: the day and the document; or that nothing confirms it."""
    return proof(one.accepted, plan) if one.accepted is not None else _("not confirmed")


def sides(one: Transfer, plan: Plan) -> tuple[str, str]:
    """Both sides where no heading says which is which."""
    given, taken = handed_over(one, plan), confirmed(one, plan)
    if one.handed_over is not None or one.stage in {Stage.BY_WORDS, Stage.BY_DATE}:
        given = _("handed over {how}").format(how=given)
    return given, _("confirmed {how}").format(how=taken) if one.accepted is not None else taken


def proof(event: Event, plan: Plan) -> str:
    """The day of an event, and the document by which it is known: its decision, its source, who and what note."""
    decision, _point = plan.find_decision(event.decision or "")
    by = listed(visible(event.decision), decided_by(plan, decision)) if event.decision and decision else ""
    named = (
        by or visible(event.decision or ""),
        visible(plan.decided.paper_title(event.source)),
        _("by {name}").format(name=visible(event.who)) if event.who else "",
        visible(event.note or ""),
    )
    return f"{norwegian(event.date)} ({'; '.join(part for part in named if part) or _('no document named')})"


def interruption(one: Transfer, plan: Plan) -> str:
    """What put an item off, ended it or began it again, with its document; empty where nothing did."""
    event = one.interrupted
    if event is None:
        return ""
    words = _HAPPENED.get(event.what)
    happened = pgettext("interruption", words) if words else happening_name(event.what)
    return f"{happened} {proof(event, plan)}"


_HAPPENED = {
    "postponed": NP_("interruption", "put off"),
    "started": NP_("interruption", "begun again"),
}


def before(one: HandOver, plan: Plan) -> str:
    """A hand-over that came before the present one, as a line of its own."""
    return _("before that: {told}").format(told=earlier(one, plan))


def earlier(one: HandOver, plan: Plan) -> str:
    """A hand-over that came before the present one."""
    given, taken = _("not reported"), _("not confirmed")
    if one.handed_over:
        given = _("handed over {how}").format(how=proof(one.handed_over, plan))
    if one.accepted:
        taken = _("confirmed {how}").format(how=proof(one.accepted, plan))
    return listed(_from_to(one.giver, one.receiver), given, taken)


def mentioned(one: Mentioned) -> str:
    """A text that hands an item over, or speaks of that, and does not hold; where it is decided, what holds instead."""
    told = f"{visible(one.now.item.name)} ({one.now.item.id}): {beside(one.said)}"
    holds = one.now.holds
    if one.stage is not Stage.SET_ASIDE or holds is None:
        return told
    held = f"{quoted(holds.statement.text)} – {authority(holds)}"
    return _("{told}; what holds: {words}").format(told=told, words=held)


def not_holding(report: TransfersReport) -> list[tuple[str, list[str]]]:
    """What else is said of handing something over, below its heading: what is decided as well, what is not."""
    parts = (
        (_("Decided as well, but other words hold:"), report.set_aside),
        (_("Spoken of, not decided:"), report.undecided),
    )
    return [(heading, [mentioned(one) for one in some]) for heading, some in parts if some]
