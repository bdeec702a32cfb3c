"""`vrplan export xlsx`: one sheet a report, real dates, and no cell that is computed."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

HOSTILE = [
    "=cmd()", "+1", "-1", "@x", "\t=1+1", "#N/A", "1.7.2018", "a\x07b\x1b[31m", "<script>", "_x0041_", "x" * 40_000,
    "‮evil", "{=1}", "𝄞" * 20_000,
]  # fmt: skip


@pytest.fixture
def book(run: Run, tmp_path: Path) -> Callable[..., Any]:
    """The workbook that is written with these options, for one day."""

    def opened(*words: str, data: Path | str = "data", name: str = "plan.xlsx") -> Any:
        file = tmp_path / name
        words = words if "--lang" in words else (*words, "--lang", "en")
        asked = ("export", "xlsx", "--data", str(data), "--date", "2018-07-01", "-o", str(file), *words)
        assert run(*asked)[:2] == (0, "")
        return openpyxl.load_workbook(file)

    return opened


def column(sheet: Any, name: str) -> list[Any]:
    """The values below a name."""
    names = [cell.value for cell in sheet[1]]
    return [row[names.index(name)] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_sheets_hold_what_the_reports_tell(book: Callable[..., Any]) -> None:
    made = book()
    assert [(sheet.title, sheet.max_row) for sheet in made] == [
        ("About", 7), ("Items", 42), ("Hand-overs", 10), ("Decisions", 30), ("Findings", made["Findings"].max_row),
    ]  # fmt: skip
    assert made["About"]["A1"].value == "Handlingsplan 2018 – Vestregionen – status on 1.7.2018"
    states = dict(zip(column(made["Items"], "Id"), column(made["Items"], "State"), strict=True))
    assert (states["transport-2-0"], states["bpa-enkeltsaker"]) == ("ended", "ongoing")
    assert made["Findings"].max_row > 10


def test_findings_name_no_folder_of_this_computer(book: Callable[..., Any], root: Path) -> None:
    files = set(column(book(data=root / "data")["Findings"], "File"))
    assert files == {"data/actionplan_2018.yaml"}


@pytest.mark.parametrize(
    ("language", "sheets"),
    [
        ("nb", ["Om", "Punkter", "Overføringer", "Vedtak", "Funn"]),
        ("nn", ["Om", "Punkt", "Overføringar", "Vedtak", "Funn"]),
    ],
)
def test_names_are_told_in_the_language_asked_for(
    book: Callable[..., Any], language: str, sheets: list[str]
) -> None:
    assert book("--lang", language).sheetnames == sheets


def test_heading_stays_in_sight_and_every_column_has_a_filter(book: Callable[..., Any]) -> None:
    for sheet in book().worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
            "landscape",
            9 if sheet.title == "Decisions" else 8,
        )
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_what_is_printed_can_be_read(book: Callable[..., Any]) -> None:
    """The first columns, no wider than an A4 page takes at eight points; the heading is as high as its longest name."""
    made = book("--lang", "nb")
    printed = {
        sheet.title: sheet.print_area.partition(":")[2].replace("$", "") for sheet in made.worksheets[1:]
    }
    rows = {sheet.title: str(sheet.max_row) for sheet in made.worksheets}
    assert printed == {
        "Punkter": "J" + rows["Punkter"],
        "Overføringer": "H" + rows["Overføringer"],
        "Vedtak": "G" + rows["Vedtak"],
        "Funn": "E" + rows["Funn"],
    }
    assert made["Overføringer"]["E1"].value == "Tidsrom til og med"
    assert made["Overføringer"].row_dimensions[1].height >= 15 * 2
    assert made["Funn"]["B1"].value == "Alvorlighetsgrad"


def test_state_that_ends_with_the_organisation_says_what_comes_then(book: Callable[..., Any]) -> None:
    """Whoever filters on the last day must not take what nobody takes over for ended."""
    sheet = book()["Items"]
    ids, until, then = (column(sheet, name) for name in ("Id", "In this state until", "What comes then"))
    told = {item: (day, what) for item, day, what in zip(ids, until, then, strict=True)}
    last = datetime(2018, 12, 31)  # noqa: DTZ001
    assert told["osloregionen-arbeidsgrupper"] == (last, "orphaned from 1.1.2019")
    assert told["folkehelsekoordinator"] == (last, "orphaned from 1.1.2019")
    assert told["masteremnet"] == (last, "ended from 1.1.2019")
    assert told["kunst-rett-vest"] == (last, "transferred from 1.1.2019, to Bærum kommune")
    assert told["khs"] == (None, None)


def test_points_are_found_by_the_body_and_the_day_of_their_decision(book: Callable[..., Any]) -> None:
    sheet = book()["Decisions"]
    names = ("Date", "Body", "Case", "Standing", "Id")
    rows = zip(*(column(sheet, name) for name in names), strict=True)
    points = [row for row in rows if row[-1].startswith("gf-2018-06-14")]
    day = datetime(2018, 6, 14)  # noqa: DTZ001
    whose = {row[:-1] for row in points}
    assert whose == {(day, "Generalforsamlingen", None, "adopted (full text)")}
    assert len(points) == 10


def test_days_are_days(book: Callable[..., Any]) -> None:
    made = book()
    until = dict(zip(column(made["Items"], "Id"), column(made["Items"], "In this state until"), strict=True))
    assert (until["samarbeidsavtaler"], until["khs"]) == (datetime(2018, 9, 30), None)  # noqa: DTZ001
    days = [day for day in column(made["Decisions"], "Date") if day]
    assert [day for day in days if isinstance(day, str)] == ["2017", "June 2017", "2016", "2010", "Nov 2007"]
    formats = {cell.number_format for cell in made["Items"]["D"] if isinstance(cell.value, datetime)}
    assert formats == {"d.m.yyyy"}


def test_no_text_is_computed_and_what_no_cell_takes_is_cut(
    book: Callable[..., Any], folder_with: Callable[[str], Path]
) -> None:
    quoted = ["".join(f"\\U{ord(sign):08X}" for sign in text) for text in HOSTILE]
    items = [
        f'- {{id: a{number}, name: "{text}", status: {{HP 2018: Løpende}}}}'
        for number, text in enumerate(quoted)
    ]
    made = book(data=folder_with("\n".join(items)))
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "d", "n"}
    assert {type(cell.value) for cell in cells if cell.data_type == "n"} == {int}
    names = list(made["Items"]["B"])[1:]
    assert [cell.value for cell in names] == [
        "=cmd()", "+1", "-1", "@x", " =1+1", "#N/A", "1.7.2018", "a\\x07b\\x1b[31m", "<script>", "_x005F_x0041_",
        "x" * 32_767, "\\u202eevil", "{=1}", "𝄞" * 16_383,
    ]  # fmt: skip
    assert [cell.quotePrefix for cell in names[:6]] == [True, True, True, True, False, False]


def test_rows_are_as_high_as_their_texts(
    book: Callable[..., Any], folder_with: Callable[[str], Path]
) -> None:
    words = "ord " * 50
    items = f"- {{id: a, name: En, status: {{HP 2018: Løpende}}}}\n- {{id: b, name: {words}, status: {{HP 2018: Q3}}}}"
    sheet = book(data=folder_with(items))["Items"]
    assert sheet.row_dimensions[2].height == 15 * 2  # “Helse og omsorg”
    assert sheet.row_dimensions[3].height == 15 * 6


def test_same_question_gives_the_same_bytes(book: Callable[..., Any], tmp_path: Path) -> None:
    for name in ("one.xlsx", "other.xlsx"):
        book(name=name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.xlsx") as package:
        assert {part.date_time[0] for part in package.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("form", "name"), [("xlsx", "plan.csv"), ("xlsx", "plan.docx"), ("docx", "paper.pdf")]
)
def test_file_named_for_another_form_is_refused(run: Run, tmp_path: Path, form: str, name: str) -> None:
    told = f"vrplan: {tmp_path / name}: what is written is a .{form} file; name it so\n"
    assert run("export", form, "-o", str(tmp_path / name)) == (2, "", told)
    assert not (tmp_path / name).exists()
