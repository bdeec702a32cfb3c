"""A PDF with a text layer to a paper; pdfplumber finds the words and the drawn tables."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, Final

from vrplan.findings import N_
from vrplan.importers.finished import damage_told, finished
from vrplan.importers.paper import Paper, Unreadable
from vrplan.importers.pdf_bounds import check_size, in_time, without_circles, without_log
from vrplan.importers.pdf_pages import PageContent, blocks_of
from vrplan.importers.pdf_tables import drawn_tables, is_in
from vrplan.importers.pdf_words import Word, lines_of

_MISSING: Final = N_("reading a .pdf needs pdfplumber: pip install 'vrplan[import]'")
_SCANNED: Final = N_(
    "{name} has no text layer: it is a scan or holds only pictures; let a program read it first (OCR)"
)
_MOST_PAGES: Final = 500
"""So many pages are read; ten of them take about a second."""
_NO_TEXT: Final = N_("it has no text layer")
_TOO_LONG: Final = N_("nothing was read from here on, the paper is too long")
_NO_LETTERS: Final = N_("words were not read, because their font does not say which letters they are")
_UNNAMED: Final = re.compile(r"\(cid:\d+\)")


def read_pdf(data: bytes, name: str) -> Paper:
    """The paper in the bytes of a PDF; places are its pages, and the tables counted through all of them."""
    try:
        import pdfplumber
    except ImportError as error:
        raise Unreadable(_MISSING) from error
    if b"%PDF-" not in data[:1024]:
        if not data:
            raise Unreadable("{name} is empty", name=name)
        raise Unreadable("{name} is not a PDF, whatever its name says", name=name)
    check_size(data, name)
    unread = _Unread()
    with (
        damage_told(name, N_("a PDF")),
        without_log(),
        without_circles(),
        in_time(name),
        _protection_told(name),
        pdfplumber.open(io.BytesIO(data)) as pdf,
    ):
        pages = list(_pages(pdf, unread))
    if not pages:
        raise Unreadable("{name} is damaged: no page of it could be found", name=name)
    if not any(page.letters for page in pages):
        raise Unreadable(_SCANNED, name=name)
    return finished(name, blocks_of(pages, unread.lost), unread.lost, unread.gaps)


def _pages(pdf: Any, unread: _Unread) -> Iterator[PageContent]:
    for number, page in enumerate(pdf.pages, start=1):
        if number > _MOST_PAGES:
            unread.may_be_words(f"page {number}: {_TOO_LONG}")
            return
        yield _page(page, number, unread)
        page.close()


def _page(page: Any, number: int, unread: _Unread) -> PageContent:
    lost = unread.lost
    found = page.extract_words(x_tolerance_ratio=0.15, extra_attrs=["fontname", "size"])
    words = [
        Word.of(word)
        for word in found
        if word["upright"] and not _UNNAMED.search(word["text"]) and _stands_somewhere(word)
    ]
    if any(not word["upright"] for word in found):
        lost.append(f"page {number}: text that does not stand upright was not read")
    if any(_UNNAMED.search(word["text"]) for word in found):
        unread.may_be_words(f"page {number}: {_NO_LETTERS}")
    if not found and page.objects:
        unread.may_be_words(f"page {number}: {_NO_TEXT}")
    elif not found:  # a page of nothing
        lost.append(f"page {number}: {_NO_TEXT}")
    if page.images:
        lost.append("pictures were not read")
    tables = drawn_tables(page, number, words, lost)
    free = [word for word in words if not any(is_in(word, table.box) for table in tables)]
    letters = Counter(word.size for word in words for _ in word.text)
    return PageContent(number, float(page.height), lines_of(free), tables, letters)


def _stands_somewhere(word: dict[str, Any]) -> bool:
    """A damaged file may move a word out to infinity."""
    return all(isfinite(word[edge]) for edge in ("x0", "x1", "top", "bottom", "size"))


@contextmanager
def _protection_told(name: str) -> Iterator[None]:
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        yield
    except PdfminerException as error:
        if any(isinstance(cause, PDFEncryptionError | PDFPasswordIncorrect) for cause in error.args):
            raise Unreadable(
                "{name} is protected with a password: save it without one and import that", name=name
            ) from error
        raise


@dataclass(frozen=True, slots=True)
class _Unread:
    """What of a PDF could not be read; the `gaps` are those of it where any words may stand."""

    lost: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)

    def may_be_words(self, told: str) -> None:
        """Note what was lost, and that nobody knows which words it was."""
        self.lost.append(told)
        self.gaps.append(told)
