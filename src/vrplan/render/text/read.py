"""`read` as plain lines: a text and, below it, how it is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.wording.remarks import remark_told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.phrases import Remark
    from vrplan.reports.read import Phrase


def phrases(read: Iterable[Phrase], explain: bool) -> str:
    """A line for each text: its reading, then the remarks; with `explain` also which words gave what."""
    lines: list[str] = []
    for one in read:
        lines.append(f"{visible(one.text)}")
        lines.append(f"  {wording.reading(one.reading)}")
        lines += [f"  {_note(remark)}" for remark in one.reading.remarks]
        if explain:
            lines += [f"  {line}" for line in wording.explained(one)]
    return "\n".join(lines) + ("\n" if lines else "")


def _note(remark: Remark) -> str:
    return _("note: {remark} ({code})").format(remark=remark_told(remark), code=remark.code)
