"""What a later paper says of a plan, as what is asked to be recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.importers.later.adding import placed, sentences
from vrplan.record.asked import NewColumn, NewDecision, NewEntries, NewReference, NewStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vrplan.importers.later.merged import Merged
    from vrplan.record.asked import Asked


def asked_of(paper: Merged, tell_place: Callable[[str], str] = str) -> Iterator[Asked]:
    """The column, its decision and source, the texts of what is matched, and what is new.

    `tell_place` gives a place in the paper ("table 2, row 3") in the language of whoever reads the notes.
    """
    basis = paper.basis
    for body, facts in basis.bodies.items():
        yield NewReference("bodies", body, facts)
    for source, facts in basis.sources.items():
        yield NewReference("sources", source, facts)
    if basis.facts and basis.decision is not None and basis.decision in paper.facts.values():
        yield NewDecision(basis.decision, basis.day, basis.facts)
    yield NewColumn(paper.column, is_there=False, facts=paper.facts)
    for one in paper.said:
        first, *more = sentences(one.row.texts, basis.source, tell_place)
        text = first.pop("text")
        yield NewStatus(one.entry.id, one.entry.path, paper.column, text, first, more)
    for path, entries in paper.additions:
        yield NewEntries(path, [placed(one, tell_place) for one in entries])
