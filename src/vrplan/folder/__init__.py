"""The texts of a plan folder, from disk, a git revision or the package, and the atomic write back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DECISIONS = "decisions.yaml"
PLAN_PATTERN = "actionplan_*.yaml"


class FolderError(Exception):
    """There is no plan to read, or a file that cannot be opened; the message says where we looked."""


@dataclass(frozen=True, slots=True)
class PlanFolder:
    """The bytes of a folder's plan files and of its decisions, by the name that messages give them."""

    plans: dict[str, bytes]
    decisions: dict[str, bytes]
    missing_decisions: str
    """What the file of decisions would be called; `decisions` is empty when it is not there."""
    place: Path | None = None
    """Where the papers lie that the files name: the folder itself; None for one that is on no disk."""


def holds_plan(folder: Path) -> bool:
    """Whether a plan file lies directly in the folder."""
    return folder.is_dir() and any(folder.glob(PLAN_PATTERN))


def holds_yaml(folder: Path) -> bool:
    """Whether any YAML file lies directly in the folder: somebody keeps something there.

    Raises FolderError when nobody may look.
    """
    try:
        return folder.is_dir() and any(path.suffix in {".yaml", ".yml"} for path in folder.iterdir())
    except OSError as error:
        raise FolderError(f"{folder} cannot be opened: {error.strerror or error}") from error


def plans_below(folder: Path) -> list[Path]:
    """The folders directly in this one that hold a plan; none where nobody may look."""
    try:
        return sorted(path for path in folder.iterdir() if holds_plan(path))
    except OSError:
        return []


def shipped_folder() -> Path:
    """The plan that comes with the program: in a source checkout its `data/`, else the wheel's copy."""
    package = Path(__file__).parent.parent
    checkout = package.parent.parent / "data"
    is_checkout = (package.parent.parent / "pyproject.toml").is_file() and holds_plan(checkout)
    return checkout if is_checkout else package / "shipped_plan"


def find_folder(named: Path | None, here: Path) -> Path | None:
    """The folder to read: the named one, else `data` or `here` itself when it holds a plan; None when neither does.

    Raises FolderError when the named folder holds no plan, or when YAML files lie here and none is a plan.
    """
    if named is not None:
        if not _is(named, Path.is_dir):
            what = "is a file, not a folder" if _is(named, Path.exists) else "does not exist"
            raise FolderError(f"the plan folder {named} {what}; name the folder that holds {PLAN_PATTERN}")
        if not holds_plan(named):
            raise FolderError(f"no plan in {named}: no file there is called {PLAN_PATTERN}")
        return named
    for folder in (here / "data", here):
        if holds_plan(folder):
            return folder
    for folder in (here / "data", here):
        if holds_yaml(folder):
            raise FolderError(
                f"no plan in {folder}: YAML files lie there, but none is called {PLAN_PATTERN}; "
                "name the folder with --data DIR"
            )
    return None


def read_folder(folder: Path, shown_as: Path | None = None) -> PlanFolder:
    """Read the files of a folder that holds a plan. Messages call the folder `shown_as`.

    Raises FolderError when a file cannot be opened.
    """
    shown = folder if shown_as is None else shown_as
    plans = {_shown(shown, path): _read(path) for path in sorted(folder.glob(PLAN_PATTERN))}
    decisions = folder / DECISIONS
    name = _shown(shown, decisions)
    is_there = decisions.exists() or decisions.is_symlink()  # a link to nothing cannot be opened: say so
    return PlanFolder(plans, {name: _read(decisions)} if is_there else {}, name, folder)


def _is(path: Path, kind: Callable[[Path], bool]) -> bool:
    try:
        return kind(path)
    except OSError:  # a name that is too long, or a folder that may not be looked into
        return False


def _shown(folder: Path, path: Path) -> str:
    return (folder / path.name).as_posix()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FolderError(f"{path} cannot be opened: {error.strerror or error}") from error
