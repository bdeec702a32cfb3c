"""Whatever a paper holds: a draft that loads without errors, or one clear refusal."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.drafts.texts import texts_of
from vrplan.folder import PlanFolder
from vrplan.importers.drafting import Imported, NoPlan, Wishes, imported
from vrplan.importers.paper import Cell, Heading, Paper, Paragraph, Row, Table
from vrplan.load import load
from vrplan.render.imported import irregularities_as_text, report_of
from vrplan.rules import errors_of

WORDS = st.one_of(
    st.sampled_from(
        [
            "",
            "Tiltak",
            "Aktiviteter",
            "Status",
            "HP 2018",
            "Frist",
            "Ansvar",
            "Vedtak",
            "Innsatsområde: Helse",
            "Fokusområde 2 – Kurs",
            "Fokusområde 1",
            "Ressurs: Ola",
            "Utvalg",
            "Møtedato",
            "Vedtatt av styret 31.2.2018",
            "Forslag til vedtak:",
            "Avsluttes 30..6.18",
            "Q3 Q4",
            "Rydde lageret\nFlytte møbler",
            "Avsluttes 31.2.2018 og overføres til \x07 KHS",
            "---",
            "1.",
            "§",
            "2.1 Mål",
            "{a: b}",
        ]
    ),
    st.text(max_size=12),
)
CELLS = st.builds(Cell, WORDS) | st.sampled_from(
    [Cell("", continues_above=True), Cell("", continues_left=True)]
)
HEADINGS = st.sampled_from(
    [
        ["Tiltak", "Aktiviteter", "HP 2018"],
        ["Delmål", "Tiltak", "Frist"],
        ["Sak", "Vedtak", "Status"],
        ["", "", ""],
    ]
).map(lambda names: Row(tuple(map(Cell, names)), "line 0"))
_WORD = re.compile(r"[^\W\d_]+")
HEADS = {
    "Tiltak",
    "Aktiviteter",
    "Delmål",
    "Sak",
    "Vedtak",
    "Ansvar",
    "Innsatsområde",
    "Fokusområde",
    "Ressurs",
    "Utvalg",
    "Møtedato",
    "Status",
    "Frist",
    "HP",
}
"""Words that are used up by saying what stands below or behind them."""
ROWS = st.lists(CELLS, max_size=5).map(lambda cells: Row(tuple(cells), "line 1"))
TABLES = st.builds(
    lambda first, rows: Table(1, (first, *rows), "line 1"), HEADINGS, st.lists(ROWS, max_size=5)
)
BLOCKS = st.one_of(
    TABLES,
    st.builds(Heading, WORDS, st.integers(1, 6), st.just("line 1")),
    st.builds(Paragraph, WORDS, st.just("line 1"), st.booleans()),
)
PAPERS = st.builds(Paper, st.sampled_from(["a.docx", "b.pdf"]), st.lists(BLOCKS, max_size=6).map(tuple))


def load_of(files: dict[str, str]) -> Any:
    texts = {path: text.encode() for path, text in files.items()}
    decisions = {"decisions.yaml": texts.pop("decisions.yaml")}
    return load(PlanFolder(texts, decisions, "decisions.yaml"))


@settings(max_examples=100, deadline=None)
@given(paper=PAPERS)
def test_any_paper_gives_a_sound_draft_or_is_refused(paper: Paper) -> None:
    try:
        made = imported(paper, Wishes(year=2018))
    except NoPlan:
        return
    assert errors_of(load_of(texts_of(made.draft))) == ()
    assert "\x07" not in irregularities_as_text(made.irregularities)
    for form in ("json", "md"):
        assert report_of(form, made, paper.name)


@settings(max_examples=100, deadline=None)
@given(paper=PAPERS)
def test_no_word_of_a_table_is_lost(paper: Paper) -> None:
    try:
        made = imported(paper, Wishes(year=2018))
    except NoPlan:
        return
    have = {word for text in [*_texts(made.draft), *_told(made)] for word in _WORD.findall(text)}
    for block in paper.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            words = {word for cell in row.cells for word in _WORD.findall(cell.text)}
            assert words - have - HEADS == set()


@settings(max_examples=100, deadline=None)
@given(paper=PAPERS)
def test_no_word_outside_the_tables_is_lost(paper: Paper) -> None:
    try:
        made = imported(paper, Wishes(year=2018))
    except NoPlan:
        return
    have = {word.casefold() for text in [*_texts(made.draft), *_told(made)] for word in _WORD.findall(text)}
    for block in paper.blocks:
        if not isinstance(block, Table):
            words = {word.casefold() for word in _WORD.findall(block.text)}
            assert (
                words - have - {word.casefold() for word in HEADS} - {"av", "forslag", "til", "vedtatt"}
                == set()
            )


def _told(made: Imported) -> list[str]:
    return [text for one in made.irregularities for text in (one.text, *map(str, dict(one.said).values()))]


def _texts(value: Any) -> list[str]:
    """Every text of a draft, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in _texts(one)]
    slots = getattr(value, "__slots__", ())
    return [text for name in slots for text in _texts(getattr(value, name))]
