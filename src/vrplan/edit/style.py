"""Values written as the text around them is: how far in, in brackets or in lines, with which quotation marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from vrplan.edit.scalars import is_plain, scalar

if TYPE_CHECKING:
    from vrplan.edit.nodes import Found, Kind, Node

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""What can be added: a text, a list, or keys with their values."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the neighbours of a new value are written."""

    mark_of_keys: str = ""
    mark_of_texts: str = ""
    """The quotation mark that all of them have, also where they could do without; else nothing."""
    inside_braces: str = ""
    """The blank between a brace and what stands in it, where the neighbours have one."""
    step: int = 2
    """How far in a mapping stands in a mapping."""
    to_dash: int = 2
    """How far in a list stands below its key."""
    from_dash: int = 2
    """How far an entry stands from its dash."""


def style_of(found: Found, neighbour: Node | None, text: str) -> Style:
    """The style of a mapping that stands beside or around the new value, and of the whole text's indentation."""
    pairs = neighbour.pairs if neighbour is not None else []
    has_blank = neighbour is not None and neighbour.in_brackets and text[neighbour.start + 1].isspace()
    to_dash, from_dash = _usual(found, "mapping", "list", 2), _usual(found, "list", "mapping", 2)
    return Style(
        _one_mark([key for key, _ in pairs]),
        _one_mark([value for _, value in pairs if value.kind == "text"]),
        " " if has_blank else "",
        _usual(found, "mapping", "mapping", to_dash or from_dash),
        to_dash,
        from_dash,
    )


def _one_mark(texts: list[Node]) -> str:
    signs = {one.sign for one in texts}
    is_a_habit = any(is_plain(one.value) for one in texts)
    return signs.pop() if len(signs) == 1 and signs <= {'"', "'"} and is_a_habit else ""


def _usual(found: Found, outer: Kind, inner: Kind, otherwise: int) -> int:
    """The indentation that is met most often, or another where there is none to follow."""
    _, distance = max(
        ((number, distance) for (*both, distance), number in found.indents.items() if both == [outer, inner]),
        default=(0, otherwise),
    )
    return distance


def in_brackets(value: Value, style: Style) -> str:
    """The value on one line."""
    if isinstance(value, str):
        return scalar(value, in_brackets=True, mark=style.mark_of_texts)
    if isinstance(value, Mapping):
        pairs = ", ".join(pair_in_brackets(key, one, style) for key, one in value.items())
        return "{" + style.inside_braces + pairs + style.inside_braces + "}"
    return "[" + ", ".join(in_brackets(one, style) for one in value) + "]"


def pair_in_brackets(key: str, value: Value, style: Style) -> str:
    """A key and its value, without the braces around them."""
    return f"{scalar(key, in_brackets=True, mark=style.mark_of_keys)}: {in_brackets(value, style)}"


def pair_lines(key: str, value: Value, style: Style) -> list[str]:
    """A key and its value in lines of their own, the first of which begins at the key."""
    written = scalar(key, mark=style.mark_of_keys)
    if isinstance(value, str):
        return [f"{written}: {scalar(value, mark=style.mark_of_texts)}"]
    if isinstance(value, Mapping):
        return [f"{written}:", *_indented(mapping_lines(value, style), style.step)]
    if all(isinstance(one, str) for one in value):
        return [f"{written}: {in_brackets(value, style)}"]
    entries = [line for entry in value for line in entry_lines(entry, style, style.from_dash)]
    return [f"{written}:", *_indented(entries, style.to_dash)]


def entry_lines(value: Value, style: Style, from_dash: int) -> list[str]:
    """An entry of a list in lines of its own, the first of which begins at the dash."""
    if not isinstance(value, Mapping):
        return [f"-{' ' * (from_dash - 1)}{in_brackets(value, style)}"]
    first, *others = mapping_lines(value, style)
    return [f"-{' ' * (from_dash - 1)}{first}", *_indented(others, from_dash)]


def mapping_lines(value: Mapping[str, Value], style: Style) -> list[str]:
    """The pairs of a mapping, one below the other."""
    return [line for key, one in value.items() for line in pair_lines(key, one, style)]


def _indented(lines: list[str], columns: int) -> list[str]:
    return [" " * columns + line for line in lines]
