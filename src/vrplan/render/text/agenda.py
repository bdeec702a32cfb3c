"""`agenda` as plain lines: the meetings, then one line for each entry, with what is not decided below."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.text.columns import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.reports.agenda import AgendaEntry, AgendaReport


def agenda(report: AgendaReport) -> list[str]:
    """The meetings and what is next, the gravest first."""
    lines = [*wording.header(report.view, _("agenda from")), wording.looks_until(report)]
    lines += ["", _("Meetings") + ":"]
    lines += [f"    {line}" for line in wording.meetings(report)]
    for section, some in groupby(report.entries, key=lambda one: one.section):
        lines += ["", f"{wording.heading(section, report)}:", *_lines(list(some), report)]
    return [*lines, "", wording.agenda_counts(report)]


def _lines(entries: Sequence[AgendaEntry], report: AgendaReport) -> Iterator[str]:
    rows = [
        (
            wording.upcoming(one, report),
            *([by] if (by := wording.decide_by(one, report)) else []),
            one.now.item.id,
            wording.who(one, report),
            visible(one.now.item.name),
            wording.said_of(one)[0],
        )
        for one in entries
    ]
    for one, row in zip(entries, columns(rows), strict=True):
        yield f"    {row}"
        yield from (f"        {line}" for line in wording.said_of(one)[1:])
