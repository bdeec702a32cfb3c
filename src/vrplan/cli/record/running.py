"""An edit asked for on the command line: shown as it will be understood, and then written."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

import typer

from vrplan.cli.options import fail, language_of, tell, today
from vrplan.cli.plan import FINDINGS, read_before, read_named_folder
from vrplan.cli.screen import emit

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.findings import Finding
    from vrplan.folder import PlanFolder
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan
    from vrplan.record import Asked, Draft, Refusal
    from vrplan.render.language import Language


def record(
    ask: Callable[[Plan], Asked],
    data: Path | None,
    dry_run: bool,
    against: str | None = None,
) -> None:
    """Show what is asked, and write it. `against` is the git revision that the whole edit starts from."""

    def draft(files: PlanFolder, loaded: Loaded, base: Loaded | None) -> Draft:
        from vrplan.record import drafted

        asked = ask(loaded.judged)
        made = drafted(files, loaded, [asked], today(), base)
        typer.echo(_told(made, asked), err=True, nl=False)
        return made

    change(draft, data, dry_run, against)


def change(
    draft: Callable[[PlanFolder, Loaded, Loaded | None], Draft | None],
    data: Path | None,
    dry_run: bool,
    against: str | None = None,
    language: Language | None = None,
) -> None:
    """Write what is drafted of a sound plan; None is nothing to write. What it lets be found is told in the language.

    The folder is locked from before it is read; a dry run only shows. The third thing that `draft` is given is
    the plan that the whole edit starts from: as it stood at `against`, or at the last commit, where there is one.
    """
    from vrplan.folder import FolderError
    from vrplan.folder.several import replace_all
    from vrplan.folder.writing import locked
    from vrplan.record import Refusal

    folder = read_named_folder(data, fall_back=False)
    base = _base(folder, against)
    try:
        if dry_run:
            if made := _made(draft, Path(folder.missing_decisions).parent, base, language):
                _show_changes(made)
            return
        with ExitStack() as locks:
            for file in _of_each_folder(Path(next(iter(folder.plans))), Path(folder.missing_decisions)):
                locks.enter_context(locked(file, waiting=tell))
            made = _made(draft, Path(folder.missing_decisions).parent, base, language)
            if made is None:
                return
            replace_all([(Path(one.file), one.before, one.after) for one in made.changes])
    except FolderError as error:
        fail(str(error))
    except Refusal as refusal:
        _refuse(refusal, language)
    _tell_written(made)


def _tell_written(draft: Draft) -> None:
    from vrplan.render.safe import visible

    places = [visible(one.file if one.before is None else f"{one.file}:{one.line}") for one in draft.changes]
    emit("".join(f"written: {one}\n" for one in places), None, done=f"{' and '.join(places)} is written")


def _of_each_folder(*files: Path) -> list[Path]:
    """One file for each folder that the files really lie in, in one order: two who wait do not wait for each other."""
    return list({Path(os.path.realpath(one)).parent: one for one in sorted(files, reverse=True)}.values())


def _made(
    draft: Callable[[PlanFolder, Loaded, Loaded | None], Draft | None],
    folder: Path,
    base: Loaded | None,
    language: Language | None,
) -> Draft | None:
    """The edit, with what it lets be found told on stderr."""
    from vrplan.folder import read_folder
    from vrplan.record import loaded_sound

    files = read_folder(folder)
    made = draft(files, loaded_sound(files), base)
    if made is not None and made.findings:
        typer.echo(_findings(made.loaded, made.findings, "concise", language), err=True, nl=False)
    return made


def _base(folder: PlanFolder, against: str | None) -> Loaded | None:
    """The plan that the whole edit starts from; None where there is no earlier one."""
    from vrplan.folder import FolderError
    from vrplan.folder.git import read_base
    from vrplan.load import load

    try:
        before = (
            read_before(folder, against)
            if against is not None
            else read_base(Path(folder.missing_decisions).parent, "HEAD")
        )
    except FolderError:  # no git, or no commit yet: nobody asked for it
        return None
    return load(before) if before is not None else None


def _told(draft: Draft, asked: Asked) -> str:
    from vrplan.record import NewColumn, NewDecision, NewPoints
    from vrplan.render.language import telling_in
    from vrplan.render.recorded import column_as_text, decision_as_text, effects_as_text
    from vrplan.reports.effect import effects

    plan = draft.loaded.judged
    with telling_in(language_of(None)):
        if isinstance(asked, NewDecision | NewPoints):
            return decision_as_text(plan, asked.decision)
        head = column_as_text(plan, asked.name) if isinstance(asked, NewColumn) else ""
        return head + effects_as_text(effects(draft.earlier.judged, plan))


def _findings(
    loaded: Loaded, findings: tuple[Finding, ...], form: Literal["full", "concise"], language: Language | None
) -> str:
    from vrplan.render import findings_as
    from vrplan.render.run import Run
    from vrplan.reports.check import check

    return findings_as(form, check(loaded, findings), Run(language=language or language_of(None)))


def _show_changes(draft: Draft) -> None:
    from vrplan.render.recorded import change_as_text
    from vrplan.render.safe import visible

    for one in draft.changes:
        if one.before is None:
            typer.echo(f"would be written: {visible(one.file)}", err=True)
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    patches = [
        change_as_text(one.file, one.before.decode(), one.after.decode(), for_reading=on_terminal)
        for one in draft.changes
        if one.before is not None
    ]
    emit("".join(patches), None, "diff")


def _refuse(refusal: Refusal, language: Language | None) -> NoReturn:
    if refusal.loaded is not None:
        typer.echo(_findings(refusal.loaded, refusal.findings, "full", language), err=True, nl=False)
    fail(f"{refusal}; nothing was written", FINDINGS)
