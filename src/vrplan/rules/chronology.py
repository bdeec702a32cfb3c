"""What was decided and what was done, in the order of time: first the decision, then the act."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of.standing import DECIDED, listen
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Related, Severity, Spot
from vrplan.phrases import Kind
from vrplan.rules.authority import authorities_in_use, called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.decided import Decision, Point
    from vrplan.model.plan import Item, Plan, Statement
    from vrplan.model.values import PartialDate
    from vrplan.phrases import Reading

AFTER_THE_ACT = Code(
    "VR405",
    "decision-after-act",
    Severity.WARNING,
    "“{text}” happened on {act}, before it was decided: {decision} is of {decided}",
    "find the decision that it rested on then, and let the text stand under it",
)
REPLACED = Code(
    "VR407",
    "replaced-decision",
    Severity.WARNING,
    "{key} rests on {decision}, which {newer} of {date} replaces",
    "let what still holds stand under the newer decision; if that replaces only some points, let it name those",
)


def decision_precedes_the_act(plan: Plan) -> Iterator[Finding]:
    """What has been done had been decided before it was done.

    If a task was handed over before anybody decided it, the auditor will ask on what ground staff, money or
    instruments changed hands. Mostly there is an earlier decision that nobody has entered: let its words
    stand under it. If there is none, the body can approve afterwards what was done; write that decision down,
    and accept the finding with it as the reason. All texts that tell the same act are told together.

    Example:
        status:
          HP 2018: Løpende
          Justert HP 2018: Overført til KHS 1.2.2018

    Instead:
        status:
          HP 2018: Løpende
          sg-2017-40: Overføres til KHS fra 1.2.2018
          Justert HP 2018: Overført til KHS 1.2.2018
    """
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


def decision_is_not_replaced(plan: Plan) -> Iterator[Finding]:
    """Nothing rests on a decision that a later one replaces.

    The old words hold no longer, and this item has no others: the lists still show what the body has set
    aside. Either what it decided instead is missing here, or it replaced only a part. Then name the points
    that it replaces, and not the whole decision: `replaces: [sg-2017-35/3]`.

    Example:
        status:
          HP 2018: Løpende

        - {id: sg-2018-16, title: Revidert handlingsplan 2018, standing: adopted, evidence: full-text, body: SG,
           date: 2018-06-14, replaces: [sg-2017-35]}

    Instead:
        status:
          HP 2018: Løpende
          Justert HP 2018: Videreføres
    """
    newer = {old: one for one in plan.decided.decisions if one.standing == "adopted" for old in one.replaces}
    resting = _what_rests_on(plan) if newer else {}
    for authority, spot in authorities_in_use(plan):
        decision = authority.adopted
        by = _replacement(newer, decision, authority.point)
        still = resting.get(authority.key)
        if decision is None or by is None or by.date is None or not (still or spot.path[0] == "ceases"):
            continue
        values = {
            "key": called(plan, authority),
            "decision": decision.id,
            "newer": by.id,
            "date": in_words(by.date),
        }
        related = (Related("this still holds by it", Spot(still.file, still.path)),) if still else ()
        yield Finding(REPLACED, spot, values, related)


def day_of_act(reading: Reading) -> date | None:
    """The day on which something that is done was done."""
    return reading.start or reading.end


def first_possible_day(decision: Decision | None) -> date | None:
    """The first day on which it may have been decided: of 2018, that is New Year's Day."""
    if decision is None or decision.date is None:
        return None
    return decision.date.first


def in_words(day: PartialDate) -> str:
    """The day, or the month or the year when the paper gives no more."""
    return norwegian(day.last) if day.is_day else day.text


def _precedes_its_decision(statement: Statement) -> bool:
    if not statement.reading.done:
        return False
    act = day_of_act(statement.reading)
    decided = first_possible_day(statement.authority.adopted or statement.authority.proposed)
    return act is not None and decided is not None and act < decided


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


def _replacement(
    newer: dict[str, Decision], decision: Decision | None, point: Point | None
) -> Decision | None:
    """What replaces the decision or its point."""
    if decision is None:
        return None
    return newer.get(decision.id) or (newer.get(f"{decision.id}/{point.id}") if point else None)


def _what_rests_on(plan: Plan) -> dict[str, Statement]:
    """The first statement that still holds by each column or decision."""
    resting: dict[str, Statement] = {}
    for item in plan.items:
        if (holds := listen(item, None).holds) is not None:
            resting.setdefault(holds.statement.authority.key, holds.statement)
    return resting
