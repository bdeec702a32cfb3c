"""A case number as people write it, and which case it names."""

from __future__ import annotations

import re
from typing import NamedTuple

from vrplan.days import full_year

_CASE = re.compile(
    r"((?!sak)[a-zæøå]{1,4})?[ -]?(?:sak(?:snr)?\.? ?)?0*([1-9][0-9]{0,4}) ?([a-zæøå])?"
    r"(?:/((?:19|20|21)[0-9]{2}|[0-9]{2}))?",
    re.IGNORECASE,
)
"""«24a/2017», «04/2016», «143/17», «PS 30/10», «K-sak 41/17», «sak 35»: number, perhaps a letter, then the year."""
_YEAR_FIRST = re.compile(r"(?:19|20|21)[0-9]{2}/")
"""The archive's numbers («2017/2525») have the year of the archive case first, and say nothing of a meeting."""


class Case(NamedTuple):
    """What a case number says, however it is written: its series (PS, K …), number, letter and year."""

    series: str
    number: int
    letter: str
    year: int | None


def case_of(written: str) -> Case | None:
    """The case that somebody has written; None for what is not number and year, as in the archive's numbers."""
    match = None if _YEAR_FIRST.match(written) else _CASE.fullmatch(written.strip(" "))
    if match is None:
        return None
    series, number, letter, year = match.groups(default="")
    return Case(series.upper(), int(number), letter.casefold(), full_year(year) if year else None)
