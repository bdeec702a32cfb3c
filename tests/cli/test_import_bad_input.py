"""Bad papers, as real files: a draft of what could be read, or one clear line and exit 2, and no file elsewhere."""

from __future__ import annotations

import io
import json
import os
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document

from vrplan.importers import paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

KNOWN = ("--organisation", "Fjordrådet", "--year", "2018")
TEXT = "Handlingsplan 2018\n\nTiltak\tAnsvar\tFrist\nMøte på Ås\tRådmannen\tHøsten 2018\n"
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
ENTITIES = {
    "laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>',
    "file": '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
}
WORD_XML = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
)


def word_file(*rows: list[str], text: str = "Handlingsplan 2018") -> bytes:
    document = Document()
    document.add_heading(text, 1)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                table.cell(at, column).text = words
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_part(part: str, data: bytes) -> bytes:
    """A Word file one part of which is another."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_file())) as whole,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in whole.namelist():
            new.writestr(name, data if name == part else whole.read(name))
    return file.getvalue()


PLAN = word_file(["Tiltak", "Ansvar", "Frist"], ["Møte på Ås", "Rådmannen", "Høsten 2018"])
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
NO_PLAN = (
    "{} holds no plan: no table in it has the headings of an action plan, such as Tiltak, Aktivitet, Ansvar, "
    "Frist or Status"
)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", word_file(text="Hei"), NO_PLAN),
        ("a.docx", OLD, "{} is an old Word file or has a password; save it as .docx without one"),
        ("a.docx", b"", "{} is empty"),
        ("a.docx", PLAN[:2000], "{} is not a .docx, whatever its name says"),
        ("a.docx", b"PK\x05\x06" + bytes(18), "{} is neither a text nor a .docx or .pdf file"),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "{} is damaged, or is not a PDF: it could not be read"),
        ("a.pdf", b"Hei", "{} is no pdf file, whatever its name says"),
        (
            "a.docx",
            with_part("word/document.xml", bytes(50 << 20)),
            "{} would unpack to far more than a paper holds: it was not opened",
        ),
        *(
            (
                "a.docx",
                with_part("word/document.xml", (start + WORD_XML).encode()),
                "{} holds XML that Word does not write (a document type or entities): it was not opened",
            )
            for start in ENTITIES.values()
        ),
        ("a\x1b[31m\nb.md", b"Hei", NO_PLAN.replace("{}", r"a\x1b[31m b.md")),
    ],
)
def test_one_clear_line(name: str, data: bytes, said: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    code, out, err = run("import", str(tmp_path / name), "-o", str(tmp_path / "plan"), *KNOWN)
    assert (code, out, err) == (2, "", f"vrplan: {said.format(name)}\n")
    assert not (tmp_path / "plan").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", PLAN),
        ("a.pdf", PLAN),  # what it holds counts for more than its name
        ("a.txt", TEXT.encode("latin-1")),
        ("a.txt", TEXT.encode("utf-16")),
        ("a.txt", TEXT.encode("utf-16-le")),
        ("a.txt", TEXT.encode("utf-8-sig")),
        ("a\x1b[31m\nb.txt", TEXT.encode()),
    ],
)
def test_a_paper_that_can_be_read(name: str, data: bytes, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    code, _, err = run("import", str(tmp_path / name), "-o", str(tmp_path / "plan"), *KNOWN)
    assert code == 0
    assert "\x1b" not in err
    told = json.loads(
        run("status", "--data", str(tmp_path / "plan"), "--date", "2018-09-01", "--format", "json")[1]
    )
    assert [(one["name"], one["resource"], one["state"]) for one in told["items"]] == [
        ("Møte på Ås", "Rådmannen", "due")
    ]
    assert run("check", "--data", str(tmp_path / "plan"))[0] == 0


@pytest.mark.parametrize("start", ENTITIES.values())
@pytest.mark.parametrize("name", ["a.html", "a.xhtml", "a.md", "a.txt"])
def test_no_entity_is_expanded(name: str, start: str, run: Run, tmp_path: Path) -> None:
    table = "<html><table><tr><td>Tiltak</td><td>Frist</td></tr><tr><td>Kurs &l9;</td><td>Q3</td></tr></table></html>"
    text = "\nTiltak\tAnsvar\tFrist\nKurs &l9;\tOla\tQ3\n"
    (tmp_path / name).write_text(
        f'<?xml version="1.0"?>{start}{table if "html" in name else text}', encoding="utf-8"
    )
    code, out, err = run("import", str(tmp_path / name), *KNOWN)
    assert code == 0
    assert "Kurs" in out
    assert "hahaha" not in out + err
    assert "root:" not in out + err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes that have a name")
def test_what_is_no_file_is_not_read(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    for path in (tmp_path / "a.md", tmp_path):
        assert run("import", str(path)) == (2, "", f"vrplan: {path} is not a file\n")


def test_a_file_that_is_too_big_is_not_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "MOST_BYTES", 1_000_000)
    (tmp_path / "a.md").write_bytes(b"a" * 1_000_001)
    said = f"vrplan: {tmp_path / 'a.md'} has more than 1 MB; that is no meeting paper\n"
    assert run("import", str(tmp_path / "a.md")) == (2, "", said)


def test_a_folder_whose_parents_are_missing_is_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "b" / "c"
    assert run("import", str(tmp_path / "a.txt"), "-o", str(folder), *KNOWN)[0] == 0
    assert sorted(one.name for one in folder.iterdir()) == [
        "actionplan.schema.json",
        "actionplan_2018.yaml",
        "decisions.schema.json",
        "decisions.yaml",
    ]


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_folder_that_is_a_file_is_left_alone(force: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "plan").write_text("mine", encoding="utf-8")
    code, out, err = run("import", str(tmp_path / "a.txt"), "-o", str(tmp_path / "plan"), *KNOWN, *force)
    assert (code, out, err) == (2, "", f"vrplan: {tmp_path / 'plan'} is a file, not a folder\n")
    assert (tmp_path / "plan").read_text(encoding="utf-8") == "mine"


def test_other_files_in_the_folder_stay(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "notat.txt").write_text("mine", encoding="utf-8")
    assert run("import", str(tmp_path / "a.txt"), "-o", str(folder), *KNOWN)[0] == 0
    assert run("import", str(tmp_path / "a.txt"), "-o", str(folder), *KNOWN)[0] == 2
    assert run("import", str(tmp_path / "a.txt"), "-o", str(folder), *KNOWN, "--force")[0] == 0
    assert (folder / "notat.txt").read_text(encoding="utf-8") == "mine"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.txt", "plan"]


def test_a_folder_that_is_a_link_is_the_folder_that_it_leads_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "plan").mkdir()
    (tmp_path / "lenke").symlink_to(tmp_path / "plan")
    (tmp_path / "død").symlink_to(tmp_path / "nei")
    assert run("import", str(tmp_path / "a.txt"), "-o", str(tmp_path / "lenke"), *KNOWN)[0] == 0
    assert (tmp_path / "plan" / "decisions.yaml").exists()
    code, _, err = run("import", str(tmp_path / "a.txt"), "-o", str(tmp_path / "død"), *KNOWN)
    assert (code, err) == (2, f"vrplan: {tmp_path / 'død'} is a link to nothing, not a folder\n")


HOSTILE = [
    *("=cmd()", "{{ 7*7 }}", "a: b # c", "- x", "&anker *alias", "!!python/object:os.system", "Norge: no"),
    *("[x](javascript:alert(1))", "<script>alert(1)</script>", "%TAG x", "null", "2018-01-01", "~ x", "? x"),
    *("'\" x", "@x", "`x`", "../../etc/x", "$(x)", "[bold]x[/bold]", "{x: y}", "[x]", ">", "|x"),
]


def test_hostile_words_in_every_cell_are_kept_as_they_are(run: Run, tmp_path: Path) -> None:
    rows = [[words] * 4 for words in HOSTILE if any(map(str.isalnum, words))]
    (tmp_path / "a.docx").write_bytes(
        word_file(["Tiltak", "Ansvar", "Frist", "Kostnad"], *rows, text="{{x}} 2018")
    )
    folder = tmp_path / "plan"
    code, _, err = run("import", str(tmp_path / "a.docx"), "-o", str(folder), *KNOWN)
    assert code == 0
    assert "\x1b" not in err
    told = json.loads(run("status", "--data", str(folder), "--date", "2018-09-01", "--format", "json")[1])
    assert [(one["name"], one["resource"], one["text"]) for one in told["items"]] == [
        (words, words, words) for words, *_ in rows
    ]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "plan"]
    assert run("check", "--data", str(folder))[0] == 0
