"""Which characters of a text a reading rests on, and as what."""

from typing import Final

from vrplan.phrases.reading import Kind, Word
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.statements.statement import Statement
from vrplan.phrases.words.wordlists import listed

_ROLES: Final = {"state": "what", "recurrence": "recurrence", "modality": "modality"}
_SMALL: Final = frozenset(
    {"done", "coming", "article", "negation", "condition", "reported", "partial", "subordinate"}
)


def understood(first: Statement, items: list[Item]) -> tuple[Word, ...]:
    """The words of the first statement by their role, in order and without overlap."""
    clause = first.clause
    recipient = clause.recipient if first.reading.kind == Kind.TRANSFERS else None
    used = {id(item) for item in clause.items}
    words = [Word(recipient.start, recipient.stop, "recipient")] if recipient else []
    for item in items:
        outside = not recipient or item.stop <= recipient.start or item.start >= recipient.stop
        role = _role(item, first) if id(item) in used else ""
        if role and outside:
            words.append(Word(item.start, item.stop, role))
    return tuple(sorted(words, key=lambda word: word.start))


def _role(item: Item, first: Statement) -> str:
    if item.when:
        return "when" if item.when in first.phrases else ""
    if item.role == "verb":
        main = first.clause.items[first.clause.main] if first.clause.main is not None else None
        return ("done" if first.reading.done else "what") if item is main else ""
    if item.role in _ROLES:
        return _ROLES[item.role]
    return "other" if item.role in _SMALL or item.text in listed("how.toml", "neutral") else ""
