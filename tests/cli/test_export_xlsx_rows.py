"""`vrplan export xlsx`: a whole row of each sheet, with the names above it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from vrplan.render.as_xlsx.sheets import written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]
    Rows = Callable[..., list[dict[str, Any]]]

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}, HP 2019: {proposed_by: sg-2}}
parties: {KHS: {name: Kommunehelsesamarbeidet}, Verten: {}}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: Assistanse
        owner: Verten
        measures:
          - name: Beredskap
            activities:
              - id: enkeltsaker
                name: Bistå i enkeltsaker
                resource: Rådgiver
                status: {HP 2018: Overføres til KHS i løpet av høsten, HP 2019: Dette skal drøftes}
                events: [{date: 2018-09-15, what: accepted, recipient: KHS, note: Brev}]
    obligations:
      - {id: husleie, kind: payment, name: Husleie, who: Regnskapet, status: {HP 2018: Betales innen 1.10.2018}}
"""
DECISIONS = """\
bodies: {SG: {name: Styringsgruppen}}
decisions:
  - id: sg-1
    body: SG
    date: 2017-12-07
    case: 35/2017
    title: Handlingsplanen
    standing: adopted
    evidence: full-text
    points: [{id: 2, summary: Arkivet tas vare på}]
  - {id: sg-2, body: SG, date: 2018-06-14, title: Neste plan, standing: proposed, evidence: full-text}
"""


HELP = "say what it means beside it: {text: …, means: {kind: …, from: …, to: …}}; vrplan read --explain tells more"


@pytest.fixture
def rows(run: Run, tmp_path: Path, folder_with: Callable[[str], Path]) -> Rows:
    """The rows of a sheet, each value below its name."""

    def read(title: str, *words: str, top: int = 1) -> list[dict[str, Any]]:
        folder = folder_with(PLAN)
        (folder / "decisions.yaml").write_text(DECISIONS, encoding="utf-8")
        asked = ("--date", "2018-10-01", "-o", str(tmp_path / "plan.xlsx"), "--lang", "en", *words)
        assert run("export", "xlsx", "--data", str(folder), *asked)[0] == 0
        sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx")[title]
        names, *others = sheet.iter_rows(min_row=top, values_only=True)
        return [dict(zip(map(str, names), row, strict=True)) for row in others]

    return read


def day(year: int, month: int, number: int) -> datetime:
    """A day as a workbook holds it."""
    return datetime(year, month, number)  # noqa: DTZ001


def test_row_of_an_item(rows: Rows) -> None:
    found = rows("Items")
    assert list(found[0].items()) == [
        ("State", "transferred"),
        ("Item", "Bistå i enkeltsaker"),
        ("In this state since", day(2018, 9, 15)),
        ("In this state until", None),
        ("What comes then", None),
        ("To", "KHS"),
        ("Area", "Helse"),
        ("Focus area", "Assistanse"),
        ("Words of the plan", "Overføres til KHS i løpet av høsten"),
        ("Stands in", "HP 2018 (sg-1)"),
        ("Measure", "Beredskap"),
        ("Owner", "Verten"),
        ("Resource", "Rådgiver"),
        ("Confirmed", "yes"),
        ("Also said", "“Dette skal drøftes” – HP 2019 (sg-2), proposed: unknown"),
        ("Id", "enkeltsaker"),
    ]
    assert [(one["Resource"], one["Confirmed"], one["Also said"]) for one in found[1:]] == [
        ("Regnskapet", None, None)
    ]


def test_row_of_a_hand_over(rows: Rows) -> None:
    (found,) = rows("Hand-overs")
    assert list(found.items()) == [
        ("Item", "Bistå i enkeltsaker"),
        ("From", "Verten"),
        ("To", "KHS"),
        ("Window from", day(2018, 8, 1)),
        ("Window until", day(2018, 12, 31)),
        ("Stage", "confirmed"),
        ("Handed over", "not reported"),
        ("Confirmed", "15.9.2018 (Brev)"),
        ("Words of the plan", "Overføres til KHS i løpet av høsten"),
        ("Stands in", "HP 2018 (sg-1)"),
        ("Id", "enkeltsaker"),
    ]


def test_rows_of_a_decision_and_of_its_point(rows: Rows) -> None:
    found = [one for one in rows("Decisions") if one["Id"].startswith("sg-1")]
    whose = [("Date", day(2017, 12, 7)), ("Body", "Styringsgruppen"), ("Case", "35/2017")]
    standing = ("Standing", "adopted (full text)")
    assert [list(one.items()) for one in found] == [
        [
            *whose,
            ("Decision", "Handlingsplanen"),
            standing,
            ("What follows", "adopts HP 2018; 2 items (enkeltsaker, husleie) rest on it"),
            ("Id", "sg-1"),
        ],
        [
            *whose,
            ("Decision", "2: Arkivet tas vare på"),
            standing,
            ("What follows", "nothing follows"),
            ("Id", "sg-1/2"),
        ],
    ]


@pytest.mark.parametrize(
    ("known", "told"), [(date(1899, 12, 31), "31.12.1899"), (date(1900, 1, 1), day(1900, 1, 1))]
)
def test_day_before_the_form_counts_any_is_told_in_words(known: date, told: str | datetime) -> None:
    sheet: Any = openpyxl.Workbook(write_only=True).create_sheet()
    assert written(sheet, known).value == told


def test_row_of_a_finding(rows: Rows) -> None:
    found = rows("Findings")
    (unread,) = [one for one in found if one["Code"] == "VR301"]
    assert unread.pop("File").endswith("plans/actionplan_x.yaml")
    assert list(unread.items()) == [
        ("Code", "VR301"),
        ("Severity", "warning"),
        ("Finding", "“Dette skal drøftes” is not understood, so its state is unknown."),
        ("What to do", HELP),
        ("Accepted, because", None),
        ("Line", 20),
    ]


NOTE = "Findings are about the files as they are now, with what was decided after 5.6.2018 too."


def test_sheet_of_findings_says_that_they_look_at_the_files_of_today(rows: Rows, tmp_path: Path) -> None:
    found = rows("Findings", "--as-known", "2018-06-05", top=2)
    assert "VR301" in [one["Code"] for one in found]
    sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx")["Findings"]
    assert [cell.value for cell in sheet[1]] == [NOTE, *[None] * 6]
    assert not sheet["A1"].alignment.wrap_text
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A3", "$1:$2")
    assert sheet.auto_filter.ref == f"A2:G{sheet.max_row}"
    assert sheet.row_dimensions[2].height >= 15


def test_sheet_of_findings_begins_with_the_names_where_everything_counts(rows: Rows) -> None:
    assert rows("Findings")[0]["Code"].startswith("VR")
