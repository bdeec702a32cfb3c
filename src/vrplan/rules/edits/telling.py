"""What stood and what stands now, in a few words: statements, readings, windows, days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.findings import Listed, Told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vrplan.findings import Value
    from vrplan.model.plan import Statement
    from vrplan.phrases import Reading


def is_from_above(statement: Statement) -> bool:
    """Whether it stands at the measure or the focus area of its items."""
    return statement.reach != "own"


MOST_NAMED = 3
"""So many names are told; of the others only the number."""


def told(statement: Statement) -> Value:
    """The words of a statement, and what they mean where something beside them says so."""
    means = in_short(statement.reading)
    if statement.text is None:
        return Told("(words not among the papers) ({means})", {"means": means})
    return Told("“{text}” ({means})", {"text": statement.text, "means": means})


def days(first: date | None, last: date | None) -> Value:
    """A window in words; nothing when it has no day."""
    if first and last:
        return norwegian(first) if first == last else f"{norwegian(first)}–{norwegian(last)}"
    if first:
        return Told("from {day}", {"day": norwegian(first)})
    return Told("until {day}", {"day": norwegian(last)}) if last else ""


def in_short(reading: Reading) -> Value:
    """A reading in a few words: its kind, its days, its recipient, and how surely."""
    window = days(reading.start, reading.end)
    kind = Told(reading.kind.value, context="kind")
    parts: list[Value] = [Listed((kind, window), " ") if window else kind]
    if reading.recipient:
        parts.append(Told("to {recipient}", {"recipient": reading.recipient}))
    if reading.modality and reading.modality != "decided":
        parts.append(Told(reading.modality.value, context="modality"))
    return Listed(tuple(parts))


def few(names: Sequence[str], most: int = MOST_NAMED) -> Value:
    """The first names, and how many more there are."""
    first, more = ", ".join(names[:most]), len(names) - most
    return Told("{names} and {number} more", {"names": first, "number": str(more)}) if more > 0 else first
