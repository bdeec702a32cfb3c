"""`vrplan site`: the reader's edition, pages for whoever never opens a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vrplan.cli.options import AsKnown, Day, Lang, OwnData, fail, language_of, tell
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
    data: OwnData = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Put the pages among other files, and over pages of another's or of another plan."
        ),
    ] = False,
    lang: Lang = None,
) -> None:
    """Static pages of the plan on a date: they need no server and no network, and can lie anywhere."""
    from vrplan.render.language import telling_in
    from vrplan.site import Edition

    language = language_of(lang)
    with telling_in(language):
        plan, loaded = load_sound(data, fall_back=False, published=True)
        _insist_on_folder_for_pages(folder, loaded, force=force)
        edition = Edition(loaded, view_of(plan, date, as_known), checked(loaded), _origin(loaded), language)
        _publish(edition, folder, force=force)


def _insist_on_folder_for_pages(folder: Path, loaded: Loaded, *, force: bool) -> None:
    """Pages are not spread among files of another kind: the folder is new, empty, or holds an earlier site."""
    from vrplan.folder.published import LIST
    from vrplan.render.language import _

    if loaded.place is not None and folder.resolve() == loaded.place.resolve():
        told = _("{folder} is the folder of the plan itself; name another for its pages")
        fail(told.format(folder=folder))
    try:
        is_free = force or not folder.is_dir() or (folder / LIST).exists() or not any(_seen_in(folder))
    except OSError as error:
        fail(f"{folder} cannot be opened: {error.strerror or error}")
    if not is_free:
        told = _(
            "{folder} holds files and no pages of vrplan's, and nothing was written; "
            "name a new folder, or put the pages among them with --force"
        )
        fail(told.format(folder=folder))


def _seen_in(folder: Path) -> Iterator[Path]:
    """What lies in a folder, without what belongs to git, to the web server or to the computer itself."""
    return (path for path in folder.iterdir() if not path.name.startswith("."))


def _publish(edition: Edition, folder: Path, *, force: bool) -> None:
    from vrplan.folder import FolderError
    from vrplan.folder.published import Published
    from vrplan.render.language import _, ngettext
    from vrplan.site import SHAPE, paths

    files = list(paths(edition))
    try:
        named = edition.view.plan.written.plan
        with Published(folder, files, named, shape=SHAPE, may_replace=force) as published:
            for page in _watched(edition, len(files)):
                published.put(page.path, page.content)
    except FolderError as error:
        fail(str(error))
    for path in published.left:
        left = _("{file} is of an earlier time and could not be removed")
        tell(left.format(file=folder / path))
    told = ngettext(
        "{number} file in {folder}; open {front}", "{number} files in {folder}; open {front}", len(files)
    )
    tell(told.format(number=len(files), folder=folder, front=folder / "index.html"))


def _origin(loaded: Loaded) -> Origin:
    from hashlib import sha256

    from vrplan import __version__
    from vrplan.folder.git import revision_of
    from vrplan.site import Origin

    files = {file: sha256(source.content).hexdigest() for file, source in loaded.sources.items()}
    return Origin(files, revision_of(loaded.place) if loaded.place is not None else "", __version__)


def _watched(edition: Edition, number: int) -> Iterator[Page]:
    """The pages; on a terminal, of many, a bar shows how far they are."""
    from vrplan.site import pages

    if number < _MANY or sys.stderr is None or not sys.stderr.isatty():
        yield from pages(edition)
        return
    with typer.progressbar(pages(edition), number, label="vrplan: pages", file=sys.stderr) as watched:
        yield from watched
