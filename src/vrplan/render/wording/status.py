"""The sentences of `status`: what was asked for, what changed, what is next, what nobody owns, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from vrplan.as_of import State
from vrplan.as_of.stages import Stage
from vrplan.days import ONE_DAY, norwegian
from vrplan.model.plan import Level
from vrplan.render.alphabet import alphabetical
from vrplan.render.language import NN_, _, ngettext, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.terms import (
    away,
    both,
    counts,
    either,
    few,
    level_name,
    listed,
    state_count,
    state_name,
    unspoken,
)

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate
    from vrplan.reports.status import Change, Highlights, StatusReport


def opening(report: StatusReport) -> list[tuple[str, str]]:
    """What was asked for, and the three answers for a chief executive; no answers where nothing matches."""
    asked = choice(report)
    only = [(pgettext("highlights", "Only"), asked)] if asked else []
    return [*only, *(highlights(report.highlights, report.view.clocks.date) if report.items else [])]


def count_lines(report: StatusReport) -> list[str]:
    """The closing lines: how many of each state, level by level."""
    lines = [counts(level, counted) for level, counted in report.counts.items() if counted]
    if not lines:
        lines = [_("No item matches.") if report.view.items else _("Nothing was known of any item.")]
    return [*lines, *unspoken(report.unspoken)]


def changed(one: ItemOnDate, report: StatusReport) -> str:
    """The mark of an item that changed since the day asked for: what it was."""
    before = report.marked.get(one.item.id)
    return f" ({_('was {state}').format(state=state_name(before))})" if before else ""


def highlights(found: Highlights, today: date | None) -> list[tuple[str, str]]:
    """The three answers for a chief executive, each with its label.

    With how many days are left from `today`; without, where it is None: for what is read on other days.
    """
    since, changed = (
        pgettext("highlights", "Before"),
        _("no earlier meeting is listed, so no changes are told"),
    )
    if found.since:
        since = _("Since {day}").format(day=norwegian(found.since))
        changed = _changes(found.changes, _BECAME, _WENT) or _("nothing changed")
    upcoming = _("nothing more has a date")
    if found.next_day:
        changes = _changes(found.next_changes, _BECOMES, _GOES, norwegian(found.next_day - ONE_DAY))
        far = away(found.next_day, today) if today is not None else ""
        upcoming = f"{listed(norwegian(found.next_day), far)}: {changes}"
    return [
        (since, changed),
        (pgettext("highlights", "Next"), upcoming),
        (pgettext("highlights", "Nobody owns"), _ownerless(found)),
    ]


_Happening = State | Literal["by_date", "confirmed"]
"""What a change is told as: the new state, unless it is known by its date alone or no more than confirmed."""
_Told = dict[_Happening, tuple[str, str]]
_BECAME: _Told = {
    State.NOT_STARTED: NN_("{number} not started", "{number} not started"),
    State.ONGOING: NN_("{number} began", "{number} began"),
    State.IN_TRANSITION: NN_("{number} in transition", "{number} in transition"),
    State.DUE: NN_("{number} became due", "{number} became due"),
    State.OVERDUE: NN_("{number} became overdue", "{number} became overdue"),
    State.POSTPONED: NN_("{number} postponed", "{number} postponed"),
    State.TRANSFERRED: NN_("{number} transferred", "{number} transferred"),
    State.ENDED: NN_("{number} ended", "{number} ended"),
    State.DONE: NN_("{number} done", "{number} done"),
    State.CANCELLED: NN_("{number} cancelled", "{number} cancelled"),
    State.ORPHANED: NN_("{number} orphaned", "{number} orphaned"),
    State.UNDECIDED: NN_("{number} undecided", "{number} undecided"),
    State.UNKNOWN: NN_("{number} unknown", "{number} unknown"),
    "confirmed": NN_("{number} confirmed", "{number} confirmed"),
    "by_date": NN_(
        "{number} transferred by the plan, not reported", "{number} transferred by the plan, not reported"
    ),
}
"""What has been handed over by its date alone is not told as if anybody had said so."""
_WENT: _Told = {
    State.IN_TRANSITION: NN_(
        "{number} in transition to {recipients}", "{number} in transition to {recipients}"
    ),
    State.TRANSFERRED: NN_("{number} transferred to {recipients}", "{number} transferred to {recipients}"),
    "confirmed": NN_("{number} confirmed by {recipients}", "{number} confirmed by {recipients}"),
    "by_date": NN_(
        "{number} transferred to {recipients} by the plan, not reported",
        "{number} transferred to {recipients} by the plan, not reported",
    ),
}
"""The same, where it is known to whom."""
_BECOMES: _Told = _BECAME | {
    State.ONGOING: NN_("{number} to begin", "{number} to begin"),
    State.IN_TRANSITION: NN_("{number} to go into transition", "{number} to go into transition"),
    State.DUE: NN_("{number} to become due", "{number} to become due"),
    State.OVERDUE: NN_("{number} to become overdue unless done", "{number} to become overdue unless done"),
    State.TRANSFERRED: NN_("{number} to be transferred", "{number} to be transferred"),
    State.ENDED: NN_("{number} ended, last day {last}", "{number} ended, last day {last}"),
    State.ORPHANED: NN_("{number} to be orphaned", "{number} to be orphaned"),
    "confirmed": NN_("{number} to be confirmed", "{number} to be confirmed"),
}
_GOES: _Told = {
    State.IN_TRANSITION: NN_(
        "{number} to go into transition to {recipients}", "{number} to go into transition to {recipients}"
    ),
    State.TRANSFERRED: NN_(
        "{number} to be transferred to {recipients}", "{number} to be transferred to {recipients}"
    ),
    "confirmed": NN_("{number} to be confirmed by {recipients}", "{number} to be confirmed by {recipients}"),
}


def _changes(changes: tuple[Change, ...], verbs: _Told, verbs_to: _Told, last: str = "") -> str:
    alike: dict[tuple[_Happening, bool], list[Change]] = {}
    for change in changes:
        happening = _happening(change)
        goes = bool(change.after.to) and happening in verbs_to
        alike.setdefault((happening, goes), []).append(change)
    told: list[str] = []
    for (happening, goes), some in alike.items():
        to = both(sorted({visible(one.after.to) for one in some if one.after.to}, key=alphabetical))
        one, several = verbs_to[happening] if goes else verbs[happening]
        template = ngettext(one, several, len(some))
        told.append(template.format(number=len(some), recipients=to, last=last))
    return "; ".join(told)


def _happening(change: Change) -> _Happening:
    if change.confirms:
        return "confirmed"
    return "by_date" if change.stage is Stage.BY_DATE else change.after.state


def _ownerless(found: Highlights) -> str:
    now = _names(found.ownerless) if found.ownerless else _("nothing on this day")
    if found.ownerless_from is None:
        return now
    later = _names(found.ownerless_later) if found.ownerless_later else pgettext("highlights", "nothing")
    day = norwegian(found.ownerless_from)
    return _("{now}; from {day}: {later}").format(now=now, day=day, later=later)


def _names(items: tuple[ItemOnDate, ...]) -> str:
    by_state: dict[State, list[str]] = {}
    for one in items:
        by_state.setdefault(one.state, []).append(one.item.id)
    # The gravest first: what has neither an end nor an heir.
    ordered = sorted(by_state.items(), key=lambda pair: pair[0] is not State.ORPHANED)
    return "; ".join(f"{state_count(state, len(ids))} ({few(ids)})" for state, ids in ordered)


def choice(report: StatusReport) -> str:
    """What the report was asked to leave out, in words; nothing when it lists all."""
    chosen = report.choice
    recipients = either(sorted((visible(one) for one in chosen.recipients), key=alphabetical))
    resource = visible(chosen.resource)
    return listed(
        either(sorted((visible(area) for area in chosen.areas), key=alphabetical)),
        either([level_name(level, 2) for level in get_args(Level) if level in chosen.levels]),
        either([state_name(state) for state in State if state in chosen.states]),
        _("to {recipient}").format(recipient=recipients) if recipients else "",
        _("resource {name}").format(name=resource) if resource else "",
        _("what nobody owns") if chosen.ownerless else "",
    )
