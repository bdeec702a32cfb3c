"""`vrplan export xlsx`: the plan as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vrplan.cli.options import AsKnown, Data, Day, Lang, language_of
from vrplan.cli.output import put
from vrplan.cli.plan import checked, load_sound, view_of
from vrplan.cli.screen import emit_bytes


def xlsx(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The file to write; - sends it on to another program."
        ),
    ],
    date: Day = None,
    as_known: AsKnown = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """The plan on a date as a workbook for Excel or LibreOffice: items, hand-overs, decisions, findings."""
    from vrplan.cli.export.office import insist_on_name, needs_office

    insist_on_name(output, ".xlsx")
    with needs_office():
        from vrplan.render.as_xlsx import as_xlsx
    from vrplan.reports.decisions import decisions
    from vrplan.reports.status import status
    from vrplan.reports.transfers import transfers
    from vrplan.reports.workbook import Workbook

    plan, loaded = load_sound(data)
    view = view_of(plan, date, as_known)
    report = Workbook(view, status(view), transfers(view), decisions(view, loaded), checked(loaded))
    content = as_xlsx(report, language_of(lang))
    if str(output) == "-":
        emit_bytes(content)
    else:
        put(output, content)
