"""`vrplan export`: the plan in the forms of other programs."""

from __future__ import annotations

import typer

from vrplan.cli.export import docx, ics, sqlite, xlsx

app = typer.Typer(
    name="export",
    help="Write the plan in the form of another program.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)

app.command("docx", short_help="A meeting paper for Word or LibreOffice.")(docx.docx)
app.command("ics", short_help="A calendar for Outlook, Google, Apple and others.")(ics.ics)
app.command("sqlite", short_help="A database for questions of your own.")(sqlite.sqlite)
app.command("xlsx", short_help="A workbook for Excel or LibreOffice.")(xlsx.xlsx)
