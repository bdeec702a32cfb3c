"""Whether what was taken from a line of a paper's head is all that the line says; else it is listed too."""

from __future__ import annotations

import re
from functools import cache

from vrplan.importers.columns import OF_A_HEAD, role_of
from vrplan.importers.lines import days_in
from vrplan.importers.words import folded, listed

_WORD = re.compile(r"[^\W\d_]{2,}")
_LABELS = ("body", "day", "case", "title", "proposed", "adopted", "by_whom", "idle")


def is_told(known: str, text: str) -> bool:
    """Whether every word of a text is in what is known, in a day, or a label that says what the others are."""
    for words, _ in days_in(text):
        text = text.replace(words, " ")
    told = _labels() | set(_WORD.findall(folded(known)))
    said = _WORD.findall(folded(text))
    return all(word in told or word.removesuffix("s") in told or role_of(word) in OF_A_HEAD for word in said)


@cache
def _labels() -> frozenset[str]:
    return frozenset(
        word for key in _LABELS for label in listed("head", key) for word in _WORD.findall(label)
    )
