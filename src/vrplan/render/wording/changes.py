"""The sentences about an item that differs: what it was and what it is, in the plan's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.phrases import Kind
from vrplan.render.language import _, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.items import words
from vrplan.render.wording.names import modality_name, obligation_name, recurrence_name
from vrplan.render.wording.readings import brief
from vrplan.render.wording.stands import stands
from vrplan.render.wording.statements import authority, beside, event, quoted
from vrplan.render.wording.terms import said_of_whole, state_name, window
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
        *(_("also said now: {said}").format(said=beside(one)) for one in now.only_said),
        *(_("no longer said: {said}").format(said=beside(one)) for one in was.only_said),
        *(_("recorded: {event}").format(event=event(one)) for one in now.only_recorded),
        *(_("no longer recorded: {event}").format(event=event(one)) for one in was.only_recorded),
    ]


def _new_or_gone(change: Change, report: DiffReport) -> str:
    """How an item stands, or stood, that only one side has."""
    if change.after is not None:
        stands = _stands(change.after, report.after)
        return _("new: {stands}").format(stands=stands) if stands else _("new: nothing is said of it")
    stood = _stands(change.before, report.before) if change.before is not None else ""
    return _("gone: was {stood}").format(stood=stood) if stood else _("gone: nothing was said of it")


def _stands(side: Side, view: PlanOnDate) -> str:
    if side.now is not None:
        return stands(side.now, view.clocks.date)
    return _meant(side) if side.said is not None else ""


def _meant(side: Side) -> str:
    if side.said is None:
        return _("nothing decided")
    if side.said.reading.kind is not Kind.UNKNOWN:
        return brief(side.said.reading)
    return _("words not known") if side.said.statement.text is None else _("not understood")


def _read_differently(was: Side, now: Side, aspects: tuple[Aspect, ...]) -> list[str]:
    if Aspect.KIND in aspects:
        return [f"{_meant(was)} → {_meant(now)}"]
    one, other = was.reading, now.reading
    if one is None or other is None or was.said is None or now.said is None:
        return []
    found = {
        Aspect.WINDOW: _turn(
            _("window {before} → {after}"), window(one.start, one.end), window(other.start, other.end)
        ),
        Aspect.RECIPIENT: _recipient(one.recipient, other.recipient),
        Aspect.MODALITY: _turn(
            _TURN, *(side.modality and modality_name(side.modality) for side in (one, other))
        ),
        Aspect.RECURRENCE: _turn(
            _TURN, *(side.recurrence and recurrence_name(side.recurrence) for side in (one, other))
        ),
        Aspect.DONE: _("has happened") if other.done else _("has not happened"),
    }
    phrases = [phrase for aspect, phrase in found.items() if aspect in aspects and phrase]
    if not phrases and Aspect.AUTHORITY in aspects:
        rests = _("rests on {after} instead of {before}")
        phrases.append(rests.format(after=authority(now.said), before=authority(was.said)))
    elif not phrases and Aspect.TEXT in aspects:
        phrases.append(_("other words, read alike") if _is_read_whole(one, other) else _("other words"))
    return phrases


def _is_read_whole(*readings: Reading) -> bool:
    """Whether the readings tell all that the texts say: not where only their first statement is read."""
    partly = {"second_statement", "shortened"}
    return all(
        one.kind is not Kind.UNKNOWN and not partly & {remark.code for remark in one.remarks}
        for one in readings
    )


_TURN = "{before} → {after}"


def _turn(told: str, before: str | None, after: str | None) -> str:
    """What was and what is, put into a sentence that is told already; and where there is none, that."""
    none = pgettext("value", "none")
    return told.format(before=visible(before) if before else none, after=visible(after) if after else none)


def _recipient(before: str | None, after: str | None) -> str:
    if before == after:
        return ""
    if before and after:
        return _turn(_("to {before} → to {after}"), before, after)
    if after:
        return _("to {recipient} added").format(recipient=visible(after))
    return _("to {recipient} removed").format(recipient=visible(before or ""))


def _in_another_state(was: Side, now: Side, change: Change, report: DiffReport) -> list[str]:
    """What differs on the day asked about; where that is nothing, from which day on something does."""
    if change.parting is not None:
        turn = f"{state_name(change.parting.before)} → {state_name(change.parting.after)}"
        return [_("from {day}: {turn}").format(day=norwegian(change.parting.day), turn=turn)]
    one, other, aspects = was.now, now.now, change.aspects
    if Aspect.STATE in aspects:
        day = report.after.clocks.date
        before = state_name(one.state) if one else _("not spoken of")
        after = stands(other, day) if other else _("not spoken of")
        turn = f"{before} → {after}"
        if report.compared == "dates":
            return [turn]
        return [_("on {day}: {turn}").format(day=norwegian(day), turn=turn)]
    if one is None or other is None:
        return []
    alike = was.reading is None or now.reading is None or was.reading.recipient == now.reading.recipient
    told = [to] if alike and (to := _recipient(one.to, other.to)) else []
    if Aspect.CONFIRMED in aspects:
        given = _("confirmed by the receiver")
        told.append(given if other.confirmed else _("no longer confirmed by the receiver"))
    return told


def _about_the_item(was: Side, now: Side, aspects: tuple[Aspect, ...]) -> list[str]:
    one, other = was.item, now.item
    found = {
        Aspect.OWNER: _owner(was, now, aspects),
        Aspect.NAME: _turn(_("name “{before}” → “{after}”"), one.name, other.name),
        Aspect.PLACE: _turn(_("stands in {before} → {after}"), _place(was), _place(now)),
        Aspect.RESOURCE: _turn(_("resource {before} → {after}"), one.resource, other.resource),
        Aspect.WHO: _turn(_("who {before} → {after}"), one.who, other.who),
        Aspect.ENTRY_KIND: _turn(
            _("kind {before} → {after}"), *(side.kind and obligation_name(side.kind) for side in (one, other))
        ),
        Aspect.NAMED_RECIPIENT: _turn(
            _("recipient named beside it {before} → {after}"), one.recipient, other.recipient
        ),
    }
    return [phrase for aspect, phrase in found.items() if aspect in aspects and phrase]


def _owner(was: Side, now: Side, aspects: tuple[Aspect, ...]) -> str:
    """Who is named as the owner, else who still owns it on that day; that nobody does is part of a new state."""
    told = _("owner {before} → {after}")
    if was.item.owner != now.item.owner:
        return _turn(told, was.item.owner, now.item.owner)
    before, after = (side.now.owner if side.now else side.item.owner for side in (was, now))
    if after is None and Aspect.STATE in aspects:
        return ""
    return _turn(told, before or _("nobody"), after or _("nobody"))


def _place(side: Side) -> str:
    above = (side.item.area, side.item.focus_area, side.item.measure)
    return " / ".join(name for name in above if name) or _("no area")


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
