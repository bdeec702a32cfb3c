"""The rows of what is said of the items: the items, what happened to them, the status texts and their readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import ONE_DAY
from vrplan.render.as_sqlite.written import measure_paths, reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Path
    from vrplan.model.plan import Plan
    from vrplan.render.as_sqlite.written import Row, Table, Value
    from vrplan.reports.database import DatabaseReport


class _Headings:
    """What stands at a path, or above it: the area, the focus area, the measure, by what refers to them."""

    def __init__(self, plan: Plan) -> None:
        self.areas = plan.written.areas
        self.measures = {path: number for number, path in enumerate(measure_paths(plan), 1)}

    def over(self, path: Path) -> tuple[str | None, str | None, int | None]:
        """The area, the focus area and the measure; an obligation of the whole plan stands under none."""
        if len(path) < 2 or path[0] != "areas":
            return None, None, None
        area = self.areas[int(path[1])]
        below = path[3] if len(path) > 3 and path[2] == "focus_areas" else None
        focus_area = area.focus_areas[int(below)].id if below is not None else None
        measure = self.measures.get(path[: path.index("measures") + 2]) if "measures" in path else None
        return area.id, focus_area, measure


def _items(report: DatabaseReport) -> Iterator[Row]:
    plan, headings = report.plan, _Headings(report.plan)
    last = report.ceases - ONE_DAY if report.ceases else None
    for number, one in enumerate(plan.items, 1):
        until = last if one.owner in plan.organisation_with_parts else None
        who = (one.resource, one.owner, until, one.kind, one.who, one.recipient)
        where = (one.note, one.source, number, report.name_of(one.file), one.line)
        yield one.id, one.level, one.name, *headings.over(one.path), *who, *where


def _events(report: DatabaseReport) -> Iterator[Row]:
    happened = [(item, index, event) for item in report.plan.items for index, event in enumerate(item.events)]
    for number, (item, index, one) in enumerate(happened, 1):
        what = (one.date, one.what, one.recipient, one.who, one.from_, one.to, *reference(one.decision))
        line = report.line(item.file, (*item.path, "events", index))
        yield number, item.id, *what, one.note, one.source, report.name_of(item.file), line


def _statuses(report: DatabaseReport) -> Iterator[Row]:
    plan, headings = report.plan, _Headings(report.plan)
    by_path = {item.path: item.id for item in plan.items}
    for number, one in enumerate(plan.statements(), 1):
        column = one.authority.column
        authority = (column, *reference(None if column else one.authority.key))
        above = one.path[: one.path.index("status")]
        _, focus_area, measure = headings.over(above)
        at: dict[str, Value] = {
            "own": by_path.get(above),
            "measure": measure,
            "focus_area": focus_area,
        }
        where = [at[reach] if reach == one.reach else None for reach in at]
        written = (one.note, one.source, report.name_of(one.file), report.line(one.file, one.path))
        yield number, one.text, *authority, one.reach, *where, *written


def _status_limits(report: DatabaseReport) -> Iterator[Row]:
    for number, one in enumerate(report.plan.statements(), 1):
        yield from ((number, item, "only") for item in sorted(one.only))
        yield from ((number, item, "except") for item in sorted(one.except_))


def _readings(report: DatabaseReport) -> Iterator[Row]:
    for number, statement in enumerate(report.plan.statements(), 1):
        one = statement.reading
        when = (one.start, one.end, one.precision)
        yield number, one.kind, *when, one.recipient, one.recurrence, one.modality, one.done


def _remarks(report: DatabaseReport) -> Iterator[Row]:
    for status, statement in enumerate(report.plan.statements(), 1):
        for number, one in enumerate(statement.reading.remarks, 1):
            yield status, number, one.code, one.message


TABLES: tuple[Table, ...] = (
    ("items", _items),
    ("events", _events),
    ("statuses", _statuses),
    ("status_limits", _status_limits),
    ("readings", _readings),
    ("remarks", _remarks),
)
