"""Days that lie where no plan of that period can mean them: a wrong figure in a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrplan.as_of import Clocks, end_of
from vrplan.as_of.standing import listen
from vrplan.days import LAST_YEAR, norwegian
from vrplan.findings import Code, Finding, Path, Severity, Spot
from vrplan.phrases import Kind
from vrplan.rules.places import written_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.authority import Authority
    from vrplan.model.plan import Plan, Statement

OUTSIDE = Code(
    "VR310",
    "outside-the-plan",
    Severity.WARNING,
    "this is of {day}, and the plan is of {from}–{to}: the year is probably wrong",
    "look the year up in the paper; what the paper really says can be accepted with that as the reason",
)
DUE_AFTER_THE_END = Code(
    "VR509",
    "due-after-the-end",
    Severity.WARNING,
    "{item} is to be done from {start}, and {organisation} ceases on {ceases}: nobody is left to do it",
    "decide who does it then, and name them in recipient or means; or do it before",
)

_OVER = frozenset({Kind.ENDS, Kind.CONTINUES, Kind.TRANSFERS, Kind.DUE, Kind.STARTS, Kind.POSTPONED})
_TO_DO = frozenset({Kind.DUE, Kind.STARTS, Kind.POSTPONED})
_BY_SOMEBODY = frozenset({Kind.DUE, Kind.POSTPONED})
_YEARS_AHEAD = 8
"""No body plans further ahead than two terms of the municipal councils, of four years each."""


def window_is_of_the_plans_time(plan: Plan) -> Iterator[Finding]:
    """What is planned is not over before the plan was made, and does not begin years after it.

    In January people type last year's number. «Avsluttes 30.6.17» in a plan for 2018 says that the task ended
    before anybody planned it; «Q3 2028» is never due. What is planned must not lie wholly before the plan's period,
    the year of its column and the day of its paper, and not begin more than eight years after all of them. An end
    may be as late as it is: contracts run long. What has happened (avsluttet, overført) may have happened earlier.
    The day of `ceases` and the days of events are looked at in the same way.

    Example:
        period: {from: 2018-01-01, to: 2018-12-31}

        status:
          HP 2018: Avsluttes 30.6.17

    Instead:
        status:
          HP 2018: Avsluttes 29.6.18
    """
    times = {key: _time_of(plan, authority) for key, authority in plan.authorities.items()}
    latest_first = max((first for first, _ in times.values()), default=date.min)
    earliest_last = min((last for _, last in times.values()), default=date.max)
    for statement in plan.statements():
        last_day = statement.reading.end or statement.reading.start
        first_day = statement.reading.start or statement.reading.end
        if last_day and first_day and (last_day < latest_first or first_day > earliest_last):
            yield from _of_statement(plan, statement, *times[statement.authority.key])
    yield from _of_the_end(plan)
    yield from _of_events(
        plan, min((first for first, _ in times.values()), default=plan.written.period.from_)
    )


def nothing_is_due_after_the_end(plan: Plan) -> Iterator[Finding]:
    """What the organisation has to do is to be done while it exists, or somebody else does it.

    The accounts of the last year, the notice that runs for three months, the report to the ministry: such things fall
    due after the last day, when no post is opened and no account can be drawn on. Let somebody take it over, or
    move it forward. Only what cannot begin before the end is told.

    Example:
        ceases: {date: 2019-01-01, decision: sg-2018-16}

        name: Avlegge regnskapet
        status:
          HP 2018: Q1 2019

    Instead:
        name: Avlegge regnskapet
        status:
          HP 2018: Q4 2018
    """
    if plan.ceases is None or end_of(plan, Clocks(plan.ceases.date)) is None:
        return
    ceases = plan.ceases.date
    late = {
        id(one) for one in plan.statements() if one.reading.start is not None and one.reading.start >= ceases
    }
    for item in plan.items if late else ():
        holds = listen(item, None).holds if any(id(one) in late for one in item.statements) else None
        if holds is None or id(holds.statement) not in late or holds.reading.kind not in _BY_SOMEBODY:
            continue
        heir = item.recipient or holds.reading.recipient
        left_alone = item.owner in plan.organisation_with_parts and not heir and not item.events
        if left_alone and holds.reading.start is not None:
            values = {"item": item.id, "start": norwegian(holds.reading.start), "ceases": norwegian(ceases)}
            path = holds.statement.path if holds.statement.reach == "own" else (*item.path, "id")
            yield Finding(
                DUE_AFTER_THE_END, Spot(item.file, path), values | {"organisation": plan.organisation}
            )


def _time_of(plan: Plan, authority: Authority) -> tuple[date, date]:
    """The first and the last day that a text of this authority can mean when it plans something."""
    period, paper = plan.written.period, authority.document_date or plan.written.period.from_
    years = {period.to.year, authority.year, paper.year, plan.ceases.date.year if plan.ceases else 0}
    first = min(period.from_, date(authority.year, 1, 1), paper)
    return first, date(min(max(years) + _YEARS_AHEAD, LAST_YEAR), 12, 31)


def _of_statement(plan: Plan, statement: Statement, first: date, last: date) -> Iterator[Finding]:
    reading = statement.reading
    over = reading.end or (reading.start if reading.kind is Kind.TRANSFERS else None)
    begins = reading.start or (reading.end if reading.kind in _TO_DO else None)
    if reading.done:
        return
    if over is not None and over < first and reading.kind in _OVER:
        yield _finding(plan, _where(plan, statement, over), over)
    elif begins is not None and begins > last:
        yield _finding(plan, _where(plan, statement, begins), begins)


def _of_the_end(plan: Plan) -> Iterator[Finding]:
    if plan.ceases is not None and plan.ceases.date <= plan.written.period.from_:
        yield _finding(plan, ("ceases", "date"), plan.ceases.date)


def _of_events(plan: Plan, first: date) -> Iterator[Finding]:
    """What began before the plan may be recorded; what ended or moved before it has no place in it."""
    last = date(min(plan.written.period.to.year + _YEARS_AHEAD, LAST_YEAR), 12, 31)
    for item in plan.items:
        for index, event in enumerate(item.events):
            early = event.date < first and event.what != "started"
            if early or event.date > last:
                yield _finding(plan, (*item.path, "events", index, "date"), event.date)
            for key, day in (("from", event.from_), ("to", event.to)):
                if day is not None and day > last and event.date <= last:
                    yield _finding(plan, (*item.path, "events", index, key), day)


def _where(plan: Plan, statement: Statement, day: date) -> Path:
    """Where the day is written: in `means`, or in the text itself."""
    if statement.path[-1] == "text":
        sentence = written_at(plan, statement.path[:-1])
        for key, meant in (
            (("from", sentence.means.from_), ("to", sentence.means.to)) if sentence.means else ()
        ):
            if meant == day:
                return (*statement.path[:-1], "means", key)
    return statement.path


def _finding(plan: Plan, path: Path, day: date) -> Finding:
    period = plan.written.period
    values = {"day": norwegian(day), "from": norwegian(period.from_), "to": norwegian(period.to)}
    return Finding(OUTSIDE, Spot(plan.file, path), values)
