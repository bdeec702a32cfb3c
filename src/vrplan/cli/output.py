"""The file that a result is written to: never the plan that was read, and the whole result or nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from vrplan.cli.options import fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.folder import PlanFolder

_YAML = frozenset({".yaml", ".yml"})
_OPEN_ALREADY = re.compile(r"/dev/(stdout|stderr|fd/\d+)|/proc/[^/]+/fd/\d+")
"""What the shell has opened for this process; behind the name may be a file that others write to as well."""
_read: set[Path] = set()
"""The files of the plans that this process has read: where they really lie, for it runs one command."""


def spare(folder: PlanFolder) -> PlanFolder:
    """The same folder; from now on no result is written over a file of it, nor where its decisions would lie."""
    names = (*folder.plans, *folder.decisions, folder.missing_decisions)
    files = [folder.place / Path(name).name if folder.place is not None else Path(name) for name in names]
    _read.update(Path(os.path.realpath(file)) for file in files)
    return folder


def put(output: Path, content: bytes, may_replace: Callable[[Path], object] | None = None) -> None:
    """Write a result to a file at once, or send it to a device or a pipe; what cannot be written ends the command.

    `may_replace` is asked about a file that is there, and ends the command where it must stay.
    """
    from vrplan.folder import FolderError
    from vrplan.folder.writing import put_content

    try:
        is_stream = _is_stream(output)
        _insist_on_no_plan(output, is_stream)
        if is_stream:
            with output.open("ab") as stream:
                stream.write(content)
        else:
            if may_replace is not None and output.exists():
                may_replace(output)
            put_content(output, content)
    except FolderError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{output} cannot be written: {error.strerror or error}")


def _is_stream(output: Path) -> bool:
    """Whether nothing can take the place of what stands there: a device, a pipe, or a folder, which then is told."""
    opened = _OPEN_ALREADY.fullmatch(output.as_posix())
    return opened is not None or (output.exists() and not output.is_file())


def _insist_on_no_plan(output: Path, is_stream: bool) -> None:
    """No report is YAML: what is kept as YAML is somebody's plan, read now or not."""
    there = Path(os.path.realpath(output))
    if there in _read or any(_is_same(there, file) for file in _read):
        fail(f"{output} is the plan itself, and stays; name another file")
    if not is_stream and there.exists() and _YAML & {output.suffix.lower(), there.suffix.lower()}:
        fail(f"{output} is YAML, and what is written now is not: it stays; name another file")


def _is_same(one: Path, other: Path) -> bool:
    """Whether both are names of one file that is there (hard links, names in other letters)."""
    try:
        return one.samefile(other)
    except OSError:
        return False
