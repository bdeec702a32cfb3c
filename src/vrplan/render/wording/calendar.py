"""The words of a calendar: the short line and the text of each event, the calendar's name, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.days import norwegian
from vrplan.phrases import Modality
from vrplan.render.safe import visible
from vrplan.render.wording.plans import decided_by
from vrplan.render.wording.statements import authority, beside, event, quoted
from vrplan.render.wording.terms import few, number_of, reading, window
from vrplan.reports.calendar import CalendarReport, LastDay, MeetingDay
from vrplan.reports.marked_days import Mark, Marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import Said
    from vrplan.model.plan import Plan
    from vrplan.reports.calendar import CalendarEntry

GONE = "Cancelled: "
"""Before the line of an event that is gone: not every calendar tells its status."""
GONE_TOLD = "No longer in this calendar: it is done, given up, or planned otherwise."
_LONGEST = 80

_MARKS = {
    Mark.WINDOW: "To do",
    Mark.DEADLINE: "Deadline",
    Mark.TRANSITION: "Hand-over",
    Mark.HAND_OVER_DEADLINE: "Last day of the hand-over",
    Mark.HAND_OVER: "Hand-over",
    Mark.START: "Begins",
    Mark.START_DEADLINE: "Last day to begin",
    Mark.END: "Last day",
}
_GOES = frozenset({Mark.TRANSITION, Mark.HAND_OVER_DEADLINE, Mark.HAND_OVER})
_HAPPENED = {Mark.HAND_OVER: "Handed over", Mark.START: "Began", Mark.END: "Ended"}


def summary(entry: CalendarEntry, plan: Plan) -> str:
    """The line of an event: what the day is, and to what; short enough for a month's page."""
    match entry:
        case MeetingDay():
            return f"Meeting: {_short(plan.decided.body_name(entry.body))}"
        case LastDay():
            return f"Last day of {_short(plan.organisation)}"
        case Marked():
            what = _HAPPENED.get(entry.mark, _MARKS[entry.mark]) if entry.happened else _MARKS[entry.mark]
            to = f" to {visible(entry.to)}" if entry.to else ""
            surely = " (provisional)" if is_provisional(entry) else ""
            return f"{what}{to}: {_short(entry.now.item.name)}{surely}"
        case _:
            assert_never(entry)


def category(entry: CalendarEntry) -> str:
    """The kind of an event, by which a calendar may colour it."""
    match entry:
        case MeetingDay():
            return "Meeting"
        case LastDay():
            return "Last day"
        case Marked():
            return _MARKS[entry.mark]
        case _:
            assert_never(entry)


def is_provisional(entry: CalendarEntry) -> bool:
    """Whether what holds is decided for the time being only, and nothing has happened yet."""
    if not isinstance(entry, Marked) or entry.now.holds is None or entry.happened is not None:
        return False
    return entry.now.holds.reading.modality is Modality.PROVISIONAL


def told(entry: CalendarEntry, report: CalendarReport) -> str:
    """The text of an event, a line for each thing: the words, how they are read, who decided, who does it."""
    match entry:
        case MeetingDay():
            lines = _meeting(entry, report)
        case LastDay():
            lines = _last_day(entry, report.view.plan)
        case Marked():
            lines = _item(entry, report)
        case _:
            assert_never(entry)
    return "\n".join(line for line in lines if line)


def calendar_name(report: CalendarReport) -> str:
    """What the calendar is called: the plan, the organisation, and whose it is when it is not everybody's."""
    written, whose = report.view.plan.written, report.whose
    names = [written.title, written.organisation, whose.to or "", *whose.resources]
    return " – ".join(visible(name) for name in names if name)


def calendar_told(report: CalendarReport) -> str:
    """What the calendar holds, and how much of what is known it counts."""
    known = report.view.clocks.as_known
    counts = f"Counts only what was known on {norwegian(known)}." if known else "Counts every decision."
    plan = report.view.plan.written.plan
    return (
        f"Windows, deadlines, hand-overs, ends and meetings of the plan {plan}. {counts} Written by vrplan."
    )


def left_out(report: CalendarReport) -> list[str]:
    """What has no day in the calendar; no line when nothing is left out."""
    parts = (
        (report.rough_meetings, "meeting", "whose day is not known"),
        (report.undecided, "item", "that nobody has decided"),
        (report.unread, "item", "whose words are not known or not understood"),
    )
    listed = "; ".join(f"{number_of(number, what)} {why}" for number, what, why in parts if number)
    lines = [f"not in the calendar: {listed}"] if listed else []
    if not any(report.wants(entry) for entry in report.entries):
        lines.append("nothing that was asked about has a day: there is no event to import")
    return lines


def _item(entry: Marked, report: CalendarReport) -> Iterator[str]:
    one, item = entry.now, entry.now.item
    yield f"{item.id}: {visible(item.name)}"
    yield " / ".join(visible(name) for name in (item.area, item.focus_area) if name)
    yield window(entry.first, entry.last)
    if one.holds is not None:
        yield from _said(one.holds, report.view.plan)
    yield f"to: {visible(entry.to)}" if entry.to else ""
    doer = item.resource or item.who
    yield f"done by: {visible(doer)}" if doer else ""
    yield _owner(entry, report)
    yield from (f"recorded: {event(past)}" for past in item.events if report.view.clocks.knows(past.date))
    yield from (f"also said: {beside(said)}" for said in one.beside)


def _said(said: Said, plan: Plan) -> Iterator[str]:
    decision = said.seen.decision
    yield quoted(said.statement.text)
    yield f"read as: {reading(said.reading)}"
    yield from (f"note: {visible(remark.message)}" for remark in said.reading.remarks)
    behind = f"{said.seen.standing} {decided_by(plan, decision)}" if decision else "by no decision"
    yield f"decision: {authority(said)}, {behind}"


def _owner(entry: Marked, report: CalendarReport) -> str:
    """Whose it is on those days; of a hand-over, from whom it goes."""
    owner, ceases = visible(entry.now.item.owner), report.view.ceases
    if entry.mark in _GOES:
        return f"from: {owner}"
    ours = entry.now.item.owner in report.view.plan.organisation_with_parts
    if ceases is None or not ours or entry.last < ceases:
        return f"owner: {owner}"
    return f"owner: {owner}, which ceases on {norwegian(ceases)}; then nobody"


def _meeting(entry: MeetingDay, report: CalendarReport) -> Iterator[str]:
    for decision in entry.decisions:
        yield f"{decision.standing}: {decision.id}, {visible(decision.title)}"
    for one in entry.meetings:
        yield visible(one.note) if one.note else ""
        yield f"source: {visible(report.view.plan.decided.paper_title(one.source))}" if one.source else ""


def _last_day(entry: LastDay, plan: Plan) -> Iterator[str]:
    decision, _ = plan.find_decision(entry.decision)
    behind = f", {decision.standing} {decided_by(plan, decision)}" if decision else ""
    yield f"decision: {visible(entry.decision)}{behind}"
    if entry.orphaned:
        names = few([one.item.id for one in entry.orphaned], most=10)
        yield f"From the next day nobody owns: {names}"


def _short(name: str) -> str:
    """A name of at most so many characters, cut between words where it can be."""
    shown = visible(name)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
