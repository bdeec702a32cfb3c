"""What the shell offers after a tab: items, parties, areas, decisions of the plan that would be read."""

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


def entries(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids that words can be said of, each with its name: items, and focus areas that have activities."""
    from vrplan.model.walk import entries_of
    from vrplan.model.written import Item

    plan = _plan(ctx)
    entries = [one for _, one in entries_of(plan.written) if isinstance(one, Item)] if plan else []
    return [(one.id, visible(one.name)) for one in entries if one.id.startswith(incomplete)]


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


def decisions(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of decisions, each with its title; behind a slash those of its points."""
    plan = _plan(ctx)
    if plan is None:
        return []
    offered = {one.id: one.title for one in plan.decided.decisions}
    if "/" in incomplete:
        offered = {
            f"{one.id}/{point.id}": point.summary for one in plan.decided.decisions for point in one.points
        }
    return [(visible(key), visible(told)) for key, told in offered.items() if key.startswith(incomplete)]


def columns(ctx: typer.Context, incomplete: str) -> list[str]:
    """The names of columns. What is typed may be in any case and stays so: Typer offers nothing else."""
    plan = _plan(ctx)
    folded = incomplete.casefold()
    found = [name for name in plan.columns if name.casefold().startswith(folded)] if plan else []
    return [visible(incomplete + name[len(incomplete) :]) for name in found]


def authorities(ctx: typer.Context, incomplete: str) -> list[str | tuple[str, str]]:
    """What words can stand under: columns, decisions, and behind a slash the points of a decision."""
    return [*columns(ctx, incomplete), *decisions(ctx, incomplete)]


def bodies(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of bodies, each with its name. What is typed may be in any case and stays so."""
    plan = _plan(ctx)
    bodies = plan.decided.bodies if plan else {}
    folded = incomplete.casefold()
    found = [(name, body.name) for name, body in bodies.items() if name.casefold().startswith(folded)]
    return [(visible(incomplete + name[len(incomplete) :]), visible(told)) for name, told in found]


def states(ctx: typer.Context, incomplete: str) -> list[str]:
    """The states that an item can have, as reports in this language tell them too. What is typed stays as it is."""
    from vrplan.cli.options import language_named
    from vrplan.cli.told_names import state_names

    names = state_names(language_named(ctx.params.get("lang")) or "en")
    found = [name for name in names if name.startswith(incomplete.casefold())]
    return [incomplete + name[len(incomplete) :] for name in found]


def codes(incomplete: str) -> list[tuple[str, str]]:
    """The codes of findings, each with its name; once something else is typed, the names."""
    from vrplan.rules.every import CODES

    folded = incomplete.casefold()
    by_code = [(one.code, one.name) for one in CODES if one.code.casefold().startswith(folded)]
    offered = by_code or [(one.name, one.code) for one in CODES if one.name.startswith(folded)]
    return [(incomplete + key[len(incomplete) :], told) for key, told in sorted(offered)]


def _plan(ctx: typer.Context) -> Plan | None:
    """The plan, or nothing: a shell that completes words must not be told about errors."""
    from vrplan.folder import FolderError, find_folder, read_folder, shipped_folder
    from vrplan.load import load

    named = ctx.params.get("data") or os.environ.get("VRPLAN_DATA")
    try:
        return load(read_folder(find_folder(Path(named) if named else None, Path()) or shipped_folder())).plan
    except FolderError:
        return None
