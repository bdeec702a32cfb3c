"""Which of some names are those of others, one to one: by their words, and by what they stand in.

A pure function of the two lists: it knows neither paper nor plan, and the order of the lists only counts among names
that are the same in the same place.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vrplan.importers.later.candidates import Index
from vrplan.importers.later.likeness import likeness, squeezed, words_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from vrplan.importers.later.likeness import Weighed

SURE = 0.75
"""From here a changed name is taken for the same: in the same measure one word of five may be another, and any number
may come or go from a long one. One of three is not enough: "Arrangere konferanse i Asker" (0.71) is not "… i Drammen".
A row in doubt costs somebody one look, one that is taken for another puts words into the plan that nobody said."""
WEAK = 0.5
"""From here somebody must look: below it two names share less than half of what tells them from others."""
APART = 0.08
"""So much better than the next best a pair must be to be sure of it."""
MOST_TOLD = 5
"""So many are named that one may be."""
_PULLS = (0.3, 0.2, 0.1)
"""What standing in the same measure, focus area or area adds: this part of what is missing to 1."""
_SHORT = 2
"""A name of so few words ("Drift", "Møter") is no name of one thing: elsewhere it is another."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what it stands in, from the nearest outwards; None where that is not known."""

    text: str
    near: tuple[Hashable | None, ...] = ()


@dataclass(slots=True)
class Pairs:
    """What was found for each number of the first list; a number of the second stands in `same` or `changed` once."""

    same: dict[int, int] = field(default_factory=dict)
    """The same words, but for capitals, blanks and punctuation."""
    changed: dict[int, tuple[int, float]] = field(default_factory=dict)
    """Surely the same, though the words differ; with the likeness from 0 to 1."""
    doubtful: dict[int, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    """Perhaps one of these, the likest first: of several none is surely meant, or the only one is not sure."""
    spoken_for: set[int] = field(default_factory=set)
    """Numbers of the second list that nobody else gets, though it is doubtful whose they are."""


def paired(names: Sequence[Name], others: Sequence[Name]) -> Pairs:
    """Pair the names with the others, one to one."""
    pairs = Pairs()
    _pair_the_same(names, others, pairs)
    _pair_the_changed(names, others, pairs)
    return pairs


def _pair_the_same(names: Sequence[Name], others: Sequence[Name], pairs: Pairs) -> None:
    groups: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, name in enumerate(names):
        groups[squeezed(name.text)][0].append(number)
    for number, other in enumerate(others):
        groups[squeezed(other.text)][1].append(number)
    for ones, twins in groups.values():
        if ones and twins:
            _pair_group(ones, twins, names, others, pairs)


def _pair_group(
    ones: list[int], twins: list[int], names: Sequence[Name], others: Sequence[Name], pairs: Pairs
) -> None:
    """Names that are all the same: first those in the same place, the nearest first; then what is left."""
    for level in range(len(_PULLS)):
        found = _in_one_place(ones, twins, names, others, level)
        pairs.same |= found
        taken = set(found.values())
        ones = [one for one in ones if one not in found]
        twins = [one for one in twins if one not in taken]
    if not ones or not twins:
        return
    if len(ones) == len(twins) and all(
        _may_be_elsewhere(names[one], others[twin]) for one, twin in zip(ones, twins, strict=True)
    ):
        pairs.same.update(zip(ones, twins, strict=True))
        return
    perhaps = tuple((twin, 1.0) for twin in twins[:MOST_TOLD])
    pairs.doubtful.update(dict.fromkeys(ones, perhaps))
    pairs.spoken_for.update(twins)


def _in_one_place(
    ones: list[int], twins: list[int], names: Sequence[Name], others: Sequence[Name], level: int
) -> dict[int, int]:
    """Those of a place that holds as many of the ones as of the twins, in their order."""
    here: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, (numbers, known) in enumerate(((ones, names), (twins, others))):
        for number in numbers:
            if (near := _near(known[number], level)) is not None:
                here[near][side].append(number)
    return {
        one: twin
        for left, right in here.values()
        if len(left) == len(right)
        for one, twin in zip(left, right, strict=True)
    }


def _near(name: Name, level: int) -> Hashable | None:
    return name.near[level] if level < len(name.near) else None


def _may_be_elsewhere(one: Name, other: Name) -> bool:
    """Whether a name may be the other though nothing around them is: where nothing is known, or it tells enough."""
    return _is_unknown(one) or _is_unknown(other) or len(words_of(one.text)) > _SHORT


def _is_unknown(name: Name) -> bool:
    return all(one is None for one in name.near)


def _pair_the_changed(names: Sequence[Name], others: Sequence[Name], pairs: Pairs) -> None:
    left = [one for one in range(len(names)) if one not in pairs.same and one not in pairs.doubtful]
    if not left or not others:
        return
    index = Index([words_of(one.text) for one in others], [words_of(names[one].text) for one in left])
    found = {
        one: [
            (other, score)
            for other in index.candidates(words)
            if (score := _score(names[one], words, others[other], index.words[other], index.weights)) >= WEAK
        ]
        for one in left
        for words in (words_of(names[one].text),)
    }
    taken = set(pairs.same.values()) | pairs.spoken_for
    free = {one: {other: score for other, score in many if other not in taken} for one, many in found.items()}
    pairs.changed.update(_settled(free))
    taken |= {other for other, _ in pairs.changed.values()}
    for one, many in found.items():
        open_ones = [pair for pair in many if pair[0] not in taken or pair[1] >= SURE]
        if one not in pairs.changed and open_ones:
            likest = sorted(open_ones, key=lambda pair: (-pair[1], pair[0]))
            pairs.doubtful[one] = tuple(likest[:MOST_TOLD])


def _score(one: Name, words: Sequence[str], other: Name, its: Sequence[str], weights: Weighed) -> float:
    like = 1.0 if squeezed(one.text) == squeezed(other.text) else likeness(words, its, weights)
    return round(like + (1 - like) * _pull(one, other), 4)


def _pull(one: Name, other: Name) -> float:
    """What the places add to the likeness of the names; where one is not known, little and nothing against it."""
    for pull, mine, its in zip(_PULLS, one.near, other.near, strict=False):
        if mine is not None and mine == its:
            return pull
    return _PULLS[-1] if _is_unknown(one) or _is_unknown(other) else 0.0


def _settled(found: Mapping[int, dict[int, float]]) -> dict[int, tuple[int, float]]:
    """The pairs that are sure, and clearly better for both than any other that is still free.

    Each pair that is taken frees its rivals of a doubt, so they are looked at again; the order does not matter.
    """
    back: dict[int, dict[int, float]] = defaultdict(dict)
    for one, many in found.items():
        for other, score in many.items():
            back[other][one] = score
    pairs: dict[int, tuple[int, float]] = {}
    open_ones: Iterable[int] = found
    while best := _best_pairs(open_ones, found, back):
        pairs |= {one: (other, found[one][other]) for one, other in best.items()}
        again: set[int] = set()
        for one, other in best.items():
            for rival in back.pop(other):
                found[rival].pop(other)
                again.add(rival)
            for rejected in list(found[one]):
                back[rejected].pop(one)
                again.update(back[rejected])
            found[one].clear()
        open_ones = sorted(again)
    return pairs


def _best_pairs(
    ones: Iterable[int], found: Mapping[int, dict[int, float]], back: Mapping[int, dict[int, float]]
) -> dict[int, int]:
    best = {}
    for one in ones:
        other = _clear_best(found[one])
        if other is not None and _clear_best(back[other]) == one:
            best[one] = other
    return best


def _clear_best(found: Mapping[int, float]) -> int | None:
    """The best, when it is sure and no other is nearly as good."""
    if not found:
        return None
    best = max(found, key=lambda one: (found[one], -one))
    rivals = [score for one, score in found.items() if one != best]
    is_clear = not rivals or found[best] - max(rivals) >= APART
    return best if found[best] >= SURE and is_clear else None
