"""`read` as plain lines: a text and, below it, how it is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.reports.read import Phrase


def phrases(read: Iterable[Phrase], explain: bool) -> str:
    """A line for each text: its reading, then the remarks; with `explain` also which words gave what."""
    lines: list[str] = []
    for one in read:
        lines.append(f"{visible(one.text)}")
        lines.append(f"  {wording.reading(one.reading)}")
        lines += [f"  note: {visible(remark.message)} ({remark.code})" for remark in one.reading.remarks]
        if explain:
            lines += [f"  {line}" for line in wording.explained(one)]
    return "\n".join(lines) + ("\n" if lines else "")
