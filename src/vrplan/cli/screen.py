"""Where a result goes: a file, a pipe or a terminal of some width."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from vrplan.cli.options import Colour, fail
from vrplan.cli.output import put

if TYPE_CHECKING:
    from pathlib import Path

_NARROWEST = 40
_FOR_PROGRAMS = frozenset({"json", "csv", "diff", "github", "ics", "junit", "sarif"})


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal that a person reads on."""

    width: int
    colour: bool


def screen(output: Path | None, colour: Colour, width: int | None = None) -> Screen | None:
    """The screen to lay a text out for; None when it goes to a file or a pipe and no width was asked for."""
    _insist_on_stdout()
    to_screen = output is None or str(output) == "-"
    on_terminal = sys.stdout.isatty() and to_screen
    if width is None and not on_terminal and not (colour is Colour.ALWAYS and to_screen):
        return None
    columns = width or max(_NARROWEST, shutil.get_terminal_size().columns)
    return Screen(columns, _wants_colour(colour, on_terminal))


def _insist_on_stdout(done: str = "") -> None:
    if sys.stdout is None:  # somebody has closed it
        what = f"{done}, but" if done else "there is nowhere to write the result:"
        fail(f"{what} stdout is closed")


def _wants_colour(colour: Colour, on_terminal: bool) -> bool:
    if colour is not Colour.AUTO:
        return colour is Colour.ALWAYS
    return on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def emit(text: str, output: Path | None, form: str = "text", *, done: str = "") -> None:
    """Write the result to the file, or to stdout; what another program reads is UTF-8 wherever it goes.

    `done` is what the command has changed already: where nobody can be told the result, they are told that.
    """
    if output is None or str(output) == "-":
        _insist_on_stdout(done)
        _print(text, exact=form in _FOR_PROGRAMS and not sys.stdout.isatty(), done=done)
    else:
        # Spreadsheets take a CSV file for UTF-8 when it begins with a byte order mark.
        put(output, text.encode("utf-8-sig" if form == "csv" else "utf-8"))


def emit_bytes(content: bytes) -> None:
    """Write a result that is no text to stdout, where a person can do nothing with it."""
    _insist_on_stdout()
    if sys.stdout.isatty():
        fail("this is no text for a screen; name a file with -o FILE, or send it on to another program")
    _send(sys.stdout.buffer, content)


def _print(text: str, *, exact: bool, done: str) -> None:
    if exact and (buffer := getattr(sys.stdout, "buffer", None)) is not None:
        _send(buffer, text.encode("utf-8"), done)
    else:
        _send(sys.stdout, text, done)


def _send(stream: IO[Any], result: str | bytes, done: str = "") -> None:
    try:
        stream.write(result)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has had enough: that changes nothing about the answer or its exit code.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        what = f"{done}, but stdout" if done else "the result"
        fail(f"{what} cannot be written: {error.strerror or error}")
