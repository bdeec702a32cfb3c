"""The words of a paper: whether a text stands among them, and which of them are most like it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from vrplan.model.papers import Passage
from vrplan.rules.quotations.sameness import plain, stands_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN_RUNS: Final = "\0"
_STOP: Final = re.compile(r"(?<!\.)\.$")
"""A full stop that ends a text is often set where the paper, in a cell, has none."""
_IN_A_WORD: Final = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_MOST_WORDS: Final = 300
"""So many words of a text are compared to find the passage that is most like it."""
_MOST_PLACES: Final = 50
"""So many places of a word are looked at: a word that stands more often than that tells little about where."""
_MOST_BEGINNINGS: Final = 6
"""So many of the likeliest beginnings are compared word by word."""
_MARGIN: Final = 3
"""So many words more or fewer than the text may the passage have in front, and so many behind."""
_LIKE: Final = 0.5
"""The share of a text, by letters, that a passage must have to be called like it."""
_PARTS: Final = re.compile(r"[;:()–—]|\.\s|\.$")
"""What parts a place from what else a note says."""
_SAME_ENDS: Final = 3
_MOST_KIN: Final = 30
_KIN_LIKENESS: Final = 0.7
_LONGEST: Final = 24
"""A passage with more words is shown around the first word that differs."""


class _Word(NamedTuple):
    key: str
    """The form in which it is looked up; empty only between two runs."""
    written: str
    place: str


class Wording:
    """A paper's words, ready to be searched many times. Similar words are sought only when a text is not found."""

    def __init__(self, runs: Sequence[Sequence[Passage]]) -> None:
        self._runs = runs
        plain_runs = [plain("\n".join(one.text for one in run)) for run in runs]
        self._whole = _BETWEEN_RUNS.join(plain_runs)
        self._squeezed = set(map(_squeezed, plain_runs))
        self._held: dict[str, bool] = {}
        self._like: dict[str, str] = {}
        self._nearest: dict[tuple[str, str], Passage | None] = {}

    def holds(self, text: str) -> bool:
        """Whether the text stands in the paper, word for word."""
        if text not in self._held:
            sought = plain(text)
            sought = _STOP.sub("", sought) or sought
            self._held[text] = bool(sought) and (stands_in(sought, self._whole) or self._is_a_cell(sought))
        return self._held[text]

    def _is_a_cell(self, sought: str) -> bool:
        """Whether it is all of a cell but for blanks in words: a narrow column breaks them, and shows no hyphen."""
        return _squeezed(sought) in self._squeezed

    def nearest(self, text: str, note: str = "") -> Passage | None:
        """The passage that is most like a text that does not stand in the paper; None when nothing is like it.

        Where the note of the text names a place of the paper, that place is asked first: many rows say much the same.
        """
        if (text, note) not in self._nearest:
            there = self._at(note)
            near = Wording(there).nearest(text) if there else None
            keys = (_key(word) for word in text.split()[:_MOST_WORDS])
            self._nearest[text, note] = near or self._sought([key for key in keys if key])
        return self._nearest[text, note]

    def _at(self, note: str) -> list[Sequence[Passage]]:
        """What stands at the places that a note names, and goes on right behind them."""
        return [run for part in (note, *_PARTS.split(note)) for run in self._runs_at.get(part.strip(), ())]

    @cached_property
    def _runs_at(self) -> dict[str, list[Sequence[Passage]]]:
        """The passages by their places, each with the next one of its run."""
        runs: dict[str, list[Sequence[Passage]]] = defaultdict(list)
        for run in self._runs:
            for number, one in enumerate(run):
                runs[one.place].append(run[number : number + 2])
        return runs

    @cached_property
    def _words(self) -> list[_Word]:
        """Every word in its order, with one of nothing between two runs."""
        words: list[_Word] = []
        for run in self._runs:
            spelt = (_Word(_key(word), word, one.place) for one in run for word in one.text.split())
            words += [word for word in spelt if word.key]
            words.append(_Word("", "", ""))
        return words

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self._words):
            if word.key and len(places[word.key]) < _MOST_PLACES:
                places[word.key].append(at)
        return places

    @cached_property
    def _kin(self) -> dict[str, list[str]]:
        """The words of the paper by how they begin and by how they end."""
        kin: dict[str, list[str]] = defaultdict(list)
        for key in self._places:
            kin[f"{key[:_SAME_ENDS]}…"].append(key)
            kin[f"…{key[-_SAME_ENDS:]}"].append(key)
        return kin

    def _sought(self, text: list[str]) -> Passage | None:
        text = [self._as_in_the_paper(key) for key in text]
        votes: Counter[int] = Counter()
        anchors: dict[int, int] = {}
        for at, key in enumerate(text):
            for place in self._places.get(key, ()):
                votes[place - at] += 1
                anchors.setdefault(place - at, place)
        likely = [begin for begin, _ in votes.most_common(_MOST_BEGINNINGS)]
        found = [self._compared(text, *self._around(begin, anchors[begin], len(text))) for begin in likely]
        share, first, last, differs = max(found, key=lambda one: one[0], default=(0.0, 0, 0, 0))
        if share < _LIKE:
            return None
        return self._shown(first, last, differs)

    def _as_in_the_paper(self, key: str) -> str:
        """The word itself, or the one in the paper that is spelt most like it."""
        if key in self._places:
            return key
        if key not in self._like:
            kin = [*self._kin.get(f"{key[:_SAME_ENDS]}…", ()), *self._kin.get(f"…{key[-_SAME_ENDS:]}", ())]
            near = sorted(set(kin), key=lambda one: (abs(len(one) - len(key)), one))[:_MOST_KIN]
            self._like[key] = next(iter(get_close_matches(key, near, 1, _KIN_LIKENESS)), key)
        return self._like[key]

    def _compared(self, text: list[str], low: int, high: int) -> tuple[float, int, int, int]:
        """How much of the text stands between two words, from which to which, and the first that differs."""
        there = [word.key for word in self._words[low:high]]
        same = [
            one
            for one in SequenceMatcher(None, text, there, autojunk=False).get_matching_blocks()
            if one.size
        ]
        if not same:
            return 0.0, low, low, low
        letters = sum(len(key) for one in same for key in text[one.a : one.a + one.size])
        first = max(low, low + same[0].b - same[0].a)
        behind = len(text) - same[-1].a - same[-1].size
        last = min(high, low + same[-1].b + same[-1].size + behind)
        differs = first if same[0].a else low + same[0].b + same[0].size
        return letters / max(1, sum(map(len, text))), first, last, differs

    def _around(self, begin: int, word: int, length: int) -> tuple[int, int]:
        """The words that a text of this length may have been, one of which is sure; all are of one run."""
        low = high = word
        while low > max(0, begin - _MARGIN) and self._words[low - 1].key:
            low -= 1
        while high < begin + length + _MARGIN and self._words[high].key:
            high += 1
        return low, high

    def _shown(self, first: int, last: int, differs: int) -> Passage:
        if last - first <= _LONGEST:
            begin, end = first, last
        else:
            begin = min(max(first, differs - _LONGEST // 2), last - _LONGEST)
            end = begin + _LONGEST
        words = " ".join(word.written for word in self._words[begin:end])
        shown = f"{'…' if begin > first else ''}{words}{'…' if end < last else ''}"
        return Passage(shown, self._words[begin].place)


def _squeezed(text: str) -> str:
    """A plain text without the blanks between letters; beside figures they tell one number from two."""
    return _IN_A_WORD.sub("", text)


def _key(word: str) -> str:
    """A word as it is looked up: in small letters and without signs around it; a sign alone stays what it is.

    Nothing is left of one that nobody sees, as a zero-width blank.
    """
    folded = plain(word).casefold()
    return folded.strip(".,;:!?()[]\"'-") or folded
