"""The sentences of `agenda`: how far it looks, the meetings, what is next of an item, who does it, who decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.items import when, words
from vrplan.render.wording.plans import rough_day
from vrplan.render.wording.statements import authority, beside
from vrplan.render.wording.terms import away, listed, number_of, state_name, window
from vrplan.reports.agenda import AgendaWhat, Section, Why

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of.meetings import KnownMeeting
    from vrplan.model.plan import Plan
    from vrplan.reports.agenda import AgendaEntry, AgendaReport

SECTIONS = {
    Section.PASSED: "Passed",
    Section.NOBODY: "Nobody owns it",
    Section.DECIDE: "To be decided: no meeting after {until} is in time",
    Section.CLOSING: "Closes, ends or is handed over by {until}",
    Section.OPENING: "Opens or begins by {until}",
    Section.RUNNING: "Under way, and closes later or on no given day",
    Section.UNDECIDED: "Not decided, and can wait",
}
_COUNTED = {
    Section.PASSED: "passed",
    Section.NOBODY: "owned by nobody",
    Section.DECIDE: "to be decided",
    Section.CLOSING: "closing",
    Section.OPENING: "opening",
    Section.RUNNING: "under way",
    Section.UNDECIDED: "undecided that can wait",
}
_WHYS = {
    Why.UNTIL: "the day asked for",
    Why.WITHIN: "the time asked for",
    Why.MEETING: "the meeting asked for",
    Why.NEXT_MEETING: "the next known meeting",
    Why.THIRTY_DAYS: "because no later meeting is known",
}


def heading(section: Section, report: AgendaReport) -> str:
    """What the entries below have in common."""
    return SECTIONS[section].format(until=norwegian(report.horizon.until))


def looks_until(report: AgendaReport) -> str:
    """How far the agenda looks ahead, and why so far."""
    until, today = report.horizon.until, report.view.clocks.date
    return f"Until {norwegian(until)}, {away(until, today)}, {_WHYS[report.horizon.why]}"


def meetings(report: AgendaReport) -> list[str]:
    """The meetings until then, one line each; or that none is known."""
    plan, today = report.view.plan, report.view.clocks.date
    return [meeting(plan, one, today) for one in report.meetings] or ["none is known until then"]


def meeting(plan: Plan, one: KnownMeeting, today: date) -> str:
    """A meeting: its day, its body and whether that decides."""
    day = f"{norwegian(one.date.last)}, {away(one.date.last, today)}" if one.date.is_day else rough_day(one)
    unknown = "" if one.date.is_day else " (the day is not known)"
    return f"{day}{unknown}: {visible(plan.decided.body_name(one.body))}{', which decides' if one.decides else ''}"


def agenda_counts(report: AgendaReport) -> str:
    """The closing line: how many entries there are of each kind; or that there is nothing."""
    if not report.entries:
        return f"Nothing is due and nothing is to be decided until {norwegian(report.horizon.until)}."
    told = [f"{number} {_COUNTED[section]}" for section, number in report.counts.items() if number]
    return f"{number_of(len(report.entries), 'point')}: {', '.join(told)}"


def upcoming(one: AgendaEntry, report: AgendaReport) -> str:
    """What is next of an item, and when; of what is to be decided, how it stands."""
    today = report.view.clocks.date
    day = f" {norwegian(one.day)}, {away(one.day, today)}" if one.day is not None else ""
    by = f" by{day}" if day else ""
    to = f" to {visible(one.to)}" if one.to else ""
    return _TOLD[one.what].format(
        to=to,
        day=day,
        by=by,
        on=f" on{day}" if day else "",
        went=f"handed over{to}{day}" if one.is_handed_over else f"was to be handed over{to}{by}",
        window=_window(one, today),
        becomes=state_name(one.becomes) if one.becomes else "",
        state=state_name(one.now.state),
        until=f" until {norwegian(one.now.until)}" if one.now.until is not None else "",
        when=listed(state_name(one.now.state), when(one.now, today)),
        ceases=norwegian(report.view.ceases) if report.view.ceases is not None else "",
    )


def decide_by(one: AgendaEntry, report: AgendaReport) -> str:
    """By when an item is to be decided, and which meeting is in time; nothing where no decision is asked for."""
    if one.section not in {Section.DECIDE, Section.UNDECIDED}:
        return ""
    today = report.view.clocks.date
    by = f"Decide by {norwegian(one.day)}, {away(one.day, today)}" if one.day else "No day is given"
    if one.meeting is None:
        before = " before then" if one.day is not None and one.day >= today else ""
        return f"{by}; no meeting that decides is planned{before}"
    day = one.meeting.date.last
    body = visible(report.view.plan.decided.body_name(one.meeting.body))
    return f"{by}; next meeting: {body} {norwegian(day)}, {away(day, today)}"


def who(one: AgendaEntry) -> str:
    """Who does it, or owns it; and where nobody owns it any more, that."""
    now = one.now
    does = now.item.resource or now.item.who or now.owner or ""
    return listed(visible(does), "nobody owns it" if now.is_ownerless and one.what not in _BY_NOBODY else "")


def said_of(one: AgendaEntry) -> list[str]:
    """The words that an entry rests on; then what else is said of the item and was not decided."""
    holds = one.now.holds
    own = f"{words(one.now)} – {authority(holds)}" if holds is not None else words(one.now)
    others = [f"not decided: {beside(said)}" for said in one.undecided]
    return others if holds is None and others else [own, *others]


_BY_NOBODY = frozenset({AgendaWhat.OWNERLESS, AgendaWhat.ORPHANED})
"""What says by itself that nobody owns it."""
_TOLD = {
    AgendaWhat.OVERDUE: "was to be done{by}",
    AgendaWhat.NOT_CONFIRMED: "{went}, not confirmed",
    AgendaWhat.WINDOW_CLOSES: "to be done{window}",
    AgendaWhat.HAND_OVER_ENDS: "to be handed over{to}{window}",
    AgendaWhat.HAND_OVER: "goes over{to}{on}",
    AgendaWhat.ENDS: "last day{day}",
    AgendaWhat.CHANGES: "{becomes}{on}",
    AgendaWhat.WINDOW_OPENS: "to be done{window}",
    AgendaWhat.BEGINS: "begins{day}",
    AgendaWhat.BEGINS_BY: "to begin{by}",
    AgendaWhat.HAND_OVER_BEGINS: "to be handed over{to}{window}",
    AgendaWhat.POSTPONED: "put off until further notice",
    AgendaWhat.ORPHANED: "orphaned since{day}",
    AgendaWhat.OWNERLESS: "{state}{until}, owned by nobody since{day}",
    AgendaWhat.PROPERTY: "goes to nobody from {ceases} on",
    AgendaWhat.BECOMES_ORPHANED: "orphaned from {ceases} on",
    AgendaWhat.BECOMES_OWNERLESS: "{state}{until}, owned by nobody from {ceases} on",
    AgendaWhat.UNDECIDED: "{when}",
}


def _window(one: AgendaEntry, today: date) -> str:
    """The window of what is to be done: from its first day on the last one counts, until then the first."""
    if one.day is None:
        return ", no last day is given"
    if one.start is not None and (one.start > today or one.section is Section.OPENING):
        return f" {window(one.start, one.end)}, opens {away(one.start, today)}"
    return f" by {norwegian(one.day)}, {away(one.day, today)}"
