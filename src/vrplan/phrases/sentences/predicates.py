"""Nouns and adjectives that say that something is done only where they stand alone: "er klar", "slutt", "ok"."""

from typing import Final

from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.words.wordlists import listed

# prepositions and particles: "klar over", "ferdig med", "løst opp"
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
    # the two short ones have rules of their own: "ok at", "ved veiens slutt"
    if items[at].text == "ok":
        return all(_is_plain(item) for item in items[at + 1 :])
    if items[at].text == "slutt":
        return before.text in listed("how.toml", "predicates", "after_end")
    return before.text not in listed("how.toml", "function") - listed("how.toml", "predicates", "after")


def _is_plain(item: Item) -> bool:
    plain = item.role in {"mark", "when"} or item.entry is not None
    return plain or item.text in listed("how.toml", "predicates", "beside_ok")
