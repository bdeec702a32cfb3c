"""Nothing without authority: who decided a text, when, and how well the papers show it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of.standing import DECIDED, listen
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Path, Related, Severity, Spot
from vrplan.model.authority import Authority
from vrplan.phrases import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.decided import Decision, Point
    from vrplan.model.plan import Item, Plan, Statement
    from vrplan.model.values import PartialDate
    from vrplan.phrases import Reading

NO_AUTHORITY = Code(
    "VR401",
    "no-authority",
    Severity.WARNING,
    "no decision adopts or proposes {column}, so it counts as older than everything that has a date",
    "name the decision: adopted_by, or proposed_by as long as nobody has adopted it",
)
UNDATED = Code(
    "VR402",
    "undated-decision",
    Severity.WARNING,
    "the decision {decision} has no date, so nothing can rest on it",
    "give its date in the decisions, if only the year: date: 2010",
)
PROPOSED_ONLY = Code(
    "VR403",
    "proposed-only",
    Severity.WARNING,
    "{key} is {standing} and not adopted, so nothing in it holds yet",
    "name the decision that adopted it, when there is one",
)
TITLE_ONLY = Code(
    "VR404",
    "title-only",
    Severity.WARNING,
    "{column} was adopted by {decision}, which is known by its title only: nobody has seen what was adopted",
    "find the minutes, compare them with the texts here, and change the decision's evidence",
)
AFTER_THE_ACT = Code(
    "VR405",
    "decision-after-act",
    Severity.WARNING,
    "“{text}” happened on {act}, before it was decided: {decision} is of {decided}",
    "find the decision that it rested on then, and let the text stand under it",
)
NO_COMPETENCE = Code(
    "VR406",
    "no-competence",
    Severity.WARNING,
    "{decision} is adopted by {body}, which only prepares decisions",
    "name the body that adopted it, or call the decision proposed",
)
REPLACED = Code(
    "VR407",
    "replaced-decision",
    Severity.WARNING,
    "{key} rests on {decision}, which {newer} of {date} replaces",
    "let what still holds stand under the newer decision",
)


def column_has_an_authority(plan: Plan) -> Iterator[Finding]:
    """A column of the plan was adopted, or at least proposed, by a decision."""
    for name, column in plan.columns.items():
        if column.adopted_by is None and column.proposed_by is None:
            yield Finding(NO_AUTHORITY, _column(plan, name), {"column": name})


def decision_has_a_date(plan: Plan) -> Iterator[Finding]:
    """A decision that something rests on has a date, if only a year."""
    for authority, spot in _used(plan):
        for decision in (authority.adopted, authority.proposed):
            if decision is not None and decision.date is None:
                yield Finding(UNDATED, spot, {"decision": decision.id})


def authority_is_adopted(plan: Plan) -> Iterator[Finding]:
    """What a plan says was adopted, and not only proposed or noted."""
    for authority, spot in _used(plan):
        standing = _standing(plan, authority)
        if standing is not None and standing != "adopted":
            yield Finding(PROPOSED_ONLY, spot, {"key": authority.key, "standing": standing})


def adoption_is_seen(plan: Plan) -> Iterator[Finding]:
    """Somebody has seen the text by which a column was adopted, or another paper that cites it."""
    for name in plan.columns:
        decision = plan.authorities[name].adopted
        seen = decision is None or decision.standing != "adopted" or decision.evidence != "title-only"
        if decision is not None and not seen:
            spot = Spot(plan.file, ("columns", name, "adopted_by"))
            yield Finding(TITLE_ONLY, spot, {"column": name, "decision": decision.id})


def decision_precedes_the_act(plan: Plan) -> Iterator[Finding]:
    """What has happened was decided before: an act without authority is told once, with all texts that tell it."""
    told: dict[tuple[str, Kind, date | None, str | None], list[Statement]] = {}
    for item in plan.items:
        for statement in item.statements:
            if _precedes_its_decision(statement) and not _was_decided(item, statement):
                reading = statement.reading
                same = (statement.authority.key, reading.kind, day_of_act(reading), reading.recipient)
                texts = told.setdefault(same, [])
                if not any(one is statement for one in texts):
                    texts.append(statement)
    for first, *others in told.values():
        yield _after_the_act(first, others)


def body_may_decide(plan: Plan) -> Iterator[Finding]:
    """A body that only prepares decisions adopts none."""
    for number, decision in enumerate(plan.decided.decisions):
        body = plan.decided.bodies.get(decision.body or "")
        if body is not None and body.role == "prepares" and decision.standing == "adopted":
            values = {"decision": decision.id, "body": body.name}
            yield Finding(NO_COMPETENCE, Spot(plan.decisions_file, ("decisions", number, "body")), values)


def decision_is_not_replaced(plan: Plan) -> Iterator[Finding]:
    """Nothing rests on a decision that a later one replaces; what was decided since may stand beside it."""
    newer = {old: one for one in plan.decided.decisions if one.standing == "adopted" for old in one.replaces}
    resting = _what_rests_on(plan) if newer else {}
    for authority, spot in _used(plan):
        decision = authority.adopted
        by = _replacement(newer, decision, authority.point)
        still = resting.get(authority.key)
        if decision is None or by is None or by.date is None or not (still or spot.path[0] == "ceases"):
            continue
        values = {"key": authority.key, "decision": decision.id, "newer": by.id, "date": in_words(by.date)}
        related = (Related("this still holds by it", Spot(still.file, still.path)),) if still else ()
        yield Finding(REPLACED, spot, values, related)


def _replacement(
    newer: dict[str, Decision], decision: Decision | None, point: Point | None
) -> Decision | None:
    """What replaces the decision or its point."""
    if decision is None:
        return None
    return newer.get(decision.id) or (newer.get(f"{decision.id}/{point.id}") if point else None)


def day_of_act(reading: Reading) -> date | None:
    """The day on which something that is done was done."""
    return reading.start or reading.end


def first_possible_day(decision: Decision | None) -> date | None:
    """The first day on which it may have been decided: of 2018, that is New Year's Day."""
    if decision is None or decision.date is None:
        return None
    return date.fromisoformat(f"{decision.date.text}-01-01"[: len("2018-01-01")])


def in_words(day: PartialDate) -> str:
    """The day, or the month or the year when the paper gives no more."""
    return norwegian(day.last) if day.is_day else day.text


def _used(plan: Plan) -> Iterator[tuple[Authority, Spot]]:
    """The end of the organisation, the columns, and what statuses stand under, each where it is named first."""
    if plan.ceases is not None:
        key, year = f"the end of {plan.organisation}", plan.ceases.date.year
        decision, point = plan.find_decision(plan.ceases.decision)
        yield Authority(key, None, year, decision, None, point), Spot(plan.file, ("ceases", "decision"))
    first: dict[str, Path] = {}
    for statement in plan.statements():
        first.setdefault(statement.authority.key, statement.path)
    for authority in plan.authorities.values():
        if authority.column is not None:
            yield authority, _column(plan, authority.column)
        elif authority.key in first:
            path = first[authority.key]
            yield authority, Spot(plan.file, path[: path.index("status") + 2], key=True)


def _column(plan: Plan, name: str) -> Spot:
    return Spot(plan.file, ("columns", name), key=True)


def _standing(plan: Plan, authority: Authority) -> str | None:
    """What its decision is; None when there is none, or one without a date: both are told already."""
    decision = authority.adopted or authority.proposed
    if decision is None or decision.date is None:
        return None
    if authority.adopted is not None:
        return decision.standing
    column = plan.columns.get(authority.column or "")
    return "proposed" if column is not None and column.adopted_by is None else None


def _precedes_its_decision(statement: Statement) -> bool:
    act = day_of_act(statement.reading)
    decided = first_possible_day(statement.authority.adopted or statement.authority.proposed)
    return statement.reading.done and act is not None and decided is not None and act < decided


def _was_decided(item: Item, told: Statement) -> bool:
    """Whether an earlier decision said that it should be done; the later text then only tells that it was."""
    act = day_of_act(told.reading)
    for one in item.statements:
        decision, reading = one.authority.adopted, one.reading
        if decision is None or decision.date is None or act is None or decision.date.last > act:
            continue
        foreseen = told.reading.kind is Kind.DONE or (
            reading.kind is told.reading.kind and reading.recipient in {None, told.reading.recipient}
        )
        if decision.standing == "adopted" and reading.modality in DECIDED and foreseen:
            return True
    return False


def _what_rests_on(plan: Plan) -> dict[str, Statement]:
    """The first statement that still holds by each column or decision."""
    resting: dict[str, Statement] = {}
    for item in plan.items:
        if (holds := listen(item, None).holds) is not None:
            resting.setdefault(holds.statement.authority.key, holds.statement)
    return resting


def _after_the_act(first: Statement, others: list[Statement]) -> Finding:
    decision, act = first.authority.adopted or first.authority.proposed, day_of_act(first.reading)
    values = {
        "text": first.text or "",
        "act": norwegian(act) if act else "",
        "decision": decision.id if decision else "",
        "decided": in_words(decision.date) if decision and decision.date else "",
    }
    related = tuple(Related("the same is said here", Spot(one.file, one.path)) for one in others)
    return Finding(AFTER_THE_ACT, Spot(first.file, first.path), values, related)
