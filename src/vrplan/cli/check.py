"""`vrplan check`: every finding in the files."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from vrplan.cli.options import Data, Output
from vrplan.cli.plan import FINDINGS, read_named_folder
from vrplan.cli.screen import emit


class FindingsFormat(StrEnum):
    """The forms of a list of findings."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def check(
    data: Data = None,
    output_format: Annotated[
        FindingsFormat | None,
        typer.Option(
            "--output-format",
            envvar="VRPLAN_OUTPUT_FORMAT",
            help="The form of the findings. [default: full on a terminal, concise otherwise]",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors do.")] = False,
) -> None:
    """Every finding in the files, with its place; exit code 1 when there are errors."""
    from vrplan.load import load
    from vrplan.render import findings_as
    from vrplan.reports.check import check as report_on
    from vrplan.rules import findings_of

    loaded = load(read_named_folder(data, fall_back=False))
    report = report_on(loaded, findings_of(loaded))
    chosen = output_format or (FindingsFormat.FULL if sys.stdout.isatty() else FindingsFormat.CONCISE)
    emit(findings_as(chosen.value, report), output, chosen.value)
    if report.summary["errors"] or (strict and report.summary["warnings"]):
        raise typer.Exit(FINDINGS)
