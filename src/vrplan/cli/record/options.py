"""The options that the commands of `record` share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vrplan.cli import complete

ItemId = Annotated[str, typer.Argument(help="The id of an item, or its name.", autocompletion=complete.items)]
EventDay = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="The day on which it happened. [default: today]")
]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Who did it.")]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="What is worth knowing about it.")]
Source = Annotated[str | None, typer.Option(metavar="TEXT", help="The paper that says so.")]
By = Annotated[
    str | None,
    typer.Option(
        "--decision",
        metavar="ID",
        help="The decision or point behind it.",
        autocompletion=complete.decisions,
    ),
]
To = Annotated[
    str | None,
    typer.Option(
        metavar="PARTY",
        help="Who receives it: id, name or alias. [default: whom the plan names]",
        autocompletion=complete.parties,
    ),
]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="VRPLAN_DATA",
        metavar="DIR",
        help="The folder with the plan. Without it: ./data or . when it holds a plan.",
        show_default=False,
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show the lines that would change, and write nothing.")
]


def given(facts: dict[str, str | None]) -> dict[str, str]:
    """Those of the options that were given."""
    return {key: value for key, value in facts.items() if value is not None}
