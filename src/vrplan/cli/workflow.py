"""What GitHub tells a step of a workflow, and the job summary that it takes in return."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.render.run import Run
    from vrplan.reports.check import CheckReport

LONGEST_SUMMARY = 1024 * 1024
"""So many bytes GitHub takes from one step; of more it shows nothing at all."""


def is_step() -> bool:
    """Whether the command runs as a step of a workflow."""
    return os.environ.get("GITHUB_ACTIONS", "").lower() not in {"", "false"}


def paths_in_repository(files: Iterable[str]) -> dict[str, str]:
    """The paths of files from the top of the repository that the workflow has checked out, where they lie in it."""
    top = os.environ.get("GITHUB_WORKSPACE")
    paths: dict[str, str] = {}
    for file in files if top else ():
        whole = Path(file).parent.resolve() / Path(file).name
        with suppress(ValueError):  # it lies elsewhere
            paths[file] = whole.relative_to(Path(top or "").resolve()).as_posix()
    return paths


def summary_file() -> Path | None:
    """The file in which the workflow wants a job summary; other commands of the step may have written to it."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(name) if name else None


def add_summary(report: CheckReport, run: Run) -> None:
    """Append the findings to the job summary, where one is wanted. A file that cannot be written changes nothing."""
    path = summary_file()
    if path is None:
        return
    from vrplan.render.safe import visible
    from vrplan.render.summary import summary

    try:
        with path.open("ab") as file:
            begun = file.tell()
            gap = "\n" if begun else ""
            text = summary(report, run, LONGEST_SUMMARY - begun - len(gap))
            file.write((gap + text).encode("utf-8", "replace") if text else b"")
    except OSError as error:
        told = f"the job summary {path} cannot be written: {error.strerror or error}"
        typer.echo(f"vrplan: {visible(told)}", err=True)
