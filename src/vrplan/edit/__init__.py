"""Changes what was asked in the text and leaves every other byte alone, or refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vrplan.edit.additions import Addition, Refused, carry_out, from_what_is_there, ways
from vrplan.edit.nodes import find, find_all
from vrplan.edit.scalars import Unwritable
from vrplan.edit.splices import Splice, applied, standing_apart, taken_back
from vrplan.edit.style import Value
from vrplan.yaml_source import read_yaml
from vrplan.yaml_source.faults import lines_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from vrplan.findings import Path

__all__ = ["Addition", "Edited", "Refused", "Value", "add_all", "add_entry", "add_pair"]

_BYTE_ORDER_MARK = "\ufeff"
_UNUSUAL = "the file is written in a way in which nothing can be added here without changing something else"


@dataclass(frozen=True, slots=True)
class Edited:
    """A text with what was added, and the line that this begins on (from 1)."""

    text: str
    line: int


def add_entry(
    text: str, path: Path, value: Value, *, ahead_of: Collection[str] = (), first: bool = False
) -> Edited:
    """Add an entry to the list at `path`: as the last one, or as the `first`.

    A list that is not there is begun, above the keys that it is to stand `ahead_of`. Raises Refused.
    """
    return add_all(text, [Addition(path, None, value, ahead_of, first)])


def add_pair(text: str, path: Path, key: str, value: Value, *, ahead_of: Collection[str] = ()) -> Edited:
    """Add a key and its value to the mapping at `path`, as the last one or above the keys it is to stand `ahead_of`.

    A mapping that is not there is begun in the same way. Raises Refused, also where the key is there already.
    """
    return add_all(text, [Addition(path, key, value, ahead_of)])


def add_all(text: str, additions: Sequence[Addition]) -> Edited:
    """Add everything, or nothing. The line is that of the first change in the text. Raises Refused.

    What stands apart is put in at once, so that a thousand additions take little longer than one; what belongs to
    one place waits for what was asked before it.
    """
    mark, before = (text[:1], text[1:]) if text.startswith(_BYTE_ORDER_MARK) else ("", text)
    body, left = before, list(additions)
    line = 0
    try:
        while left:
            if len(left) == 1:
                one = _alone(body, left.pop())
                body, line = one.text, one.line
            else:
                body, left = _round(body, left)
    except Unwritable as error:
        raise Refused(str(error)) from None
    return Edited(mark + body, line if len(additions) == 1 else _first_change(before, body))


def _alone(body: str, asked: Addition) -> Edited:
    """One addition, in the best of all ways that leave everything else as it was."""
    data = _data(body)
    addition, is_empty = from_what_is_there(data, asked)
    carry_out(data, asked)
    for splices in ways(body, find(body, addition.path), addition, is_empty):
        new = _put_in(body, splices, data)
        if new is not None:
            return Edited(new, _line(new, splices))
    raise Refused(_UNUSUAL)


def _round(body: str, asked: list[Addition]) -> tuple[str, list[Addition]]:
    """As many of the additions as stand apart, each in its best way; and those that are left for the next round."""
    data = _data(body)
    meant = [from_what_is_there(data, one) for one in asked]
    found = find_all(body, [one.path for one, _ in meant])
    best = [next(ways(body, where, *one), None) for where, one in zip(found, meant, strict=True)]
    taken = standing_apart(best)
    for number in taken:
        carry_out(data, asked[number])
    splices = sorted(splice for number in taken for splice in best[number] or ())
    new = _put_in(body, splices, data) if taken else None
    if new is not None:
        return new, [one for number, one in enumerate(asked) if number not in taken]
    half = len(asked) // 2  # one of them needs another way than its best
    return add_all(body, asked[:half]).text, asked[half:]


def _put_in(body: str, splices: list[Splice], expected: Any) -> str | None:
    """The text with the splices, when it holds what is expected and nothing else has changed."""
    new = applied(body, splices)
    is_sound = taken_back(new, splices, body) == body and _read(new) == expected
    return new if is_sound else None


def _data(text: str) -> Any:
    """What the text holds. Raises Refused when it has errors."""
    data = _read(text)
    if data is None:
        raise Refused("the file has errors")
    return data


def _read(text: str) -> Any:
    source = read_yaml(text.encode("utf-8", "surrogatepass"), "")
    return None if source.findings else source.data


def _line(text: str, splices: list[Splice]) -> int:
    """The line on which the last of the splices begins to say something."""
    *others, last = splices
    start = last.start + sum(len(one.new) - (one.end - one.start) for one in others)
    start += len(last.new) - len(last.new.lstrip(" \t\r\n,"))
    return len(lines_of(text[:start]))


def _first_change(before: str, after: str) -> int:
    """The first line that is new or another."""
    old, new = lines_of(before), lines_of(after)
    return next(
        (number for number, (one, other) in enumerate(zip(old, new, strict=False), 1) if one != other),
        min(len(old), len(new)) + 1,
    )
