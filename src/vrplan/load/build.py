"""The typed files to one `Plan`: items in the order of the file, statements with their readings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from vrplan.model.authority import Authority
from vrplan.model.plan import Item, Level, Plan, Reach, Statement
from vrplan.model.written import FocusArea, Obligation, Sentence
from vrplan.phrases import UNKNOWN_READING, Context, Kind, Modality, Precision, Reading, read_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.findings import Path
    from vrplan.model.written import Area, Event, Means, Measure, StatusText
    from vrplan.model.written import Item as WrittenItem


def with_items(plan: Plan, located: Any) -> Plan:
    """The plan with its items and their statements. What refers to nothing is left for the rules to report.

    `located` is the data of the plan file, whose mappings know their lines; it is used up.
    """
    builder = _Builder(plan, located)
    items = tuple(builder.items())
    return replace(plan, items=items, authorities=builder.authorities)


class _Heading(NamedTuple):
    """Where in the plan an item stands, and what it inherits from there."""

    area: str | None = None
    focus_area: FocusArea | None = None
    measure: str | None = None
    inherited: tuple[Statement, ...] = ()


class _Builder:
    def __init__(self, plan: Plan, located: Any) -> None:
        self.plan = plan
        self.located = located
        self.authorities = {name: authority_of(plan, name) for name in plan.columns}
        self._readings: dict[tuple[object, ...], Reading] = {}
        self._contexts: dict[str, Context] = {}

    def items(self) -> Iterator[Item]:
        for number, area in enumerate(self.plan.written.areas):
            yield from self._area(area, ("areas", number))
        yield from self._obligations(self.plan.written.obligations, (), _Heading())

    def _area(self, area: Area, path: Path) -> Iterator[Item]:
        heading = _Heading(area.name)
        for number, focus_area in enumerate(area.focus_areas):
            yield from self._focus_area(focus_area, (*path, "focus_areas", number), heading)
        yield from self._measures(area.measures, path, heading)
        yield from self._obligations(area.obligations, path, heading)

    def _focus_area(self, focus_area: FocusArea, path: Path, heading: _Heading) -> Iterator[Item]:
        heading = heading._replace(focus_area=focus_area)
        if any(measure.activities for measure in focus_area.measures):
            inherited = self._statements(focus_area.status, path, "focus_area")
            yield from self._measures(focus_area.measures, path, heading._replace(inherited=inherited))
        else:
            yield self._item(focus_area, "focus_area", path, heading)
        yield from self._obligations(focus_area.obligations, path, heading)

    def _measures(self, measures: Sequence[Measure], path: Path, heading: _Heading) -> Iterator[Item]:
        for number, measure in enumerate(measures):
            measure_path = (*path, "measures", number)
            inherited = (*self._statements(measure.status, measure_path, "measure"), *heading.inherited)
            below = heading._replace(measure=measure.name, inherited=inherited)
            for index, activity in enumerate(measure.activities):
                yield self._item(activity, "activity", (*measure_path, "activities", index), below)

    def _obligations(
        self, obligations: Sequence[Obligation], path: Path, heading: _Heading
    ) -> Iterator[Item]:
        for number, obligation in enumerate(obligations):
            yield self._item(obligation, "obligation", (*path, "obligations", number), heading)

    def _item(self, entry: WrittenItem, level: Level, path: Path, heading: _Heading) -> Item:
        focus_area = heading.focus_area
        above = focus_area if level == "activity" else None
        inherited_owner = above.owner if above else None
        inherited = () if level == "obligation" else heading.inherited
        spoken = (*self._statements(entry.status, path, "own"), *inherited)
        return Item(
            id=entry.id,
            level=level,
            name=entry.name,
            area=heading.area,
            focus_area=focus_area.name if focus_area else None,
            measure=heading.measure,
            resource=entry.resource or (above.resource if above else None),
            owner=self._party(entry.owner or inherited_owner) or self.plan.organisation,
            recipient=self._party(entry.recipient) if isinstance(entry, Obligation) else None,
            who=entry.who,
            kind=entry.kind if isinstance(entry, Obligation) else None,
            statements=tuple([one for one in spoken if one.speaks_of(entry.id)]),
            events=tuple(self._event(event) for event in entry.events),
            file=self.plan.file,
            line=self._line(path, level),
            path=path,
            note=entry.note,
            source=entry.source,
        )

    def _party(self, name: str | None) -> str | None:
        """The id of the party called so; a name that nobody has stays for the rules to report."""
        return self.plan.party_named(name or "") or name

    def _event(self, event: Event) -> Event:
        recipient = self._party(event.recipient)
        return event if recipient == event.recipient else event.model_copy(update={"recipient": recipient})

    def _line(self, path: Path, level: Level) -> int:
        node = self.located
        for step in path:
            node = node[step]
        line: int = getattr(node, "line", 1)
        if level != "focus_area" and isinstance(node, dict):
            node.clear()  # nothing below it is looked up any more, and a large plan needs the memory
        return line

    def _statements(
        self, status: dict[str, StatusText] | None, path: Path, reach: Reach
    ) -> tuple[Statement, ...]:
        if not status:
            return ()
        found: list[Statement] = []
        for key, value in status.items():
            place = (*path, "status", key)
            if isinstance(value, tuple):
                for index, one in enumerate(value):
                    found.append(self._statement(key, one, (*place, index), reach, len(found)))
            else:
                found.append(self._statement(key, value, place, reach, len(found)))
        return tuple(found)

    def _statement(self, key: str, value: str | Sentence, path: Path, reach: Reach, order: int) -> Statement:
        authority = self._authority(key)
        if isinstance(value, str):
            reading = self._reading(authority, value)
            return Statement(authority, value, reading, reach, self.plan.file, path, order)
        return Statement(
            authority,
            value.text,
            self._reading(authority, value.text, value.means),
            reach,
            self.plan.file,
            (*path, "text"),
            order,
            frozenset(value.only),
            frozenset(value.except_),
            value.source,
            value.note,
        )

    def _reading(self, authority: Authority, text: str | None, means: Means | None = None) -> Reading:
        """One reading for all that is said alike: a plan repeats a few dozen phrases."""
        said = (authority.key, text, means and (means.kind, means.recipient, means.from_, means.to))
        reading = self._readings.get(said)
        if reading is None:
            if means is not None:
                reading = with_meaning(self._reading(authority, text), means, self.plan.party_names)
            else:
                reading = read_status(text, self._context(authority)) if text is not None else UNKNOWN_READING
            self._readings[said] = reading
        return reading

    def _context(self, authority: Authority) -> Context:
        context = self._contexts.get(authority.key)
        if context is None:
            context = self._contexts[authority.key] = self.plan.context_of(authority)
        return context

    def _authority(self, key: str) -> Authority:
        authority = self.authorities.get(key)
        if authority is None:
            authority = self.authorities[key] = authority_of(self.plan, key)
        return authority


def authority_of(plan: Plan, key: str) -> Authority:
    """What a status key stands for: a column of the plan, else a decision or one of its points."""
    year = plan.written.period.from_.year
    column = plan.columns.get(key)
    if column is not None:
        adopted, _ = plan.find_decision(column.adopted_by or "")
        proposed, _ = plan.find_decision(column.proposed_by or "")
        return Authority(key, key, column.year or year, adopted, proposed)
    decision, point = plan.find_decision(key)
    if decision is not None and decision.date is not None:
        year = decision.date.last.year
    return Authority(key, None, year, decision, None, point)


def with_meaning(reading: Reading, means: Means, names: dict[str, str]) -> Reading:
    """The reading with what `means` adds or says instead; where it names no kind, the text's own stays."""
    kind = Kind(means.kind) if means.kind else reading.kind
    if kind is Kind.UNKNOWN:
        return reading
    start = means.from_ or (None if means.kind and means.kind != reading.kind else reading.start)
    end = means.to or (None if means.kind and means.kind != reading.kind else reading.end)
    recipient = (
        names.get(means.recipient.casefold(), means.recipient) if means.recipient else reading.recipient
    )
    precision = Precision.DAY if means.from_ or means.to else reading.precision
    modality = reading.modality or Modality.DECIDED
    return reading._replace(
        kind=kind, start=start, end=end, recipient=recipient, precision=precision, modality=modality
    )
