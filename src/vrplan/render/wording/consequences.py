"""The sentences about what follows from a decision: what it adopts and ends, which items rest on it, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.language import N_, _, ngettext
from vrplan.render.safe import visible
from vrplan.render.wording.statements import authority, event, quoted
from vrplan.render.wording.terms import few, reading

if TYPE_CHECKING:
    from datetime import date

    from vrplan.model.decided import Decision
    from vrplan.model.plan import Plan, Statement
    from vrplan.reports.consequences import Consequences, Spoken


def nothing_follows() -> str:
    """That nothing follows from a decision, or a point of it."""
    return _("nothing follows")


def consequences(follows: Consequences, decision: Decision, plan: Plan) -> str:
    """What follows from a decision or a point of it, in one line."""
    if follows.is_nothing:
        return nothing_follows()
    parts = [
        _ends(follows.ceases, decision, plan) if follows.ceases else "",
        *(_(_ADOPTS[decision.standing]).format(column=visible(name)) for name in follows.adopts),
        *(_proposes(name, adoption) for name, adoption in follows.proposes),
        _("replaces {decisions}").format(decisions=visible(", ".join(follows.replaces)))
        if follows.replaces
        else "",
        _speaks_of(follows.items),
        _recorded(follows),
    ]
    return "; ".join(part for part in parts if part)


def _ends(ceases: date, decision: Decision, plan: Plan) -> str:
    is_adopted = decision.standing == "adopted"
    told = _("ends {organisation} on {day}") if is_adopted else _("would end {organisation} on {day}")
    return told.format(organisation=visible(plan.organisation), day=norwegian(ceases))


def _proposes(column: str, adoption: str | None) -> str:
    if adoption is None:
        return _("proposes {column}").format(column=visible(column))
    told = _("proposes {column}, which {decision} adopts")
    return told.format(column=visible(column), decision=visible(adoption))


_ADOPTS = {
    "adopted": N_("adopts {column}"),
    "proposed": N_("proposes {column}"),
    "noted": N_("takes note of {column}"),
}


def _speaks_of(items: tuple[Spoken, ...]) -> str:
    resting = [one.now.item.id for one in items if one.holds]
    others = [one.now.item.id for one in items if not one.holds]
    if resting:
        told = ngettext("{items} rests on it", "{items} rest on it", len(resting))
        rest = told.format(items=_ids(resting))
        also = [_("it also speaks of {items}").format(items=_ids(others))] if others else []
        return "; ".join((rest, *also))
    if not others:
        return ""
    told = ngettext(
        "speaks of {items}, which does not rest on it",
        "speaks of {items}, none of which rests on it",
        len(others),
    )
    return told.format(items=_ids(others))


def _ids(ids: list[str]) -> str:
    if len(ids) == 1:
        return ids[0]
    return ngettext("{number} item ({ids})", "{number} items ({ids})", len(ids)).format(
        number=len(ids), ids=few(ids)
    )


def _recorded(follows: Consequences) -> str:
    ids = list(dict.fromkeys(item.id for item, _event in follows.events))
    number = len(follows.events)
    told = ngettext("{number} recorded event ({ids})", "{number} recorded events ({ids})", number)
    return told.format(number=number, ids=few(ids)) if ids else ""


def spoken(one: Spoken) -> list[str]:
    """What a decision says of an item, that which holds first; or what its status rests on instead."""
    held = one.now.holds.statement if one.now.holds else None
    first = [said for said in one.statements if one.holds and said is held]
    also = [said for said in one.statements if said not in first]
    lines = [_said(said) for said in first]
    lines += [_("also said: {said}").format(said=_said(said)) if first else _said(said) for said in also]
    return lines if one.holds else [*lines, _what_holds(one)]


def _said(statement: Statement) -> str:
    return f"{quoted(statement.text)}: {reading(statement.reading)}"


def _what_holds(one: Spoken) -> str:
    held = one.now.holds
    if held is None:
        return _("nothing is decided of it")
    told = _("its status rests on {authority}: {words}")
    return told.format(authority=authority(held), words=quoted(held.statement.text))


def recorded(follows: Consequences) -> list[str]:
    """What is recorded to have happened because of a decision, a line for each, with its item."""
    return [
        _("recorded: {event}").format(event=f"{item.id}: {event(happened)}")
        for item, happened in follows.events
    ]
