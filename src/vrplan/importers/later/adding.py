"""Rows that are new to a plan, as activities with ids of their own, in the measures that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vrplan.drafts.texts import sentence_of
from vrplan.importers.later.likeness import squeezed
from vrplan.importers.later.merged import New, Unplaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vrplan.drafts.ids import Ids
    from vrplan.drafts.values import DraftText
    from vrplan.edit.style import Value
    from vrplan.findings import Path
    from vrplan.importers.later.rows import Places, Row

Addition = tuple["Path", "list[Mapping[str, Value]]"]
"""The path of a list of the plan, and what is added to it."""


def sentences(
    texts: Sequence[DraftText], source: str, tell_place: Callable[[str], str] = str
) -> list[dict[str, str]]:
    """What a cell says, as `import` writes it in a fresh draft: the words, the paper, and where in it they stand."""
    return [sentence_of(replace(one, place=tell_place(one.place)), source) for one in texts]


def placed(entry: Mapping[str, Value], tell_place: Callable[[str], str]) -> dict[str, Value]:
    """An entry to be written, where the notes of its texts tell their places in the language of whoever reads them."""
    told = {key: _placed(value, tell_place) for key, value in entry.items()}
    is_text = "text" in entry and "note" in entry
    return told | {"note": tell_place(str(entry["note"]))} if is_text else told


def _placed(value: Value, tell_place: Callable[[str], str]) -> Value:
    match value:
        case str():
            return value
        case Mapping():
            return placed(value, tell_place)
        case _:
            return [_placed(one, tell_place) for one in value]


@dataclass
class Adding:
    """Gives new rows their ids and their places in the plan, in the order of the paper."""

    places: Places
    ids: Ids
    column: str
    source: str

    def __post_init__(self) -> None:
        self.activities: dict[Path, list[Mapping[str, Value]]] = {}
        self.measures: dict[tuple[Path, str], tuple[str, list[Mapping[str, Value]]]] = {}

    def new(self, row: Row, why_not: Unplaced | None) -> New:
        """The row as an activity, put where it belongs when that is sure; `why_not` where it is not to be put in."""
        entry = self.entry(row)
        measure, focus_area, area = self.places.of(row)
        around = focus_area if row.above[1] else area
        if not row.texts:
            return New(row, Unplaced.SAYS_NOTHING, entry)
        if why_not is not None:
            return New(row, why_not, entry)
        if row.is_focus_area:
            return New(row, Unplaced.NO_FOCUS_AREA, entry)
        if measure is not None:
            self.activities.setdefault(measure, []).append(entry)
        elif around is not None:
            name = row.above[0] or row.name
            self.measures.setdefault((around, squeezed(name)), (name, []))[1].append(entry)
        else:
            return New(row, Unplaced.NO_FOCUS_AREA, entry)
        return New(row, None, entry)

    def additions(self) -> Iterator[Addition]:
        """The lists of the plan with what is added to them."""
        for path, entries in self.activities.items():
            yield (*path, "activities"), entries
        begun: dict[Path, list[Mapping[str, Value]]] = {}
        for (path, _), (name, entries) in self.measures.items():
            begun.setdefault(path, []).append({"name": name, "activities": entries})
        for path, measures in begun.items():
            yield (*path, "measures"), measures

    def entry(self, row: Row) -> dict[str, Value]:
        """A row as a new activity."""
        said = sentences(row.texts, self.source)
        entry: dict[str, Value] = {"id": self.ids.new(row.name, "aktivitet"), "name": row.name}
        entry |= {key: text for key, text in (("resource", row.resource), ("note", row.note)) if text}
        return entry | ({"status": {self.column: said[0] if len(said) == 1 else said}} if said else {})
