"""Which verbs stand in a clause that tells of something else ("som ble revidert", "når planen er vedtatt")."""

from typing import Final

from vrplan.phrases.sentences.nouns import is_noun
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.words.auxiliaries import finite_forms, openers, participles
from vrplan.phrases.words.function_words import AND, BEFORE, COORDINATING, THAT
from vrplan.phrases.words.inflection import PASSIVES, Form
from vrplan.phrases.words.wordlists import listed

_BREAKS: Final = frozenset({",", "–", ":"})
_FINITE: Final = frozenset({Form.PRESENT, Form.PASSIVE, Form.PLANNED, Form.PAST})
_VERBAL: Final = ("er", "ar", "es", "te", "et", "ast")
_FEW: Final = 3
_SAYING: Final = frozenset({"done", "coming", "verb"})
_JOINING: Final = COORDINATING | _BREAKS | {"/", "-", "—", "+"}


def is_subordinate(items: list[Item], at: int) -> bool:
    """Whether it stands in a clause that tells of something else, and not in a text that is nothing but one."""
    if _is_bound(items, at) or (items[at].text.startswith("som ") and _opens_clause(items, at)):
        return True
    for index in range(at - 1, -1, -1):
        item = items[index]
        if (item.role == "verb" and not is_noun(item)) or item.text in _BREAKS:
            return False
        if item.role == "subordinate" and not _is_adverb(items, index) and not _is_as(items[index : at + 1]):
            governed = item.text in THAT and any(one.role == "modality" for one in items[:at])
            return not (governed or _is_whole(items, index, at) or _is_over(items, index, at))
        if item.role == "state" and item.text.startswith("som ") and _is_finite(items, at):
            return True
    return False


def _is_adverb(items: list[Item], index: int) -> bool:
    """Whether "da" at the head means "then", before its verb, and "slik at" leads to all that there is."""
    if index or len(items) == 1:
        return False
    return items[0].text == "slik at" or (
        items[0].text in {"da", "då"} and items[1].role in {"done", "coming", "verb"}
    )


def _is_whole(items: list[Item], index: int, at: int) -> bool:
    """Whether the text is nothing but the clause, or a noun with it: "rapport som legges fram i juni"."""
    if items[index].text != "som" or not _is_finite(items, at):
        return False
    noun = [item for item in items[:index] if item.role != "mark"]
    if at + 1 < len(items) and items[at + 1].role == "word" and items[at + 1].text.endswith(PASSIVES):
        return False  # "aktivitetene som gjennomføres baseres på …"
    joint = next((later for later in range(at, len(items)) if items[later].text in AND), len(items))
    if any(_acts(item) for item in items[at + 1 : joint]):
        return False  # "planen som ble vedtatt i mars følges opp i høst"
    plain = all(item.role in {"word", "article"} and not item.text.endswith(_VERBAL) for item in noun)
    return not noun or (len(noun) <= _FEW and plain and any(item.when for item in items[at:]))


def _is_over(items: list[Item], index: int, at: int) -> bool:
    """Whether the clause has had its verb: "ansvaret som selskapet har hatt overtas av kommunen"."""
    entry = items[at].entry
    if entry is None or entry.form not in {Form.PASSIVE, Form.PRESENT, Form.PLANNED}:
        return False
    finite = any(item.text in finite_forms() for item in items[index:at])
    before = items[at - 1]
    return finite and (before.text in participles() or before.role in {"word", "verb", "when"})


def _opens_clause(items: list[Item], at: int) -> bool:
    """Whether "som nå" is followed by a verb: "som nå avsluttes"."""
    return at + 1 < len(items) and items[at + 1].role in {"verb", "done", "coming", "modality"}


def _is_finite(items: list[Item], at: int) -> bool:
    entry = items[at].entry
    auxiliary = any(item.role in {"done", "coming"} for item in items[:at])
    return entry is not None and entry.role == "verb" and (auxiliary or entry.form in _FINITE)


def _is_bound(items: list[Item], at: int) -> bool:
    """A second finite verb after a preposition: "det blir en overgang fra systemet avsluttes"."""
    entry = items[at].entry
    if entry is None or _is_before(items, at):
        return entry is not None
    if entry.form == Form.PARTICIPLE:
        return _is_until(items, at)
    if entry.form not in _FINITE:
        return False
    if at + 1 < len(items) and items[at + 1].text in openers():
        return True  # "fra dagens ordning avsluttes er det …"
    binding = listed("how.toml", "binding")
    for index in range(at - 1, 0, -1):
        item = items[index]
        if item.when or item.text in _JOINING or item.role in {"done", "coming", "modality"}:
            return False
        if item.text in binding:
            return any(one.role in {"done", "coming"} for one in items[:index])
    return False


def _is_until(items: list[Item], at: int) -> bool:
    """Whether it is what something lasts until: "blir en løsning til nytt kulturhus er ferdig"."""
    begin = at
    while begin and items[begin - 1].role in {"done", "coming"}:
        begin -= 1
    for index in range(begin - 1, 0, -1) if begin < at else ():
        item = items[index]
        until = item.text in {"til", "inntil"} or item.text.endswith(" til")
        if not until and (item.when or item.text in _JOINING or item.role not in {"word", "article"}):
            return False
        if until:
            told = any(one.role in _SAYING or one.text.endswith("es") for one in items[:index])
            return index + 1 < begin and items[index + 1].text != "å" and told
    return False


def _is_before(items: list[Item], at: int) -> bool:
    """Whether it is what something comes before: "arbeid gjenstår før bygget kan tas i bruk"."""
    for index in range(at - 1, -1, -1):
        item = items[index]
        if item.when or item.text in _JOINING or item.role == "subordinate" or _acts(item):
            return False
        if item.text in BEFORE:
            return index + 1 < at
        if item.text in listed("times.toml", "since") and items[index + 1].role in {"word", "article"}:
            return index > 0 and index + 1 < at and items[index - 1].role not in {"article", "done"}
    return False


def _acts(item: Item) -> bool:
    return item.entry is not None and item.role == "verb" and item.entry.form in _FINITE


def _is_as(items: list[Item]) -> bool:
    """Whether "som" means "as": "stilling som koordinator avvikles" has a noun and then a passive."""
    entry = items[-1].entry
    names = all(item.role in {"word", "idle"} for item in items[1:-1])
    passive = entry is not None and entry.form in {Form.PASSIVE, Form.PLANNED}
    return items[0].text == "som" and 1 < len(items) - 1 <= 3 and names and passive
