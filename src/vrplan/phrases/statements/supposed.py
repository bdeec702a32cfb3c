"""What is only supposed, or holds until something else has happened: "blir saken utsatt, mister vi tilskuddet"."""

from typing import Final

from vrplan.phrases.reading import Kind
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.words.auxiliaries import openers
from vrplan.phrases.words.function_words import COORDINATING
from vrplan.phrases.words.wordlists import listed

_KEPT: Final = frozenset({Kind.CONTINUES, Kind.ONGOING})
_FINITE: Final = ("er", "ar", "es", "ast")


def condition_without_if(clause: Clause, main: int, sentence: list[Item]) -> str:
    """The verb at the head of a condition with no "hvis": "blir saken utsatt, mister vi tilskuddet"."""
    items = clause.items
    if items[0] is not sentence[0] or items[0].text not in openers() or main < 2 or items[1].role != "word":
        return ""
    if items[1].text in listed("how.toml", "function"):
        return ""  # "er nå avsluttet, …"
    comma = next(
        (at for at, item in enumerate(sentence) if item.text == "," and item.start > items[main].start), 0
    )
    after = sentence[comma + 1] if 0 < comma < len(sentence) - 1 else None
    if after is None or after.text in COORDINATING:
        return ""
    verbal = after.role in {"verb", "coming", "done", "modality"} or after.text.endswith(_FINITE)
    return items[0].text if verbal else ""


def until_something(clause: Clause, main: int) -> str:
    """The word before what ends it, where that is no time: "opprettholdes inntil kommunestyret har vedtatt ny plan"."""
    items, entry = clause.items, clause.items[main].entry
    if entry is None or entry.kind not in _KEPT:
        return ""
    at = next(
        (at for at in range(main + 1, len(items)) if items[at].text in listed("small.toml", "until")), 0
    )
    finite = at and any(item.role in {"done", "coming", "verb"} for item in items[at + 2 :])
    return items[at].text if finite else ""
