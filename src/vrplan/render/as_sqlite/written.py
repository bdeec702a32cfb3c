"""The rows of what is written in the files: the plan as a whole, who is who, what was decided, and the headings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from vrplan import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vrplan.findings import Path
    from vrplan.model.plan import Plan
    from vrplan.model.values import PartialDate
    from vrplan.reports.database import DatabaseReport

Value = str | int | date | None
Row = tuple[Value, ...]
Table = tuple[str, "Callable[[DatabaseReport], Iterable[Row]]"]

SCHEMA: Final = 1
"""The version of the tables; it rises when a table or a column changes its meaning or goes."""


def reference(key: str | None) -> tuple[str | None, str | None]:
    """A decision and its point, as two columns; `gf-2018-06-14/5` names both."""
    decision, _, point = (key or "").partition("/")
    return decision or None, point or None


def rough(day: PartialDate | None) -> tuple[str | None, date | None, date | None]:
    """A day, month or year in its own words, with the first and the last day that it can mean."""
    if day is None:
        return None, None, None
    return day.text, day.first, day.last


def _meta(report: DatabaseReport) -> Iterator[Row]:
    plan, ceases = report.plan, report.plan.ceases
    force = report.views[0].column_in_force
    yield (
        plan.written.plan,
        plan.written.title,
        plan.organisation,
        plan.written.period.from_,
        plan.written.period.to,
        ceases.date if ceases else None,
        *reference(ceases.decision if ceases else None),
        report.ceases is not None,
        report.as_known,
        force[0].column if force else None,
        plan.written.note,
        plan.written.source,
        __version__,
        SCHEMA,
    )


def _files(report: DatabaseReport) -> Iterator[Row]:
    return ((one.name, one.holds, one.sha256) for one in report.files)


def _seasons(report: DatabaseReport) -> Iterator[Row]:
    for word, (first, last) in report.plan.seasons.items():
        yield word, f"{first[0]:02}-{first[1]:02}", f"{last[0]:02}-{last[1]:02}"


def _parties(report: DatabaseReport) -> Iterator[Row]:
    plan = report.plan
    for party_id, one in plan.parties.items():
        whole = plan.party_named(one.part_of) if one.part_of else None
        yield party_id, one.name or party_id, whole, True, one.note, one.source
    yield from ((name, name, None, False, None, None) for name in report.unlisted_parties)


def _party_aliases(report: DatabaseReport) -> Iterator[Row]:
    return _aliases((party_id, one.aliases) for party_id, one in report.plan.parties.items())


def _bodies(report: DatabaseReport) -> Iterator[Row]:
    for body_id, one in report.plan.decided.bodies.items():
        yield body_id, one.name, one.role, one.note, one.source


def _body_aliases(report: DatabaseReport) -> Iterator[Row]:
    return _aliases((body_id, one.aliases) for body_id, one in report.plan.decided.bodies.items())


def _aliases(named: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Row]:
    return ((name, number, alias) for name, aliases in named for number, alias in enumerate(aliases, 1))


def _sources(report: DatabaseReport) -> Iterator[Row]:
    for source_id, one in report.plan.decided.sources.items():
        yield source_id, one.title, True, one.body, *rough(one.date), one.case, one.file, one.url, one.note
    nothing = (None,) * 8
    yield from ((name, name, False, *nothing) for name in report.unlisted_sources)


def _meetings(report: DatabaseReport) -> Iterator[Row]:
    for number, one in enumerate(report.plan.decided.meetings, 1):
        yield number, one.body, *rough(one.date), one.note, one.source


def _decisions(report: DatabaseReport) -> Iterator[Row]:
    file = report.plan.decisions_file
    for number, one in enumerate(report.plan.decided.decisions):
        stands = (one.case, one.standing, one.evidence, one.note, one.source)
        line = report.line(file, ("decisions", number))
        yield one.id, one.title, one.body, *rough(one.date), *stands, report.name_of(file), line


def _points(report: DatabaseReport) -> Iterator[Row]:
    file = report.plan.decisions_file
    for number, one in enumerate(report.plan.decided.decisions):
        for index, point in enumerate(one.points):
            line = report.line(file, ("decisions", number, "points", index))
            yield one.id, point.id, point.summary, point.note, line


def _replacements(report: DatabaseReport) -> Iterator[Row]:
    for one in report.plan.decided.decisions:
        yield from ((one.id, number, *reference(key)) for number, key in enumerate(one.replaces, 1))


def _columns(report: DatabaseReport) -> Iterator[Row]:
    file = report.plan.file
    for number, (name, one) in enumerate(report.plan.columns.items(), 1):
        behind = (*reference(one.adopted_by), *reference(one.proposed_by))
        year = report.plan.authorities[name].year
        line = report.line(file, ("columns", name))
        yield name, number, *behind, year, one.note, one.source, report.name_of(file), line


def _areas(report: DatabaseReport) -> Iterator[Row]:
    for number, one in enumerate(report.plan.written.areas, 1):
        yield one.id, one.name, number, one.note, one.source


def _focus_areas(report: DatabaseReport) -> Iterator[Row]:
    found = [(area.id, one) for area in report.plan.written.areas for one in area.focus_areas]
    for number, (area, one) in enumerate(found, 1):
        yield one.id, one.name, area, number, one.note, one.source


def _measures(report: DatabaseReport) -> Iterator[Row]:
    written = report.plan.written
    for number, path in enumerate(measure_paths(report.plan), 1):
        area = written.areas[int(path[1])]
        focus_area = area.focus_areas[int(path[3])] if path[2] == "focus_areas" else None
        one = (focus_area or area).measures[int(path[-1])]
        yield number, one.name, area.id, focus_area.id if focus_area else None, one.note, one.source


def measure_paths(plan: Plan) -> Iterator[Path]:
    """Where each measure is written, in the order of the file."""
    for number, area in enumerate(plan.written.areas):
        for index, focus_area in enumerate(area.focus_areas):
            below = ("areas", number, "focus_areas", index, "measures")
            yield from ((*below, place) for place in range(len(focus_area.measures)))
        yield from (("areas", number, "measures", place) for place in range(len(area.measures)))


TABLES: tuple[Table, ...] = (
    ("meta", _meta),
    ("files", _files),
    ("seasons", _seasons),
    ("parties", _parties),
    ("party_aliases", _party_aliases),
    ("bodies", _bodies),
    ("body_aliases", _body_aliases),
    ("sources", _sources),
    ("meetings", _meetings),
    ("decisions", _decisions),
    ("points", _points),
    ("replacements", _replacements),
    ("columns", _columns),
    ("areas", _areas),
    ("focus_areas", _focus_areas),
    ("measures", _measures),
)
