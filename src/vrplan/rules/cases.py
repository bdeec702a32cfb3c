"""Case numbers: each is of the year in which the body met, and written in one way."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from vrplan.days import full_year
from vrplan.findings import Code, Finding, Path, Related, Severity, Spot
from vrplan.model.case_numbers import Case, case_of
from vrplan.rules.chronology import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.decided import Decision, SourcePaper
    from vrplan.model.plan import Plan

OTHER_YEAR = Code(
    "VR602",
    "case-of-another-year",
    Severity.WARNING,
    "{decision} is of {date}, and its case number {case} is of {year}",
    "look both up in the minutes: the date or the number is a typing error",
)
TWO_SPELLINGS = Code(
    "VR603",
    "case-written-two-ways",
    Severity.WARNING,
    "the case {case} of {body} is written {usual} elsewhere",
    "write {usual} here too, so that a search finds both",
)

_TWO_FIGURES = re.compile(r"([0-9]{2})/[0-9]{2}")


def cases_written(plan: Plan) -> Iterator[tuple[Path, str, Decision | SourcePaper]]:
    """The case numbers of decisions and sources, as they are written, with the path of their entry."""
    decided = plan.decided
    entries: list[tuple[Path, Decision | SourcePaper]] = []
    entries += [(("decisions", number), decision) for number, decision in enumerate(decided.decisions)]
    entries += [(("sources", name), source) for name, source in decided.sources.items()]
    yield from ((path, entry.case, entry) for path, entry in entries if entry.case)


def case_is_of_its_year(plan: Plan) -> Iterator[Finding]:
    """The case number of a decision is of the year in which it was decided.

    A body numbers its cases anew each year, so 35/2017 was not decided in December 2018. One wrong figure in
    the date, and a plan counts as adopted a year late, or a newer decision as the older one. An archive's number
    (2017/2525) has the year in which the archive case was opened, and is not compared.

    Example:
        date: 2018-12-07
        case: 35/2017

    Instead:
        date: 2017-12-07
        case: 35/2017
    """
    for number, decision in enumerate(plan.decided.decisions):
        case = case_of(decision.case or "")
        if case is None or case.year is None or decision.date is None:
            continue
        if decision.date.last.year not in _years(decision.case or "", case.year):
            values = {"decision": decision.id, "case": decision.case or "", "year": str(case.year)}
            spot = Spot(plan.decisions_file, ("decisions", number, "case"))
            yield Finding(OTHER_YEAR, spot, {**values, "date": in_words(decision.date)})


def case_is_written_in_one_way(plan: Plan) -> Iterator[Finding]:
    """A case is written in one way wherever it is named.

    04/2016 and 4/2016, 16/18 and 16/2018, 24a/2017 and 24 A/2017 are one case to people and two to a search, and
    the archivist who closes it finds only half of its papers. Cases of different bodies, and those with another
    letter, are different ones; the same number written in the same way may stand as often as it is needed.

    Example:
        notat: {title: Saksnotat, body: SG, case: 35/17}

        case: 35/2017

    Instead:
        notat: {title: Saksnotat, body: SG, case: 35/2017}
    """
    spellings: dict[tuple[str, Case], list[tuple[Path, str]]] = {}
    for path, written, entry in cases_written(plan):
        case = case_of(written)
        if case is not None and entry.body is not None:
            year = case.year or (entry.date.last.year if entry.date else None)
            spellings.setdefault((entry.body, case._replace(year=year)), []).append((path, written))
    for (body, _), places in spellings.items():
        usual = _usual([written for _, written in places])
        first = next(
            Spot(plan.decisions_file, (*path, "case")) for path, written in places if written == usual
        )
        for path, written in places:
            if written != usual:
                spot = Spot(plan.decisions_file, (*path, "case"))
                values = {"case": written, "usual": usual, "body": body}
                yield Finding(TWO_SPELLINGS, spot, values, (Related("it is written {usual} here", first),))


def _years(written: str, year: int) -> set[int]:
    """The years that it may be of: 17/12 is case 17 of 2012, or the twelfth of 2017 as an archive counts."""
    both = _TWO_FIGURES.fullmatch(written)
    return {year, full_year(both[1])} if both else {year}


def _usual(spellings: list[str]) -> str:
    """The spelling most often used; of two that are used alike, the one with the whole year and no more."""
    counts = Counter(spellings)
    return max(counts, key=lambda one: (counts[one], bool(re.search("/[0-9]{4}$", one)), -len(one)))
