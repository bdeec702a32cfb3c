"""`transfers` at a terminal: hand-overs on the same terms told together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from vrplan.render import english
from vrplan.render.safe import visible
from vrplan.render.terminal.layout import STYLES, header

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.reports.transfers import Transfer, TransfersReport


def transfers(report: TransfersReport) -> RenderableType:
    """The hand-overs, grouped by their terms."""
    parts: list[RenderableType] = [header(report.view, "hand-overs on")]
    if report.to is not None:
        parts += ["", Text(f"To {english.party(report.view.plan, report.to, report.parts)}", "bold")]
    for _, alike in groupby(report.transfers, key=_terms):
        parts += ["", *_together(list(alike))]
    if not report.transfers:
        parts += ["", Text("No hand-over is decided.")]
    parts += ["", *(Text(line) for line in english.hand_over_counts(report))]
    if report.undecided:
        parts += ["", Text(english.UNDECIDED, "bold underline")]
        parts += [Padding(Text(english.mentioned(one)), (0, 0, 0, 2)) for one in report.undecided]
    return Group(*parts)


def _terms(one: Transfer) -> tuple[object, ...]:
    """What hand-overs that are told together have in common."""
    return (one.now.state, one.start, one.end, one.now.confirmed, english.hand_over(one), one.now.beside)


def _together(alike: list[Transfer]) -> Iterable[RenderableType]:
    """The names of hand-overs on the same terms, then the terms once."""
    for one in alike:
        yield Text.assemble(visible(one.now.item.name), (f"  {one.now.item.id}", "cyan"))
    now = alike[0].now
    facts = english.hand_over(alike[0])
    yield Padding(Text.assemble((english.STATES[now.state], STYLES[now.state]), ", ", facts[0]), (0, 0, 0, 2))
    yield Padding(Text(facts[1]), (0, 0, 0, 2))
    for said in now.beside:
        yield Padding(Text(f"also said: {english.beside(said)}", "yellow"), (0, 0, 0, 2))
