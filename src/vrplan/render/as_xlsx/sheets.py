"""The sheets of a workbook: their page, their rows, and cells of which none is computed."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import accumulate
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from vrplan.days import norwegian
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from openpyxl import Workbook as Book
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    Cell = str | date | int | None

T = TypeVar("T")

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
_ONE_LINE = Alignment(horizontal="left", vertical="top")
_BOLD = Font(bold=True)
_A4, _A3 = 9, 8
_WIDEST_ON_A4 = 240
"""So many letters side by side can still be read on an A4 page that lies on its side."""
_GREY = PatternFill("solid", fgColor="E7E6E6")
_FIRST_YEAR = 1900
"""The form counts days from the first of this year: an earlier one is told in words."""


class Column(NamedTuple, Generic[T]):
    """A column of a sheet."""

    name: str
    width: int
    """In letters."""
    value: Callable[[T], Cell]
    """What stands in it in the row of one thing."""


def add_sheet(
    book: Book, title: str, columns: Sequence[Column[T]], things: Iterable[T], note: str = ""
) -> None:
    """A sheet with a row for each thing, its names frozen above them, and a filter on each; a note stands first."""
    widths = [column.width for column in columns]
    sheet = new_sheet(book, title, widths)
    top = 2 if note else 1
    sheet.freeze_panes = f"A{top + 1}"
    sheet.print_title_rows = f"1:{top}"
    if note:
        sheet.append([_noted(sheet, note)])
    high = max(_lines(column.name, column.width - _ARROW) for column in columns)
    sheet.row_dimensions[top].height = _LINE * high
    sheet.append([_heading(sheet, column.name) for column in columns])
    number = top
    for number, thing in enumerate(things, top + 1):
        _add_row(sheet, number, [column.value(thing) for column in columns], widths)
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(columns))}{number}"
    sheet.print_area = f"A1:{get_column_letter(_printed(widths))}{number}"


def _add_row(sheet: Any, number: int, row: Sequence[Cell], widths: Sequence[int]) -> None:
    """A row that is as high as its longest text."""
    told = zip(row, widths, strict=True)
    lines = max((_lines(value, width) for value, width in told if isinstance(value, str)), default=1)
    sheet.row_dimensions[number].height = min(lines * _LINE, _HIGHEST)
    sheet.append([written(sheet, value) for value in row])


def _printed(widths: Sequence[int]) -> int:
    """How many of the first columns fit on a page in a size that can be read; the others are for the screen."""
    return sum(reached <= _PAGE for reached in accumulate(widths))


def new_sheet(book: Book, title: str, widths: Sequence[int]) -> Any:
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


def _noted(sheet: WriteOnlyWorksheet, note: str) -> Any:
    """A cell that goes on over the empty ones beside it."""
    cell = written(sheet, note)
    cell.alignment = _ONE_LINE
    return cell


def _heading(sheet: WriteOnlyWorksheet, name: str) -> Any:
    cell = written(sheet, name, _BOLD)
    cell.fill = _GREY
    return cell


def written(sheet: WriteOnlyWorksheet, value: Cell, font: Font | None = None) -> Any:
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
