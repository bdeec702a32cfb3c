"""What the search in a table finds an item by, beside the words that its row shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import ItemOnDate
    from vrplan.model.plan import Plan


class Search:
    """The names by which somebody may look for an item of a plan."""

    def __init__(self, plan: Plan) -> None:
        """Look every party up once only: a plan may have many items."""
        self._plan = plan
        self._names: dict[str, tuple[str, ...]] = {}

    def words(self, one: ItemOnDate, shown: str) -> str:
        """Id, measure, who does it, who owns it, and who receives it, under every name: what `shown` does not have."""
        folded = shown.casefold()
        words = (word for name in self._found_by(one) for word in name.split())
        return " ".join(dict.fromkeys(word for word in words if word.casefold() not in folded))

    def _found_by(self, one: ItemOnDate) -> Iterator[str]:
        item = one.item
        yield from (name for name in (item.id, item.measure, item.resource, item.who) if name)
        owner = self._plan.parties.get(item.owner)
        yield from (name for name in (item.owner, owner and owner.name) if name)
        read = one.holds.reading.recipient if one.holds is not None else None
        for receiver in (one.to, item.recipient, read):
            if receiver:
                yield from self._names_of(receiver)

    def _names_of(self, party: str) -> tuple[str, ...]:
        """Every name of a party, and of the one that it is part of."""
        if party not in self._names:
            known = self._plan.parties.get(party)
            above = self._plan.parties.get(known.part_of) if known is not None and known.part_of else None
            ids = (party, known.part_of if known is not None else None)
            names = (*ids, *(name for one in (known, above) if one for name in (one.name, *one.aliases)))
            self._names[party] = tuple(name for name in names if name)
        return self._names[party]
