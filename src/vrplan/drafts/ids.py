"""Ids made from names: short, in kebab case, each used once, and the same whenever they are made again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

_NO_ID = re.compile("[^a-z0-9æøåäöü]+")
_KEPT = "æøåäöü"
_HANGING = re.compile("(?:-(?:[a-zæøå]{1,2}|for|med|der|som|den|det|ved|til))+$")
"""Small words after which an id should not stop."""
_LONGEST = 40
"""Whoever types an id wants it short; the files allow 60."""


def id_of(name: str, otherwise: str) -> str:
    """A name as an id: its first whole words in small letters, digits and single hyphens."""
    letters = "".join(
        one if one in _KEPT else _plain(one) for one in unicodedata.normalize("NFC", name).casefold()
    )
    whole = _NO_ID.sub("-", letters).strip("-")
    if len(whole) <= _LONGEST:
        return whole or otherwise
    cut = whole[: _LONGEST + 1].rpartition("-")[0] if "-" in whole[: _LONGEST + 1] else whole[:_LONGEST]
    return _HANGING.sub("", cut.strip("-")) or otherwise


@dataclass
class Ids:
    """The ids of one file, given out in the order of the paper: a second of a name gets a number."""

    given: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)
    """The last number of each name, so that the next is not looked for from the beginning."""

    def new(self, name: str, otherwise: str) -> str:
        """An id for this name that nothing else has."""
        first = one = id_of(name, otherwise)
        number = self._numbers.get(first, 1)
        while one in self.given:
            number += 1
            one = f"{first}-{number}"
        self._numbers[first] = number
        self.given.add(one)
        return one


def _plain(letter: str) -> str:
    """A letter without its accent."""
    return unicodedata.normalize("NFKD", letter)[:1] if not letter.isascii() else letter
