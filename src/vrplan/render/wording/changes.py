"""The sentences about an item that differs: what it was and what it is, in the plan's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.phrases import Kind
from vrplan.render.safe import visible
from vrplan.render.wording.items import when, words
from vrplan.render.wording.statements import authority, beside, event, quoted
from vrplan.render.wording.terms import listed, said_of_whole, state_name, window
from vrplan.reports.changes import Aspect

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate
    from vrplan.phrases import Reading
    from vrplan.reports.changes import Change, Side
    from vrplan.reports.diff import DiffReport


def told(change: Change, report: DiffReport) -> list[str]:
    """What differs of an item, in short sentences."""
    was, now = change.before, change.after
    if was is None or now is None:
        return [_new_or_gone(change, report)]
    return [
        *_read_differently(was, now, change.aspects),
        *_in_another_state(was, now, change, report),
        *_about_the_item(was, now, change.aspects),
        *(f"also said now: {beside(one)}" for one in now.only_said),
        *(f"no longer said: {beside(one)}" for one in was.only_said),
        *(f"recorded: {event(one)}" for one in now.only_recorded),
        *(f"no longer recorded: {event(one)}" for one in was.only_recorded),
    ]


def _new_or_gone(change: Change, report: DiffReport) -> str:
    """How an item stands, or stood, that only one side has."""
    if change.after is not None:
        return f"new: {_stands(change.after, report.after) or 'nothing is said of it'}"
    stood = _stands(change.before, report.before) if change.before is not None else ""
    return f"gone: was {stood}" if stood else "gone: nothing was said of it"


def _stands(side: Side, view: PlanOnDate) -> str:
    if side.now is not None:
        return listed(state_name(side.now.state), when(side.now, view.clocks.date))
    return _meant(side) if side.said is not None else ""


def brief(one: Reading) -> str:
    """A reading in a few words: `ends 30.6.2018`, `transfers to KHS 1.8.2018–31.12.2018`."""
    days = window(one.start, one.end)
    if one.kind is Kind.ENDS and one.start is None and one.end is not None:
        days = norwegian(one.end)
    to = f"to {visible(one.recipient)}" if one.recipient else ""
    return listed(
        " ".join(part for part in (str(one.kind), to, days) if part),
        str(one.recurrence) if one.recurrence and one.kind is Kind.RECURRING else "",
        str(one.modality) if one.modality and one.modality != "decided" else "",
        "has happened" if one.done and one.kind is not Kind.DONE else "",
    )


def _meant(side: Side) -> str:
    if side.said is None:
        return "nothing decided"
    if side.said.reading.kind is not Kind.UNKNOWN:
        return brief(side.said.reading)
    return "words not known" if side.said.statement.text is None else "not understood"


def _read_differently(was: Side, now: Side, aspects: tuple[Aspect, ...]) -> list[str]:
    if Aspect.KIND in aspects:
        return [f"{_meant(was)} → {_meant(now)}"]
    one, other = was.reading, now.reading
    if one is None or other is None or was.said is None or now.said is None:
        return []
    found = {
        Aspect.WINDOW: f"window {_turn(window(one.start, one.end), window(other.start, other.end))}",
        Aspect.RECIPIENT: _recipient(one.recipient, other.recipient),
        Aspect.MODALITY: _turn(one.modality, other.modality),
        Aspect.RECURRENCE: _turn(one.recurrence, other.recurrence),
        Aspect.DONE: "has happened" if other.done else "has not happened",
    }
    phrases = [phrase for aspect, phrase in found.items() if aspect in aspects and phrase]
    if not phrases and Aspect.AUTHORITY in aspects:
        phrases.append(f"rests on {authority(now.said)} instead of {authority(was.said)}")
    elif not phrases and Aspect.TEXT in aspects:
        phrases.append("other words, read alike" if _is_read_whole(one, other) else "other words")
    return phrases


def _is_read_whole(*readings: Reading) -> bool:
    """Whether the readings tell all that the texts say: not where only their first statement is read."""
    partly = {"second_statement", "shortened"}
    return all(
        one.kind is not Kind.UNKNOWN and not partly & {remark.code for remark in one.remarks}
        for one in readings
    )


def _turn(before: str | None, after: str | None) -> str:
    return f"{visible(before) if before else 'none'} → {visible(after) if after else 'none'}"


def _recipient(before: str | None, after: str | None) -> str:
    if before == after:
        return ""
    if before and after:
        return f"to {visible(before)} → to {visible(after)}"
    return f"to {visible(after)} added" if after else f"to {visible(before or '')} removed"


def _in_another_state(was: Side, now: Side, change: Change, report: DiffReport) -> list[str]:
    """What differs on the day asked about; where that is nothing, from which day on something does."""
    if change.parting is not None:
        turn = f"{state_name(change.parting.before)} → {state_name(change.parting.after)}"
        return [f"from {norwegian(change.parting.day)}: {turn}"]
    one, other, aspects = was.now, now.now, change.aspects
    if Aspect.STATE in aspects:
        day = report.after.clocks.date
        before = state_name(one.state) if one else "not spoken of"
        after = listed(state_name(other.state), when(other, day)) if other else "not spoken of"
        return [f"{'' if report.compared == 'dates' else f'on {norwegian(day)}: '}{before} → {after}"]
    if one is None or other is None:
        return []
    alike = was.reading is None or now.reading is None or was.reading.recipient == now.reading.recipient
    confirmed = "confirmed by the receiver" if other.confirmed else "no longer confirmed by the receiver"
    return [
        *([to] if alike and (to := _recipient(one.to, other.to)) else []),
        *([confirmed] if Aspect.CONFIRMED in aspects else []),
    ]


def _about_the_item(was: Side, now: Side, aspects: tuple[Aspect, ...]) -> list[str]:
    one, other = was.item, now.item
    found = {
        Aspect.OWNER: _owner(was, now, aspects),
        Aspect.NAME: f"name “{visible(one.name)}” → “{visible(other.name)}”",
        Aspect.PLACE: f"stands in {_turn(_place(was), _place(now))}",
        Aspect.RESOURCE: f"resource {_turn(one.resource, other.resource)}",
        Aspect.WHO: f"who {_turn(one.who, other.who)}",
        Aspect.ENTRY_KIND: f"kind {_turn(one.kind, other.kind)}",
        Aspect.NAMED_RECIPIENT: f"recipient named beside it {_turn(one.recipient, other.recipient)}",
    }
    return [phrase for aspect, phrase in found.items() if aspect in aspects and phrase]


def _owner(was: Side, now: Side, aspects: tuple[Aspect, ...]) -> str:
    """Who is named as the owner, else who still owns it on that day; that nobody does is part of a new state."""
    if was.item.owner != now.item.owner:
        return f"owner {visible(was.item.owner)} → {visible(now.item.owner)}"
    before, after = (side.now.owner if side.now else side.item.owner for side in (was, now))
    if after is None and Aspect.STATE in aspects:
        return ""
    return f"owner {visible(before or 'nobody')} → {visible(after or 'nobody')}"


def _place(side: Side) -> str:
    above = (side.item.area, side.item.focus_area, side.item.measure)
    return " / ".join(name for name in above if name) or "no area"


def spoken_words(side: Side) -> str:
    """The words that speak for an item, and whether they are said of more than it."""
    if side.said is None:
        return words(side.now) if side.now is not None else ""
    reach = side.said.statement.reach
    of_all = f" ({said_of_whole(reach)})" if reach != "own" else ""
    return quoted(side.said.statement.text) + of_all


def spoken_where(side: Side) -> str:
    """The words that speak for an item, and where they stand."""
    return f"{spoken_words(side)} – {authority(side.said)}" if side.said is not None else spoken_words(side)


def have_one_text(change: Change) -> bool:
    """Whether the words need to be told once only: both sides have the same, or only one side has any."""
    return not (change.before and change.after) or not {Aspect.TEXT, Aspect.AUTHORITY, Aspect.KIND} & {
        *change.aspects
    }
