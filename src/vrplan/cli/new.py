"""`vrplan new`: a plan folder for another organisation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vrplan.cli.fresh_folder import refuse_what_is_there, write_files
from vrplan.cli.options import Lang, day, fail, language_of, tell, today


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make, or to fill.")],
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="NAME", help="Whose plan it is, as the papers call it.")
    ],
    year: Annotated[
        int | None,
        typer.Option(
            min=1901, max=2198, metavar="YEAR", help="The year of the plan. [default: the present one]"
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="What the plan is called. [default: Handlingsplan and the year]")
    ] = None,
    body: Annotated[str, typer.Option(metavar="NAME", help="The body that adopted it.")] = "Styret",
    adopted: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day on which it was adopted.")
    ] = None,
    case: Annotated[str | None, typer.Option(metavar="NUMBER", help="The case in the minutes.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
    lang: Lang = None,
) -> None:
    """A small plan to be filled in: both files with comments, their schemas, a workflow for CI and a README."""
    from vrplan.drafts.fresh import WORKFLOW, Beginning, fresh
    from vrplan.edit.scalars import Unwritable
    from vrplan.render.language import _, telling_in
    from vrplan.render.safe import markdown
    from vrplan.render.values import told

    language = language_of(lang)
    for option, text in (("--organisation", organisation), ("--title", title), ("--body", body)):
        if text is not None and not text.strip():
            fail(f"{option} needs a name")
    of_year = year or today().year
    known = Beginning(
        organisation=organisation,
        title=title or f"Handlingsplan {of_year}",
        year=of_year,
        body=body,
        adopted=day("--adopted", adopted) if adopted is not None else None,
        case=case or None,
    )
    below = _below_the_top(folder)
    try:
        with telling_in(language):
            files = fresh(known, markdown, below, told, language)
    except Unwritable as error:
        fail(f"this cannot be written: {error}")
    refuse_what_is_there(folder, files, force=force)
    with telling_in(language):
        then = f"{_('now put your own plan in; look at it with')}: vrplan status"
        told_of = _("GitHub looks for {workflow} at the top of the repository only: move {file} there")
    write_files(folder, files, then)
    if below:
        tell(told_of.format(workflow=WORKFLOW, file=folder / WORKFLOW))


def _below_the_top(folder: Path) -> str:
    """Where the folder will lie below the top of a repository; empty at its top and outside git."""
    from vrplan.folder.git import place_in_repository

    whole = folder.absolute()
    try:
        there = next(one for one in (whole, *whole.parents) if one.is_dir())
    except OSError:  # a name that is too long: whoever makes the folder says so
        return ""
    top = place_in_repository(there)
    if top is None:
        return ""
    place = top / whole.relative_to(there)
    return "" if place == Path() else place.as_posix()
