"""The vocabulary files as they are read: TOML tables whose values are words separated by commas."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parents[1] / "vocabulary"


@cache
def table(name: str) -> dict[str, Any]:
    """The tables of one vocabulary file; read once."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8-sig"))


TOKEN: Final = re.compile(r"[^\W\d_](?:\w|[-.](?=[^\W\d_]))*|\d+(?:[.,/:-]\d+)*|[^\w\s]|_")
"""A word (with inner hyphens and the stops of "t.o.m"), a number, or a mark."""


def words(listed: str) -> list[str]:
    """The words of one entry, trimmed, in lower case, inner line breaks read as a space."""
    return [bare for word in " ".join(listed.lower().split()).split(",") if (bare := word.strip())]


def by_word(entries: Mapping[str, str]) -> dict[str, str]:
    """Every word of a table with the name of its entry: {"q": "quarter"}; the last counts."""
    return {word: name for name, listed_ in entries.items() for word in words(listed_)}


def any_of(alternatives: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first; a space matches any white space."""
    longest_first = sorted(alternatives, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in longest_first)


@cache
def listed(name: str, key: str, entry: str = "words") -> frozenset[str]:
    """One of the plain lists: an entry of a table, which for most is the only one and called `words`."""
    return frozenset(words(table(name)[key][entry]))


@cache
def any_listed(name: str, key: str, entry: str = "words") -> str:
    """A regular expression that matches any word of a plain list."""
    return any_of(listed(name, key, entry))


@cache
def endings(name: str, key: str, entry: str = "words") -> tuple[str, ...]:
    """A plain list as the beginnings or endings of words."""
    return tuple(listed(name, key, entry))
