"""`vrplan import --into`: one column of a later paper written into a plan that exists."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Literal

import typer

from vrplan.cli.options import fail, today, unknown
from vrplan.cli.plan import FINDINGS
from vrplan.cli.record.running import change

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.folder import PlanFolder
    from vrplan.importers.later.merged import Merged
    from vrplan.importers.paper import Paper
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan
    from vrplan.record import Change, Draft
    from vrplan.render.language import Language


@dataclass(frozen=True, slots=True)
class Later:
    """What is asked of a later paper on the command line."""

    folder: Path
    column: str | None
    called: str | None
    year: int | None
    adds_new: bool
    dry_run: bool
    kept: bytes | None
    """The paper as it was read, where it is to be kept with the plan."""


def merge(
    paper: Paper,
    asked: Later,
    report: Callable[[str], None],
    form: Literal["json", "md"],
    language: Language,
) -> None:
    """Tell what the paper says of the items of the plan, and write it, or compare it with what the plan has."""

    def draft(files: PlanFolder, loaded: Loaded, base: Loaded | None) -> Draft | None:
        from vrplan.record import Refusal
        from vrplan.render.later import merged_as_text, merged_report

        merged = _merged(paper, loaded.judged, asked)
        made: Draft | Refusal | _NotKept | None = None
        if not merged.is_there:
            try:
                made = _drafted(merged, files, loaded, base, asked, language)
            except (Refusal, _NotKept) as error:
                made = error
            merged = replace(merged, is_written=not isinstance(made, Exception) and not asked.dry_run)
        typer.echo(merged_as_text(merged, str(asked.folder), language), err=True, nl=False)
        report(merged_report(form, merged, str(asked.folder), language))
        if isinstance(made, Refusal):
            raise made
        if isinstance(made, _NotKept):
            fail(f"{made}; nothing was written")
        if made is None and not merged.is_agreed:
            raise typer.Exit(FINDINGS)
        if made is not None:
            _tell_column(made, merged, language)
        return made

    change(draft, asked.folder, asked.dry_run, language=language)


def _merged(paper: Paper, plan: Plan, asked: Later) -> Merged:
    from vrplan.importers.drafting import NoPlan
    from vrplan.importers.later.column import Unheard, Unsettled, Wanted
    from vrplan.importers.later.merging import merged

    try:
        return merged(paper, plan, Wanted(asked.column, asked.called, asked.year, asked.adds_new))
    except (NoPlan, Unsettled) as error:
        fail(str(error))
    except Unheard as error:
        unknown(error.what, error.name, error.known)


def _drafted(
    merged: Merged,
    files: PlanFolder,
    loaded: Loaded,
    base: Loaded | None,
    asked: Later,
    language: Language,
) -> Draft:
    """The edit, and with it the paper where it is kept. Raises Refusal or _NotKept."""
    from vrplan.record import Refusal, drafted
    from vrplan.record.from_paper import asked_of
    from vrplan.render.language import telling_in
    from vrplan.render.wording.imported import place_of

    if not merged.said:
        raise Refusal("no row with a text in this column is surely an item of this plan")
    kept = _kept(merged, asked, files)
    coming = {Path(one.file).name: one.after for one in kept}
    with telling_in(language):
        wanted = list(asked_of(merged, place_of))
    made = drafted(files, loaded, wanted, today(), base, coming)
    return replace(made, changes=(*kept, *made.changes))


def _tell_column(made: Draft, merged: Merged, language: Language) -> None:
    from vrplan.render.language import telling_in
    from vrplan.render.recorded import column_as_text, courses_as_text
    from vrplan.reports.effect import effects

    with telling_in(language):
        told = column_as_text(made.loaded.judged, merged.column)
        told += courses_as_text(effects(made.earlier.judged, made.loaded.judged))
        typer.echo(told, err=True, nl=False)


class _NotKept(Exception):  # noqa: N818 - an answer for the user, who is told why in one line
    """Why the paper cannot be kept with the plan."""


def _kept(merged: Merged, asked: Later, files: PlanFolder) -> list[Change]:
    """The paper as a new file of the folder; nothing where it lies there already. Raises _NotKept."""
    from vrplan.importers.words import tidy
    from vrplan.record import Change

    if asked.kept is None:
        return []
    name = merged.basis.file
    there = asked.folder / (name if Path(name).name == name else tidy(merged.paper))
    try:
        if os.path.lexists(there):
            _insist_on_the_same(there, asked.kept, files)
            return []
    except OSError as error:
        raise _NotKept(f"the paper cannot be kept: {error.strerror or error}") from error
    return [Change(there.as_posix(), 1, None, asked.kept)]


def _insist_on_the_same(there: Path, content: bytes, files: PlanFolder) -> None:
    """What lies in the folder under the name of the paper is the paper. A pipe is not opened: it may never end."""
    if not S_ISREG(there.lstat().st_mode):
        raise _NotKept(f"the paper cannot be kept: {there} is no file")
    names = {Path(name).name for name in (*files.plans, files.missing_decisions)}
    if there.name in names or there.read_bytes() != content:
        raise _NotKept(f"{there.parent} holds another {there.name}")
