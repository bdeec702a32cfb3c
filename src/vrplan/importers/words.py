"""The words by which papers call the parts of a plan, and how a text is made ready to be looked up."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_MARKS = re.compile(r"[*_`#]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_ENTRY = re.compile(r"^\s*[•·▪◦‣*–—-]\s+(?=\S)")
_HALF = re.compile("[\ud800-\udfff]")


@cache
def listed(part: str, key: str) -> tuple[str, ...]:
    """The words of one list of `headings.toml`."""
    return tuple(word.strip() for word in _file()[part][key].split(","))


@cache
def named(part: str) -> dict[str, str]:
    """Every word of one part of `headings.toml`, with the list that it stands in; the first list counts."""
    words: dict[str, str] = {}
    for key in _file()[part]:
        for word in listed(part, key):
            words.setdefault(word, key)
    return words


@cache
def _file() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))


def tidy(text: str) -> str:
    """The text with every run of white space as one space; nothing else is changed, but for halves of characters."""
    return _HALF.sub("\ufffd", " ".join(text.split()))


def without_mark(text: str) -> str:
    """A line without the dash or dot that stood before an entry of a list."""
    return _ENTRY.sub("", text, count=1)


def folded(text: str) -> str:
    """The text as it is looked up: in small letters, without marks of emphasis, brackets and signs around it."""
    plain = _BRACKETS.sub(" ", _MARKS.sub(" ", text))
    return " ".join(plain.casefold().split()).strip(" .:;,-–—|")


def shortened(text: str, longest: int = 80) -> str:
    """The beginning of a text, for a message."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def without_label(text: str) -> str:
    """The name in "OMRÅDE: KULTUR"; which kind of part it is, the label leaves open."""
    label, sign, name = text.partition(":")
    return name.strip() if sign and name.strip() and folded(label) in listed("outline", "part") else text
