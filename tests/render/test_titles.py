"""The titles of the codes: one for each, told in every language, and none twice."""

from __future__ import annotations

from collections import Counter

import pytest

from vrplan.render.language import LANGUAGES, Language, telling_in
from vrplan.render.titles import TITLES, title_of
from vrplan.rules.every import CODES


def told_in(language: Language) -> dict[str, str]:
    with telling_in(language):
        return {code.code: title_of(code) for code in CODES}


def test_every_code_has_a_title_and_nothing_else_has() -> None:
    assert TITLES.keys() == {code.code for code in CODES}
    assert list(TITLES) == sorted(TITLES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_is_words_and_no_title_stands_for_two_codes(language: Language) -> None:
    titles = told_in(language)
    assert [code for code, title in titles.items() if title != title.strip() or not title[0].isupper()] == []
    assert [code for code, title in titles.items() if title.endswith(".") or len(title) > 60] == []
    assert [title for title, number in Counter(titles.values()).items() if number > 1] == []


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_no_title_is_left_in_english(language: Language) -> None:
    english = told_in("en")
    assert [code for code, title in told_in(language).items() if title == english[code]] == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Decision known by its title only"),
        ("nb", "Vedtak kjent bare ved tittelen"),
        ("nn", "Vedtak kjent berre ved tittelen"),
    ],
)
def test_title_is_told_in_the_language_of_the_reader(language: Language, told: str) -> None:
    assert told_in(language)["VR404"] == told
