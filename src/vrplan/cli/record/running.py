"""An edit asked for on the command line: shown as it will be understood, and then written."""

from __future__ import annotations

import sys
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


def record(
    ask: Callable[[Plan], Asked],
    data: Path | None,
    dry_run: bool,
    file: Literal["plan", "decisions"] = "plan",
    against: str | None = None,
) -> None:
    """Show what is asked, and write it. The folder is locked from before it is read; a dry run only shows.

    `against` is the git revision that the whole edit starts from; the last commit when it is not named.
    """
    from vrplan.folder import FolderError
    from vrplan.folder.writing import locked, replace_content
    from vrplan.record import Refusal

    folder = read_named_folder(data, fall_back=False)
    path = Path(next(iter(folder.plans)) if file == "plan" else folder.missing_decisions)
    base = _base(folder, against)
    try:
        if dry_run:
            _show_change(_draft(path.parent, ask, base))
            return
        with locked(path, waiting=tell):
            draft = _draft(path.parent, ask, base)
            replace_content(Path(draft.file), draft.before, draft.after)
    except FolderError as error:
        fail(str(error))
    except Refusal as refusal:
        _refuse(refusal)
    place = f"{draft.file}:{draft.line}"
    emit(f"written: {place}\n", None, done=f"{place} is written")


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


def _draft(folder: Path, ask: Callable[[Plan], Asked], base: Loaded | None) -> Draft:
    """The edit, told on stderr."""
    from vrplan.folder import read_folder
    from vrplan.record import drafted, loaded_sound

    files = read_folder(folder)
    loaded = loaded_sound(files)
    asked = ask(loaded.judged)
    draft = drafted(files, loaded, asked, today(), base)
    typer.echo(_told(draft, asked), err=True, nl=False)
    if draft.findings:
        typer.echo(_findings(draft.loaded, draft.findings, "concise"), err=True, nl=False)
    return draft


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


def _findings(loaded: Loaded, findings: tuple[Finding, ...], form: Literal["full", "concise"]) -> str:
    from vrplan.render import findings_as
    from vrplan.render.run import Run
    from vrplan.reports.check import check

    return findings_as(form, check(loaded, findings), Run(language=language_of(None)))


def _show_change(draft: Draft) -> None:
    from vrplan.render.recorded import change_as_text

    texts = draft.before.decode(), draft.after.decode()
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    emit(change_as_text(draft.file, *texts, for_reading=on_terminal), None, "diff")


def _refuse(refusal: Refusal) -> NoReturn:
    if refusal.loaded is not None:
        typer.echo(_findings(refusal.loaded, refusal.findings, "full"), err=True, nl=False)
    fail(f"{refusal}; nothing was written", FINDINGS)
