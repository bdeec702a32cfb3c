"""Every mapping of a plan file that says something of its own, with the path that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.model.written import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.findings import Path
    from vrplan.model.written import Area, Entry, FocusArea, Measure, Obligation, PlanFile

_Found = list[tuple["Path", "Entry"]]
"""Lists and not one generator within another: a plan is walked for many rules, and each level would slow all below."""


def entries_of(written: PlanFile) -> Iterator[tuple[Path, Entry]]:
    """Focus areas, measures, activities and obligations, in the order of the file."""
    for number, area in enumerate(written.areas):
        yield from _area(area, ("areas", number))
    yield from _obligations(written.obligations, ())


def sentences_of(written: PlanFile) -> Iterator[tuple[Path, Sentence]]:
    """Every status text about which more is said."""
    for path, entry in entries_of(written):
        for key, value in entry.status.items() if entry.status else ():
            if isinstance(value, Sentence):
                yield (*path, "status", key), value
            elif isinstance(value, tuple):
                for index, one in enumerate(value):
                    if isinstance(one, Sentence):
                        yield (*path, "status", key, index), one


def _area(area: Area, path: Path) -> _Found:
    found: _Found = []
    for number, focus_area in enumerate(area.focus_areas):
        found += _focus_area(focus_area, (*path, "focus_areas", number))
    return found + _measures(area.measures, path) + _obligations(area.obligations, path)


def _focus_area(focus_area: FocusArea, path: Path) -> _Found:
    return [
        (path, focus_area),
        *_measures(focus_area.measures, path),
        *_obligations(focus_area.obligations, path),
    ]


def _measures(measures: Sequence[Measure], path: Path) -> _Found:
    found: _Found = []
    for number, measure in enumerate(measures):
        here = (*path, "measures", number)
        found.append((here, measure))
        below = (*here, "activities")
        found += [((*below, index), activity) for index, activity in enumerate(measure.activities)]
    return found


def _obligations(obligations: Sequence[Obligation], path: Path) -> _Found:
    return [((*path, "obligations", index), one) for index, one in enumerate(obligations)]
