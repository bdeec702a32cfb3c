"""The sentences about what follows from a decision: what it adopts and ends, which items rest on it, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.language import N_, _, ngettext
from vrplan.render.safe import visible
from vrplan.render.wording.readings import read_as
from vrplan.render.wording.statements import authority, event, quoted
from vrplan.render.wording.terms import few

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from vrplan.model.decided import Decision
    from vrplan.model.plan import Item, Plan, Statement
    from vrplan.reports.consequences import Consequences, Spoken

    Naming = Callable[[Sequence[Item]], str]


def nothing_follows() -> str:
    """That nothing follows from a decision, or a point of it."""
    return _("nothing follows")


def by_id(items: Sequence[Item]) -> str:
    """Items by their ids, for whoever asks on; of many, the first of them."""
    return few([one.id for one in items])


def by_name(items: Sequence[Item]) -> str:
    """One item by its name; of several nothing, for a reader who sees their names elsewhere."""
    return quoted(items[0].name) if len(items) == 1 else ""


def consequences(follows: Consequences, decision: Decision, plan: Plan, naming: Naming = by_id) -> str:
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
        _speaks_of(follows.items, naming),
        _recorded(follows, naming),
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


def _speaks_of(items: tuple[Spoken, ...], naming: Naming) -> str:
    resting = [one.now.item for one in items if one.holds]
    others = [one.now.item for one in items if not one.holds]
    if resting:
        told = ngettext("{items} rests on it", "{items} rest on it", len(resting))
        rest = told.format(items=_named(resting, naming))
        also = [_("it also speaks of {items}").format(items=_named(others, naming))] if others else []
        return "; ".join((rest, *also))
    if not others:
        return ""
    told = ngettext(
        "speaks of {items}, which does not rest on it",
        "speaks of {items}, none of which rests on it",
        len(others),
    )
    return told.format(items=_named(others, naming))


def _named(items: Sequence[Item], naming: Naming) -> str:
    names = naming(items)
    if len(items) == 1:
        return names
    if not names:
        return ngettext("{number} item", "{number} items", len(items)).format(number=len(items))
    told = ngettext("{number} item ({ids})", "{number} items ({ids})", len(items))
    return told.format(number=len(items), ids=names)


def _recorded(follows: Consequences, naming: Naming) -> str:
    items = list({item.id: item for item, _event in follows.events}.values())
    number = len(follows.events)
    names = naming(items) if items else ""
    told = ngettext("{number} recorded event", "{number} recorded events", number)
    if names:
        told = ngettext("{number} recorded event ({ids})", "{number} recorded events ({ids})", number)
    return told.format(number=number, ids=names) if items else ""


def spoken(one: Spoken) -> list[str]:
    """What a decision says of an item, that which holds first; or what its status rests on instead."""
    held = one.now.holds.statement if one.now.holds else None
    first = [said for said in one.statements if one.holds and said is held]
    also = [said for said in one.statements if said not in first]
    lines = [_said(said) for said in first]
    lines += [_("also said: {said}").format(said=_said(said)) if first else _said(said) for said in also]
    return lines if one.holds else [*lines, _what_holds(one)]


def _said(statement: Statement) -> str:
    return f"{quoted(statement.text)}: {read_as(statement)}"


def _what_holds(one: Spoken) -> str:
    held = one.now.holds
    if held is None:
        return _("nothing is decided of it")
    told = _("its status rests on {authority}: {words}")
    return told.format(authority=authority(held), words=quoted(held.statement.text))


def recorded(follows: Consequences, naming: Naming = by_id) -> list[str]:
    """What is recorded to have happened because of a decision, a line for each, with its item."""
    return [
        _("recorded: {event}").format(event=f"{naming([item])}: {event(happened)}")
        for item, happened in follows.events
    ]
