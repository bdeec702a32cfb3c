"""The plan that a command works on: found, read and judged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vrplan.cli.options import day, fail, tell, today, unknown
from vrplan.cli.output import spare

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate
    from vrplan.folder import PlanFolder
    from vrplan.load import Loaded
    from vrplan.model.plan import Plan
    from vrplan.reports.check import CheckReport
    from vrplan.rules.quotations import Quotations

FINDINGS = 1
_NAMED = 3
"""So many folders that hold a plan are named."""


def read_named_folder(data: Path | None, *, fall_back: bool, published: bool = False) -> PlanFolder:
    """The files of the plan folder. A report may fall back on the shipped plan, and says so; a guard may not.

    In what is `published`, the files are not called by where they lie on this computer.
    """
    from vrplan.folder import FolderError, find_folder, read_folder

    try:
        folder = find_folder(data, Path()) or _shipped(fall_back=fall_back)
        return spare(read_folder(folder, _as_published(folder) if published else None))
    except FolderError as error:
        fail(str(error))


def _shipped(*, fall_back: bool) -> Path:
    """The shipped plan where none lies, for a report; else the command ends and says which folder to name."""
    from vrplan.folder import plans_below, shipped_folder
    from vrplan.render.language import _

    below = [one.name for one in plans_below(Path())]
    first = f'"{below[0]}"' if below and " " in below[0] else "".join(below[:1])
    named = {"folder": shipped_folder(), "folders": ", ".join(below[:_NAMED]), "first": first}
    if not fall_back:
        told = _("there is no plan here: name its folder with --data DIR")
        if below:
            told = _(
                "there is no plan here, but there is one in {folders}: name the folder with --data {first}"
            )
        fail(told.format_map(named))
    told = _("no plan here, so this is the plan shipped with vrplan ({folder})")
    if below:
        told = _(
            "no plan here, so this is the plan shipped with vrplan; "
            "there is one in {folders}: name the folder with --data {first}"
        )
    tell(told.format_map(named))
    return shipped_folder()


def _as_published(folder: Path) -> Path:
    """What readers see of where a plan lies: its place in the repository that keeps it, else its name alone."""
    from vrplan.folder.git import place_in_history

    place = place_in_history(folder)
    return place if place is not None else Path(folder.resolve().name)


def read_before(folder: PlanFolder, against: str) -> PlanFolder | None:
    """The plan folder before the present edit: at a git revision, or another folder; None for a plan that is new."""
    from vrplan.folder import FolderError, find_folder, read_folder
    from vrplan.folder.git import is_revision, read_base

    if not against:
        fail("--against needs the name of a git revision, or of a folder")
    here, other = Path(folder.missing_decisions).parent, Path(against)
    try:
        if not other.is_dir():
            base = read_base(here, against)
            if base is None:
                typer.echo(f"vrplan: there was no plan at {against}, so there is no edit to judge", err=True)
            return base
        if against == other.name and is_revision(here, against):
            fail(f"{against} is both a folder and a git revision; write ./{against} for the folder")
        return spare(read_folder(find_folder(other, Path()) or other))
    except FolderError as error:
        fail(f"--against: {error}")


def load_sound(data: Path | None, *, fall_back: bool = True, published: bool = False) -> tuple[Plan, Loaded]:
    """The plan for a report. A plan with errors is refused: no report rests on what could not be read.

    What is `published` is read elsewhere: it names no folder of this computer.
    """
    from vrplan.load import load
    from vrplan.rules import errors_of

    folder = read_named_folder(data, fall_back=fall_back, published=published)
    loaded = load(folder)
    errors = errors_of(loaded)
    if errors or loaded.plan is None:
        number = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        where = (folder.place or Path(next(iter(folder.plans))).parent).as_posix()
        fail(f"the plan in {where} has {number}; see them with: vrplan check --data {where}", FINDINGS)
    return loaded.plan, loaded


def quotations_of(plan: Plan, folder: Path | None) -> Quotations:
    """The status texts held against the papers in the plan folder. Most plans name no file, and need no reader."""
    from vrplan.rules.quotations import quotations_in

    if folder is None or not any(one.file for one in plan.decided.sources.values()):
        return quotations_in(plan, {})
    from vrplan.importers.cited import papers_of

    return quotations_in(plan, papers_of(plan, folder))


def checked(loaded: Loaded) -> CheckReport:
    """What `check` finds in a plan that a report is made of, its texts held against their papers."""
    from vrplan.reports.check import check
    from vrplan.rules.every import findings_of

    plan = loaded.judged
    quotations = quotations_of(plan, loaded.place)
    return check(loaded, findings_of(loaded, quotations=quotations), quotations.counts)


def view_of(plan: Plan, date: str | None, as_known: str | None) -> PlanOnDate:
    """The plan as it stands with the two clocks of the command line."""
    from vrplan.as_of import Clocks, as_of

    asked = day("--date", date) if date is not None else today()
    return as_of(plan, Clocks(asked, day("--as-known", as_known) if as_known is not None else None))


def areas_named(plan: Plan, names: list[str] | None) -> frozenset[str]:
    """The names of the areas that are called so, by id or name in any case; an unknown one ends the command."""
    areas = {key.casefold(): one.name for one in plan.written.areas for key in (one.id, one.name)}
    for name in names or ():
        if name.casefold() not in areas:
            unknown("area", name, [one.id for one in plan.written.areas])
    return frozenset(areas[name.casefold()] for name in names or ())


def party_id(plan: Plan, name: str) -> str:
    """The id of the party called so, in any case; an unknown one ends the command."""
    found = plan.party_named(name)
    if found is None:
        spoken = {one.reading.recipient for one in plan.statements()}
        if any(to is not None and to.casefold() == name.strip().casefold() for to in spoken):
            fail(f"{name} stands in the words of the plan, and not among its parties: add it under parties")
        unknown("party", name, plan.spoken_party_names)
    return found
