"""`vrplan check`: every finding in the files."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli.options import Lang, Output, OwnData, fail, language_of, now
from vrplan.cli.plan import FINDINGS, quotations_of, read_before, read_named_folder
from vrplan.cli.screen import emit
from vrplan.cli.stdin import read_folder_with_stdin
from vrplan.cli.workflow import add_summary, is_step, paths_in_repository, summary_file

if TYPE_CHECKING:
    from vrplan.folder import PlanFolder


class FindingsFormat(StrEnum):
    """The forms of a list of findings."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"
    SARIF = "sarif"


def check(
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="[-]",
            help="- reads one file of the plan folder from stdin, as an editor holds it; see --stdin-filename.",
            show_default=False,
        ),
    ] = None,
    data: OwnData = None,
    output_format: Annotated[
        FindingsFormat | None,
        typer.Option(
            "--output-format",
            envvar="VRPLAN_OUTPUT_FORMAT",
            help="The form of the findings. "
            "[default: full on a terminal, github in a GitHub workflow, concise otherwise]",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="REF",
            help="Judge the edit too: what was changed since the work left this git revision, "
            "or since another plan folder.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors do.")] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="End with exit code 0 whatever is found in the files.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Tell the findings only, without their count.")
    ] = False,
    stdin_filename: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The file that stdin stands for: decisions.yaml, or any other name for the plan.",
            show_default=False,
        ),
    ] = None,
    lang: Lang = None,
) -> None:
    """Every finding in the files, with its place; exit code 1 when there are errors."""
    from vrplan.load import load
    from vrplan.render import findings_as
    from vrplan.render.run import Run
    from vrplan.reports.check import check as report_on
    from vrplan.rules.every import findings_of

    folder = _folder(source, stdin_filename, data)
    before = read_before(folder, against) if against is not None else None
    loaded = load(folder)
    quotations = quotations_of(loaded.judged, folder.place)
    findings = findings_of(loaded, load(before) if before is not None else None, quotations)
    report = report_on(loaded, findings, quotations.counts, strict=strict)
    run = Run(now(), paths_in_repository(report.files), quiet, summary_file() is not None, language_of(lang))
    chosen = output_format or _usual_format(output)
    emit(findings_as(chosen.value, report, run), output, chosen.value)
    add_summary(report, run)
    if not exit_zero and any(report.fails(one) for one in report.findings):
        raise typer.Exit(FINDINGS)


def _folder(source: str | None, stdin_filename: str | None, data: Path | None) -> PlanFolder:
    if source == "-":
        return read_folder_with_stdin(data, stdin_filename)
    if source is not None:
        fail(f"only - may stand here, for stdin; to check the plan in {source}, write: --data {source}")
    if stdin_filename is not None:
        fail(f"--stdin-filename goes with -, for stdin: vrplan check - --stdin-filename {stdin_filename}")
    return read_named_folder(data, fall_back=False)


def _usual_format(output: Path | None) -> FindingsFormat:
    if output is not None and str(output) != "-":
        return FindingsFormat.CONCISE
    if is_step():
        return FindingsFormat.GITHUB
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return FindingsFormat.FULL if on_terminal else FindingsFormat.CONCISE
