"""Which paper a text is from, what of it can be read, and what is known of the text then: never that it is right."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from vrplan.importers.cited import runs_of
from vrplan.importers.paper import Cell, Heading, Paper, Paragraph, Row, Table
from vrplan.render.findings import first_line, message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vrplan.findings import Finding
    from vrplan.rules.quotations import Quotations

    Judge = Callable[..., tuple[Quotations, list[Finding]]]

FILE = "file: notat.txt"
RIGHT = b"Nettverket: Avsluttes 29.6.18"
OTHER = b"Nettverket: Avsluttes 28.9.18"


def verdict(quotations: Quotations) -> str:
    """The one text's verdict; the counts say the same."""
    (one,) = quotations.compared
    assert {name for name, number in asdict(quotations.counts).items() if number} == {str(one.verdict)}
    return str(one.verdict)


def codes(findings: list[Finding]) -> list[str]:
    return [one.code.code for one in findings]


@pytest.mark.parametrize(
    ("status", "options", "expected"),
    [
        pytest.param("{text: Avsluttes 29.6.18, source: notat}", {"notat": FILE}, "verified", id="its own source"),
        pytest.param("{text: Avsluttes 29.6.18, source: referat}", {"notat": FILE}, "unverified", id="another's"),
        pytest.param("Avsluttes 29.6.18", {"notat": FILE}, "verified", id="the paper that proposed the column"),
        pytest.param(
            "Avsluttes 29.6.18", {"referat": FILE, "column": "adopted_by: adoption"}, "verified", id="that adopted it"
        ),
        pytest.param(
            "Avsluttes 29.6.18",
            {"referat": FILE, "column": "adopted_by: adoption", "evidence": "title-only"},
            "unverified",
            id="a title shows no words",
        ),
        pytest.param(
            "Avsluttes 29.6.18",
            {"notat": FILE, "column": "adopted_by: adoption, source: notat"},
            "verified",
            id="the column's own source",
        ),
        pytest.param("Avsluttes 29.6.18", {}, "unverified", id="no file is named"),
        pytest.param("{text: Avsluttes 29.6.18, source: brev}", {"notat": FILE}, "unverified", id="no such source"),
    ],
)  # fmt: skip
def test_paper_of_a_text(judged: Judge, status: str, options: dict[str, Any], expected: str) -> None:
    quotations, found = judged(status, **options, files={"notat.txt": RIGHT})
    assert (verdict(quotations), codes(found)) == (expected, [])


def test_text_under_a_decision_is_from_its_paper(judged: Judge) -> None:
    status = "Løpende\n              adoption: Avsluttes 29.6.18"
    quotations, _ = judged(status, referat=FILE, files={"notat.txt": RIGHT})
    assert [str(one.verdict) for one in quotations.compared] == ["not_found", "verified"]


def test_text_may_stand_in_either_paper_of_its_column(judged: Judge) -> None:
    papers = {"notat.txt": b"Saken legges fram.", "referat.txt": RIGHT}
    quotations, found = judged(notat=FILE, referat="file: referat.txt", files=papers)
    assert (verdict(quotations), found) == ("verified", [])
    quotations, found = judged("Avsluttes 31.12.18", FILE, "file: referat.txt", files=papers)
    assert verdict(quotations) == "not_found"
    assert message(found[0]).sentence == (
        "“Avsluttes 31.12.18” does not stand in referat.txt or notat.txt; "
        "nearest there: “Avsluttes 29.6.18” (line 1)"
    )


@pytest.mark.parametrize(
    ("referat", "content", "told"),
    [
        ("file: borte.txt", None, [("VR605", "borte.txt is not in the plan folder")]),
        ("file: referat.txt", b"", [("VR605", "referat.txt is empty")]),
        ("file: ../referat.txt", None, [("VR607", "leads out of the plan folder, and is not read")]),
    ],
)
def test_text_may_stand_in_the_paper_that_nobody_could_read(
    judged: Judge, referat: str, content: bytes | None, told: list[tuple[str, str]]
) -> None:
    papers = {"notat.txt": OTHER} | ({} if content is None else {"referat.txt": content})
    quotations, found = judged(notat=FILE, referat=referat, files=papers)
    assert verdict(quotations) == "unverified"
    assert codes(found) == [code for code, _ in told]
    assert all(message(one).sentence.endswith(why) for one, (_, why) in zip(found, told, strict=True))
    assert verdict(judged(notat=FILE, referat=referat, files={"notat.txt": RIGHT})[0]) == "verified"


def test_file_that_two_sources_name_is_told_once(judged: Judge) -> None:
    _, (found,) = judged(notat=FILE, referat=FILE, files={"notat.txt": OTHER})
    assert "does not stand in notat.txt; nearest" in message(found).sentence


def test_file_that_two_sources_name_is_read_once(judged: Judge) -> None:
    quotations, _ = judged(notat=FILE, referat="file: ./notat.txt", files={"notat.txt": OTHER})
    notat, referat = quotations.papers["notat"], quotations.papers["referat"]
    assert notat.runs is referat.runs
    assert (notat.file, referat.file) == ("notat.txt", "./notat.txt")


@pytest.mark.parametrize(
    ("name", "row"), [("lang.txt", "{}"), ("lang.md", "| {} |"), ("lang.html", "<p>{}</p>")]
)
def test_papers_with_too_much_text_are_not_read_to_the_end(
    judged: Judge, monkeypatch: pytest.MonkeyPatch, name: str, row: str
) -> None:
    content = row.format("Avsluttes 29.6.18").encode()
    papers = {"notat.txt": OTHER, name: content}
    monkeypatch.setattr("vrplan.importers.cited.MOST_LETTERS", len(OTHER) + len(content))
    quotations, found = judged(notat=FILE, referat=f"file: {name}", files=papers)
    assert (verdict(quotations), found) == ("verified", [])
    monkeypatch.setattr("vrplan.importers.cited.MOST_LETTERS", len(OTHER) + len(content) - 1)
    quotations, found = judged(notat=FILE, referat=f"file: {name}", files=papers)
    assert (verdict(quotations), codes(found)) == ("unverified", ["VR605"])
    assert f"with {name}, the papers are too long to be read" in message(found[0]).sentence


def test_text_that_is_not_known_is_no_quotation(judged: Judge) -> None:
    quotations, found = judged("{text: ~}", FILE, files={"notat.txt": OTHER})
    assert (quotations.compared, found) == ((), [])


@pytest.mark.parametrize(
    ("file", "content", "why"),
    [
        ("borte.txt", None, "borte.txt is not in the plan folder"),
        ("tom.txt", b"", "tom.txt is empty"),
        (
            "gammel.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "gammel.doc is an old Word file or has a password",
        ),
        ("bilde.png", b"\x89PNG\r\n\x1a\n\0\0", "bilde.png is neither a text nor a .docx or .pdf file"),
        ("notat.docx", b"PK\x03\x04" + b"\0" * 30, "notat.docx is"),
        ("'.'", None, ". is no file"),
        (f"{'x' * 5000}.txt", None, "x.txt cannot be opened: "),
    ],
)
def test_paper_that_cannot_be_read_verifies_nothing(
    judged: Judge, file: str, content: bytes | None, why: str
) -> None:
    quotations, found = judged(notat=f"file: {file}", files={file: content} if content is not None else {})
    assert (verdict(quotations), codes(found)) == ("unverified", ["VR605"])
    assert message(found[0]).sentence.startswith("not verified: 1 text from notat, because ")
    assert why in message(found[0]).sentence


def test_package_that_is_missing_is_named(judged: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    quotations, found = judged(notat="file: notat.pdf", files={"notat.pdf": b"%PDF-1.4"})
    assert verdict(quotations) == "unverified"
    assert first_line(found[0]).endswith(
        "because reading a .pdf needs pdfplumber: pip install 'vrplan[import]'"
    )


def test_text_that_may_stand_on_a_page_that_is_a_scan_is_not_called_wrong(
    judged: Judge, tmp_path: Path
) -> None:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    canvas = Canvas(str(tmp_path / "notat.pdf"))
    canvas.drawString(100, 700, "Avsluttes 29.6.18")
    canvas.showPage()
    canvas.rect(100, 100, 300, 300, fill=1)  # as a scan: something is there, and no letter
    canvas.showPage()
    canvas.save()
    quotations, found = judged(notat="file: notat.pdf")
    assert (verdict(quotations), found) == ("verified", [])
    quotations, found = judged("Avsluttes 31.12.18", notat="file: notat.pdf")
    assert (verdict(quotations), codes(found)) == ("unverified", ["VR605"])
    assert "not found in what can be read of notat.pdf: page 2: it has no text layer" in first_line(found[0])


@pytest.mark.parametrize(
    "file",
    [
        "../notat.txt", "papirer/../../notat.txt", "/etc/passwd",
        "C:/notat.txt", "C:notat.txt", r"..\notat.txt", r"\\a\b\c.txt",
    ],
)  # fmt: skip
def test_paper_outside_the_folder_is_not_read(judged: Judge, tmp_path: Path, file: str) -> None:
    (tmp_path.parent / "notat.txt").write_bytes(RIGHT)
    quotations, found = judged(notat=f"file: '{file}'")
    assert (verdict(quotations), codes(found)) == ("unverified", ["VR607"])


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_link_that_leads_out_is_not_followed_and_one_that_stays_is(judged: Judge, tmp_path: Path) -> None:
    (tmp_path.parent / "hemmelig.txt").write_bytes(RIGHT)
    (tmp_path / "notat.txt").symlink_to(tmp_path.parent / "hemmelig.txt")
    quotations, found = judged(notat=FILE)
    assert (verdict(quotations), codes(found)) == ("unverified", ["VR607"])
    (tmp_path / "notat.txt").unlink()
    (tmp_path / "notat.txt").symlink_to(tmp_path / "papirer" / "notat.txt")
    quotations, found = judged(notat=FILE, files={"papirer/notat.txt": RIGHT})
    assert (verdict(quotations), found) == ("verified", [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_pipe_is_not_waited_for(judged: Judge, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "notat.txt")
    quotations, found = judged(notat=FILE)
    assert (verdict(quotations), codes(found)) == ("unverified", ["VR605"])


@pytest.mark.parametrize(
    ("content", "recorded", "expected", "told"),
    [
        (RIGHT, sha256(RIGHT).hexdigest(), "verified", []),
        (RIGHT, sha256(RIGHT).hexdigest().upper(), "verified", []),
        (RIGHT, sha256(OTHER).hexdigest(), "suspect", ["VR606"]),
        (OTHER, sha256(OTHER).hexdigest(), "not_found", ["VR604"]),
        (OTHER, sha256(RIGHT).hexdigest(), "not_found", ["VR604", "VR606"]),
        (RIGHT, "abc", "verified", ["VR608"]),
    ],
)
def test_paper_that_changed_makes_what_quotes_it_suspect(
    judged: Judge, content: bytes, recorded: str, expected: str, told: list[str]
) -> None:
    quotations, found = judged(notat=f"{FILE}, sha256: {recorded}", files={"notat.txt": content})
    assert (verdict(quotations), codes(found)) == (expected, told)


def test_changed_paper_names_the_texts_and_its_new_sha256(judged: Judge) -> None:
    _, (found,) = judged(notat=f"{FILE}, sha256: {sha256(OTHER).hexdigest()}", files={"notat.txt": RIGHT})
    assert message(found).sentence == ("notat.txt is not the file whose sha256 was recorded; suspect: 1 text")
    assert message(found).help.endswith(sha256(RIGHT).hexdigest())
    assert [(one.place.line, one.message) for one in found.related if one.place] == [
        (16, "this text is one of them")
    ]


def test_paper_that_nothing_quotes_is_read_only_for_its_sha256(judged: Judge) -> None:
    options = {"column": "adopted_by: adoption", "files": {"notat.txt": b"\0\0no text\0"}}
    assert codes(judged(notat=FILE, **options)[1]) == []
    assert codes(judged(notat=f"{FILE}, sha256: {'0' * 64}", **options)[1]) == ["VR606"]


def test_changed_paper_on_which_nothing_rests_says_so(judged: Judge) -> None:
    options = {"column": "adopted_by: adoption", "files": {"notat.txt": OTHER}}
    _, (found,) = judged(notat=f"{FILE}, sha256: {'0' * 64}", **options)
    assert message(found).sentence == (
        "notat.txt is not the file whose sha256 was recorded; no status text rests on it"
    )


def test_missing_paper_that_nothing_quotes_is_told_once_where_its_sha256_is_recorded(judged: Judge) -> None:
    column = "adopted_by: adoption"
    _, (found,) = judged(notat=f"{FILE}, sha256: {'0' * 64}", column=column)
    assert first_line(found).endswith(
        "VR605 info: not verified: the sha256 of notat, because notat.txt is not in the plan folder"
    )
    assert judged(notat=FILE, column=column)[1] == []
    assert codes(judged(notat=f"{FILE}, sha256: abc", column=column)[1]) == ["VR608"]
    _, (both,) = judged(notat=f"{FILE}, sha256: {'0' * 64}")
    assert message(both).sentence.startswith("not verified: 1 text from notat, because ")


def test_a_cell_is_a_run_of_its_own_but_where_it_may_go_on_over_the_page() -> None:
    def row(page: int, *cells: str) -> Row:
        return Row(tuple(map(Cell, cells)), f"page {page}, table 1, row 1")

    table = Table(
        1,
        (
            row(1, "Lager", "Q3"),
            row(1, "Rydde", "Overføres"),
            row(2, "", "til KHS"),
            row(2, "Bil", "Q4"),
        ),
        "page 1",
    )
    paper = Paper(
        "x.pdf", (Heading("A", 1, "page 1"), Paragraph("b", "page 1"), table, Paragraph("c", "page 2"))
    )
    assert [[one.text for one in run] for run in runs_of(paper)] == [
        ["A", "b"], ["Lager"], ["Q3"], ["Rydde"], ["Overføres", "til KHS"], ["Bil"], ["Q4"], ["c"],
    ]  # fmt: skip


def test_words_of_a_paper_come_out_harmless(judged: Judge) -> None:
    paper = b"Avsluttes 29.6.18 <script>x</script> [red] =cmd() \x1b[31m | ::error::"
    _, (found,) = judged("Avsluttes 28.9.18 <script>", FILE, files={"notat.txt": paper})
    assert "\x1b" not in first_line(found)


ROWS = """\
| Tiltak | Aktivitet | Justert |
|---|---|---|
| Nettverk | Møter | Avsluttes 30.9.2018 |
| | Drift | Avsluttes 31.10.2018 |
| | Brev | Sendes i uke 40 |
"""


@pytest.mark.parametrize(
    ("note", "nearest"),
    [
        pytest.param("", "“Avsluttes 30.9.2018” (table 1, line 3)", id="none is named"),
        pytest.param("table 1, line 4", "“Avsluttes 31.10.2018” (table 1, line 4)", id="its row"),
        pytest.param(
            "Rettet; table 1, line 4.", "“Avsluttes 31.10.2018” (table 1, line 4)", id="with more words"
        ),
        pytest.param("table 1, line 40", "“Avsluttes 30.9.2018” (table 1, line 3)", id="no such row"),
        pytest.param(
            "table 1, line 5", "“Avsluttes 30.9.2018” (table 1, line 3)", id="nothing like it there"
        ),
    ],
)
def test_row_that_a_note_names_is_asked_first(judged: Judge, note: str, nearest: str) -> None:
    status = f'{{text: Avsluttes 30.11.2018, source: notat, note: "{note}"}}'.replace(', note: ""', "")
    _, found = judged(status, notat="file: notat.md", files={"notat.md": ROWS.encode()})
    assert [message(one).sentence for one in found] == [
        f"“Avsluttes 30.11.2018” does not stand in notat.md; nearest there: {nearest}"
    ]
