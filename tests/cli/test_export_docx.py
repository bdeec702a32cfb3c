"""`vrplan export docx`: the meeting paper, and that `import` reads the same plan from it."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from vrplan.folder import read_folder
from vrplan.load import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

    from vrplan.model.plan import Plan

    Run = Callable[..., tuple[int, str, str]]

ONE = "- {id: one, name: En, status: {HP 2018: Avsluttes 30.6.2018}}"
ROOT = Path(__file__).parent.parent.parent
PLANS = {"data": "Vestregionen", "examples/delt-fylke": "Midtfjell fylkeskommune"}
MEETINGS = (
    "meetings: [{body: SG, date: 2018-06-20}, {body: RG, date: 2018-08-15}, {body: SG, date: 2018-09-20}]\n"
)


@pytest.fixture
def export(run: Run, tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Export a plan to a file in the test's own folder."""

    def exported(*words: str, data: Path | str = "data", name: str = "paper.docx") -> tuple[int, str, str]:
        words = words if "--lang" in words else (*words, "--lang", "en")
        return run("export", "docx", "--data", str(data), "-o", str(tmp_path / name), *words)

    return exported


@pytest.fixture
def paper(export: Callable[..., tuple[int, str, str]], tmp_path: Path) -> Callable[..., Document]:
    """The document that is written with these options."""

    def opened(*words: str, data: Path | str = "data") -> Document:
        assert export("--force", *words, data=data)[:2] == (0, "")
        return docx.Document(str(tmp_path / "paper.docx"))

    return opened


@pytest.fixture
def template(tmp_path: Path) -> Callable[[Document], str]:
    """A document saved as a template."""

    def saved(document: Document) -> str:
        document.save(str(tmp_path / "mal.docx"))
        return str(tmp_path / "mal.docx")

    return saved


def with_meetings(folder: Path) -> Path:
    """The folder with another body, and with meetings of both."""
    decided = folder / "decisions.yaml"
    text = decided.read_text(encoding="utf-8").replace("}}\n", "}, RG: {name: Rådmannsgruppen}}\n", 1)
    decided.write_text(text + MEETINGS, encoding="utf-8")
    return folder


def adoptions(plan: Plan) -> dict[str, tuple[str, str | None, str | None]]:
    """When, by whom and as which case each column was adopted."""
    return {
        one.key: (
            one.adopted.date.text,
            plan.decided.body_name(one.adopted.body) if one.adopted.body else None,
            one.adopted.case,
        )
        for one in plan.columns_as_authorities()
        if one.adopted is not None and one.adopted.date is not None
    }


def focus_areas(plan: Plan) -> list[tuple[str, str | None]]:
    """Each focus area, and who does what is in it."""
    return [(one.name, one.resource) for area in plan.written.areas for one in area.focus_areas]


def plan_in(folder: Path) -> Plan:
    loaded = load(read_folder(folder))
    assert loaded.plan is not None, loaded.findings
    return loaded.plan


def tabled(plan: Plan) -> list[tuple[object, ...]]:
    """What stands in the tables of a paper: each activity with its place, who does it, and its words by column."""
    return [
        (item.area, item.focus_area, item.measure, item.name, item.resource, words)
        for item in plan.items
        if item.level == "activity"
        for words in [
            {
                one.authority.column: one.text
                for one in item.statements
                if one.reach == "own" and one.authority.column and one.text
            }
        ]
    ]


def outline(plan: Plan) -> list[tuple[str, list[str]]]:
    return [(area.name, [focus.name for focus in area.focus_areas]) for area in plan.written.areas]


def lines_of(document: Document) -> list[str]:
    """All that the document says, in its order: paragraphs, and the rows of tables."""
    lines = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
            lines.append("")
        else:
            text = "".join(one.text or "" for one in block._p.iter(qn("w:t")))  # what fields show as well
            style = block.style.name if block.style is not None else "Normal"
            lines.append(f"[{style}] {text}" if style != "Normal" else text)
    return lines


def beginning(document: Document) -> list[str]:
    """What stands above the summary."""
    texts = [one.text for one in document.paragraphs]
    return texts[: texts.index("Summary")]


def tables_in(document: Document) -> Any:
    return document.element.body.iter(qn("w:tbl"))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(("data", "date"), [("data", "2018-07-01"), ("examples/delt-fylke", "2027-10-15")])
def test_import_reads_the_same_plan_from_the_paper(
    export: Run, run: Run, tmp_path: Path, data: str, date: str, language: str
) -> None:
    assert export("--date", date, "--lang", language, data=data)[:2] == (0, "")
    file, draft = str(tmp_path / "paper.docx"), tmp_path / "draft"
    code, _, err = run("import", file, "-o", str(draft), "--organisation", PLANS[data])
    assert code == 0, err
    written, read = plan_in(ROOT / data), plan_in(draft)
    assert tabled(read) == tabled(written)
    assert outline(read) == outline(written)
    assert list(read.columns) == list(written.columns)
    assert not any("ituas" in (item.note or "") for item in read.items)
    assert read.written.title == written.written.title
    assert adoptions(read) == adoptions(written)
    assert focus_areas(read) == focus_areas(written)
    listed = [line for line in err.partition("not used")[2].splitlines() if line.startswith("  paragraph")]
    assert len([line for line in listed if "“Table" in line or "“Tabell" in line]) == 0
    assert "does not say whether the plan was proposed" not in err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "paper-nb-2018-07-01.txt",
            ("--date", "2018-07-01", "--lang", "nb", "--body", "SG", "--case", "20/2018"),
        ),
        ("paper-nn-2018-12-31.txt", ("--date", "2018-12-31", "--lang", "nn")),
        ("paper-en-as-known.txt", ("--date", "2018-07-01", "--as-known", "2018-06-05")),
    ],
)
def test_text_of_the_paper(
    paper: Callable[..., Document], golden: Callable[[str, str], None], name: str, words: tuple[str, ...]
) -> None:
    document = paper(*words)
    foot = ["".join(one.text or "" for one in document.sections[0].footer._element.iter(qn("w:t")))]
    golden(name, "\n".join([*lines_of(document), "---", *foot]) + "\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), ["Rådmannsgruppen, meeting on 15.8.2018"]),
        (("--body", "styringsgruppen"), ["Styringsgruppen, meeting on 20.9.2018"]),
        (("--meeting", "20.9.2018"), ["Styringsgruppen, meeting on 20.9.2018"]),
        (("--meeting", "2018-08-16", "--case", "12/2018"), ["Meeting on 16.8.2018", "Case 12/2018"]),
        (("--date", "2018-09-21"), []),
        (("--date", "2018-09-20"), ["Styringsgruppen, meeting on 20.9.2018"]),
        (("--date", "2018-09-21", "--body", "SG"), ["Styringsgruppen"]),
    ],
)
def test_meeting_is_the_next_known_one_and_what_is_unknown_is_left_out(
    paper: Callable[..., Document],
    folder_with: Callable[[str], Path],
    words: tuple[str, ...],
    told: list[str],
) -> None:
    folder = with_meetings(folder_with(ONE))
    date = () if "--date" in words else ("--date", "2018-07-01")
    assert beginning(paper(*words, *date, data=folder))[1:] == ["Vestregionen", *told]


def test_changes_are_those_since_the_last_meeting_of_the_body(
    paper: Callable[..., Document], folder_with: Callable[[str], Path]
) -> None:
    folder = with_meetings(folder_with(ONE))
    for body, since in (("SG", "20.6.2018"), ("RG", "15.8.2018"), (None, "20.6.2018")):
        words = ("--body", body) if body else ()
        headings = [one.text for one in paper("--date", "2018-09-01", *words, data=folder).paragraphs]
        assert f"Changes since the meeting on {since}" in headings


def test_unknown_body_is_one_line_with_the_nearest_and_2(export: Run) -> None:
    assert export("--body", "SGG") == (2, "", "vrplan: there is no body SGG; did you mean SG?\n")


def test_same_question_gives_the_same_bytes(export: Run, tmp_path: Path) -> None:
    for name in ("one.docx", "other.docx"):
        told = f"vrplan: {tmp_path / name} is written\n"
        assert export("--date", "2018-07-01", name=name) == (0, "", told)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "other.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.docx") as package:
        assert {part.date_time[0] for part in package.infolist()} == {1980}


def test_every_table_can_be_read_aloud(paper: Callable[..., Document]) -> None:
    """A heading that is marked and comes again, no merged cells, no row parted, a text in the place of a picture."""
    document = paper("--date", "2018-07-01")
    tables = list(tables_in(document))
    assert len(tables) == 23
    for table in tables:
        rows = list(table.iter(qn("w:tr")))
        assert [one for row in rows for one in row.iter(qn("w:tblHeader"))] == list(
            rows[0].iter(qn("w:tblHeader"))
        )
        assert len(list(rows[0].iter(qn("w:tblHeader")))) == 1
        assert all(len(list(row.iter(qn("w:cantSplit")))) == 1 for row in rows)
        assert not [*table.iter(qn("w:vMerge")), *table.iter(qn("w:gridSpan"))]
        assert len({len(list(row.iter(qn("w:tc")))) for row in rows}) == 1
        assert table.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    styles = [str(one.style.name) for one in document.paragraphs if one.style is not None]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading ")]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_no_row_stands_alone_on_a_page(paper: Callable[..., Document]) -> None:
    """The heading stays with the first row, the first with the second, and the last with the one before."""
    for table in tables_in(paper("--date", "2018-07-01")):
        stay = [all(cell.xpath("w:p/w:pPr/w:keepNext") for cell in row.tc_lst) for row in table.tr_lst]
        numbers = range(len(stay))
        assert stay == [(one < 2 and one < numbers[-1]) or one == numbers[-1] - 1 for one in numbers]


def test_tables_of_activities_have_the_same_columns_wide_enough_for_their_words(
    paper: Callable[..., Document],
) -> None:
    tables = list(tables_in(paper("--date", "2018-07-01", "--lang", "nb")))
    grids = {
        tuple(int(one.get(qn("w:w"))) for one in table.tblGrid)
        for table in tables
        if "Tiltak" in "".join(table.tr_lst[0].itertext())
    }
    (widths,) = grids
    measure, activity, before, after, situation = widths
    assert measure == activity > after > situation > before
    assert 0 <= 9638 - sum(widths) < 5  # the room between the margins of A4


def test_paper_is_a4_with_numbered_pages_and_says_what_it_is(paper: Callable[..., Document]) -> None:
    document = paper("--date", "2018-07-01", "--lang", "nb")
    section: Any = document.sections[0]
    facts: Any = document.core_properties
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fields = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert (facts.title, facts.author) == (
        "Handlingsplan 2018, revidert – status per 1.7.2018",
        "Vestregionen",
    )
    assert (facts.language, facts.created.isoformat()[:10]) == ("nb-NO", "2018-07-01")
    marks = document.styles.element.xpath("w:docDefaults//w:lang")
    assert [one.get(qn("w:val")) for one in marks] == ["nb-NO"]


def test_many_columns_lie_on_their_side(
    paper: Callable[..., Document], folder_with: Callable[[str], Path]
) -> None:
    folder = folder_with(ONE)
    plan = folder / "actionplan_x.yaml"
    more = "".join(f", HP 20{year}: {{adopted_by: sg-1}}" for year in (19, 20, 21))
    text = plan.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("{adopted_by: sg-1}}", "{adopted_by: sg-1}" + more + "}", 1), encoding="utf-8"
    )
    section: Any = paper("--date", "2018-07-01", data=folder).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)


def test_resource_has_a_column_where_an_activity_has_its_own(
    paper: Callable[..., Document], folder_with: Callable[[str], Path]
) -> None:
    folder = folder_with("- {id: one, name: En, resource: Rektor, status: {HP 2018: Løpende}}")
    rows = [line for line in lines_of(paper("--date", "2018-07-01", data=folder)) if " | En | " in line]
    assert rows == ["Nettverk | En | Rektor | Løpende | ongoing, no end given; orphaned from 1.1.2019"]


def test_template_gives_letterhead_styles_and_page(
    paper: Callable[..., Document], template: Callable[[Document], str]
) -> None:
    own = docx.Document()
    own.add_paragraph("Brevhode")
    own.styles["Heading 1"].font.name = "Georgia"
    own.sections[0].page_width = Mm(200)
    own.sections[0].footer.paragraphs[0].text = "Postboks 1"
    document: Any = paper("--date", "2018-07-01", "--template", template(own))
    assert document.paragraphs[0].text == "Brevhode"
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert round(document.sections[0].page_width.mm) == 200
    first, last = (one.text for one in document.sections[0].footer.paragraphs)
    assert first == "Postboks 1"
    assert last.startswith(
        "Vestregionen: Handlingsplan 2018, revised – status on 1.7.2018, by Justert HP 2018"
    )


def test_template_without_the_styles_gets_plain_ones(
    paper: Callable[..., Document], template: Callable[[Document], str]
) -> None:
    own = docx.Document()
    for style in list(own.styles):
        if style.name != "Normal":
            style.delete()
    document = paper("--date", "2018-07-01", "--template", template(own))
    heading = next(one for one in document.paragraphs if one.text == "Summary")
    assert heading.style is not None
    assert heading.style.name == "Heading 1"
    assert [one.get(qn("w:val")) for one in heading.style.element.iter(qn("w:outlineLvl"))] == ["0"]
    assert "Table Grid" in [style.name for style in document.styles]


def _zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"Brevhode", "is not a .docx, whatever its name says"),
        (_zipped(a_xml=b"<a/>"), "is not a Word document: there is no text in it that Word would open"),
        (_zipped(word__document_xml=b"<a/>"), "is damaged, or is not a .docx: it could not be read"),
        (
            _zipped(word__document_xml=b" " * (60 << 20)),
            "would unpack to far more than a paper holds: it was not opened",
        ),
    ],
)
def test_template_that_cannot_be_used_is_one_line_and_2(
    export: Run, tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "mal.docx"
    file.write_bytes(content)
    assert export("--template", str(file)) == (2, "", f"vrplan: --template: {file} {told}\n")
    assert not (tmp_path / "paper.docx").exists()


@pytest.mark.parametrize("suffix", ["dotx", "docm", "DOTM"])
def test_template_of_another_form_is_one_line_and_2(export: Run, tmp_path: Path, suffix: str) -> None:
    told = f"vrplan: --template: {tmp_path}/mal.{suffix} is no .docx: open it in Word and save it as one\n"
    assert export("--template", f"{tmp_path}/mal.{suffix}") == (2, "", told)


def test_template_that_is_not_there_is_one_line_and_2(export: Run, tmp_path: Path) -> None:
    told = f"vrplan: --template: {tmp_path / 'no'} cannot be opened: No such file or directory\n"
    assert export("--template", str(tmp_path / "no")) == (2, "", told)


@pytest.mark.parametrize(("form", "library"), [("docx", "python-docx"), ("xlsx", "openpyxl")])
def test_missing_library_is_one_line_that_names_the_extra(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] in {"docx", "openpyxl"}]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "vrplan.render.as_xlsx", raising=False)
    monkeypatch.setitem(sys.modules, "docx" if form == "docx" else "openpyxl", None)
    told = f"vrplan: {library} is not installed; install it with: pip install 'vrplan[office]'\n"
    assert run("export", form, "--data", "data", "-o", str(tmp_path / "file")) == (2, "", told)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_file_that_nobody_has_saved_since_is_replaced(run: Run, tmp_path: Path, form: str) -> None:
    words = ("export", form, "--data", "data", "-o", str(tmp_path / f"plan.{form}"), "--lang")
    assert run(*words, "nb", "--date", "2018-07-01")[0] == 0
    before = (tmp_path / f"plan.{form}").read_bytes()
    told = f"vrplan: {tmp_path / f'plan.{form}'} er skrevet\n"
    assert run(*words, "nb", "--date", "2018-09-01") == (0, "", told)
    assert (tmp_path / f"plan.{form}").read_bytes() != before


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize("what", ["a word changed", "only saved", "of somebody else", "no office file"])
def test_file_that_somebody_may_have_worked_in_stays(run: Run, tmp_path: Path, form: str, what: str) -> None:
    file = tmp_path / f"plan.{form}"
    words = ("export", form, "--data", "data", "--date", "2018-07-01", "-o", str(file), "--lang", "en")
    if what == "no office file":
        file.write_text("mine")
    else:
        assert run(*words)[0] == 0
        saved(file, what)
    before = file.read_bytes()
    told = (
        f"vrplan: {file} has been changed since vrplan wrote it, or is not vrplan's, and stays; "
        "name another file, or write over it with --force\n"
    )
    assert run(*words) == (2, "", told)
    assert file.read_bytes() == before
    assert run(*words, "--force") == (0, "", f"vrplan: {file} is written\n")


def saved(file: Path, what: str) -> None:
    """Do with the file what another program does: it keeps the facts about it, and leaves a seal that is there."""
    if what == "only saved" and file.suffix == ".docx":
        docx.Document(str(file)).save(str(file))
    elif what == "only saved":
        openpyxl.load_workbook(file).save(file)
    else:
        part = "docProps/app.xml" if what == "a word changed" else "docProps/core.xml"
        with zipfile.ZipFile(file) as package:
            parts = {one: package.read(one) for one in package.namelist()}
        parts[part] = re.sub(rb"(<dc:identifier.*?>)?vrplan:|Application>", rb"\g<1>x", parts[part])
        with zipfile.ZipFile(file, "w") as package:
            for name, content in parts.items():
                package.writestr(name, content)


NOTES = {
    "en": "note: the paper is for a meeting on 31.8.2018, and tells how it stands later, on 1.9.2018 (--date)",
    "nb": "merk: dokumentet er til et møte 31.8.2018, men viser hvordan det står til senere, 1.9.2018 (--date)",
}


@pytest.mark.parametrize("language", NOTES)
@pytest.mark.parametrize(
    ("meeting", "noted"), [("31.8.2018", True), ("1.9.2018", False), ("2.9.2018", False)]
)
def test_meeting_before_the_day_that_is_told_of_is_noted(
    export: Run, meeting: str, noted: bool, language: str
) -> None:
    code, _, err = export("--date", "2018-09-01", "--meeting", meeting, "--lang", language)
    assert (code, len(err.splitlines())) == (0, 2 if noted else 1)
    assert (f"vrplan: {NOTES[language]}\n" in err) is noted


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_plan_is_never_written_over(run: Run, folder_with: Callable[[str], Path], form: str) -> None:
    plan = folder_with(ONE) / "actionplan_x.yaml"
    before = plan.read_bytes()
    told = f"vrplan: {plan} is the plan itself, and stays; name another file\n"
    assert run("export", form, "--data", str(plan.parent), "-o", str(plan)) == (2, "", told)
    assert plan.read_bytes() == before


def test_plan_without_columns_is_read_again_without_its_obligations(
    export: Run, run: Run, folder_with: Callable[[str], Path], tmp_path: Path
) -> None:
    """Then all tables are equally wide, and none goes on with the one before."""
    folder = folder_with(
        """
        plan: sample
        title: Handlingsplan 2018
        organisation: Vestregionen
        period: {from: 2018-01-01, to: 2018-12-31}
        areas:
          - id: helse
            name: Helse
            measures:
              - {name: Nettverk, activities: [{id: one, name: Møter, status: {sg-1: Overføres til KHS 1.8.2018}}]}
            obligations:
              - {id: two, kind: payment, name: Husleie, status: {sg-1: Betales innen 1.9.2018}}
        """
    )
    assert export("--date", "2018-07-01", data=folder)[:2] == (0, "")
    draft = tmp_path / "draft"
    assert (
        run("import", str(tmp_path / "paper.docx"), "-o", str(draft), "--organisation", "Vestregionen")[0]
        == 0
    )
    text = (draft / "actionplan_2018.yaml").read_text(encoding="utf-8")
    assert "Møter" in text
    assert "Husleie" not in text


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2018-12-30", ["Open points at the end of 31.12.2018", "This is open unless more is recorded than"]),
        (
            "2018-12-31",
            ["Open points at the end of 31.12.2018", "The doors may not close: 27 items are open."],
        ),
        (
            "2019-01-01",
            ["Still open on 1.1.2019", "Not all is closed: 27 items are still open on 1.1.2019."],
        ),
    ],
)
def test_open_points_are_those_of_the_last_day_until_it_has_passed(
    paper: Callable[..., Document], date: str, told: list[str]
) -> None:
    texts = [one.text for one in paper("--date", date).paragraphs]
    heading = next(at for at, text in enumerate(texts) if text.startswith(("Open points", "Still open")))
    assert [text[: len(start)] for text, start in zip(texts[heading:], told, strict=False)] == told


ADOPTED_LATER = (
    "{column} is adopted after the day of this paper: 14.6.2018 by Styringsgruppen, sak 16/2018 "
    "(known by its title only)."
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--date", "2018-05-30"), ADOPTED_LATER.format(column="Justert HP 2018")),
        (("--date", "2018-06-13"), ADOPTED_LATER.format(column="Justert HP 2018")),
        (
            ("--date", "2018-06-14"),
            "Justert HP 2018 was adopted 14.6.2018 by Styringsgruppen, sak 16/2018 (known by its title only).",
        ),
        (
            ("--date", "2018-05-30", "--as-known", "2018-06-05"),
            (
                "Justert HP 2018 is not adopted: it is proposed after the day of this paper, 31.5.2018 by "
                "Rådmannsgruppen, sak 15/2018."
            ),
        ),
        (
            ("--date", "2018-05-31", "--as-known", "2018-06-05"),
            "Justert HP 2018 is not adopted: it was proposed 31.5.2018 by Rådmannsgruppen, sak 15/2018.",
        ),
    ],
)
def test_what_is_decided_after_the_day_of_the_paper_is_not_told_as_past(
    paper: Callable[..., Document], words: tuple[str, ...], told: str
) -> None:
    lines = [one.text for one in paper(*words).paragraphs if one.text.startswith("Justert HP 2018 ")]
    assert lines[0] == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Counts every decision in the files, later ones too."),
        (("--as-known", "2018-06-05"), "Counts only what was known on 5.6.2018."),
    ],
)
def test_paper_says_which_decisions_count(
    paper: Callable[..., Document], words: tuple[str, ...], told: str
) -> None:
    lines = [one.text for one in paper("--date", "2018-07-01", *words).paragraphs]
    assert [line for line in lines if line.startswith("Counts ")] == [told]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2018-12-31", "Vestregionen ends; the first day without it is 1.1.2019"),
        ("2019-01-01", "Vestregionen ceased on 1.1.2019"),
    ],
)
def test_end_of_the_organisation_is_told_as_past_from_the_first_day_without_it(
    paper: Callable[..., Document], date: str, told: str
) -> None:
    lines = [one.text for one in paper("--date", date).paragraphs if one.text.startswith("Vestregionen ")]
    assert lines == [f"{told} (Generalforsamlingen 14.6.2018, point 9)."]


def test_where_no_meeting_was_before_nothing_is_told_of_changes(
    paper: Callable[..., Document], folder_with: Callable[[str], Path]
) -> None:
    texts = [one.text for one in paper("--date", "2018-07-01", data=folder_with(ONE)).paragraphs]
    assert [text for text in texts if text.startswith(("Before", "Since", "Changes"))] == []
    assert "Next: nothing more has a date" in texts


HOSTILE = [
    "=cmd()|' /C calc'!A0", "<script>alert(1)</script>", "{{ 7*7 }} ${x}", "a\x07b\x1b[31m", "‮evil", "]]>&amp;<w:br/>",
    "x" * 5000, "_x0007_", "Table 1: no", "\tbegins with a tab",
]  # fmt: skip


def test_hostile_names_are_text(paper: Callable[..., Document], folder_with: Callable[[str], Path]) -> None:
    quoted = ["".join(f"\\U{ord(sign):08X}" for sign in text) for text in HOSTILE]
    items = [
        f'- {{id: a{number}, name: "{text}", status: {{HP 2018: "{text}"}}}}'
        for number, text in enumerate(quoted)
    ]
    document = paper("--date", "2018-07-01", data=folder_with("\n".join(items)))
    (table,) = [one for one in document.tables if one.rows[0].cells[0].text == "Measure"]
    told = [row.cells[1].text for row in table.rows][1:]
    assert told == [
        "=cmd()|' /C calc'!A0", "<script>alert(1)</script>", "{{ 7*7 }} ${x}", "a\\x07b\\x1b[31m", "\\u202eevil",
        "]]>&amp;<w:br/>", "x" * 5000, "_x0007_", "Table 1: no", " begins with a tab",
    ]  # fmt: skip
