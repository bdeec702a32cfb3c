"""Slips of the pen: a word that is one letter away from a single word of the vocabulary."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from vrplan.phrases.words.lexicon import VERB, Entry, lexicon
from vrplan.phrases.words.wordlists import listed, table

_SHORTEST: Final = 8  # shorter words have too many neighbours in the language
_MOST: Final = 12


@cache
def known_slips() -> dict[str, str]:
    """The misspellings that are listed."""
    return {wrong.lower(): right.lower() for wrong, right in table("typos.toml")["slips"].items()}


def likely_slips(words: Iterable[str]) -> dict[str, str]:
    """Unknown words of a text that can only be one verb of the vocabulary, with one letter wrong, missing, added or
    moved; never in the ending, which carries the tense."""
    long_words = [
        word for word in words if len(word) >= _SHORTEST and word.isalpha() and word not in lexicon()
    ]
    found = {}
    for word in long_words[:_MOST]:
        if word in listed("how.toml", "neutral") or word in listed("typos.toml", "ordinary"):
            continue
        meant = {
            verb: entry
            for verb, entry in _verbs().get(word[0], {}).items()
            if abs(len(verb) - len(word)) < 2 and _same_ending(word, verb) and is_one_slip(word, verb)
        }
        if len({(entry.kind, entry.form) for entry in meant.values()}) == 1:
            found[word] = min(meant)
    return found


def _same_ending(word: str, verb: str) -> bool:
    return word[-2:] == verb[-2:] or word == verb + verb[-1]


@cache
def _verbs() -> dict[str, dict[str, Entry]]:
    """The long verbs by their first letter, which is taken as right."""
    found: dict[str, dict[str, Entry]] = {}
    for word, entry in lexicon().single_words():
        if entry.role == VERB and len(word) >= _SHORTEST:
            found.setdefault(word[0], {})[word] = entry
    return found


def is_one_slip(word: str, right: str) -> bool:
    """Whether a word is another with one letter wrong, missing, added or moved."""
    head = 0
    while head < min(len(word), len(right)) and word[head] == right[head]:
        head += 1
    rest, meant = word[head:], right[head:]
    if len(rest) == len(meant):
        return rest[1:] == meant[1:] or (rest[:2] == meant[1::-1] and rest[2:] == meant[2:])
    return rest[1:] == meant or rest == meant[1:]
