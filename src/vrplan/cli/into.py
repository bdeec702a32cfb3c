"""`vrplan import --into`: one column of a later paper written into a plan that exists."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
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
    kept: Path | None
    """The paper, where it is to be kept with the plan."""


def merge(
    paper: Paper,
    asked: Later,
    report: Callable[[str], None],
    form: Literal["json", "md"],
    language: Language,
) -> None:
    """Tell what the paper says of the items of the plan, and write it, or compare it with what the plan has."""

    def draft(files: PlanFolder, loaded: Loaded, base: Loaded | None) -> Draft | None:
        from vrplan.render.later import merged_report

        merged = _merged(paper, loaded.judged, asked)
        _tell(merged, asked, language)
        kept = [] if merged.is_there else _kept(asked, files)
        made = None if merged.is_there else _drafted(merged, files, loaded, base, kept, language)
        report(merged_report(form, merged, str(asked.folder), language))
        if made is None and not merged.is_agreed:
            raise typer.Exit(FINDINGS)
        return replace(made, changes=(*kept, *made.changes)) if made is not None else None

    change(draft, asked.folder, asked.dry_run)


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
    kept: list[Change],
    language: Language,
) -> Draft:
    from vrplan.record import Refusal, drafted
    from vrplan.record.from_paper import asked_of
    from vrplan.render.language import telling_in
    from vrplan.render.recorded import column_as_text, courses_as_text
    from vrplan.reports.effect import effects

    if not merged.said:
        raise Refusal("no row with a text in this column is surely an item of this plan")
    coming = {Path(one.file).name: one.after for one in kept}
    made = drafted(files, loaded, list(asked_of(merged)), today(), base, coming)
    with telling_in(language):
        told = column_as_text(made.loaded.judged, merged.column)
        told += courses_as_text(effects(made.earlier.judged, made.loaded.judged))
        typer.echo(told, err=True, nl=False)
    return made


def _kept(asked: Later, files: PlanFolder) -> list[Change]:
    """The paper as a new file of the folder; nothing where it lies there already."""
    from vrplan.importers.words import tidy
    from vrplan.record import Change

    if asked.kept is None:
        return []
    there = asked.folder / tidy(asked.kept.name)
    try:
        content = asked.kept.read_bytes()
        if os.path.lexists(there):
            names = {Path(name).name for name in (*files.plans, files.missing_decisions)}
            if there.name in names or there.is_symlink() or there.read_bytes() != content:
                fail(f"{asked.folder} holds another {there.name}; nothing was written")
            return []
    except OSError as error:
        fail(f"the paper cannot be kept: {error.strerror or error}; nothing was written")
    return [Change(there.as_posix(), 1, None, content)]


def _tell(merged: Merged, asked: Later, language: Language) -> None:
    from vrplan.render.later import merged_as_text

    typer.echo(merged_as_text(merged, str(asked.folder), language), err=True, nl=False)
