"""One addition to a text: what it adds to the data, and the ways to put it among the lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vrplan.edit.style import Value
from vrplan.edit.ways import to_list, to_mapping, to_nothing, without_last_break

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from vrplan.edit.nodes import Found
    from vrplan.edit.splices import Splice
    from vrplan.findings import Path


class Refused(Exception):  # noqa: N818 - an answer, not an error: the text is as it was
    """Why a text cannot be changed as it was asked; nothing is changed."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What is added: a pair (with a key) to a mapping, or an entry (without) to a list, as last or `first`.

    A mapping or list that is not there is begun, above the keys that it is to stand `ahead_of`; so does a pair.
    """

    path: Path
    """The path of that mapping or list."""
    key: str | None
    value: Value
    ahead_of: Collection[str] = ()
    first: bool = False
    more: Sequence[Value] = ()
    """Further entries of the list, behind the one."""
    is_begun: bool = False
    """Whether it is the mapping or list itself, with its first pair or entry."""

    @property
    def entries(self) -> list[Value]:
        """The entries that are added to a list."""
        return [self.value, *self.more]


def from_what_is_there(data: Any, asked: Addition) -> tuple[Addition, bool]:
    """The addition to a node that is there, and whether that has no value yet; what it is to stand in is added too."""
    node = data
    for step in asked.path[:-1]:
        node = node[step]
    last = asked.path[-1] if asked.path else None
    if last is None or (isinstance(node, list) or node.get(last) is not None):
        return asked, False
    value: Value = asked.entries if asked.key is None else {asked.key: asked.value}
    if last in node:
        return Addition(asked.path, None, value), True
    return Addition(asked.path[:-1], str(last), value, asked.ahead_of, is_begun=True), False


def carry_out(data: Any, asked: Addition) -> None:
    """Add to the data what is asked, as the text should read afterwards. Raises Refused."""
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
        at = 0 if asked.first else len(node)
        node[at:at] = asked.entries
        return
    if not isinstance(node, dict):
        raise Refused(f"{_named(asked.path)} holds no keys")
    if asked.key in node:
        raise Refused(f"{asked.key} stands there already")
    node[asked.key] = asked.value


def ways(text: str, found: Found, addition: Addition, is_empty: bool) -> Iterator[list[Splice]]:
    """The ways to add it, the best first; in the end those that a last text without a line break calls for."""
    usual = list(_ways_to(text, found, addition, is_empty))
    yield from usual
    if found.last_sign is not None and not text.endswith(("\n", "\r")):
        yield from ([without_last_break(text, found.last_sign), *one] for one in usual)


def _ways_to(text: str, found: Found, addition: Addition, is_empty: bool) -> Iterator[list[Splice]]:
    if is_empty:
        return to_nothing(text, found, addition.value)
    if addition.key is None:
        return to_list(text, found, addition.entries, addition.first)
    pair = (addition.key, addition.value)
    return to_mapping(text, found, pair, addition.ahead_of, is_begun=addition.is_begun)


def _named(path: Path) -> str:
    return str(path[-1]) if path else "the file"
