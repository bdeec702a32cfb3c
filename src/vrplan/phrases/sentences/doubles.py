"""Expressions that are the verb of one clause and less in another: "vedtas i juni", "sendes på høring"."""

from collections.abc import Set
from typing import Final

from vrplan.phrases.reading import Precision
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.times.when import Role
from vrplan.phrases.words.function_words import AND
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.lexicon import VERB, Entry
from vrplan.phrases.words.wordlists import endings, listed

_DECIDING: Final = Entry(VERB, "due", Form.PASSIVE)
_OF_WHAT: Final = frozenset({"å", "at", "om", "?"})
_FAR: Final = 8
_NEAR: Final = 4
_JOINTS: Final = AND | {",", "men", "mens", "–", "—", ";", ":", "/"}


def with_decisions(items: list[Item]) -> list[Item]:
    """A decision that is still to be made is what happens, if nothing is said to be decided: "planen vedtas i juni"."""
    surely = [at for at, item in enumerate(items) if item.entry and item.entry.role == "modality"]
    for at in surely:
        item = items[at]
        if _is_to_be_decided(items, at):
            after = items[at + 1 :]
            if not any(_is_decided(one) for one in after) and any(one.when for one in items):
                return [*items[:at], item._replace(entry=_DECIDING), *after]
    return _with_adoptions(items) if surely else items


def _with_adoptions(items: list[Item]) -> list[Item]:
    """The adoption of a paper is what happens, where nothing else does: "planen ble vedtatt av styret 12.3.2018"."""
    verbs = listed("how.toml", "adopted", "verbs")
    at = next((at for at, item in enumerate(items) if item.text in verbs and item.role == "modality"), None)
    if at is None or not _is_adoption(items, at) or _tells_more(items):
        return items
    plain = [one._replace(entry=None) if _is_thing(one) else one for one in items]
    plain[at] = items[at]._replace(entry=Entry(VERB, "due", _voice(items[at])))
    return plain


def _voice(item: Item) -> Form:
    return Form.PAST if item.text.endswith("tok") else Form.PARTICIPLE


def _is_adoption(items: list[Item], at: int) -> bool:
    """Whether a paper is what is adopted: "styret vedtok planen", "planen ble enstemmig vedtatt"."""
    active = _voice(items[at]) == Form.PAST
    near = items[at + 1 : at + _FAR] if active else items[:at]
    named = any(one.text.endswith(endings("how.toml", "adopted")) for one in near)
    return named and (active or any(one.role == "done" for one in items[max(0, at - _NEAR) : at]))


def _tells_more(items: list[Item]) -> bool:
    """Whether it is only told beside something else, or with its year alone ("strategien ble vedtatt i 2016")."""
    if any(item.role in {"verb", "state", "subordinate"} or item.text in _OF_WHAT for item in items):
        return True
    times = [item.when for item in items if item.when]
    return any(one.role == Role.IN and one.window.precision == Precision.YEAR for one in times)


def _is_thing(item: Item) -> bool:
    return item.role == "modality" and item.text in listed("how.toml", "proposals", "things")


def _is_to_be_decided(items: list[Item], at: int) -> bool:
    if items[at].text in listed("how.toml", "deciding"):
        return True
    before = items[at - 1] if at else None
    weak = before is not None and before.entry is not None and before.entry.value != "decided"
    if before is not None and before.text in listed("how.toml", "proposals", "things"):
        return False  # "forslag vedtatt av styret"
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
