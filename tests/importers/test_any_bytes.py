"""Whatever the bytes are, a reader gives a paper or one line that says why not."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vrplan.importers.docx import read_docx
from vrplan.importers.html import read_html
from vrplan.importers.markdown import read_markdown
from vrplan.importers.paper import Paper, Unreadable
from vrplan.importers.pdf import read_pdf
from vrplan.importers.plain_text import read_plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

READERS = (read_docx, read_html, read_markdown, read_plain_text, read_pdf)
SIGNS = "|\n\t`ø\x00\f"
WORDS = """a --- |---| **fet** ``` <!-- --> 1.A ===== - # <table> </table> <tr> <td> </td> <th/> <h1> <p> <br> <pre>
<del> <td/rowspan=0> <td/colspan=3> </p> &#xD800; &amp; \\"""
DRAWN = [
    "+--+--+\n",
    "|a |b |\n",
    "+==+==+\n",
    "|a +--+\n",
    "=== ===\n",
    "--- ----\n",
    "a   b\n",
    "-----------\n",
]
PIECES = st.sampled_from([*SIGNS, *WORDS.split(), *DRAWN, " ", "1. A", "# "])
Edits = list[tuple[float, int]]
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8)
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_or_told(read: Callable[[bytes, str], Paper], data: bytes) -> None:
    try:
        assert read(data, "plan").blocks
    except Unreadable as why:
        told = str(why)
    else:
        return
    assert told.startswith("plan ")
    assert "\n" not in told


def changed(data: bytes, edits: Edits) -> bytes:
    """The bytes with some of them replaced."""
    new = bytearray(data)
    for where, byte in edits:
        new[min(int(where * len(new)), len(new) - 1)] = byte
    return bytes(new)


@pytest.mark.parametrize("read", READERS)
@quick
@given(
    data=st.binary(max_size=300),
    start=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"<table>"]),
)
def test_any_bytes(read: Callable[[bytes, str], Paper], data: bytes, start: bytes) -> None:
    read_or_told(read, start + data)


@pytest.mark.parametrize("read", [read_html, read_markdown, read_plain_text])
@quick
@given(pieces=st.lists(PIECES | st.text(max_size=5), max_size=30))
def test_any_text(read: Callable[[bytes, str], Paper], pieces: list[str]) -> None:
    read_or_told(read, "".join(pieces).encode("utf-8", "replace"))


@pytest.fixture(scope="module")
def small_docx() -> bytes:
    document = Document()
    document.add_heading("Plan", 1)
    document.add_paragraph("Kultur", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Tiltak"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@quick
@given(
    edits=EDITS, part=st.sampled_from([f"word/{name}.xml" for name in ("document", "styles", "numbering")])
)
def test_a_word_file_with_damage_in_a_part(edits: Edits, part: str, small_docx: bytes) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(small_docx)) as whole, zipfile.ZipFile(file, "w") as zipped:
        for name in whole.namelist():
            zipped.writestr(name, changed(whole.read(name), edits if name == part else []))
    read_or_told(read_docx, file.getvalue())


@quick
@given(edits=EDITS)
def test_a_word_file_with_damage_in_its_package(edits: Edits, small_docx: bytes) -> None:
    read_or_told(read_docx, changed(small_docx, edits))


@pytest.fixture(scope="module")
def small_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=0, invariant=1)
    canvas.grid([50, 150, 250], [700, 720, 740])
    canvas.drawString(60, 725, "Tiltak")
    canvas.drawString(160, 705, "Løpende")
    canvas.save()
    return file.getvalue()


@quick
@given(edits=EDITS)
def test_a_pdf_with_damage(edits: Edits, small_pdf: bytes) -> None:
    read_or_told(read_pdf, changed(small_pdf, edits))
