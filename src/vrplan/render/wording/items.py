"""The sentences about items: where they stand, since when, until when, in whose words, what follows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.turns import Turning, turns
from vrplan.days import ONE_DAY, norwegian
from vrplan.render.language import _, ngettext
from vrplan.render.safe import visible
from vrplan.render.wording.names import happening_name, modality_name, obligation_name, standing_name
from vrplan.render.wording.plans import full_name
from vrplan.render.wording.statements import quoted
from vrplan.render.wording.terms import away, listed, state_name

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate, Said
    from vrplan.model.plan import Item
    from vrplan.reports.why import WhyReport


_RESTING = {State.ENDED, State.DONE, State.CANCELLED, State.TRANSFERRED, State.OVERDUE, State.ORPHANED}


def when(one: ItemOnDate, today: date | None) -> str:
    """Since or until when the state lasts; to whom the item goes; whether nobody owns it.

    With how many days that is from `today`; without, where it is None.
    """
    told = _when(one, today)
    return listed(told, _("nobody owns it")) if one.is_ownerless and one.state is not State.ORPHANED else told


def _when(one: ItemOnDate, today: date | None) -> str:
    to = _("to {recipient}").format(recipient=visible(one.to)) if one.to else ""
    if one.state in _RESTING:
        return listed(to, _since(one, today), _("confirmed") if one.confirmed else "")
    if one.state in {State.UNKNOWN, State.UNDECIDED}:
        return to
    if one.until is None:
        return listed(to, _("until further notice") if one.state is State.POSTPONED else _("no end given"))
    return _before_turn(one, one.until, today) or listed(to, _until(one.until, today))


def _before_turn(one: ItemOnDate, last: date, today: date | None) -> str:
    """What becomes of an item after its last day in this state; empty where the last day says enough."""
    day = last + ONE_DAY
    told = norwegian(day)
    turn = next(turn for turn in turns(one) if turn.day == day)
    if turn.what is Turning.ORPHANED:
        return _("no end given; orphaned from {day}").format(day=told)
    if one.state is State.NOT_STARTED:
        cancelled = turn.what is Turning.CANCELLED
        begins = _("cancelled from {day}") if cancelled else _("from {day}")
        return listed(begins.format(day=told), _away(day, today))
    if one.state is not State.ONGOING:
        return ""
    if not one.to or turn.after.state not in _GOING:
        return _until(last, today)
    to = visible(one.to)
    if turn.last is None:
        return listed(_("to {recipient} from {day}").format(recipient=to, day=told), _away(day, today))
    by = _("to {recipient} by {day}").format(recipient=to, day=norwegian(last))
    return listed(by, _left(last, today))


_GOING = {State.IN_TRANSITION, State.TRANSFERRED}


def _until(last: date, today: date | None) -> str:
    """A last day, and how many are left until then."""
    return listed(_("until {day}").format(day=norwegian(last)), _left(last, today))


def _left(last: date, today: date | None) -> str:
    if today is None:
        return ""
    days = (last - today).days
    if days == 0:
        return _("the last day")
    return ngettext("{number} day left", "{number} days left", days).format(number=days)


def _away(day: date, today: date | None) -> str:
    return away(day, today) if today is not None else ""


def _since(one: ItemOnDate, today: date | None) -> str:
    if one.since is None:
        return ""
    if one.state is State.ENDED:
        last = one.since - ONE_DAY
        return listed(_("last day {day}").format(day=norwegian(last)), _away(last, today))
    told = _("on {day}") if one.state is State.DONE else _("since {day}")
    return listed(told.format(day=norwegian(one.since)), _away(one.since, today))


def words(one: ItemOnDate) -> str:
    """The words that hold, in quotation marks, and how many other statements stand beside them."""
    if one.holds is not None:
        return quoted(one.holds.statement.text) + _others(len(one.beside))
    if one.beside:
        first = one.beside[0]
        return f"{_worth(first)}: {quoted(first.statement.text)}{_others(len(one.beside) - 1)}"
    if one.happened:
        return f"({_('recorded: {event}').format(event=happening_name(one.happened.what))})"
    return f"({_('property: has no status text')})"


def _worth(said: Said) -> str:
    """Why words do not hold: nobody has adopted them, or they are not as sure as that."""
    if said.seen.standing != "adopted" or said.reading.modality is None:
        return standing_name(said.seen.standing)
    return modality_name(said.reading.modality)


def _others(number: int) -> str:
    return f" [{_('also said: {number}').format(number=number)}]" if number else ""


def section(item: Item) -> tuple[str, str]:
    """The two headings that an item stands under: its area and its focus area."""
    area = visible(item.area) if item.area else _("Outside the areas")
    return area, visible(item.focus_area) if item.focus_area else ""


def why_title(report: WhyReport) -> str:
    """What `why` answers, for the heading: the day follows."""
    if report.now is None:
        return _("what is said of {item} on").format(item=report.item.id)
    return _("why {item} is {state} on").format(item=report.item.id, state=state_name(report.now.state))


def place_in_plan(report: WhyReport) -> list[tuple[str, str]]:
    """Where in the plan an item stands, who does it and who owns it."""
    item = report.item
    above = [name for name in (item.area, item.focus_area, item.measure) if name and name != item.name]
    pairs = [
        (_("stands in"), " / ".join(above)),
        (_("kind"), obligation_name(item.kind) if item.kind else ""),
        (_("resource"), item.resource or item.who or ""),
        (_("owner"), full_name(report.view.plan, item.owner)),
        (_("note"), item.note or ""),
    ]
    return [(label, visible(told)) for label, told in pairs if told]


def state_now(report: WhyReport) -> list[str]:
    """The state of an item in words, and who owns it now."""
    now = report.now
    if now is None:
        return [_("Nothing that was known speaks of it.")]
    day = report.view.clocks.date
    told = _("{state} on {day}: {when}")
    return [told.format(state=state_name(now.state), day=norwegian(day), when=when(now, day))]


def follows(report: WhyReport) -> list[str]:
    """The states to come, each with its first day."""
    lines = [_to_come(one.state, one.first, one.to) for one in report.follows if one.first]
    return lines or [_("nothing that has a date")]


def _to_come(state: State, first: date, recipient: str | None) -> str:
    told = _("{state} from {day}").format(state=state_name(state), day=norwegian(first))
    return listed(told, _("to {recipient}").format(recipient=visible(recipient)) if recipient else "")
