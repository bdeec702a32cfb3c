"""Changes of a text as stretches that are replaced, and where new lines can be put."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Splice(NamedTuple):
    """A stretch of a text, from `start` to before `end`, and what stands there instead."""

    start: int
    end: int
    new: str


def applied(text: str, splices: list[Splice]) -> str:
    """The text with the splices, which stand in the order of the text."""
    parts, position = [], 0
    for splice in splices:
        parts += [text[position : splice.start], splice.new]
        position = splice.end
    return "".join(parts) + text[position:]


def taken_back(text: str, splices: list[Splice], before: str) -> str:
    """The changed text with every change taken back: byte for byte what it was, or something else has changed."""
    back, shift = [], 0
    for splice in splices:
        start = splice.start + shift
        back.append(Splice(start, start + len(splice.new), before[splice.start : splice.end]))
        shift += len(splice.new) - (splice.end - splice.start)
    return applied(text, back)


def standing_apart(changes: Sequence[list[Splice] | None]) -> set[int]:
    """The numbers of changes of which no two meet; of those that do, the first in the text, then the first asked."""
    spans = sorted((min(one)[0], max(one)[1], number) for number, one in enumerate(changes) if one)
    apart: set[int] = set()
    behind = -1
    for start, end, number in spans:
        if start > behind:
            apart.add(number)
            behind = end
    return apart


def end_of_line(text: str, position: int) -> int:
    """Where the line ends that a position stands in, before its line break."""
    match = _LINE_END.search(text, position)
    return match.start() if match else len(text)


def line_break(text: str, position: int) -> str:
    """The line break that ends the line of a position; that of an earlier line where it has none."""
    match = _LINE_END.search(text, position) or next(_LINE_END.finditer(text), None)
    return match[0] if match and match[0] in {"\n", "\r\n", "\r"} else "\n"


def past_comments(text: str, position: int, column: int) -> int:
    """The end of the line of `position`, or of the last of the comment lines below that belong to what stands there.

    Those are indented at least to `column`, and farther in than the next line that is no comment.
    """
    end = end_of_line(text, position)
    comments: list[tuple[int, int]] = []
    next_column = -1
    for start, stop in _lines_below(text, end):
        line = text[start:stop]
        indentation = len(line) - len(line.lstrip(" \t"))
        if line[indentation : indentation + 1] != "#":
            next_column = indentation if line.strip() else -1
            break
        comments.append((indentation, stop))
    for indentation, stop in comments:
        if indentation < column or indentation <= next_column:
            break
        end = stop
    return end


def _lines_below(text: str, end: int) -> Iterator[tuple[int, int]]:
    while match := _LINE_END.match(text, end):
        start, end = match.end(), end_of_line(text, match.end())
        yield start, end
