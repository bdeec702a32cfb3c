"""Names that stand for something: decisions, columns, parties, items, bodies and sources must exist, once."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Related, Severity, Spot
from vrplan.model.written import Measure
from vrplan.rules.named import (
    Named,
    bodies_named,
    decisions_named,
    decisions_replaced,
    sources_named,
)
from vrplan.rules.unknown import unknown, with_values
from vrplan.rules.walk import entries, items, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vrplan.model.plan import Plan

UNKNOWN_DECISION = Code(
    "VR201",
    "unknown-decision",
    Severity.ERROR,
    "there is no decision {name}",
    "add it to the decisions, or write the id of one that is there",
)
UNKNOWN_STATUS_KEY = Code(
    "VR202",
    "unknown-status-key",
    Severity.ERROR,
    "{name} is neither a column of this plan nor a decision",
    "write the name of a column ({columns}), or a decision and its point: styret-2018-16/2",
)
UNKNOWN_ITEM = Code(
    "VR204",
    "unknown-item",
    Severity.ERROR,
    "{name} is not one of the activities that this status speaks of",
    "write the id of an activity below: {known}",
)
UNKNOWN_BODY = Code(
    "VR207",
    "unknown-body",
    Severity.ERROR,
    "there is no body {name}",
    "add it under bodies, or write one of: {known}",
)
UNKNOWN_SOURCE = Code(
    "VR208",
    "unknown-source",
    Severity.WARNING,
    "there is no source {name}",
    "add the paper under sources, so that a reader can find it, or write one of: {known}",
)
REPEATED_ID = Code(
    "VR205",
    "repeated-id",
    Severity.ERROR,
    "the id {name} is used twice",
    "give one of them an id of its own; an id is never reused",
)
REPEATED_DECISION = Code(
    "VR206",
    "repeated-decision",
    Severity.ERROR,
    "the decision {name} stands twice",
    "give one of them an id of its own, or remove it",
)


SPEAKS_OF_NOTHING = Code(
    "VR212",
    "speaks-of-nothing",
    Severity.WARNING,
    "a status stands at {name}, and there is no activity below that it could speak of",
    "list the activities, or remove the status",
)


def decision_is_known(plan: Plan) -> Iterator[Finding]:
    """A column, the end of the organisation and an event name decisions that are in decisions.yaml."""
    if "decisions" in plan.unread:
        return
    named = [(plan.file, path, name) for path, name in decisions_named(plan)]
    named += [(plan.decisions_file, path, name) for path, name in decisions_replaced(plan)]
    for file, path, name in named:
        if not _is_decision(plan, name):
            yield unknown(UNKNOWN_DECISION, file, path, name, _decision_keys(plan))


def status_key_is_known(plan: Plan) -> Iterator[Finding]:
    """Each status stands in a column of the plan, or under a decision or one of its points."""
    keys = {key for _, entry in entries(plan) for key in entry.status or ()}
    strange = {key for key in keys if key not in plan.columns and not _is_decision(plan, key)}
    if "columns" in plan.unread or "decisions" in plan.unread:
        return
    known = [*plan.columns, *_decision_keys(plan)] if strange else []
    for path, entry in entries(plan) if strange else ():
        for key in entry.status or ():
            if key in strange:
                finding = unknown(UNKNOWN_STATUS_KEY, plan.file, (*path, "status", key), key, known, key=True)
                yield with_values(finding, columns=", ".join(plan.columns))


def item_is_known(plan: Plan) -> Iterator[Finding]:
    """`only` and `except` name activities that the status speaks of."""
    if "items" in plan.unread:
        return
    choosing = [(path, one) for path, one in sentences(plan) if one.only or one.except_]
    ids = _ids_below(plan, {_above(path) for path, _ in choosing})
    for path, sentence in choosing:
        below = ids[_above(path)]
        for key, names in (("only", sentence.only), ("except", sentence.except_)):
            for index, name in enumerate(names):
                if name not in below:
                    finding = unknown(UNKNOWN_ITEM, plan.file, (*path, key, index), name, below)
                    yield with_values(finding, known=", ".join(below) or "(none)")


def status_speaks_of_something(plan: Plan) -> Iterator[Finding]:
    """The status of a measure speaks of its activities, so it has some."""
    for path, entry in entries(plan):
        if isinstance(entry, Measure) and entry.status and not entry.activities:
            yield Finding(
                SPEAKS_OF_NOTHING, Spot(plan.file, (*path, "status"), key=True), {"name": entry.name}
            )


def body_is_known(plan: Plan) -> Iterator[Finding]:
    """Decisions and meetings are of bodies that are listed."""
    if "bodies" in plan.unread:
        return
    bodies = plan.decided.bodies
    for path, name in bodies_named(plan):
        if name not in bodies:
            finding = unknown(UNKNOWN_BODY, plan.decisions_file, path, name, bodies)
            yield with_values(finding, known=", ".join(bodies))


def source_is_known(plan: Plan) -> Iterator[Finding]:
    """A source is a paper that is listed, when papers are listed at all."""
    sources = plan.decided.sources
    if "sources" in plan.unread or not sources:
        return
    for file, path, name in sources_named(plan):
        if name not in sources:
            yield with_values(unknown(UNKNOWN_SOURCE, file, path, name, sources), known=", ".join(sources))


def item_id_is_its_own(plan: Plan) -> Iterator[Finding]:
    """No two items, focus areas or areas share an id: commands and decisions name them by it."""
    areas = [(("areas", number), area.id) for number, area in enumerate(plan.written.areas)]
    counts = Counter(area_id for _, area_id in areas)
    counts.update(item.id for _, item in items(plan))
    if counts.total() > len(counts):  # the paths of a large plan take room, and are hardly ever needed
        entries = chain(areas, ((path, item.id) for path, item in items(plan)))
        named = (((*path, "id"), name) for path, name in entries if counts[name] > 1)
        yield from _repeated(REPEATED_ID, plan.file, named)


def decision_id_is_its_own(plan: Plan) -> Iterator[Finding]:
    """No two decisions share an id, nor two points of one decision."""
    decisions = plan.decided.decisions
    ids = [(("decisions", number, "id"), one.id) for number, one in enumerate(decisions)]
    yield from _repeated(REPEATED_DECISION, plan.decisions_file, ids)
    for number, decision in enumerate(decisions):
        points = [
            (("decisions", number, "points", index, "id"), f"{decision.id}/{point.id}")
            for index, point in enumerate(decision.points)
        ]
        yield from _repeated(REPEATED_DECISION, plan.decisions_file, points)


def _is_decision(plan: Plan, name: str) -> bool:
    decision, point = plan.find_decision(name)
    return decision is not None and (point is not None or "/" not in name)


def _decision_keys(plan: Plan) -> list[str]:
    points = [f"{one.id}/{point.id}" for one in plan.decided.decisions for point in one.points]
    return [*plan.decisions, *points]


def _above(path: Path) -> Path:
    """The path of the entry that a status stands in."""
    return path[: path.index("status")]


def _ids_below(plan: Plan, entries: set[Path]) -> dict[Path, list[str]]:
    """For each of these entries, the ids of the items that a status of it can speak of, found in one pass."""
    ids: dict[Path, list[str]] = {path: [] for path in entries}
    for item in plan.items if ids else ():
        if item.level != "obligation":
            for length in range(len(item.path) + 1):
                if item.path[:length] in ids:
                    ids[item.path[:length]].append(item.id)
    return ids


def _repeated(code: Code, file: str, ids: Iterable[Named]) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, name in ids:
        if name in first:
            related = Related("{name} is used here first", Spot(file, first[name]))
            yield Finding(code, Spot(file, path), {"name": name}, (related,))
        else:
            first[name] = path
