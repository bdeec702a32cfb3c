"""`vrplan transfers`: what goes to whom, and the hand-over sheet of one receiver."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vrplan.cli import complete
from vrplan.cli.options import (
    AsKnown,
    Color,
    Colour,
    Data,
    Day,
    Format,
    Lang,
    Output,
    ReportFormat,
    Width,
    fail,
    form_of,
    language_of,
)
from vrplan.cli.plan import load_sound, party_id, view_of
from vrplan.cli.screen import emit, screen


def transfers(
    to: Annotated[
        str | None,
        typer.Option(
            help="Only to this party (id, name or alias) or its parts.", autocompletion=complete.parties
        ),
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option(
            metavar="PARTY",
            help="The hand-over sheet for this receiver and its parts, in Markdown: to send, fill in and sign.",
            autocompletion=complete.parties,
        ),
    ] = None,
    date: Day = None,
    as_known: AsKnown = None,
    data: Data = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
    lang: Lang = None,
) -> None:
    """What goes from whom to whom, when, by which decision; what is reported and what confirmed."""
    from vrplan.render import report_as
    from vrplan.render import sheet as page
    from vrplan.reports.sheet import sheet as sheet_of
    from vrplan.reports.transfers import transfers as report_on

    if sheet is not None:
        _refuse_beside_a_sheet(to, format, output)
    plan, _ = load_sound(data)
    asked = sheet if sheet is not None else to
    recipient = party_id(plan, asked) if asked is not None else None
    report = report_on(view_of(plan, date, as_known), recipient)
    if sheet is not None:
        emit(page(sheet_of(report), language_of(lang)), output, "md")
        return
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width), language_of(lang)), output, form)


def _refuse_beside_a_sheet(to: str | None, chosen: Format | None, output: Path | None) -> None:
    """A sheet names its receiver itself and is Markdown, whatever the name of the file."""
    if to is not None:
        fail("--sheet names the receiver itself: leave --to out")
    if chosen is not None and chosen is not Format.MD:
        fail(f"a sheet is Markdown: leave --format {chosen} out, or write --format md")
    if form_of(None, output) not in {"text", "md"}:
        fail(f"a sheet is Markdown: {output} should be called something.md")
