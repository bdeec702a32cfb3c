"""`agenda` at a terminal: the meetings, then what is next; entries with the same story are told together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.terminal.layout import header
from vrplan.reports.agenda import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vrplan.reports.agenda import AgendaEntry, AgendaReport

_STYLES = {
    Section.PASSED: "bold red",
    Section.NOBODY: "bold red",
    Section.DECIDE: "magenta",
    Section.CLOSING: "yellow",
    Section.OPENING: "green",
    Section.RUNNING: "cyan",
    Section.UNDECIDED: "magenta",
}


def agenda(report: AgendaReport) -> RenderableType:
    """The meetings and what is next, the gravest first."""
    parts: list[RenderableType] = [
        header(report.view, _("agenda from")),
        Text(wording.looks_until(report)),
        "",
    ]
    parts.append(Text(_("Meetings"), "bold underline"))
    parts += [_below(Text(line), 2) for line in wording.meetings(report)]
    for section, some in groupby(report.entries, key=lambda one: one.section):
        parts += ["", Text(wording.heading(section, report), "bold underline")]
        for by, entries in groupby(some, key=lambda one: wording.decide_by(one, report)):
            parts += [_below(Text(by, "bold"), 2)] if by else []
            parts += _entries(entries, report)
    return Group(*parts, "", Text(wording.agenda_counts(report)))


def _entries(entries: Iterable[AgendaEntry], report: AgendaReport) -> Iterator[RenderableType]:
    """The names of entries with the same story, then the story once."""
    for (next_of, who, said), alike in groupby(entries, key=lambda one: _story(one, report)):
        for one in alike:
            yield _below(Text.assemble(visible(one.now.item.name), (f"  {one.now.item.id}", "cyan")), 2)
        yield _below(Text.assemble((next_of, _STYLES[one.section]), f" – {who}" if who else ""), 4)
        yield from (_below(Text(line), 4) for line in said)


def _story(one: AgendaEntry, report: AgendaReport) -> tuple[str, str, list[str]]:
    return wording.upcoming(one, report), wording.who(one, report), wording.said_of(one)


def _below(text: Text, columns: int) -> RenderableType:
    return Padding(text, (0, 0, 0, columns))
