"""Which decision adopted a column, where a line of the paper says so: "HP 2018 ble vedtatt 7.12.2017 av styret."."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from vrplan.drafts.values import DraftDecision
from vrplan.importers.bodies import BARE_CASE, bodies_in
from vrplan.importers.lines import days_in
from vrplan.importers.words import listed

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from vrplan.importers.lines import Line


@dataclass
class Adoptions:
    """The decision of each column of which the paper tells it, and the lines that it was taken from."""

    told: dict[str, DraftDecision] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


def adoptions_in(lines: Sequence[Line], columns: Container[str], *, is_own: bool) -> Adoptions:
    """What lines say in the very form of `export docx`, of columns; any other sentence may mean something else.

    Who decided must be an assembly, as papers call them; in vrplan's own paper the plan has named it.
    """
    found = Adoptions()
    for line in lines:
        match = _adopted().fullmatch(line.text)
        if match is None or match["column"] in found.told or match["column"] not in columns:
            continue
        decision = _decision(match, is_own=is_own)
        if decision is not None:
            found.told[match["column"]] = decision
            found.lines.append(line)
    return found


def _decision(match: re.Match[str], *, is_own: bool) -> DraftDecision | None:
    """The decision; None where the day is not in the calendar, or nobody is named who decides."""
    day = next((day for words, day in days_in(match["day"]) if words == match["day"]), None)
    by = match["body"]
    body = by and by[0].upper() + by[1:]
    if day is None or (body and not is_own and bodies_in(by) != [body]):
        return None
    return DraftDecision(day, body, match["case"])


@cache
def _adopted() -> re.Pattern[str]:
    verbs, by = ("|".join(map(re.escape, listed("own", key))) for key in ("adopted", "by"))
    return re.compile(
        rf"(?P<column>.{{1,80}}?) (?:{verbs}) (?P<day>\d{{1,2}}\.\d{{1,2}}\.\d{{4}})"
        rf"(?: (?:{by}) (?P<body>.{{2,80}}?))?"
        rf"(?:, sak (?P<case>{BARE_CASE.pattern}))?(?: \([^()]{{2,80}}\))?\."
    )
