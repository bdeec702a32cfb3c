"""What gives words their meaning: calendar, names, years. It is not changed under what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Severity, Spot
from vrplan.phrases import Context, read_status
from vrplan.rules.edits.telling import few, in_short
from vrplan.rules.edits.words import means_the_same_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Value
    from vrplan.model.plan import Plan, Statement
    from vrplan.rules.edits.edit import Edit, Kept

MEANS_OTHERWISE = Code(
    "VR709",
    "means-otherwise",
    Severity.ERROR,
    "by this edit “{text}” ({items}) means {after}; it meant {before}",
    "put it back, and let a decision say what holds from now on; where it was wrong from the beginning, accept the "
    "finding here with that reason (in a calendar: høsten: {{from: …, to: …, accept: {{VR709: …}}}})",
)


def words_mean_the_same(edit: Edit) -> Iterator[Finding]:
    """The calendar, the names of parties and the years of columns give words that were decided no new meaning.

    One line in the calendar can move every hand-over of the plan by a month, and no status is touched. The
    same goes for an alias that now names another party. If “høsten” is to mean something else from now on, a
    decision says so in words of its own.

    Example:
        calendar: {høsten: {from: 09-01, to: 11-30}}  # new

    Instead:
        status:
          HP 2018: Overføres til KHS i løpet av høsten
          sg-2018-16: Overføres til KHS i september 2018  # new
    """
    changed: dict[Spot, list[tuple[Kept, Statement, Statement]]] = {}
    for kept in edit.kept:
        for old, new in kept.pairs:
            same_words = old.text == new.text and not edit.same_reading(old.reading, new.reading)
            if same_words and not means_the_same_alone(edit, old, new):
                for spot in _causes(edit, old, new):
                    changed.setdefault(spot, []).append((kept, old, new))
    for spot, several in changed.items():
        kept, old, new = several[0]
        values: dict[str, Value] = {
            "text": new.text or "",
            "items": few([one.after.id for one, *_ in several], 1),
            "before": in_short(old.reading),
            "after": in_short(new.reading),
        }
        yield Finding(MEANS_OTHERWISE, spot, values)


def _causes(edit: Edit, old: Statement, new: Statement) -> list[Spot]:
    """What gives the words another meaning: that without which they would be understood as before."""
    was, now = edit.before.context_of(old.authority), edit.after.context_of(new.authority)
    single = [
        spots
        for changed, spots in _differences(edit, was, now, new)
        if edit.same_reading(
            read_status(old.text or "", was), read_status(new.text or "", _restored(now, was, changed))
        )
    ]
    if single:
        return single[0]
    return [spot for _, spots in _differences(edit, was, now, new) for spot in spots][:1]


def _restored(now: Context, was: Context, changed: str) -> Context:
    if changed == "calendar":
        return now._replace(calendar=was.calendar)
    if changed == "parties":
        return now._replace(parties=was.parties)
    return now._replace(year=was.year)


def _differences(edit: Edit, was: Context, now: Context, new: Statement) -> Iterator[tuple[str, list[Spot]]]:
    """What differs between two contexts, and where that is written. A decision's date is told by its own rule."""
    file, text = edit.after.file, (new.text or "").casefold()
    words = [
        word for word in {*was.calendar, *now.calendar} if was.calendar.get(word) != now.calendar.get(word)
    ]
    if words:
        here = [word for word in sorted(words) if word.casefold() in text] or sorted(words)
        yield "calendar", [Spot(file, ("calendar", here[0]), key=True)]
    names = [name for name in {*was.parties, *now.parties} if was.parties.get(name) != now.parties.get(name)]
    if names:
        here = [name for name in sorted(names, key=len, reverse=True) if name in text] or sorted(names)
        yield "parties", [Spot(file, _place_of_name(edit.after, here[0], was), key=True)]
    if was.year != now.year:
        column = edit.after.columns.get(new.authority.column or "")
        has_year = column is not None and column.year is not None
        path: Path = ("columns", new.authority.key, "year") if has_year else ("period", "from")
        yield "year", [Spot(file, path)]


def _place_of_name(plan: Plan, name: str, was: Context) -> Path:
    """The party that has the name now, or had it."""
    for party_id, party in plan.parties.items():
        for index, alias in enumerate(party.aliases):
            if alias.casefold() == name:
                return ("parties", party_id, "aliases", index)
        if name in {party_id.casefold(), (party.name or "").casefold()}:
            return ("parties", party_id)
    return ("parties", was.parties.get(name, ""))
