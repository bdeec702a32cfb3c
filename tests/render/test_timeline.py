"""The timeline on a screen: it fits, nothing is hidden, and every state can be told from every other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.text import Text

from vrplan.as_of import Clocks, Segment, State, as_of
from vrplan.folder import read_folder
from vrplan.load import load
from vrplan.render import report_as
from vrplan.render.terminal.axis import Axis
from vrplan.render.terminal.chart import GLYPHS, Chart, Mark, cut
from vrplan.render.wording.timeline import end_told, terms, what_happens
from vrplan.reports.timeline import TimelineReport, timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.render import Report
    from vrplan.reports.dated import When

    Reports = Callable[..., dict[str, Report]]

ROOT = Path(__file__).parent.parent.parent
ESCAPE = re.compile("\x1b\\[[0-9;]*m")
WIDTHS = [40, 50, 59, 60, 61, 80, 99, 100, 109, 110, 120, 150, 200, 300]
YEAR = Axis(date(2018, 1, 1), date(2018, 12, 31), 1, 2)


@dataclass(frozen=True)
class Screen:
    width: int
    colour: bool = False


def shown(report: Report, width: int, colour: bool = False) -> list[str]:
    return report_as("text", report, Screen(width, colour)).splitlines()


def real(day: date = date(2018, 7, 1), first: str = "", last: str = "") -> TimelineReport:
    loaded = load(read_folder(ROOT / "data"))
    assert loaded.plan is not None
    asked = (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
    return timeline(as_of(loaded.plan, Clocks(day)), loaded, asked)


STRETCHES = [
    ("2018-07-02", "2018-07-08"),
    ("2018-06-15", "2018-07-20"),
    ("2018-06-15", "2018-10-20"),
    ("2018-01-01", "2018-12-31"),
    ("", ""),
    ("2012-05-01", "2022-04-30"),
    ("1900-01-01", "2199-12-31"),
    ("2018-07-01", "2018-07-01"),
]


@pytest.mark.parametrize(("first", "last"), STRETCHES)
def test_every_line_fits_whatever_the_stretch(first: str, last: str) -> None:
    report = real(first=first, last=last)
    for width in WIDTHS:
        assert max(map(cell_len, shown(report, width))) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", ["Et langt navn " * 20, "界" * 100, "ж" * 300, "a"])
def test_every_line_fits_whatever_the_names(reports_on: Reports, width: int, text: str) -> None:
    report = reports_on(name=text, area=text, focus_area=text, organisation=text, decision=text, body=text)
    assert max(map(cell_len, shown(report["timeline"], width))) <= width


@pytest.mark.parametrize("width", [59, 60, 80, 120, 200])
def test_colour_changes_no_letter(width: int) -> None:
    coloured = [ESCAPE.sub("", line).rstrip() for line in shown(real(), width, colour=True)]
    assert coloured == shown(real(), width)


@pytest.mark.parametrize(("width", "bars"), [(40, False), (59, False), (60, True), (200, True)])
def test_narrow_screen_gets_the_list_only(width: int, bars: bool) -> None:
    assert any("━━━" in line for line in shown(real(), width)) is bars


def test_each_state_has_a_glyph_of_its_own_and_of_one_cell() -> None:
    assert set(GLYPHS) == set(State)
    assert len(set(GLYPHS.values())) == len(State)
    assert {cell_len(glyph) for glyph in GLYPHS.values()} == {1}


def test_legend_tells_only_the_glyphs_that_are_used() -> None:
    lines = shown(real(first="2018-07-02", last="2018-07-08"), 200)
    legend = "·· not started   ━━ ongoing   ▒▒ due   >> transferred   -- ended"
    assert [line for line in lines if " not started " in line] == [legend]
    july = shown(real(date(2018, 7, 1), "2018-07-01", "2018-07-07"), 200)
    assert any(line.endswith("   │ 1.7.2018") for line in july)


def test_day_asked_about_and_the_end_are_lines_down_the_chart() -> None:
    lines = shown(real(), 80)
    bars = [line for line in lines if re.match(r"  [a-zø0-9-]+ +[━▒·>]", line)]
    assert len(bars) == 41
    (top,) = [line for line in lines if "▼" in line]
    assert {line.index("│") for line in bars} == {top.index("▼")}
    assert {line.index("║") for line in bars} == {top.rindex("▼")}


@pytest.mark.parametrize(
    ("day", "marks"), [(date(2018, 12, 31), "│━║"), (date(2019, 1, 1), "║"), (date(2025, 1, 1), "║")]
)
def test_mark_stands_before_the_cell_of_its_day(day: date, marks: str) -> None:
    (bar,) = [line for line in shown(real(day), 80) if line.startswith("  eiendeler")]
    assert re.findall(r"[│║]━?║?", bar) == [marks]


def chart(*marks: Mark, room: int = 80) -> Chart:
    return Chart(YEAR, marks, 10, room)


def test_marks_hide_no_state() -> None:
    day = date(2018, 7, 1)
    segments = [
        Segment(State.NOT_STARTED, None, day - timedelta(1)),
        Segment(State.DUE, day, day),
        Segment(State.OVERDUE, day + timedelta(1), None),
    ]
    with_mark = chart(Mark(YEAR.cell(day), "│", "", "")).bar(Text("x"), segments).plain
    assert with_mark == "x         ············│▒!!!!!!!!!!!"
    assert chart().bar(Text("x"), segments).plain == with_mark.replace("│", "")


def test_glyphs_stand_on_their_cells_and_headings_give_way_to_no_mark() -> None:
    marked = chart(Mark(12, "│", "", ""))
    assert marked.points(Text("Meetings"), {0: ("•", ""), 12: ("•", ""), 23: ("•", "")}).plain == (
        "Meetings  •           │•          •"
    )
    assert marked.heading(Text("Helse")).plain.rstrip() == "Helse" + " " * 17 + "│"
    assert marked.heading(Text("x" * 22)).plain.rstrip() == "x" * 22 + "│"
    assert marked.heading(Text("x" * 23)).plain.rstrip() == "x" * 23


@pytest.mark.parametrize(
    ("cells", "texts", "room", "rows"),
    [
        ((0,), ("1.1.2018",), 40, ["          ▼ 1.1.2018"]),
        ((23,), ("31.12.2018",), 36, ["                      31.12.2018 ▼"]),
        ((12, 18), ("1.7.2018", "opphører"), 60, ["             1.7.2018 ▼      ▼ opphører"]),
        ((12, 18), ("1.7.2018", "opphører"), 30, ["             1.7.2018 ▼", "                    opphører ▼"]),
        ((12,), ("x" * 60,), 36, ["x" * 0 + "xxxxxxxxxxxxxxxxxxxx… ▼"]),
    ],
)  # fmt: skip
def test_what_a_mark_means_stands_above_it(
    cells: tuple[int, ...], texts: tuple[str, ...], room: int, rows: list[str]
) -> None:
    marks = [Mark(cell, "│", "", told) for cell, told in zip(cells, texts, strict=True)]
    assert [row.plain for row in chart(*marks, room=room).tops()] == rows


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Flytte arkiv", 12, "Flytte arkiv"),
        ("Flytte arkiv", 11, "Flytte ark…"),
        ("Flytte arkiv", 8, "Flytte…"),
        ("Flytte arkivet, straks", 16, "Flytte arkivet…"),
        ("abc", 1, "…"),
        ("界界界", 5, "界界…"),
    ],
)
def test_name_is_cut_at_a_word_where_that_leaves_enough(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected


@pytest.mark.parametrize(
    ("id_", "what", "past", "today", "to_come"),
    [
        ("samarbeidsavtaler", "window_opens", "window opened", "window opens", "window opens"),
        ("samarbeidsavtaler", "window_closes", "window closed", "window closes", "window closes"),
        ("samarbeidsavtaler", "overdue", "became overdue", "becomes overdue", "overdue unless done"),
        ("bpa-enkeltsaker", "window_opens", "hand-over began", "hand-over begins", "hand-over begins"),
        ("bpa-enkeltsaker", "window_closes", *["hand-over's last day"] * 3),
        ("kunst-rett-vest", "handed_over", "was to be handed over", *["to be handed over"] * 2),
        ("orkester-korps", "handed_over", "handed over", "handed over", "to be handed over"),
        ("transport-2-0", "last_day", "last day", "last day", "last day"),
        ("khs-bistand", "begins", "began", "begins", "begins"),
        ("arkiv", "orphaned", "orphaned", "becomes orphaned", "to be orphaned"),
    ],
)
def test_turn_is_worded_as_it_is_seen_from_the_day_asked_about(
    id_: str, what: str, past: str, today: str, to_come: str
) -> None:
    (entry,) = [one for one in real().entries if one.now and one.now.item.id == id_ and one.what == what]
    whens: tuple[When, ...] = ("past", "today", "to_come")
    assert [what_happens(replace(entry, when=when)) for when in whens] == [past, today, to_come]


@pytest.mark.parametrize(
    ("day", "verb"),
    [(date(2018, 12, 31), "ceases"), (date(2019, 1, 1), "ceased"), (date(2019, 1, 2), "ceased")],
)
def test_end_of_the_organisation_is_past_on_its_very_day(day: date, verb: str) -> None:
    assert end_told(real(day)) == f"1.1.2019, Vestregionen {verb}"


def test_event_that_is_overtaken_says_so(reports_on: Reports) -> None:
    report = reports_on()["timeline"]
    assert isinstance(report, TimelineReport)
    (entry,) = (one for one in report.entries if one.event)
    assert terms(replace(entry, overtaken=True), report.view.plan) == (
        f"{terms(entry, report.view.plan)}, overtaken by a later decision"
    )


def test_row_tells_when_what_of_whom_and_by_which_decision(reports_on: Reports) -> None:
    lines = report_as("text", reports_on()["timeline"]).splitlines()
    rows = [re.split(r" {2,}", line) for line in lines if re.match(r"\d+\.\d+\.\d{4} ", line)]
    column = "– the column (sg-1)"
    event = "to the party, by the who, the event_note, source: the source"
    assert rows == [
        [
            "1.3.2018",
            "was to be handed over",
            "first",
            "the name",
            f"to the party – “the text” [also said: 1] {column}",
        ],
        ["5.3.2018", "recorded: transferred", "first", "the name", event],
        ["1.1.2019", "ceases", "the organisation", "sg-1"],
        ["1.1.2019", "to be orphaned", "second", "Another", f"“Løpende” [also said: 1] {column}"],
    ]


def test_list_is_split_at_the_day_asked_about() -> None:
    lines = [*shown(real(first="2018-06-30", last="2018-07-01"), 80), *shown(real(date(2025, 1, 1)), 80)]
    headings = [line for line in lines if line.startswith(("Before", "From"))]
    assert headings == ["Before 1.7.2018", "From 1.7.2018 on", "Before 1.1.2025"]


def test_of_many_items_the_number_of_the_others_is_told() -> None:
    report = real(first="2018-06-30", last="2018-06-30")
    assert "  transport-2-0, fagrad-helse, " in shown(report, 120)[-2]
    again = replace(report, entries=report.entries * 2)
    assert shown(again, 120)[-1].endswith(" and 4 more")
