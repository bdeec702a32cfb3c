"""The sentences of `transfers`: at which stage a hand-over is, and what is recorded on its two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of.stages import Stage
from vrplan.days import norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.plans import decided_by, party
from vrplan.render.wording.statements import authority, beside, quoted
from vrplan.render.wording.terms import away, listed, number_of, window

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from vrplan.as_of.hand_over import HandOver
    from vrplan.model.plan import Plan
    from vrplan.model.written import Event
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.transfers import Mentioned, TransfersReport


UNDECIDED = "Spoken of, not decided:"
SET_ASIDE = "Decided as well, but other words hold:"
NOT_REPORTED = "not reported"
NOT_CONFIRMED = "not confirmed"

STAGES = {
    Stage.ACCEPTED: "confirmed",
    Stage.REPORTED: "reported, not confirmed",
    Stage.BY_WORDS: "by the words, not reported",
    Stage.BY_DATE: "by the date, not reported",
    Stage.UNDER_WAY: "under way",
    Stage.TO_COME: "to come",
    Stage.POSTPONED: "put off",
    Stage.LATE: "late",
    Stage.LEFT_BEHIND: "left behind",
    Stage.RETURNED: "begun again",
    Stage.UNREAD: "not understood",
    Stage.SET_ASIDE: "decided, but other words hold",
    Stage.SPOKEN_OF: "only spoken of",
    Stage.OVER: "over",
}
"""How the stages are called. What only the words or the date say is never told as if it were reported."""


def from_whom(one: Transfer) -> str:
    """From whom an item goes to whom."""
    return f"from {visible(one.giver)} to {visible(one.to) if one.to else 'nobody named'}"


def time_of(one: Transfer, today: date) -> str:
    """The window of a hand-over, and how far away it is as long as it is to come."""
    told = window(*one.window) or "no day said"
    start, end = one.window
    if one.stage in {Stage.TO_COME, Stage.POSTPONED} and start is not None and start > today:
        return f"{told}, {away(start, today)}"
    if one.stage in {Stage.TO_COME, Stage.UNDER_WAY} and end is not None and end >= today:
        return f"{told}, {number_of((end - today).days, 'day')} left"
    return told


def terms(one: Transfer, report: TransfersReport) -> tuple[str, ...]:
    """From whom and when; the words and where they stand; what is recorded of both sides, and what came before."""
    plan = report.view.plan
    words = "no text says so"
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
    return f"To {party(plan, to, frozenset())}" if to is not None else "To nobody named"


def handed_over(one: Transfer, plan: Plan) -> str:
    """The giver's side: the day and the document; or that nothing reports it, and what the words alone say."""
    if one.handed_over is not None:
        return proof(one.handed_over, plan)
    since = f" {norwegian(one.given)}" if one.given else ""
    if one.stage is Stage.BY_WORDS:
        return f"by the words{since}, {NOT_REPORTED}"
    return f"by the date{since}, {NOT_REPORTED}" if one.stage is Stage.BY_DATE else NOT_REPORTED


def confirmed(one: Transfer, plan: Plan) -> str:
    """The receiver's side: the day and the document; or that nothing confirms it."""
    return proof(one.accepted, plan) if one.accepted is not None else NOT_CONFIRMED


def sides(one: Transfer, plan: Plan) -> tuple[str, str]:
    """Both sides where no heading says which is which."""
    given, taken = handed_over(one, plan), confirmed(one, plan)
    return (
        given if given == NOT_REPORTED else f"handed over {given}",
        taken if taken == NOT_CONFIRMED else f"confirmed {taken}",
    )


def proof(event: Event, plan: Plan) -> str:
    """The day of an event, and the document by which it is known: its decision, its source, who and what note."""
    decision, _ = plan.find_decision(event.decision or "")
    by = f"{visible(event.decision)}, {decided_by(plan, decision)}" if event.decision and decision else ""
    named = (
        by or visible(event.decision or ""),
        visible(plan.decided.paper_title(event.source)),
        f"by {visible(event.who)}" if event.who else "",
        visible(event.note or ""),
    )
    return f"{norwegian(event.date)} ({'; '.join(part for part in named if part) or 'no document named'})"


def interruption(one: Transfer, plan: Plan) -> str:
    """What put an item off, ended it or began it again, with its document; empty where nothing did."""
    event = one.interrupted
    return f"{_HAPPENED.get(event.what, event.what)} {proof(event, plan)}" if event is not None else ""


_HAPPENED = {"postponed": "put off", "started": "begun again"}


def before(one: HandOver, plan: Plan) -> str:
    """A hand-over that came before the present one."""
    to = visible(one.receiver) if one.receiver else "nobody named"
    given = f"handed over {proof(one.handed_over, plan)}" if one.handed_over else NOT_REPORTED
    taken = f"confirmed {proof(one.accepted, plan)}" if one.accepted else NOT_CONFIRMED
    return f"before that: {listed(f'from {visible(one.giver)} to {to}', given, taken)}"


def mentioned(one: Mentioned) -> str:
    """A text that hands an item over, or speaks of that, and does not hold; where it is decided, what holds instead."""
    told = f"{visible(one.now.item.name)} ({one.now.item.id}): {beside(one.said)}"
    holds = one.now.holds
    if one.stage is not Stage.SET_ASIDE or holds is None:
        return told
    return f"{told}; what holds: {quoted(holds.statement.text)} – {authority(holds)}"


def not_holding(report: TransfersReport) -> list[tuple[str, list[str]]]:
    """What else is said of handing something over, below its heading: what is decided as well, what is not."""
    parts = ((SET_ASIDE, report.set_aside), (UNDECIDED, report.undecided))
    return [(heading, [mentioned(one) for one in some]) for heading, some in parts if some]


def stages(counts: Mapping[Stage, int], confirmed: int) -> str:
    """How many items are at each stage; `confirmed` are those that the receiver has confirmed, over since or not."""
    before = confirmed - counts.get(Stage.ACCEPTED, 0)
    return "; ".join(
        f"{number} {STAGES[stage]}" + (_confirmed_before(number, before) if stage is Stage.OVER else "")
        for stage, number in counts.items()
    )


def _confirmed_before(number: int, confirmed: int) -> str:
    """How many of so many that are over had been confirmed."""
    if not confirmed:
        return ""
    return " (confirmed before)" if confirmed == number else f" ({confirmed} of them confirmed before)"


def stage_counts(report: TransfersReport) -> str:
    """The first line of the ledger: how many items are at which stage, and how many that makes."""
    return f"{number_of(sum(report.counts.values()), 'item')}: {stages(report.counts, report.confirmed)}"


def receivers(report: TransfersReport) -> list[tuple[str, str]]:
    """Each receiver, with how many of its hand-overs it has confirmed, and their stages.

    Of a single one nothing is told: all that is counted is its.
    """
    if len(report.receivers) < 2:
        return []
    lines = []
    for one in report.receivers:
        others: dict[Stage, int] = {
            stage: some for stage, some in one.counts.items() if stage is not Stage.ACCEPTED
        }
        before = one.confirmed - one.counts.get(Stage.ACCEPTED, 0)
        told = [f"{one.confirmed} of {one.hand_overs} confirmed"] if one.hand_overs else []
        told += [stages(others, before)] if others else []
        lines.append((visible(one.to) if one.to else "nobody named", "; ".join(told)))
    return lines


def hand_over_count(report: TransfersReport) -> str:
    """The closing line of the hand-overs; that there is none."""
    if not report.transfers:
        return "No hand-over that is decided holds." if report.set_aside else "No hand-over is decided."
    return f"{number_of(len(report.transfers), 'hand-over')}, {report.confirmed} confirmed by the receiver"
