"""`vrplan read`: how a status text is understood."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli.options import Data, Lang, Output, day, fail, language_of, today
from vrplan.cli.output import spare
from vrplan.cli.screen import emit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.phrases import Context


class PhraseFormat(StrEnum):
    """The forms of a reading."""

    TEXT = "text"
    JSON = "json"


def read(
    texts: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="Status texts; - reads lines from stdin.")
    ],
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The date of the document that the texts stand in. [default: today]"
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell which words gave what, and which were not understood.")
    ] = False,
    data: Data = None,
    format: Annotated[  # noqa: A002 - the option's own name
        PhraseFormat, typer.Option("--format", help="text, or json: one line of JSON for each text.")
    ] = PhraseFormat.TEXT,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """How a status text is understood: what happens, when, to whom, how surely."""
    from vrplan.render import phrases_as
    from vrplan.reports.read import read as report_on

    phrases = report_on(_lines(texts), _context(on, data))
    emit(phrases_as(format.value, phrases, explain, language_of(lang)), output, format.value)


def _lines(texts: list[str]) -> Iterator[str]:
    for text in texts:
        if text == "-":
            if sys.stdin is None:
                fail("there is nothing to read: stdin is closed")
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
            yield from (line.rstrip("\r\n") for line in sys.stdin)
        else:
            yield text


def _context(on: str | None, data: Path | None) -> Context:
    """The document's date, and the parties and seasons of the plan that would be reported on; no plan is needed."""
    from vrplan.folder import FolderError, find_folder, read_folder, shipped_folder
    from vrplan.load import load
    from vrplan.phrases import Context

    date = day("--on", on) if on is not None else today()
    try:
        folder = find_folder(data, Path()) or shipped_folder()
        plan = load(spare(read_folder(folder))).plan
    except FolderError as error:
        if data is not None:
            fail(str(error))
        plan = None
    if plan is None:
        return Context(date.year, date)
    return Context(date.year, date, plan.seasons, plan.party_names)
