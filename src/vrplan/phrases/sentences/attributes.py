"""Participles and words of surety that only describe the noun after them: "utsatte saker behandles i oktober"."""

from collections.abc import Set
from typing import Final

from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.words.counts import more_than_one
from vrplan.phrases.words.function_words import COORDINATING
from vrplan.phrases.words.inflection import PLURALS, PRESENT_PARTICIPLES, Form
from vrplan.phrases.words.wordlists import listed

_DESCRIBING_FORMS: Final = frozenset({Form.PARTICIPLE, Form.PAST, Form.INFINITIVE})  # nynorsk "utsette saker"
_VERBAL: Final = frozenset({"verb", "done", "coming", "modality", "subordinate"})
_NEVER_PLANNED: Final = frozenset({"cancelled", "postponed", "done"})


def without_attributes(items: list[Item], mains: Set[int]) -> set[int]:
    """The main expressions but for participles that describe the subject of a later one: "utsatt sak behandles"."""
    return {
        main
        for main in mains
        if not (_is_attribute(items, main, mains) or _is_present_participle(items, main))
    }


def _is_present_participle(items: list[Item], at: int) -> bool:
    """Whether it describes a noun inside the clause: "programmet har med både pågående og nye tiltak"."""
    if not at or not items[at].text.endswith(PRESENT_PARTICIPLES) or at + 1 == len(items):
        return False
    before, after = items[at - 1], items[at + 1]
    if before.role != "word" or before.text in listed("how.toml", "neutral"):
        return False
    return after.text == "og" or _before_noun(items, at)


def _is_attribute(items: list[Item], at: int, mains: Set[int]) -> bool:
    entry = items[at].entry
    if not entry or entry.form not in _DESCRIBING_FORMS or not _before_noun(items, at):
        return False
    if items[at].text.endswith(PLURALS) and at and _leads_to_noun(items[at - 1]):
        return True  # "status for igangsatte tiltak", "antall gjennomførte kurs"
    if entry.form == Form.INFINITIVE and not items[at].text.endswith(PLURALS):
        return False
    if _is_between_verbs(items, at, mains):
        return True
    if any(not _may_precede(item) for item in items[:at]):
        return False
    later = min((main for main in mains if main > at + 1 and not _is_noun(items[main])), default=0)
    return bool(later) and not any(_joins(item) for item in items[at:later])


def _leads_to_noun(item: Item) -> bool:
    """Whether no finite verb can stand right after it: "om", "antall", "tre", "underliggende"."""
    describing = item.role == "word" and item.text.endswith(PRESENT_PARTICIPLES)
    return describing or item.text in listed("how.toml", "leading") or item.text in more_than_one()


def _is_between_verbs(items: list[Item], at: int, mains: Set[int]) -> bool:
    """A plural participle whose clause has its finite verb later: "referatsaker og delegerte saker kommer i juni"."""
    if not items[at].text.endswith(PLURALS) or any(item.role in _VERBAL for item in items[:at]):
        return False
    finite = {main for main in mains if main > at + 1 and _is_finite(items[main])}
    return bool(finite) and not any(_joins(item) for item in items[at : min(finite)])


def _is_finite(item: Item) -> bool:
    return item.entry is not None and item.entry.form in {Form.PRESENT, Form.PASSIVE, Form.PLANNED}


def _may_precede(item: Item) -> bool:
    described = item.role == "modality" and item.text.endswith(PLURALS)
    return described or item.role in {"mark", "article"} or item.text in listed("how.toml", "determiners")


def _joins(item: Item) -> bool:
    return item.role in {"mark", "condition", "subordinate"} or item.text in COORDINATING


def describes_noun(items: list[Item], at: int, main: int) -> bool:
    """Whether a word of surety that can describe does so: "planlagte tiltak", "planlagt aktivitet avlyst"."""
    if not _before_noun(items, at) or any(
        one.role in {"done", "coming"} for one in items[max(0, at - 2) : at]
    ):
        return False
    if items[at].text.endswith(PLURALS):
        return True
    entry = items[main].entry
    return at < main and entry is not None and entry.kind in _NEVER_PLANNED and entry.form == Form.PARTICIPLE


def _before_noun(items: list[Item], at: int) -> bool:
    if at + 1 == len(items):
        return False
    after = items[at + 1]
    return _is_noun(after) or (
        after.role == "word" and after.text.isalpha() and after.text not in listed("how.toml", "function")
    )


def _is_noun(item: Item) -> bool:
    return item.entry is not None and item.entry.form == Form.NOUN
