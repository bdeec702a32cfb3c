"""How often something comes back, from a word ("kvartalsvis") or a count ("to ganger i året")."""

import re
from typing import Final

from vrplan.phrases.reading import Recurrence
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.words.counts import counted, numerals, rounds
from vrplan.phrases.words.function_words import COORDINATING

_JOINTS: Final = COORDINATING | {"mens", "medan"}
_IN_A_YEAR: Final = {
    "1": Recurrence.YEARLY,
    "2": Recurrence.HALF_YEARLY,
    "4": Recurrence.QUARTERLY,
    "12": Recurrence.MONTHLY,
}


def recurrence_of(clause: Clause) -> Recurrence | None:
    """How often, if the clause says so; the main expression's own word before any other."""
    items = clause.items
    ordered = [items[clause.main], *items] if clause.main is not None else items
    for index, item in enumerate(ordered):
        if item.entry and item.entry.role in {"recurrence", "state"} and item.entry.value:
            if _is_of_another_clause(clause, item):
                continue
            described = index and ordered[index - 1].role == "article" and item.text.endswith("e")
            if not described:
                return Recurrence(item.entry.value)
    match = counted().search(" ".join(item.text for item in items))
    return _counted(match) if match else None


def _is_of_another_clause(clause: Clause, often: Item) -> bool:
    """Whether a verb of its own stands before it: "foretas i mai, mens planen skal ha en årlig gjennomgang"."""
    if clause.main is None or clause.items[clause.main].role != "verb":
        return False
    between = [one for one in clause.items[clause.main + 1 :] if one.start < often.start]
    if any(one.text == "som" for one in between):
        return True
    joint = next((at for at, one in enumerate(between) if one.text in _JOINTS), len(between))
    return any(one.role in {"coming", "done"} for one in between[joint:])


def _counted(match: re.Match[str]) -> Recurrence:
    """ "To ganger i året" is half-yearly, "tre ganger i uka" nothing that has a name."""
    count, each = numerals().get(match["count"], match["count"]), Recurrence(rounds()[match["round"]])
    if match["more"]:
        return Recurrence.OTHER
    if each == Recurrence.YEARLY:
        return _IN_A_YEAR.get(count, Recurrence.OTHER)
    return each if count == "1" else Recurrence.OTHER
