"""Which decision adopted a column, where a line of the paper says so: "HP 2018 ble vedtatt 7.12.2017 av styret"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vrplan.drafts.values import DraftDecision
from vrplan.importers.bodies import BARE_CASE, bodies_in, first_day
from vrplan.importers.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vrplan.importers.lines import Line


def adoptions_in(lines: Iterable[Line], columns: Sequence[str]) -> Mapping[str, DraftDecision]:
    """The decision of each column that a line names first in its sentence; a line without a day says too little."""
    found: dict[str, DraftDecision] = {}
    for line in lines:
        match = _adopted().match(line.text)
        day = first_day(match["rest"]) if match else None
        if match and day and match["column"] in columns:
            body = next(iter(bodies_in(match["rest"])), None) or _named_in(match["rest"])
            case = BARE_CASE.search(match["rest"])
            found.setdefault(match["column"], DraftDecision(day, body, case[0] if case else None))
    return found


def _named_in(text: str) -> str | None:
    by = "|".join(listed("own", "by"))
    match = re.search(rf"\b(?:{by}) ([^,.()]{{2,60}})", text)
    return match[1].strip() if match else None


@cache
def _adopted() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, listed("own", "adopted")))
    return re.compile(rf"(?P<column>.{{1,80}}?) (?:{verbs}) (?P<rest>.{{1,200}})")
