"""Which columns of a draft rest on which decision."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from vrplan.drafts.texts import texts_of
from vrplan.importers.drafting import Wishes, imported
from vrplan.importers.irregularities import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

OUR_OWN = "# Sammendrag\nNeste: ingenting mer har dato\n"
HEAD = "# Handlingsplan 2026\n{standing}\n| Tiltak | {first} | {second} |\n| Kurs | Q2 | Q3 |\n"
ADOPTED = "Vedtatt av styret 20.1.2026, sak 5/2026"
PROPOSED = "Styret 20.1.2026\nSak 5/2026\nForslag til vedtak:"
BY_PAPER = "{adopted_by: styret-2026-5}"
OF_PAPER = "{proposed_by: styret-2026-5}"


@pytest.mark.parametrize(
    ("standing", "columns", "wished", "values"),
    [
        # what is proposed is not adopted by the paper that shows it
        (ADOPTED, ("Status", "Forslag til endring"), {}, (BY_PAPER, "{}")),
        (ADOPTED, ("Vedtatt plan 2026", "Framlegg mars 2026"), {}, (BY_PAPER, "{}")),
        (PROPOSED, ("Status", "Forslag til endring"), {}, (OF_PAPER, OF_PAPER)),
        # the decision that somebody names is all that a column rests on
        (PROPOSED, ("Status", "Frist"), {"Status": "rg-2023-20"}, ("{adopted_by: rg-2023-20}", OF_PAPER)),
        (
            ADOPTED,
            ("Status", "Forslag til endring"),
            {"Forslag til endring": "rg-2026-7"},
            (BY_PAPER, "{adopted_by: rg-2026-7}"),
        ),
    ],
)
def test_column_rests_on_what_adopted_or_proposed_it(
    paper_from: Callable[..., Paper],
    standing: str,
    columns: tuple[str, str],
    wished: dict[str, str],
    values: tuple[str, str],
) -> None:
    text = HEAD.format(standing=standing, first=columns[0], second=columns[1])
    draft = imported(paper_from(text), Wishes(decisions=wished)).draft
    written = texts_of(draft)["actionplan_2026.yaml"].partition("\ncolumns:\n")[2].partition("\n\n")[0]
    lines = [line.partition("  #")[0].strip() for line in written.splitlines()]
    assert lines == [f"{name}: {value}" for name, value in zip(columns, values, strict=True)]


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (
            "HP 2025 ble vedtatt 7.12.2024 av Styringsgruppen, sak 35/2024.",
            ("2024-12-07", "Styringsgruppen", "35/2024"),
        ),
        ("HP 2025 blei vedteken 7.12.2024 av Kommunerådet.", ("2024-12-07", "Kommunerådet", None)),
        ("HP 2025 was adopted 7.12.2024 by Styret, sak 3/2024.", ("2024-12-07", "Styret", "3/2024")),
        ("HP 2025 ble vedtatt 7.12.2024 av styret (bare tittelen er kjent).", ("2024-12-07", "Styret", None)),
        ("HP 2025 ble vedtatt 7.12.2024.", ("2024-12-07", None, None)),
        # it was not the column that was adopted, or not on that day, or not by an assembly
        ("HP 2025 ble vedtatt utsatt til 1.3.2024 av styringsgruppen.", None),
        ("HP 2025 ble vedtatt rapportert til styret 12.3.2024", None),
        ("HP 2025 ble vedtatt i sak 5/2024 og revidert 7.12.2024 av hensyn til fremdriften.", None),
        ("HP 2025 ble vedtatt 7.12.2024 av hensyn til fremdriften.", None),
        ("HP 2025 ble vedtatt 7.12.2024 av styret mot rådets råd.", None),
        ("HP 2025 ble vedtatt 7.12.2024 av styret, og opphevet 1.2.2025.", None),
        ("HP 2025 ble vedtatt 31.11.2024 av styret.", None),
        # without a day, of another plan, or not told as adopted
        ("HP 2025 ble vedtatt av styret.", None),
        ("HP 2024 ble vedtatt 7.12.2023 av styret.", None),
        ("HP 2025 ble foreslått 7.12.2024 av styret.", None),
        ("Det at HP 2025 ble vedtatt 7.12.2024 av styret, er viktig.", None),
    ],
)
def test_line_that_tells_who_adopted_a_column_is_its_decision(
    paper_from: Callable[..., Paper], line: str, facts: tuple[str, str | None, str | None] | None
) -> None:
    text = f"# Handlingsplan 2026\n{line}\n| Tiltak | HP 2025 | Justert HP 2026 |\n| Kurs | Q2 | Q3 |\n"
    made = imported(paper_from(text), Wishes())
    column, _newer = made.draft.columns
    told = column.told and (column.told.date.isoformat(), column.told.body, column.told.case)
    assert told == facts
    assert (column.adopted_by is None) == (facts is None)
    kinds = [(one.kind, one.weight) for one in made.irregularities if one.text == line]
    assert ((Kind.ADOPTION_TAKEN, "done") in kinds) == (facts is not None)
    assert ((Kind.TEXT_NOT_USED, "unused") in kinds) == (facts is None)


@pytest.mark.parametrize("is_own", [True, False])
def test_what_is_to_settle_is_dropped_in_our_own_paper_only(
    paper_from: Callable[..., Paper], is_own: bool
) -> None:
    text = (
        "# Handlingsplan 2026 – status per 1.3.2026\nHP 2026 ble vedtatt 7.12.2025 av Byen, sak 3/2025.\n"
        "Justert HP 2026 ble vedtatt 7.2.2026 av styret.\n# Område: Helse\n"
        "| Tiltak | HP 2026 | Justert HP 2026 |\n| Kurs | Q2 | Q3 |\n"
    )
    for body, told in (("Byen", is_own), ("St. Olavs råd, avd. A", is_own), ("styret", True)):
        made = imported(replace(paper_from(text.replace("Byen", body) + OUR_OWN), is_own=is_own), Wishes())
        assert (made.draft.columns[0].told is not None) is told
        asked = [dict(one.said)["what"] for one in made.irregularities if one.kind is Kind.NOT_KNOWN]
        of_the_paper = [what for what in asked if what in {"standing", "body", "date", "case"}]
        assert of_the_paper == ([] if is_own else ["standing", "body", "date", "case"])
        assert ("does not say whether it was adopted" in texts_of(made.draft)["decisions.yaml"]) is not is_own


def test_decision_that_somebody_names_counts_for_more_than_what_the_paper_tells(
    paper_from: Callable[..., Paper],
) -> None:
    line = "HP 2025 ble vedtatt 7.12.2024 av Styret, sak 35/2024."
    text = f"# Handlingsplan 2026\n{line}\n| Tiltak | HP 2025 | Justert HP 2026 |\n| Kurs | Q2 | Q3 |\n"
    column, _newer = imported(paper_from(text), Wishes(decisions={"HP 2025": "rg-2024-3"})).draft.columns
    assert (column.adopted_by, column.told) == ("rg-2024-3", None)
