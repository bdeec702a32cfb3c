"""Names that stand for something: decisions, columns, parties, items, bodies and sources must exist, once."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Related, Severity, Spot, nearest
from vrplan.rules.named import Named, bodies_named, decisions_named, parties_named, sources_named
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
    "write the name of a column ({columns}), or a decision and its point: sg-2018-16/2",
)
UNKNOWN_PARTY = Code(
    "VR203",
    "unknown-party",
    Severity.ERROR,
    "there is no party {name}",
    "add it under parties, or write the id of one that is there",
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
PART_OF_ITSELF = Code(
    "VR209", "part-of-itself", Severity.ERROR, "{name} is part of itself", "name the party that it belongs to"
)

CODES = (
    UNKNOWN_DECISION, UNKNOWN_STATUS_KEY, UNKNOWN_PARTY, UNKNOWN_ITEM, REPEATED_ID, REPEATED_DECISION,
    UNKNOWN_BODY, UNKNOWN_SOURCE, PART_OF_ITSELF,
)  # fmt: skip


def decision_is_known(plan: Plan) -> Iterator[Finding]:
    """A column, the end of the organisation and an event name decisions that are in decisions.yaml."""
    if "decisions" in plan.unread:
        return
    for path, name in decisions_named(plan):
        if not _is_decision(plan, name):
            yield _unknown(UNKNOWN_DECISION, plan.file, path, name, _decision_keys(plan))


def status_key_is_known(plan: Plan) -> Iterator[Finding]:
    """Each status stands in a column of the plan, or under a decision or one of its points."""
    keys = {key for _, entry in entries(plan) for key in entry.status or ()}
    unknown = {key for key in keys if key not in plan.columns and not _is_decision(plan, key)}
    if "columns" in plan.unread or "decisions" in plan.unread:
        return
    known = [*plan.columns, *_decision_keys(plan)] if unknown else []
    for path, entry in entries(plan) if unknown else ():
        for key in entry.status or ():
            if key in unknown:
                finding = _unknown(
                    UNKNOWN_STATUS_KEY, plan.file, (*path, "status", key), key, known, key=True
                )
                yield _with(finding, columns=", ".join(plan.columns))


def party_is_known(plan: Plan) -> Iterator[Finding]:
    """Owners and recipients, and what a party is part of, are parties of the plan (by id, name or alias)."""
    if "parties" in plan.unread:
        return
    for path, name in parties_named(plan):
        if plan.party_named(name) is None:
            yield _unknown(UNKNOWN_PARTY, plan.file, path, name, plan.spoken_party_names)


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
                    finding = _unknown(UNKNOWN_ITEM, plan.file, (*path, key, index), name, below)
                    yield _with(finding, known=", ".join(below) or "(none)")


def body_is_known(plan: Plan) -> Iterator[Finding]:
    """Decisions and meetings are of bodies that are listed."""
    if "bodies" in plan.unread:
        return
    bodies = plan.decided.bodies
    for path, name in bodies_named(plan):
        if name not in bodies:
            finding = _unknown(UNKNOWN_BODY, plan.decisions_file, path, name, bodies)
            yield _with(finding, known=", ".join(bodies))


def source_is_known(plan: Plan) -> Iterator[Finding]:
    """A source is a paper that is listed, when papers are listed at all."""
    sources = plan.decided.sources
    if "sources" in plan.unread or not sources:
        return
    for file, path, name in sources_named(plan):
        if name not in sources:
            yield _with(_unknown(UNKNOWN_SOURCE, file, path, name, sources), known=", ".join(sources))


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


def party_is_not_part_of_itself(plan: Plan) -> Iterator[Finding]:
    """Following part_of from a party upwards never comes back to it."""
    for name in plan.parties:
        seen: set[str] = set()
        above: str | None = name
        while above in plan.parties and above not in seen:
            seen.add(above)
            above = plan.parties[above].part_of
        if above == name:
            yield Finding(PART_OF_ITSELF, Spot(plan.file, ("parties", name, "part_of")), {"name": name})


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


def _unknown(
    code: Code, file: str, path: Path, name: str, known: Iterable[str], *, key: bool = False
) -> Finding:
    near = nearest(name, known, 1)
    values = {"name": name} | ({"near": near[0]} if near else {})
    return Finding(code, Spot(file, path, key), values, advice="did you mean {near}?" if near else "")


def _with(finding: Finding, **values: str) -> Finding:
    return Finding(
        finding.code, finding.spot, {**finding.values, **values}, finding.related, advice=finding.advice
    )
