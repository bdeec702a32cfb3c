"""`vrplan import`: a meeting paper to a draft plan folder, or into a plan that exists."""

from __future__ import annotations

import re
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vrplan.cli.fresh_folder import refuse_what_is_there, write_files
from vrplan.cli.into import Later, merge
from vrplan.cli.options import Lang, fail, language_of, unknown
from vrplan.cli.screen import emit

if TYPE_CHECKING:
    from vrplan.drafts.values import Draft
    from vrplan.importers.drafting import Imported, Wishes
    from vrplan.importers.paper import Paper
    from vrplan.render.language import Language

_ID = re.compile(r"[a-z0-9æøåäöü]+(-[a-z0-9æøåäöü]+)*")
_LONGEST_ID = 60


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
    from vrplan.importers.drafting import Wishes

    language = language_of(lang)
    form = _form_of_report(report)
    if into is not None:
        _insist_on_into(output, organisation, column, force=force)
        kept = paper if keep_paper else None
        asked = Later(into, column[0] if column else None, called, year, add_new, dry_run, kept)
        merge(_paper(paper), asked, lambda text: emit(text, report, form) if report else None, form, language)
        return
    if called is not None or dry_run or not add_new:
        fail("--as, --dry-run and --no-add-new go with --into; without -o nothing is written anyway")
    if organisation is not None and not organisation.strip():
        fail("--organisation needs a name")
    wishes = Wishes(year, organisation, dict(_adoption(text) for text in column or ()))
    made = _made(_paper(paper), wishes)
    files = _files(made.draft, wishes)
    if output is None:
        if keep_paper:
            fail("--keep-paper needs -o DIR, the folder to put the paper into")
        from vrplan.render.imported import files_as_text

        _tell(made, paper, language)
        _report(report, form, made, paper, language)
        emit(files_as_text(files), None)
        return
    from vrplan.drafts.schemas import schemas
    from vrplan.render.imported import what_then

    everything = files | schemas() | (_kept(made.draft, paper, output, files) if keep_paper else {})
    refuse_what_is_there(output, everything, force=force)
    _tell(made, paper, language)
    _report(report, form, made, paper, language)
    write_files(output, everything, what_then(language))


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


def _paper(path: Path) -> Paper:
    """What the paper holds; a file that cannot be read ends in one clear line."""
    from vrplan.importers import Unreadable, read_paper
    from vrplan.importers.paper import MOST_BYTES

    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):  # a pipe or a device may never end
            fail(f"{path} is not a file")
        if found.st_size > MOST_BYTES:
            fail(f"{path} has more than {MOST_BYTES // 1_000_000} MB; that is no meeting paper")
        return read_paper(path.name, path.read_bytes())
    except OSError as error:
        fail(f"{path} cannot be opened: {error.strerror or error}")
    except Unreadable as error:
        fail(str(error))


def _kept(draft: Draft, paper: Path, folder: Path, files: dict[str, str]) -> dict[str, str | bytes]:
    """The paper under the name that the draft gives it; nothing where it lies in the folder already."""
    name = draft.paper.file
    if name in files:
        fail(f"the paper cannot be kept as {name}: the plan has a file of that name")
    try:
        there = folder / name
        return {} if there.exists() and there.samefile(paper) else {name: paper.read_bytes()}
    except OSError as error:
        fail(f"{paper} cannot be opened: {error.strerror or error}")


def _made(paper: Paper, wishes: Wishes) -> Imported:
    from vrplan.importers.drafting import NoPlan, imported

    try:
        return imported(paper, wishes)
    except NoPlan as error:
        fail(str(error))


def _files(draft: Draft, wishes: Wishes) -> dict[str, str]:
    from vrplan.drafts.texts import texts_of
    from vrplan.edit.scalars import Unwritable

    names = [column.name for column in draft.columns]
    for name in wishes.decisions:
        if name not in names:
            unknown("column", name, names)
    try:
        return texts_of(draft)
    except Unwritable as error:
        fail(f"this cannot be written: {error}")


def _adoption(text: str) -> tuple[str, str]:
    """The name of a column, and the id of the decision that adopted it."""
    name, sign, decision = text.rpartition("=")
    name, decision = name.strip(), decision.strip()
    if not sign or not name:
        fail(f"--column: {text} is not NAME=DECISION, such as “HP 2018=styret-2017-35”")
    if not _ID.fullmatch(decision) or len(decision) > _LONGEST_ID:
        fail(
            f"--column: {decision} is no id: small letters, digits and single hyphens, such as styret-2017-35"
        )
    return name, decision


def _form_of_report(report: Path | None) -> Literal["json", "md"]:
    suffix = report.suffix.lower() if report is not None else ".json"
    if suffix not in {".json", ".md"}:
        fail(f"--report: {report} must end with .json or .md")
    return "md" if suffix == ".md" else "json"


def _tell(made: Imported, paper: Path, language: Language) -> None:
    from vrplan.render.imported import irregularities_as_text, made_as_text

    typer.echo(f"vrplan: {made_as_text(made, paper.name, language)}", err=True)
    typer.echo(irregularities_as_text(made.irregularities, language), err=True, nl=False)


def _report(
    report: Path | None, form: Literal["json", "md"], made: Imported, paper: Path, language: Language
) -> None:
    if report is not None:
        from vrplan.render.imported import report_of

        emit(report_of(form, made, paper.name, language), report, form)
