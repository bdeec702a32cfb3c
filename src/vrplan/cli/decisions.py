"""`vrplan decisions`: what was decided, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli import complete
from vrplan.cli.options import (
    AsKnown,
    Brief,
    Color,
    Colour,
    Data,
    Day,
    Lang,
    Output,
    ReportFormat,
    Width,
    fail,
    form_of,
    language_of,
    unknown,
)
from vrplan.cli.plan import load_sound, view_of
from vrplan.cli.screen import emit, screen

if TYPE_CHECKING:
    from vrplan.model.decided import Decision, Point
    from vrplan.model.plan import Plan


def decisions(
    decision: Annotated[
        str | None,
        typer.Argument(
            help="Only this one: its id, id/point, or case number.", autocompletion=complete.decisions
        ),
    ] = None,
    unused: Annotated[
        bool, typer.Option("--unused", help="Only decisions and points from which nothing follows.")
    ] = False,
    brief: Brief = False,
    date: Day = None,
    as_known: AsKnown = None,
    data: Data = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
    lang: Lang = None,
) -> None:
    """The decisions: who decided what and when, how well the papers show it, and what follows from each."""
    from vrplan.render import report_as
    from vrplan.reports.decisions import decisions as report_on

    plan, loaded = load_sound(data)
    only = _called(plan, decision) if decision is not None else None
    report = report_on(view_of(plan, date, as_known), loaded, only, unused=unused, brief=brief)
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width), language_of(lang)), output, form)


def _called(plan: Plan, name: str) -> tuple[Decision, Point | None]:
    """The decision called so, and the point when one is named; an unknown one ends the command."""
    head, slash, tail = (part.strip() for part in name.partition("/"))
    if found := plan.decisions.get(head.casefold()):
        return found, _point(found, tail) if slash else None
    same = [one for one in plan.decisions.values() if _is_case(name, one.case)]
    if len(same) > 1:
        fail(f"{name.strip()} names more than one decision: {', '.join(one.id for one in same)}")
    if not same:
        cases = [one.case for one in plan.decisions.values() if one.case]
        unknown("decision", name, [*plan.decisions, *dict.fromkeys(cases)])
    return same[0], None


def _is_case(name: str, case: str | None) -> bool:
    """Whether both are one case number, however each is written: sak 4/16 is 04/2016."""
    from vrplan.model.case_numbers import case_of

    if case is None:
        return False
    asked = case_of(name)
    return name.strip().casefold() == case.casefold() or (asked is not None and asked == case_of(case))


def _point(decision: Decision, name: str) -> Point:
    points = {point.id.casefold(): point for point in decision.points}
    if name.casefold() not in points:
        listed = ", ".join(point.id for point in decision.points)
        fail(f"{decision.id} has no point {name}; it has {listed or 'none at all'}")
    return points[name.casefold()]
