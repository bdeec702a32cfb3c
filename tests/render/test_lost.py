"""What could not be read of a paper is told in the language that was asked for."""

from __future__ import annotations

import pytest

from vrplan.importers.irregularities import Kind, irregular
from vrplan.render.language import telling_in
from vrplan.render.wording.imported import place_of, sentence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pictures were not read", "bilder er ikke lest"),
        ("page 3: text that does not stand upright was not read", "side 3: tekst som ikke står rett opp, er ikke lest"),
        ("paragraph 1: a text box was not read: a: {b}", "avsnitt 1: en tekstboks er ikke lest: a: {b}"),
        ("table 1, row 2: only the first 100 cells of the row were read",
         "tabell 1, rad 2: bare de første 100 cellene i raden er lest"),
        ("something else", "something else"),
    ],
)  # fmt: skip
def test_what_was_lost_is_told_in_the_language(text: str, told: str) -> None:
    with telling_in("nb"):
        assert sentence(irregular(Kind.LOST, "the paper", text)) == told
    assert sentence(irregular(Kind.LOST, "the paper", text)) == text


def test_places_are_told_in_the_language() -> None:
    with telling_in("nb"):
        assert (place_of("title of the page"), place_of("page header")) == ("tittelen på siden", "topptekst")
