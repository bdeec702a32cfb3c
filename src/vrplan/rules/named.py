"""The places where a plan names a decision, a party, a body or a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Path
from vrplan.model.written import Obligation
from vrplan.rules.walk import entries, items, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Plan

Named = tuple[Path, str]


def decisions_named(plan: Plan) -> Iterator[Named]:
    """The decisions that are named, with the path of each name."""
    written = plan.written
    if written.ceases is not None:
        yield ("ceases", "decision"), written.ceases.decision
    for name, column in written.columns.items():
        for key, decision in (("proposed_by", column.proposed_by), ("adopted_by", column.adopted_by)):
            if decision is not None:
                yield ("columns", name, key), decision
    for path, item in items(plan):
        for index, event in enumerate(item.events):
            if event.decision is not None:
                yield (*path, "events", index, "decision"), event.decision


def decisions_replaced(plan: Plan) -> Iterator[Named]:
    """The decisions that others replace, with the path of each name in the file of decisions."""
    for number, decision in enumerate(plan.decided.decisions):
        for index, name in enumerate(decision.replaces):
            yield ("decisions", number, "replaces", index), name


def parties_named(plan: Plan) -> Iterator[Named]:
    """The parties that are named, with the path of each name."""
    for name, party in plan.parties.items():
        if party.part_of is not None:
            yield ("parties", name, "part_of"), party.part_of
    for path, item in items(plan):
        if item.owner is not None:
            yield (*path, "owner"), item.owner
        if isinstance(item, Obligation) and item.recipient is not None:
            yield (*path, "recipient"), item.recipient
        for index, event in enumerate(item.events):
            if event.recipient is not None:
                yield (*path, "events", index, "recipient"), event.recipient
    for path, sentence in sentences(plan):
        if sentence.means is not None and sentence.means.recipient is not None:
            yield (*path, "means", "recipient"), sentence.means.recipient


def bodies_named(plan: Plan) -> Iterator[Named]:
    """The bodies that are named, with the path of each name."""
    for number, meeting in enumerate(plan.decided.meetings):
        yield ("meetings", number, "body"), meeting.body
    for number, decision in enumerate(plan.decided.decisions):
        if decision.body is not None:
            yield ("decisions", number, "body"), decision.body
    for name, source in plan.decided.sources.items():
        if source.body is not None:
            yield ("sources", name, "body"), source.body


def sources_named(plan: Plan) -> Iterator[tuple[str, Path, str]]:
    """The sources that are named, with the path of each name."""
    for path, entry in entries(plan):
        if entry.source is not None:
            yield plan.file, (*path, "source"), entry.source
    for path, sentence in sentences(plan):
        if sentence.source is not None:
            yield plan.file, (*path, "source"), sentence.source
    for number, meeting in enumerate(plan.decided.meetings):
        if meeting.source is not None:
            yield plan.decisions_file, ("meetings", number, "source"), meeting.source
    for number, decision in enumerate(plan.decided.decisions):
        if decision.source is not None:
            yield plan.decisions_file, ("decisions", number, "source"), decision.source
