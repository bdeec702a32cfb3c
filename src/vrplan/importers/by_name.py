"""What a sentence begins with naming, of all that a plan lists: "Etablererfondet avsluttes …" is of Etablererfond."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from vrplan.importers.words import folded, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

One = TypeVar("One")
_MARK = re.compile(r"^\s*(?:\d{1,2}[.)]|[*†+–-]+\)?|[a-z]\))\s*")
_LABEL = re.compile(r"^\w+:\s+")
_WORD = re.compile(r"[\wæøåé/-]+")
_SHORTEST = 4
_LONG = 8
"""A first word of so many letters, that no other name begins with, tells the name."""


@dataclass
class ByName(Generic[One]):
    """Finds what is called so; what a name stands for is whatever was put in for it."""

    names: list[tuple[list[str], Sequence[One]]] = field(default_factory=list)

    def put(self, name: str, what: Sequence[One]) -> None:
        """Remember what a name stands for."""
        if words := _words(name):
            self.names.append((words, what))

    def begun_with(self, sentence: str) -> list[One]:
        """What the sentence names with its first words, the definite form of the last counted as the name."""
        said = _words(_LABEL.sub("", _MARK.sub("", _LABEL.sub("", _MARK.sub("", sentence)))))
        if not said or len(said[0]) < _SHORTEST:
            return []
        begun = [(words, what) for words, what in self.names if is_nearly(said[0], words[0])]
        whole = [(words, what) for words, what in begun if _all_said(words, said)]
        if not whole and len({tuple(words) for words, _ in begun}) == 1:
            first = begun[0][0][0]  # in its definite form it needs no more words, "Turnéordningen"
            whole = begun if len(first) >= _LONG and said[0] != first else []
        longest = max((len(words) for words, _ in whole), default=0)
        found = [one for words, what in whole if len(words) == longest for one in what]
        return list(dict.fromkeys(found))


def is_nearly(said: str, name: str) -> bool:
    """Whether a word is the name, or its definite form or plural."""
    return said == name or (said.startswith(name) and said[len(name) :] in listed("names", "endings"))


def _all_said(words: Sequence[str], said: Sequence[str]) -> bool:
    return len(said) >= len(words) and all(
        is_nearly(one, word) for one, word in zip(said, words, strict=False)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
