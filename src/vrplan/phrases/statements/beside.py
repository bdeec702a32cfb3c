"""What a clause says beside its statement: that it is over, late, or how long it takes."""

from vrplan.phrases.reading import Kind, Precision
from vrplan.phrases.remarks import Remark, remark
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.statements.others import is_aside
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.words.auxiliaries import over
from vrplan.phrases.words.lexicon import Entry
from vrplan.phrases.words.wordlists import listed


def was(clause: Clause, phrases: list[When]) -> str:
    """The auxiliary that says a state is over: "har vært på høring", unless it tells since when."""
    if any(one.role == Role.FROM for one in phrases):
        return ""
    return next((item.text for item in clause.items[: clause.main] if item.text in over()), "")


def unread_times(clause: Clause) -> Remark | None:
    """A remark on a time that is somebody else's, beside a noun that says nothing without one."""
    if any(item.entry and item.entry.value == "decided" for item in clause.items):
        return None
    found = next((item.text for item in clause.items if item.when and not item.when.weak), "")
    return remark("unread_time", words=found) if found else None


def is_planned_for(clause: Clause, entry: Entry) -> bool:
    """Whether what is under way has a day of its own: "seminaret den 9. oktober er under planlegging"."""
    if entry.role != "state" or entry.kind != Kind.ONGOING or clause.main is None:
        return False
    return any(
        item.when
        and item.when.role == Role.IN
        and item.when.window.precision == Precision.DAY
        and not is_aside(clause, at)
        for at, item in enumerate(clause.items[: clause.main])
    )


def delayed(clause: Clause) -> tuple[Remark, ...]:
    """A remark where it says that it is late."""
    late = listed("how.toml", "late")
    return (remark("delayed"),) if any(item.text in late for item in clause.items) else ()


def how_long(clause: Clause) -> tuple[Remark, ...]:
    """A remark on "to år", "14 dager" after the verb: from when it counts is not said."""
    items, main = clause.items, clause.main
    units, numbers = listed("times.toml", "durations"), listed("times.toml", "numbers")
    for at in range(main + 2 if main is not None else len(items), len(items)):
        number = items[at - 1].text
        if items[at].text in units and (number.isdigit() or number in numbers):
            return (remark("unread_time", words=f"{number} {items[at].text}"),)
    return ()


def lasts_so_long(clause: Clause) -> tuple[Remark, ...]:
    """The same where that is how long it goes on, and not the least: "fra 1. juni i 14 dager"."""
    least = listed("how.toml", "at_least")
    return () if any(item.text in least for item in clause.items) else how_long(clause)


def to_nobody(clause: Clause, entry: Entry, kind: Kind) -> tuple[Remark, ...]:
    """A remark where something is handed over and nobody is named: "overlevert 1.6.2026"."""
    alone = kind == Kind.TRANSFERS and clause.recipient is None and not (entry.timed or entry.taker)
    return (remark("no_recipient"),) if alone else ()
