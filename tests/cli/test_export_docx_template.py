"""`vrplan export docx --template`: what templates may be like, and the language that words are marked with."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document

    Run = Callable[..., tuple[int, str, str]]
    Paper = Callable[..., Document]

FOOT = "Vestregionen: Handlingsplan 2018, revised – status on 1.7.2018, by Justert HP 2018, adopted 14.6.2018"


@pytest.fixture
def paper(run: Run, tmp_path: Path) -> Paper:
    """The paper of 1.7.2018 that is written with this template."""

    def written(template: Document | bytes | None, language: str = "en") -> Document:
        words: list[str] = []
        if template is not None:
            content = template if isinstance(template, bytes) else saved(template)
            (tmp_path / "mal.docx").write_bytes(content)
            words = ["--template", str(tmp_path / "mal.docx")]
        asked = ("export", "docx", "--data", "data", "--date", "2018-07-01", "--lang", language, *words)
        assert run(*asked, "-o", str(tmp_path / "paper.docx"))[0] == 0
        return docx.Document(str(tmp_path / "paper.docx"))

    return written


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changed(document: Document, part: str, before: str, after: str) -> bytes:
    """The bytes of a document with another text in one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as package, zipfile.ZipFile(file, "w") as other:
        for name in package.namelist():
            text = package.read(name)
            if name == part:
                text = re.sub(before.encode(), after.encode(), text, flags=re.DOTALL)
                assert text != package.read(name)
            other.writestr(name, text)
    return file.getvalue()


def told(part: Any) -> str:
    """What a foot says, with what its fields show."""
    return "".join(one.text or "" for one in part._element.iter(qn("w:t")))


def add_field(paragraph: Any, *parts: str) -> None:
    """A field as Word writes it, its instruction in so many parts."""
    for kind in ("begin", *parts, "separate", "", "end"):
        run = OxmlElement("w:r")
        if kind in {"begin", "separate", "end"}:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText" if kind else "w:t")
            mark.text = kind or "7"
        run.append(mark)
        paragraph._p.append(run)


@pytest.mark.parametrize(
    ("parts", "is_number"),
    [
        ((" PAGE ",), True),
        (("PAGE",), True),
        ((" PA", "GE \\* MERGEFORMAT "), True),
        ((" page ",), True),
        ((" NUMPAGES ",), False),
        ((" PAGEREF bokmerke ",), False),
        ((" SECTIONPAGES ",), False),
    ],
)
def test_page_is_numbered_once(paper: Paper, parts: tuple[str, ...], is_number: bool) -> None:
    own = docx.Document()
    add_field(own.sections[0].footer.paragraphs[0], *parts)
    foot = told(paper(own).sections[0].footer)
    assert foot == (f"7{FOOT}" if is_number else f"7{FOOT} – Page 1 of 1")


def test_number_of_the_page_may_be_a_simple_field(paper: Paper) -> None:
    own = docx.Document()
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    own.sections[0].footer.paragraphs[0]._p.append(field)
    assert told(paper(own).sections[0].footer) == FOOT


def test_number_of_the_page_may_stand_in_the_header(paper: Paper) -> None:
    own = docx.Document()
    add_field(own.sections[0].header.paragraphs[0], "PAGE")
    assert told(paper(own).sections[0].footer) == FOOT


@pytest.mark.parametrize(("first", "even"), [(False, False), (True, False), (False, True), (True, True)])
def test_every_page_has_its_foot(paper: Paper, first: bool, even: bool) -> None:
    own = docx.Document()
    own.sections[0].different_first_page_header_footer = first
    own.settings.odd_and_even_pages_header_footer = even
    section = paper(own).sections[0]
    footers = [section.footer, section.first_page_footer, section.even_page_footer]
    feet = [None if footer.is_linked_to_previous else told(footer) for footer in footers]
    whole = f"{FOOT} – Page 1 of 1"
    assert feet == [whole, whole if first else None, whole if even else None]


def test_style_of_another_kind_is_not_taken(paper: Paper) -> None:
    """A paragraph that names a character style falls back to plain text in Word, and headings are lost."""
    own = docx.Document()
    for name in ("Title", "Heading 1", "Caption", "Table Grid"):
        own.styles[name].delete()
    for name in ("Title", "Heading 1", "Caption"):
        own.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    own.styles.add_style("Table Grid", WD_STYLE_TYPE.PARAGRAPH)
    document = paper(own)
    kinds = {style.style_id: style.type for style in document.styles}
    body = document.element.body
    paragraphs = {kinds[one.get(qn("w:val"))] for one in body.iter(qn("w:pStyle"))}
    tables = {kinds[one.get(qn("w:val"))] for one in body.iter(qn("w:tblStyle"))}
    assert (paragraphs, tables) == ({WD_STYLE_TYPE.PARAGRAPH}, {WD_STYLE_TYPE.TABLE})
    heading = next(one for one in document.paragraphs if one.text == "Summary")
    assert heading.style is not None
    assert [one.get(qn("w:val")) for one in heading.style.element.iter(qn("w:outlineLvl"))] == ["0"]


def test_document_that_says_nothing_of_its_page_gets_a4(paper: Paper) -> None:
    own = docx.Document()
    own.add_paragraph("Brevhode")
    document = paper(changed(own, "word/document.xml", "<w:sectPr.*</w:sectPr>", ""))
    section: Any = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert document.paragraphs[0].text == "Brevhode"


@pytest.mark.parametrize(
    "kind",
    [
        "vnd.ms-word.document.macroEnabled.main+xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_other_kind_of_word_file_that_is_named_docx_is_one_line_and_2(
    run: Run, tmp_path: Path, kind: str
) -> None:
    usual = r"vnd.openxmlformats-officedocument.wordprocessingml.document.main\+xml"
    file = tmp_path / "mal.docx"
    file.write_bytes(changed(docx.Document(), r"[Content_Types].xml", usual, kind))
    words = ("export", "docx", "--data", "data", "-o", str(tmp_path / "paper.docx"), "--template", str(file))
    said = f"vrplan: --template: {file} is no .docx: open it in Word and save it as one\n"
    assert run(*words) == (2, "", said)


def test_empty_line_of_an_empty_template_is_not_kept(paper: Paper) -> None:
    own = docx.Document()
    own.add_paragraph()
    assert paper(own).paragraphs[0].text == "Handlingsplan 2018, revised – status on 1.7.2018"


@pytest.mark.parametrize("what", ["two lines", "a picture", "a table"])
def test_what_somebody_has_put_into_a_template_is_kept(paper: Paper, what: str) -> None:
    own = docx.Document()
    line: Any = own.add_paragraph()
    if what == "two lines":
        own.add_paragraph()
    elif what == "a table":
        own.add_table(1, 1)
    else:
        line.add_run()._r.append(OxmlElement("w:drawing"))
    assert paper(own).paragraphs[0].text == ""


def norwegian(document: Document) -> list[str]:
    """The texts that are marked as Norwegian, as the marks stand."""
    marked = document.element.body.xpath("//w:r[w:rPr/w:lang[@w:val='nb-NO']]")
    return ["".join(one.text or "" for one in run.iter(qn("w:t"))) for run in marked]


def test_words_of_the_plan_are_marked_as_norwegian(paper: Paper) -> None:
    """Or Word underlines each of them as misspelt, and a screen reader says them as English."""
    document = paper(None)
    marked = norwegian(document)
    for words in (
        "Handlingsplan 2018",
        "Regional utvikling",
        "Arealbruk, transport og knutepunktutvikling",
        "Daglig leder",
        "“Øvrige tiltak og aktiviteter avsluttes 30.6.2018.”",
        "Bidra i nasjonale og regionale plan- og utviklingsprosesser",
        "Delta i arbeidsgrupper i Osloregionen",
        "Avsluttes 30.6.18",
    ):
        assert words in marked
    assert [one for one in marked if re.search("Priority area|Situation|ended|Table|meeting", one)] == []


@pytest.mark.parametrize(("language", "is_marked"), [("nb", False), ("nn", True), ("en", True)])
def test_only_another_language_than_that_of_the_document_is_marked(
    paper: Paper, language: str, is_marked: bool
) -> None:
    document = paper(None, language)
    assert bool(norwegian(document)) is is_marked
    # Every name of an item in a table is as it is in the files, marked or not.
    (cell,) = [
        cell
        for table in document.tables
        for row in table.rows
        if (cell := row.cells[1]).text == "Delta i arbeidsgrupper i Osloregionen"
    ][:1]
    assert len(cell.paragraphs[0].runs) == 1
