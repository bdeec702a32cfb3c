"""The rows of what holds: which status counts for which item, the states on days and through time, the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render.findings import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.render.as_sqlite.written import Row, Table
    from vrplan.reports.database import DatabaseReport


def _item_statuses(report: DatabaseReport) -> Iterator[Row]:
    numbers = _numbers_of_statuses(report)
    for one in report.voices:
        point = one.statement.authority.point
        decision = one.seen.decision.id if one.seen and one.seen.decision else None
        rests_on = (decision, point.id if point and decision else None)
        standing = one.seen.standing if one.seen else None
        yield one.item.id, numbers[id(one.statement)], one.role, standing, *rests_on


def _dates(report: DatabaseReport) -> Iterator[Row]:
    return ((view.clocks.date, view.in_period) for view in report.views)


def _states(report: DatabaseReport) -> Iterator[Row]:
    statuses, events = _numbers_of_statuses(report), _numbers_of_events(report)
    for day, one in report.items_on_date:
        status = statuses[id(one.holds.statement)] if one.holds else None
        event = events[id(one.happened)] if one.happened else None
        lasts = (one.state, one.since, one.until, one.to, one.confirmed, one.owner)
        yield day, report.as_known, one.item.id, *lasts, status, event


def _history(report: DatabaseReport) -> Iterator[Row]:
    for one in report.views[0].items:
        for number, part in enumerate(one.history, 1):
            yield one.item.id, number, part.first, part.last, part.state, part.to, part.confirmed


def _findings(report: DatabaseReport) -> Iterator[Row]:
    for number, (one, item) in enumerate(report.findings, 1):
        told, place = message(one), one.place
        says = (one.code.code, one.code.name, one.code.severity, told.sentence, told.help or None)
        stands = (one.accepted or None, item.id if item else None, report.name_of(one.spot.file))
        stretch = (place.line, place.column, place.end_line, place.end_column) if place else (None,) * 4
        yield number, *says, *stands, *stretch


def _related_places(report: DatabaseReport) -> Iterator[Row]:
    for finding, (one, _) in enumerate(report.findings, 1):
        for number, (other, sentence) in enumerate(zip(one.related, message(one).related, strict=True), 1):
            line = other.place.line if other.place else None
            yield finding, number, sentence, report.name_of(other.spot.file), line


def _numbers_of_statuses(report: DatabaseReport) -> dict[int, int]:
    return {id(one): number for number, one in enumerate(report.plan.statements(), 1)}


def _numbers_of_events(report: DatabaseReport) -> dict[int, int]:
    events = (event for item in report.plan.items for event in item.events)
    return {id(one): number for number, one in enumerate(events, 1)}


TABLES: tuple[Table, ...] = (
    ("item_statuses", _item_statuses),
    ("dates", _dates),
    ("states", _states),
    ("history", _history),
    ("findings", _findings),
    ("related_places", _related_places),
)
