"""What the pages of all reports share: the heading and the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.safe import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vrplan.as_of import PlanOnDate


def header(view: PlanOnDate, what: str) -> list[str]:
    """The title as a heading, and the lines below it as paragraphs."""
    title, *rest = wording.header(view, what)
    return [f"# {markdown(title)}", "", *(line for told in rest for line in (markdown(told), ""))]


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table: its columns' names, and the rows with whatever stands in them made harmless."""
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    return lines + ["| " + " | ".join(markdown(one) for one in row) + " |" for row in rows]
