"""Writing a file of a plan folder back: one writer at a time, and the whole new text or the old one."""

from __future__ import annotations

import errno
import os
import platform
import shutil
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from vrplan.folder import FolderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCK = ".vrplan.lock"
PATIENCE: float = 30
"""Seconds to wait for another writer, who needs a fraction of one."""
SILENCE: float = 1
"""Seconds of these during which nobody need be told that one waits."""
_NEW = ".{}.vrplan-new"
_PAUSE = 0.02
_FAR_OUT = 1 << 30
_LONGEST = 40
"""So many letters of a name that somebody else chose leave room for more, in whatever letters it is written."""


@contextmanager
def locked(
    file: Path, patience: float | None = None, waiting: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Keep every other writer of vrplan out of the folder that a file really lies in, while the block runs.

    The system holds the lock and lets go of it when the process ends, however that ends; no lock is ever
    stale. The file `.vrplan.lock` is only what it is put on; it goes with the lock, and one that a killed process
    left behind is used and removed by the next. Waits at most `patience` seconds (`PATIENCE`); then, and where the
    folder cannot be written, raises FolderError. Windows removes the file only when nobody else has it open.
    Whoever waits longer than `SILENCE` is told so once, through `waiting`.
    """
    path = Path(os.path.realpath(file)).parent / LOCK
    try:
        handle = _acquire(path, file, PATIENCE if patience is None else patience, waiting)
    except OSError as error:
        raise _not_written(file if isinstance(error, PermissionError) else path, error) from error
    try:
        yield
    finally:
        _release(handle, path)


def replace_content(file: Path, before: bytes | None, after: bytes) -> None:
    """Put the text `after` in the place of `before`, at once: whoever reads or is killed meets the one or the other.

    The new text is written to a file beside it, on the disk before it takes the old one's place, with its
    permissions, owner and attributes as far as the system lets us. A link stays and its target is replaced; a second
    name of the same file (a hard link) keeps the old text. `before` is None where no file was. To be called under
    `locked`. Raises FolderError, and then nothing is changed, when the file no longer holds `before` or cannot be
    written; on Windows also when another program has it open.
    """

    def insist_on_before(target: Path) -> None:
        if before is None and os.path.lexists(target):
            raise FolderError(
                f"{file} was made by somebody else in the meantime; nothing was written: try again"
            )
        if before is not None and target.read_bytes() != before:
            raise FolderError(
                f"{file} was changed by somebody else in the meantime; nothing was written: try again"
            )

    _put(file, after, insist_on_before)


def put_content(file: Path, content: bytes) -> None:
    """Put a file there at once: whoever reads or is killed meets what was there (or nothing) or the whole new one.

    For what can be made again: nobody is asked what stood there, and of two writers the later one wins. A file that
    is there is replaced as `replace_content` replaces it. Raises FolderError, and then nothing is changed.
    """
    _put(file, content, mine=f".{os.getpid()}")


def make_like(new: Path, file: Path, content: bytes) -> None:
    """Make a file that is to take the place of another, or of none: with its permissions, owner and attributes.

    For many files that can be made again: nobody waits for the disk, which takes most of the time; only when the whole
    machine loses its power may one then be empty. Raises FolderError, and then nothing is changed.
    """
    try:
        _write(new, content, _replaceable(file), durable=False)
    except OSError as error:
        raise _not_written(file, error) from error


def _put(file: Path, content: bytes, insist: Callable[[Path], None] | None = None, *, mine: str = "") -> None:
    """Write a new file, and let it take the place of what `file` really is; `insist` is asked at the last moment.

    `mine` tells the new file from those of other writers, where nothing keeps them out.
    """
    target = Path(os.path.realpath(file))
    new = target.parent / _NEW.format(f"{target.name[:_LONGEST]}{mine}")
    try:
        if target.is_symlink():  # after all links were followed, only those are left that lead to each other
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        like = _replaceable(target)
        new.unlink(missing_ok=True)
        _write(new, content, like, durable=True)
        if insist is not None:
            insist(target)
        new.replace(target)
    except OSError as error:
        raise _not_written(file, error) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    with suppress(OSError):  # not every system can do this with a folder; the file itself is safe
        _sync_folder(target.parent)


def _replaceable(file: Path) -> Path | None:
    """The file, which may be written; None where there is none."""
    if not file.exists():
        return None
    if not os.access(file, os.W_OK):
        raise FolderError(f"{file} is write-protected; nothing was written")
    return file


def _write(new: Path, content: bytes, like: Path | None, *, durable: bool) -> None:
    """Write a file that nobody else can read before it has the permissions of the other, where there is another."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(new, flags, 0o600 if like is not None else 0o666), "wb") as file:
        file.write(content)
        file.flush()
        if like is not None and sys.platform != "win32":
            theirs = like.stat()
            with suppress(OSError):  # only the owner of a file, or root, may give it away
                os.chown(new, theirs.st_uid, theirs.st_gid)
        with suppress(OSError):  # some disks (FAT, network shares) know no permissions
            if like is not None:
                shutil.copystat(like, new)
                os.utime(new)
        if durable:
            os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _acquire(path: Path, file: Path, patience: float, waiting: Callable[[str], None] | None) -> int:
    begun = time.monotonic()
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            if _lock(handle) and _is_in_place(handle, path):
                _sign(handle, file)
                return handle
        except BaseException:
            os.close(handle)
            raise
        holder = _holder(handle)
        os.close(handle)
        other = f"another vrplan{holder} is recording in {path.parent}"
        waited = time.monotonic() - begun
        if waited > patience:
            raise FolderError(f"{other}; nothing was written: try again")
        if waiting is not None and waited > SILENCE:
            waiting(f"{other}; waiting for it")
            waiting = None
        time.sleep(_PAUSE)


def _lock(handle: int) -> bool:
    """Take the lock if nobody has it. On Windows it stands far behind the end, where it hides no byte from others."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _FAR_OUT, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_in_place(handle: int, path: Path) -> bool:
    """Whether the file that was locked is still the one that others find: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _sign(handle: int, file: Path) -> None:
    """Write down who holds the lock; whoever may write the plan may use a lock file that is left behind."""
    with suppress(OSError):  # on a full disk too the lock holds; only its holder stays unnamed
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"process {os.getpid()} on {platform.node()}".encode())
        if sys.platform != "win32":
            os.fchmod(handle, file.stat().st_mode & 0o666 | 0o600)


def _holder(handle: int) -> str:
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        if signed := os.read(handle, 200).decode("utf-8", "replace"):
            return f" ({signed})"
    return ""


def _release(handle: int, path: Path) -> None:
    if sys.platform == "win32":
        os.close(handle)
        with suppress(OSError):
            path.unlink()
    else:  # while it is locked: whoever waits for it finds that it is gone, and makes a new one
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _not_written(file: Path, error: OSError) -> FolderError:
    if isinstance(error, FileNotFoundError) and not file.parent.exists():
        return FolderError(f"{file} cannot be written: there is no folder {file.parent}; nothing was changed")
    return FolderError(f"{file} cannot be written: {error.strerror or error}; nothing was changed")
