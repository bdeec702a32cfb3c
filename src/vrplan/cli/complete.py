"""What the shell offers after a tab: items, parties, areas and states of the plan that would be read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vrplan.render.safe import visible

if TYPE_CHECKING:
    from vrplan.model.plan import Plan


def items(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Item ids, each with its name."""
    plan = _plan(ctx)
    found = [one for one in plan.items if one.id.startswith(incomplete)] if plan else []
    return [(one.id, visible(one.name)) for one in found]


def parties(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of parties. What is typed may be in any case and stays so: Typer offers nothing else."""
    plan = _plan(ctx)
    folded = incomplete.casefold()
    found = [name for name in plan.parties if name.casefold().startswith(folded)] if plan else []
    return [visible(incomplete + name[len(incomplete) :]) for name in found]


def areas(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of areas, each with its name."""
    plan = _plan(ctx)
    found = [one for one in plan.written.areas if one.id.startswith(incomplete)] if plan else []
    return [(one.id, visible(one.name)) for one in found]


def states(incomplete: str) -> list[str]:
    """The states that an item can have."""
    from vrplan.as_of import State

    return [state for state in State if state.startswith(incomplete)]


def _plan(ctx: typer.Context) -> Plan | None:
    """The plan, or nothing: a shell that completes words must not be told about errors."""
    from vrplan.folder import FolderError, find_folder, read_folder, shipped_folder
    from vrplan.load import load

    named = ctx.params.get("data") or os.environ.get("VRPLAN_DATA")
    try:
        return load(read_folder(find_folder(Path(named) if named else None, Path()) or shipped_folder())).plan
    except FolderError:
        return None
