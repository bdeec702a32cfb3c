"""A plan as a whole, for a database: what is written, how it is read, what holds on some days, and the findings."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, NamedTuple

from vrplan.as_of import Clocks, as_of, end_of, heard
from vrplan.findings import Spot
from vrplan.model.walk import entries_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vrplan.as_of import ItemOnDate, PlanOnDate
    from vrplan.findings import Finding, Path
    from vrplan.load import Loaded
    from vrplan.model.authority import Standpoint
    from vrplan.model.plan import Item, Plan, Statement

Role = Literal["holds", "beside", "agrees", "older", "not_known"]
"""What a status is to an item: it holds; it stands beside that one; it is as new and says the same; it is older; or it
was not known on the day from which we look."""


class Voice(NamedTuple):
    """One status that speaks of an item, what it is to it, and what its authority was worth."""

    item: Item
    statement: Statement
    role: Role
    seen: Standpoint | None


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was read: its name without its folder, and the digest of its bytes."""

    name: str
    holds: Literal["plan", "decisions"]
    sha256: str


@dataclass(frozen=True, slots=True)
class DatabaseReport:
    """Everything that a database of the plan holds."""

    plan: Plan
    as_known: datetime.date | None
    ceases: datetime.date | None
    """The first day without the organisation, when its decision is known."""
    views: tuple[PlanOnDate, ...]
    """The plan on each day asked about, once and in order; never empty."""
    voices: tuple[Voice, ...]
    findings: tuple[tuple[Finding, Item | None], ...]
    """The findings in the order of `check`, each with the item that it stands at."""
    lines: Mapping[Spot, int]
    """Where statuses, events, columns, decisions and points are written."""
    files: tuple[FileRead, ...]
    unlisted_parties: tuple[str, ...]
    """Those whom a text or the head of the plan names and who are not in its list."""
    unlisted_sources: tuple[str, ...]

    @property
    def items_on_date(self) -> Iterator[tuple[datetime.date, ItemOnDate]]:
        """Every item that is spoken of, on each day asked about."""
        return ((view.clocks.date, one) for view in self.views for one in view.items)

    def name_of(self, file: str) -> str:
        """The name of a file without the folder, which is another wherever the plan lies."""
        return PurePath(file).name

    def line(self, file: str, path: Path) -> int:
        """The line on which something is written."""
        return self.lines[Spot(file, path)]


def database(
    loaded: Loaded,
    plan: Plan,
    findings: Sequence[Finding],
    days: Iterable[datetime.date],
    as_known: datetime.date | None,
) -> DatabaseReport:
    """Gather it, with the states on each of the `days` as far as was known on `as_known` (None: all counts)."""
    views = tuple(as_of(plan, Clocks(day, as_known)) for day in sorted(set(days)))
    spots = set(_spots(plan))
    return DatabaseReport(
        plan,
        as_known,
        end_of(plan, Clocks(views[0].clocks.date, as_known)),
        views,
        tuple(_voices(plan, views[0])),
        tuple(_with_items(plan, findings)),
        {spot: place.line for spot, place in loaded.places(spots).items()},
        tuple(_files(loaded, plan)),
        _unlisted(_parties(plan, views), plan.parties),
        _unlisted(_sources(plan), plan.decided.sources),
    )


def _voices(plan: Plan, view: PlanOnDate) -> Iterator[Voice]:
    """Whatever the day: only what is known decides which status holds."""
    listed = {one.item.id: one for one in view.items}
    for item in plan.items:
        seen = {id(said.statement): said for said in heard(item, view.clocks.as_known)}
        now = listed.get(item.id)
        beside = {id(said.statement) for said in now.beside} if now else set()
        for statement in item.statements:
            said = seen.get(id(statement))
            if now is None or said is None:
                yield Voice(item, statement, "not_known", None)
            elif now.holds is not None and statement is now.holds.statement:
                yield Voice(item, statement, "holds", said.seen)
            elif id(statement) in beside:
                yield Voice(item, statement, "beside", said.seen)
            else:
                is_new = now.holds is not None and said.day >= now.holds.day
                yield Voice(item, statement, "agrees" if is_new else "older", said.seen)


def _with_items(plan: Plan, findings: Iterable[Finding]) -> Iterator[tuple[Finding, Item | None]]:
    by_path = {item.path: item for item in plan.items}
    for finding in findings:
        path = finding.spot.path if finding.spot.file == plan.file else ()
        at = (by_path[path[:length]] for length in range(len(path), 0, -1) if path[:length] in by_path)
        yield finding, next(at, None)


def _files(loaded: Loaded, plan: Plan) -> Iterator[FileRead]:
    for name, source in loaded.sources.items():
        holds: Literal["plan", "decisions"] = "plan" if name == plan.file else "decisions"
        yield FileRead(PurePath(name).name, holds, sha256(source.content).hexdigest())


def _spots(plan: Plan) -> Iterator[Spot]:
    for statement in plan.statements():
        yield Spot(statement.file, statement.path)
    for item in plan.items:
        yield from (Spot(item.file, (*item.path, "events", number)) for number in range(len(item.events)))
    yield from (Spot(plan.file, ("columns", name)) for name in plan.columns)
    for number, decision in enumerate(plan.decided.decisions):
        here: Path = ("decisions", number)
        yield Spot(plan.decisions_file, here)
        yield from (
            Spot(plan.decisions_file, (*here, "points", index)) for index in range(len(decision.points))
        )


def _unlisted(named: Iterable[str | None], listed: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in named if name is not None and name not in listed))


def _parties(plan: Plan, views: Iterable[PlanOnDate]) -> Iterator[str | None]:
    yield plan.organisation
    yield from (statement.reading.recipient for statement in plan.statements())
    for item in plan.items:
        yield from (item.owner, item.recipient, *(event.recipient for event in item.events))
    yield from (segment.to for view in views for one in view.items for segment in one.history)


def _sources(plan: Plan) -> Iterator[str | None]:
    written, decided = plan.written, plan.decided
    yield written.source
    yield from (column.source for column in plan.columns.values())
    yield from (party.source for party in plan.parties.values())
    yield from (area.source for area in written.areas)
    yield from (entry.source for _, entry in entries_of(written))
    yield from (event.source for item in plan.items for event in item.events)
    yield from (statement.source for statement in plan.statements())
    yield from (body.source for body in decided.bodies.values())
    yield from (meeting.source for meeting in decided.meetings)
    yield from (decision.source for decision in decided.decisions)
