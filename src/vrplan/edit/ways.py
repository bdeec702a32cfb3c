"""Where and how something is put among the lines or into the brackets of what stands there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from vrplan.edit.scalars import scalar
from vrplan.edit.splices import Splice, end_of_line, line_break, past_comments
from vrplan.edit.style import Style, Value, entry_lines, in_brackets, pair_in_brackets, pair_lines, style_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from vrplan.edit.nodes import Found, Node

_COMMENT_OR_COMMA = re.compile(r"#[^\r\n]*|,")
_BLOCK_SIGN = re.compile(r"([|>])([+\d]*)")
_EMPTY_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


def to_mapping(
    text: str, found: Found, pair: tuple[str, Value], ahead_of: Collection[str], *, is_begun: bool
) -> Iterator[list[Splice]]:
    """The ways to put a key into a mapping, the best first: behind the last key, or before those it is to precede.

    `is_begun` when the value is a group that others will be added to: that is written in lines.
    """
    node = found.node
    key, value = pair
    style = style_of(found, node, text)
    if node.in_brackets:
        inside = [(name.start, one.end) for name, one in node.pairs]
        yield _into_brackets(text, node, inside, pair_in_brackets(key, value, style))
        return
    written = None if is_begun else _as_beside(text, found, key, value)
    lines = [" " * node.column + line for line in written or pair_lines(key, value, style)]
    names = [one.value for one, _ in node.pairs]
    first = next((index for index, name in enumerate(names) if index and name in ahead_of), len(names))
    for _, above in node.pairs[first - 1 :: -1]:
        yield [_below(text, above, node.column, lines)]


def to_list(text: str, found: Found, values: Sequence[Value], first: bool) -> Iterator[list[Splice]]:
    """The ways to put entries into a list, written as their neighbour is; behind the others, or before them."""
    node = found.node
    if not node.entries:
        style = style_of(found, found.above, text)
        yield _into_brackets(text, node, [], ", ".join(in_brackets(one, style) for one in values))
        return
    neighbour = node.entries[0 if first else -1]
    style = style_of(found, neighbour, text)
    if node.in_brackets:
        inside = [(one.start, one.end) for one in node.entries]
        new = ", ".join(in_brackets(one, style) for one in values)
        yield _into_brackets(text, node, inside, new) if not first else [_first_in_brackets(node, new)]
        return
    from_dash = neighbour.column - node.column if neighbour.column > node.column + 1 else style.from_dash
    apart = [""] if _stand_apart(text, node) and not neighbour.takes_lines_below else []
    entries = [_entry(one, style, from_dash, neighbour.in_brackets) for one in values]
    lines = [line for one in entries for line in (*apart, *(" " * node.column + line for line in one))]
    if first:
        yield [_above(text, neighbour, node.column, [*lines[len(apart) :], *apart])]
    else:
        yield [_below(text, neighbour, node.column, lines)]


def to_nothing(text: str, found: Found, value: Value) -> Iterator[list[Splice]]:
    """The ways to put a value where a key has none, or a sign for nothing (~)."""
    node, above = found.node, found.above
    if above is None:
        return
    style = style_of(found, above, text)
    if above.in_brackets:
        has_gap = node.start == node.end and text[node.start].isspace()
        start, end = (node.start + 1, node.end + 1) if has_gap else (node.start, node.end)
        gap = "" if text[start - 1].isspace() else " "
        yield [Splice(start, end, gap + in_brackets(value, style))]
        return
    key = next(key for key, one in above.pairs if one is node)
    gone = node.start - (len(text[: node.start]) - len(text[: node.start].rstrip(" \t")))
    lines = [" " * above.column + line for line in pair_lines(key.value, value, style)[1:]]
    removed = [Splice(gone, node.end, "")] if node.end > node.start else []
    yield [*removed, _below(text, node, above.column + 1, lines)]


def _as_beside(text: str, found: Found, key: str, value: Value) -> list[str] | None:
    """A key with its value in brackets, where the last mapping beside it has them."""
    beside = [one for _, one in found.node.pairs if one.kind == "mapping"]
    if not isinstance(value, Mapping) or not beside or not beside[-1].in_brackets:
        return None
    mark = style_of(found, found.node, text).mark_of_keys
    return [f"{scalar(key, mark=mark)}: {in_brackets(value, style_of(found, beside[-1], text))}"]


def without_last_break(text: str, sign: int) -> Splice:
    """The sign of a text of several lines, made to say that no line break ends the text: so it stays what it is.

    At the end of a file a text may have none; once lines stand below it, only this sign (|-) tells.
    """
    match = _BLOCK_SIGN.match(text, sign)
    assert match is not None
    return Splice(match.start(), match.end(), match[1] + match[2].replace("+", "") + "-")


def _entry(value: Value, style: Style, from_dash: int, brackets: bool) -> list[str]:
    if brackets:
        return [f"-{' ' * (from_dash - 1)}{in_brackets(value, style)}"]
    return entry_lines(value, style, from_dash)


def _below(text: str, above: Node, column: int, lines: list[str]) -> Splice:
    """The lines put below a node, and below the comments that belong to it."""
    new = line_break(text, above.end)
    if above.takes_lines_below:
        is_last = above.end == len(text) and not text.endswith(("\n", "\r"))
        return Splice(above.end, above.end, new.join(["", *lines] if is_last else [*lines, ""]))
    end = past_comments(text, above.end, column)
    return Splice(end, end, new.join(["", *lines]))


def _above(text: str, below: Node, column: int, lines: list[str]) -> Splice:
    """The lines put above an entry of a list, in the place of its dash."""
    dash = text.rindex("-", 0, below.start)
    rest = [lines[0].lstrip(), *lines[1:], " " * column]
    return Splice(dash, dash, line_break(text, dash).join(rest))


def _stand_apart(text: str, node: Node) -> bool:
    """Whether empty lines stand between the entries of a list."""
    if len(node.entries) < 2:
        return False
    last, one_before = node.entries[-1], node.entries[-2]
    return bool(_EMPTY_LINE.search(text[one_before.end : last.start]))


def _into_brackets(text: str, node: Node, inside: list[tuple[int, int]], new: str) -> list[Splice]:
    """The new part put behind the others, whose stretches are given; on a line of its own where those have one."""
    close = node.end - 1
    if not inside:
        return [Splice(close, close, new)]
    start, end = inside[-1]
    signs = list(_COMMENT_OR_COMMA.finditer(text, end, close))
    commas = [one.end() for one in signs if one[0] == ","]
    behind = commas[0] if commas else end
    has_lines = all(_begins_a_line(text, one) for one, _ in inside)
    if not has_lines and len(signs) == len(commas):
        return [Splice(behind, behind, f" {new}," if commas else f", {new}")]
    column = _column(text, start) if has_lines else node.column + 2
    after = min(end_of_line(text, behind), close)
    line = line_break(text, behind) + " " * column + new + ("," if commas else "")
    return (
        [Splice(after, after, line)] if commas else [Splice(behind, behind, ","), Splice(after, after, line)]
    )


def _first_in_brackets(node: Node, new: str) -> Splice:
    start = node.entries[0].start
    return Splice(start, start, f"{new}, ")


def _begins_a_line(text: str, position: int) -> bool:
    return text[position - _column(text, position) : position].isspace()


def _column(text: str, position: int) -> int:
    return position - max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) - 1
