"""Where wanted values stand in a text: its events walked once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from vrplan.findings import Path, Place, Spot
from vrplan.yaml_source.events import parser, place

if TYPE_CHECKING:
    from collections.abc import Callable


class _Key(NamedTuple):
    path: Path
    key: bool


class PlaceFinder:
    """Walks the events once more and notes where the wanted paths stand."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.next_event: Callable[[], Any] = parser(text).get_event
        self.found: dict[_Key, Place] = {}

    def find(self, spots: list[Spot]) -> dict[Spot, Place]:
        tree: dict[Any, Any] = {}
        for spot in spots:
            node = tree
            for step in spot.path:
                node = node.setdefault(step, {})
        try:
            while type(event := self.next_event()) is not DocumentStartEvent:
                if type(event) is StreamEndEvent:
                    break
            else:
                self._node(self.next_event(), tree, ())
        except YAMLError:
            pass  # what stands before the fault has been found
        return {spot: self._nearest(spot) for spot in spots}

    def _nearest(self, spot: Spot) -> Place:
        path = spot.path
        key = spot.key
        while path and _Key(path, key) not in self.found:
            if _Key(path, False) in self.found:
                return self.found[_Key(path, False)]
            path = path[:-1]
            key = True
        return (
            self.found.get(_Key(path, key)) or self.found.get(_Key((), False)) or Place(self.file, 1, 1, 1, 1)
        )

    def _node(self, event: Any, tree: dict[Any, Any] | None, path: Path) -> Any:
        """Read the node that begins with `event`; give its end mark. Depth was limited when it was built."""
        kind = type(event)
        if kind is MappingStartEvent:
            end = self._mapping(tree, path)
        elif kind is SequenceStartEvent:
            end = self._sequence(tree, path)
        else:
            end = event.end_mark
        if tree is not None:
            is_block = kind in (MappingStartEvent, SequenceStartEvent) and not event.flow_style
            last = event.start_mark if is_block else end
            self.found[_Key(path, False)] = place(self.file, event.start_mark, last)
        return end

    def _mapping(self, tree: dict[Any, Any] | None, path: Path) -> Any:
        while type(event := self.next_event()) is not MappingEndEvent:
            step = event.value if type(event) is ScalarEvent else None
            below = tree.get(step) if tree else None
            if below is not None:
                self.found[_Key((*path, str(step)), True)] = place(
                    self.file, event.start_mark, event.end_mark
                )
            elif step is None:
                self._node(event, None, path)
            self._node(self.next_event(), below, (*path, str(step)) if below is not None else path)
        return event.end_mark

    def _sequence(self, tree: dict[Any, Any] | None, path: Path) -> Any:
        index = 0
        while type(event := self.next_event()) is not SequenceEndEvent:
            below = tree.get(index) if tree else None
            self._node(event, below, (*path, index))
            index += 1
        return event.end_mark
