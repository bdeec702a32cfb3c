"""A folder of files that can be made again, such as a site: each there whole, none left over from last time."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Self

from vrplan.folder import FolderError
from vrplan.folder.several import insist_on_room
from vrplan.folder.writing import locked, make_like

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable
    from pathlib import Path
    from types import TracebackType

LIST = ".vrplan-files"
"""The list of the files that were put there, one on each line: by it they are known the next time."""
_WHOSE = "# of "
"""How the line begins that says of whom the files are."""
_NEW = ".vrplan-new"
"""The folder in it where the files wait until all are made."""


class Published:
    """Puts files into a folder that may hold others. Only what was put there before is replaced or removed.

    Before the first is made, all are known to have room. They wait in a folder of their own until the last is made;
    then each takes its place, and the files of last time that were not put again are removed. When it is left by an
    exception, or killed, before that, nothing is changed; what a process killed in between has put is known the
    next time too. All that happens while every other writer is kept out. Raises FolderError where a file of
    somebody else, or a link, is in the way.
    """

    def __init__(
        self,
        folder: Path,
        paths: Collection[str],
        whose: str,
        *,
        shape: re.Pattern[str],
        may_replace: bool,
    ) -> None:
        """Into which folder (made where it is missing), at which paths below it; whether others' files may go.

        `whose` files they are is remembered: those of another are not replaced unasked. All paths, and those of
        earlier times too, have the `shape`: nothing else is ever removed, whatever the list of last time says. The
        files take their places in the order of the paths: what leads to others is named after them.
        """
        self._folder = folder
        self._paths = paths
        self._whose = whose
        self._shape = shape
        self._may_replace = may_replace
        self._new = folder / _NEW
        self._alone = ExitStack()
        self.left: tuple[str, ...] = ()
        """Afterwards: the files of last time that could not be removed. The list still names them."""

    def put(self, path: str, content: bytes) -> None:
        """Make the file that will lie at one of the paths."""
        new = self._new / path
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_written(new.parent, error) from error
        make_like(new, self._folder / path, content)

    def __enter__(self) -> Self:
        """Keep others out, and see that there is room for all."""
        insist_on_room(self._folder, (), may_replace=True)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_written(self._folder, error) from error
        with ExitStack() as undo:
            undo.enter_context(locked(self._folder / LIST))
            self._before = self._files_before()
            others = [path for path in self._paths if path not in self._before]
            insist_on_room(self._folder, self._before, may_replace=True)
            insist_on_room(self._folder, others, may_replace=self._may_replace)
            insist_on_room(self._folder, [f"{_NEW}/{LIST}"], may_replace=True)
            self._empty()  # of what a killed process has left
            undo.callback(self._empty)
            self._begin()
            self._insist_on_one_disk()
            self._alone = undo.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Unless something went wrong, put all in their places, and remove what was put last time and not now."""
        with self._alone:
            if kind is None:
                self._finish()

    def _begin(self) -> None:
        try:
            self._new.mkdir(0o700)  # whoever serves the folder need not show what waits
        except OSError as error:
            raise _not_written(self._folder, error) from error

    def _insist_on_one_disk(self) -> None:
        """See that every folder is on the disk where the files wait: from another none takes its place at once."""
        try:
            disk = self._new.stat().st_dev
            folders = {self._folder / PurePosixPath(path).parent for path in self._paths}
            others = sorted(one for one in folders if one.exists() and one.stat().st_dev != disk)
        except OSError as error:
            raise FolderError(f"{self._folder} cannot be opened: {error.strerror or error}") from error
        if others:
            told = f"{others[0]} lies on another disk than {self._folder}; nothing was written"
            raise FolderError(f"{told}: move it aside, or name another folder")

    def _finish(self) -> None:
        gone = self._before.keys() - set(self._paths)
        self._list([*gone, *self._paths])
        self._move(*self._paths)
        self.left = tuple(path for path in sorted(gone) if not _removed(self._folder / path))
        self._list([*self.left, *self._paths])

    def _list(self, paths: Iterable[str]) -> None:
        listed = "".join(f"{path}\n" for path in sorted(paths))
        self.put(LIST, f"{_WHOSE}{self._whose}\n{listed}".encode())
        self._move(LIST)

    def _move(self, *paths: str) -> None:
        path = ""
        try:
            for above in {str(PurePosixPath(path).parent) for path in paths}:
                (self._folder / above).mkdir(exist_ok=True)
            for path in paths:
                (self._new / path).replace(self._folder / path)
        except OSError as error:
            place = self._folder / path
            told = f"{place} cannot be written: {error.strerror or error}"
            raise FolderError(f"{told}; some files are new and some are of last time: try again") from error

    def _empty(self) -> None:
        try:
            if os.path.lexists(self._new):
                shutil.rmtree(self._new)
        except OSError as error:
            raise FolderError(f"{self._new} cannot be removed: {error.strerror or error}") from error

    def _files_before(self) -> dict[str, None]:
        """The files that were put into the folder the last time; they must not be another's, unless these may go."""
        whose, listed = _listed(self._folder / LIST)
        if whose not in {None, self._whose} and not self._may_replace:
            raise FolderError(
                f"{self._folder} holds the pages of {whose}; nothing was written (--force writes over them)"
            )
        return {path: None for path in listed if self._shape.fullmatch(path)}


def _listed(file: Path) -> tuple[str | None, list[str]]:
    """Whose files a list names, and which."""
    try:
        if file.is_symlink():
            raise FolderError(f"{file} is a link; nothing was written")
        text = file.read_text("utf-8") if file.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise FolderError(f"{file} cannot be read: {error}") from error
    lines = text.splitlines()
    whose = next((line.removeprefix(_WHOSE) for line in lines if line.startswith(_WHOSE)), None)
    return whose, [line for line in lines if not line.startswith(_WHOSE)]


def _removed(file: Path) -> bool:
    """Whether a file is gone now, and the folder that it lay in where it has left that empty."""
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    with suppress(OSError):  # a folder that still holds something stays
        file.parent.rmdir()
    return True


def _not_written(path: Path, error: OSError) -> FolderError:
    return FolderError(f"{path} cannot be written: {error.strerror or error}")
