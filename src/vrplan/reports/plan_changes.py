"""What differs between two versions of a plan besides its items: decisions, papers, columns, parties, the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vrplan.model.decided import Decision, Meeting, SourcePaper
    from vrplan.model.plan import Plan
    from vrplan.model.values import PartialDate
    from vrplan.reports.changes import What

Value = str | date | None
Facts = dict[str, Value]
Subject = Literal["plan", "column", "decision", "calendar", "party", "body", "meeting", "source"]


@dataclass(frozen=True, slots=True)
class PlanChange:
    """Something besides the items that is new, gone or changed, and what differs of it."""

    subject: Subject
    name: str
    what: What
    facts: tuple[tuple[str, Value, Value], ...]
    """Each fact that differs: its name, what it was, what it is."""


def plan_changes(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    """Everything that differs besides the items, the plan itself first, then columns, decisions and words."""
    was, now = _subjects(before), _subjects(after)
    return tuple(change for subject in was for change in _compared(subject, was[subject], now[subject]))


def _subjects(plan: Plan) -> dict[Subject, dict[str, Facts]]:
    """What is compared: for each kind of thing, each by its name, its facts."""
    return {
        "plan": {"": _plan(plan)},
        "column": {
            name: {
                "adopted by": column.adopted_by,
                "proposed by": column.proposed_by,
                "year": str(column.year) if column.year else None,
            }
            for name, column in plan.columns.items()
        },
        "decision": {name: _decision(one) for name, one in plan.decisions.items()},
        "calendar": {
            word: {"from": f"{first[1]}.{first[0]}.", "to": f"{last[1]}.{last[0]}."}
            for word, (first, last) in plan.seasons.items()
        },
        "party": {
            name: {"name": party.name, "aliases": _listed(party.aliases), "part of": party.part_of}
            for name, party in plan.parties.items()
        },
        "body": {
            name: {"name": body.name, "aliases": _listed(body.aliases), "role": body.role}
            for name, body in plan.decided.bodies.items()
        },
        "meeting": {f"{one.body} {one.date.text}": _meeting(one) for one in plan.decided.meetings},
        "source": {name: _paper(paper) for name, paper in plan.decided.sources.items()},
    }


def _plan(plan: Plan) -> Facts:
    written = plan.written
    return {
        "id": written.plan,
        "title": written.title,
        "organisation": written.organisation,
        "first day": written.period.from_,
        "last day": written.period.to,
        "ceases": written.ceases.date if written.ceases else None,
        "ceases by": written.ceases.decision if written.ceases else None,
    }


def _decision(decision: Decision) -> Facts:
    facts: Facts = {
        "date": _day(decision.date),
        "standing": decision.standing,
        "evidence": decision.evidence,
        "body": decision.body,
        "case": decision.case,
        "title": decision.title,
        "replaces": _listed(decision.replaces),
        "source": decision.source,
    }
    return facts | {f"point {point.id}": point.summary for point in decision.points}


def _meeting(meeting: Meeting) -> Facts:
    return {"body": meeting.body, "date": _day(meeting.date), "source": meeting.source}


def _paper(paper: SourcePaper) -> Facts:
    return {
        "title": paper.title,
        "file": paper.file,
        "sha256": paper.sha256,
        "body": paper.body,
        "date": _day(paper.date),
        "case": paper.case,
        "url": paper.url,
    }


def _day(when: PartialDate | None) -> Value:
    """The day, or the month or year as it is written."""
    return when.last if when and when.is_day else when.text if when else None


def _listed(names: tuple[str, ...]) -> str | None:
    return ", ".join(names) or None


def _compared(subject: Subject, was: Mapping[str, Facts], now: Mapping[str, Facts]) -> Iterator[PlanChange]:
    for name in dict.fromkeys((*was, *now)):
        before, after = was.get(name, {}), now.get(name, {})
        facts = tuple(
            (key, before.get(key), after.get(key))
            for key in dict.fromkeys((*before, *after))
            if before.get(key) != after.get(key)
        )
        if name not in was or name not in now:
            yield PlanChange(subject, name, "new" if name not in was else "gone", facts)
        elif facts:
            yield PlanChange(subject, name, "changed", facts)
