"""The papers that a plan names by file, read from its folder, for whoever compares its texts with them."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PureWindowsPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, assert_never

from vrplan.findings import N_, Told
from vrplan.importers import Unreadable, form_of, read_paper
from vrplan.importers.paper import MOST_BYTES, Heading, Paragraph, Table
from vrplan.model.papers import PaperRead, Passage, papers_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vrplan.importers.paper import Paper, Row
    from vrplan.model.plan import Plan

MOST_LETTERS: Final = 20_000_000
"""So many letters of all papers together are read, in a quarter of a minute; a hundred long ones have fewer.

Of a text, marks of its form count too."""
_PACKED: Final = frozenset({"docx", "pdf"})
"""The forms of which the size of a file says nothing about how many letters it has; each bounds its own work."""
_PAGE: Final = re.compile(r"page \d+")


def papers_of(
    plan: Plan, folder: Path | None, coming: Mapping[str, bytes] = MappingProxyType({})
) -> dict[str, PaperRead]:
    """The papers with a file that status texts quote or whose sha256 is recorded, by the ids of the sources.

    None are read when the plan lies in no folder, as one from a git revision. Nothing is raised: what cannot be read
    says why. `coming` are papers that are about to be put into the folder, by their names: they count as there.
    """
    named = {name: one for name, one in plan.decided.sources.items() if one.file}
    if folder is None or not named:
        return {}
    quoted = {name for one in plan.statements() if one.text for name in papers_behind(plan, one)}
    reader = _Reader(folder, coming)
    return {
        name: reader.read(one.file or "", with_words=name in quoted)
        for name, one in named.items()
        if name in quoted or one.sha256
    }


class _Reader:
    """Reads each file once, however many sources name it; too many long ones are not read to the end."""

    def __init__(self, folder: Path, coming: Mapping[str, bytes]) -> None:
        self.folder = folder
        self.coming = coming
        self.letters_left = MOST_LETTERS
        self.known: dict[tuple[Path, bool], PaperRead] = {}

    def read(self, file: str, *, with_words: bool) -> PaperRead:
        """What is known of the file with this name, as a source writes it."""
        if (content := self.coming.get(file)) is not None:
            return self._understood(file, content, file, with_words=with_words)
        try:
            path = _inside(self.folder, file)
            if path is None:
                return PaperRead(file, is_outside=True)
            key = path.resolve(), with_words
            if key not in self.known:
                self.known[key] = self._opened(path, file, with_words=with_words)
            return replace(self.known[key], file=file)
        except (
            OSError,
            ValueError,
            RuntimeError,
        ) as error:  # a name of odd letters, or links that go in a circle
            why = getattr(error, "strerror", None) or Told("its name leads nowhere")
            return PaperRead(
                file, unreadable=Told("{file} cannot be opened: {why}", {"file": file, "why": why})
            )

    def _opened(self, path: Path, file: str, *, with_words: bool) -> PaperRead:
        if not path.is_file():
            what = N_("{file} is no file") if path.exists() else N_("{file} is not in the plan folder")
            return PaperRead(file, unreadable=Told(what, {"file": file}))
        if path.stat().st_size > MOST_BYTES:
            return PaperRead(
                file, unreadable=_too_long(N_("{file} has more than {number} MB"), file, MOST_BYTES)
            )
        return self._understood(path.name, path.read_bytes(), file, with_words=with_words)

    def _understood(self, name: str, content: bytes, file: str, *, with_words: bool) -> PaperRead:
        found = PaperRead(file, sha256=sha256(content).hexdigest())
        return self._with_words(found, name, content) if with_words else found

    def _with_words(self, found: PaperRead, name: str, content: bytes) -> PaperRead:
        try:
            letters = 1 if form_of(name, content) in _PACKED else len(content)
            if letters > self.letters_left:
                told = N_(
                    "with {file}, the papers are too long to be read: they hold more than {number} MB of text"
                )
                return replace(found, unreadable=_too_long(told, found.file, MOST_LETTERS))
            paper = read_paper(name, content)
        except Unreadable as error:
            return replace(found, unreadable=error.why)
        runs = tuple(runs_of(paper))
        self.letters_left -= max(letters, sum(len(one.text) for run in runs for one in run))
        return replace(found, runs=runs, gaps=paper.gaps)


def _too_long(told: str, file: str, most: int) -> Told:
    return Told(told, {"file": file, "number": str(most // 1_000_000)})


def _inside(folder: Path, file: str) -> Path | None:
    """The path of a paper; None when it would lie outside the folder, be it by a link."""
    name = PureWindowsPath(file)  # knows both slashes, and drives
    if name.anchor or ".." in name.parts:
        return None
    path = folder.joinpath(*name.parts)
    return path if path.resolve().is_relative_to(folder.resolve()) else None


def runs_of(paper: Paper) -> Iterator[tuple[Passage, ...]]:
    """The paragraphs between two tables are one run; each cell is one of its own."""
    run: list[Passage] = []
    for block in paper.blocks:
        match block:
            case Heading() | Paragraph():
                run.append(Passage(block.text, block.place))
            case Table():
                yield from (tuple(one) for one in (run, *_cells(block)) if one)
                run = []
            case _:
                assert_never(block)
    if run:
        yield tuple(run)


def _cells(table: Table) -> list[list[Passage]]:
    """The cells of a table. One that stands last on a page may go on in the one below it, on the next."""
    runs: list[list[Passage]] = []
    above: dict[int, list[Passage]] = {}
    page = None
    for row in table.rows:
        is_turned, page = page not in (None, _page(row)), _page(row)
        here: dict[int, list[Passage]] = {}
        for column, cell in enumerate(row.cells):
            if cell.text:
                goes_on = above.get(column) if is_turned else None
                here[column] = goes_on if goes_on is not None else []
                here[column].append(Passage(cell.text, table.at(row.place)))
                runs += [here[column]] if goes_on is None else []
        above = here
    return runs


def _page(row: Row) -> str:
    found = _PAGE.match(row.place)
    return found[0] if found else ""
