"""A Word file (.docx) to a paper, in the order of its body; python-docx opens it, the elements are read one by one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from vrplan.findings import N_
from vrplan.importers.docx_numbers import Numbers
from vrplan.importers.docx_package import check_package
from vrplan.importers.docx_styles import Styles
from vrplan.importers.docx_text import WORD, Text, children, content_of, value_of
from vrplan.importers.finished import damage_told, finished
from vrplan.importers.grids import ABOVE, BOTH, LEFT, bounded
from vrplan.importers.paper import SEALED, Block, Cell, Heading, Paper, Paragraph, Struck, Table, Unreadable
from vrplan.importers.tabbed import with_tables

if TYPE_CHECKING:
    from docx.document import Document

_WORDS: Final = re.compile(r"[^\W\d_]{3,}")
"""A number that is more than one: "Fokusområde 1"."""
_COLOUR: Final = re.compile("[0-9a-f]{6}")
_MISSING: Final = N_("reading a .docx needs python-docx: pip install 'vrplan[import]'")


@dataclass(slots=True)
class _Reader:
    styles: Styles
    numbers: Numbers
    text: Text = field(default_factory=Text)
    lost: list[str] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def blocks(self, body: Any) -> Iterator[Block]:
        """Paragraphs that follow each other may be the rows of a table that was written with tabs."""
        together: list[Paragraph] = []
        for element in content_of(body, self.text):
            found = self._paragraph(element) if element.tag == f"{WORD}p" else None
            if isinstance(found, Paragraph):
                together.append(found)
                continue
            yield from self._with_tables(together)
            together = []
            if found:
                yield found
            elif element.tag == f"{WORD}tbl":
                yield from self._table(element)
        yield from self._with_tables(together)

    def _with_tables(self, paragraphs: list[Paragraph]) -> Iterator[Block]:
        for block in with_tables(paragraphs, self.tables, self.lost):
            self.tables += isinstance(block, Table)
            yield block

    def _paragraph(self, element: Any) -> Heading | Paragraph:
        self.paragraphs += 1
        place = f"paragraph {self.paragraphs}"
        text, number = self.text.of(element, place), self.numbers.next(element)
        level = self.styles.heading_level(element)
        if level is not None:
            return Heading(_numbered(number if _WORDS.search(number) else "", text), level, place)
        text = _numbered(number, text)
        if self.styles.is_contents(element):
            text = text.replace("\t", " ")
        return Paragraph(text, place, self.styles.is_strong(element))

    def _table(self, element: Any) -> Iterator[Block]:
        self.tables += 1
        number, place = self.tables, f"table {self.tables}"
        nested: list[Any] = []
        rows = (
            (f"{place}, row {row_number}", tuple(self._row(row, f"{place}, row {row_number}", nested)))
            for row_number, row in enumerate(self._rows(element), start=1)
        )
        table, cut = bounded(number, place, rows)
        self.lost += cut
        yield table
        for inner in nested:
            yield from self._table(inner)

    def _rows(self, table: Any) -> Iterator[Any]:
        for row in content_of(table, self.text):
            if row.tag == f"{WORD}tr":
                if children(row, "trPr", "del"):
                    self.text.told.add("deleted")
                else:
                    yield row

    def _row(self, row: Any, place: str, nested: list[Any]) -> Iterator[Cell]:
        yield from [Cell("")] * _count(row, "gridBefore")
        for cell in content_of(row, self.text):
            if cell.tag == f"{WORD}tc":
                yield from self._cell(cell, place, nested)

    def _cell(self, cell: Any, place: str, nested: list[Any]) -> Iterator[Cell]:
        texts: list[tuple[str, str]] = []
        for element in content_of(cell, self.text):
            if element.tag == f"{WORD}p":
                texts.append((self.numbers.next(element), self.text.of(element, place)))
            elif element.tag == f"{WORD}tbl":
                nested.append(element)
        text = "\n".join(_numbered(number, text) for number, text in texts if text.strip())
        text = text or next((number for number, _ in texts if number), "")
        is_below = _is_merged_on(cell, "vMerge")
        if not text and _has_colour(cell):
            self.text.told.add("colour")
        if is_below and text:
            self.lost.append(
                f"{place}: text in a cell that is merged with the one above was left out: {text}"
            )
        yield ABOVE if is_below else LEFT if _is_merged_on(cell, "hMerge") else Cell(text)
        yield from [BOTH if is_below else LEFT] * (_count(cell, "gridSpan", least=1) - 1)


def read_docx(data: bytes, name: str) -> Paper:
    """The paper in the bytes of a Word file; page headers come first, footers last."""
    try:
        from docx import Document
    except ImportError as error:
        raise Unreadable(_MISSING) from error
    check_package(data, name)
    with damage_told(name, N_("a .docx")):
        document = Document(io.BytesIO(data))
        styles = Styles.of(document)
        reader = _Reader(styles, Numbers.of(document, styles))
        blocks = [
            *_margins(document, "header", reader.text.struck),
            *reader.blocks(document.element.body),
            *_margins(document, "footer", reader.text.struck),
        ]
        lost = [*reader.lost, *reader.text.lost(document)]
        is_own = document.core_properties.identifier.startswith(SEALED)
        return replace(finished(name, blocks, lost, struck=reader.text.struck), is_own=is_own)


def _numbered(number: str, text: str) -> str:
    """A paragraph as it is seen: with the number that Word sets before it, where it is not empty."""
    return f"{number} {text}" if number and text.strip() else text


def _margins(document: Document, kind: str, struck: list[Struck]) -> list[Block]:
    """What stands above or below the pages, text boxes too, each text once: the case number is often there."""
    texts: dict[str, None] = {}
    for section in document.sections:
        for prefix in ("", "first_page_", "even_page_"):
            part = getattr(section, f"{prefix}{kind}")
            if not part.is_linked_to_previous:
                text = Text()
                texts.update(
                    (text.of(found, f"page {kind}"), None) for found in part._element.iter(f"{WORD}p")
                )
                struck += [one for one in text.struck if one not in struck]
    return [Paragraph(text, f"page {kind}") for text in texts]


def _is_merged_on(cell: Any, tag: str) -> bool:
    """Whether a cell goes on from another: `vMerge` from the one above, `hMerge` from the one to its left."""
    return any(value_of(mark) != "restart" for mark in children(cell, "tcPr", tag))


def _has_colour(cell: Any) -> bool:
    """Whether it is filled with something else than white or a shade of grey."""
    fills = [str(mark.get(f"{WORD}fill") or "").lower() for mark in children(cell, "tcPr", "shd")]
    return any(_COLOUR.fullmatch(fill) and len({fill[:2], fill[2:4], fill[4:]}) > 1 for fill in fills)


def _count(element: Any, tag: str, least: int = 0) -> int:
    """How many columns a cell covers, or a row leaves out before its first cell; never more than a page has."""
    holder = "tcPr" if element.tag == f"{WORD}tc" else "trPr"
    written = [value_of(mark) or "" for mark in children(element, holder, tag)]
    return max(least, min(int(written[0]), 1_000)) if written and written[0].isdecimal() else least
