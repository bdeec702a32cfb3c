"""Decisions, bodies and papers that the files name: each is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Severity
from vrplan.rules.named import bodies_named, decisions_named, decisions_replaced, sources_named
from vrplan.rules.unknown import unknown, with_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Plan

UNKNOWN_DECISION = Code(
    "VR201",
    "unknown-decision",
    Severity.ERROR,
    "there is no decision {name}",
    "add it to decisions.yaml, or write the id of one that is there",
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


def decision_is_known(plan: Plan) -> Iterator[Finding]:
    """Every decision that the files name is in `decisions.yaml`.

    A plan is worth what its decisions are worth. When the auditor asks who gave up the lease of the office,
    the answer is a body, a date and a case number; a name that leads to nothing is no answer. Mostly the
    number of the case is mistyped, or the minutes have come and nobody has entered the decision yet. It
    concerns the columns, the end of the organisation, what really happened (`events`), and the decisions that
    another one `replaces`.

    Example:
        columns:
          HP 2018: {adopted_by: sg-2017-36}

    Instead:
        columns:
          HP 2018: {adopted_by: sg-2017-35}
    """
    if "decisions" in plan.unread:
        return
    named = [(plan.file, path, name) for path, name in decisions_named(plan)]
    named += [(plan.decisions_file, path, name) for path, name in decisions_replaced(plan)]
    for file, path, name in named:
        if not is_decision(plan, name):
            yield unknown(UNKNOWN_DECISION, file, path, name, decision_keys(plan))


def body_is_known(plan: Plan) -> Iterator[Finding]:
    """The body behind a decision, a meeting or a paper is listed under `bodies`.

    Who decided matters as much as what: one body prepares, another adopts. A body that is written in two ways
    has its decisions under two names, and whoever asks what it decided is told half of it. Use one short id
    for each body and keep its full name, and what else the papers call it, in the list.

    Example:
        bodies:
          SG: {name: Styringsgruppen}
        decisions:
          - id: rg-2018-15
            title: Revidert handlingsplan 2018
            standing: proposed
            evidence: full-text
            body: RG

    Instead:
        bodies:
          RG: {name: Rådmannsgruppen}
          SG: {name: Styringsgruppen}
    """
    if "bodies" in plan.unread:
        return
    bodies = plan.decided.bodies
    for path, name in bodies_named(plan):
        if name not in bodies:
            finding = unknown(UNKNOWN_BODY, plan.decisions_file, path, name, bodies)
            yield with_values(finding, known=", ".join(bodies))


def source_is_known(plan: Plan) -> Iterator[Finding]:
    """A `source` is one of the papers that are listed under `sources`, once papers are listed at all.

    In two years somebody will want to see the very paper: the auditor, the archive, a journalist. The list
    gives its title and its file; a name that is not in it leads nowhere. Add the paper, even if you only know
    its title.

    Example:
        sources:
          rg-2018-15-notat: {title: Saksnotat til sak 15/2018}

        source: rg-2018-15-saksnotat

    Instead:
        source: rg-2018-15-notat
    """
    sources = plan.decided.sources
    if "sources" in plan.unread or not sources:
        return
    for file, path, name in sources_named(plan):
        if name not in sources:
            yield with_values(unknown(UNKNOWN_SOURCE, file, path, name, sources), known=", ".join(sources))


def is_decision(plan: Plan, name: str) -> bool:
    """Whether this is the id of a decision, alone or with one of its points: `sg-2018-16/1`."""
    decision, point = plan.find_decision(name)
    return decision is not None and (point is not None or "/" not in name)


def decision_keys(plan: Plan) -> list[str]:
    """The ids of all decisions, and of their points."""
    points = [f"{one.id}/{point.id}" for one in plan.decided.decisions for point in one.points]
    return [*plan.decisions, *points]
