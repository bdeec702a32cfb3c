"""A text with the slips in its words of time mended: "innen1.9.17", "2. kvatal", "høsten2017"."""

import re
from functools import cache
from typing import Final, NamedTuple

from vrplan.phrases.reading import Word
from vrplan.phrases.remarks import Remark, remark
from vrplan.phrases.times.patterns import times
from vrplan.phrases.words.slips import is_one_slip
from vrplan.phrases.words.wordlists import listed

_WORD: Final = re.compile(r"[^\W\d_]+")
_GLUED: Final = re.compile(r"(?<![\w.])([^\W\d_]{3,})(\d{1,4})")
_SHORTEST: Final = 5


class Mended(NamedTuple):
    """The text as it was meant, what was repaired, and where it is longer (or shorter) than the text as written."""

    text: str
    remarks: tuple[Remark, ...]
    shifts: tuple[tuple[int, int], ...]

    def as_written(self, word: Word) -> Word:
        """A word of the mended text at its place in the text as written."""
        return Word(self._back(word.start), self._back(word.stop), word.role)

    def _back(self, at: int) -> int:
        return at - sum(by for place, by in self.shifts if place < at)


def mended(text: str) -> Mended | None:
    """The text with a space put between a word of time and its number, and with one wrong letter put right."""
    remarks, shifts, parts, at, longer = [], [], [], 0, 0
    for start, stop, right in _slips(text):
        parts += [text[at:start], right]
        by = len(right) - (stop - start)
        shifts.append((stop + longer, by))
        longer += by
        remarks.append(remark("repaired", words=text[start:stop].strip(), read=right.strip()))
        at = stop
    return Mended("".join([*parts, text[at:]]), tuple(remarks), tuple(shifts)) if shifts else None


def _slips(text: str) -> list[tuple[int, int, str]]:
    glued = [
        (match.start(), match.end(), f"{match[1]} {match[2]}")
        for match in _GLUED.finditer(text)
        if match[1].lower() in times().first_words
    ]
    wrong = [
        (match.start(), match.end(), right)
        for match in _WORD.finditer(text)
        if len(match[0]) >= _SHORTEST and (right := _meant(match[0].lower()))
    ]
    return sorted(glued + wrong)


@cache
def _names() -> dict[str, frozenset[str]]:
    """The words of time that are told from a slip, by their first letter: long, with no neighbours in the language."""
    names = listed("times.toml", "mended")
    return {
        first: frozenset(name for name in names if name[0] == first) for first in {name[0] for name in names}
    }


def _meant(word: str) -> str:
    names = _names().get(word[0], frozenset())
    if word in names or word[:-1] in names:  # "kvartals"
        return ""
    near = [name for name in names if abs(len(name) - len(word)) < 2 and is_one_slip(word, name)]
    return near[0] if len(near) == 1 else ""
