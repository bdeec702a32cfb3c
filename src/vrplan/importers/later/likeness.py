"""How like two names are, however slightly one of them was changed."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from vrplan.importers.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Weighed = dict[str, float]

_WORD = re.compile(r"[^\W_]+")
_NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]|[a-zæøå]\))\s+(?=\S)", re.IGNORECASE)
_SMALL = 0.25
"""So much of a word counts "i", "og" or "for": it tells little, and is the first to be changed."""
_NEAR = 0.8
"""From here two words are one word misspelt or inflected: "knutepunkt(s)utvikling", "Frem-/Framtidig"; "helsevern"
and "barnevern" (0.67), "Asker" and "Bærum" are not."""
_SHORTEST = 4
"""In a shorter word one letter makes another word: "KHS" and "KRS"."""
_LEAST_KNOWN = 2.0
"""A name that is a part of the other must weigh so much to be told by that: two words that are rare."""
_PART = 0.4
"""So much counts that one name holds all of the other; the rest is how much both share."""


def squeezed(name: str) -> str:
    """The letters and digits alone: what is written apart, with another hyphen, comma or capital is the same."""
    plain = unicodedata.normalize("NFKC", _NUMBERING.sub("", name)).casefold()
    return "".join(_WORD.findall(plain)) or plain.strip()


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without the number before it."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", _NUMBERING.sub("", name)).casefold()))


def weights_of(names: Iterable[Sequence[str]]) -> Weighed:
    """What each word counts, from 0 to 1: one that stands in every name tells none from another."""
    found: Counter[str] = Counter()
    number = 0
    for words in names:
        number += 1
        found.update(set(words))
    joining = frozenset(listed("splitting", "joining"))
    most = math.log(1 + number) or 1.0
    return {
        word: math.log(1 + number / often) / most * (_SMALL if word in joining else 1.0)
        for word, often in found.items()
    }


def likeness(one: Sequence[str], other: Sequence[str], weights: Weighed) -> float:
    """How like two names are, from 0 to 1, by the words that they share and what these count; as like both ways."""
    same = Counter(one) & Counter(other)
    in_one = in_other = sum(weights[word] * often for word, often in same.items())
    for word, twin, close in _twins(_without(one, same), _without(other, same)):
        in_one += close * _weight(word, weights)
        in_other += close * _weight(twin, weights)
    shared = in_one + in_other
    of_one, of_other = _weight(one, weights), _weight(other, weights)
    if not of_one + of_other:
        return 0.0
    both = shared / (of_one + of_other)
    smaller, inside = (of_one, in_one) if of_one <= of_other else (of_other, in_other)
    return both if smaller < _LEAST_KNOWN else (1 - _PART) * both + _PART * inside / smaller


def _weight(words: Sequence[str], weights: Weighed) -> float:
    return sum(weights[word] for word in words)


def _without(words: Sequence[str], same: Counter[str]) -> list[str]:
    """The words that are left when those that both have are taken away, in their order."""
    left = same.copy()
    kept = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
        else:
            kept.append(word)
    return kept


def _twins(ones: Sequence[str], others: Sequence[str]) -> list[tuple[Sequence[str], Sequence[str], float]]:
    """Words that are one word but for a letter or an ending, the closest first; each is taken once.

    What is only written in one word here and in two there ("hørings svar") is seen when all are written in one.
    """
    if not ones or not others:
        return []
    whole = closeness("".join(ones), "".join(others)) if not _has_figures((*ones, *others)) else 0.0
    if whole >= _NEAR:
        return [(ones, others, whole)]
    near = sorted(
        (-close, one, other)
        for one in set(ones)
        for other in set(others)
        if one[:2] == other[:2] or one[-2:] == other[-2:]  # else they share too little to be near
        if (close := closeness(one, other)) >= _NEAR
    )
    left, right = Counter(ones), Counter(others)
    twins: list[tuple[Sequence[str], Sequence[str], float]] = []
    for close, one, other in near:
        if left[one] and right[other]:
            left[one] -= 1
            right[other] -= 1
            twins.append(((one,), (other,), -close))
    return twins


def _has_figures(words: Sequence[str]) -> bool:
    return any(sign.isdigit() for word in words for sign in word)


def closeness(one: str, other: str) -> float:
    """How close two words are, from 0 to 1: what they share before and behind the one place where they differ.

    That is where a slip of the fingers or another ending is. Numbers and short words are the same or others.
    """
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if (
        shorter < _SHORTEST
        or one[0].isdigit()
        or other[0].isdigit()
        or 2 * shorter < _NEAR * (shorter + longer)
    ):
        return 0.0
    before = _shared(one, other)
    behind = min(_shared(one[::-1], other[::-1]), shorter - before)
    return 2 * (before + behind) / (shorter + longer)


def _shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def changed_words(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """The words that differ, as they stood and as they stand; the one is empty where words came or went."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        (" ".join(before[a:b]), " ".join(after[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )
