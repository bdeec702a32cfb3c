"""What kind of file a paper is: what it holds counts for more than its name."""

from __future__ import annotations

import pytest

from vrplan.importers import Unreadable, form_of


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("plan.docx", b"PK\x03\x04...", "docx"),
        ("plan.txt", b"PK\x03\x04...", "docx"),
        ("plan.pdf", b"%PDF-1.7\n", "pdf"),
        ("plan", b"\n%PDF-1.4\n", "pdf"),
        ("plan.html", b"<p>Hei</p>", "html"),
        ("plan.txt", b"\xef\xbb\xbf\n<!DOCTYPE html><p>Hei</p>", "html"),
        ("plan.docx", b"<html><body>", "html"),
        ("plan.md", b"# Plan", "markdown"),
        ("PLAN.MD", b"# Plan", "markdown"),
        ("plan.txt", b"Plan", "plain_text"),
        ("plan", b"Plan", "plain_text"),
        ("plan.txt", "Plan".encode("utf-16"), "plain_text"),
        ("plan.txt", "Plan".encode("utf-16-le"), "plain_text"),
    ],
)
def test_form_of_a_paper(name: str, data: bytes, form: str) -> None:
    assert form_of(name, data) == form


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("plan.docx", b"", "plan.docx is empty"),
        ("plan.txt", b" \n", "plan.txt is empty"),
        (
            "plan.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "plan.docx is an old Word file or has a password; save it as .docx without one",
        ),
        ("plan.docx", b"Handlingsplan", "plan.docx is no docx file, whatever its name says"),
        ("plan.pdf", b"Handlingsplan", "plan.pdf is no pdf file, whatever its name says"),
        ("plan.txt", b"\x89PNG\0\0", "plan.txt is neither a text nor a .docx or .pdf file"),
    ],
)
def test_what_is_no_paper_is_refused_in_one_line(name: str, data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        form_of(name, data)
    assert str(refused.value) == why
