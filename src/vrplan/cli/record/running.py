"""An edit asked for on the command line: shown as it will be understood, and then written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

import typer

from vrplan.cli.options import fail, today
from vrplan.cli.plan import FINDINGS, read_named_folder
from vrplan.cli.screen import emit

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.findings import Finding
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan
    from vrplan.record import Asked, Draft, Refusal


def record(
    ask: Callable[[Plan], Asked],
    data: Path | None,
    dry_run: bool,
    file: Literal["plan", "decisions"] = "plan",
) -> None:
    """Show what is asked, and write it. The folder is locked from before it is read; a dry run only shows."""
    from vrplan.folder import FolderError
    from vrplan.folder.writing import locked, replace_content
    from vrplan.record import Refusal

    folder = read_named_folder(data, fall_back=False)
    path = Path(next(iter(folder.plans)) if file == "plan" else folder.missing_decisions)
    try:
        if dry_run:
            _show_change(_draft(path.parent, ask))
            return
        with locked(path):
            draft = _draft(path.parent, ask)
            replace_content(Path(draft.file), draft.before, draft.after)
    except FolderError as error:
        fail(str(error))
    except Refusal as refusal:
        _refuse(refusal)
    emit(f"written: {draft.file}:{draft.line}\n", None)


def _draft(folder: Path, ask: Callable[[Plan], Asked]) -> Draft:
    """The edit, told on stderr."""
    from vrplan.folder import read_folder
    from vrplan.record import drafted, loaded_sound

    files = read_folder(folder)
    loaded = loaded_sound(files)
    asked = ask(loaded.judged)
    draft = drafted(files, loaded, asked, today())
    typer.echo(_told(draft, asked), err=True, nl=False)
    if draft.findings:
        typer.echo(_findings(draft.loaded, draft.findings, "concise"), err=True, nl=False)
    return draft


def _told(draft: Draft, asked: Asked) -> str:
    from vrplan.record import NewDecision, NewPoints
    from vrplan.render.recorded import decision_as_text, effects_as_text
    from vrplan.reports.effect import effects

    plan = draft.loaded.judged
    if isinstance(asked, NewDecision | NewPoints):
        return decision_as_text(plan, asked.decision)
    return effects_as_text(effects(draft.earlier.judged, plan))


def _findings(loaded: Loaded, findings: tuple[Finding, ...], form: Literal["full", "concise"]) -> str:
    from vrplan.render import findings_as
    from vrplan.reports.check import check

    return findings_as(form, check(loaded, findings))


def _show_change(draft: Draft) -> None:
    from vrplan.render.recorded import change_as_text

    texts = draft.before.decode(), draft.after.decode()
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    emit(change_as_text(draft.file, *texts, for_reading=on_terminal), None, "diff")


def _refuse(refusal: Refusal) -> NoReturn:
    if refusal.loaded is not None:
        typer.echo(_findings(refusal.loaded, refusal.findings, "full"), err=True, nl=False)
    fail(f"{refusal}; nothing was written", FINDINGS)
