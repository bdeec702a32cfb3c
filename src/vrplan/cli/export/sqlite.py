"""`vrplan export sqlite`: the plan as a database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vrplan.cli.options import AsKnown, Data, day, fail, language_of, tell, today
from vrplan.cli.output import put
from vrplan.cli.plan import checked, load_sound
from vrplan.cli.screen import emit_bytes


def sqlite(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The file to write; - sends it on to another program."
        ),
    ],
    date: Annotated[
        list[str] | None,
        typer.Option(metavar="DATE", help="A day to tell the states of; may be repeated. [default: today]"),
    ] = None,
    as_known: AsKnown = None,
    data: Data = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is no database of vrplan's.")
    ] = False,
) -> None:
    """The plan as an SQLite database: every text, reading, decision, state and finding, for questions of your own."""
    from vrplan.render.as_sqlite import as_sqlite
    from vrplan.render.language import _, telling_in
    from vrplan.reports.database import database as report_on

    days = [day("--date", one) for one in date or ()] or [today()]
    known = day("--as-known", as_known) if as_known is not None else None
    to_stdout = str(output) == "-"
    if not to_stdout:
        _insist_on_place(output, force)
    plan, loaded = load_sound(data, published=True)
    report = report_on(loaded, plan, checked(loaded).findings, days, known)
    if to_stdout:
        emit_bytes(as_sqlite(report))
    else:
        put(output, as_sqlite(report))
        with telling_in(language_of(None)):
            tell(_("{file} is written").format(file=output))


def _insist_on_place(file: Path, force: bool) -> None:
    """A file may be made, or made again; what is not ours stays, and so does what another program is changing."""
    from vrplan.render.as_sqlite import is_ours

    try:
        if file.is_dir():
            fail(f"{file} is a folder; name the file to write in it")
        for journal in (Path(f"{file}-wal"), Path(f"{file}-journal")):
            if journal.exists():
                fail(
                    f"another program has {file} open, or was stopped in the midst of it; see {journal.name}"
                )
        if file.exists() and not file.is_file():
            fail(f"{file} is no file of its own, and nothing can be put in its place")
        if not file.exists() or force:
            return
        with file.open("rb") as opened:
            ours = is_ours(opened.read(100))
    except OSError as error:
        fail(f"{file} cannot be opened: {error.strerror or error}")
    if not ours:
        fail(f"{file} is no database that vrplan has made, and stays; name another file, or add --force")
