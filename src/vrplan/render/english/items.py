"""The sentences about items: since when, until when, what changed, what nobody owns, what follows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.days import norwegian
from vrplan.render.english.terms import STATES, away
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate, Said
    from vrplan.model.plan import Item
    from vrplan.reports.status import Change, Highlights, StatusReport
    from vrplan.reports.why import WhyReport


_MOST_NAMES = 3
_RESTING = {State.ENDED, State.DONE, State.CANCELLED, State.TRANSFERRED, State.OVERDUE, State.ORPHANED}


def when(one: ItemOnDate, today: date) -> str:
    """Since or until when the state lasts, with the days; to whom the item goes; whether nobody owns it."""
    told = _when(one, today)
    return _listed(told, "nobody owns it") if one.is_ownerless and one.state is not State.ORPHANED else told


def _when(one: ItemOnDate, today: date) -> str:
    to = f"to {visible(one.to)}" if one.to else ""
    if one.state in _RESTING:
        return _listed(to, _since(one, today), "confirmed" if one.confirmed else "")
    if one.state in {State.UNKNOWN, State.UNDECIDED}:
        return to
    if one.until is None:
        return _listed(to, "until further notice" if one.state is State.POSTPONED else "no end given")
    turn = one.until + timedelta(days=1)
    if any(later.first == turn and later.state is State.ORPHANED for later in one.history):
        return f"no end given; orphaned from {norwegian(turn)}"
    then = f"{norwegian(turn)}, {away(turn, today)}"
    if one.state is State.NOT_STARTED:
        return f"from {then}"
    if one.to and any(later.first == turn and later.state in _GOING for later in one.history):
        return f"{to} from {then}" if one.state is State.ONGOING else _listed(to, _until(one, today))
    return _until(one, today) if one.state is State.ONGOING else _listed(to, _until(one, today))


_GOING = {State.IN_TRANSITION, State.TRANSFERRED}


def _until(one: ItemOnDate, today: date) -> str:
    last = one.until or today
    return f"until {norwegian(last)}, {_left((last - today).days)}"


def _left(days: int) -> str:
    if days == 0:
        return "the last day"
    return f"{days} day left" if days == 1 else f"{days} days left"


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _since(one: ItemOnDate, today: date) -> str:
    if one.since is None:
        return ""
    if one.state is State.ENDED:
        last = one.since - timedelta(days=1)
        return f"last day {norwegian(last)}, {away(last, today)}"
    return (
        f"{'since' if one.state is not State.DONE else 'on'} {norwegian(one.since)}, {away(one.since, today)}"
    )


def words(one: ItemOnDate) -> str:
    """The words that hold, in quotation marks, and how many other statements stand beside them."""
    if one.holds is not None:
        return _spoken(one.holds) + _others(len(one.beside))
    if one.beside:
        first = one.beside[0]
        standing = first.seen.standing if first.seen.standing != "adopted" else first.reading.modality
        return f"{standing}: {_spoken(first)}{_others(len(one.beside) - 1)}"
    return f"(recorded: {one.happened.what})" if one.happened else "(property: has no status text)"


def _spoken(said: Said) -> str:
    text = said.statement.text
    return f"“{visible(text)}”" if text is not None else "(words not among the papers)"


def _others(number: int) -> str:
    return f" [also said: {number}]" if number else ""


def highlights(found: Highlights, today: date) -> list[tuple[str, str]]:
    """The three answers for a chief executive, each with its label."""
    since = f"Since {norwegian(found.since)}" if found.since else "Before"
    changed = _changes(found.changes, _BECAME) or "nothing changed"
    upcoming = "nothing more has a date"
    if found.next_day:
        changes = _changes(found.next_changes, _BECOMES, norwegian(found.next_day - timedelta(days=1)))
        upcoming = f"{norwegian(found.next_day)}, {away(found.next_day, today)}: {changes}"
    return [
        (since, changed if found.since else "no meeting is known"),
        ("Next", upcoming),
        ("Nobody owns", _ownerless(found)),
    ]


_BECAME = {
    State.NOT_STARTED: "not started",
    State.ONGOING: "began",
    State.IN_TRANSITION: "in transition",
    State.DUE: "became due",
    State.OVERDUE: "became overdue",
    State.POSTPONED: "postponed",
    State.TRANSFERRED: "transferred",
    State.ENDED: "ended",
    State.DONE: "done",
    State.CANCELLED: "cancelled",
    State.ORPHANED: "orphaned",
    State.UNDECIDED: "undecided",
    State.UNKNOWN: "unknown",
}
_BECOMES = _BECAME | {
    State.ONGOING: "to begin",
    State.IN_TRANSITION: "to go into transition",
    State.DUE: "to become due",
    State.OVERDUE: "to become overdue unless done",
    State.TRANSFERRED: "to be transferred",
    State.ENDED: "ended, last day {last}",
    State.ORPHANED: "to be orphaned",
}


def _changes(changes: tuple[Change, ...], verbs: dict[State, str], last: str = "") -> str:
    by_state: dict[State, list[Change]] = {}
    for change in changes:
        by_state.setdefault(change.after.state, []).append(change)
    return "; ".join(
        f"{len(some)} {verbs[state].format(last=last)}{_recipients(state, some)}"
        for state, some in by_state.items()
    )


def _recipients(state: State, changes: list[Change]) -> str:
    recipients = sorted({visible(change.after.to) for change in changes if change.after.to})
    named = recipients and state in {State.TRANSFERRED, State.IN_TRANSITION}
    return f" to {' and '.join(recipients)}" if named else ""


def _ownerless(found: Highlights) -> str:
    now = _names(found.ownerless) if found.ownerless else "nothing on this day"
    if found.ownerless_from is None:
        return now
    later = _names(found.ownerless_later) if found.ownerless_later else "nothing"
    return f"{now}; from {norwegian(found.ownerless_from)}: {later}"


def _names(items: tuple[ItemOnDate, ...]) -> str:
    by_state: dict[State, list[str]] = {}
    for one in items:
        by_state.setdefault(one.state, []).append(one.item.id)
    # The gravest first: what has neither an end nor an heir.
    ordered = sorted(by_state.items(), key=lambda pair: pair[0] is not State.ORPHANED)
    return "; ".join(f"{len(ids)} {STATES[state]} ({_few(ids)})" for state, ids in ordered)


def _few(names: list[str]) -> str:
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def choice(report: StatusReport) -> str:
    """What the report was asked to leave out, in words; nothing when it lists all."""
    chosen = report.choice
    return _listed(
        " or ".join(sorted(visible(area) for area in chosen.areas)),
        " or ".join(STATES[state] for state in State if state in chosen.states),
        f"to {' or '.join(sorted(visible(one) for one in chosen.recipients))}" if chosen.recipients else "",
        f"resource {visible(chosen.resource)}" if chosen.resource else "",
        "what nobody owns" if chosen.ownerless else "",
    )


def why_title(report: WhyReport) -> str:
    """What `why` answers, for the heading: the day follows."""
    if report.now is None:
        return f"what is said of {report.item.id} on"
    return f"why {report.item.id} is {STATES[report.now.state]} on"


def place_in_plan(item: Item) -> list[tuple[str, str]]:
    """Where in the plan an item stands, who does it and who owns it."""
    above = [name for name in (item.area, item.focus_area, item.measure) if name and name != item.name]
    pairs = [
        ("stands in", " / ".join(above)),
        ("kind", item.kind or ""),
        ("resource", item.resource or item.who or ""),
        ("owner", item.owner),
        ("note", item.note or ""),
    ]
    return [(label, visible(told)) for label, told in pairs if told]


def state_now(report: WhyReport) -> list[str]:
    """The state of an item in words, and who owns it now."""
    now = report.now
    if now is None:
        return ["Nothing that was known speaks of it."]
    day = report.view.clocks.date
    told = f"{STATES[now.state]} on {norwegian(day)}: {when(now, day)}"
    return [told]


def follows(report: WhyReport) -> list[str]:
    """The states to come, each with its first day."""
    lines = [
        f"{STATES[one.state]} from {norwegian(one.first)}" + (f", to {visible(one.to)}" if one.to else "")
        for one in report.follows
        if one.first
    ]
    return lines or ["nothing that has a date"]
