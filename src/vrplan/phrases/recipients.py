"""To whom something goes: a known party by any of its names, or else the recipient's own words."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from vrplan.phrases.inflection import Form
from vrplan.phrases.lexicon import Entry
from vrplan.phrases.reading import Context
from vrplan.phrases.scan import Item
from vrplan.phrases.wordlists import any_of, listed

_FAR: Final = 6
_NEAR: Final = 1
_LONGEST_NAME: Final = 9


class Recipient(NamedTuple):
    """A recipient and the characters that name it; `party` when it is one that the context knows."""

    name: str
    start: int
    stop: int
    party: bool


class Place(NamedTuple):
    """The text a recipient is looked for in, as written and in lower case."""

    text: str
    low: str
    context: Context


def recipient_after(items: list[Item], at: int, entry: Entry, place: Place) -> Recipient | None:
    """The recipient that the verb at `at` leads to: "overføres … til X", "videreføres av X", "tilfaller X"."""
    if "direkte" in entry.to or (entry.kind == "transfers" and entry.to):
        direct = _named(items, at + 1, place) if at + 1 < len(items) else None
        proper = direct and direct.name[0].isupper() and not place.text.isupper()
        if direct and (direct.party or proper or "direkte" in entry.to):
            return direct
    for index in range(at + 1, len(items)):
        if items[index].role in {"verb", "subordinate"} and not _opens(items[index], entry.by, place):
            return None
        between = sum(item.role in {"word", "article"} for item in items[at + 1 : index])
        if found := _led(items, index, entry, between, place):
            return found
    return None


def _led(items: list[Item], index: int, entry: Entry, between: int, place: Place) -> Recipient | None:
    for leads in (entry.to, entry.by if entry.form != Form.NOUN else ()):
        stop = _opens(items[index], leads, place)
        if not stop or items[index].role == "when":
            continue
        preposition = place.low[items[index].start : stop].strip()
        if between > (_FAR if preposition == "til" and leads is entry.to else _NEAR):
            continue
        first = next((i for i in range(index, len(items)) if items[i].start >= stop), None)
        found = _named(items, first, place) if first is not None else None
        if found and _acceptable(found, preposition, leads is entry.by, entry, place):
            return found
    return None


def _opens(item: Item, prepositions: tuple[str, ...], place: Place) -> int:
    """Where one of the prepositions that begins at this item ends, white space included; 0 if none does."""
    if not prepositions:
        return 0
    match = _prepositions(prepositions).match(place.low, item.start)
    return match.end() if match else 0


def _acceptable(found: Recipient, preposition: str, by: bool, entry: Entry, place: Place) -> bool:
    """Whether the words after a preposition can be a recipient at all: not "til rette", "i samarbeid med"."""
    first = place.low[found.start : found.stop].split()[0]
    if first in listed("recipients.toml", "never"):
        return False
    loose = by and preposition in {"i", "inn i", "til", "under", "innenfor", "innanfor"}
    return found.party or not (loose or entry.known) or (entry.known and _is_body(found.name))


def _is_body(name: str) -> bool:
    """Whether the words look like an organisation: a capital, or a noun for one."""
    ends = tuple(listed("recipients.toml", "bodies"))
    return any(word[:1].isupper() or word.lower().endswith(ends) for word in name.split())


def _named(items: list[Item], at: int, place: Place) -> Recipient | None:
    """The name that begins at item `at`."""
    if at >= len(items):
        return None
    start = items[at].start
    words = _name_words(items, at)
    known = party_at(place, start)
    if known:
        name, stop = known
        joined = any(
            item.text in {"og", "samt", "&", "/"} and stop <= item.start <= stop + 1 for item in words
        )
        if not joined:
            return Recipient(name, start, stop, party=True)
    if not words:
        return None
    stop = words[-1].stop
    name = place.text[start:stop].strip()
    return Recipient(" ".join(name.split()), start, stop, party=False)


def _name_words(items: list[Item], at: int) -> list[Item]:
    """The items of a name: up to a time, a verb, a mark or a word that begins something else."""
    words: list[Item] = []
    stops = listed("recipients.toml", "stops")
    for item in items[at : at + _LONGEST_NAME]:
        hyphen = item.text in {"-", "/", "&"} and words and item.start == words[-1].stop
        if not hyphen and (item.role not in {"word", "article"} or item.text in stops):
            break
        words.append(item)
    while words and words[-1].text in {"og", "samt", "-", "/", "&", "i", "av", "eller", "den", "det"}:
        words.pop()
    return words


def party_at(place: Place, at: int) -> tuple[str, int] | None:
    """The party whose name stands here, in any case and with a genitive -s, and where the name ends."""
    parties = tuple(place.context.parties.items())
    match = _parties(parties).match(place.low, at) if parties else None
    if not match:
        return None
    ids = {name.lower(): party for name, party in parties}
    return ids[" ".join(match["name"].split())], match.end()


def taker(items: list[Item], at: int, place: Place) -> Recipient | None:
    """The subject of "X overtar": the name before the verb and its auxiliaries."""
    end = next((i for i in range(at) if items[i].role in {"done", "coming", "modality"}), at)
    begin = end
    while (
        begin > 0
        and items[begin - 1].role in {"word", "article"}
        and items[begin - 1].text not in {"at", "og", "men"}
    ):
        begin -= 1
    for index in range(begin, end):
        if (known := party_at(place, items[index].start)) and known[1] >= items[end - 1].stop:
            return Recipient(known[0], items[index].start, known[1], party=True)
    words = items[begin:end]
    if not words or len(words) > _LONGEST_NAME or words[0].text in {"det", "de", "den", "som", "å"}:
        return None
    return Recipient(place.text[words[0].start : words[-1].stop], words[0].start, words[-1].stop, party=False)


@lru_cache(maxsize=64)
def _parties(parties: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    names = {" ".join(name.lower().split()) for name, _ in parties if name.strip()}
    return re.compile(rf"(?P<name>{any_of(names) or '(?!)'})s?(?!\w)")


@lru_cache(maxsize=256)
def _prepositions(prepositions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(prepositions)})\s{{1,3}}")
