"""`vrplan export xlsx`: the plan as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vrplan.cli.export.office import Force, deliver, insist_on_name, needs_office
from vrplan.cli.options import AsKnown, Data, Day, Lang, language_of
from vrplan.cli.plan import checked, load_sound, view_of


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
    force: Force = False,
    lang: Lang = None,
) -> None:
    """The plan on a date as a workbook for Excel or LibreOffice: items, hand-overs, decisions, findings."""
    insist_on_name(output, ".xlsx")
    with needs_office():
        from vrplan.render.as_xlsx import as_xlsx
    from vrplan.reports.decisions import decisions
    from vrplan.reports.status import status
    from vrplan.reports.transfers import transfers
    from vrplan.reports.workbook import Workbook

    plan, loaded = load_sound(data, published=True)
    view = view_of(plan, date, as_known)
    report = Workbook(view, status(view), transfers(view), decisions(view, loaded), checked(loaded))
    language = language_of(lang)
    deliver(as_xlsx(report, language), output, language, force=force)
