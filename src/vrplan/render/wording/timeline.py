"""The sentences of `timeline`: what is shown and what is left out, what happens on a day, who decided it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.turns import Turning
from vrplan.days import norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.decisions import body, case
from vrplan.render.wording.items import words
from vrplan.render.wording.plans import EVIDENCE, rough_date
from vrplan.render.wording.statements import authority, event_terms
from vrplan.render.wording.terms import few, listed, window
from vrplan.reports.dated import DatedWhat

if TYPE_CHECKING:
    from vrplan.model.plan import Plan
    from vrplan.reports.dated import Dated
    from vrplan.reports.timeline import LeftOut, TimelineReport

NO_DATE = "no date"
"""The date of what has none."""


def timeline_opening(report: TimelineReport) -> list[tuple[str, str]]:
    """What was asked for, the days that are shown, and how to see what lies before and after them."""
    areas = " or ".join(sorted(visible(area) for area in report.areas))
    pairs = [
        ("Only", areas),
        ("Shown", listed(stretch(report), _beyond(report))),
        ("Earlier", _left_out(report.earlier, "--from")),
        ("Later", _left_out(report.later, "--until")),
    ]
    return [(label, told) for label, told in pairs if told]


def stretch(report: TimelineReport) -> str:
    """The days that are shown, both inclusive."""
    return window(report.first, report.last)


def _beyond(report: TimelineReport) -> str:
    """On which side of the stretch the day asked about lies, when it is not in it."""
    day = report.view.clocks.date
    if report.shows(day):
        return ""
    return f"{'before' if day > report.last else 'after'} the day asked about, {norwegian(day)}"


def _left_out(some: LeftOut, option: str) -> str:
    if some.farthest is None:
        return ""
    reach = "back to" if option == "--from" else "up to"
    shows = f"{option} {some.farthest.isoformat()} shows {'it' if some.number == 1 else 'them'}"
    entries = "1 entry" if some.number == 1 else f"{some.number} entries"
    return f"{entries}, {reach} {norwegian(some.farthest)}: {shows}"


def nothing_dated(report: TimelineReport) -> str:
    """The one line for a stretch in which nothing is dated."""
    return f"Nothing is dated in these days, {stretch(report)}."


def on_day(entry: Dated) -> str:
    """The day of an entry."""
    return norwegian(entry.day) if entry.day is not None else NO_DATE


_PAST = {
    DatedWhat.MEETING: "meeting",
    DatedWhat.DECISION: "decision",
    DatedWhat.CEASES: "ceased",
    DatedWhat.WINDOW_OPENS: "window opened",
    DatedWhat.BEGINS: "began",
    DatedWhat.HANDED_OVER: "handed over",
    DatedWhat.ENDED: "ended",
    DatedWhat.DONE: "done",
    DatedWhat.CANCELLED: "cancelled",
    DatedWhat.POSTPONED: "postponed",
    DatedWhat.CHANGES: "changed",
    DatedWhat.BEGINS_BY: "last day to begin",
    DatedWhat.WINDOW_CLOSES: "window closed",
    DatedWhat.LAST_DAY: "last day",
    DatedWhat.OVERDUE: "became overdue",
    DatedWhat.ORPHANED: "orphaned",
}
_TO_COME = _PAST | {
    DatedWhat.CEASES: "ceases",
    DatedWhat.WINDOW_OPENS: "window opens",
    DatedWhat.BEGINS: "begins",
    DatedWhat.HANDED_OVER: "to be handed over",
    DatedWhat.ENDED: "ends",
    DatedWhat.CHANGES: "changes",
    DatedWhat.WINDOW_CLOSES: "window closes",
    DatedWhat.OVERDUE: "overdue unless done",
    DatedWhat.ORPHANED: "to be orphaned",
}
_TODAY = _TO_COME | {
    DatedWhat.HANDED_OVER: "handed over",
    DatedWhat.OVERDUE: "becomes overdue",
    DatedWhat.ORPHANED: "becomes orphaned",
}
_WORDED = {None: _PAST, "past": _PAST, "today": _TODAY, "to_come": _TO_COME}


def what_happens(entry: Dated) -> str:
    """What happens on the day: as it is told of the past, of the day asked about, or of what is to come."""
    if entry.event is not None:
        return f"recorded: {entry.event.what}"
    if entry.turn is not None and entry.what is DatedWhat.WINDOW_OPENS and entry.turn.after.state in _GOING:
        return "hand-over began" if entry.when == "past" else "hand-over begins"
    hands_over = entry.turn is not None and entry.turn.what is Turning.HANDED_OVER
    if hands_over and entry.what is DatedWhat.WINDOW_CLOSES:
        return "hand-over's last day"
    if hands_over and not entry.is_said_done:
        return "was to be handed over" if entry.when == "past" else "to be handed over"
    return _WORDED[entry.when][entry.what]


def named(entry: Dated, plan: Plan) -> tuple[str, str]:
    """The id (of a meeting there is none) and the name of what an entry is about."""
    if entry.now is not None:
        return entry.now.item.id, visible(entry.now.item.name)
    if entry.decision is not None:
        return entry.decision.id, visible(entry.decision.title)
    if entry.meeting is not None:
        return "", visible(plan.decided.body_name(entry.meeting.body))
    return "", visible(plan.organisation)


def terms(entry: Dated, plan: Plan) -> str:
    """How far an entry reaches, to whom; of a decision, who decided and how well it is known; of what day it may be."""
    some_day = f"some day of {rough_date(entry.rough)}" if entry.rough is not None else ""
    if entry.decision is not None:
        one = entry.decision
        known = f"{one.standing} ({EVIDENCE[one.evidence] or 'full text'})"
        return listed(body(plan, one), case(one), known, some_day)
    if entry.event is not None:
        overtaken = "overtaken by a later decision" if entry.overtaken else ""
        return listed(event_terms(entry.event), overtaken)
    until = f"until {norwegian(entry.until)}" if entry.until is not None else ""
    return listed(_recipient(entry), until, some_day)


_GOING = frozenset({State.IN_TRANSITION, State.TRANSFERRED})


def _recipient(entry: Dated) -> str:
    turn = entry.turn
    going = turn is not None and turn.after.state in _GOING
    return f"to {visible(turn.after.to)}" if turn is not None and going and turn.after.to else ""


def entry_words(entry: Dated) -> str:
    """The words that an entry rests on; of a meeting, what is noted of it."""
    if entry.meeting is not None:
        return visible(entry.meeting.note or "")
    return words(entry.now) if entry.now is not None and entry.event is None else ""


def entry_decision(entry: Dated, plan: Plan) -> str:
    """The column or decision behind an entry."""
    if entry.event is not None:
        return visible(entry.event.decision or "")
    if entry.what is DatedWhat.CEASES:
        return visible(plan.ceases.decision) if plan.ceases else ""
    return authority(entry.now.holds) if entry.now is not None and entry.now.holds is not None else ""


def day_asked(report: TimelineReport) -> str:
    """The day asked about, as it is marked."""
    return norwegian(report.view.clocks.date)


def end_told(report: TimelineReport) -> str:
    """The end of the organisation, as it is marked."""
    end = report.view.ceases or report.last
    verb = "ceased" if end <= report.view.clocks.date else "ceases"
    return f"{norwegian(end)}, {visible(report.view.plan.organisation)} {verb}"


def side(entry: Dated, report: TimelineReport) -> str:
    """The heading over what lies on the same side of the day asked about."""
    if entry.when is None:
        return "Without a date"
    day = day_asked(report)
    return f"Before {day}" if entry.when == "past" else f"From {day} on"


def few_ids(entries: list[Dated], most: int) -> str:
    """The ids of the items that entries are about; of many, the number of the others."""
    return few([one.now.item.id for one in entries if one.now is not None], most)
