"""Writing the files of a folder that is new, or that somebody wants written over: all of them or none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from vrplan.cli.options import fail

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_files(folder: Path, files: Mapping[str, str], *, force: bool) -> None:
    """Write all files or, when one of them is there and is not to be written over, none."""
    refuse_what_is_there(folder, files, force=force)
    try:
        for path, text in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode("utf-8"))
    except OSError as error:
        fail(f"{error.filename or folder} cannot be written: {error.strerror or error}")


def refuse_what_is_there(folder: Path, files: Mapping[str, str], *, force: bool) -> None:
    """End with one clear line where a file would be lost, a second plan begun, or a link followed out of the folder."""
    from vrplan.folder import PLAN_PATTERN

    if folder.exists() and not folder.is_dir():
        fail(f"{folder} is a file, not a folder")
    others = sorted(path.name for path in folder.glob(PLAN_PATTERN) if path.name not in files)
    if others:
        fail(
            f"{folder} already holds the plan {others[0]}, and a folder has one; a later year is a further column of it"
        )
    there = [path for path in files if os.path.lexists(folder / path)]
    if there and not force:
        fail(f"{folder} already holds {', '.join(there)}; nothing was written (--force writes over them)")
    for path in files:
        if not (folder / path).resolve().is_relative_to(folder.resolve()):
            fail(f"{folder / path} is a link to somewhere else; nothing was written")
