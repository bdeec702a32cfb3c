"""`vrplan schema`: what may stand in the files, for editors."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from vrplan.cli.options import Output
from vrplan.cli.screen import emit


class FileKind(StrEnum):
    """The two kinds of files in a plan folder."""

    PLAN = "plan"
    DECISIONS = "decisions"


def schema(
    file: Annotated[
        FileKind, typer.Argument(metavar="[plan|decisions]", help="The kind of file.", show_default=True)
    ] = FileKind.PLAN,
    output: Output = None,
) -> None:
    """What may stand in a file, as JSON Schema, so that an editor can help while typing."""
    import json

    from vrplan.model.json_schema import json_schema

    text = json.dumps(json_schema(file.value), ensure_ascii=False, indent=2)
    emit(text + "\n", output, "json")
