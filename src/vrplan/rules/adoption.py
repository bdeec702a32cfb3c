"""How a column came about: first proposed, then adopted, by two decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Related, Severity, Spot
from vrplan.rules.chronology import first_possible_day, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Plan

PROPOSED_AFTERWARDS = Code(
    "VR408",
    "proposed-afterwards",
    Severity.WARNING,
    "{column} was adopted on {adopted}, and proposed only afterwards, on {proposed}",
    "look both days up in the minutes; if they are right, proposed_by names the wrong decision",
)
PROPOSED_BY_ITSELF = Code(
    "VR409",
    "proposed-by-itself",
    Severity.WARNING,
    "{decision} both proposes and adopts {column}",
    "name the decision that proposed it, or leave proposed_by out",
)


def column_is_proposed_first(plan: Plan) -> Iterator[Finding]:
    """A column is proposed on the day on which it is adopted, or before.

    The words of a column are those of the proposal: from its day on they are known, and a day that they do not
    name («i løpet av høsten») is counted from it. If the proposal is younger than the decision, one of the two
    days is wrong, or the plan was changed once more after it had been adopted. One day for both is usual.

    Example:
        Justert HP 2018: {proposed_by: rg-2018-15, adopted_by: sg-2018-16}

        standing: proposed
        evidence: full-text
        body: RG
        date: 2018-06-28

    Instead:
        standing: proposed
        evidence: full-text
        body: RG
        date: 2018-05-31
    """
    for name in plan.columns:
        authority = plan.authorities[name]
        adopted = authority.adopted.date if authority.adopted else None
        proposed = authority.proposed.date if authority.proposed else None
        first = first_possible_day(authority.proposed)
        if adopted is None or proposed is None or first is None or first <= adopted.last:
            continue
        values = {"column": name, "adopted": in_words(adopted), "proposed": in_words(proposed)}
        yield Finding(PROPOSED_AFTERWARDS, Spot(plan.file, ("columns", name, "proposed_by")), values)


def column_is_proposed_by_another(plan: Plan) -> Iterator[Finding]:
    """The decision that adopts a column is another one than that which proposed it.

    With one decision for both, nobody can see that the plan was only a proposal for a time, nor who answers for
    which words. It is mostly a line that was copied. Where a body adopts what it has written itself, `adopted_by`
    says all there is to say.

    Example:
        Justert HP 2018: {proposed_by: sg-2018-16, adopted_by: sg-2018-16}

    Instead:
        Justert HP 2018: {adopted_by: sg-2018-16}
    """
    for name, column in plan.columns.items():
        if column.proposed_by is not None and column.proposed_by == column.adopted_by:
            values = {"column": name, "decision": column.proposed_by}
            related = (Related("it adopts it here", Spot(plan.file, ("columns", name, "adopted_by"))),)
            yield Finding(
                PROPOSED_BY_ITSELF, Spot(plan.file, ("columns", name, "proposed_by")), values, related
            )
