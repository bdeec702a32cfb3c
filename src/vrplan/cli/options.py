"""The options that commands share, and what a wrong one gets: one clear line and exit code 2."""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from vrplan.render.language import Language

WRONG_USE = 2
_LISTED = 20
"""So many known names are listed where an unknown one was given: all of a closed list, some of a plan's items."""


class Format(StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class Colour(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="VRPLAN_DATA",
        metavar="DIR",
        help="The folder with the plan. Without it: ./data or . when it holds a plan, else the shipped plan.",
        show_default=False,
    ),
]
OwnData = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="VRPLAN_DATA",
        metavar="DIR",
        help="The folder with the plan. Without it: ./data or . when it holds a plan; never the shipped plan.",
        show_default=False,
    ),
]
"""The same, for what judges or writes: it never takes another plan than yours."""
Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="DATE", help="The day asked about: 2018-07-01 or 1.7.2018. [default: today]"
    ),
]
AsKnown = Annotated[
    str | None,
    typer.Option(
        "--as-known",
        metavar="DATE",
        help="Look from this day: only what had been decided by then counts. [default: everything counts]",
    ),
]
ReportFormat = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="The form of the report. [default: what the name of the output file says, else text]",
        show_default=False,
    ),
]
Brief = Annotated[
    bool,
    typer.Option("--brief", help="Without the items one by one; JSON and CSV hold everything all the same."),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to this file instead of the screen."),
]
Color = Annotated[Colour, typer.Option("--color", "--colour", help="When to use colour on the screen.")]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="[nb|nn|en]",
        autocompletion=lambda incomplete: [one for one in _LANGUAGES if one.startswith(incomplete)],
        help="The language: bokmål, nynorsk or English; JSON and CSV have none. "
        "[default: what VRPLAN_LANG says, else the language of the computer, else English]",
        show_default=False,
    ),
]

Width = Annotated[
    int | None,
    typer.Option(
        min=40, max=1000, metavar="COLUMNS", help="Lay the text out for this width. [default: the terminal's]"
    ),
]


def form_of(chosen: Format | None, output: Path | None) -> Literal["text", "json", "csv", "md"]:
    """The form of a report: the one asked for, else what the name of the file says, else text."""
    if chosen is not None:
        return chosen.value
    suffix = output.suffix.lower().lstrip(".") if output is not None else ""
    if suffix in _OTHERS:
        fail(f"{output}: a report is text, JSON, CSV or Markdown; name the file so, or say --format")
    return Format(suffix).value if suffix in {"json", "csv", "md"} else "text"


_OTHERS = frozenset(
    {"doc", "docx", "htm", "html", "ics", "odt", "ods", "pdf", "rtf", "sqlite", "xls", "xlsx"}
)
"""Files of these names hold something else, and the programs that open them would refuse plain text."""


def language_of(chosen: str | None) -> Language:
    """The language to tell in; one that there is not ends the command."""
    language = language_named(chosen)
    if language is None:
        option, asked = ("VRPLAN_LANG", os.environ["VRPLAN_LANG"]) if chosen is None else ("--lang", chosen)
        there_are = ", ".join(_LANGUAGES)
        fail(f'{option}: there is no language "{asked.strip()}"; there are: {there_are}')
    return language


def language_named(chosen: str | None) -> Language | None:
    """The language asked for, else that of VRPLAN_LANG, of the computer, English; None for one that there is not."""
    asked = os.environ.get("VRPLAN_LANG", "") if chosen is None else chosen
    if chosen is None and not asked.strip():
        return language_of_locale(os.environ)
    return _spoken(asked.strip())


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """The language of messages that the computer is set to, by POSIX: the first that is named counts."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return _spoken(next((name for name in names if name), "")) or "en"


def _spoken(locale: str) -> Language | None:
    """The language that a locale names (`nb_NO.UTF-8`, `nn-NO`, `no`, `NB`); None where it is none of ours."""
    named = _LOCALE.fullmatch(locale.lower())
    return _SPOKEN.get(named[1]) if named else None


_LOCALE = re.compile(r"([a-z]{2})([_-][a-z]{2})?([.@].*)?")
"""Language, country, and in which signs or with which difference."""
_LANGUAGES = ("nb", "nn", "en")
_SPOKEN: dict[str, Language] = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}


def tell(message: str) -> None:
    """Say one line on stderr."""
    from vrplan.render.safe import visible

    typer.echo(f"vrplan: {visible(message)}", err=True)


def fail(message: str, code: int = WRONG_USE) -> NoReturn:
    """Say one line on stderr and end with an exit code."""
    tell(message)
    raise typer.Exit(code)


def day(option: str, text: str) -> date:
    """The day that an option names, in ISO or Norwegian spelling."""
    from vrplan.days import FIRST_YEAR, LAST_YEAR, parse_day

    try:
        asked = parse_day(text)
    except ValueError as error:
        fail(f"{option}: {error}")
    if not FIRST_YEAR <= asked.year <= LAST_YEAR:
        fail(f"{option}: the year must lie between {FIRST_YEAR} and {LAST_YEAR}")
    return asked


def today() -> date:
    """The day on which the command runs. Nobody else asks the clock, but for `now`."""
    from datetime import date

    return date.today()  # noqa: DTZ011 - the local day is meant


def now() -> datetime:
    """The moment at which the command runs, for forms that must say so; no answer depends on it."""
    from datetime import UTC, datetime

    return datetime.now(UTC)


def unknown(what: str, name: str, known: Iterable[str]) -> NoReturn:
    """Say that a name is not known, with the nearest ones."""
    from vrplan.findings import nearest

    names = list(known)
    near = nearest(name, names)
    if near:
        fail(f"there is no {what} {name}; did you mean {', '.join(near)}?")
    listed = ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")
    fail(f"there is no {what} {name}; there are: {listed}")
