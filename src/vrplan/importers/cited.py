"""The papers that a plan names by file, read from its folder, for whoever compares its texts with them."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path, PureWindowsPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, assert_never

from vrplan.findings import N_, Told
from vrplan.importers import Unreadable, read_paper
from vrplan.importers.paper import Heading, Paragraph, Table
from vrplan.model.papers import PaperRead, Passage, papers_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vrplan.importers.paper import Paper, Row
    from vrplan.model.plan import Plan

MOST_BYTES: Final = 100_000_000
"""A file with more is no meeting paper, and is not read."""
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
    return {
        name: _read(folder, one.file or "", coming.get(one.file or ""), with_words=name in quoted)
        for name, one in named.items()
        if name in quoted or one.sha256
    }


def _read(folder: Path, file: str, content: bytes | None, *, with_words: bool) -> PaperRead:
    """The paper as it lies in the folder, or as its `content` is to be put there."""
    if content is not None:
        return _understood(file, file, content, with_words=with_words)
    try:
        path = _inside(folder, file)
        if path is None:
            return PaperRead(file, is_outside=True)
        if not path.is_file():
            what = N_("{file} is no file") if path.exists() else N_("{file} is not in the plan folder")
            return PaperRead(file, unreadable=Told(what, {"file": file}))
        if path.stat().st_size > MOST_BYTES:
            size = {"file": file, "number": str(MOST_BYTES // 1_000_000)}
            return PaperRead(file, unreadable=Told("{file} has more than {number} MB", size))
        content = path.read_bytes()
    except (
        OSError,
        ValueError,
        RuntimeError,
    ) as error:  # a name of odd letters, or links that go in a circle
        why = getattr(error, "strerror", None) or Told("its name leads nowhere")
        return PaperRead(file, unreadable=Told("{file} cannot be opened: {why}", {"file": file, "why": why}))
    return _understood(file, path.name, content, with_words=with_words)


def _understood(file: str, name: str, content: bytes, *, with_words: bool) -> PaperRead:
    found = sha256(content).hexdigest()
    if not with_words:
        return PaperRead(file, sha256=found)
    try:
        paper = read_paper(name, content)
    except Unreadable as error:
        return PaperRead(file, sha256=found, unreadable=error.why)
    return PaperRead(file, tuple(runs_of(paper)), found, gaps=paper.gaps)


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
                here[column].append(Passage(cell.text, _place(table, row)))
                runs += [here[column]] if goes_on is None else []
        above = here
    return runs


def _page(row: Row) -> str:
    found = _PAGE.match(row.place)
    return found[0] if found else ""


def _place(table: Table, row: Row) -> str:
    return row.place if "table" in row.place else f"table {table.number}, {row.place}"
