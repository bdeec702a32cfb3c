"""A text as a row of items: time phrases, known expressions, and words that nobody knows."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from vrplan.phrases.reading import Context
from vrplan.phrases.times.deadlines import is_deadline
from vrplan.phrases.times.patterns import times
from vrplan.phrases.times.when import When, when_at
from vrplan.phrases.words.lexicon import Entry, Lexicon, lexicon
from vrplan.phrases.words.wordlists import TOKEN, listed

_PARTS: Final = re.compile(r"[.-]")
_SENTENCE_END: Final = frozenset(".!?;\n•·|")


class Item(NamedTuple):
    """Characters [start, stop) of the text and what they are: a `when`, an `entry`, or a plain word or mark."""

    start: int
    stop: int
    text: str
    when: When | None = None
    entry: Entry | None = None

    @property
    def role(self) -> str:
        """The role of a known expression, "when" for a time, else "mark" or "word"."""
        if self.when:
            return "when"
        if self.entry:
            return self.entry.role
        return "word" if self.text[0].isalnum() else "mark"


class _Token(NamedTuple):
    start: int
    stop: int
    text: str


def scan(text: str, context: Context, slips: Mapping[str, str]) -> list[Item]:
    """The items of a lower-case text in order; white space between them is dropped, line breaks are marks.

    `slips` gives the word meant for one that is misspelt.
    """
    tokens = _tokens(text)
    plain = [slips.get(token.text, token.text) for token in tokens]
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        item, at = _item(text, tokens, plain, at, context)
        items.append(item)
    return items


def sentences(items: list[Item]) -> list[list[Item]]:
    """The items between full stops, semicolons and line breaks; the stop itself stays with its sentence."""
    found: list[list[Item]] = [[]]
    for at, item in enumerate(items):
        found[-1].append(item)
        ends = item.role == "mark" and item.text in _SENTENCE_END
        if ends and not (_abbreviates(items, at) or _heads_a_cell(found[-1], items, at)):
            found.append([])
    return [sentence for sentence in found if sentence]


def _heads_a_cell(before: list[Item], items: list[Item], at: int) -> bool:
    """Whether a bar stands after a time alone, or after a colon: "20. april | Oppstart", "Frist: | 1.9."."""
    if items[at].text != "|" or at + 1 == len(items):
        return False
    labelled = at > 0 and items[at - 1].text == ":"
    timed = before[0].when is not None and all(item.when or item.role == "mark" for item in before)
    return labelled or (timed and items[at + 1].when is None)


def _abbreviates(items: list[Item], at: int) -> bool:
    """Whether a full stop only shortens the word before it, or stands before a small number's part."""
    if items[at].text != "." or at == 0:
        return False
    before = items[at - 1]
    return before.stop == items[at].start and before.text in listed("how.toml", "abbreviations")


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for line_start, line in _lines(text):
        tokens += [
            _Token(line_start + match.start(), line_start + match.end(), match[0])
            for match in TOKEN.finditer(line)
        ]
        tokens.append(_Token(line_start + len(line), line_start + len(line) + 1, "\n"))
    return tokens[:-1]


def _lines(text: str) -> list[tuple[int, str]]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return lines


def _item(text: str, tokens: list[_Token], plain: list[str], at: int, context: Context) -> tuple[Item, int]:
    token = tokens[at]
    when = when_at(text, token.start, context) if _may_be_time(token.text) else None
    known = _known(lexicon(), plain, at)
    if known and (not when or tokens[at + known[0] - 1].stop >= when.stop):
        stop = tokens[at + known[0] - 1].stop
        return Item(token.start, stop, text[token.start : stop], entry=known[1]), at + known[0]
    if when and when.stop > token.start:
        after = at + 1
        while after < len(tokens) and tokens[after].start < when.stop:
            after += 1
        return Item(token.start, when.stop, text[token.start : when.stop], when=when), after
    return Item(token.start, token.stop, token.text), at + 1


def _known(vocabulary: Lexicon, plain: list[str], at: int) -> tuple[int, Entry] | None:
    if plain[at] not in vocabulary:
        return None
    return vocabulary.longest(plain, at)


def _may_be_time(word: str) -> bool:
    return (
        word[0].isdigit()
        or word in times().first_words
        or _PARTS.split(word)[0] in times().first_words
        or is_deadline(word, 0)
        or (word[0] in times().letters and word[1:2].isdigit())
        or word[0] in "'’("
    )
