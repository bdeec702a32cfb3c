"""`vrplan agenda`: what is next?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli.options import (
    AsKnown,
    Color,
    Colour,
    Data,
    Day,
    Lang,
    Output,
    ReportFormat,
    Width,
    day,
    fail,
    form_of,
    language_of,
)
from vrplan.cli.plan import load_sound, view_of
from vrplan.cli.screen import emit, screen

if TYPE_CHECKING:
    import datetime

    from vrplan.as_of import PlanOnDate
    from vrplan.reports.agenda import Horizon

_SPAN = re.compile(r"([0-9]{1,9})\s*([dwm])", re.IGNORECASE)
_NEAREST = 3


def agenda(
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Look ahead to this day, which is included.")
    ] = None,
    meeting: Annotated[
        str | None, typer.Option(metavar="DATE", help="Look ahead to the meeting on this day.")
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(metavar="SPAN", help="Look ahead so many days, weeks or months: 30d, 4w, 2m."),
    ] = None,
    date: Day = None,
    as_known: AsKnown = None,
    data: Data = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
    lang: Lang = None,
) -> None:
    """What is next: what has passed, closes, opens or must be decided, with the days left and who.

    Without --until, --meeting or --within it looks to the next known meeting, or 30 days where none is known.
    """
    from vrplan.render import report_as
    from vrplan.reports.agenda import agenda as report_on

    if sum(one is not None for one in (until, meeting, within)) > 1:
        fail("--until, --meeting and --within each say how far to look; give one of them")
    plan, _ = load_sound(data)
    view = view_of(plan, date, as_known)
    report = report_on(view, _horizon(view, until, meeting, within))
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width), language_of(lang)), output, form)


def _horizon(view: PlanOnDate, until: str | None, meeting: str | None, within: str | None) -> Horizon | None:
    """How far to look; None where nothing is asked for."""
    from vrplan.reports.agenda import Horizon, Why

    if until is not None:
        return Horizon(_not_before(view, "--until", day("--until", until)), Why.UNTIL)
    if meeting is not None:
        return Horizon(_meeting(view, day("--meeting", meeting)), Why.MEETING)
    if within is not None:
        return Horizon(_after(view.clocks.date, within), Why.WITHIN)
    return None


def _not_before(view: PlanOnDate, option: str, asked: datetime.date) -> datetime.date:
    from vrplan.days import norwegian

    if asked < view.clocks.date:
        fail(
            f"{option}: {norwegian(asked)} lies before {norwegian(view.clocks.date)}, the day asked about (--date)"
        )
    return asked


def _meeting(view: PlanOnDate, asked: datetime.date) -> datetime.date:
    """The day of a meeting that is known; any other gets the nearest ones."""
    from vrplan.days import norwegian
    from vrplan.reports.agenda import meeting_days

    days = meeting_days(view)
    if asked not in days:
        near = sorted(sorted(days, key=lambda one: abs(one - asked))[:_NEAREST])
        told = f"the nearest: {', '.join(map(norwegian, near))}" if near else "none is known by its day"
        fail(f"--meeting: no meeting is known on {norwegian(asked)}; {told}")
    return _not_before(view, "--meeting", asked)


def _after(today: datetime.date, span: str) -> datetime.date:
    """The last day of a span of time from today on; months are those of the calendar."""
    from dateutil.relativedelta import relativedelta

    from vrplan.days import LAST_YEAR

    match = _SPAN.fullmatch(span.strip())
    if match is None:
        fail(f"--within: {span!r} is no span of time; write it as 30d, 4w or 2m")
    number, unit = int(match[1]), match[2].lower()
    length = {"d": {"days": number}, "w": {"weeks": number}, "m": {"months": number}}[unit]
    try:
        last = today + relativedelta(**length)  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        last = today.max
    if last.year > LAST_YEAR:
        fail(f"--within: {span.strip()} reaches beyond the year {LAST_YEAR}")
    return last
