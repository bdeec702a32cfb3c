"""Papers that cannot be read, or should not be opened: one line in plain English, and nothing else."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from vrplan.importers.docx import read_docx
from vrplan.importers.html import read_html
from vrplan.importers.paper import Table, Unreadable
from vrplan.importers.pdf import read_pdf
from vrplan.importers.plain_text import read_plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def why(read: Callable[[bytes, str], Paper], data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        read(data, "plan")
    return str(raised.value)


def package(parts: dict[str, bytes]) -> bytes:
    """A zip file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "plan is empty"),
        (b"Hei", "plan is not a .docx, whatever its name says"),
        (b"PK\x03\x04 half", "plan is not a .docx, whatever its name says"),
        (b"{\\rtf1 Hei}", "plan is in the format RTF: open it in Word and save it as .docx"),
        (OLE, "plan is in the old Word format (.doc): open it in Word and save it as .docx"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "plan is protected with a password: save it without one and import that",
        ),
        (
            package({"a.txt": b"x"}),
            "plan is not a Word document: there is no text in it that Word would open",
        ),
        (package({"word/document.xml": b"<a/>"}), "plan is damaged, or is not a .docx: it could not be read"),
    ],
)
def test_what_is_no_word_file(data: bytes, told: str) -> None:
    assert why(read_docx, data) == told


BOMB = "plan would unpack to far more than a paper holds: it was not opened"


def test_a_zip_bomb_is_not_opened() -> None:
    assert why(read_docx, package({"word/document.xml": bytes(50 << 20)})) == BOMB


def test_a_zip_with_thousands_of_parts_is_not_opened() -> None:
    assert why(read_docx, package({f"word/{number}.xml": b"" for number in range(5_001)})) == BOMB


def test_a_zip_that_lies_about_its_sizes_is_damaged() -> None:
    honest = package({"word/document.xml": bytes(50 << 20)})
    lying = honest.replace(struct.pack("<I", 50 << 20), struct.pack("<I", 100))
    assert why(read_docx, lying) == "plan is damaged, or is not a .docx: it could not be read"


DOCTYPE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
STRANGE = "plan holds XML that Word does not write (a document type or entities): it was not opened"


@pytest.mark.parametrize(
    "xml",
    [
        DOCTYPE.encode(),
        DOCTYPE.encode("utf-16"),
        DOCTYPE.encode("utf-16-be"),
        b"<?xml version='1.0' encoding='utf-7'?>" + DOCTYPE.encode("utf-7"),
        f"<?xml version='1.0' encoding='cp037'?>{DOCTYPE}".encode("cp037"),
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_entities_are_never_expanded(part: str, xml: bytes) -> None:
    assert why(read_docx, package({"word/document.xml": b"<a/>", part: xml})) == STRANGE


def test_an_encrypted_zip_is_protected() -> None:
    data = bytearray(package({"word/document.xml": b"<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert (
        why(read_docx, bytes(data))
        == "plan is protected with a password: save it without one and import that"
    )


def test_a_word_file_without_text(word_file: Any) -> None:
    assert why(read_docx, word_file(lambda document: document.add_table(2, 2))) == "plan holds no text"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "plan is empty"),
        (b"Hei", "plan is not a PDF, whatever its name says"),
        (b"%PDF-1.4\nHei", "plan is damaged, or is not a PDF: it could not be read"),
        (
            b"%PDF-1.4\nstream\n" + zlib.compress(bytes(301 << 20), 9) + b"endstream",
            "plan would unpack to far more than a paper holds: it was not opened",
        ),
    ],
)
def test_what_is_no_pdf(data: bytes, told: str) -> None:
    assert why(read_pdf, data) == told


def test_a_scan(pdf_file: Any) -> None:
    from reportlab.lib.colors import grey  # type: ignore[import-untyped]
    from reportlab.platypus import Spacer  # type: ignore[import-untyped]

    def picture(canvas: Any, _page: object) -> None:
        canvas.setFillColor(grey)
        canvas.rect(0, 0, 500, 700, fill=1)
        canvas.grid([50, 150, 250], [700, 720, 740])

    told = "plan has no text layer: it is a scan or holds only pictures; let a program read it first (OCR)"
    assert why(read_pdf, pdf_file([Spacer(1, 1)], on_page=picture)) == told


def test_a_protected_pdf(pdf_file: Any, pdf_text: Any) -> None:
    data = pdf_file([pdf_text("Hei")], encrypt="hemmelig")
    assert why(read_pdf, data) == "plan is protected with a password: save it without one and import that"


def test_a_pdf_whose_references_lead_in_a_circle() -> None:
    data = b"%PDF-1.4\n1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\ntrailer\n<</Root 1 0 R>>\n"
    assert why(read_pdf, data) == "plan is damaged: no page of it could be found"


def test_a_pdf_that_never_ends(pdf_file: Any, pdf_text: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf_file([pdf_text("Plan")])
    monkeypatch.setattr("vrplan.importers.pdf_bounds._MOST_SECONDS", 0.01)
    monkeypatch.setattr("pdfplumber.page.Page.find_tables", lambda _page: all(True for _ in iter(int, 1)))
    assert why(read_pdf, data) == "plan takes too long to read: it is damaged, or far bigger than a paper"


def test_ten_thousand_rows_of_a_word_file(word_file: Any) -> None:
    from copy import deepcopy

    def fill(document: Any) -> None:
        table = document.add_table(1, 3)
        for column, text in enumerate(("Tiltak", "b", "Løpende")):
            table.cell(0, column).text = text
        row = table.rows[0]._tr
        for _ in range(9_999):
            row.addnext(deepcopy(row))

    table = read_docx(word_file(fill), "plan.docx").blocks[0]
    assert isinstance(table, Table)
    assert (len(table.rows), table.rows[-1].place) == (10_000, "table 1, row 10000")


def test_ten_thousand_rows_of_text() -> None:
    table = read_plain_text("Tiltak\tb\tLøpende\n".encode() + b"A\tb\tc\n" * 9_999, "plan.txt").blocks[0]
    assert isinstance(table, Table)
    assert (len(table.rows), table.rows[-1].place) == (10_000, "line 10000")


def test_a_page_of_twenty_megabytes() -> None:
    # Time and memory grow with the size; 20 MB of cells alone take five to ten seconds, so most is a comment here.
    page = b"<h1>Plan</h1><!-- " + b"x" * (19 << 20) + b" -->" + b"<table><tr><td>A<td>b</table>" * 30_000
    paper = read_html(page, "plan.html")
    assert len(page) > 20_000_000
    assert (len(paper.blocks), paper.lost) == (30_001, ())


@pytest.mark.parametrize(
    ("read", "library", "told"),
    [
        (read_docx, "docx", "reading a .docx needs python-docx: pip install 'vrplan[import]'"),
        (read_html, "lxml", "reading an .html needs lxml: pip install 'vrplan[import]'"),
        (read_pdf, "pdfplumber", "reading a .pdf needs pdfplumber: pip install 'vrplan[import]'"),
    ],
)
def test_a_library_that_is_not_installed_is_named(
    read: Callable[[bytes, str], Paper], library: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert why(read, b"x") == told


def test_a_network_address_in_a_page_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket", None)  # anything that opens one would fail
    page = b'<!doctype html SYSTEM "http://example.org/x.dtd"><link href="http://example.org/x.css"><p>Plan'
    assert len(read_html(page, "plan.html").blocks) == 1
