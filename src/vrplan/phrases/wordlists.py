"""The vocabulary files as they are read: TOML tables whose values are words separated by commas."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final


@cache
def table(name: str) -> dict[str, Any]:
    """The tables of one vocabulary file, which lies beside this module; read once."""
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


TOKEN: Final = re.compile(r"[^\W\d_](?:\w|[-.](?=[^\W\d_]))*|\d+(?:[.,/:-]\d+)*|[^\w\s]|_")
"""A word (with inner hyphens and the stops of "t.o.m"), a number, or a mark."""


def words(listed: str) -> list[str]:
    """The words of one entry, trimmed, in lower case, inner line breaks read as a space."""
    return [bare for word in " ".join(listed.lower().split()).split(",") if (bare := word.strip())]


def any_of(alternatives: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first; a space matches any white space."""
    longest_first = sorted(alternatives, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in longest_first)


@cache
def listed(name: str, key: str) -> frozenset[str]:
    """One of the plain lists, a table with the single entry `words`."""
    return frozenset(words(table(name)[key]["words"]))


@cache
def any_listed(name: str, key: str) -> str:
    """A regular expression that matches any word of a plain list."""
    return any_of(listed(name, key))


@cache
def endings(name: str, key: str) -> tuple[str, ...]:
    """A plain list as the beginnings or endings of words."""
    return tuple(listed(name, key))
