"""The parts of a plan file that rules look at, with the path that leads to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.model.walk import entries_of
from vrplan.model.written import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Path
    from vrplan.model.plan import Plan
    from vrplan.model.written import Entry, Sentence


def entries(plan: Plan) -> Iterator[tuple[Path, Entry]]:
    """Focus areas, measures, activities and obligations, in the order of the file."""
    return entries_of(plan.written)


def items(plan: Plan) -> Iterator[tuple[Path, Item]]:
    """The entries that have an id of their own."""
    return ((path, entry) for path, entry in entries(plan) if isinstance(entry, Item))


def sentences(plan: Plan) -> tuple[tuple[Path, Sentence], ...]:
    """Every status text about which more is said."""
    return plan.sentences
