"""`vrplan transfers`: what goes to whom."""

from __future__ import annotations

from typing import Annotated

import typer

from vrplan.cli import complete
from vrplan.cli.options import AsKnown, Color, Colour, Data, Day, Output, ReportFormat, Width, form_of
from vrplan.cli.plan import load_sound, party_id, view_of
from vrplan.cli.screen import emit, screen


def transfers(
    to: Annotated[
        str | None,
        typer.Option(
            help="Only to this party (id, name or alias) or its parts.", autocompletion=complete.parties
        ),
    ] = None,
    date: Day = None,
    as_known: AsKnown = None,
    data: Data = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
) -> None:
    """What goes to whom, when, by which decision, confirmed or not."""
    from vrplan.render import report_as
    from vrplan.reports.transfers import transfers as report_on

    plan, _ = load_sound(data)
    recipient = party_id(plan, to) if to is not None else None
    report = report_on(view_of(plan, date, as_known), recipient)
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width)), output, form)
