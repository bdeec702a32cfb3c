"""`timeline` as plain lines: one line for each thing that is dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.text.columns import Cells, columns
from vrplan.render.wording import timeline as told

if TYPE_CHECKING:
    from vrplan.model.plan import Plan
    from vrplan.reports.dated import Dated
    from vrplan.reports.timeline import TimelineReport


def timeline(report: TimelineReport) -> list[str]:
    """What is dated, day by day: when, what, the id and the name, the terms, the words, the decision."""
    lines = [*wording.header(report.view, _("timeline, seen on")), ""]
    lines += [f"{label}: {line}" for label, line in told.timeline_opening(report)]
    rows = columns([_cells(one, report.view.plan) for one in report.entries])
    return [*lines, "", *(row.rstrip() for row in rows or [told.nothing_dated(report)])]


def _cells(entry: Dated, plan: Plan) -> Cells:
    key, name = told.named(entry, plan)
    decision = told.entry_decision(entry, plan)
    last = [part for part in (told.terms(entry, plan), told.entry_words(entry), decision) if part]
    return (told.on_day(entry), told.what_happens(entry), key, name, " – ".join(last))
