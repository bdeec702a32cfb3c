"""A plan as a workbook (Office Open XML): one sheet a report, real dates, and no cell that is computed."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook as Book
from openpyxl.styles import Font
from openpyxl.writer.excel import ExcelWriter

from vrplan.render import wording
from vrplan.render.as_xlsx.columns import (
    decided,
    decision_columns,
    finding_columns,
    item_columns,
    transfer_columns,
)
from vrplan.render.as_xlsx.sheets import add_sheet, new_sheet, written
from vrplan.render.language import _, telling_in
from vrplan.render.safe import visible
from vrplan.render.undated import UNSEALED, undated
from vrplan.render.wording.plans import looked_at

if TYPE_CHECKING:
    from vrplan.render.language import Language
    from vrplan.reports.workbook import Workbook

_TITLE = Font(bold=True, size=14)
_ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - the form knows no zones


def as_xlsx(report: Workbook, language: Language = "en") -> bytes:
    """The workbook. The same report gives the same bytes, whenever it is made."""
    plan = report.view.plan
    book = Book(write_only=True)
    book.properties.title = visible(plan.written.title)
    book.properties.creator = "vrplan"
    book.properties.identifier = UNSEALED
    book.properties.created = book.properties.modified = _ANY_DAY
    with telling_in(language):
        _cover(book, report)
        add_sheet(book, _("Items"), item_columns(), report.status.items)
        add_sheet(book, _("Hand-overs"), transfer_columns(plan), report.transfers.transfers)
        add_sheet(book, _("Decisions"), decision_columns(plan), decided(report.decisions.decisions))
        found = report.checked.findings
        add_sheet(book, _("Findings"), finding_columns(), found, looked_at(report.view))
    file = io.BytesIO()
    ExcelWriter(book, ZipFile(file, "w", ZIP_DEFLATED)).save()  # the book's own way writes the hour into it
    return undated(file.getvalue())


def _cover(book: Book, report: Workbook) -> None:
    """What the figures are: the plan, both clocks, the column in force, and the states counted."""
    sheet = new_sheet(book, _("About"), [110])
    title, *lines = wording.header(report.view, _("status on"))
    sheet.append([written(sheet, title, _TITLE)])
    for line in (*lines, "", *wording.count_lines(report.status)):
        sheet.append([written(sheet, line)])
