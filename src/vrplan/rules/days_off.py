"""Last days on which nobody is at work: Saturdays, Sundays and Norway's public holidays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vrplan import days
from vrplan.days import WEEKDAYS, norwegian
from vrplan.findings import Code, Finding, Listed, Related, Severity, Spot, Told
from vrplan.phrases import Kind, Modality, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.findings import Value
    from vrplan.model.plan import Plan, Statement
    from vrplan.phrases import Reading

DAY_OFF = Code(
    "VR313",
    "day-off",
    Severity.INFO,
    "{day} is {what}; the working days beside it are {before} and {after}",
    "vrplan moves no day: where it matters, agree on one of the two with whoever waits for it, and let the body"
    " decide it; else nothing has to be done",
)

_WITH_A_DEADLINE = frozenset({Kind.DUE, Kind.ENDS, Kind.TRANSFERS, Kind.STARTS, Kind.POSTPONED})
_SURE = frozenset({Modality.DECIDED, Modality.PROVISIONAL})
_SHOWN = 3
"""So many of the other texts with the same day are shown."""


def last_day_is_a_working_day(plan: Plan) -> Iterator[Finding]:
    """The day by which something is to be done, or on which it ends, is one on which people are at work.

    A report that is due on a Saturday comes on Friday, or on Monday and too late; keys are not handed over on a
    Sunday. The law moves some time limits to the next working day (domstolloven § 149), a plan's it does not, and
    vrplan moves none: it tells which day it is, once for each day, and what lies beside it. In a draft, take one of
    the two; what has been decided stays as it is. Only a day that the text itself names is told, not the end of a
    quarter or a month. Days off are Saturdays, Sundays and Norway's public holidays (helligdagsloven § 2 and the act
    on 1 and 17 May), from 1901 to 2100.

    Example:
        status:
          HP 2018: Avsluttes 30.6.2018

    Instead:
        status:
          HP 2018: Avsluttes 29.6.2018
    """
    named: dict[date, list[Statement]] = {}
    judged: dict[int, bool] = {}  # by reading: many statements of one text share it
    for statement in plan.statements():
        reading = statement.reading
        if reading.end is not None:
            if id(reading) not in judged:
                judged[id(reading)] = _ends_on_a_day_off(reading, statement.text or "")
            if judged[id(reading)]:
                named.setdefault(reading.end, []).append(statement)
    return (_day_off(day, statements) for day, statements in named.items())


def _ends_on_a_day_off(reading: Reading, text: str) -> bool:
    """Whether something decided, and not done yet, has a day off as its last, and the text names that day."""
    is_open = reading.kind in _WITH_A_DEADLINE and not reading.done and reading.modality in _SURE
    if not is_open or reading.end is None or reading.precision is not Precision.DAY:
        return False
    return _names(text, reading.end) and not days.is_working_day(reading.end)


def _names(text: str, day: date) -> bool:
    """Whether the text has the number of that day: not «utgangen av juni», «før 1.7.» or «1. påskedag»."""
    return re.search(rf"(?<!\d)0?{day.day}(?!\d|\.?\s?\w*dag\b)", text) is not None


def _day_off(day: date, statements: list[Statement]) -> Finding:
    first, *others = statements
    before, after = days.working_days_beside(day)
    values = {
        "day": norwegian(day),
        "what": _what(day),
        "before": _with_weekday(before),
        "after": _with_weekday(after),
    }
    shown = others if len(others) <= _SHOWN + 1 else others[:_SHOWN]
    related = [_also(other) for other in shown]
    if len(shown) < len(others):
        related[-1] = _also(shown[-1], len(others) - len(shown))
    return Finding(DAY_OFF, Spot(first.file, first.path), values, tuple(related))


def _also(other: Statement, more: int = 0) -> Related:
    """Another text with the same day; how many more there are, when it is the last that is shown."""
    spot, values = Spot(other.file, other.path), {"text": other.text or "", "more": str(more)}
    if more:
        return Related("“{text}” names it too, and so do {more} more texts", spot, values=values)
    return Related("“{text}” names it too", spot, values=values)


def _what(day: date) -> Value:
    """ "a Saturday", "a public holiday (Skjærtorsdag)", "a Sunday and a public holiday (Første juledag)"."""
    holidays = ", ".join(days.public_holidays_on(day))
    weekday = Told(WEEKDAYS[day.weekday()])
    if not holidays:
        return Told("a {weekday}", {"weekday": weekday})
    return Told("a {weekday} and a public holiday ({names})", {"weekday": weekday, "names": holidays})


def _with_weekday(day: date) -> Value:
    return Listed((Told(WEEKDAYS[day.weekday()]), norwegian(day)), " ")
