"""Nouns and adjectives that say that something is done only where they stand alone: "er klar", "slutt", "ok"."""

from typing import Final

from vrplan.phrases.scan import Item
from vrplan.phrases.wordlists import listed

_GOES_ON: Final = frozenset({"over", "på", "i", "med", "av", "om", "ved", "inn", "ut", "opp", "frem", "fram"})


def is_predicate(items: list[Item], at: int) -> bool:
    """Whether a noun or adjective says what is so: "er klar", not "klar over problemet", "ved veiens slutt"."""
    after = items[at + 1] if at + 1 < len(items) else None
    if after and after.role == "word" and after.text in _GOES_ON:
        return False
    if not at:
        return True
    before = items[at - 1]
    if before.role in {"done", "coming", "modality", "mark"}:
        return True
    if items[at].text == "ok":
        return all(_is_plain(item) for item in items[at + 1 :])
    if items[at].text == "slutt":
        return before.text in {"nå", "no", "helt", "heilt"}
    return before.text not in listed("how.toml", "function") - {"nå", "no", "allerede", "alt", "og", "så"}


def _is_plain(item: Item) -> bool:
    return item.role in {"mark", "when"} or item.text in {"nå", "no", "og", "men"} or item.entry is not None
