"""`vrplan why`: from an item to the decision behind its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

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
    fail,
    form_of,
    language_of,
    unknown,
)
from vrplan.cli.plan import load_sound, view_of
from vrplan.cli.screen import emit, screen

if TYPE_CHECKING:
    from vrplan.model.plan import Plan


def why(
    item: Annotated[str, typer.Argument(help="The id of an item.", autocompletion=complete.items)],
    date: Day = None,
    as_known: AsKnown = None,
    data: Data = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
    lang: Lang = None,
) -> None:
    """Why an item has its state: its words, how they are read, who decided them; what disagrees; what follows."""
    from vrplan.render import report_as
    from vrplan.reports.why import why as report_on

    plan, loaded = load_sound(data)
    found = plan.item_named(item)
    if found is None:
        _no_item(plan, item)
    report = report_on(view_of(plan, date, as_known), found, loaded)
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width), language_of(lang)), output, form)


def _no_item(plan: Plan, name: str) -> NoReturn:
    """Say that a name is no item's: that of a heading comes with the items that stand under it."""
    from vrplan.reports.why import heading_named

    heading = heading_named(plan, name)
    if heading is None:
        unknown("item", name, plan.by_id)
    told = f"{name.strip()} is {'a' if heading.what[0] != 'a' else 'an'} {heading.what}"
    if not heading.items:
        fail(f"{told}, and nothing stands under it")
    ids = ", ".join(one.id for one in heading.items)
    fail(f"{told}, and its state is that of its activities; ask for one of: {ids}")
