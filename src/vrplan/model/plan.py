"""The plan as it is understood: items, the statements that speak of them, and who decided each."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from vrplan.model.authority import Authority
from vrplan.model.walk import sentences_of
from vrplan.model.written import Party
from vrplan.phrases import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vrplan.findings import Path
    from vrplan.model.decided import Decision, DecisionsFile, Point
    from vrplan.model.written import Ceases, Column, Event, PlanFile, Sentence
    from vrplan.phrases import Reading

Level = Literal["activity", "focus_area", "obligation"]
Reach = Literal["own", "measure", "focus_area"]
"""Whether a statement stands at the item itself, at its measure or at its focus area."""

NAMELESS = Party.model_construct()
"""A party of whom the plan says no more than its id."""

_REACHES: dict[Reach, int] = {"own": 0, "measure": 1, "focus_area": 2}


class Statement(NamedTuple):
    """A status text as one authority gives it, with its reading (`means` included).

    A plan holds one for each of its texts, as it holds an `Item` for each activity: tuples are made in a third of the
    time of frozen dataclasses.
    """

    authority: Authority
    text: str | None
    reading: Reading
    reach: Reach
    file: str
    path: Path
    """Where the text itself is written."""
    order: int
    only: frozenset[str] = frozenset()
    except_: frozenset[str] = frozenset()
    source: str | None = None
    note: str | None = None

    def speaks_of(self, item_id: str) -> bool:
        """Whether it is said of this item: `only` and `except` leave others out."""
        return item_id not in self.except_ and (not self.only or item_id in self.only)

    @property
    def rank(self) -> tuple[int, int, int]:
        """Which of two statements of one date holds: own first, then a decision point, then the first written."""
        return (_REACHES[self.reach], 0 if self.authority.column is None else 1, self.order)


class Item(NamedTuple):
    """What has a state: an activity, a focus area without activities, or an obligation."""

    id: str
    level: Level
    name: str
    area: str | None
    focus_area: str | None
    measure: str | None
    resource: str | None
    owner: str
    recipient: str | None
    who: str | None
    kind: str | None
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    file: str
    line: int
    path: Path
    note: str | None = None
    source: str | None = None

    @property
    def activity(self) -> str | None:
        """The name, when the item is an activity."""
        return self.name if self.level == "activity" else None

    @property
    def is_unspoken(self) -> bool:
        """Whether no text and no event says anything of it, on no day; property needs no text."""
        return not self.statements and not self.events and self.kind != "property"


@dataclass(frozen=True)
class Plan:
    """A plan and its decisions, read whole. Says nothing about any day."""

    written: PlanFile
    decided: DecisionsFile
    file: str
    decisions_file: str
    items: tuple[Item, ...] = ()
    authorities: Mapping[str, Authority] = field(default_factory=dict)
    unread: frozenset[str] = field(default_factory=frozenset)
    """The collections that a broken file may lack: what would only follow from that is not reported."""
    stand_ins: frozenset[tuple[str, Path]] = field(default_factory=frozenset)
    """Files and paths where a stand-in is read for a value that was reported."""

    @cached_property
    def organisation(self) -> str:
        """The organisation whose plan it is; owner of everything that names no other owner."""
        return self.party_names[self.written.organisation.strip().casefold()]

    @property
    def ceases(self) -> Ceases | None:
        """The first day without the organisation, when one is decided."""
        return self.written.ceases

    @property
    def columns(self) -> dict[str, Column]:
        """The revisions of the plan, in the order of the file."""
        return self.written.columns

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Those who give, receive, own or do, by id; one of whom nothing more is said has its id only."""
        return {name: party or NAMELESS for name, party in self.written.parties.items()}

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        """Every decision by its id."""
        return {decision.id: decision for decision in self.decided.decisions}

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Every item by its id."""
        return {item.id: item for item in self.items}

    @cached_property
    def party_names(self) -> dict[str, str]:
        """Every id, name and alias of a party, to its id; in any case, so keys are folded."""
        names: dict[str, str] = {}
        for party_id, party in self.parties.items():
            for name in (party_id, party.name, *party.aliases):
                if name:
                    names.setdefault(name.casefold(), party_id)
        organisation = self.written.organisation.strip()
        return {organisation.casefold(): organisation} | names

    def party_with_parts(self, party_id: str) -> frozenset[str]:
        """The party and all that are part of it, however deep."""
        found = {party_id}
        above = {name: self.party_named(party.part_of or "") for name, party in self.parties.items()}
        while more := {name for name, whole in above.items() if whole in found} - found:
            found |= more
        return frozenset(found)

    @cached_property
    def organisation_with_parts(self) -> frozenset[str]:
        """The organisation and the parties that are part of it."""
        return self.party_with_parts(self.organisation)

    def columns_as_authorities(self) -> Iterator[Authority]:
        """The columns, in the order of the file."""
        return (self.authorities[name] for name in self.columns if name in self.authorities)

    @property
    def spoken_party_names(self) -> list[str]:
        """Every id, name and alias as it is written, for whoever looks for the right one."""
        names = [self.organisation]
        for party_id, party in self.parties.items():
            names += [name for name in (party_id, party.name, *party.aliases) if name]
        return list(dict.fromkeys(names))

    @property
    def seasons(self) -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
        """What the plan says that words without fixed dates mean in it: month and day, first to last."""
        return {word: (season.from_, season.to) for word, season in self.written.calendar.items()}

    def context_of(self, authority: Authority) -> Context:
        """What a status text of this authority leaves unsaid: its year, its date, the plan's words and parties."""
        return Context(authority.year, authority.document_date, self.seasons, self.party_names)

    def item_named(self, name: str) -> Item | None:
        """The item with this id, or the only one with this name, in any case."""
        folded = name.strip().casefold()
        if found := self.by_id.get(folded):
            return found
        called = [item for item in self.items if item.name.casefold() == folded]
        return called[0] if len(called) == 1 else None

    def party_named(self, name: str) -> str | None:
        """The id of the party that is called so: by id, name or alias, in any case."""
        return self.party_names.get(name.strip().casefold())

    def statements(self) -> Iterator[Statement]:
        """Every statement once, in the order of the file."""
        return iter(self._statements)

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        seen: set[int] = set()  # an own statement has one item; only those from above come again
        found: list[Statement] = []
        for item in self.items:
            for statement in item.statements:
                if statement.reach == "own":
                    found.append(statement)
                elif id(statement) not in seen:
                    seen.add(id(statement))
                    found.append(statement)
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[tuple[Path, Sentence], ...]:
        """Every status text about which more is said, with its path: many rules ask, and they are few."""
        return tuple(sentences_of(self.written))

    def find_decision(self, key: str) -> tuple[Decision | None, Point | None]:
        """The decision, and the point when one is named, behind `styret-2018-16/2` or `styret-2018-16`."""
        decision_id, _, point_id = key.partition("/")
        decision = self.decisions.get(decision_id)
        if decision is None:
            return None, None
        return decision, next((point for point in decision.points if point.id == point_id), None)
