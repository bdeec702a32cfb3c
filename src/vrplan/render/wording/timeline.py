"""The sentences of `timeline`: what is shown and what is left out, what happens on a day, who decided it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.turns import Turning
from vrplan.days import norwegian
from vrplan.render.alphabet import alphabetical
from vrplan.render.language import NP_, _, ngettext, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.decisions import body, case
from vrplan.render.wording.items import words
from vrplan.render.wording.names import happening_name, standing_name
from vrplan.render.wording.plans import EVIDENCE, rough_date
from vrplan.render.wording.statements import authority, event_terms
from vrplan.render.wording.terms import either, few, listed, window
from vrplan.reports.dated import DatedWhat

if TYPE_CHECKING:
    from vrplan.model.decided import Decision
    from vrplan.model.plan import Plan
    from vrplan.reports.dated import Dated
    from vrplan.reports.timeline import LeftOut, TimelineReport


def timeline_opening(report: TimelineReport) -> list[tuple[str, str]]:
    """What was asked for, the days that are shown, and how to see what lies before and after them."""
    pairs = [
        (_("Only"), either(sorted((visible(area) for area in report.areas), key=alphabetical))),
        (_("Shown"), listed(stretch(report), _beyond(report))),
        (_("Earlier"), _left_out(report.earlier, "--from")),
        (_("Later"), _left_out(report.later, "--until")),
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
    if day > report.last:
        return _("before the day asked about, {day}").format(day=norwegian(day))
    return _("after the day asked about, {day}").format(day=norwegian(day))


def _left_out(some: LeftOut, option: str) -> str:
    if some.farthest is None:
        return ""
    if option == "--from":
        told = ngettext(
            "{number} entry, back to {day}: {option} shows it",
            "{number} entries, back to {day}: {option} shows them",
            some.number,
        )
    else:
        told = ngettext(
            "{number} entry, up to {day}: {option} shows it",
            "{number} entries, up to {day}: {option} shows them",
            some.number,
        )
    day, asking = norwegian(some.farthest), f"{option} {some.farthest.isoformat()}"
    return told.format(number=some.number, day=day, option=asking)


def nothing_dated(report: TimelineReport) -> str:
    """The one line for a stretch in which nothing is dated."""
    return _("Nothing is dated in these days, {days}.").format(days=stretch(report))


def on_day(entry: Dated) -> str:
    """The day of an entry."""
    return norwegian(entry.day) if entry.day is not None else _("no date")


_PAST = {
    DatedWhat.MEETING: NP_("dated", "meeting"),
    DatedWhat.DECISION: NP_("dated", "decision"),
    DatedWhat.CEASES: NP_("dated", "ceased"),
    DatedWhat.WINDOW_OPENS: NP_("dated", "window opened"),
    DatedWhat.BEGINS: NP_("dated", "began"),
    DatedWhat.HANDED_OVER: NP_("dated", "handed over"),
    DatedWhat.ENDED: NP_("dated", "ended"),
    DatedWhat.DONE: NP_("dated", "done"),
    DatedWhat.CANCELLED: NP_("dated", "cancelled"),
    DatedWhat.POSTPONED: NP_("dated", "postponed"),
    DatedWhat.CHANGES: NP_("dated", "changed"),
    DatedWhat.BEGINS_BY: NP_("dated", "last day to begin"),
    DatedWhat.WINDOW_CLOSES: NP_("dated", "window closed"),
    DatedWhat.LAST_DAY: NP_("dated", "last day"),
    DatedWhat.OVERDUE: NP_("dated", "became overdue"),
    DatedWhat.ORPHANED: NP_("dated", "orphaned"),
}
_TO_COME = _PAST | {
    DatedWhat.CEASES: NP_("dated", "ceases"),
    DatedWhat.WINDOW_OPENS: NP_("dated", "window opens"),
    DatedWhat.BEGINS: NP_("dated", "begins"),
    DatedWhat.HANDED_OVER: NP_("dated", "to be handed over"),
    DatedWhat.ENDED: NP_("dated", "ends"),
    DatedWhat.CHANGES: NP_("dated", "changes"),
    DatedWhat.WINDOW_CLOSES: NP_("dated", "window closes"),
    DatedWhat.OVERDUE: NP_("dated", "overdue unless done"),
    DatedWhat.ORPHANED: NP_("dated", "to be orphaned"),
}
_TODAY = _TO_COME | {
    DatedWhat.HANDED_OVER: NP_("dated", "handed over"),
    DatedWhat.OVERDUE: NP_("dated", "becomes overdue"),
    DatedWhat.ORPHANED: NP_("dated", "becomes orphaned"),
}
_WORDED = {None: _PAST, "past": _PAST, "today": _TODAY, "to_come": _TO_COME}


def what_happens(entry: Dated) -> str:
    """What happens on the day: as it is told of the past, of the day asked about, or of what is to come."""
    if entry.event is not None:
        return _("recorded: {what}").format(what=happening_name(entry.event.what))
    if entry.turn is not None and entry.what is DatedWhat.WINDOW_OPENS and entry.turn.after.state in _GOING:
        return _("hand-over began") if entry.when == "past" else _("hand-over begins")
    hands_over = entry.turn is not None and entry.turn.what is Turning.HANDED_OVER
    if hands_over and entry.what is DatedWhat.WINDOW_CLOSES:
        return _("hand-over's last day")
    if hands_over and not entry.is_said_done:
        return _("was to be handed over") if entry.when == "past" else _("to be handed over")
    return pgettext("dated", _WORDED[entry.when][entry.what])


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
    some_day = _("some day of {month}").format(month=rough_date(entry.rough)) if entry.rough else ""
    if entry.decision is not None:
        one = entry.decision
        known = f"{standing_name(one.standing)} ({_evidence(one)})"
        return listed(body(plan, one), case(one), known, some_day)
    if entry.event is not None:
        overtaken = _("overtaken by a later decision") if entry.overtaken else ""
        return listed(event_terms(entry.event), overtaken)
    return listed(_recipient(entry), window(None, entry.until), some_day)


def _evidence(decision: Decision) -> str:
    evidence = EVIDENCE[decision.evidence]
    return _(evidence) if evidence else _("full text")


_GOING = frozenset({State.IN_TRANSITION, State.TRANSFERRED})


def _recipient(entry: Dated) -> str:
    turn = entry.turn
    if turn is None or turn.after.state not in _GOING or not turn.after.to:
        return ""
    return _("to {recipient}").format(recipient=visible(turn.after.to))


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
    has_ceased = end <= report.view.clocks.date
    told = _("{day}, {organisation} ceased") if has_ceased else _("{day}, {organisation} ceases")
    return told.format(day=norwegian(end), organisation=visible(report.view.plan.organisation))


def side(entry: Dated, report: TimelineReport) -> str:
    """The heading over what lies on the same side of the day asked about."""
    if entry.when is None:
        return _("Without a date")
    day = day_asked(report)
    return (_("Before {day}") if entry.when == "past" else _("From {day} on")).format(day=day)


def few_ids(entries: list[Dated], most: int) -> str:
    """The ids of the items that entries are about; of many, the number of the others."""
    return few([one.now.item.id for one in entries if one.now is not None], most)
