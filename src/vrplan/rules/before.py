"""What can only come after a decision, and is dated before it: acts that name it, and papers that cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Path, Related, Severity, Spot
from vrplan.rules.chronology import first_possible_day, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.model.plan import Plan

BEFORE_ITS_DECISION = Code(
    "VR411",
    "act-before-its-decision",
    Severity.WARNING,
    "this is of {act}, and {decision}, which it rests on, was decided only on {decided}",
    "look both days up; if they are right, name the decision that it rested on then",
)
CITED_BEFORE = Code(
    "VR601",
    "cited-before-it-was-decided",
    Severity.WARNING,
    "{decision} is of {decided}, and the paper that cites it is of {paper}",
    "look both days up: a paper cannot cite what is decided after it",
)


def act_follows_its_decision(plan: Plan) -> Iterator[Finding]:
    """What names a decision as its ground (an event, the end of the organisation) does not come before it.

    A hand-over in June that rests on a decision of September rested on nothing when it was done. The auditor sees
    that at once, and so does whoever did not want it. Mostly one of the two days is mistyped, or an earlier decision
    is meant. The same day is early enough.

    Example:
        events:
          - {date: 2018-06-13, what: ended, decision: sg-2018-16}

    Instead:
        events:
          - {date: 2018-06-14, what: ended, decision: sg-2018-16}
    """
    for path, act, name in _acts(plan):
        decision, _ = plan.find_decision(name)
        first = first_possible_day(decision)
        if decision is not None and decision.date is not None and first is not None and act < first:
            values = {"act": norwegian(act), "decision": name, "decided": in_words(decision.date)}
            yield Finding(BEFORE_ITS_DECISION, Spot(plan.file, path), values)


def decision_is_older_than_the_paper(plan: Plan) -> Iterator[Finding]:
    """A paper that cites a decision is of the same day, or a later one.

    A saksnotat of 31.5.2018 told of a decision of «7.12.2018»: one wrong figure, and a plan counts as adopted a year
    late. It is told where the evidence is `cited`, and both have a date. A paper may announce a decision (an agenda
    does); then the evidence is `title-only`, or the standing `proposed`.

    Example:
        notat: {title: Saksnotat, date: 2018-05-31}

        evidence: cited
        body: SG
        date: 2018-12-07
        source: notat

    Instead:
        evidence: cited
        body: SG
        date: 2017-12-07
        source: notat
    """
    for number, decision in enumerate(plan.decided.decisions):
        source = plan.decided.sources.get(decision.source or "")
        first = first_possible_day(decision)
        if source is None or source.date is None or first is None or decision.date is None:
            continue
        if decision.evidence == "cited" and decision.standing != "proposed" and first > source.date.last:
            values = {"decision": decision.id, "decided": in_words(decision.date)}
            values["paper"] = in_words(source.date)
            paper = Spot(plan.decisions_file, ("sources", decision.source or "", "date"))
            spot = Spot(plan.decisions_file, ("decisions", number, "date"))
            yield Finding(CITED_BEFORE, spot, values, (Related("the day of the paper", paper),))


def _acts(plan: Plan) -> Iterator[tuple[Path, date, str]]:
    """What names a decision, with its day."""
    if plan.ceases is not None:
        yield ("ceases", "decision"), plan.ceases.date, plan.ceases.decision
    for item in plan.items:
        for index, event in enumerate(item.events):
            if event.decision is not None:
                yield (*item.path, "events", index, "decision"), event.date, event.decision
