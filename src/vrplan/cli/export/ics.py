"""`vrplan export ics`: the days of the plan for a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli import complete
from vrplan.cli.options import AsKnown, Data, Lang, fail, language_of, now, tell
from vrplan.cli.plan import load_sound, party_id, view_of
from vrplan.cli.screen import emit

if TYPE_CHECKING:
    from vrplan.render.language import Language
    from vrplan.reports.calendar import CalendarReport


def ics(
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to this file instead of the screen. A calendar that vrplan wrote there before is updated.",
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            help="Leave out what was over before this day. [default: the whole plan]",
        ),
    ] = None,
    as_known: AsKnown = None,
    to: Annotated[
        str | None,
        typer.Option(
            help="The calendar of this party: only what goes to it or its parts.",
            autocompletion=complete.parties,
        ),
    ] = None,
    resource: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Only what this resource does (part of its name); may be repeated."
        ),
    ] = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Windows, deadlines, hand-overs, ends, meetings and the last day as a calendar of all-day events.

    Outlook, Google, Apple and other calendars import it. Written to the same file again, every event keeps its
    identity, a changed one gets a higher number, and one that is gone is cancelled. What is not decided is left out.
    """
    from vrplan.render.language import telling_in
    from vrplan.render.wording.calendar import left_out
    from vrplan.reports.calendar import Whose, calendar

    plan, _ = load_sound(data)
    party = party_id(plan, to) if to is not None else None
    parts = plan.party_with_parts(party) if party is not None else frozenset()
    view = view_of(plan, date, as_known)
    whose = Whose(party, parts, tuple(resource or ()))
    report = calendar(view, whose, view.clocks.date if date is not None else None)
    language = language_of(lang)
    _write(report, output, language)
    with telling_in(language):
        for told in left_out(report):
            tell(told)


def _write(report: CalendarReport, output: Path | None, language: Language) -> None:
    """Write the calendar; a file is read first and replaced at once, and only when it is this calendar."""
    from vrplan.folder import FolderError
    from vrplan.folder.writing import locked, replace_content
    from vrplan.render.as_ics import NotOursError, as_ics

    try:
        if output is None or str(output) == "-" or (output.exists() and not output.is_file()):
            emit(as_ics(report, now(), language=language).decode(), output, "ics")
            return
        with locked(output, waiting=tell):
            before = output.read_bytes() if output.exists() else None
            after = as_ics(report, now(), before, language)
            if after != before:
                replace_content(output, before, after)
    except NotOursError as error:
        fail(f"{output} {error}; nothing was written: name another file")
    except FolderError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{output} cannot be opened: {error.strerror or error}")
