"""Tables that somebody wrote with tabs where the format has tables of its own: in Word, or in preformatted HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vrplan.importers.grids import bounded
from vrplan.importers.line_tables import Line, table_at
from vrplan.importers.paper import Paragraph, Table


def with_tables(
    paragraphs: Sequence[Paragraph], tables_before: int, lost: list[str]
) -> Iterator[Paragraph | Table]:
    """The paragraphs, those that are rows of a table as one; it is numbered after the tables before it."""
    lines = [Line(paragraph.text, paragraph.place) for paragraph in paragraphs]
    at = 0
    while at < len(lines):
        read = table_at(lines, at)
        if read is None:
            yield paragraphs[at]
            at += 1
            continue
        tables_before += 1
        table, cut = bounded(tables_before, lines[at].place, read.cells())
        lost += [*read.lost, *cut]
        yield table
        at = read.end
