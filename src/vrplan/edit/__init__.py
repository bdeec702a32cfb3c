"""Changes what was asked in the text and leaves every other byte alone, or refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vrplan.edit.nodes import find
from vrplan.edit.scalars import Unwritable
from vrplan.edit.splices import Splice, applied
from vrplan.edit.style import Value
from vrplan.edit.ways import to_list, to_mapping, to_nothing, without_last_break
from vrplan.yaml_source import read_yaml
from vrplan.yaml_source.faults import lines_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from vrplan.edit.nodes import Found
    from vrplan.findings import Path

__all__ = ["Edited", "Refused", "Value", "add_entry", "add_pair"]

_BYTE_ORDER_MARK = "\ufeff"
_UNUSUAL = "the file is written in a way in which nothing can be added here without changing something else"


class Refused(Exception):  # noqa: N818 - an answer, not an error: the text is as it was
    """Why a text cannot be changed as it was asked; nothing is changed."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A text with what was added, and the line that this begins on (from 1)."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _Addition:
    """What is added: a pair (with a key) to a mapping, or an entry (without) to a list."""

    path: Path
    """The path of that mapping or list."""
    key: str | None
    value: Value
    ahead_of: Collection[str] = ()
    first: bool = False
    is_begun: bool = False
    """Whether it is the mapping or list itself, with its first pair or entry."""


def add_entry(
    text: str, path: Path, value: Value, *, ahead_of: Collection[str] = (), first: bool = False
) -> Edited:
    """Add an entry to the list at `path`: as the last one, or as the `first`.

    A list that is not there is begun, above the keys that it is to stand `ahead_of`. Raises Refused.
    """
    return _added(text, _Addition(path, None, value, ahead_of, first))


def add_pair(text: str, path: Path, key: str, value: Value, *, ahead_of: Collection[str] = ()) -> Edited:
    """Add a key and its value to the mapping at `path`, as the last one or above the keys it is to stand `ahead_of`.

    A mapping that is not there is begun in the same way. Raises Refused, also where the key is there already.
    """
    return _added(text, _Addition(path, key, value, ahead_of))


def _added(text: str, asked: _Addition) -> Edited:
    mark, body = (text[:1], text[1:]) if text.startswith(_BYTE_ORDER_MARK) else ("", text)
    before = _data(body)
    if before is None:
        raise Refused("the file has errors")
    addition, is_empty = _from_what_is_there(before, asked)
    _carry_out(before, asked)
    try:
        for splices in _ways(body, addition, is_empty):
            new = applied(body, splices)
            if _undone(new, splices, body) == body and _data(new) == before:
                return Edited(mark + new, _line(new, splices))
    except Unwritable as error:
        raise Refused(str(error)) from None
    raise Refused(_UNUSUAL)


def _data(text: str) -> Any:
    """What the text holds; None when it has errors."""
    source = read_yaml(text.encode("utf-8", "surrogatepass"), "")
    return None if source.findings else source.data


def _from_what_is_there(data: Any, asked: _Addition) -> tuple[_Addition, bool]:
    """The addition to a node that is there, and whether that has no value yet; what it is to stand in is added too."""
    node = data
    for step in asked.path[:-1]:
        node = node[step]
    last = asked.path[-1] if asked.path else None
    if last is None or (isinstance(node, list) or node.get(last) is not None):
        return asked, False
    value: Value = [asked.value] if asked.key is None else {asked.key: asked.value}
    if last in node:
        return _Addition(asked.path, None, value), True
    return _Addition(asked.path[:-1], str(last), value, asked.ahead_of, is_begun=True), False


def _carry_out(data: Any, asked: _Addition) -> None:
    """Add to the data what is asked, as the text should read afterwards."""
    node = data
    for step in asked.path[:-1]:
        node = node[step]
    if asked.path:
        last = asked.path[-1]
        if isinstance(node, dict) and node.get(str(last)) is None:
            node[str(last)] = [] if asked.key is None else {}
        node = node[last]
    if asked.key is None:
        if not isinstance(node, list):
            raise Refused(f"{_named(asked.path)} is no list")
        node.insert(0 if asked.first else len(node), asked.value)
        return
    if not isinstance(node, dict):
        raise Refused(f"{_named(asked.path)} holds no keys")
    if asked.key in node:
        raise Refused(f"{asked.key} stands there already")
    node[asked.key] = asked.value


def _named(path: Path) -> str:
    return str(path[-1]) if path else "the file"


def _ways(text: str, addition: _Addition, is_empty: bool) -> Iterator[list[Splice]]:
    """The ways to add it, the best first; in the end those that a last text without a line break calls for."""
    found = find(text, addition.path)
    ways = list(_ways_to(text, found, addition, is_empty))
    yield from ways
    if found.last_sign is not None and not text.endswith(("\n", "\r")):
        yield from ([without_last_break(text, found.last_sign), *one] for one in ways)


def _ways_to(text: str, found: Found, addition: _Addition, is_empty: bool) -> Iterator[list[Splice]]:
    if is_empty:
        return to_nothing(text, found, addition.value)
    if addition.key is None:
        return to_list(text, found, addition.value, addition.first)
    pair = (addition.key, addition.value)
    return to_mapping(text, found, pair, addition.ahead_of, is_begun=addition.is_begun)


def _undone(text: str, splices: list[Splice], before: str) -> str:
    """The changed text with every change taken back: byte for byte what it was, or something else has changed."""
    back, shift = [], 0
    for splice in splices:
        start = splice.start + shift
        back.append(Splice(start, start + len(splice.new), before[splice.start : splice.end]))
        shift += len(splice.new) - (splice.end - splice.start)
    return applied(text, back)


def _line(text: str, splices: list[Splice]) -> int:
    """The line on which the last of the splices begins to say something."""
    *others, last = splices
    start = last.start + sum(len(one.new) - (one.end - one.start) for one in others)
    start += len(last.new) - len(last.new.lstrip(" \t\r\n,"))
    return len(lines_of(text[:start]))
