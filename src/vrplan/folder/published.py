"""A folder of files that can be made again, such as a site: each there whole, none left over from last time."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Self

from vrplan.folder import FolderError
from vrplan.folder.several import insist_on_room
from vrplan.folder.writing import put_content

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import TracebackType

LIST = ".vrplan-files"
"""The list of the files that were put there, one on each line: by it they are known the next time."""


class Published:
    """Puts files into a folder that may hold others. Only what was put there before is replaced or removed.

    Before the first is put, all are known to have room. When all are put, the files of last time that were not put
    again are removed; when it is left by an exception, none is. What a killed process has put is known the next
    time too. Raises FolderError where a file of somebody else, or a link, is in the way.
    """

    def __init__(self, folder: Path, paths: Collection[str], *, may_replace: bool) -> None:
        """Into which folder (made where it is missing), at which paths below it; whether others' files may go."""
        self._folder = folder
        self._paths = paths
        self._before = _listed(folder)
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
            self._list: IO[str] = (self._folder / LIST).open("a", encoding="utf-8", newline="\n", buffering=1)
        except OSError as error:
            raise FolderError(f"{self._folder} cannot be written: {error.strerror or error}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Unless something went wrong, remove what was put last time and not now, and the folders left empty."""
        self._list.close()
        if kind is not None:
            return
        for path in self._before.keys() - set(self._paths):
            with suppress(OSError):
                (self._folder / path).unlink()
            with suppress(OSError):  # a folder that still holds something stays
                (self._folder / path).parent.rmdir()
        put_content(self._folder / LIST, "".join(f"{path}\n" for path in sorted(self._paths)).encode())


def _listed(folder: Path) -> dict[str, None]:
    """The files that were put into the folder the last time: of what the list names, only what lies in it."""
    file = folder / LIST
    try:
        if file.is_symlink():
            raise FolderError(f"{file} is a link; nothing was written")
        text = file.read_text("utf-8") if file.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise FolderError(f"{file} cannot be read: {error}") from error
    paths = (PurePosixPath(line) for line in text.splitlines() if line)
    return {str(path): None for path in paths if not path.is_absolute() and ".." not in path.parts}
