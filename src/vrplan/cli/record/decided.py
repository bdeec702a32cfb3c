"""The command that records a decision, or points of one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli import complete
from vrplan.cli.options import fail
from vrplan.cli.record.names import body_of, decision_of, rough_day
from vrplan.cli.record.options import Data, DryRun, Note, Source, given
from vrplan.cli.record.running import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.edit import Value
    from vrplan.model.plan import Plan
    from vrplan.record import Asked


class Standing(StrEnum):
    """What a body did with a case; the files know the same words."""

    ADOPTED = "adopted"
    PROPOSED = "proposed"
    NOTED = "noted"


class Evidence(StrEnum):
    """How well the papers show a decision; the files know the same words."""

    FULL_TEXT = "full-text"
    TITLE_ONLY = "title-only"
    CITED = "cited"


def decision(
    decision_id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A new id such as sg-2018-30; with --point alone, one that is there."
        ),
    ],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The title of the case.")] = None,
    body: Annotated[
        str | None,
        typer.Option(metavar="BODY", help="Who decided: id, name or alias.", autocompletion=complete.bodies),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day; a month (2018-06) or a year where no day is known."),
    ] = None,
    case: Annotated[str | None, typer.Option(metavar="NUMBER", help="The case number: 30/2018.")] = None,
    standing: Annotated[Standing | None, typer.Option(help="What the body did with the case.")] = None,
    evidence: Annotated[Evidence | None, typer.Option(help="How well the papers show it.")] = None,
    point: Annotated[
        list[str] | None, typer.Option(metavar='"ID: SUMMARY"', help="A point, in short; may be repeated.")
    ] = None,
    replaces: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="A decision or point that holds no longer; may be repeated.",
            autocompletion=complete.decisions,
        ),
    ] = None,
    note: Note = None,
    source: Source = None,
    data: Data = None,
    dry_run: DryRun = False,
) -> None:
    """Record a decision, or points of one that is there."""
    points = [_point(one) for one in point or ()]
    facts = {
        "title": title,
        "standing": standing,
        "evidence": evidence,
        "body": body,
        "date": date,
        "case": case,
    }
    facts |= {"source": source, "note": note}

    def asked(plan: Plan) -> Asked:
        return _points(plan, decision_id, points, facts) or _decision(
            plan, decision_id, points, facts, replaces or ()
        )

    record(asked, data, dry_run)


def _points(
    plan: Plan, decision_id: str, points: list[dict[str, str]], facts: dict[str, str | None]
) -> Asked | None:
    """Points of a decision that is there; None for a new decision."""
    from vrplan.record import NewPoints

    if decision_id not in plan.decisions:
        return None
    if given(facts) or not points:
        fail(
            f"{decision_id} is there already, and what was decided stays; only points can be added to it (--point)"
        )
    number = plan.decided.decisions.index(plan.decisions[decision_id])
    return NewPoints(decision_id, number, points)


def _decision(
    plan: Plan,
    decision_id: str,
    points: list[dict[str, str]],
    facts: dict[str, str | None],
    replaces: Sequence[str],
) -> Asked:
    from vrplan.record import NewDecision

    missing = [key for key in ("title", "standing", "evidence") if facts[key] is None]
    if missing:
        fail(f"a decision needs {' and '.join(f'--{key}' for key in missing)}")
    body, date = facts["body"], facts["date"]
    written, day = rough_day("--date", date) if date is not None else (None, None)
    ordered: dict[str, str | None] = {
        "id": decision_id,
        "body": body_of(plan, body) if body is not None else None,
        "date": written,
        **{key: facts[key] for key in ("case", "title", "standing", "evidence")},
    }
    values: dict[str, Value] = {**given(ordered)}
    if replaces:
        values["replaces"] = [decision_of(plan, one) for one in replaces]
    values |= given({key: facts[key] for key in ("source", "note")})
    return NewDecision(decision_id, day, values | ({"points": points} if points else {}))


def _point(text: str) -> dict[str, str]:
    number, colon, summary = text.partition(":")
    if not colon or not number.strip() or not summary.strip():
        fail(f'--point: write its id, a colon and what it says in short, as in "1: …", and not {text}')
    return {"id": number.strip(), "summary": summary.strip()}
