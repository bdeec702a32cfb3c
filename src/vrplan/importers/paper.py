"""What a paper holds, whatever its format: headings, paragraphs and tables, in their order, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from vrplan.findings import Told, Value

MOST_BYTES = 100_000_000
"""A file with more is no meeting paper, and is not opened."""
MOST_ROWS = 20_000
"""So many rows of a table are read; a paper with more is not a plan."""

SEALED = "vrplan:"
"""With this the identifier of an office file begins that vrplan wrote: a fact that Word keeps, and nobody sees."""


class Unreadable(Exception):  # noqa: N818 - an answer for the user, who is told why in one line
    """Why a paper cannot be read at all; `why` can be told in any language."""

    def __init__(self, template: str, **values: Value) -> None:
        self.why = Told(template, values)
        super().__init__(str(self.why))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its text; line breaks inside it are kept as `\\n`."""

    text: str
    continues_above: bool = False
    """Whether it is merged with the cell above; its text is empty then."""
    continues_left: bool = False
    """Whether it is merged with the cell to its left; its text is empty then."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest. `place` is where people find it: `line 12`, `page 3`, `paragraph 7`."""

    text: str
    level: int
    place: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an entry of a list. `is_strong` when all of it is bold: often a heading without its style."""

    text: str
    place: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, as wide as it is in the paper."""

    cells: tuple[Cell, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table, counted from 1 through the paper; a nested one stands after the one that holds it."""

    number: int
    rows: tuple[Row, ...]
    place: str

    def at(self, place: str) -> str:
        """A place in the table with the table's number, once."""
        number = f"table {self.number}"
        return place if number in place.split(", ") else f"{number}, {place}"


@dataclass(frozen=True, slots=True)
class Struck:
    """Words that are struck through, and where."""

    text: str
    place: str


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was read, and in plain English what of it could not be read."""

    name: str
    blocks: tuple[Block, ...]
    lost: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    """What of it are whole pages: any words may stand there."""
    sha256: str = ""
    """That of the file."""
    struck: tuple[Struck, ...] = ()
    """What is struck through: no part of the texts, which say what holds."""
    is_own: bool = False
    """Whether vrplan wrote it, as the seal in the file says; people may have changed it since."""
