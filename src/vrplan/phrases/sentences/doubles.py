"""Expressions that are the verb of one clause and less in another: "vedtas i juni", "sendes på høring"."""

from collections.abc import Set
from typing import Final

from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.words.function_words import AND
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.lexicon import VERB, Entry
from vrplan.phrases.words.wordlists import endings, listed

_DECIDING: Final = Entry(VERB, "due", Form.PASSIVE)
_JOINTS: Final = AND | {",", "men", "mens", "–", "—", ";", ":", "/"}


def with_decisions(items: list[Item]) -> list[Item]:
    """A decision that is still to be made is what happens, if nothing is said to be decided: "planen vedtas i juni"."""
    for at, item in enumerate(items):
        if item.role == "modality" and _is_to_be_decided(items, at):
            after = items[at + 1 :]
            if not any(_is_decided(one) for one in after) and any(one.when for one in items):
                return [*items[:at], item._replace(entry=_DECIDING), *after]
    return items


def _is_to_be_decided(items: list[Item], at: int) -> bool:
    if items[at].text in listed("how.toml", "deciding"):
        return True
    before = items[at - 1] if at else None
    weak = before is not None and before.entry is not None and before.entry.value != "decided"
    return (
        weak
        and before is not None
        and before.role in {"modality", "coming"}
        and items[at].text.startswith(endings("how.toml", "ruling", "decided"))
    )


def _is_decided(item: Item) -> bool:
    if item.text in {"å", "at", "om"} or item.role in {"state", "modality"}:
        return True
    return item.entry is not None and item.role == "verb" and item.entry.form != Form.NOUN


def without_places(items: list[Item], mains: Set[int]) -> set[int]:
    """The main expressions but for a "på høring" that only says where something is sent: "sendes 1.9. på høring"."""
    return {main for main in mains if not _is_destination(items, main)}


def _is_destination(items: list[Item], at: int) -> bool:
    entry = items[at].entry
    if entry is None or entry.role != "state" or not items[at].text.startswith(("på ", "ute på ")):
        return False
    for index in range(at - 1, -1, -1):
        item = items[index]
        if item.text in _JOINTS:
            return False
        if item.text.startswith(endings("how.toml", "sending")):
            return True
    return False
