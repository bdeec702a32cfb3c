"""The commands that record what happened to an item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli.options import day, fail, today
from vrplan.cli.plan import party_id
from vrplan.cli.record.names import decision_of, item_of
from vrplan.cli.record.options import By, Data, DryRun, EventDay, ItemId, Note, Source, To, Who, given
from vrplan.cli.record.running import record

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from vrplan.model.plan import Item, Plan
    from vrplan.record import Asked


def plain(what: str) -> Callable[..., None]:
    """The command for an event that needs nothing but its day and its grounds."""

    def command(
        item: ItemId,
        date: EventDay = None,
        note: Note = None,
        who: Who = None,
        source: Source = None,
        decision: By = None,
        data: Data = None,
        dry_run: DryRun = False,
    ) -> None:
        facts = {"who": who, "decision": decision, "source": source, "note": note}
        record(lambda plan: _happened(plan, item, what, date, facts), data, dry_run)

    return command


def hand_over(what: str) -> Callable[..., None]:
    """The command for an event that has a receiver."""

    def command(
        item: ItemId,
        to: To = None,
        date: EventDay = None,
        note: Note = None,
        who: Who = None,
        source: Source = None,
        decision: By = None,
        data: Data = None,
        dry_run: DryRun = False,
    ) -> None:
        facts = {"recipient": to, "who": who, "decision": decision, "source": source, "note": note}
        record(lambda plan: _happened(plan, item, what, date, facts), data, dry_run)

    return command


def postponed(
    item: ItemId,
    date: EventDay = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The new first day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The new last day.")] = None,
    decision: By = None,
    note: Note = None,
    who: Who = None,
    source: Source = None,
    data: Data = None,
    dry_run: DryRun = False,
) -> None:
    """Record a postponement: the window from now on."""
    facts = {
        "who": who,
        "from": day("--from", from_).isoformat() if from_ is not None else None,
        "to": day("--until", until).isoformat() if until is not None else None,
        "decision": decision,
        "source": source,
        "note": note,
    }
    record(lambda plan: _happened(plan, item, "postponed", date, facts), data, dry_run)


def _happened(plan: Plan, name: str, what: str, date: str | None, facts: dict[str, str | None]) -> Asked:
    from vrplan.record import NewEvent

    item = item_of(plan, name)
    happened = day("--date", date) if date is not None else today()
    if decision := facts["decision"]:
        facts["decision"] = decision_of(plan, decision)
    if to := facts.get("recipient"):
        facts["recipient"] = party_id(plan, to)
    elif what in {"transferred", "accepted"}:
        receiver = _receiver(plan, item, happened)
        if receiver is None:
            fail(f"nothing says who receives {item.id}: name the receiver with --to")
        facts["recipient"] = plan.party_named(receiver)
    return NewEvent(item, happened, {"date": happened.isoformat(), "what": what, **given(facts)})


def _receiver(plan: Plan, item: Item, day: datetime.date) -> str | None:
    """Who has an item on a day, or is the next to get it: written down, so that a letter stays that receiver's.

    Of what is over otherwise, whom the words name: why that is not recorded then is for the rules to say.
    """
    from vrplan.as_of import history
    from vrplan.as_of.standing import listen

    going = (one.to for one in history(plan, item, None) if one.to and (one.last is None or one.last >= day))
    named = (one.reading.recipient for one in listen(item, None).decided if one.reading.recipient)
    return next(going, item.recipient) or next(named, None)
