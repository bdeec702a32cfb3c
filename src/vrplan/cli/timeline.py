"""`vrplan timeline`: everything dated, in order and as bars."""

from __future__ import annotations

from typing import Annotated

import typer

from vrplan.cli import complete
from vrplan.cli.options import (
    AsKnown,
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
from vrplan.cli.plan import areas_named, load_sound, view_of
from vrplan.cli.screen import emit, screen


def timeline(
    date: Day = None,
    as_known: AsKnown = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DATE", help="The first day to show. [default: that of the plan and its items]"
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE",
            help="The last day to show, inclusive. [default: that of the plan and its items]",
        ),
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(
            help="Only the items of this area (id or name); may be repeated.", autocompletion=complete.areas
        ),
    ] = None,
    data: Data = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
    lang: Lang = None,
) -> None:
    """Everything dated, in order: decisions, meetings, windows, ends, events; on a screen also as bars."""
    from vrplan.render import report_as
    from vrplan.reports.timeline import timeline as report_on

    first = day("--from", from_) if from_ is not None else None
    last = day("--until", until) if until is not None else None
    if first is not None and last is not None and first > last:
        fail("--from must not lie after --until")
    plan, loaded = load_sound(data)
    report = report_on(view_of(plan, date, as_known), loaded, (first, last), areas_named(plan, area))
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width), language_of(lang)), output, form)
