"""`vrplan why`: from an item to the decision behind its state."""

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
    Output,
    ReportFormat,
    Width,
    form_of,
    unknown,
)
from vrplan.cli.plan import load_sound, view_of
from vrplan.cli.screen import emit, screen


def why(
    item: Annotated[str, typer.Argument(help="The id of an item.", autocompletion=complete.items)],
    date: Day = None,
    as_known: AsKnown = None,
    data: Data = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
) -> None:
    """Why an item has its state: its words, how they are read, who decided them; what disagrees; what follows."""
    from vrplan.render import report_as
    from vrplan.reports.why import why as report_on

    plan, loaded = load_sound(data)
    found = plan.item_named(item)
    if found is None:
        unknown("item", item, plan.by_id)
    report = report_on(view_of(plan, date, as_known), found, loaded)
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width)), output, form)
