"""Bodies: each has names of its own, and decides on days on which it meets."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from vrplan.days import WEEKDAYS, norwegian
from vrplan.findings import Code, Finding, Path, Related, Severity, Spot, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from vrplan.findings import Value
    from vrplan.model.plan import Plan
    from vrplan.model.values import PartialDate

    _Dated = tuple[str | None, PartialDate | None, Spot]

SHARED_BODY_NAME = Code(
    "VR213",
    "shared-body-name",
    Severity.WARNING,
    "{name} names two bodies, {first} and {body}",
    "let one of them have the name",
)
OTHER_WEEKDAY = Code(
    "VR311",
    "other-weekday",
    Severity.INFO,
    "{date} is a {weekday}; {count} of the {all} days of {body} in this file are {usual}s",
    "look the day up in the minutes; if it is right, accept this with the reason why they met then",
)
NO_MEETING = Code(
    "VR312",
    "no-such-meeting",
    Severity.INFO,
    "no meeting of {body} is listed on {date}, and {count} other days of its decisions are",
    "look the day up in the minutes; if it is right, add the meeting under meetings",
)

_TIMES_AS_MANY = 5
"""A body has a weekday of its own when it has met on it five times as often as on all others together."""
_FEWEST = 3
"""So many decisions of a body must have their meeting before one without is told."""


def body_name_is_its_own(plan: Plan) -> Iterator[Finding]:
    """A name or an alias names one body.

    Who adopted and who only prepared is the first thing that an auditor asks. If «styringsgruppen» may be two
    assemblies, the answer hangs on who reads. Capitals and small letters count as the same.

    Example:
        SG: {name: Styringsgruppen}
        AU: {name: Arbeidsutvalget, aliases: [styringsgruppen]}

    Instead:
        SG: {name: Styringsgruppen}
        AU: {name: Arbeidsutvalget}
    """
    owners: dict[str, str] = {}
    for body_id, body in plan.decided.bodies.items():
        here: Path = ("bodies", body_id)
        names = [(here, True, body_id), ((*here, "name"), False, body.name)]
        names += [((*here, "aliases", index), False, alias) for index, alias in enumerate(body.aliases)]
        for path, key, name in names:
            first = owners.setdefault(name.casefold(), body_id)
            if first != body_id:
                values = {"name": name, "first": first, "body": body_id}
                yield Finding(SHARED_BODY_NAME, Spot(plan.decisions_file, path, key), values)


def body_meets_on_its_weekday(plan: Plan) -> Iterator[Finding]:
    """A body that always meets on one weekday has not met on another.

    A saksnotat of 2018 gave 7.12.2018 for a meeting of the year before. All other meetings had been on Thursdays;
    7.12.2018 is a Friday, 7.12.2017 a Thursday: the weekday finds a wrong figure in a day, a month or a year. A
    body has a weekday of its own when it met on it at least five times, and five times as often as on all others
    together. Meetings and decisions count, planned meetings too; one day counts once.

    Example:
        - {body: SG, date: 2017-11-23}
        - {body: SG, date: 2018-12-07}

    Instead:
        - {body: SG, date: 2017-11-23}
        - {body: SG, date: 2017-12-07}
    """
    for body, days in _days_of(chain(_decisions(plan), _meetings(plan))).items():
        weekdays = Counter(day.weekday() for day in days)
        usual, count = weekdays.most_common(1)[0]
        if count < _TIMES_AS_MANY * (len(days) - count):
            continue
        for day, (first, *others) in days.items():
            if day.weekday() != usual:
                values: dict[str, Value] = {
                    "date": norwegian(day),
                    "weekday": Told(WEEKDAYS[day.weekday()]),
                    "usual": Told(WEEKDAYS[usual]),
                }
                values |= {"body": _name(plan, body), "count": str(count), "all": str(len(days))}
                related = tuple(Related("the same day stands here", one) for one in others)
                yield Finding(OTHER_WEEKDAY, first, values, related)


def decision_has_its_meeting(plan: Plan) -> Iterator[Finding]:
    """A decision is of a day on which a meeting of its body is listed, where the others of that body are.

    Whoever looks for the minutes looks under the day of the meeting, and does not find them. Mostly the day of the
    decision is wrong: the day of the paper, of a letter, or of another body's meeting. It is told only where at
    least three other days of that body's decisions stand under `meetings`, and all of them do.

    Example:
        - {body: SG, date: 2018-06-14}

        title: Revidert handlingsplan 2018
        standing: adopted
        evidence: full-text
        body: SG
        date: 2018-06-07

    Instead:
        - {body: SG, date: 2018-06-14}

        title: Revidert handlingsplan 2018
        standing: adopted
        evidence: full-text
        body: SG
        date: 2018-06-14
    """
    held = {(one.body, one.date.last) for one in plan.decided.meetings if one.date.is_day}
    told = {one.spot for one in body_meets_on_its_weekday(plan)}
    for body, days in _days_of(_decisions(plan)).items():
        missing = [day for day in days if (body, day) not in held]
        if len(missing) != 1 or len(days) <= _FEWEST:
            continue
        day, spot = missing[0], days[missing[0]][0]
        if spot not in told:
            values = {"body": _name(plan, body), "date": norwegian(day), "count": str(len(days) - 1)}
            yield Finding(NO_MEETING, spot, values)


def _name(plan: Plan, body: str) -> str:
    known = plan.decided.bodies.get(body)
    return known.name if known else body


def _decisions(plan: Plan) -> Iterator[_Dated]:
    for number, one in enumerate(plan.decided.decisions):
        yield one.body, one.date, Spot(plan.decisions_file, ("decisions", number, "date"))


def _meetings(plan: Plan) -> Iterator[_Dated]:
    for number, one in enumerate(plan.decided.meetings):
        yield one.body, one.date, Spot(plan.decisions_file, ("meetings", number, "date"))


def _days_of(dated: Iterable[_Dated]) -> dict[str, dict[date, list[Spot]]]:
    """The days of each body, and where each is written; what is of a month or a year only is left out."""
    days: dict[str, dict[date, list[Spot]]] = {}
    for body, day, spot in dated:
        if body is not None and day is not None and day.is_day:
            days.setdefault(body, {}).setdefault(day.last, []).append(spot)
    return days
