"""Headings, paragraphs and tables of a Word document; every text that is written passes here."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from vrplan.render.as_docx.runs import field, run, runs
from vrplan.render.as_docx.styles import style_id
from vrplan.render.language import _
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from docx.document import Document

_TWIPS = 635
"""So many of the units that lengths are counted in make a twentieth of a point."""
_A4 = 7560310
"""How wide an A4 page is, in those units."""
_GREY = "E7E6E6"
_FEWEST, _MOST = 9.0, 26.0
"""No column is made for fewer or more letters side by side."""
_SQUARE = 2.2
"""A text of a hundred letters is set in so many times ten letters a line."""
_BESIDE = 3
"""The margins of a cell are as wide as so many letters."""


class Writer:
    """Writes a document from its beginning to its end."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._width = _text_width(document) // _TWIPS
        self._tables = 0
        self._known: dict[str, str] = {}

    def heading(self, text: str, level: int, own: str | None = None) -> None:
        """A heading; level 1 is the highest below the title."""
        self.paragraph(text, f"Heading {level}", own=own)

    def paragraph(
        self, text: str, style: str = "Normal", *, own: str | None = None, stays: bool = False
    ) -> None:
        """A paragraph of one style; one that `stays` is on the same page as what follows.

        `own` are the words of the plan in it, beside those that are quoted.
        """
        self._new_paragraph(style, stays=stays).extend(runs(text, own))

    def labelled(self, label: str, text: str, *, stays: bool = False) -> None:
        """A paragraph that begins with what it is about."""
        paragraph = self._new_paragraph("Normal", stays=stays)
        paragraph.append(run(f"{visible(label)}: ", bold=True))
        paragraph.extend(runs(text))

    def table(
        self,
        subject: str,
        names: Sequence[str],
        widths: Sequence[float],
        rows: Iterable[Sequence[str]],
        *,
        own: Collection[int] = (),
        about: str | None = None,
    ) -> None:
        """A table with its caption above; its heading comes again on each page, and no row is parted or left alone.

        The columns that are `own` (from 0) hold words of the plan only; of the subject `about` is of the plan.
        """
        self._tables += 1
        self._caption(subject, about)
        whole = sum(widths)
        twips = [int(self._width * width / whole) for width in widths]
        table: Any = self._document.add_table(0, len(names))
        table._tbl.tblStyle_val = self._style("Table Grid")
        table.autofit = False
        for column, width in zip(table._tbl.tblGrid, twips, strict=True):
            column.set(qn("w:w"), str(width))
        table._tbl.tblPr.append(_element("w:tblCaption", visible(subject)))
        table._tbl.append(self._row(names, twips, is_heading=True))
        some = list(rows)
        for number, row in enumerate(some, 1):
            stays = number in {1, len(some) - 1} and number < len(some)
            table._tbl.append(self._row(row, twips, own=own, stays=stays))

    def end(self) -> None:
        """A table may not be the last thing in a document."""
        if self._tables and self._document.element.body[-2].tag == qn("w:tbl"):
            self.paragraph("", "Table Text")

    def _caption(self, subject: str, own: str | None) -> None:
        told = _("Table {number}: {subject}").format(number="\0", subject=visible(subject))
        before, _number, after = told.partition("\0")
        paragraph = self._new_paragraph("Caption", stays=True)
        paragraph.append(run(before))
        paragraph.append(field(f"SEQ {before.strip() or 'Table'} \\* ARABIC", str(self._tables)))
        paragraph.extend(runs(after, own))

    def _new_paragraph(self, style: str, *, stays: bool = False) -> Any:
        paragraph: Any = self._document.add_paragraph()
        paragraph._p.style = self._style(style)
        if stays:
            paragraph._p.get_or_add_pPr().keepNext_val = True  # whatever the template's style says
        return paragraph._p

    def _style(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = style_id(self._document, name)
        return self._known[name]

    def _row(
        self,
        texts: Sequence[str],
        widths: Sequence[int],
        *,
        own: Collection[int] = (),
        is_heading: bool = False,
        stays: bool = False,
    ) -> Any:
        """A row; one that `stays` is on the same page as the next, and a heading always is."""
        row = OxmlElement("w:tr")
        properties = OxmlElement("w:trPr")
        properties.append(OxmlElement("w:cantSplit"))
        if is_heading:
            properties.append(OxmlElement("w:tblHeader"))
        row.append(properties)
        style = self._style("Table Heading" if is_heading else "Table Text")
        for number, (text, width) in enumerate(zip(texts, widths, strict=True)):
            shown = runs(text, text if number in own else None)
            row.append(_cell(shown, width, style, _GREY if is_heading else "", stays=stays or is_heading))
        return row


def fitting(texts: Iterable[Sequence[str]]) -> list[float]:
    """How wide the columns of a table are to each other: so that long words stay whole, and long texts get room."""
    return [max(map(_room, column)) for column in zip(*texts, strict=True)]


def _room(text: str) -> float:
    """So many letters side by side suit a text: at least its longest word, and more where it has many."""
    longest = max(map(len, text.split()), default=0) + _BESIDE
    return min(max(longest, _SQUARE * math.sqrt(len(text)), _FEWEST), _MOST)


def _text_width(document: Document) -> int:
    """The room between the margins of the last section, in the units of the form."""
    section = document.sections[-1]
    sides = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
    return max((section.page_width or _A4) - sides, _A4 // 3)


def _cell(shown: Iterable[Any], width: int, style: str, colour: str, *, stays: bool) -> Any:
    cell, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    properties.append(_element("w:tcW", str(width), "w:w", **{"w:type": "dxa"}))
    if colour:
        properties.append(_element("w:shd", "clear", **{"w:color": "auto", "w:fill": colour}))
    paragraph, about = OxmlElement("w:p"), OxmlElement("w:pPr")
    about.append(_element("w:pStyle", style))
    if stays:
        about.append(OxmlElement("w:keepNext"))
    paragraph.append(about)
    paragraph.extend(shown)
    cell.append(properties)
    cell.append(paragraph)
    return cell


def _element(tag: str, value: str, key: str = "w:val", **others: str) -> Any:
    made = OxmlElement(tag)
    for name, said in {key: value, **others}.items():
        made.set(qn(name), said)
    return made
