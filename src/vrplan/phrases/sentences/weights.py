"""How much an expression tells: what moves something before a task, a task before a habit."""

from typing import Final

from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.words.inflection import Form

_STRONG: Final = frozenset({"ends", "transfers", "continues", "starts", "done", "cancelled", "postponed"})


def weight(item: Item) -> int:
    """From 0, which says nothing, to 5."""
    entry = item.entry
    if not entry:
        return 0
    if entry.role == "recurrence":
        return 1
    if entry.form == Form.NOUN:
        return 2
    if entry.kind in _STRONG or not entry.kind:
        return 5
    return 4 if entry.role == "state" else 3
