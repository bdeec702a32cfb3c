"""The texts of a plan folder at a git revision."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from vrplan.findings import nearest
from vrplan.folder import DECISIONS, PLAN_PATTERN, FolderError, PlanFolder, holds_plan

_LINK = "120000"
_KEPT = frozenset(
    {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES"}
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a commit: its path from the top of the repository, and where git keeps its content."""

    path: PurePosixPath
    mode: str
    blob: str


class _Refused(Exception):  # noqa: N818 - git's answer no, which the caller explains
    """Git could not do what was asked; the message is git's."""


def read_revision(folder: Path, revision: str) -> PlanFolder:
    """The plan folder as it was at a revision: a branch, a tag, HEAD~1, the number of a commit.

    Raises FolderError when there is no such revision, or no plan in it.
    """
    commit = _commit(folder, revision)
    found = _read_at(folder, commit)
    if found is None:
        raise FolderError(f"there is no plan in {_shown(folder)} at {revision}")
    return found


def read_base(folder: Path, revision: str) -> PlanFolder | None:
    """The plan folder where the present work left `revision`; None when there was no plan then.

    What has happened on the other branch since is no part of the present edit. Raises FolderError as
    `read_revision` does, and where a shallow clone does not reach back to the commit that both share.
    """
    if revision == "HEAD" and _top(folder) and not _has(folder, "HEAD"):
        return None  # the first commit of all
    commit = _commit(folder, revision)
    try:
        commit = _git(folder, "merge-base", commit, "HEAD").decode().strip()
    except _Refused:
        if _is_shallow(folder):
            raise FolderError(
                f"this clone is too shallow to tell where the present work left {revision}: "
                "fetch more of its history (git fetch --unshallow; in a GitHub workflow fetch-depth: 0)"
            ) from None
    return _read_at(folder, commit)


def is_revision(folder: Path, name: str) -> bool:
    """Whether git knows a revision of this name in the repository of the folder."""
    try:
        _commit(folder, name)
    except FolderError:
        return False
    return True


def place_in_repository(folder: Path) -> Path | None:
    """Where the folder lies below the top of its repository, which is the same everywhere; None outside git."""
    try:
        return Path(os.fsdecode(_git(folder, "rev-parse", "--show-prefix").rstrip(b"\r\n")))
    except (_Refused, FolderError):
        return None


def place_in_history(folder: Path) -> Path | None:
    """Where the folder lies below the top of its repository, when its plan is of it; None where it lies there only.

    A folder may lie in a repository of other things: one of all that is private, as some keep their settings.
    """
    return place_in_repository(folder) if _is_of_repository(folder) else None


def revision_of(folder: Path) -> str:
    """The commit that the files of the folder are those of; empty where they are not in git or were changed since."""
    try:
        commit = _git(folder, "rev-parse", "--short=12", "HEAD").decode().strip()
        is_changed = _git(folder, "status", "--porcelain", "--", ".").strip() != b""
        return "" if is_changed or not _is_of_repository(folder) else commit
    except (_Refused, FolderError):
        return ""


def _is_of_repository(folder: Path) -> bool:
    """Whether git keeps every plan file of the folder, or will with the next commit."""
    try:
        kept = os.fsdecode(_git(folder, "ls-files", "-z", "--", f":(glob){PLAN_PATTERN}")).split("\0")
    except (_Refused, FolderError):
        return False
    return all(path.name in kept for path in folder.glob(PLAN_PATTERN))


def _commit(folder: Path, revision: str) -> str:
    """The number of the commit that a revision names."""
    _top(folder)
    if revision and not revision.startswith("-"):
        try:
            return _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
        except _Refused:
            pass
    if not _has(folder, "HEAD"):
        raise FolderError(f"the repository of {_shown(folder)} has no commits yet, so there is no {revision}")
    if _is_shallow(folder):
        raise FolderError(
            f"there is no revision {revision} in this clone, which is shallow: fetch it first "
            "(git fetch --unshallow; in a GitHub workflow fetch-depth: 0)"
        )
    names = _git(folder, "for-each-ref", "--format=%(refname:short)").decode(errors="replace").split()
    near = nearest(revision, names, 1)
    raise FolderError(f"there is no revision {revision}" + (f"; did you mean {near[0]}?" if near else ""))


def _top(folder: Path) -> Path:
    """The work tree that the folder lies in: in a submodule, the submodule's."""
    try:
        return Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n")))
    except _Refused as error:
        if "not a git repository" in str(error):
            raise FolderError(
                f"{_shown(folder)} is not under git: compare it with a folder instead"
            ) from None
        raise FolderError(f"git cannot read the repository of {_shown(folder)}: {error}") from None


def _read_at(folder: Path, commit: str) -> PlanFolder | None:
    """The files of the folder in a commit, wherever it lay then; None when it held no plan and was not moved."""
    prefix = os.fsdecode(_git(folder, "rev-parse", "--show-prefix").rstrip(b"\r\n"))
    entries = _entries(folder, commit)
    here = PurePosixPath(prefix)
    files = [one for one in entries if one.path.parent == here]
    if not any(_is_plan(one.path.name) for one in files):
        former = _former(folder, entries)
        files = [one for one in entries if one.path.parent == former]
    contents = {one.path.name: _content(folder, one) for one in files}
    plans = {_name(folder, name): text for name, text in contents.items() if _is_plan(name)}
    decisions = {_name(folder, name): text for name, text in contents.items() if name == DECISIONS}
    return PlanFolder(plans, decisions, _name(folder, DECISIONS)) if plans else None


def _former(folder: Path, entries: list[_Entry]) -> PurePosixPath | None:
    """The folder that this plan was moved from: the one with the same plan, or else the only one that is gone.

    Raises FolderError when it may be any of several.
    """
    top = _top(folder)
    plans = {one.path.parent: one for one in entries if _is_plan(one.path.name)}
    same = [place for place, one in plans.items() if _id_of(_content(folder, one)) in _ids_in(folder)]
    gone = [place for place in same or plans if not holds_plan(top / place)]
    found = gone or same
    if len(found) > 1:
        named = ", ".join(sorted(str(place) for place in found))
        raise FolderError(
            f"the plan in {_shown(folder)} may have been moved from {named}; name one to compare with"
        )
    return found[0] if found else None


def _ids_in(folder: Path) -> set[bytes]:
    return {_id_of(path.read_bytes()) for path in folder.glob(PLAN_PATTERN)} - {b""}


def _id_of(content: bytes) -> bytes:
    """The id of a plan, as its file says at the beginning of a line; empty where it does not."""
    found = re.search(rb"^plan:[ \t]*([^\s#]+)", content, re.MULTILINE)
    return found[1].strip(b"\"'") if found else b""


def _entries(folder: Path, commit: str) -> list[_Entry]:
    """The plan files and files of decisions anywhere in a commit."""
    listed = os.fsdecode(_git(folder, "ls-tree", "-r", "-z", "--full-tree", commit))
    entries = []
    for line in listed.split("\0")[:-1]:
        facts, _, name = line.partition("\t")
        mode, kind, blob = facts.split()
        path = PurePosixPath(name)
        if kind == "blob" and (_is_plan(path.name) or path.name == DECISIONS):
            entries.append(_Entry(path, mode, blob))
    return entries


def _content(folder: Path, entry: _Entry) -> bytes:
    if entry.mode == _LINK:
        raise FolderError(f"{entry.path} was a link to another file then, and links are not followed in git")
    try:
        return _git(folder, "cat-file", "blob", entry.blob)
    except _Refused as error:
        raise FolderError(f"git cannot read {entry.path}: {error}") from None


def _has(folder: Path, revision: str) -> bool:
    try:
        _git(folder, "rev-parse", "--verify", "--quiet", revision)
    except _Refused:
        return False
    return True


def _is_shallow(folder: Path) -> bool:
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _is_plan(name: str) -> bool:
    return fnmatch(name, PLAN_PATTERN)


def _name(folder: Path, name: str) -> str:
    return (folder / name).as_posix()


def _shown(folder: Path) -> str:
    return folder.as_posix()


def _git(folder: Path, *words: str) -> bytes:
    """What git prints. Inside a hook git points its variables at another repository: they are left out."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT
    }
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], env=environment, capture_output=True, check=False
        )
    except OSError:
        raise FolderError(
            "git is not installed, or cannot be started: compare with a folder instead"
        ) from None
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip().splitlines() or [
            f"exit code {done.returncode}"
        ]
        raise _Refused(message[0].removeprefix("fatal: "))
    return done.stdout
