"""Plain data from events: dicts, lists and texts; what a plan may not hold becomes a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from vrplan.findings import Code, Finding, Spot, Told
from vrplan.yaml_source.codes import DEEPEST, DUPLICATE_KEY, NOT_A_KEY, NOT_PLAIN, SECOND_DOCUMENT, TOO_DEEP
from vrplan.yaml_source.events import place

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.findings import Value

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Mapping(dict[str, Any]):
    """A YAML mapping that remembers the line it begins on (from 1)."""

    __slots__ = ("line",)
    line: int


class Stop(Exception):  # noqa: N818 - not an error: what is worth reading has been read
    """The rest of the file cannot be read in a meaningful way."""


class Builder:
    """Builds dicts, lists and texts from events; what a plan may not hold becomes a finding."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.nameless: list[tuple[Mapping, str]] = []

    def build(self, parser: Any) -> Any:
        next_event: Callable[[], Any] = parser.get_event
        next_event()  # the stream starts
        if type(event := next_event()) is StreamEndEvent:
            return None
        top: list[Any] = []
        self._read_node(next_event, top)
        next_event()  # the document ends
        if type(event := next_event()) is DocumentStartEvent:
            self._report(SECOND_DOCUMENT, event)
        for mapping, key in self.nameless:
            mapping.pop(key, None)
        return top[0] if top else None

    def _read_node(self, next_event: Callable[[], Any], top: list[Any]) -> None:  # noqa: C901, PLR0915
        # One loop and no calls for the common events (`event.tag` would be one, which makes a text of `event.ctag`):
        # this runs once for every word of a plan.
        stack: list[tuple[Any, Any]] = []
        current: Any = top
        key: str | None = None
        in_mapping = False
        # A plan repeats its keys and most of its texts: each is kept once.
        one_of_each: dict[str, str] = {}
        keep = one_of_each.setdefault
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                value = keep(value, value)
                if event.anchor is not None or event.ctag is not None:
                    self._not_plain(event)
                if value in _NULLS and not event.style:
                    value = None
                if not in_mapping:
                    current.append(value)
                elif key is None:
                    key = self._key(value, event, current)
                else:
                    current[key] = value
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.ctag is not None:
                    self._not_plain(event)
                if in_mapping and key is None:
                    self._stop(NOT_A_KEY, event, {"thing": Told("a list or a group of keys")})
                if len(stack) == DEEPEST:
                    self._stop(TOO_DEEP, event, {})
                stack.append((current, key))
                if kind is MappingStartEvent:
                    current = Mapping()
                    current.line = event.start_mark.line + 1
                    in_mapping = True
                else:
                    current = []
                    in_mapping = False
                key = None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                done = current
                current, key = stack.pop()
                in_mapping = type(current) is Mapping
                if in_mapping:
                    current[key] = done
                    key = None
                else:
                    current.append(done)
            else:  # an alias
                self._not_plain(event)
                if in_mapping and key is None:
                    self._stop(NOT_A_KEY, event, {"thing": Told("an alias")})
                if in_mapping:
                    current[key] = None
                    key = None
                else:
                    current.append(None)
            if not stack and current:
                return

    def _key(self, value: str | None, event: Any, current: Mapping) -> str:
        if not value:
            self._report(NOT_A_KEY, event, {"thing": Told("empty")})
            self.nameless.append((current, ""))
            return ""
        if value == "<<" and not event.style:
            self._report(NOT_PLAIN, event, {"thing": Told("the merge key <<"), "sign": "<<"})
            self.nameless.append((current, value))
        elif value in current:
            self._report(DUPLICATE_KEY, event, {"key": value})
        return value

    def _not_plain(self, event: Any) -> None:
        if type(event) is AliasEvent:
            values: dict[str, Value] = {
                "thing": Told("the alias *{name}", {"name": str(event.anchor)}),
                "sign": "*",
            }
        elif event.anchor is not None:
            values = {"thing": Told("the anchor &{name}", {"name": str(event.anchor)}), "sign": "&"}
        else:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            values = {"thing": Told("the tag {name}", {"name": tag}), "sign": "!"}
        self._report(NOT_PLAIN, event, values)

    def _report(self, code: Code, event: Any, values: dict[str, Value] | None = None) -> None:
        here = place(self.file, event.start_mark, event.end_mark)
        self.findings.append(Finding(code, Spot(self.file, ()), values or {}, place=here))

    def _stop(self, code: Code, event: Any, values: dict[str, Value]) -> None:
        self._report(code, event, values)
        raise Stop
