"""What a site is made of: a plan with its clocks, its reports, its findings, and where its files come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from vrplan.as_of import Clocks, as_of
from vrplan.days import ONE_DAY, quarter
from vrplan.reports.agenda import agenda
from vrplan.reports.closeout import closing
from vrplan.reports.decisions import decisions
from vrplan.reports.status import status
from vrplan.reports.timeline import timeline
from vrplan.reports.transfers import transfers
from vrplan.reports.why import why_each
from vrplan.site.addresses import Addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vrplan.as_of import PlanOnDate
    from vrplan.as_of.meetings import KnownMeeting
    from vrplan.findings import Finding
    from vrplan.load import Loaded
    from vrplan.model.plan import Item
    from vrplan.render.language import Language
    from vrplan.reports.agenda import AgendaReport
    from vrplan.reports.check import CheckReport
    from vrplan.reports.closeout import CloseoutReport
    from vrplan.reports.decisions import DecisionsReport
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.status import StatusReport
    from vrplan.reports.timeline import TimelineReport
    from vrplan.reports.transfers import TransfersReport
    from vrplan.reports.why import WhyReport

_SEEN_AFTER = 4
"""A drawing shows at least so great a part of the time until the end once more, after it."""
_MOST_QUARTERS = 24
"""Of a longer plan the ends of years are told, and of one that is longer still not even these."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What the pages are made from, for whoever wants to check them."""

    files: Mapping[str, str]
    """The files of the plan, each with the SHA-256 of what it holds."""
    revision: str
    """The git revision of which they are; empty where they are not in git or were changed since."""
    version: str


@dataclass(frozen=True)
class Edition:
    """A site in the making: every report that its pages tell, each made once."""

    loaded: Loaded
    view: PlanOnDate
    checked: CheckReport
    origin: Origin
    language: Language

    @cached_property
    def items(self) -> Addresses:
        """The page of each item, by id: of those too of which nothing was known."""
        return Addresses("items", {one: one for one in self.view.plan.by_id})

    @cached_property
    def areas(self) -> Addresses:
        """The page of each area, by name."""
        ids = {one.name: one.id for one in reversed(self.view.plan.written.areas)}
        return Addresses("areas", {name: ids[name] for name in self._by_area if name})

    @cached_property
    def decisions(self) -> Addresses:
        """The page of each known decision, by id."""
        return Addresses("decisions", {one.decision.id: one.decision.id for one in self.decided.decisions})

    @cached_property
    def parties(self) -> Addresses:
        """The page of each receiver, by the party's id, in which capitals and small letters are the same."""
        found = [one.to for one in self.ledger.receivers if one.to is not None]
        known = self.view.plan.parties
        return Addresses("parties", {one: one.casefold() if one in known else one for one in found})

    @cached_property
    def status(self) -> StatusReport:
        """The states on the day asked about."""
        return status(self.view)

    def area(self, name: str) -> StatusReport:
        """The states of the items of an area, as if the plan held no others."""
        part = replace(self.view.plan, items=tuple(self._by_area[name]))
        return status(as_of(part, self.view.clocks))

    @cached_property
    def _by_area(self) -> Mapping[str, Sequence[Item]]:
        found: dict[str, list[Item]] = {}
        for item in self.view.plan.items:
            found.setdefault(item.area or "", []).append(item)
        return found

    def on(self, day: date) -> StatusReport:
        """The states on another day, as known from the same day."""
        if day == self.view.clocks.date:
            return self.status
        return status(as_of(self.view.plan, Clocks(day, self.view.clocks.as_known)))

    @cached_property
    def decided(self) -> DecisionsReport:
        """What was decided."""
        return decisions(self.view, self.loaded)

    def decision(self, number: int) -> DecisionsReport:
        """One of the decisions, as if only it had been asked for."""
        one = self.decided.decisions[number]
        return replace(self.decided, decisions=(one,), known=1, asked=one.decision.id)

    @cached_property
    def ledger(self) -> TransfersReport:
        """What goes to whom."""
        return transfers(self.view)

    @cached_property
    def hand_overs(self) -> Mapping[str, Transfer]:
        """Every hand-over that is decided or recorded, by the item's id."""
        return {one.now.item.id: one for one in self.ledger.transfers}

    def ledger_of(self, party: str) -> TransfersReport:
        """What goes to one party and its parts."""
        whole, parts = self.ledger, self.view.plan.party_with_parts(party)
        return replace(
            whole,
            transfers=tuple(one for one in whole.transfers if one.to in parts),
            undecided=tuple(one for one in whole.undecided if one.to in parts),
            set_aside=tuple(one for one in whole.set_aside if one.to in parts),
            to=party,
            parts=parts,
        )

    @cached_property
    def dated(self) -> TimelineReport:
        """Everything dated."""
        return timeline(self.view, self.loaded)

    @cached_property
    def drawn(self) -> tuple[date, date]:
        """From which to which day, both inclusive, the drawings go: past the end, so that what comes then is seen."""
        first, last = self.dated.first, self.dated.last
        if self.view.ceases is None or not first < self.view.ceases <= last:
            return first, last
        after = min((self.view.ceases - first) / _SEEN_AFTER, date.max - self.view.ceases)
        return first, max(last, self.view.ceases + after)

    @cached_property
    def next(self) -> AgendaReport:
        """What is next, until the next meeting."""
        return agenda(self.view)

    @cached_property
    def closing(self) -> CloseoutReport | None:
        """Whether the doors may close; None when the organisation goes on."""
        return closing(self.view)

    def reasons(self) -> Iterator[WhyReport]:
        """Why each item has its state, in the order of the file."""
        return why_each(self.view, self.view.plan.items, self.loaded)

    @cached_property
    def findings(self) -> Mapping[str, Sequence[Finding]]:
        """The findings that point at an item or at what is written below it, by the item's id."""
        by_path = {(item.file, item.path): item.id for item in self.view.plan.items}
        found: dict[str, list[Finding]] = {}
        for one in self.checked.findings:
            above = (one.spot.path[:length] for length in range(len(one.spot.path), 0, -1))
            item = next(
                (by_path[one.spot.file, path] for path in above if (one.spot.file, path) in by_path), ""
            )
            found.setdefault(item, []).append(one)
        return found

    @cached_property
    def meetings(self) -> Mapping[date, Sequence[KnownMeeting]]:
        """The meetings that are known by their day, from the first day of the plan on."""
        found: dict[date, list[KnownMeeting]] = {}
        for one in self.view.meetings:
            if one.date.is_day and one.date.last >= self.view.plan.written.period.from_:
                found.setdefault(one.date.last, []).append(one)
        return found

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that matter, whatever day is asked about: meetings, the ends of quarters, the end and its eve."""
        days = {*self.meetings, *self._ends()}
        if self.view.ceases is not None:
            days |= {self.view.ceases - ONE_DAY, self.view.ceases}
        return tuple(sorted(days))

    def _ends(self) -> list[date]:
        """The last days of the quarters, or of the years, that the plan speaks of."""
        period = self.view.plan.written.period
        years = range(period.from_.year, period.to.year + 1)
        if len(years) > _MOST_QUARTERS:
            return []
        numbers = (1, 2, 3, 4) if 4 * len(years) <= _MOST_QUARTERS else (4,)
        ends = (quarter(year, number)[1] for year in years for number in numbers)
        return [day for day in ends if period.from_ <= day <= period.to]
