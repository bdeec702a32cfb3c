"""One cell that may hold several activities: parted when that is sure, kept whole and told when it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from vrplan.importers.words import listed, tidy, without_mark
from vrplan.phrases import Context, Kind, read_status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_BULLET = re.compile(r"^\s*(?:[•·▪◦‣*–—-]|\d{1,2}[.)]|[a-zæøå][.)])\s+")
_STOP = re.compile(r"(?<=[a-zæøå)]{2}[.;])\s+(?=[A-ZÆØÅ])")
_LOST_BREAK = re.compile(r"(?<![.;:,!?–—-])\s+(?=[A-ZÆØÅ][a-zæøåéü]*[eå]\s+[a-zæøå])")
_INFINITIVE = re.compile(r"[A-ZÆØÅ][a-zæøåéü]*[eå](?:\s|$)")
_IN_LINE_NUMBER = re.compile(r"(?:^|(?<=\s))(\d)[.)]\s+(?=[A-ZÆØÅ])")
_SHORT_PART = 60
_WINDOW = re.compile(r"[\s;,]+")
_YEAR_OF_ANY_PLAN = 2018
"""A window is one in any year; only whether it is read counts here."""

Sureness = Literal["whole", "sure", "doubtful"]


@dataclass(frozen=True, slots=True)
class Parted:
    """The activities of a cell, each with its status texts; one where it is kept whole."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]
    sureness: Sureness


def parted(cell: str, texts: Sequence[str], beginnings: Collection[str], *, wraps: bool = False) -> Parted:
    """The activities that stand in a cell, beside these status texts.

    `beginnings` are the first words of other activities of the paper. `wraps`: the paper's line breaks may be
    those of the page, not of whoever wrote it.
    """
    lines = _lines(cell)
    if len(lines) > 1:
        is_sure = not wraps or _each_begins_anew(cell, lines)
        return _answer(cell, lines, texts, is_sure=is_sure)
    text = tidy(cell)
    if len(listed_in := _numbered_or_parted(text)) > 1:
        is_sure = any(len(status_parts(one)) == len(listed_in) for one in texts)
        return _answer(cell, listed_in, texts, is_sure=is_sure)
    lost = [one for one in _LOST_BREAK.split(text) if one]
    lost = _whole_phrases(lost)
    both = _whole_phrases([part for one in lost for part in _STOP.split(one)])
    if len(both) > 1 and any(len(status_parts(one)) == len(both) for one in texts):
        return _answer(cell, both, texts, is_sure=True)
    if len(lost) > 1:
        is_sure = all(part.split()[0] in beginnings for part in lost[1:])
        return _answer(cell, lost, texts, is_sure=is_sure)
    if len(both) > 1 and all(_INFINITIVE.match(part) for part in both):
        return _answer(cell, both, texts, is_sure=False)
    return _answer(cell, [text], texts, is_sure=False)


def _answer(cell: str, parts: list[str], texts: Sequence[str], *, is_sure: bool) -> Parted:
    """Part the status texts along: as many parts as there are activities, or one that speaks of all."""
    columns = [status_parts(text) for text in texts]
    fits = all(len(one) in {0, 1, len(parts)} for one in columns)
    if len(parts) > 1 and is_sure and fits:
        each = [
            one if len(one) == len(parts) else [tidy(text)] * len(parts)
            for one, text in zip(columns, texts, strict=True)
        ]
        return Parted(
            tuple((part, tuple(column[at] for column in each)) for at, part in enumerate(parts)), "sure"
        )
    whole = ((tidy(cell), tuple(tidy(text) for text in texts)),)
    return Parted(whole, "doubtful" if len(parts) > 1 else "whole")


def _numbered_or_parted(text: str) -> list[str]:
    """ "1. Kor 2. Korps", or "Rydding; strandryddedag" where each part is short: perhaps several activities."""
    found = list(_IN_LINE_NUMBER.finditer(text))
    if (
        len(found) > 1
        and found[0].start() == 0
        and [int(one[1]) for one in found] == [*range(1, len(found) + 1)]
    ):
        ends = [one.start() for one in found[1:]] + [len(text)]
        return [text[one.end() : end].strip() for one, end in zip(found, ends, strict=True)]
    parts = [part.strip() for part in text.split(";")]
    return parts if len(parts) > 1 and all(0 < len(part) <= _SHORT_PART for part in parts) else [text]


def _written(cell: str) -> list[str]:
    """The lines of a cell that hold something, as they are written."""
    return [line for line in cell.splitlines() if tidy(line)]


def _lines(cell: str) -> list[str]:
    """The lines of a cell, where each begins something; the signs before the entries of a list are left out."""
    lines = _written(cell)
    if len(lines) > 1 and all(_BULLET.match(line) for line in lines):
        return [tidy(_BULLET.sub("", line)) for line in lines]
    return _entries_bare(_whole_phrases([tidy(line) for line in lines]))


def _entries_bare(lines: list[str]) -> list[str]:
    """Of several lines, those that are entries of a list lose the sign before them."""
    return [without_mark(line) for line in lines] if len(lines) > 1 else lines


def _whole_phrases(pieces: list[str]) -> list[str]:
    """Pieces that only go on, after "og" or in a small letter, are put together again."""
    whole: list[str] = []
    for piece in pieces:
        if whole and _goes_on(whole[-1], piece):
            whole[-1] = f"{whole[-1]} {piece}"
        else:
            whole.append(piece)
    return whole


def _goes_on(before: str, piece: str) -> bool:
    last = before.split()[-1].casefold()
    is_small = not _BULLET.match(piece) and not piece[0].isupper()
    return (
        is_small
        or not any(sign.isalpha() for sign in before)  # the number in front of it
        or last.endswith((",", "-", "–", ":", "/", "("))
        or last.strip(".") in listed("splitting", "joining")
    )


def _each_begins_anew(cell: str, lines: list[str]) -> bool:
    """Whether the lines are entries of a list, or end with a full stop, or begin with what is to be done."""
    written = _written(cell)
    if all(_BULLET.match(line) for line in written):
        return True
    return all(line.endswith((".", ";")) or _INFINITIVE.match(after) for line, after in pairwise(lines))


@lru_cache(maxsize=4096)
def status_parts(text: str) -> tuple[str, ...]:
    """The parts of a status text that may belong to one activity each: its lines, or bare windows ("Q3 Q4")."""
    lines = tuple(tidy(line) for line in _written(text))
    if len(lines) > 1:
        return lines
    words = tuple(word for word in _WINDOW.split(text.strip()) if word)
    if len(words) > 1 and all(_is_window(word) for word in words):
        return words
    return lines


def _is_window(word: str) -> bool:
    """Whether a single word says when: a quarter, a day, a month."""
    return len(word) <= 12 and read_status(word, Context(_YEAR_OF_ANY_PLAN)).kind is Kind.DUE
