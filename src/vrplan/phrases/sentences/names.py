"""The name of a recipient where it stands: a known party's, whole and by itself, or else words."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from vrplan.phrases.reading import Context
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.words.function_words import AND
from vrplan.phrases.words.wordlists import any_of, endings, listed

LONGEST_NAME: Final = 9
_OWN: Final = frozenset({"si", "sin", "sitt", "sine"})
_JOINED: Final = AND | {"&", "/"}
_OPEN: Final = AND | {"-", "/", "&", "i", "av", "eller", "den", "det"}
"""What a name cannot end with."""


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


def named(items: list[Item], at: int, place: Place) -> Recipient | None:
    """The name that begins at item `at`."""
    if at >= len(items):
        return None
    start = items[at].start
    words = _name_words(items, at)
    known = party_at(place, start)
    if known:
        name, stop = known
        joined = any(item.text in _JOINED and stop <= item.start <= stop + 1 for item in words)
        if not joined and not _goes_on(items, at, start, stop, place):
            return Recipient(name, start, stop, party=True)
    if not words:
        return None
    stop = words[-1].stop
    name = place.text[start:stop].strip()
    return Recipient(" ".join(name.split()), start, stop, party=False)


def _goes_on(items: list[Item], at: int, start: int, stop: int, place: Place) -> bool:
    """Whether a party's name is only the first word of another: "Bærum bibliotek", "samarbeidets sekretariat"."""
    after = next((item for item in items[at:] if item.start >= stop), None)
    if after is None or after.role not in {"word", "verb"} or not after.text[0].isalpha():
        return False
    if _owns(items, after) or after.role == "verb" or after.start != stop + 1 or ends_name(after):
        return False
    if after.text.endswith(endings("recipients.toml", "adverbs")):
        return False
    if place.low[stop - 1] == "s" and place.low[start:stop] not in known_names(place):
        return after.text not in listed("recipients.toml", "belongings")
    last = place.text[start:stop].split()[-1]
    whole = last.isupper() or last.lower().endswith(tuple(listed("recipients.toml", "bodies")))
    unit = after.text.endswith((*listed("recipients.toml", "units"), *listed("recipients.toml", "bodies")))
    return (
        not whole
        or unit
        or place.text[after.start].isupper()
        or after.text in listed("recipients.toml", "firms")
    )


def _owns(items: list[Item], item: Item) -> bool:
    """Whether "si" leads to what is the body's own: "går inn i kommunen si drift" goes to the commune."""
    after = next((one for one in items if one.start >= item.stop), None)
    own = after is not None and after.text in listed("recipients.toml", "belongings")
    return own and item.text in _OWN


def ends_name(item: Item) -> bool:
    """Whether a word is none of a name's: "som", "fra", "gradvis"."""
    return item.text in listed("recipients.toml", "stops") or item.text in listed("how.toml", "function")


def _name_words(items: list[Item], at: int) -> list[Item]:
    """The items of a name: up to a time, a verb, a mark or a word that begins something else."""
    words: list[Item] = []
    stops = listed("recipients.toml", "stops")
    for item in items[at : at + LONGEST_NAME]:
        hyphen = item.text in {"-", "/", "&"} and words and item.start == words[-1].stop
        if words and (item.text in {"hver", "kvar"} or _owns(items, item)):  # "av kommunane kvar for seg"
            break
        if not hyphen and (item.role not in {"word", "article"} or item.text in stops):
            break
        words.append(item)
    while words and words[-1].text in _OPEN:
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


def known_names(place: Place) -> frozenset[str]:
    """The names of the parties, in lower case."""
    return frozenset(name.lower() for name in place.context.parties)


@lru_cache(maxsize=64)
def _parties(parties: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    names = {" ".join(name.lower().split()) for name, _ in parties if name.strip()}
    return re.compile(rf"(?P<name>{any_of(names) or '(?!)'})s?(?!\w)")
