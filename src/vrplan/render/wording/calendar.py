"""The words of a calendar: the short line and the text of each event, the calendar's name, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.days import norwegian
from vrplan.phrases import Modality
from vrplan.render.language import NP_, _, ngettext, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.names import standing_name
from vrplan.render.wording.plans import decided
from vrplan.render.wording.readings import read_as
from vrplan.render.wording.remarks import remark_told
from vrplan.render.wording.statements import authority, behind, beside, event, quoted
from vrplan.render.wording.terms import few, listed, window
from vrplan.reports.calendar import CalendarReport, LastDay, MeetingDay
from vrplan.reports.marked_days import Mark, Marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import Said
    from vrplan.model.plan import Plan
    from vrplan.reports.calendar import CalendarEntry

_LONGEST = 80

_MARKS = {
    Mark.WINDOW: NP_("calendar", "To do"),
    Mark.DEADLINE: NP_("calendar", "Deadline"),
    Mark.TRANSITION: NP_("calendar", "Hand-over"),
    Mark.HAND_OVER_DEADLINE: NP_("calendar", "Last day of the hand-over"),
    Mark.HAND_OVER: NP_("calendar", "Hand-over"),
    Mark.START: NP_("calendar", "Begins"),
    Mark.START_DEADLINE: NP_("calendar", "Last day to begin"),
    Mark.END: NP_("calendar", "Last day"),
}
_GOES = frozenset({Mark.TRANSITION, Mark.HAND_OVER_DEADLINE, Mark.HAND_OVER})
_HAPPENED = {
    Mark.HAND_OVER: NP_("calendar", "Handed over"),
    Mark.START: NP_("calendar", "Began"),
    Mark.END: NP_("calendar", "Ended"),
}


def summary(entry: CalendarEntry, plan: Plan) -> str:
    """The line of an event: what the day is, and to what; short enough for a month's page."""
    match entry:
        case MeetingDay():
            return _("Meeting: {body}").format(body=_short(plan.decided.body_name(entry.body)))
        case LastDay():
            return _("Last day of {organisation}").format(organisation=_short(plan.organisation))
        case Marked():
            return _marked(entry)
        case _:
            assert_never(entry)


def _marked(entry: Marked) -> str:
    mark = _HAPPENED.get(entry.mark, _MARKS[entry.mark]) if entry.happened else _MARKS[entry.mark]
    what, name = pgettext("calendar", mark), _short(entry.now.item.name)
    if is_provisional(entry):
        name = _("{name} (provisional)").format(name=name)
    if entry.to:
        what = _("{what} to {recipient}").format(what=what, recipient=visible(entry.to))
    return f"{what}: {name}"


def category(entry: CalendarEntry) -> str:
    """The kind of an event, by which a calendar may colour it."""
    match entry:
        case MeetingDay():
            return pgettext("calendar", "Meeting")
        case LastDay():
            return pgettext("calendar", "Last day")
        case Marked():
            return pgettext("calendar", _MARKS[entry.mark])
        case _:
            assert_never(entry)


def gone(summary: str) -> str:
    """The line of an event that is gone: not every calendar tells its status."""
    return _("Cancelled: {summary}").format(summary=summary)


def gone_told(before: str) -> str:
    """The text of an event that is gone: that it is, and what was told of it."""
    return _("No longer in this calendar: it is done, given up, or planned otherwise.") + f"\n{before}"


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
    plan = report.view.plan.written.plan
    if known is None:
        counts = _("Counts every decision.")
    else:
        counts = _("Counts only what was known on {day}.").format(day=norwegian(known))
    holds = _("Windows, deadlines, hand-overs, ends and meetings of the plan {plan}.").format(plan=plan)
    return " ".join((holds, counts, _("Written by vrplan.")))


def left_out(report: CalendarReport) -> list[str]:
    """What has no day in the calendar; no line when nothing is left out."""
    parts = (
        (
            report.rough_meetings,
            ngettext(
                "{number} meeting whose day is not known",
                "{number} meetings whose day is not known",
                report.rough_meetings,
            ),
        ),
        (
            report.undecided,
            ngettext(
                "{number} item that nobody has decided",
                "{number} items that nobody has decided",
                report.undecided,
            ),
        ),
        (
            report.unread,
            ngettext(
                "{number} item whose words are not known or not understood",
                "{number} items whose words are not known or not understood",
                report.unread,
            ),
        ),
    )
    told = "; ".join(message.format(number=number) for number, message in parts if number)
    lines = [_("not in the calendar: {left_out}").format(left_out=told)] if told else []
    if not any(report.wants(entry) for entry in report.entries):
        lines.append(_("nothing that was asked about has a day: there is no event to import"))
    return lines


def _item(entry: Marked, report: CalendarReport) -> Iterator[str]:
    one, item = entry.now, entry.now.item
    yield f"{item.id}: {visible(item.name)}"
    yield " / ".join(visible(name) for name in (item.area, item.focus_area) if name)
    yield window(entry.first, entry.last)
    if one.holds is not None:
        yield from _said(one.holds, report.view.plan)
    yield _("to: {recipient}").format(recipient=visible(entry.to)) if entry.to else ""
    doer = item.resource or item.who
    yield _("done by: {name}").format(name=visible(doer)) if doer else ""
    yield _owner(entry, report)
    for past in item.events:
        yield _("recorded: {event}").format(event=event(past)) if report.view.clocks.knows(past.date) else ""
    yield from (_("also said: {said}").format(said=beside(said)) for said in one.beside)


def _said(said: Said, plan: Plan) -> Iterator[str]:
    yield quoted(said.statement.text)
    yield _("read as: {reading}").format(reading=read_as(said.statement))
    yield from (_("note: {remark}").format(remark=remark_told(remark)) for remark in said.reading.remarks)
    told = listed(authority(said), behind(said, plan))
    yield _("decision: {decision}").format(decision=told)


def _owner(entry: Marked, report: CalendarReport) -> str:
    """Whose it is on those days; of a hand-over, from whom it goes."""
    owner, ceases = visible(entry.now.item.owner), report.view.ceases
    if entry.mark in _GOES:
        return _("from: {owner}").format(owner=owner)
    ours = entry.now.item.owner in report.view.plan.organisation_with_parts
    if ceases is None or not ours or entry.last < ceases:
        return _("owner: {owner}").format(owner=owner)
    told = _("owner: {owner}, which ceases on {day}; then nobody")
    return told.format(owner=owner, day=norwegian(ceases))


def _meeting(entry: MeetingDay, report: CalendarReport) -> Iterator[str]:
    for decision in entry.decisions:
        yield f"{standing_name(decision.standing)}: {decision.id}, {visible(decision.title)}"
    for one in entry.meetings:
        yield visible(one.note) if one.note else ""
        source = visible(report.view.plan.decided.paper_title(one.source))
        yield _("source: {source}").format(source=source) if one.source else ""


def _last_day(entry: LastDay, plan: Plan) -> Iterator[str]:
    decision, _point = plan.find_decision(entry.decision)
    by = decided(plan, decision.standing, decision, standing_name) if decision else ""
    yield _("decision: {decision}").format(decision=listed(visible(entry.decision), by))
    if entry.orphaned:
        names = few([one.item.id for one in entry.orphaned], most=10)
        yield _("From the next day nobody owns: {names}").format(names=names)


def _short(name: str) -> str:
    """A name of at most so many characters, cut between words where it can be."""
    shown = visible(name)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
