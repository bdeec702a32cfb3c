"""Which of a clause's time phrases speak of what happens in it, and not of a noun or of something told beside it."""

from dataclasses import replace

from vrplan.phrases.clauses import Clause
from vrplan.phrases.scan import Item
from vrplan.phrases.when import Role, When
from vrplan.phrases.wordlists import listed


def times_of(clause: Clause) -> list[When]:
    """The time phrases of the main expression, in order.

    After it: all that do not belong to a noun or a relative clause. Before it: those at the head of the clause
    ("Fra 1.1.2019 overføres …") and those inside the verb ("søkes fra 2020 videreført").
    """
    if clause.main is None:
        return []
    items, main = clause.items, clause.main
    told = max((i + 1 for i in range(main) if items[i].role == "verb"), default=0)
    verb_from = next((i for i in range(told, main) if items[i].role in {"done", "coming", "modality"}), main)
    found = []
    for index, item in enumerate(items):
        if not item.when or _is_noun(item.when):
            continue
        if index > main:
            counts = _follows(clause, index)
        else:
            counts = (index > verb_from or _is_fronted(items, index)) and not _is_documents(clause, index)
        if counts:
            found.append(_as_meant(items, index, item.when))
    return found


def _as_meant(items: list[Item], at: int, when: When) -> When:
    """ "planlagt til desember" names the time of it; it does not say that something lasts until then."""
    setting = at and (items[at - 1].role == "modality" or items[at - 1].text in listed("how.toml", "setting"))
    return replace(when, role=Role.IN) if setting and when.role in {Role.TO, Role.COMING} else when


def bare_times(clause: Clause) -> list[When]:
    """The time phrases of a clause without a verb; a date like 30.6 alone may be a number."""
    items = clause.items
    found = [
        _as_meant(items, at, one.when) for at, one in enumerate(items) if one.when and not _is_noun(one.when)
    ]
    words = [item for item in clause.items if item.role != "mark"]
    return [] if any(when.weak for when in found) and (len(words) > 1 or words[0].text[-1] != ".") else found


def _is_noun(when: When) -> bool:
    """A period named as a thing ("kontraktperioden går ut")."""
    return when.bare and when.window.problem is not None and when.window.problem.code == "unread_time"


def _is_fronted(items: list[Item], at: int) -> bool:
    neutral = listed("how.toml", "neutral")
    return all(
        item.role in {"mark", "when", "article", "modality"} or item.text in neutral for item in items[:at]
    )


def _follows(clause: Clause, at: int) -> bool:
    items, main = clause.items, clause.main or 0
    when = items[at].when
    if not when or when.role == Role.OF and "opsjon" not in items[main].text or _is_documents(clause, at):
        return False
    if _is_told_beside(items, main, at):
        return False
    before = items[at - 1]
    ends_recipient = clause.recipient is not None and before.stop == clause.recipient.stop
    if when.weak:
        return at - 1 == main or ends_recipient or before.text == "("
    strange = before.role == "word" and before.text not in listed("how.toml", "neutral")
    return not (when.nameable and when.bare and strange and not ends_recipient)


def _is_told_beside(items: list[Item], main: int, at: int) -> bool:
    """Whether a relative clause with a verb of its own stands between: "overføres til KHS, som ble etablert i 2009"."""
    told = False
    for item in items[main + 1 : at]:
        if item.role == "subordinate":
            told = True
        elif told and item.role in {"verb", "done", "coming"}:
            return True
    return False


def _is_documents(clause: Clause, at: int) -> bool:
    """Whether the time belongs to a paper or decision named before it: "vedtak 14.6.2018", "budsjett for 2019"."""
    when, before = clause.items[at].when, clause.items[at - 1] if at else None
    if not when or not before or not (when.bare or when.role == Role.OF):
        return False
    if before.text.startswith("møte") and clause.weight in {2, 3}:
        return False
    named = before.text in listed("how.toml", "documents")
    return named or before.text.endswith(
        ("plan", "planen", "budsjett", "budsjettet", "vedtak", "vedtaket", "melding")
    )
