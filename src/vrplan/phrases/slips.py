"""Slips of the pen: a word that is one letter away from a single word of the vocabulary."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from vrplan.phrases.lexicon import VERB, Entry, lexicon
from vrplan.phrases.wordlists import listed, table

_SHORTEST: Final = 8  # shorter words have too many neighbours in the language
_MOST: Final = 12
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzæøå"


def known_slips() -> dict[str, str]:
    """The misspellings that are listed."""
    return dict(table("typos.toml")["slips"])


def likely_slips(words: Iterable[str]) -> dict[str, str]:
    """Unknown words of a text that can only be one verb of the vocabulary, with one letter wrong, missing, added or
    moved; never in the ending, which carries the tense."""
    long_words = [
        word for word in words if len(word) >= _SHORTEST and word.isalpha() and word not in lexicon()
    ]
    found = {}
    for word in long_words[:_MOST]:
        if word in listed("how.toml", "neutral"):
            continue
        near = {verb for verb in _one_letter_off(word) if verb in _verbs() and _same_ending(word, verb)}
        meant = {verb: _verbs()[verb] for verb in near}
        if len({(entry.kind, entry.form) for entry in meant.values()}) == 1:
            found[word] = min(meant)
    return found


def _same_ending(word: str, verb: str) -> bool:
    return word[-2:] == verb[-2:] or word == verb + verb[-1]


@cache
def _verbs() -> dict[str, Entry]:
    return {
        word: entry
        for word, entry in lexicon().single_words()
        if entry.role == VERB and len(word) >= _SHORTEST
    }


def _one_letter_off(word: str) -> Iterator[str]:
    """Every string one slip away; the first letter is taken as right."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
