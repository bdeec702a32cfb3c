"""How often something comes back, from a word ("kvartalsvis") or a count ("to ganger i året")."""

import re
from typing import Final

from vrplan.phrases.clauses import Clause
from vrplan.phrases.reading import Recurrence

_COUNT: Final = re.compile(
    r"(?P<count>\d{1,3}|en|ein|én|to|tre|fire|fem|seks)(?:\s?[-–]\s?(?P<more>\d{1,3}))?\s?"
    r"(?:ganger|gonger|gang|gong|møter|g\s?\.)\s(?:(?:i|per|pr\s?\.?|om|hver|kvar|hvert|kvart)\s?)?"
    r"(?P<period>året|år|årlig|årleg|måneden|måned|månaden|månad|mnd|uken|uka|uke|veka|veke|kvartalet|kvartal|tertialet|tertial|halvåret|halvår)\b"
)
_ONE: Final = frozenset({"1", "en", "ein", "én"})
_YEARLY: Final = {"1": Recurrence.YEARLY, "en": Recurrence.YEARLY, "ein": Recurrence.YEARLY, "én": Recurrence.YEARLY,
                  "2": Recurrence.HALF_YEARLY, "to": Recurrence.HALF_YEARLY, "3": Recurrence.OTHER,
                  "4": Recurrence.QUARTERLY, "fire": Recurrence.QUARTERLY, "12": Recurrence.MONTHLY}  # fmt: skip
_ONCE: Final = {"å": Recurrence.YEARLY, "m": Recurrence.MONTHLY, "u": Recurrence.WEEKLY, "v": Recurrence.WEEKLY,
                "k": Recurrence.QUARTERLY, "t": Recurrence.TERTIAL, "h": Recurrence.HALF_YEARLY}  # fmt: skip


def recurrence_of(clause: Clause) -> Recurrence | None:
    """How often, if the clause says so; the main expression's own word before any other."""
    items = clause.items
    ordered = [items[clause.main], *items] if clause.main is not None else items
    for index, item in enumerate(ordered):
        if item.entry and item.entry.role in {"recurrence", "state"} and item.entry.value:
            described = index and ordered[index - 1].role == "article" and item.text.endswith("e")
            if not described:
                return Recurrence(item.entry.value)
    match = _COUNT.search(" ".join(item.text for item in items))
    if not match:
        return None
    if match["more"]:
        return Recurrence.OTHER
    if match["period"][0] == "å":
        return _YEARLY.get(match["count"], Recurrence.OTHER)
    return _ONCE[match["period"][0]] if match["count"] in _ONE else Recurrence.OTHER
