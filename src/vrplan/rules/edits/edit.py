"""Two versions of a plan side by side: which items, statements and events of the one are which of the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from vrplan.as_of.comparing import Difference, difference, party_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.decided import Decision
    from vrplan.model.plan import Item, Plan, Statement
    from vrplan.model.written import Event
    from vrplan.phrases import Reading

_Said = tuple[str | None, str, str | None]
"""Where words stand above items, under which column or decision, and the words."""


@dataclass(frozen=True)
class Kept:
    """An item that both versions have, with what is said of it in both, only before, or only now."""

    plans: tuple[Plan, Plan]
    before: Item
    after: Item
    pairs: tuple[tuple[Statement, Statement], ...]
    removed: tuple[Statement, ...]
    added: tuple[Statement, ...]

    @cached_property
    def difference(self) -> Difference | None:
        """Where its states part; None when they are the same on every date."""
        return difference((self.plans[0], self.before), (self.plans[1], self.after))


@dataclass(frozen=True)
class Edit:
    """What was changed between two versions of a plan folder: `before` an edit, and `after` it."""

    before: Plan
    after: Plan

    @cached_property
    def kept(self) -> tuple[Kept, ...]:
        """The items of both versions, those left out whose id now stands for something else."""
        both = ((self.before.by_id.get(item.id), item) for item in self.after.items)
        return tuple(self._kept(old, new) for old, new in both if old is not None and self.is_same(old, new))

    def is_same(self, old: Item, new: Item) -> bool:
        """Whether an id still stands for the same thing: the name is no other, nor one that another item had."""
        owner = self._named_before.get(new.name, old.id)
        return is_one_thing(old.name, new.name) and owner in {old.id, None}

    @cached_property
    def _named_before(self) -> dict[str, str | None]:
        """The id that each name had; None when several items had it."""
        ids: dict[str, str | None] = {}
        for item in self.before.items:
            ids[item.name] = None if item.name in ids else item.id
        return ids

    def earlier(self, decision: Decision) -> Decision | None:
        """The same decision before the edit."""
        former = self.before.decisions.get(decision.id)
        return former or next(
            (one for name, one in self.before.decisions.items() if self.now_called(name) == decision.id), None
        )

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Columns and decisions that only have another name now: the old name to the new one."""
        names = dict(self._renamed_decisions())
        for name, column in self.before.columns.items():
            if name not in self.after.columns:
                by = {names.get(one or "", one) for one in (column.adopted_by, column.proposed_by)} - {None}
                for new, other in self.after.columns.items():
                    if new not in self.before.columns and by & {other.adopted_by, other.proposed_by}:
                        names[name] = new
        return names

    def now_called(self, key: str) -> str:
        """What a column, a decision or a decision's point of the earlier version is called now."""
        decision, slash, point = key.partition("/")
        return self.renamed.get(key) or self.renamed.get(decision, decision) + slash + point

    @cached_property
    def spoke_before(self) -> frozenset[str]:
        """What had spoken in the earlier version, as called now: columns, and decisions and points behind words or
        events."""
        keys = {*self.before.columns, *(one.authority.key for one in self.before.statements())}
        keys |= {event.decision for item in self.before.items for event in item.events if event.decision}
        return frozenset(self.now_called(key) for key in keys)

    def same_reading(self, old: Reading, new: Reading) -> bool:
        """Whether two readings say the same; a recipient that only has another name now is the same."""
        return self._said(old) == self._said(new)

    def party_now(self, name: str | None) -> str | None:
        """The id that a party has now."""
        return party_now(self.before, self.after, name) if name else None

    def still_stands(self, statement: Statement) -> Statement | None:
        """A statement from above that an item had, as it stands there now; None when it is gone."""
        key = self.now_called(statement.authority.key)
        return self._said_above[1].get((_place(self.before, statement), key, statement.text))

    def stood_before(self, statement: Statement) -> Statement | None:
        """A statement from above that an item has now, as it stood there before; None when it is new."""
        key = statement.authority.key
        return self._said_above[0].get((_place(self.after, statement), key, statement.text))

    @cached_property
    def _said_above(self) -> tuple[dict[_Said, Statement], dict[_Said, Statement]]:
        """What stands above items, before and now, by the entry that it stands in."""
        before = {
            (_place(self.before, one), self.now_called(one.authority.key), one.text): one
            for one in self.before.statements()
            if one.reach != "own"
        }
        after = {
            (_place(self.after, one), one.authority.key, one.text): one
            for one in self.after.statements()
            if one.reach != "own"
        }
        return before, after

    def _said(self, one: Reading) -> tuple[object, ...]:
        to = self.party_now(one.recipient)
        return one.kind, one.start, one.end, to, one.recurrence, one.modality, one.done

    def _renamed_decisions(self) -> Iterator[tuple[str, str]]:
        fresh = {
            _facts(one): name
            for name, one in self.after.decisions.items()
            if name not in self.before.decisions
        }
        for name, decision in self.before.decisions.items():
            if name not in self.after.decisions and (new := fresh.get(_facts(decision))):
                yield name, new

    def _kept(self, old: Item, new: Item) -> Kept:
        pairs: list[tuple[Statement, Statement]] = []
        removed, added = list(old.statements), list(new.statements)
        for likeness in (_says_the_same, _stands_in_the_same_place, _has_the_same_words):
            for one in list(removed):
                other = next((other for other in added if likeness(self, one, other)), None)
                if other is not None:
                    pairs.append((one, other))
                    removed = [left for left in removed if left is not one]
                    added = [left for left in added if left is not other]
        return Kept((self.before, self.after), old, new, tuple(pairs), tuple(removed), tuple(added))


def _place(plan: Plan, statement: Statement) -> str | None:
    """The id of the focus area that a statement from above stands in, or the name of the measure; None for an own."""
    if statement.reach == "own":
        return None
    entry: Any = plan.written
    for step in statement.path[: statement.path.index("status")]:
        entry = entry[step] if isinstance(step, int) else getattr(entry, step)
    return str(getattr(entry, "id", entry.name))


def is_one_thing(old: str, new: str) -> bool:
    """Whether two names may be names of one thing: half of the words of the shorter, or most of the letters.

    Words of up to three letters (i, og, for) tell nothing, as long as there are others.
    """
    mine, yours = _telling_words(old), _telling_words(new)
    if mine == yours or 2 * len(mine & yours) >= min(len(mine), len(yours)) > 0:
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, old.casefold(), new.casefold()).ratio() >= 0.6


def _telling_words(name: str) -> set[str]:
    words = set(name.casefold().split())
    return {word for word in words if len(word) > 3} or words


def events_of(kept: Kept) -> tuple[list[tuple[Event, Event]], list[Event], list[Event]]:
    """The events that both versions of an item record, those only recorded before, and those only recorded now."""
    removed, added = list(kept.before.events), list(kept.after.events)
    pairs: list[tuple[Event, Event]] = []
    for facts in (_facts_of_event, _day_and_kind, _kind):
        for old in list(removed):
            found = next((new for new in added if facts(new) == facts(old)), None)
            if found is not None:
                removed.remove(old)
                added.remove(found)
                pairs.append((old, found))
    return pairs, removed, added


def same_event(old: Event, new: Event, edit: Edit) -> bool:
    """Whether two records tell the same, by the same decision; source, note and doer may differ."""
    mine = (*_facts_of_event(old)[:-1], edit.party_now(old.recipient), edit.now_called(old.decision or ""))
    return mine == (*_facts_of_event(new)[:-1], new.recipient, new.decision or "")


def _facts_of_event(event: Event) -> tuple[object, ...]:
    return event.date, event.what, event.from_, event.to, event.recipient


def _day_and_kind(event: Event) -> tuple[object, ...]:
    return event.date, event.what


def _kind(event: Event) -> tuple[object, ...]:
    return (event.what,)


def _facts(decision: Decision) -> tuple[object, ...]:
    return decision.body, decision.date, decision.case, decision.title


def _says_the_same(edit: Edit, old: Statement, new: Statement) -> bool:
    return _stands_in_the_same_place(edit, old, new) and old.text == new.text


def _has_the_same_words(edit: Edit, old: Statement, new: Statement) -> bool:
    return old.text == new.text and edit.now_called(old.authority.key) == new.authority.key


def _stands_in_the_same_place(edit: Edit, old: Statement, new: Statement) -> bool:
    return old.reach == new.reach and edit.now_called(old.authority.key) == new.authority.key
