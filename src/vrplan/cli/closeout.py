"""`vrplan closeout`: may the doors close?"""

from __future__ import annotations

from typing import Annotated

import typer

from vrplan.cli.options import (
    AsKnown,
    Color,
    Colour,
    Lang,
    Output,
    OwnData,
    ReportFormat,
    Width,
    day,
    fail,
    form_of,
    language_of,
)
from vrplan.cli.plan import FINDINGS, load_sound
from vrplan.cli.screen import emit, screen


def closeout(
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DATE", help="The last day. [default: the day before the organisation ceases]"
        ),
    ] = None,
    as_known: AsKnown = None,
    data: OwnData = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
    lang: Lang = None,
) -> None:
    """May the doors close at the end of the day? What is open, ownerless or unconfirmed; exit 1 while anything is."""
    from vrplan.render import report_as
    from vrplan.reports.closeout import closeout as report_on
    from vrplan.reports.closeout import last_day

    plan, _ = load_sound(data, fall_back=False)
    last = day("--date", date) if date is not None else last_day(plan)
    if last is None:
        fail("this plan does not say when the organisation ceases; name its last day: --date DATE")
    report = report_on(plan, last, day("--as-known", as_known) if as_known is not None else None)
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width), language_of(lang)), output, form)
    if not report.ready:
        raise typer.Exit(FINDINGS)
