"""`timeline` as a page: a table of what is dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render.language import _
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown
from vrplan.render.wording import timeline as told

if TYPE_CHECKING:
    from vrplan.model.plan import Plan
    from vrplan.reports.dated import Dated
    from vrplan.reports.timeline import TimelineReport


def timeline(report: TimelineReport) -> list[str]:
    """What is dated, a row for each."""
    lines = header(report.view, _("timeline, seen on"))
    lines += [f"- **{label}:** {markdown(line)}" for label, line in told.timeline_opening(report)]
    if not report.entries:
        return [*lines, "", markdown(told.nothing_dated(report))]
    columns = (_("Date"), _("What"), _("Item"), _("Id"), _("Details"), _("Words"), _("Decision"))
    rows = (_row(one, report.view.plan) for one in report.entries)
    return [*lines, "", *table(columns, rows)]


def _row(entry: Dated, plan: Plan) -> tuple[str, ...]:
    key, name = told.named(entry, plan)
    return (
        told.on_day(entry),
        told.what_happens(entry),
        name,
        key,
        told.terms(entry, plan),
        told.entry_words(entry),
        told.entry_decision(entry, plan),
    )
