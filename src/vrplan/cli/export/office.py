"""The libraries that office files are made with: an extra that need not be installed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from vrplan.cli.options import fail

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
