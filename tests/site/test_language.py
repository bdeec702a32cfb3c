"""The pages in bokmål and nynorsk: nothing that vrplan says stays English, and the plan's words are marked rightly."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent.parent
LOCALE = ROOT / "src" / "vrplan" / "render" / "locale"
PLANS = {"data": "2018-07-01", "examples/delt-fylke": "2027-10-01"}
SHORTEST = 12
"""What is shorter may be a word of both languages, or the name of a field or of a code."""


@pytest.fixture(scope="module", params=["nb", "nn"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def told(
    language: str, tmp_path_factory: pytest.TempPathFactory, make: Callable[..., None]
) -> dict[str, str]:
    """The pages of the shipped plan and of the example, as text with all its markup."""
    top = tmp_path_factory.mktemp(language)
    for number, (plan, day) in enumerate(PLANS.items()):
        make(top / str(number), ROOT / plan, day, "--lang", language)
    return {
        page.relative_to(top).as_posix(): unescape(page.read_text(encoding="utf-8"))
        for page in top.rglob("*.html")
    }


def english(language: str) -> Iterator[str]:
    """The pieces of all English messages that their translation does not have."""
    with (LOCALE / language / "LC_MESSAGES" / "vrplan.po").open("rb") as file:
        for one in read_po(file, language):
            ours = one.id if isinstance(one.id, tuple | list) else (one.id,)
            theirs = one.string if isinstance(one.string, tuple | list) else (one.string,)
            for message in ours:
                pieces = (piece.strip() for piece in re.split(r"\{[^{}]*\}", message))
                yield from (
                    piece
                    for piece in pieces
                    if len(piece) > SHORTEST and piece not in " ".join(filter(None, theirs))
                )


def test_no_english_is_left(told: dict[str, str], language: str) -> None:
    whole = "\n".join(told.values())
    left = [piece for piece in set(english(language)) if piece in whole]
    assert [(piece, next(page for page in told if piece in told[page])) for piece in left] == []


def test_every_page_says_its_language(told: dict[str, str], language: str) -> None:
    assert [page for page in told if f'<html lang="{language}">' not in told[page]] == []


def test_words_of_the_plan_are_marked_where_the_page_is_not_in_their_language(
    told: dict[str, str], language: str
) -> None:
    mark = "" if language == "nb" else ' lang="no"'
    page = told["0/items/bpa-enkeltsaker.html"]
    assert f"<h1{mark}>Bistå den enkelte kommune" in page
    assert f"<blockquote{mark}>«Overføres til KHS i løpet av høsten»</blockquote>" in page
    if language == "nb":
        assert [page for page in told if 'lang="no"' in told[page]] == []
    else:
        assert '<td><span lang="no">«Videreføres»</span> [også sagt: 1]</td>' in told["0/closing.html"]


@pytest.mark.parametrize(("variable", "language_of_page"), [("nn", "nn"), ("", "en")])
def test_without_the_option_the_variable_says_the_language(
    tmp_path: Path,
    make: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    language_of_page: str,
) -> None:
    monkeypatch.setenv("VRPLAN_LANG", variable)
    make(tmp_path, ROOT / "data", "2018-07-01")
    assert f'<html lang="{language_of_page}">' in (tmp_path / "index.html").read_text(encoding="utf-8")
