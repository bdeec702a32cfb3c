"""Which row of a later paper is which entry of the plan."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vrplan.importers.later.likeness import changed_words, squeezed
from vrplan.importers.later.merged import Doubt, Doubtful, Match
from vrplan.importers.later.pairing import MOST_TOLD, SURE, paired
from vrplan.importers.words import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vrplan.findings import Path
    from vrplan.importers.later.pairing import Pairs
    from vrplan.importers.later.rows import Entry, Places, Row

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Matched:
    """Every row once: matched, doubtful, or new."""

    matches: tuple[Match, ...]
    doubtful: tuple[Doubtful, ...]
    new: tuple[Row, ...]


def matched(rows: Sequence[Row], entries: Sequence[Entry], places: Places) -> Matched:
    """Match the rows of tables, then what is said of whole focus areas with those of that name."""
    of_tables = _of_tables([row for row in rows if not row.is_focus_area], entries, places)
    matches, doubtful, new = list(of_tables.matches), list(of_tables.doubtful), list(of_tables.new)
    by_path = {one.path: one for one in entries}
    taken = {match.entry.path for match in matches}
    for row in rows:
        if not row.is_focus_area:
            continue
        entry = by_path.get(places.of(row)[1] or ())
        if entry is None:
            new.append(row)
        elif entry.path in taken:
            doubtful.append(Doubtful(row, Doubt.TAKEN, ((entry, 1.0),)))
        else:
            taken.add(entry.path)
            is_same = squeezed(entry.name) == squeezed(row.name)
            changes = () if is_same else changed_words(entry.name, row.name)
            matches.append(Match(row, entry, 1.0 if is_same else 0.0, changes, is_same))
    return Matched(tuple(matches), tuple(doubtful), tuple(new))


def _of_tables(rows: Sequence[Row], entries: Sequence[Entry], places: Places) -> Matched:
    """Match rows with items first, then with focus areas and measures that hold activities."""
    names = [places.name_of(row) for row in rows]
    items = [one for one in entries if one.level != "measure" and not one.has_activities]
    groups = [one for one in entries if one.level == "measure" or one.has_activities]
    first = paired(names, [one.name_in_place for one in items])
    left = [number for number in range(len(rows)) if number not in first.same]
    second = paired([names[number] for number in left], [one.name_in_place for one in groups])
    found = dict(_matches(first, range(len(rows)), rows, items))
    alone = Counter(row.above for row in rows)
    unsure: dict[int, Entry] = {}
    for number, match in _matches(second, left, rows, groups):
        if not match.is_same and (number in found or number in first.doubtful):
            continue
        if alone[rows[number].above] > 1:
            unsure[number] = (
                match.entry
            )  # one of several rows of the measure, and not what is said of all of it
            found.pop(number, None)
        else:
            found[number] = match
    perhaps = {
        number: [(items[one], like) for one, like in many]
        for number, many in first.doubtful.items()
        if number not in found
    }
    doubtful, new = _left(rows, found, perhaps, unsure, _by_measure(items, found.values()), places)
    return Matched(tuple(found[one] for one in sorted(found)), tuple(doubtful), tuple(new))


def _left(
    rows: Sequence[Row],
    found: Mapping[int, Match],
    perhaps: Mapping[int, Sequence[tuple[Entry, float]]],
    unsure: Mapping[int, Entry],
    gone: Mapping[Path | None, Sequence[Entry]],
    places: Places,
) -> tuple[list[Doubtful], list[Row]]:
    """The rows that are surely no entry, doubtful and new."""
    doubtful, new = [], []
    taken = {match.entry.path for match in found.values()}
    called = Counter(squeezed(row.name) for row in rows)
    for number, row in enumerate(rows):
        if number in unsure:
            doubtful.append(Doubtful(row, Doubt.GROUP, ((unsure[number], 0.0),)))
        elif number in perhaps:
            is_repeated = called[squeezed(row.name)] > 1
            doubtful.append(_doubtful(row, perhaps[number], taken, is_repeated=is_repeated))
        elif number not in found and (reworded := gone.get(places.of(row)[0], [])[:MOST_TOLD]):
            doubtful.append(Doubtful(row, Doubt.REWORDED, tuple((one, 0.0) for one in reworded)))
        elif number not in found:
            new.append(row)
    return doubtful, new


def _matches(
    pairs: Pairs, numbers: Sequence[int], rows: Sequence[Row], entries: Sequence[Entry]
) -> Iterator[tuple[int, Match]]:
    for one, other in pairs.same.items():
        yield numbers[one], Match(rows[numbers[one]], entries[other], 1.0)
    for one, (other, like) in pairs.changed.items():
        row, entry = rows[numbers[one]], entries[other]
        yield numbers[one], Match(row, entry, like, changed_words(entry.name, row.name), is_same=False)


def _by_measure(items: Sequence[Entry], matches: Iterable[Match]) -> dict[Path | None, list[Entry]]:
    """The activities of each measure that no row is."""
    taken = {match.entry.path for match in matches}
    gone: dict[Path | None, list[Entry]] = {}
    for one in items:
        if one.level == "activity" and one.path not in taken:
            gone.setdefault(one.above[0], []).append(one)
    gone.pop(None, None)
    return gone


def _doubtful(
    row: Row, perhaps: Sequence[tuple[Entry, float]], taken: set[Path], *, is_repeated: bool
) -> Doubtful:
    free = [pair for pair in perhaps if pair[0].path not in taken]
    if not free:
        why = Doubt.TAKEN
    elif is_repeated and len(free) == 1 and squeezed(free[0][0].name) == squeezed(row.name):
        why = Doubt.REPEATED
    elif len(free) > 1 and free[0][1] >= SURE:
        why = Doubt.SEVERAL
    else:
        why = Doubt.WEAK
    return Doubtful(row, why, tuple(perhaps))


def _place(note: str | None) -> str | None:
    """A place of the paper, in whatever language `import` has noted it."""
    return note and _WORD.sub(lambda match: named("places").get(match[0], match[0]), note)


def settled(found: Matched, column: str, source: str) -> Matched:
    """The same, where the plan has the column: no doubt is left when a candidate has its words from that very row."""
    matches, doubtful = list(found.matches), []
    taken = {one.entry.path for one in matches}
    for one in found.doubtful:
        places = {(source, text.place) for text in one.row.texts}
        same = [
            pair
            for pair in one.candidates
            if pair[0].path not in taken
            and any((said.source, _place(said.note)) in places for said in pair[0].said.get(column, ()))
        ]
        if len(same) == 1:
            [(entry, like)] = same
            taken.add(entry.path)
            changes = changed_words(entry.name, one.row.name)
            matches.append(Match(one.row, entry, like, changes, is_same=False))
        else:
            doubtful.append(one)
    recorded = {(one.entry.path, squeezed(one.row.name)) for one in matches}
    for number, one in enumerate(doubtful):
        path = one.candidates[0][0].path if one.candidates else ()
        if one.why is Doubt.REPEATED and (path, squeezed(one.row.name)) in recorded:
            doubtful[number] = replace(one, why=Doubt.SETTLED)
    return Matched(tuple(matches), tuple(doubtful), found.new)
