"""The sentences about items: where they stand, since when, until when, in whose words, what follows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.as_of.turns import Turning, turns
from vrplan.days import ONE_DAY, norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.plans import full_name
from vrplan.render.wording.statements import quoted
from vrplan.render.wording.terms import away, listed, state_name

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate
    from vrplan.model.plan import Item
    from vrplan.reports.why import WhyReport


_RESTING = {State.ENDED, State.DONE, State.CANCELLED, State.TRANSFERRED, State.OVERDUE, State.ORPHANED}


def when(one: ItemOnDate, today: date) -> str:
    """Since or until when the state lasts, with the days; to whom the item goes; whether nobody owns it."""
    told = _when(one, today)
    return listed(told, "nobody owns it") if one.is_ownerless and one.state is not State.ORPHANED else told


def _when(one: ItemOnDate, today: date) -> str:
    to = f"to {visible(one.to)}" if one.to else ""
    if one.state in _RESTING:
        return listed(to, _since(one, today), "confirmed" if one.confirmed else "")
    if one.state in {State.UNKNOWN, State.UNDECIDED}:
        return to
    if one.until is None:
        return listed(to, "until further notice" if one.state is State.POSTPONED else "no end given")
    day = one.until + ONE_DAY
    turn = next(turn for turn in turns(one) if turn.day == day)
    if turn.what is Turning.ORPHANED:
        return f"no end given; orphaned from {norwegian(day)}"
    then = f"{norwegian(day)}, {away(day, today)}"
    if one.state is State.NOT_STARTED:
        return f"cancelled from {then}" if turn.what is Turning.CANCELLED else f"from {then}"
    if one.state is not State.ONGOING:
        return listed(to, _until(one, today))
    if not one.to or turn.after.state not in _GOING:
        return _until(one, today)
    return f"{to} by {_last(one.until, today)}" if turn.last is not None else f"{to} from {then}"


_GOING = {State.IN_TRANSITION, State.TRANSFERRED}


def _until(one: ItemOnDate, today: date) -> str:
    return f"until {_last(one.until or today, today)}"


def _last(day: date, today: date) -> str:
    """A last day, and how many are left until then."""
    return f"{norwegian(day)}, {_left((day - today).days)}"


def _left(days: int) -> str:
    if days == 0:
        return "the last day"
    return f"{days} day left" if days == 1 else f"{days} days left"


def _since(one: ItemOnDate, today: date) -> str:
    if one.since is None:
        return ""
    if one.state is State.ENDED:
        last = one.since - ONE_DAY
        return f"last day {norwegian(last)}, {away(last, today)}"
    return (
        f"{'since' if one.state is not State.DONE else 'on'} {norwegian(one.since)}, {away(one.since, today)}"
    )


def words(one: ItemOnDate) -> str:
    """The words that hold, in quotation marks, and how many other statements stand beside them."""
    if one.holds is not None:
        return quoted(one.holds.statement.text) + _others(len(one.beside))
    if one.beside:
        first = one.beside[0]
        standing = first.seen.standing if first.seen.standing != "adopted" else first.reading.modality
        return f"{standing}: {quoted(first.statement.text)}{_others(len(one.beside) - 1)}"
    return f"(recorded: {one.happened.what})" if one.happened else "(property: has no status text)"


def _others(number: int) -> str:
    return f" [also said: {number}]" if number else ""


def section(item: Item) -> tuple[str, str]:
    """The two headings that an item stands under: its area and its focus area."""
    area = visible(item.area) if item.area else "Outside the areas"
    return area, visible(item.focus_area) if item.focus_area else ""


def why_title(report: WhyReport) -> str:
    """What `why` answers, for the heading: the day follows."""
    if report.now is None:
        return f"what is said of {report.item.id} on"
    return f"why {report.item.id} is {state_name(report.now.state)} on"


def place_in_plan(report: WhyReport) -> list[tuple[str, str]]:
    """Where in the plan an item stands, who does it and who owns it."""
    item = report.item
    above = [name for name in (item.area, item.focus_area, item.measure) if name and name != item.name]
    pairs = [
        ("stands in", " / ".join(above)),
        ("kind", item.kind or ""),
        ("resource", item.resource or item.who or ""),
        ("owner", full_name(report.view.plan, item.owner)),
        ("note", item.note or ""),
    ]
    return [(label, visible(told)) for label, told in pairs if told]


def state_now(report: WhyReport) -> list[str]:
    """The state of an item in words, and who owns it now."""
    now = report.now
    if now is None:
        return ["Nothing that was known speaks of it."]
    day = report.view.clocks.date
    told = f"{state_name(now.state)} on {norwegian(day)}: {when(now, day)}"
    return [told]


def follows(report: WhyReport) -> list[str]:
    """The states to come, each with its first day."""
    lines = [
        f"{state_name(one.state)} from {norwegian(one.first)}" + (f", to {visible(one.to)}" if one.to else "")
        for one in report.follows
        if one.first
    ]
    return lines or ["nothing that has a date"]
