"""Several files written: all of them or none; new ones into a folder, and none of those through a link."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from vrplan.folder import FolderError
from vrplan.folder.writing import put_content, replace_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NAMED = 8
"""So many files that are in the way are named."""


def insist_on_room(folder: Path, paths: Iterable[str], *, may_replace: bool) -> None:
    """See that files can be written at these paths of a folder, before any is.

    A file that is there is in the way unless it may be replaced. A link always is: it leads to a file that nobody has
    named. Raises FolderError with what is in the way.
    """
    try:
        if os.path.lexists(folder) and not folder.is_dir():
            what = "a file" if folder.exists() else "a link to nothing"
            raise FolderError(f"{folder} is {what}, not a folder")
        there = [path for path in paths if os.path.lexists(folder / path)]
        if there and not may_replace:
            more = f" and {len(there) - _NAMED} more" if len(there) > _NAMED else ""
            named = ", ".join(there[:_NAMED]) + more
            raise FolderError(
                f"{folder} already holds {named}; nothing was written (--force writes over them)"
            )
        for path in paths:
            _insist_on_way(folder, Path(path))
    except OSError as error:
        raise FolderError(f"{folder} cannot be opened: {error.strerror or error}") from error


def put_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files at these paths of a folder, which is made where it is missing, like the folders in it.

    When one cannot be written, what was made is removed and what was replaced is put back. Raises FolderError.
    """
    with ExitStack() as undo:
        for path in files:
            _make_folder((folder / path).parent, undo)
        for path, content in files.items():
            _put(folder / path, content, undo)
        undo.pop_all()


def replace_all(changes: Iterable[tuple[Path, bytes | None, bytes]]) -> None:
    """Put a new text in the place of what each file held, in this order. To be called under `locked`.

    None is held by a file that is not there yet. When one cannot be written, those before it get back what they held.
    Raises FolderError.
    """
    with ExitStack() as undo:
        for file, before, after in changes:
            replace_content(file, before, after)
            undo.callback(_take_back, file, before, after)
        undo.pop_all()


def _take_back(file: Path, before: bytes | None, after: bytes) -> None:
    try:
        if before is None:
            file.unlink(missing_ok=True)
        else:
            replace_content(file, after, before)
    except (OSError, FolderError) as error:
        raise FolderError(f"not all could be written, and {file} stays as it was written: {error}") from error


def _insist_on_way(folder: Path, path: Path) -> None:
    for above in reversed(path.parents):
        if (folder / above).is_symlink() and above != Path():
            raise FolderError(f"{folder / above} is a link; nothing was written")
        if os.path.lexists(folder / above) and not (folder / above).is_dir():
            raise FolderError(
                f"{folder / above} is a file, and a folder is needed there; nothing was written"
            )
    target = folder / path
    if target.is_symlink():
        raise FolderError(f"{target} is a link; nothing was written")
    if target.exists() and not target.is_file():
        raise FolderError(f"{target} is not a file; nothing was written")


def _make_folder(folder: Path, undo: ExitStack) -> None:
    try:
        if folder.exists():
            return
        _make_folder(folder.parent, undo)
        folder.mkdir()
    except OSError as error:
        raise FolderError(
            f"{folder} cannot be made: {error.strerror or error}; nothing was written"
        ) from error
    undo.callback(_remove_folder, folder)


def _remove_folder(folder: Path) -> None:
    with suppress(OSError):  # somebody has put something into it in the meantime
        folder.rmdir()


def _put(file: Path, content: bytes, undo: ExitStack) -> None:
    try:
        before = file.read_bytes() if file.exists() else None
    except OSError as error:
        raise FolderError(f"{file} cannot be read: {error.strerror or error}; nothing was written") from error
    put_content(file, content)
    undo.callback(_put_back, file, before)


def _put_back(file: Path, before: bytes | None) -> None:
    try:
        if before is None:
            file.unlink()
        else:
            put_content(file, before)
    except (OSError, FolderError) as error:
        raise FolderError(f"not all could be written, and {file} stays as it was written: {error}") from error
