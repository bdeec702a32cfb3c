"""Every code has a page, and what the page shows of a file stands in the code's samples, line for line."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from vrplan.rules.every import CODES, pages
from vrplan.rules.rule import Page, Shown, page

ERRORS = Path(__file__).parent / "errors"
PAGES = {one.code.code: one for one in pages()}
OUTSIDE_CODE = re.compile(r"[*_<>\[\]]")
CODE_SPAN = re.compile(r"`[^`]+`")
NO_LINES = {
    "VR001": "its bytes are the fault",
    "VR003": "it is empty",
    "VR004": "it would be brackets only",
    "VR010": "it is a file too many",
    "VR011": "it is a file too few",
}
"""The codes whose example is a sentence, because no lines of a file can show it."""


def texts_of(sample: str) -> list[list[str]]:
    """The lines of each file of a sample, without those that only tell the test what to expect."""
    single = ERRORS / f"{sample}.yaml"
    folder = ERRORS / sample
    files = [single, ERRORS / "decisions.yaml"] if single.exists() else sorted(folder.rglob("*.yaml"))
    texts = [path.read_bytes().decode("utf-8", "replace").splitlines() for path in files]
    return [[line for line in lines if not line.startswith("# expect")] for lines in texts]


def stands_in(part: str, lines: list[str]) -> bool:
    """Whether the part is lines of the file that follow each other, but for what all are indented by."""
    length = part.count("\n") + 1
    return any(
        dedent("\n".join(lines[start : start + length])) == part for start in range(len(lines) - length + 1)
    )


def not_in_sample(shown: Shown, sample: str) -> list[str]:
    """The parts of what a page shows, between empty lines, that stand in no file of the sample."""
    texts = texts_of(sample)
    parts = shown.text.split("\n\n")
    return [part for part in parts if not any(stands_in(part, lines) for lines in texts)]


@pytest.mark.parametrize("code", [code.code for code in CODES])
def test_code_has_a_whole_page(code: str) -> None:
    one = PAGES[code]
    assert "" not in (one.what, one.why, one.example.text, one.instead.text)


def test_there_are_as_many_pages_as_codes_in_their_order() -> None:
    assert [one.code.code for one in pages()] == sorted(code.code for code in CODES)


@pytest.mark.parametrize("one", PAGES.values(), ids=PAGES)
def test_example_is_quoted_from_the_sample(one: Page) -> None:
    assert one.example.lines or one.code.code in NO_LINES
    if one.example.lines:
        assert not_in_sample(one.example, one.code.code) == []


@pytest.mark.parametrize("one", PAGES.values(), ids=PAGES)
def test_what_to_write_instead_is_quoted_from_the_sound_sample(one: Page) -> None:
    assert one.instead.lines or one.code.code == "VR004"
    if one.instead.lines:
        assert not_in_sample(one.instead, f"{one.code.code}.ok") == []


@pytest.mark.parametrize("one", PAGES.values(), ids=PAGES)
def test_example_is_not_what_to_write(one: Page) -> None:
    assert one.example != one.instead


@pytest.mark.parametrize("one", PAGES.values(), ids=PAGES)
def test_page_is_whole_sentences_that_mean_the_same_in_markdown(one: Page) -> None:
    prose = [one.what, *one.why.split("\n\n")]
    prose += [shown.text for shown in (one.example, one.instead) if not shown.lines]
    for text in prose:
        assert text.endswith("."), text
        assert "  " not in text
        assert OUTSIDE_CODE.findall(CODE_SPAN.sub("", text)) == []


def test_docstring_is_read_as_a_page() -> None:
    found = page(
        CODES[0],
        """What it checks,
        in one sentence.

        Why it matters.

        And more.

        Example:
            status:
              HP 2018: Overføres

            other: {lines: here}

        Instead:
        A sentence
        in two lines.
        """,
    )
    assert found == Page(
        CODES[0],
        "What it checks, in one sentence.",
        "Why it matters.\n\nAnd more.",
        Shown("status:\n  HP 2018: Overføres\n\nother: {lines: here}", lines=True),
        Shown("A sentence in two lines.", lines=False),
    )


def test_docstring_of_one_line_is_a_page_with_nothing_more() -> None:
    empty = Shown("", lines=False)
    assert page(CODES[0], "What it checks.") == Page(CODES[0], "What it checks.", "", empty, empty)
