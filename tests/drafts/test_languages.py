"""The comments of a draft and of a new plan, and the page beside it, in the three languages."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from vrplan.drafts.fresh import Beginning, fresh
from vrplan.drafts.texts import texts_of
from vrplan.drafts.values import (
    Draft,
    DraftActivity,
    DraftArea,
    DraftColumn,
    DraftMeasure,
    DraftPaper,
    DraftText,
)
from vrplan.render.language import telling_in
from vrplan.render.values import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.render.language import Language

ACTIVITIES = (
    DraftActivity("En", (("Forslag HP 2026", (DraftText("Overføres til KHS", "table 1, row 2"),)),)),
    DraftActivity("To", ()),
)
DRAFT = Draft(
    paper=DraftPaper(file="sak.docx"),
    organisation=None,
    first_year=2026,
    last_year=2026,
    columns=(DraftColumn("Forslag HP 2026", is_of_the_paper=False),),
    areas=(DraftArea(None, measures=(DraftMeasure("Drift", ACTIVITIES),)),),
    parties=("KHS",),
)
BEGINNING = Beginning("Fjellregionen", "Handlingsplan 2026", 2026, "Styret", adopted=date(2026, 5, 14))
WIDEST = 132


def files_in(language: Language) -> dict[str, str]:
    """The files of the draft and of the new plan; the schemas and the workflow are in no language."""
    with telling_in(language):
        fresh_ones = fresh(BEGINNING, str, "", told, language)
        files = {f"draft/{name}": text for name, text in texts_of(DRAFT, told).items()}
    return files | {name: text for name, text in fresh_ones.items() if name.endswith((".yaml", "README.md"))}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_files_of_a_draft_and_of_a_new_plan(golden: Callable[[str, str], None], language: Language) -> None:
    files = files_in(language)
    golden(f"{language}/drafts.txt", "\n".join(f"=== {name}\n{text}" for name, text in files.items()))


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_only_comments_and_places_are_in_the_language(language: Language) -> None:
    ours, english = files_in(language), files_in("en")
    assert list(ours) == list(english)
    for name in (one for one in ours if one.endswith(".yaml")):
        first, second = (
            YAML(typ="safe").load(re.sub("tabell (.), rad", r"table \1, row", text[name]))
            for text in (ours, english)
        )
        assert first == second


@pytest.mark.parametrize("language", ["en", "nb", "nn"])
def test_every_mark_is_filled_in_and_no_line_runs_out_of_the_screen(language: Language) -> None:
    for text in files_in(language).values():
        assert re.findall(r"# \{\w+\}$|\$[a-z]", text.replace("$schema", ""), re.MULTILINE) == []
        assert max(map(len, text.splitlines())) <= WIDEST


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_commands_of_the_page_are_those_of_the_english_one(language: Language) -> None:
    ours, english = (
        re.findall(r"^    (vrplan .+?) +#", files_in(one)["README.md"], re.MULTILINE)
        for one in (language, "en")
    )
    assert len(ours) == 4
    assert ours == english
