"""What a reader found to a paper: texts tidied, what is empty left out, and odd letters told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import assert_never

from vrplan.findings import N_, Told
from vrplan.importers.paper import Block, Cell, Heading, Paper, Paragraph, Row, Struck, Table, Unreadable
from vrplan.importers.tidy import has_control_characters, one_line, tidied, without_bullet


def finished(
    name: str,
    blocks: Iterable[Block],
    lost: Iterable[str] = (),
    gaps: Iterable[str] = (),
    struck: Iterable[Struck] = (),
) -> Paper:
    """The paper; raises `Unreadable` when no text at all was found."""
    found = tuple(blocks)
    kept = tuple(tidy for tidy in map(_tidy, found) if not _is_blank(tidy))
    if not any(any(_texts(block)) for block in kept):
        raise Unreadable("{name} holds no text", name=name)
    told = list(dict.fromkeys(lost))
    if any(has_control_characters(text) for block in found for text in _texts(block)):
        told.append("characters that are no text (control characters) were left out")
    words = tuple(Struck(text, one.place) for one in struck if (text := one_line(one.text)))
    return Paper(name, kept, tuple(tidied(line) for line in told), tuple(gaps), struck=words)


@contextmanager
def damage_told(name: str, format_name: str) -> Iterator[None]:
    """A library that meets a damaged file may raise anything at all; the user is told in one line."""
    try:
        yield
    except Unreadable:
        raise
    except Exception as error:
        damaged = N_("{name} is damaged, or is not {form}: it could not be read")
        raise Unreadable(damaged, name=name, form=Told(format_name)) from error


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Table():
            yield from (cell.text for row in block.rows for cell in row.cells)
        case _:
            assert_never(block)


def _is_blank(block: Block) -> bool:
    return not isinstance(block, Table) and not block.text


def _tidy(block: Block) -> Block:
    match block:
        case Heading():
            return replace(block, text=one_line(block.text))
        case Paragraph():
            return replace(block, text=without_bullet(tidied(block.text)))
        case Table():
            return replace(
                block, rows=tuple(Row(tuple(map(_cell, row.cells)), row.place) for row in block.rows)
            )
        case _:
            assert_never(block)


def _cell(cell: Cell) -> Cell:
    return cell if not cell.text else replace(cell, text=tidied(cell.text))
