"""What the shell offers after a tab: items, parties, areas and states of the plan that would be read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrplan.model.plan import Plan


def items(incomplete: str) -> list[tuple[str, str]]:
    """Item ids, each with its name."""
    plan = _plan()
    return [(one.id, one.name) for one in plan.items if one.id.startswith(incomplete)] if plan else []


def parties(incomplete: str) -> list[str]:
    """The ids of parties, whatever the case of what is typed."""
    plan = _plan()
    folded = incomplete.casefold()
    return [name for name in plan.parties if name.casefold().startswith(folded)] if plan else []


def areas(incomplete: str) -> list[tuple[str, str]]:
    """The ids of areas, each with its name."""
    plan = _plan()
    return [(one.id, one.name) for one in plan.written.areas if one.id.startswith(incomplete)] if plan else []


def states(incomplete: str) -> list[str]:
    """The states that an item can have."""
    from vrplan.as_of import State

    return [state for state in State if state.startswith(incomplete)]


def _plan() -> Plan | None:
    """The plan, or nothing: a shell that completes words must not be told about errors."""
    from vrplan.folder import FolderError, find_folder, read_folder, shipped_folder
    from vrplan.load import load

    named = os.environ.get("VRPLAN_DATA")
    try:
        return load(read_folder(find_folder(Path(named) if named else None, Path()) or shipped_folder())).plan
    except FolderError:
        return None
