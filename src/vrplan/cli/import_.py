"""`vrplan import`: a meeting paper to a draft plan folder, or into a plan that exists."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vrplan.cli.draft import Fresh, make
from vrplan.cli.into import Later, merge
from vrplan.cli.options import Lang, fail, language_of
from vrplan.cli.screen import emit

if TYPE_CHECKING:
    from vrplan.importers.paper import Paper


def import_(
    paper: Annotated[
        Path,
        typer.Argument(
            metavar="PAPER", help="A .docx, .html, .md, .txt or .pdf file with the plan as a table."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="The folder to make. Without it, both files are only shown.",
            show_default=False,
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="The folder of a plan that exists: one column of a later paper is written into it.",
            show_default=False,
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            min=1901,
            max=2198,
            metavar="YEAR",
            help="The year of the plan; with --into that of the column. [default: as the paper says]",
        ),
    ] = None,
    organisation: Annotated[
        str | None,
        typer.Option("--organisation", metavar="NAME", help="Whose plan it is. [default: as the paper says]"),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=DECISION",
            help="The decision that adopted a column, by the id that it shall have; once for each column. "
            "With --into the column that is meant, and the decision where the paper names none.",
            show_default=False,
        ),
    ] = None,
    called: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="NAME",
            help="With --into: what the plan calls the column. [default: as the paper does]",
            show_default=False,
        ),
    ] = None,
    add_new: Annotated[
        bool,
        typer.Option(
            "--add-new/--no-add-new",
            help="With --into: add what only the paper has, where its place in the plan is sure; or only list it.",
        ),
    ] = True,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="With --into: show the lines that would change, and write nothing."),
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write what was irregular to this .json or .md file too.",
            show_default=False,
        ),
    ] = None,
    keep_paper: Annotated[
        bool,
        typer.Option("--keep-paper", help="Put the paper into DIR too, so that check finds the texts in it."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
    lang: Lang = None,
) -> None:
    """A draft plan from a meeting paper: the tables word for word, and a list of what must be looked at.

    What the paper does not say is left out and marked # TODO; nothing in the paper is left out silently. With
    --into, a later paper is set against a plan that exists: each row is found among its items, however slightly its
    words were changed, and gets the text of one column.
    """
    language = language_of(lang)
    form = _form_of_report(report)

    def reported(text: str) -> None:
        if report is not None:
            emit(text, report, form)

    if into is not None:
        _insist_on_into(output, organisation, column, force=force)
        read, content = _paper(paper)
        kept = content if keep_paper else None
        asked = Later(into, column[0] if column else None, called, year, add_new, dry_run, kept)
        merge(read, asked, reported, form, language)
        return
    if called is not None or dry_run or not add_new:
        fail("--as, --dry-run and --no-add-new go with --into; without -o nothing is written anyway")
    draft = Fresh(output, year, organisation, tuple(column or ()), keep_paper, force)
    make(*_paper(paper), draft, reported, form, language)


def _insist_on_into(
    output: Path | None, organisation: str | None, column: list[str] | None, *, force: bool
) -> None:
    """--into writes into a plan that knows whose it is, one column at a time."""
    if output is not None:
        fail("--into writes into a plan that exists, and -o makes a new one: use one of them")
    if force:
        fail("--force goes with -o: with --into nothing is written over")
    if organisation is not None:
        fail("--organisation goes with -o: with --into the plan says whose it is")
    if column is not None and len(column) > 1:
        fail("--into takes one column at a time: name one with --column")


def _paper(path: Path) -> tuple[Paper, bytes]:
    """What the paper holds, and the file itself; a file that cannot be read ends in one clear line."""
    from vrplan.importers import Unreadable, read_paper
    from vrplan.importers.paper import MOST_BYTES

    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):  # a pipe or a device may never end
            fail(f"{path} is not a file")
        if found.st_size > MOST_BYTES:
            fail(f"{path} has more than {MOST_BYTES // 1_000_000} MB; that is no meeting paper")
        content = path.read_bytes()
        return read_paper(path.name, content), content
    except OSError as error:
        fail(f"{path} cannot be opened: {error.strerror or error}")
    except Unreadable as error:
        fail(str(error))


def _form_of_report(report: Path | None) -> Literal["json", "md"]:
    suffix = report.suffix.lower() if report is not None else ".json"
    if suffix not in {".json", ".md"}:
        fail(f"--report: {report} must end with .json or .md")
    return "md" if suffix == ".md" else "json"
