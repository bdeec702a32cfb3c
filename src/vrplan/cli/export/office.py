"""The libraries that office files are made with: an extra that need not be installed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli.options import fail, tell
from vrplan.cli.output import put
from vrplan.cli.screen import emit_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vrplan.render.language import Language

Force = Annotated[
    bool,
    typer.Option("--force", help="Write over a file that somebody has changed, or that is not vrplan's."),
]

_FORMS = frozenset(
    {
        ".csv",
        ".doc",
        ".docx",
        ".html",
        ".json",
        ".md",
        ".ods",
        ".odt",
        ".pdf",
        ".rtf",
        ".txt",
        ".xls",
        ".xlsx",
    }
)
_LIBRARIES = {"docx": "python-docx"}
"""Those that are installed by another name than they are imported by."""


def insist_on_name(output: Path, suffix: str) -> None:
    """A file that is named for another form would not be opened by the program that its name calls."""
    if output.suffix.lower() in _FORMS - {suffix}:
        fail(f"{output}: what is written is a {suffix} file; name it so")


@contextmanager
def needs_office() -> Iterator[None]:
    """End with one clear line where a library is missing that is imported in the block."""
    try:
        yield
    except ModuleNotFoundError as error:
        name = _LIBRARIES.get((error.name or "").partition(".")[0], error.name)
        fail(f"{name} is not installed; install it with: pip install 'vrplan[office]'")


def deliver(content: bytes, output: Path, language: Language, *, force: bool) -> None:
    """Write the file and say so, or send it on. What somebody may have worked in stays, unless they say otherwise."""
    if str(output) == "-":
        emit_bytes(content)
        return
    from vrplan.render.language import _, telling_in

    with telling_in(language):
        put(output, content, None if force else _insist_on_untouched)
        tell(_("{file} is written").format(file=output))


def _insist_on_untouched(file: Path) -> None:
    from vrplan.render.language import _
    from vrplan.render.undated import is_untouched

    if not is_untouched(file):
        told = _(
            "{file} has been changed since vrplan wrote it, or is not vrplan's, and stays; "
            "name another file, or write over it with --force"
        )
        fail(told.format(file=file))
