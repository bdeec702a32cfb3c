"""A plan folder of which one file comes from stdin, as an editor holds it and has not saved it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vrplan.cli.options import fail
from vrplan.cli.output import spare

if TYPE_CHECKING:
    from vrplan.folder import PlanFolder

NAMELESS = "<stdin>"
_SEPARATORS = ("/", os.sep)


def read_folder_with_stdin(data: Path | None, name: str | None) -> PlanFolder:
    """The folder as if stdin had been saved in it under this name; without a name it stands for the plan file.

    The folder is `data`, else the one that the name lies in, else the one that is found from here.
    """
    from dataclasses import replace

    from vrplan.folder import DECISIONS, PLAN_PATTERN, FolderError, read_folder

    shown = NAMELESS if name is None else name
    if not shown or shown.endswith(_SEPARATORS):
        fail("--stdin-filename takes the name of a file: decisions.yaml, or plans/actionplan_2018.yaml")
    try:
        folder = _folder(data, shown)
        on_disk = spare(read_folder(folder))
    except FolderError as error:
        fail(str(error))
    if Path(shown).name != DECISIONS:
        return replace(on_disk, plans={shown: _stdin()} | _others(on_disk, shown))
    if not on_disk.plans:
        fail(f"no plan in {folder}: no file there is called {PLAN_PATTERN}")
    return replace(on_disk, decisions={shown: _stdin()}, missing_decisions=shown)


def _folder(data: Path | None, shown: str) -> Path:
    """The folder that the other file is read from. It need not hold a plan: that may be what is being typed."""
    from vrplan.folder import FolderError, find_folder

    says_where = any(sign in shown for sign in _SEPARATORS)
    named = data or (Path(shown).parent if says_where else None)
    try:
        return find_folder(named, Path()) or Path()
    except FolderError:
        if named is not None and not os.path.isdir(named):  # noqa: PTH112 - no name is too long for it
            raise
        return named or Path()


def _others(on_disk: PlanFolder, shown: str) -> dict[str, bytes]:
    """The plans that would lie beside this one when it is saved. A file of any other name takes the plan's place."""
    from fnmatch import fnmatch

    from vrplan.folder import PLAN_PATTERN

    name = Path(shown).name
    if not fnmatch(name, PLAN_PATTERN):
        return {}
    return {other: content for other, content in on_disk.plans.items() if Path(other).name != name}


def _stdin() -> bytes:
    if sys.stdin is None:  # somebody has closed it
        fail("there is nothing to read: stdin is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        fail(f"stdin cannot be read: {error.strerror or error}")
