"""A folder of files that can be made again, such as a site: each there whole, none left over from last time."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Self

from vrplan.folder import FolderError
from vrplan.folder.several import insist_on_room
from vrplan.folder.writing import locked, put_content

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import TracebackType

LIST = ".vrplan-files"
"""The list of the files that were put there, one on each line: by it they are known the next time."""
_WHOSE = "# of "
"""How the line begins that says of whom the files are."""


class Published:
    """Puts files into a folder that may hold others. Only what was put there before is replaced or removed.

    Before the first is put, all are known to have room. When all are put, the files of last time that were not put
    again are removed; when it is left by an exception, none is. What a killed process has put is known the next
    time too. Raises FolderError where a file of somebody else, or a link, is in the way.
    """

    def __init__(self, folder: Path, paths: Collection[str], whose: str, *, may_replace: bool) -> None:
        """Into which folder (made where it is missing), at which paths below it; whether others' files may go.

        `whose` files they are is remembered: those of another are not replaced unasked.
        """
        self._folder = folder
        self._paths = paths
        self._alone = ExitStack()
        self._whose = whose
        before, self._before = _listed(folder)
        if before not in {None, whose} and not may_replace:
            raise FolderError(
                f"{folder} holds the pages of {before}; nothing was written (--force writes over them)"
            )
        insist_on_room(folder, self._before, may_replace=True)
        insist_on_room(folder, [path for path in paths if path not in self._before], may_replace=may_replace)

    def put(self, path: str, content: bytes) -> None:
        """Put a file at one of the paths, at once."""
        file = self._folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._list.write(f"{path}\n")
        except OSError as error:
            raise FolderError(f"{file.parent} cannot be written: {error.strerror or error}") from error
        put_content(file, content, durable=False)

    def __enter__(self) -> Self:
        """Begin: from now on the list names what is put."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderError(f"{self._folder} cannot be written: {error.strerror or error}") from error
        self._alone.enter_context(locked(self._folder / LIST))
        try:
            self._list: IO[str] = (self._folder / LIST).open("a", encoding="utf-8", newline="\n", buffering=1)
            self._list.write(f"{_WHOSE}{self._whose}\n")
        except OSError as error:
            self._alone.close()
            raise FolderError(f"{self._folder} cannot be written: {error.strerror or error}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Unless something went wrong, remove what was put last time and not now, and the folders left empty."""
        self._list.close()
        with self._alone:
            if kind is None:
                self._finish()

    def _finish(self) -> None:
        for path in self._before.keys() - set(self._paths):
            with suppress(OSError):
                (self._folder / path).unlink()
            with suppress(OSError):  # a folder that still holds something stays
                (self._folder / path).parent.rmdir()
        listed = "".join(f"{path}\n" for path in sorted(self._paths))
        put_content(self._folder / LIST, f"{_WHOSE}{self._whose}\n{listed}".encode())


def _listed(folder: Path) -> tuple[str | None, dict[str, None]]:
    """Whose files were put into the folder the last time, and which: of what the list names, only what lies in it."""
    file = folder / LIST
    try:
        if file.is_symlink():
            raise FolderError(f"{file} is a link; nothing was written")
        text = file.read_text("utf-8") if file.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise FolderError(f"{file} cannot be read: {error}") from error
    lines = text.splitlines()
    whose = next((line.removeprefix(_WHOSE) for line in lines if line.startswith(_WHOSE)), None)
    paths = (PurePosixPath(line) for line in lines if line and not line.startswith(_WHOSE))
    return whose, {str(path): None for path in paths if not path.is_absolute() and ".." not in path.parts}
