"""Which doubtful row of a later paper may be recorded of which entry: no entry is offered to two rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vrplan.importers.later.merged import Doubtful, Match
    from vrplan.importers.later.rows import Entry


def offered(doubtful: Sequence[Doubtful], matches: Iterable[Match], column: str) -> tuple[Doubtful, ...]:
    """The rows with the entries that each may be recorded of, and where that is offered which another may be too.

    The likest goes first, then the row that stands first; each row gets one before any gets a second.
    """
    taken = {one.entry.path: one.row.place for one in matches if one.row.texts}
    pairs = sorted(
        (
            (-like, number, entry)
            for number, one in enumerate(doubtful)
            for entry, like in one.candidates
            if one.row.texts and column not in entry.said
        ),
        key=lambda pair: pair[:2],
    )
    open_to: dict[int, list[Entry]] = {}
    for is_second in (False, True):
        for _, number, entry in pairs:
            if entry.path not in taken and (is_second or number not in open_to):
                taken[entry.path] = doubtful[number].row.place
                open_to.setdefault(number, []).append(entry)
    asked = {number: entry for _, number, entry in reversed(pairs)}
    return tuple(
        replace(
            one,
            open=tuple(open_to.get(number, ())),
            elsewhere=taken[asked[number].path] if number in asked and number not in open_to else "",
        )
        for number, one in enumerate(doubtful)
    )
