"""What is left when the organisation has ceased: items without an end, an owner or an heir."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Severity, Spot
from vrplan.phrases import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import ItemOnDate
    from vrplan.model.plan import Plan

ORPHANED = Code(
    "VR504",
    "orphaned",
    Severity.WARNING,
    "{item} has no end and no recipient, and {organisation} ceases on {ceases}",
    "decide when it ends or who takes it over",
)
OWNERLESS = Code(
    "VR505",
    "ownerless",
    Severity.WARNING,
    "{item} runs until {until}, and from {ceases} nobody owns it",
    "decide who looks after it when {organisation} has ceased",
)
POSITION_WITHOUT_END = Code(
    "VR506",
    "position-without-end",
    Severity.WARNING,
    "the position {item} ends, and nothing says when",
    "decide the last day, and give it beside the text, in means: to: …",
)
PROPERTY_TO_NOBODY = Code(
    "VR507",
    "property-to-nobody",
    Severity.WARNING,
    "{item} is property of {organisation}, and nothing says who gets it",
    "decide who gets it, and name them: recipient: …",
)
RUNS_ON = Code(
    "VR508",
    "obligation-runs-on",
    Severity.INFO,
    "the obligation {item} runs on when {organisation} has ceased, and nobody owns it",
    "decide who answers for it from then on, and name them: recipient: …",
)


def nothing_is_orphaned(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """An activity or a focus area that runs on has an end or somebody who takes it over."""
    if _is_orphaned(one) and one.item.level != "obligation":
        yield _finding(ORPHANED, one, plan)


def what_runs_on_has_an_owner(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """An activity or a focus area with a later end has an owner until then."""
    if _is_ownerless(one) and one.item.level != "obligation":
        yield _finding(OWNERLESS, one, plan)


def position_has_a_last_day(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """A position that is discontinued has a last day."""
    if _ends_without_a_day(one):
        yield _finding(POSITION_WITHOUT_END, one, plan)


def property_has_a_recipient(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """Property goes to somebody."""
    if _goes_to_nobody(one):
        yield _finding(PROPERTY_TO_NOBODY, one, plan)


def obligation_has_an_owner(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """An obligation that outlives the organisation has somebody who answers for it."""
    told = _ends_without_a_day(one) or _goes_to_nobody(one)
    runs_on = _is_orphaned(one) or _is_ownerless(one)
    if one.item.level == "obligation" and runs_on and not told:
        yield _finding(RUNS_ON, one, plan)


def _is_orphaned(one: ItemOnDate) -> bool:
    """Whether nobody ever ends it or takes it over, be it on this day or later."""
    return one.history[-1].state is State.ORPHANED


def _ends_without_a_day(one: ItemOnDate) -> bool:
    reading = one.holds.reading if one.holds else None
    ends = reading is not None and reading.kind is Kind.ENDS and reading.end is None
    return one.item.kind == "position" and ends and one.happened is None


def _goes_to_nobody(one: ItemOnDate) -> bool:
    return one.item.kind == "property" and _is_orphaned(one)


def _is_ownerless(one: ItemOnDate) -> bool:
    heir = one.to or one.item.recipient
    return one.owner is None and one.state is State.ONGOING and heir is None


def _finding(code: Code, one: ItemOnDate, plan: Plan) -> Finding:
    own = one.holds is not None and one.holds.statement.reach == "own"
    path = one.holds.statement.path if own and one.holds else (*one.item.path, "id")
    values = {
        "item": one.item.id,
        "organisation": plan.organisation,
        "ceases": norwegian(plan.ceases.date) if plan.ceases else "",
        "until": norwegian(one.until) if one.until else "an unknown day",
    }
    return Finding(code, Spot(one.item.file, path), values)
