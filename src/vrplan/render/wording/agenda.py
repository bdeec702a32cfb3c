"""The sentences of `agenda`: how far it looks, the meetings, what is next of an item, who does it, who decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vrplan.as_of import State
from vrplan.as_of.states import OVER
from vrplan.days import ONE_DAY, norwegian
from vrplan.render.language import N_, _, ngettext
from vrplan.render.safe import visible
from vrplan.render.wording.items import words
from vrplan.render.wording.plans import rough_day
from vrplan.render.wording.stands import day_and_distance, stands
from vrplan.render.wording.statements import authority, beside
from vrplan.render.wording.terms import away, listed, state_name, window
from vrplan.reports.agenda import AgendaWhat, Section, Why

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of.meetings import KnownMeeting
    from vrplan.model.plan import Plan
    from vrplan.reports.agenda import AgendaEntry, AgendaReport

_SECTIONS = {
    Section.PASSED: N_("Passed"),
    Section.NOBODY: N_("Nobody owns it"),
    Section.DECIDE: N_("To be decided: no meeting after {until} is in time"),
    Section.CLOSING: N_("Closes, ends or is handed over by {until}"),
    Section.OPENING: N_("Opens or begins by {until}"),
    Section.RUNNING: N_("Under way, and closes later or on no given day"),
    Section.UNDECIDED: N_("Not decided, and can wait"),
}
_WHYS = {
    Why.UNTIL: N_("the day asked for"),
    Why.WITHIN: N_("the time asked for"),
    Why.MEETING: N_("the meeting asked for"),
    Why.NEXT_MEETING: N_("the next known meeting"),
    Why.THIRTY_DAYS: N_("because no later meeting is known"),
}


def heading(section: Section, report: AgendaReport) -> str:
    """What the entries below have in common."""
    return _(_SECTIONS[section]).format(until=norwegian(report.horizon.until))


def looks_until(report: AgendaReport) -> str:
    """How far the agenda looks ahead, and why so far."""
    until, today = report.horizon.until, report.view.clocks.date
    return _("Until {day}, {why}").format(day=_day(until, today), why=_(_WHYS[report.horizon.why]))


def meetings(report: AgendaReport) -> list[str]:
    """The meetings until then, one line each; or that none is known."""
    plan, today = report.view.plan, report.view.clocks.date
    return [meeting(plan, one, today) for one in report.meetings] or [_("none is known until then")]


def meeting(plan: Plan, one: KnownMeeting, today: date) -> str:
    """A meeting: its day, its body and whether that decides."""
    day = _day(one.date.last, today)
    if not one.date.is_day:
        day = _("{month} (the day is not known)").format(month=rough_day(one))
    held = f"{day}: {visible(plan.decided.body_name(one.body))}"
    return _("{meeting}, which decides").format(meeting=held) if one.decides else held


def agenda_counts(report: AgendaReport) -> str:
    """The closing line: how many items there are, and how many of each kind; or that there is nothing."""
    if not report.entries:
        until = norwegian(report.horizon.until)
        return _("Nothing is due and nothing is to be decided until {day}.").format(day=until)
    told = listed(*(_counted(section, number) for section, number in report.counts.items() if number))
    items = len({one.now.item.id for one in report.entries})
    told = ngettext("{number} item: {counts}", "{number} items: {counts}", items).format(
        number=items, counts=told
    )
    twice = len(report.entries) - items
    if not twice:
        return told
    again = ngettext("{number} of them stands twice", "{number} of them stand twice", twice)
    return f"{told}; {again.format(number=twice)}"


def _counted(section: Section, number: int) -> str:
    match section:
        case Section.PASSED:
            told = ngettext("{number} passed", "{number} passed", number)
        case Section.NOBODY:
            told = ngettext("{number} owned by nobody", "{number} owned by nobody", number)
        case Section.DECIDE:
            told = ngettext("{number} to be decided", "{number} to be decided", number)
        case Section.CLOSING:
            told = ngettext("{number} closing", "{number} closing", number)
        case Section.OPENING:
            told = ngettext("{number} opening", "{number} opening", number)
        case Section.RUNNING:
            told = ngettext("{number} under way", "{number} under way", number)
        case Section.UNDECIDED:
            told = ngettext("{number} undecided that can wait", "{number} undecided that can wait", number)
        case _:
            assert_never(section)
    return told.format(number=number)


def upcoming(one: AgendaEntry, report: AgendaReport) -> str:
    """What is next of an item, and when; of what is to be decided, how it stands."""
    today, ceases = report.view.clocks.date, report.view.ceases
    day = _day(one.day, today) if one.day is not None else ""
    if one.what is AgendaWhat.NOT_CONFIRMED:
        return _("{handed_over}, not confirmed").format(handed_over=_handed_over(one, day))
    if one.what in _ACTS and one.what is not AgendaWhat.HAND_OVER:
        return _within(_act(one), one, today)
    if one.what is AgendaWhat.UNDECIDED:
        return stands(one.now, today)
    return _(_TOLD[one.what]).format(
        act=_act(one),
        day=day,
        becomes=state_name(one.becomes) if one.becomes else "",
        state=_state(one),
        ceases=norwegian(ceases) if ceases is not None else "",
    )


def decide_by(one: AgendaEntry, report: AgendaReport) -> str:
    """By when an item is to be decided, and which meeting is in time; nothing where no decision is asked for."""
    if one.section not in {Section.DECIDE, Section.UNDECIDED}:
        return ""
    today = report.view.clocks.date
    by = _("Decide by {day}").format(day=_day(one.day, today)) if one.day else _("No day is given")
    if one.meeting is not None:
        body = visible(report.view.plan.decided.body_name(one.meeting.body))
        chance = _("next meeting: {body} {day}").format(body=body, day=_day(one.meeting.date.last, today))
    elif one.day is not None and one.day >= today:
        chance = _("no meeting that decides is planned before then")
    else:
        chance = _("no meeting that decides is planned")
    return f"{by}; {chance}"


def who(one: AgendaEntry, report: AgendaReport) -> str:
    """Who does it, or owns it; and where nobody owns it any more, that.

    Where the owner has ceased, who did it for the owner until then is told as of then.
    """
    now = one.now
    name = now.item.resource or now.item.who or now.owner or ""
    does = visible(name)
    if does and now.owner is None and _did_it_until_the_end(name, one, report):
        does = _("{name}, until {owner} ceased").format(name=does, owner=visible(now.item.owner))
    return listed(does, _("nobody owns it") if now.is_ownerless and one.what not in _BY_NOBODY else "")


def _did_it_until_the_end(name: str, one: AgendaEntry, report: AgendaReport) -> bool:
    """Whether it still ran on the owner's last day, and the name is nobody who goes on without the owner."""
    plan, party = report.view.plan, report.view.plan.party_named(name)
    if report.view.ceases is None or (party is not None and party not in plan.organisation_with_parts):
        return False
    last = report.view.ceases - ONE_DAY
    return any(each.covers(last) and each.state not in _NOT_RUNNING for each in one.now.history)


def said_of(one: AgendaEntry) -> list[str]:
    """The words that an entry rests on; then what else is said of the item and was not decided."""
    holds = one.now.holds
    own = f"{words(one.now)} – {authority(holds)}" if holds is not None else words(one.now)
    others = [_("not decided: {said}").format(said=beside(said)) for said in one.undecided]
    return others if holds is None and others else [own, *others]


_NOT_RUNNING = OVER | {State.NOT_STARTED}
_BY_NOBODY = frozenset({AgendaWhat.OWNERLESS, AgendaWhat.ORPHANED})
"""What says by itself that nobody owns it."""
_ACTS = {
    AgendaWhat.WINDOW_CLOSES: (N_("to be done"), N_("to be done")),
    AgendaWhat.WINDOW_OPENS: (N_("to be done"), N_("to be done")),
    AgendaWhat.HAND_OVER: (N_("goes over"), N_("goes over to {recipient}")),
    AgendaWhat.HAND_OVER_ENDS: (N_("to be handed over"), N_("to be handed over to {recipient}")),
    AgendaWhat.HAND_OVER_BEGINS: (N_("to be handed over"), N_("to be handed over to {recipient}")),
}
"""What is to happen in a window or on a day: without a recipient, and with one."""
_TOLD = {
    AgendaWhat.OVERDUE: N_("was to be done by {day}"),
    AgendaWhat.HAND_OVER: N_("{act} on {day}"),
    AgendaWhat.ENDS: N_("last day {day}"),
    AgendaWhat.CHANGES: N_("{becomes} on {day}"),
    AgendaWhat.BEGINS: N_("begins {day}"),
    AgendaWhat.BEGINS_BY: N_("to begin by {day}"),
    AgendaWhat.POSTPONED: N_("put off until further notice"),
    AgendaWhat.ORPHANED: N_("orphaned since {day}"),
    AgendaWhat.OWNERLESS: N_("{state}, owned by nobody since {day}"),
    AgendaWhat.PROPERTY: N_("goes to nobody from {ceases} on"),
    AgendaWhat.BECOMES_ORPHANED: N_("orphaned from {ceases} on"),
    AgendaWhat.BECOMES_OWNERLESS: N_("{state}, owned by nobody from {ceases} on"),
}


def _day(day: date, today: date) -> str:
    """A day, and how far away it is."""
    return day_and_distance(norwegian(day), away(day, today))


def _act(one: AgendaEntry) -> str:
    alone, with_recipient = _ACTS.get(one.what, ("", ""))
    if one.to:
        return _(with_recipient).format(recipient=visible(one.to)) if with_recipient else ""
    return _(alone) if alone else ""


def _state(one: AgendaEntry) -> str:
    """How an item stands, and until when."""
    state = state_name(one.now.state)
    if one.now.until is None:
        return state
    return _("{state} until {day}").format(state=state, day=norwegian(one.now.until))


def _handed_over(one: AgendaEntry, day: str) -> str:
    """That something was handed over, or was to be, to whom, and when where that is known."""
    to = visible(one.to) if one.to else ""
    if one.is_handed_over:
        told = _("handed over to {recipient}").format(recipient=to) if to else _("handed over")
        return f"{told} {day}" if day else told
    told = (
        _("was to be handed over to {recipient}").format(recipient=to) if to else _("was to be handed over")
    )
    return _("{act} by {day}").format(act=told, day=day) if day else told


def _within(act: str, one: AgendaEntry, today: date) -> str:
    """What is to happen in a window: from its first day on the last one counts, until then the first."""
    if one.day is None:
        return _("{act}, no last day is given").format(act=act)
    if one.start is not None and (one.start > today or one.section is Section.OPENING):
        opens = away(one.start, today)
        return _("{act} {window}, opens {away}").format(
            act=act, window=window(one.start, one.end), away=opens
        )
    return _("{act} by {day}").format(act=act, day=_day(one.day, today))
