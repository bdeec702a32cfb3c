"""`vrplan site`: the reader's edition, pages for whoever never opens a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli.options import AsKnown, Data, Day, Lang, fail, language_of, tell
from vrplan.cli.plan import checked, load_sound, view_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.load import Loaded
    from vrplan.site import Edition, Origin, Page

_MANY = 300
"""From so many files on it takes long enough for a bar that tells how far it is."""


def site(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to write the pages in.", show_default=False)
    ],
    date: Day = None,
    as_known: AsKnown = None,
    data: Data = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Write over pages that vrplan has not made, or that are of another plan."
        ),
    ] = False,
    lang: Lang = None,
) -> None:
    """Static pages of the plan on a date: they need no server and no network, and can lie anywhere."""
    from vrplan.folder import FolderError
    from vrplan.folder.published import Published
    from vrplan.site import Edition, paths

    plan, loaded = load_sound(data)
    if folder.resolve() == Path(plan.file).parent.resolve():
        fail(f"{folder} is the folder of the plan itself; name another for its pages")
    edition = Edition(
        loaded, view_of(plan, date, as_known), checked(loaded), _origin(loaded), language_of(lang)
    )
    files = list(paths(edition))
    try:
        with Published(folder, files, plan.written.plan, may_replace=force) as published:
            for page in _watched(edition, len(files)):
                published.put(page.path, page.content)
    except FolderError as error:
        fail(str(error))
    tell(f"{len(files)} files in {folder}; open {folder / 'index.html'}")


def _origin(loaded: Loaded) -> Origin:
    from hashlib import sha256

    from vrplan import __version__
    from vrplan.folder.git import revision_of
    from vrplan.site import Origin

    files = {file: sha256(Path(file).read_bytes()).hexdigest() for file in loaded.sources}
    return Origin(files, revision_of(Path(next(iter(files))).parent), __version__)


def _watched(edition: Edition, number: int) -> Iterator[Page]:
    """The pages; on a terminal, of many, a bar shows how far they are."""
    from vrplan.site import pages

    if number < _MANY or sys.stderr is None or not sys.stderr.isatty():
        yield from pages(edition)
        return
    with typer.progressbar(pages(edition), number, label="vrplan: pages", file=sys.stderr) as watched:
        yield from watched
