"""Where the values of a text stand: the nodes along a path, and how far the lines around them are indented."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from ruamel.yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from vrplan.yaml_source.events import parser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vrplan.findings import Path

Kind = Literal["text", "mapping", "list"]


@dataclass(slots=True)
class Node:
    """A value and the stretch of the text that it takes: from `start` to before `end`, without what follows it."""

    kind: Kind
    start: int
    end: int
    column: int
    in_brackets: bool = False
    """Whether it is a list or a mapping that is written in brackets."""
    sign: str = ""
    """What a text is written with: a quotation mark, | or >; nothing for a plain one."""
    value: str = ""
    takes_lines_below: bool = False
    """Whether the empty lines below belong to it (`|+`): then it ends where the next line begins."""
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    entries: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """The node at a path, what it stands in, and how far things are indented in this text."""

    node: Node
    above: Node | None
    """The node around it."""
    indents: Counter[tuple[Kind, Kind, int]]
    """How often which kind stands in which other kind, so many columns farther in; brackets are not counted."""
    last_sign: int | None
    """Where the sign (| or >) of the last text stands that has one."""


def find(text: str, path: Path) -> Found:
    """The node at a path that is known to be there, with everything below it."""
    return find_all(text, [path])[0]


def find_all(text: str, paths: Sequence[Path]) -> list[Found]:
    """The nodes at paths that are known to be there, in one walk through the text."""
    sought = _Sought()
    for path in paths:
        sought.add(path)
    walk = _Walk(text)
    walk.to_the_document()
    walk.node(walk.next_event(), sought, ())
    return [Found(*walk.found[path], walk.indents, walk.last_sign) for path in paths]


@dataclass(slots=True)
class _Sought:
    """The paths that lead on from a node, step by step."""

    is_sought: bool = False
    """Whether the node itself is looked for."""
    steps: dict[str | int, _Sought] = field(default_factory=dict)

    def add(self, path: Path) -> None:
        here = self
        for step in path:
            here = here.steps.setdefault(step, _Sought())
        here.is_sought = True


class _Walk:
    """One pass over the events of a text; away from the path nothing is kept but where things end."""

    last_sign: int | None = None

    def __init__(self, text: str) -> None:
        self.text = text
        self.next_event: Callable[[], Any] = parser(text).get_event
        self.indents: Counter[tuple[Kind, Kind, int]] = Counter()
        self.open: list[Node] = []
        self.found: dict[Path, tuple[Node, Node | None]] = {}

    def to_the_document(self) -> None:
        while type(self.next_event()) is not DocumentStartEvent:
            pass

    def node(self, event: Any, sought: _Sought | None, here: Path, whole: bool = False) -> Node:
        """Read the node that begins with `event`, at the path `here`.

        `sought` leads from it to those that are looked for, None away from them; `whole` is kept with all below it.
        """
        is_sought = sought is not None and sought.is_sought
        whole = whole or is_sought
        if type(event) is ScalarEvent:
            node = self._text(event)
        else:
            mark = event.start_mark
            kind: Kind = "mapping" if type(event) is MappingStartEvent else "list"
            node = Node(kind, mark.index, mark.index, mark.column, event.flow_style)
            self._enter(node)
            read = self._mapping if kind == "mapping" else self._list
            read(node, sought, here, whole)
            self.open.pop()
        if is_sought:
            self.found[here] = node, self.open[-1] if self.open else None
        return node

    def _text(self, event: Any) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        sign = event.style or ""
        node = Node("text", start, end, event.start_mark.column, sign=sign, value=event.value)
        if sign in {"|", ">"}:
            self.last_sign = start
            node.takes_lines_below = "+" in self.text[start + 1 : start + 3]
            if not node.takes_lines_below:
                node.end = start + len(self.text[start:end].rstrip())
        return node

    def _enter(self, node: Node) -> None:
        if self.open and not node.in_brackets:
            above = self.open[-1]
            self.indents[above.kind, node.kind, node.column - above.column] += 1
        self.open.append(node)

    def _mapping(self, node: Node, sought: _Sought | None, here: Path, whole: bool) -> None:
        while type(event := self.next_event()) is not MappingEndEvent:
            key = self.node(event, None, ())
            below = sought.steps.get(key.value) if sought is not None else None
            value = self.node(self.next_event(), below, (*here, key.value) if below else (), whole)
            if value.start == value.end:  # parsers differ in where nothing stands
                value.start = value.end = self.text.find(":", key.end) + 1
            _keep(node, value)
            if whole or sought is not None:
                node.pairs.append((key, value))
        _close(node, event)

    def _list(self, node: Node, sought: _Sought | None, here: Path, whole: bool) -> None:
        index = 0
        while type(event := self.next_event()) is not SequenceEndEvent:
            below = sought.steps.get(index) if sought is not None else None
            entry = self.node(event, below, (*here, index) if below else (), whole)
            _keep(node, entry)
            if whole or sought is not None:
                node.entries.append(entry)
            index += 1
        _close(node, event)


def _keep(node: Node, child: Node) -> None:
    node.end, node.takes_lines_below = max(node.end, child.end), child.takes_lines_below


def _close(node: Node, event: Any) -> None:
    if event.start_mark.index < event.end_mark.index:  # a bracket; the end of a block takes no room
        node.end, node.takes_lines_below = event.end_mark.index, False
