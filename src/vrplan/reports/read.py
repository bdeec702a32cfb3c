"""How status texts are understood, without a plan around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.phrases import Context, Reading, read_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Phrase:
    """A status text and its reading."""

    text: str
    reading: Reading


def read(texts: Iterable[str], context: Context) -> Iterator[Phrase]:
    """Read each text on its own, in the order given."""
    return (Phrase(text, read_status(text, context)) for text in texts)
