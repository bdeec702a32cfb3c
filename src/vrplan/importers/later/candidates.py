"""Which names may be like one at all: those that share its rarest beginnings and endings of words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vrplan.importers.later.likeness import weights_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LETTERS = 4
"""So many letters at the beginning and at the end of a word: a slip or an ending leaves one of the two as it was."""
_MOST_LOOKED_AT = 600
"""So many entries of the index are looked at for one name, the rarest parts first: what ten thousand names have in
common tells none of them from another."""
_MOST = 12
"""So many names are compared word by word with one; more than these never share as much with it."""


class Index:
    """Some names by the parts of their words, and what each word of these and the `others` counts."""

    def __init__(self, names: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> None:
        self.words = names
        self.weights = weights_of([*names, *others])
        self.by_part: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(names):
            for part in sorted(_parts(words)):
                self.by_part[part].append(number)

    def candidates(self, words: Sequence[str]) -> list[int]:
        """The numbers of the names that share most with these words, in their order; never more than a dozen."""
        parts = sorted((len(self.by_part[part]), part) for part in _parts(words) if part in self.by_part)
        found: dict[int, float] = {}
        looked_at = 0
        for often, part in parts:
            if looked_at and looked_at + often > _MOST_LOOKED_AT:
                break
            looked_at += often
            for number in self.by_part[part][:_MOST_LOOKED_AT]:
                found[number] = found.get(number, 0) + 1 / often
        best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return sorted(number for number, _ in best[:_MOST])


def _parts(words: Iterable[str]) -> set[str]:
    """The beginning and the end of each word, with a mark at which of the two it is."""
    return {part for word in words for part in (f"{word[:_LETTERS]}-", f"-{word[-_LETTERS:]}")}
