"""How many notes, named sources and acceptances differ between two versions of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vrplan.model.decided import Decision, Meeting
from vrplan.model.written import Event, Measure, Sentence, Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vrplan.model.plan import Plan

Where = tuple[object, ...]

_KEYS = ("note", "source", "accept")
_TELL_THEIR_SOURCE = (Decision, Meeting, Event)
"""Of these the source is one of the facts that are compared one by one."""


@dataclass(frozen=True, slots=True)
class Notes:
    """In how many places of both versions the notes, the named sources and the accepted findings differ."""

    notes: int = 0
    sources: int = 0
    acceptances: int = 0

    @property
    def differ(self) -> bool:
        """Whether any does."""
        return bool(self.notes or self.sources or self.acceptances)


def notes_changed(before: Plan, after: Plan) -> Notes:
    """Count what is remarked otherwise beside the entries of both; what is new or gone has its own line."""
    was, now = _entries(before), _entries(after)
    both = [(was[where], now[where]) for where in was if where in now]
    return Notes(*(sum(one.get(key) != other.get(key) for one, other in both) for key in _KEYS))


def _entries(plan: Plan) -> dict[Where, Mapping[str, Any]]:
    return {**dict(_within(plan.written, ("plan",))), **dict(_within(plan.decided, ("decisions",)))}


def _within(value: Any, path: Where) -> Iterator[tuple[Where, Mapping[str, Any]]]:
    """Everything that may have a note, by where it stands: not by its line, so that it may be moved."""
    if isinstance(value, Written):
        here = _place(value, path)
        told = {key: getattr(value, key, None) for key in _KEYS}
        yield here, told | {"source": None} if isinstance(value, _TELL_THEIR_SOURCE) else told
        for name, below in vars(value).items():
            if name not in _KEYS:
                yield from _within(below, (*here, name))
    elif isinstance(value, dict):
        for name, below in value.items():
            yield from _within(below, (*path, name))
    elif isinstance(value, tuple):
        for below in value:
            yield from _within(below, path)
    elif isinstance(value, str) and "status" in path:
        yield (*path, value), {}  # a text gets its note when it becomes a mapping


def _place(value: Written, path: Where) -> Where:
    match value:
        case Measure():
            return (*path, value.name)
        case Sentence():
            return (*path, value.text)
        case Event():
            return (*path, value.date, value.what)
        case Meeting():
            return (*path, value.body, value.date.text)
        case _:
            name = getattr(value, "id", None)
            if name is None:
                return path
            return (*path, name) if path[0] == "decisions" else ("item", name)
