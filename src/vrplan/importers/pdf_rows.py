"""A row of a table that a page break has parted: put together again where that is sure, told where it may be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from vrplan.importers.tidy import mended
from vrplan.importers.words import listed

if TYPE_CHECKING:
    from vrplan.importers.paper import Cell

_ENDS: Final = (".", "!", "?", ";")
JOINED: Final = "it goes on over the page, and both parts were put together"
DOUBTFUL: Final = "it may go on over the page; the first row of the next page was kept as a row of its own"

Cells = tuple["Cell", ...]


def over_the_page(above: Cells, below: Cells) -> tuple[Cells | None, str]:
    """The last row of a page with the first of the next, where that only goes on with it; and what to tell of it."""
    if len(above) != len(below) or not any(cell.text.strip() for cell in below):
        return None, ""
    pairs = [(one, rest) for one, rest in zip(above, below, strict=True) if rest.text.strip()]
    sure = [_goes_on(one.text, rest.text) for one, rest in pairs]
    if any(sure) and all(is_sure or _may_go_on(*pair) for is_sure, pair in zip(sure, pairs, strict=True)):
        return tuple(_joined(one, rest) for one, rest in zip(above, below, strict=True)), JOINED
    left_out = sum(
        bool(one.text.strip()) for one, rest in zip(above, below, strict=True) if not rest.text.strip()
    )
    return None, DOUBTFUL if any(sure) or 2 * left_out > len(above) else ""


def _may_go_on(above: Cell, below: Cell) -> bool:
    """Whether a number may go on with a text, where another cell of the row surely goes on."""
    return below.text.strip()[0].isdigit() and bool(above.text.strip()) and not above.text.endswith(_ENDS)


def _goes_on(text: str, rest: str) -> bool:
    """Whether a text that had not come to its end goes on: in a small letter, or after a word that awaits another."""
    words = text.split()
    if not words or words[-1].endswith(_ENDS):
        return False
    awaits = words[-1].endswith((",", "-", "–", "/", "(")) or words[-1].casefold() in listed(
        "splitting", "joining"
    )
    return awaits or rest.strip()[0].islower()


def _joined(above: Cell, below: Cell) -> Cell:
    if not below.text.strip():
        return above
    return replace(above, text=mended(f"{above.text}\n{below.text.strip()}").replace("\n", " "))
