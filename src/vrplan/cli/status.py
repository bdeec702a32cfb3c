"""`vrplan status`: each item's state on a date."""

from __future__ import annotations

from dataclasses import replace
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
    day,
    fail,
    form_of,
    language_of,
)
from vrplan.cli.plan import areas_named, load_sound, party_id, view_of
from vrplan.cli.screen import emit, screen
from vrplan.cli.told_names import levels_called, states_called

if TYPE_CHECKING:
    from vrplan.model.plan import Plan
    from vrplan.reports.status import Choice


def status(
    date: Day = None,
    as_known: AsKnown = None,
    area: Annotated[
        list[str] | None,
        typer.Option(help="Only this area (id or name); may be repeated.", autocompletion=complete.areas),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(help="Only items in this state; may be repeated.", autocompletion=complete.states),
    ] = None,
    level: Annotated[
        list[str] | None,
        typer.Option(
            metavar="[activity|focus_area|obligation]", help="Only items of this level; may be repeated."
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(help="Only what goes to this party or its parts.", autocompletion=complete.parties),
    ] = None,
    resource: Annotated[str, typer.Option(help="Only what this resource does (part of its name).")] = "",
    ownerless: Annotated[
        bool, typer.Option("--ownerless", help="Only what nobody owns on that day.")
    ] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Mark what changed since this day.")
    ] = None,
    brief: Brief = False,
    data: Data = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
    lang: Lang = None,
) -> None:
    """What runs, what has ended, what went to whom: each item's state on a date, by area."""
    from vrplan.render import report_as
    from vrplan.reports.status import status as report_on

    compared = day("--since", since) if since is not None else None
    plan, _ = load_sound(data)
    language = language_of(lang)
    choice = replace(
        _choice(plan, area, to, resource),
        states=states_called(state, language),
        levels=levels_called(level, language),
        ownerless=ownerless,
    )
    view = view_of(plan, date, as_known)
    if compared is not None and compared > view.clocks.date:
        fail("--since must not lie after --date")
    report = report_on(view, choice, compared, brief=brief)
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width), language), output, form)


def _choice(plan: Plan, area: list[str] | None, to: str | None, resource: str) -> Choice:
    from vrplan.reports.status import Choice

    parties = plan.party_with_parts(party_id(plan, to)) if to is not None else frozenset()
    return Choice(areas_named(plan, area), recipients=parties, resource=resource)
