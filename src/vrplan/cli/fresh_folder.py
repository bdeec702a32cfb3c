"""Writing the files of a folder that is new, or that somebody wants written over: all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from vrplan.cli.options import fail
from vrplan.cli.screen import emit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_files(folder: Path, files: Mapping[str, str | bytes], then: str) -> None:
    """Write all files, name them, and say what to do `then`. To be called when there is room for them."""
    from vrplan.folder import FolderError
    from vrplan.folder.several import put_all
    from vrplan.render.safe import visible

    try:
        put_all(folder, {path: one.encode() if isinstance(one, str) else one for path, one in files.items()})
    except FolderError as error:
        fail(str(error))
    written = "".join(f"{visible((folder / path).as_posix())}\n" for path in files)
    emit(written, None, done=f"{folder} is written")
    typer.echo(visible(f"vrplan: {then} --data {folder}"), err=True)


def refuse_what_is_there(folder: Path, files: Mapping[str, str | bytes], *, force: bool) -> None:
    """End with one clear line where a file would be lost, a second plan begun, or a link followed."""
    from vrplan.folder import PLAN_PATTERN, FolderError
    from vrplan.folder.several import insist_on_room

    try:
        others = sorted(path.name for path in folder.glob(PLAN_PATTERN) if path.name not in files)
        if others:
            fail(
                f"{folder} already holds the plan {others[0]}, and a folder has one; "
                "a later year is a further column of it"
            )
        insist_on_room(folder, files, may_replace=force)
    except FolderError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{folder} cannot be opened: {error.strerror or error}")
