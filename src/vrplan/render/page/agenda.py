"""`agenda` as a page: the meetings as a list, then a table for each heading."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.page.parts import header, table
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from vrplan.reports.agenda import AgendaEntry, AgendaReport


def agenda(report: AgendaReport) -> list[str]:
    """The meetings and what is next, the gravest first."""
    lines = [*header(report.view, _("agenda from")), markdown(wording.looks_until(report)), ""]
    lines += ["## " + _("Meetings"), "", *(f"- {markdown(line)}" for line in wording.meetings(report))]
    for section, some in groupby(report.entries, key=lambda one: one.section):
        lines += ["", f"## {markdown(wording.heading(section, report))}", ""]
        columns = (_("Item"), _("Id"), _("What is next"), _("Who"), _("Words"))
        lines += table(columns, (_row(one, report) for one in some))
    return [*lines, "", markdown(wording.agenda_counts(report))]


def _row(one: AgendaEntry, report: AgendaReport) -> tuple[str, ...]:
    told = (wording.upcoming(one, report), wording.decide_by(one, report))
    return (
        one.now.item.name,
        one.now.item.id,
        ". ".join(part for part in told if part),
        wording.who(one, report),
        "; ".join(wording.said_of(one)),
    )
