"""What stood and what stands now, in a few words: statements, readings, windows, days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian

if TYPE_CHECKING:
    from datetime import date

    from vrplan.model.plan import Statement
    from vrplan.phrases import Reading


def is_from_above(statement: Statement) -> bool:
    """Whether it stands at the measure or the focus area of its items."""
    return statement.reach != "own"


def told(statement: Statement) -> str:
    """The words of a statement, and what they mean where something beside them says so."""
    words = f"“{statement.text}”" if statement.text is not None else "(words not among the papers)"
    return f"{words} ({in_short(statement.reading)})"


def days(first: date | None, last: date | None) -> str:
    """A window in words; nothing when it has no day."""
    if first is None or last is None:
        return f"from {norwegian(first)}" if first else f"until {norwegian(last)}" if last else ""
    return norwegian(first) if first == last else f"{norwegian(first)}–{norwegian(last)}"


def in_short(reading: Reading) -> str:
    """A reading in a few words: its kind, its days, its recipient, and how surely."""
    to = f"to {reading.recipient}" if reading.recipient else ""
    surely = reading.modality.value if reading.modality and reading.modality != "decided" else ""
    return ", ".join(
        part for part in (f"{reading.kind} {days(reading.start, reading.end)}".strip(), to, surely) if part
    )
