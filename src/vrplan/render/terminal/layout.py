"""What the layouts of all reports share: the header and the colours of states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from vrplan.as_of import State
from vrplan.render import wording

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate


STYLES = {
    State.NOT_STARTED: "dim",
    State.ONGOING: "green",
    State.IN_TRANSITION: "cyan",
    State.DUE: "yellow",
    State.OVERDUE: "bold red",
    State.POSTPONED: "yellow",
    State.TRANSFERRED: "cyan",
    State.ENDED: "dim",
    State.DONE: "green",
    State.CANCELLED: "dim",
    State.ORPHANED: "bold red",
    State.UNDECIDED: "magenta",
    State.UNKNOWN: "magenta",
}


def header(view: PlanOnDate, what: str) -> RenderableType:
    """The first lines of every report, its title in bold."""
    title, *rest = wording.header(view, what)
    return Group(Text(title, "bold"), *(Text(line) for line in rest))
