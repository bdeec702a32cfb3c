"""`agenda` as plain lines: the meetings, then one line for each entry, with what is not decided below."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import english
from vrplan.render.safe import visible
from vrplan.render.text.columns import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.reports.agenda import AgendaEntry, AgendaReport


def agenda(report: AgendaReport) -> list[str]:
    """The meetings and what is next, the gravest first."""
    lines = [*english.header(report.view, "agenda from"), english.looks_until(report), "", "Meetings:"]
    lines += [f"    {line}" for line in english.meetings(report)]
    for section, some in groupby(report.entries, key=lambda one: one.section):
        lines += ["", f"{english.heading(section, report)}:", *_lines(list(some), report)]
    return [*lines, "", english.agenda_counts(report)]


def _lines(entries: Sequence[AgendaEntry], report: AgendaReport) -> Iterator[str]:
    rows = [
        (
            english.upcoming(one, report),
            *([by] if (by := english.decide_by(one, report)) else []),
            one.now.item.id,
            english.who(one),
            visible(one.now.item.name),
            english.said_of(one)[0],
        )
        for one in entries
    ]
    for one, row in zip(entries, columns(rows), strict=True):
        yield f"    {row}"
        yield from (f"        {line}" for line in english.said_of(one)[1:])
