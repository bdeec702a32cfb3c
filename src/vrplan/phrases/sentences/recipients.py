"""To whom something goes: a known party by any of its names, or else the recipient's own words."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from vrplan.phrases.sentences.names import LONGEST_NAME, Place, Recipient, named, party_at
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.times.when import Role
from vrplan.phrases.words.function_words import AND, FROM
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.lexicon import Entry
from vrplan.phrases.words.wordlists import any_of, endings, listed

_FAR: Final = 6
_FAR_BETWEEN: Final = 14  # "overføres det overordnede ansvaret for vegnettet fra X til Y"
_NEAR: Final = 1
_PARTICLES: Final = frozenset({"opp", "fram", "frem"})
_PRONOUNS: Final = frozenset({"det", "de", "den", "som", "å"})


def recipient_after(items: list[Item], at: int, entry: Entry, place: Place) -> Recipient | None:
    """The recipient that the verb at `at` leads to: "overføres … til X", "videreføres av X", "tilfaller X"."""
    if "direkte" in entry.to or (entry.kind == "transfers" and entry.to):
        direct = named(items, at + 1, place) if at + 1 < len(items) else None
        proper = direct and direct.name[0].isupper() and not place.text.isupper()
        two = direct and any(
            word in AND and before[-1] != "-" for before, word in pairwise(direct.name.split())
        )
        if direct and (direct.party or (proper and not two) or "direkte" in entry.to):
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
        if index and items[index - 1].text in _PARTICLES:  # "legges opp til rapportering"
            continue
        if between > (_reach(items[:index]) if preposition == "til" and leads is entry.to else _NEAR):
            continue
        first = next((i for i in range(index, len(items)) if items[i].start >= stop), None)
        found = named(items, first, place) if first is not None else None
        if found and _acceptable(found, preposition, leads is entry.by, entry, place):
            return found
    return None


def _reach(before: list[Item]) -> int:
    """How many words may stand before "til": more where "fra" has said from whom."""
    return _FAR_BETWEEN if any(item.text in FROM for item in before) else _FAR


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
    put = preposition in listed("recipients.toml", "into")
    if put and found.name.lower().endswith(endings("recipients.toml", "places")):
        return False
    loose = by and preposition in listed("recipients.toml", "loose")
    if found.party or (loose and is_municipal(found.name)):
        return True
    return not (loose or entry.known) or (entry.known and _is_body(found.name))


def is_municipal(name: str) -> bool:
    """Whether it is the name of a municipality or county: "Vik kommune"."""
    *before, last = name.split()
    return bool(before) and before[0][0].isupper() and last.lower() in listed("recipients.toml", "municipal")


def perhaps_taker(items: list[Item], at: int, entry: Entry, place: Place) -> str:
    """The name that may be of who takes over or only of where it goes on: "videreføres i Vik"."""
    after = items[at + 1 : at + 2]
    if entry.form == Form.NOUN or not (after and after[0].text in set(entry.by)):
        return ""
    found = named(items, at + 2, place)
    preposition = after[0].text
    if not found or preposition not in listed("recipients.toml", "loose") or place.text.isupper():
        return ""
    first = found.name.split()[0]
    if first.lower() in listed("recipients.toml", "never") or not first[0].isupper():
        return ""
    places = endings("recipients.toml", "places")
    return "" if found.name.lower().endswith(places) else f"{preposition} {found.name}"


def another_taker(items: list[Item], who: Recipient, place: Place) -> str:
    """What the brackets after a recipient part it from: "til Vik (50 %) og Dal (50 %)"."""
    texts = [item.text for item in items if item.start >= who.stop]
    if texts[:1] != ["("] or ")" not in texts:
        return ""
    aside, after = texts[: texts.index(")") + 1], texts[texts.index(")") + 1 :]
    if any(text in listed("counts.toml", "percent") for text in aside):
        return "".join(aside[1:-1])
    behind = [item for item in items if item.start >= who.stop][len(aside) + 1 :]
    joined = bool(behind) and after[0] in AND | {",", "/"}
    return place.text[behind[0].start : behind[0].stop] if joined and _is_name(behind[0], place) else ""


def _is_name(item: Item, place: Place) -> bool:
    return item.role == "word" and place.text[item.start].isupper()


def _is_body(name: str) -> bool:
    """Whether the words look like an organisation: a capital, or a noun for one."""
    ends = endings("recipients.toml", "bodies")
    return any(word[:1].isupper() or word.lower().endswith(ends) for word in name.split())


def taker(items: list[Item], at: int, place: Place) -> Recipient | None:
    """The subject of "X overtar": the name before the verb and its auxiliaries."""
    if behind := _behind(items, at, place):
        return behind
    end = next((i for i in range(at) if items[i].role in {"done", "coming", "modality"}), at)
    if end and (when := items[end - 1].when) and when.role == Role.FROM and end == at:
        end -= 1
    begin = end
    while (
        begin > 0
        and items[begin - 1].role in {"word", "article"}
        and items[begin - 1].text not in {"at", "og", "men"}
    ):
        begin -= 1
    if 1 < begin < end and items[begin - 1].text == "og" and place.text[items[begin - 2].start].isupper():
        begin -= 2  # "Asker og Bærum kommune overtar": two of them
        names = items[begin:end]
        return Recipient(
            place.text[names[0].start : names[-1].stop], names[0].start, names[-1].stop, party=False
        )
    first = begin if begin < end and items[begin].text in listed("recipients.toml", "new") else None
    for index in range(begin, end) if first is None else ():
        if (known := party_at(place, items[index].start)) and known[1] >= items[end - 1].stop:
            return Recipient(known[0], items[index].start, known[1], party=True)
    words = items[begin:end]
    if not words or len(words) > LONGEST_NAME or words[-1].text in _PRONOUNS:
        return None
    return Recipient(place.text[words[0].start : words[-1].stop], words[0].start, words[-1].stop, party=False)


def _behind(items: list[Item], at: int, place: Place) -> Recipient | None:
    """The subject after its verb: "fra 1.1. overtar KHS ansvaret", "frå nyttår tek kommunane over"."""
    item = items[at]
    spoken = any(one.role == "word" for one in items[:at])
    if item.entry and len(parts := item.text.split()) == 3 and item.text.endswith(" over") and not spoken:
        start = item.start + place.low[item.start : item.stop].index(parts[1], len(parts[0]))
        known = party_at(place, start)
        name = known[0] if known else place.text[start : start + len(parts[1])]
        return Recipient(name, start, start + len(parts[1]), party=known is not None)
    if not items[0].when or at + 1 == len(items) or spoken:
        return None
    first, bodies = at + 1, endings("recipients.toml", "bodies")
    if known := party_at(place, items[first].start):
        return Recipient(known[0], items[first].start, known[1], party=True)
    for index in range(first, min(first + 4, len(items))):
        if items[index].role != "word":
            return None
        if items[index].text.endswith(bodies):
            start, stop = items[first].start, items[index].stop
            return Recipient(place.text[start:stop], start, stop, party=False)
    return None


@lru_cache(maxsize=256)
def _prepositions(prepositions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(prepositions)})\s{{1,3}}")
