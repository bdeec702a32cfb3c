"""The rows of a later paper, and the entries of the plan that they may speak of, both as names in their places."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from vrplan.importers.later.likeness import squeezed
from vrplan.importers.later.pairing import Name, paired
from vrplan.model.walk import entries_of
from vrplan.model.written import Activity, FocusArea, Measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vrplan.drafts.values import Draft, DraftActivity, DraftText
    from vrplan.findings import Path
    from vrplan.model.plan import Plan
    from vrplan.model.written import Entry as Written
    from vrplan.model.written import StatusText

Level = Literal["activity", "measure", "focus_area", "obligation"]
Place = tuple[str | None, ...]
"""The names that a row stands below, from the nearest: measure, focus area, area."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the paper, or the part of one that is an activity of its own."""

    place: str
    name: str
    above: Place
    texts: tuple[DraftText, ...]
    """What the column says of it; nothing where its cell is empty."""
    resource: str | None
    note: str | None
    is_focus_area: bool = False
    """Whether it is no row of a table, but what the paper says of the focus area as a whole."""


class Said(NamedTuple):
    """A text that stands in the plan, and where in which paper it was found, when the plan says so."""

    text: str | None
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What words can stand at in the plan: an item, or a focus area or measure with the activities below it."""

    id: str
    """Its id; of a measure the name."""
    name: str
    level: Level
    path: Path
    above: tuple[Path | None, ...]
    """Where its measure, focus area and area stand, from the nearest."""
    has_activities: bool
    said: Mapping[str, tuple[Said, ...]]
    """The texts of each column."""

    @property
    def name_in_place(self) -> Name:
        """Its name with what it stands in."""
        return Name(self.name, self.above)


def rows_of(draft: Draft, column: str) -> Iterator[Row]:
    """The rows in the order of the paper, with what one column says."""
    for area in draft.areas:
        for focus in area.focus_areas:
            if said := dict(focus.status).get(column):
                yield Row(said[0].place, focus.name, (None, focus.name, area.name), said, None, None, True)
            for measure in focus.measures:
                above = (measure.name, focus.name, area.name)
                yield from (_row(one, above, column) for one in measure.activities)
        for measure in area.measures:
            yield from (_row(one, (measure.name, None, area.name), column) for one in measure.activities)


def _row(activity: DraftActivity, above: Place, column: str) -> Row:
    said = dict(activity.status).get(column, ())
    return Row(activity.place, activity.name, above, said, activity.resource, activity.note)


def entries_in(plan: Plan) -> Iterator[Entry]:
    """What words can stand at, in the order of the file."""
    for path, entry in entries_of(plan.written):
        match entry:
            case Activity():
                above: tuple[Path | None, ...] = (path[:-2], *_above(path[:-2]))
                yield _entry(entry, entry.id, "activity", path, above)
            case Measure():
                yield _entry(
                    entry, entry.name, "measure", path, (path, *_above(path)), bool(entry.activities)
                )
            case FocusArea():
                has_activities = any(one.activities for one in entry.measures)
                yield _entry(entry, entry.id, "focus_area", path, (None, path, path[:2]), has_activities)
            case _:
                yield _entry(
                    entry, getattr(entry, "id", entry.name), "obligation", path, (None, *_above(path))
                )


def _above(path: Path) -> tuple[Path | None, Path | None]:
    """Where the focus area and the area of an entry stand, by its path."""
    focus_area = path[:4] if path[2:3] == ("focus_areas",) and len(path) > 4 else None
    return focus_area, path[:2] if path[0] == "areas" else None


def _entry(
    written: Written,
    entry_id: str,
    level: Level,
    path: Path,
    above: tuple[Path | None, ...],
    has_activities: bool = False,
) -> Entry:
    said = {key: _texts(value) for key, value in (written.status or {}).items()}
    return Entry(entry_id, written.name, level, path, above, has_activities, said)


def _texts(value: StatusText) -> tuple[Said, ...]:
    many = value if isinstance(value, tuple) else (value,)
    return tuple(Said(one) if isinstance(one, str) else Said(one.text, one.source, one.note) for one in many)


class Places:
    """Where in the plan the areas, focus areas and measures stand that the paper names, however it spells them."""

    def __init__(self, plan: Plan, entries: Sequence[Entry], rows: Sequence[Row]) -> None:
        areas = {("areas", number): area.name for number, area in enumerate(plan.written.areas)}
        self.areas = _found(
            {row.above[2:]: () for row in rows}, {path: (name, ()) for path, name in areas.items()}
        )
        focus_areas = {one.path: (one.name, one.above[2:]) for one in entries if one.level == "focus_area"}
        self.focus_areas = _found({row.above[1:]: (self._area(row),) for row in rows}, focus_areas)
        measures = {one.path: (one.name, one.above[1:]) for one in entries if one.level == "measure"}
        self.measures = _found({row.above: self._around(row) for row in rows}, measures)

    def of(self, row: Row) -> tuple[Path | None, Path | None, Path | None]:
        """The paths of measure, focus area and area of a row, each None where the plan has none of that name."""
        return (self.measures.get(row.above), *self._around(row))

    def name_of(self, row: Row) -> Name:
        """The name of a row in its place; what the plan does not have is a place of its own."""
        pairs = zip(self.of(row), row.above, strict=True)
        return Name(row.name, tuple(path or (name and squeezed(name)) for path, name in pairs))

    def _around(self, row: Row) -> tuple[Path | None, Path | None]:
        return self.focus_areas.get(row.above[1:]), self._area(row)

    def _area(self, row: Row) -> Path | None:
        return self.areas.get(row.above[2:])


def _found(
    wanted: Mapping[Place, tuple[Hashable | None, ...]],
    there: Mapping[Path, tuple[str, tuple[Hashable | None, ...]]],
) -> dict[Place, Path]:
    """The paths of the parts of the plan that are called so; `wanted` and `there` say what each stands in."""
    keys = [key for key in wanted if key[0]]
    paths = list(there)
    names = [Name(key[0] or "", wanted[key]) for key in keys]
    pairs = paired(names, [Name(*there[path]) for path in paths])
    sure = pairs.same | {one: other for one, (other, _) in pairs.changed.items()}
    return {keys[one]: paths[other] for one, other in sure.items()}


def ids_in(plan: Plan) -> Iterable[str]:
    """Every id that is given out in the plan."""
    yield from (area.id for area in plan.written.areas)
    yield from (one.id for _, one in entries_of(plan.written) if hasattr(one, "id"))
