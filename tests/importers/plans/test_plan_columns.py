"""Which columns of a draft rest on which decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.drafts.texts import texts_of
from vrplan.importers.drafting import Wishes, imported

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.importers.paper import Paper

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
