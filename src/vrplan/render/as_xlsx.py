"""A plan as a workbook (Office Open XML): one sheet a report, real dates, and no cell that is computed."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from itertools import accumulate
from textwrap import wrap
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook as Book
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from vrplan.days import norwegian
from vrplan.render import wording
from vrplan.render.findings import message, severity_name
from vrplan.render.language import _, pgettext, telling_in
from vrplan.render.safe import visible
from vrplan.render.undated import UNSEALED, undated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from vrplan.findings import Finding
    from vrplan.render.language import Language
    from vrplan.reports.decisions import ListedDecision
    from vrplan.reports.workbook import Workbook

    Cell = str | date | int | None
    Columns = Sequence[tuple[str, int]]
    """The columns of a sheet: what each is called, and how wide it is, in letters."""

_FORMULA = ("=", "+", "-", "@")
_LONGEST = 32_767
"""So many characters a cell takes at most; those beyond the first 65,536 of Unicode count twice."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What the form would take for the number of another character, as in _x0007_."""
_LINE, _HIGHEST = 15, 409
"""How high a line is, and how high a row can be, in points."""
_NARROW = 0.85
"""Widths are counted in digits; so many of them take the place of a letter, in the broadest usual type."""
_ARROW = 3
"""So many letters of a heading the arrow of its filter covers."""
_PAGE = 224
"""So many letters side by side can still be read on an A4 page that lies on its side."""
_SIDE, _TOP_AND_FOOT, _FOOT = 0.4, 0.7, 0.3
"""The margins of a page, in inches."""
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)
_BOLD, _TITLE = Font(bold=True), Font(bold=True, size=14)
_A4, _A3 = 9, 8
_WIDEST_ON_A4 = 240
"""So many letters side by side can still be read on an A4 page that lies on its side."""
_GREY = PatternFill("solid", fgColor="E7E6E6")
_ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - the form knows no zones
_FIRST_YEAR = 1900
"""The form counts days from the first of this year: an earlier one is told in words."""


def as_xlsx(report: Workbook, language: Language = "en") -> bytes:
    """The workbook. The same report gives the same bytes, whenever it is made."""
    book = Book(write_only=True)
    book.properties.title = visible(report.view.plan.written.title)
    book.properties.creator = "vrplan"
    book.properties.identifier = UNSEALED
    book.properties.created = book.properties.modified = _ANY_DAY
    with telling_in(language):
        _cover(book, report)
        _sheet(book, _("Items"), _item_columns(), _items(report))
        _sheet(book, _("Hand-overs"), _transfer_columns(), _transfers(report))
        _sheet(book, _("Decisions"), _decision_columns(), _decisions(report))
        _sheet(book, _("Findings"), _finding_columns(), map(_finding, report.checked.findings))
    file = io.BytesIO()
    ExcelWriter(book, ZipFile(file, "w", ZIP_DEFLATED)).save()  # the book's own way writes the hour into it
    return undated(file.getvalue())


def _cover(book: Book, report: Workbook) -> None:
    """What the figures are: the plan, both clocks, the column in force, and the states counted."""
    sheet = _new_sheet(book, _("About"), [110])
    title, *lines = wording.header(report.view, _("status on"))
    sheet.append([_written(sheet, title, _TITLE)])
    for line in (*lines, "", *wording.count_lines(report.status)):
        sheet.append([_written(sheet, line)])


def _sheet(book: Book, title: str, columns: Columns, rows: Iterable[Sequence[Cell]]) -> None:
    """A sheet with its names frozen above the rows, and a filter on each of them."""
    sheet = _new_sheet(book, title, [width for _name, width in columns])
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.row_dimensions[1].height = _LINE * max(_lines(name, width - _ARROW) for name, width in columns)
    sheet.append([_heading(sheet, name) for name, _width in columns])
    number = 1
    for number, row in enumerate(rows, 2):
        told = ((value, width) for value, (_name, width) in zip(row, columns, strict=True))
        lines = max((_lines(value, width) for value, width in told if isinstance(value, str)), default=1)
        sheet.row_dimensions[number].height = min(lines * _LINE, _HIGHEST)
        sheet.append([_written(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{number}"
    sheet.print_area = f"A1:{get_column_letter(_printed([width for _name, width in columns]))}{number}"


def _printed(widths: Sequence[int]) -> int:
    """How many of the first columns fit on a page in a size that can be read; the others are for the screen."""
    return sum(reached <= _PAGE for reached in accumulate(widths))


def _new_sheet(book: Book, title: str, widths: Sequence[int]) -> Any:
    """A sheet that is printed one page wide, on A4, or on A3 where that would be too small to read.

    All this must be said before its first row is written.
    """
    sheet: Any = book.create_sheet(title)  # the published types know a part of what such a sheet has
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4 if sum(widths) < _WIDEST_ON_A4 else _A3
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(_SIDE, _SIDE, _TOP_AND_FOOT, _TOP_AND_FOOT, _FOOT, _FOOT)
    sheet.print_options.gridLines = True
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "&A – &P / &N"
    return sheet


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; LibreOffice would show no more of it than the row is high."""
    return 1 if len(text) < width * _NARROW else len(wrap(text, int(width * _NARROW)))


def _heading(sheet: WriteOnlyWorksheet, name: str) -> Any:
    cell = _written(sheet, name, _BOLD)
    cell.fill = _GREY
    return cell


def _written(sheet: WriteOnlyWorksheet, value: Cell, font: Font | None = None) -> Any:
    """A cell: a date as a date, and every text as text, however it begins."""
    if isinstance(value, date) and value.year >= _FIRST_YEAR:
        cell = WriteOnlyCell(sheet, datetime(value.year, value.month, value.day))  # noqa: DTZ001
        cell.number_format = "d.m.yyyy"
    elif isinstance(value, date | str):
        text = norwegian(value) if isinstance(value, date) else visible(value)
        cell = WriteOnlyCell(sheet, _ESCAPE.sub("_x005F_", _fitting(text)))
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULA)
    else:
        cell = WriteOnlyCell(sheet, value)
    cell.alignment = _TOP
    if font is not None:
        cell.font = font
    return cell


def _fitting(text: str) -> str:
    """As much of a text as a cell takes."""
    if 2 * len(text) <= _LONGEST:
        return text
    return text.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")


def _item_columns() -> Columns:
    return (
        (_("State"), 13), (_("Item"), 44), (_("In this state since"), 13), (_("In this state until"), 13),
        (_("What comes then"), 22), (pgettext("column", "To"), 16), (_("Area"), 14), (_("Focus area"), 26),
        (_("Words of the plan"), 44), (_("Stands in"), 18), (_("Measure"), 30), (_("Owner"), 16),
        (_("Resource"), 40), (_("Confirmed"), 12), (_("Also said"), 90), (_("Id"), 24),
    )  # fmt: skip


def _items(report: Workbook) -> Iterable[Sequence[Cell]]:
    for one in report.status.items:
        item = one.item
        yield (
            wording.state_name(one.state), item.name, one.since, one.until,
            wording.comes_then(one) or None, one.to, item.area, item.focus_area,
            one.holds.statement.text if one.holds else None, wording.authority(one.holds) if one.holds else None,
            item.measure, one.owner, item.resource or item.who, _yes(one.confirmed),
            "; ".join(map(wording.beside, one.beside)) or None, item.id,
        )  # fmt: skip


def _transfer_columns() -> Columns:
    return (
        (_("Item"), 50), (pgettext("column", "From"), 20), (pgettext("column", "To"), 20),
        (_("Window from"), 13), (_("Window until"), 13), (_("Stage"), 26), (_("Handed over"), 26),
        (_("Confirmed"), 26), (_("Words of the plan"), 50), (_("Stands in"), 20), (_("Id"), 24),
    )  # fmt: skip


def _transfers(report: Workbook) -> Iterable[Sequence[Cell]]:
    plan = report.view.plan
    for one in report.transfers.transfers:
        holds = one.now.holds
        yield (
            one.now.item.name, one.giver, one.to, *one.window, wording.stage_name(one.stage),
            wording.handed_over(one, plan), wording.confirmed(one, plan),
            holds.statement.text if holds else None, wording.authority(holds) if holds else None, one.now.item.id,
        )  # fmt: skip


def _decision_columns() -> Columns:
    return (
        (_("Date"), 14), (_("Body"), 24), (_("Case"), 12), (_("Decision"), 60), (_("Standing"), 30),
        (_("What follows"), 60), (_("Id"), 24),
    )  # fmt: skip


def _decisions(report: Workbook) -> Iterable[Sequence[Cell]]:
    """A row for each decision, and one for each of its points, which a filter must find by the same body and day."""
    plan = report.view.plan
    for one in report.decisions.decisions:
        whose = _day_of(one), wording.body(plan, one.decision), one.decision.case
        standing = wording.standing(one)
        yield *whose, one.decision.title, standing, wording.own_consequences(one, plan), one.decision.id
        for listed in one.points:
            point = listed.point
            told = wording.consequences(listed.follows, one.decision, plan)
            yield *whose, f"{point.id}: {point.summary}", standing, told, f"{one.decision.id}/{point.id}"


def _day_of(one: ListedDecision) -> Cell:
    """The day of a decision; in words where no more than the month or the year is known."""
    known = one.decision.date
    return known.last if known is not None and known.is_day else wording.decided_on(one.decision)


def _finding_columns() -> Columns:
    return (
        (_("Code"), 10), (_("Severity"), 20), (_("Finding"), 80), (_("What to do"), 60),
        (_("Accepted, because"), 36), (_("File"), 30), (_("Line"), 8),
    )  # fmt: skip


def _finding(one: Finding) -> Sequence[Cell]:
    told = message(one)
    place = one.place
    return (
        one.code.code, severity_name(one.code.severity), told.sentence, told.help, one.accepted or None,
        place.file if place else one.spot.file, place.line if place else None,
    )  # fmt: skip


def _yes(is_so: bool) -> str | None:
    return _("yes") if is_so else None
