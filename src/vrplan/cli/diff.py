"""`vrplan diff`: what differs between two dates, columns or versions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli import complete
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
from vrplan.cli.output import spare
from vrplan.cli.plan import FINDINGS, load_sound, view_of
from vrplan.cli.screen import emit, screen

if TYPE_CHECKING:
    from vrplan.model.plan import Plan
    from vrplan.reports.diff import Compared, DiffReport

_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(\d{4}|\d\d))\s*")
_CALLED = {"dates": "a date", "columns": "a column", "revisions": "neither a date nor a column"}


def diff(
    before: Annotated[
        str,
        typer.Argument(
            metavar="A", help="A date, a column, a git revision or a folder.", autocompletion=complete.columns
        ),
    ],
    after: Annotated[
        str | None,
        typer.Argument(
            metavar="[B]",
            help="Another of the same kind. [default: today, the column in force, the files as they are]",
            autocompletion=complete.columns,
            show_default=False,
        ),
    ] = None,
    date: Day = None,
    as_known: AsKnown = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with exit code 1 when anything differs.")
    ] = False,
    data: Data = None,
    format: ReportFormat = None,  # noqa: A002 - the option's own name
    output: Output = None,
    color: Color = Colour.AUTO,
    width: Width = None,
    lang: Lang = None,
) -> None:
    """What differs between two dates, two columns, or two versions of the files, in the plan's own words."""
    from vrplan.render import report_as

    plan, _ = load_sound(data)
    compared = _compared(plan, before, after)
    report = _REPORTS[compared](plan, before, after, date, as_known)
    form = form_of(format, output)
    emit(report_as(form, report, screen(output, color, width), language_of(lang)), output, form)
    if exit_code and not report.is_empty:
        raise typer.Exit(FINDINGS)


def _compared(plan: Plan, before: str, after: str | None) -> Compared:
    """What kind of thing both are; two that are not of one kind end the command."""
    kind = _kind(plan, before)
    other = kind if after is None else _kind(plan, after)
    if kind != other:
        fail(f"{before} is {_CALLED[kind]}, and {after} is {_CALLED[other]}: name two of one kind")
    return kind


def _kind(plan: Plan, name: str) -> Compared:
    if _DAY.fullmatch(name):
        return "dates"
    return "columns" if _column(plan, name) is not None else "revisions"


def _column(plan: Plan, name: str) -> str | None:
    """The column of this name, in any case."""
    folded = name.strip().casefold()
    return next((column for column in plan.columns if column.casefold() == folded), None)


def _dates(plan: Plan, before: str, after: str | None, date: str | None, as_known: str | None) -> DiffReport:
    from vrplan.reports.diff import between_dates

    if after is not None and date is not None:
        fail("--date says nothing where two dates are compared")
    day("A", before)
    if after is not None:
        day("B", after)
    return between_dates(view_of(plan, before, as_known), view_of(plan, after or date, as_known))


def _columns(
    plan: Plan, before: str, after: str | None, date: str | None, as_known: str | None
) -> DiffReport:
    from vrplan.reports.diff import between_columns

    view = view_of(plan, date, as_known)
    force = view.column_in_force
    names = [_column(plan, before), _column(plan, after) if after else force[0].key if force else None]
    known = {authority.key for authority, _ in view.columns}
    for name in names:
        if name is None:
            fail("no column was adopted: name the second one too")
        if name not in known:
            fail(f"{name} was not known on {as_known}")
    first, second = (str(name) for name in names)
    return between_columns(view, first, second)


def _revisions(
    plan: Plan, before: str, after: str | None, date: str | None, as_known: str | None
) -> DiffReport:
    from vrplan.reports.diff import between_versions

    old = _version(plan, before)
    new = plan if after is None else _version(plan, after)
    return between_versions(view_of(old, date, as_known), view_of(new, date, as_known), (before, after))


_REPORTS = {"dates": _dates, "columns": _columns, "revisions": _revisions}


def _version(plan: Plan, name: str) -> Plan:
    """The plan at a git revision, or in another folder; of one with errors what can be read is compared."""
    from vrplan.findings import nearest
    from vrplan.folder import FolderError, holds_plan, read_folder
    from vrplan.folder.git import read_revision
    from vrplan.load import load
    from vrplan.render.safe import visible
    from vrplan.rules import errors_of

    folder = Path(plan.file).parent
    try:
        texts = spare(read_folder(Path(name))) if holds_plan(Path(name)) else read_revision(folder, name)
    except FolderError as error:
        if near := nearest(name, plan.columns, 1):
            fail(f"there is no column {name}; did you mean {near[0]}?")
        fail(f"{error} ({name!r} is no date, no column and no folder with a plan either)")
    loaded = load(texts)
    if loaded.plan is None:
        fail(f"the plan at {name} cannot be read, so it cannot be compared")
    if errors := errors_of(loaded):
        number = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        told = f"vrplan: the plan at {name} has {number}, and is compared as far as it can be read"
        typer.echo(visible(told), err=True)
    return loaded.plan
