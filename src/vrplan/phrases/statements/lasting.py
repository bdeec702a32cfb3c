"""Verbs that say how long something holds ("gjelder", "varer", "pågår") and whether they say it of now."""

from typing import Final

from vrplan.phrases.reading import Kind
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.words.auxiliaries import has
from vrplan.phrases.words.lexicon import VERB, Entry
from vrplan.phrases.words.wordlists import endings, listed

_REACHING: Final = frozenset({Role.UNTIL, Role.TO, Role.TOWARD})
_MARKS: Final = frozenset({"mark", "when", "modality", "article"})


def lasts(phrases: list[When]) -> Kind:
    """ "Gjelder fra 1.1." begins, "gjelder 2019–2020" goes on, "gjelder til 31.12." is kept until then."""
    roles = [one.role for one in phrases]
    if roles[0] == Role.FROM:
        return Kind.ONGOING if _REACHING & set(roles) else Kind.STARTS
    return Kind.ONGOING if roles[0] in {Role.SPAN, Role.IN, Role.OF} else Kind.CONTINUES


def open_ended(clause: Clause, phrases: list[When]) -> list[When]:
    """ "Februar 2018 –": from then on, where a dash after the time is all that is left."""
    items = clause.items
    last = len(items) > 1 and items[-1].text in {"-", "–", "—"} and items[-2].when is not None
    opened = last and len(phrases) == 1 and phrases[0].role == Role.IN
    return [phrases[0]._replace(role=Role.FROM)] if opened else phrases


def is_throughout(clause: Clause) -> bool:
    """ "Hele året", "gjennom hele 2018": what goes on all that time, and no window to do something in."""
    throughout = endings("times.toml", "throughout")
    return any(item.when and item.text.startswith(throughout) for item in clause.items)


def is_without_time(clause: Clause, entry: Entry, phrases: list[When]) -> bool:
    """Whether a verb that is a status only with a time (or, of bodies that merge, with a partner) has none."""
    if entry.kind == Kind.TRANSFERS and clause.recipient:
        return False
    if not phrases or _is_about_something(clause, entry, phrases):
        return True
    bodies = endings("recipients.toml", "bodies")
    return entry.kind == Kind.TRANSFERS and not any(item.text.endswith(bodies) for item in clause.items)


def _is_about_something(clause: Clause, entry: Entry, phrases: list[When]) -> bool:
    """Whether the verb has an object before the time: "gjelder dato for vedtak, som er satt til 4. november"."""
    if entry.kind != Kind.CONTINUES:
        return False
    if (
        phrases[0].bare
        and phrases[0].role == Role.IN
        and clause.items[clause.main or 0].text.startswith(endings("how.toml", "concerning"))
    ):
        return True  # "gjelder 2018": concerns it
    between = [
        item
        for item in clause.items[(clause.main or 0) + 1 :]
        if item.start < phrases[0].start and item.role not in _MARKS
    ]
    return any(item.text not in listed("how.toml", "neutral") for item in between)


def is_still_to_begin(clause: Clause, entry: Entry) -> bool:
    """Whether something that would go on is only a task: "alle saker skal følges opp"."""
    if entry.kind != Kind.ONGOING or entry.by or clause.main is None:
        return False
    if entry.role != VERB:
        return is_brought_to(clause, entry)
    if any(item.role in {"recurrence", "state"} for item in clause.items):
        return False
    return any(item.text in listed("how.toml", "to_do") for item in clause.items[: clause.main])


def is_brought_to(clause: Clause, entry: Entry) -> bool:
    """ "Skal på høring", "må ut på høring": a step still to be taken, and not how it stands."""
    main = clause.main or 0
    if entry.role != "state" or entry.kind != Kind.ONGOING or not main or entry.value:
        return False
    before = [item for item in clause.items[:main] if item.text not in {"ut", "opp"}][-1:]
    return bool(before) and before[0].text in listed("how.toml", "to_do")


def goes_on(clause: Clause, phrases: list[When]) -> bool:
    """Whether what begins on a day has an end too, or has begun already: "har siden 2018 arbeidet med arkivet"."""
    if any(one.role in {Role.UNTIL, Role.TO, Role.TOWARD} for one in phrases[1:]):
        return True
    since = any(
        item.when is phrases[0] and item.text.startswith(endings("times.toml", "since"))
        for item in clause.items
    )
    return since and any(item.text in has() for item in clause.items)
