"""`vrplan import` without `--into`: a draft plan folder from a meeting paper, or both of its files on the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from vrplan.cli.fresh_folder import refuse_what_is_there, write_files
from vrplan.cli.options import fail, unknown
from vrplan.cli.screen import emit

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.drafts.values import Draft
    from vrplan.importers.drafting import Imported, Wishes
    from vrplan.importers.paper import Paper
    from vrplan.render.language import Language

_ID = re.compile(r"[a-z0-9æøåäöü]+(-[a-z0-9æøåäöü]+)*")
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is asked of a fresh draft on the command line."""

    folder: Path | None
    """The folder to make; without it both files are only shown."""
    year: int | None
    organisation: str | None
    columns: tuple[str, ...]
    """Each the name of a column, "=", and the decision that adopted it."""
    keeps_paper: bool
    force: bool


def make(
    paper: Paper,
    content: bytes,
    asked: Fresh,
    report: Callable[[str], None],
    form: Literal["json", "md"],
    language: Language,
) -> None:
    """Make the draft, tell what was irregular in the paper, and write the folder or show what it would hold."""
    from vrplan.importers.drafting import Wishes

    if asked.organisation is not None and not asked.organisation.strip():
        fail("--organisation needs a name")
    wishes = Wishes(asked.year, asked.organisation, dict(_adoption(text) for text in asked.columns))
    made = _made(paper, wishes)
    files = _files(made.draft, wishes, language)

    def tell() -> None:
        from vrplan.render.imported import report_of

        _tell(made, paper, language)
        report(report_of(form, made, paper.name, language))

    if asked.folder is None:
        _show(files, tell, keeps_paper=asked.keeps_paper)
        return
    from vrplan.drafts.schemas import schemas

    everything: dict[str, str | bytes] = {**files, **schemas()}
    if asked.keeps_paper:
        everything |= _kept(made.draft, content, asked.folder, files)
    refuse_what_is_there(asked.folder, everything, force=asked.force)
    tell()
    from vrplan.render.imported import what_then

    write_files(asked.folder, everything, what_then(language))


def _show(files: dict[str, str], tell: Callable[[], None], *, keeps_paper: bool) -> None:
    """Both files on the screen."""
    from vrplan.render.imported import files_as_text

    if keeps_paper:
        fail("--keep-paper needs -o DIR, the folder to put the paper into")
    tell()
    emit(files_as_text(files), None)


def _kept(draft: Draft, content: bytes, folder: Path, files: dict[str, str]) -> dict[str, bytes]:
    """The paper under the name that the draft gives it; nothing where it lies in the folder already."""
    name = draft.paper.file
    if name in files:
        fail(f"the paper cannot be kept as {name}: the plan has a file of that name")
    try:
        there = folder / name
        is_there = there.is_file() and not there.is_symlink() and there.read_bytes() == content
    except OSError as error:
        fail(f"{there} cannot be opened: {error.strerror or error}")
    return {} if is_there else {name: content}


def _made(paper: Paper, wishes: Wishes) -> Imported:
    from vrplan.importers.drafting import NoPlan, imported

    try:
        return imported(paper, wishes)
    except NoPlan as error:
        fail(str(error))


def _files(draft: Draft, wishes: Wishes, language: Language) -> dict[str, str]:
    from vrplan.drafts.texts import texts_of
    from vrplan.edit.scalars import Unwritable
    from vrplan.render.language import telling_in
    from vrplan.render.values import told

    names = [column.name for column in draft.columns]
    for name in wishes.decisions:
        if name not in names:
            unknown("column", name, names)
    try:
        with telling_in(language):
            return texts_of(draft, told)
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


def _tell(made: Imported, paper: Paper, language: Language) -> None:
    from vrplan.render.imported import irregularities_as_text, made_as_text

    typer.echo(f"vrplan: {made_as_text(made, paper.name, language)}", err=True)
    typer.echo(irregularities_as_text(made.irregularities, language), err=True, nl=False)
