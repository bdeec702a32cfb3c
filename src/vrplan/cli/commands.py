"""The commands by name: all are listed, and only the one that is asked for is imported and has its options built."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command


class Commands(TyperGroup):
    """A group that knows the names and questions of its commands, and takes a command itself from its module."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The name, the command and what is left of the line, where one is run, completed or asked for help."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, get_command(_app_of(name)) if name else None, rest


def announced() -> None:
    """Stands in the list for a command that has not been imported."""


def _app_of(name: str) -> typer.Typer:
    """What the module of a command calls `app`, or the function that is named as the command is."""
    module = import_module(f"vrplan.cli.{_MODULES.get(name, name)}")
    if hasattr(module, "app"):
        group: typer.Typer = module.app
        return group
    alone = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    alone.command(name)(getattr(module, _MODULES.get(name, name)))
    return alone


_MODULES = {"import": "import_"}
"""The command whose name Python keeps for itself."""
