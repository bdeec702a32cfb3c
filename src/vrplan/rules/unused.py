"""What stands in the files and is used by nothing: parties, and decisions that changed no plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Severity, Spot
from vrplan.rules.chronology import in_words
from vrplan.rules.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from vrplan.model.decided import Decision
    from vrplan.model.plan import Plan

UNUSED_PARTY = Code(
    "VR216",
    "unused-party",
    Severity.INFO,
    "nothing in the plan names {party}",
    "remove it; or look for the text that should have named it",
)
WITHOUT_EFFECT = Code(
    "VR410",
    "decision-without-effect",
    Severity.INFO,
    "nothing in the plan follows from {decision} of {date}: {title}",
    "write under {decision} what it decides; what does not concern the plan is accepted, with that as the reason",
)


def party_is_named(plan: Plan) -> Iterator[Finding]:
    """A party that is listed is named somewhere: by a text, a name or a note, or as owner, recipient or a whole.

    A receiver in the list of whom no text speaks was either forgotten in the plan, or is written another way in
    it and gets nothing in `vrplan transfers --to`. One that is listed as a part of another (`part_of`) tells how
    things hang together, and may stand without being named.

    Example:
        parties:
          KHS: {name: Kommunehelsesamarbeidet}
          Fagskolen: {name: Fagskolen Tinius Olsen}

    Instead:
        parties:
          KHS: {name: Kommunehelsesamarbeidet}
    """
    named = {plan.organisation, *_parties_by_reference(plan)}
    unseen = {}
    for name, party in plan.parties.items():
        if name not in named and party.part_of is None:
            called = (re.escape(one) for one in (name, party.name, *party.aliases) if one)
            unseen[name] = rf"(?<!\w)(?:{'|'.join(called)})"  # «KHS» stands in «KHSs styre» too
    for name in _never_said(plan, unseen):
        yield Finding(UNUSED_PARTY, Spot(plan.file, ("parties", name), key=True), {"party": name})


def decision_has_an_effect(plan: Plan) -> Iterator[Finding]:
    """Something in the plan follows from each decision that was adopted since the plan was made.

    The minutes are entered, and what was decided is not: the plan goes on telling what held before. It is told
    of adopted decisions of the day of the oldest decision that the plan rests on, or later, and of single points
    where the others are used. A decision that replaces another, or that a note names, has done its work.

    Example:
        Justert HP 2018: {adopted_by: sg-2018-16/1}

        points:
          - {id: 1, summary: Planen revideres}
          - {id: 2, summary: Leieavtalen sies opp}

    Instead:
        - id: leieavtale
          kind: contract
          name: Leie av kontorlokalene
          status:
            sg-2018-16/2: Avsluttes 31.12.2018
    """
    used, oldest = _decisions_used(plan), _oldest(plan)
    idle: dict[str, list[Finding]] = {}
    for number, one in enumerate(plan.decided.decisions):
        is_later = oldest is not None and one.date is not None and one.date.last >= oldest
        if is_later and one.standing == "adopted" and one.id not in used and not one.replaces:
            idle[one.id] = list(_without_effect(plan, number, one, used))
    patterns = {name: rf"(?<![\w-]){name}(?![\w-])" for name, found in idle.items() if found}
    for name in _never_said(plan, patterns):
        yield from idle[name]


def _without_effect(plan: Plan, number: int, decision: Decision, used: set[str]) -> Iterator[Finding]:
    """The decision, or each of its points from which nothing follows where something does from another."""
    keys = [f"{decision.id}/{point.id}" for point in decision.points]
    values = {"date": in_words(decision.date) if decision.date else ""}
    if not any(key in used for key in keys):
        values |= {"decision": decision.id, "title": decision.title}
        yield Finding(WITHOUT_EFFECT, Spot(plan.decisions_file, ("decisions", number, "id")), values)
        return
    for index, point in enumerate(decision.points):
        if keys[index] not in used:
            spot = Spot(plan.decisions_file, ("decisions", number, "points", index, "id"))
            yield Finding(WITHOUT_EFFECT, spot, {**values, "decision": keys[index], "title": point.summary})


def _parties_by_reference(plan: Plan) -> set[str | None]:
    """The parties that something refers to by a key, or that a status text hands over to."""
    named = {statement.reading.recipient for statement in plan.statements()}
    named |= {item.owner for item in plan.items} | {item.recipient for item in plan.items}
    named |= {event.recipient for item in plan.items for event in item.events}
    return named | {plan.party_named(party.part_of or "") for party in plan.parties.values()}


def _never_said(plan: Plan, names: dict[str, str]) -> list[str]:
    """Those of whom no text says what the pattern finds."""
    unseen = {one: re.compile(pattern, re.IGNORECASE) for one, pattern in names.items()}
    for text in texts(plan) if unseen else ():
        for one in [one for one, pattern in unseen.items() if pattern.search(text)]:
            del unseen[one]
        if not unseen:
            break
    return list(unseen)


def _decisions_used(plan: Plan) -> set[str]:
    """What is named as a column's decision, above a status, by an event, as the end, or as replaced."""
    used = {*_rests_on(plan), *plan.authorities}
    used.update(event.decision for item in plan.items for event in item.events if event.decision)
    used.update(name for decision in plan.decided.decisions for name in decision.replaces)
    return used


def _rests_on(plan: Plan) -> Iterator[str]:
    if plan.ceases is not None:
        yield plan.ceases.decision
    for column in plan.columns.values():
        yield from (name for name in (column.proposed_by, column.adopted_by) if name)


def _oldest(plan: Plan) -> date | None:
    """The day of the oldest decision that a text or the end rests on."""
    found: Iterable[Decision | None] = (
        plan.find_decision(name)[0] for name in {*_rests_on(plan), *plan.authorities}
    )
    return min((one.date.last for one in found if one is not None and one.date is not None), default=None)
