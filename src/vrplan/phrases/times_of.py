"""Which of a clause's time phrases speak of what happens in it, and not of a noun or of something told beside it."""

from dataclasses import replace
from typing import Final

from vrplan.phrases.clauses import Clause
from vrplan.phrases.inflection import Form
from vrplan.phrases.remarks import remark
from vrplan.phrases.scan import Item
from vrplan.phrases.when import Role, When
from vrplan.phrases.wordlists import listed

_MEETINGS: Final = ("møte", "møtet", "møta")
_PAPERS: Final = ("plan", "planen", "budsjett", "budsjettet", "vedtak", "vedtaket", "melding")


def times_of(clause: Clause) -> list[When]:
    """The time phrases of the main expression, in order.

    After it: all that do not belong to a noun or a relative clause. Before it: those at the head of the clause
    ("Fra 1.1.2019 overføres …") and those inside the verb ("søkes fra 2020 videreført").
    """
    if clause.main is None:
        return []
    items, main = clause.items, clause.main
    told = max((i + 1 for i in range(main) if items[i].role == "verb"), default=0)
    said = _governed_from(items, main)
    verb_from = next((i for i in range(told, main) if items[i].role in {"done", "coming", "modality"}), main)
    found = []
    for index, item in enumerate(items):
        if not item.when or _is_noun(item.when) or index < said or _is_compared(items, index):
            continue
        if index > main:
            if _is_told_beside(items, main, index) == "coming":
                return [_unsaid(item.when)]
            counts = _follows(clause, index)
        else:
            fronted = _is_fronted(items, index) and not _is_subjects(items, index)
            own = index > verb_from or fronted or _is_takers(clause, index)
            counts = own and not _is_documents(clause, index) and not _is_report_day(items, index)
        if counts and not _is_awaited(items[main], item.when):
            found.append(_as_meant(items, index, item.when))
    return found


def _governed_from(items: list[Item], main: int) -> int:
    """Where the clause of the main expression begins: what stands before "at" or a decision is when that was said."""
    for index in range(main - 1, -1, -1):
        entry = items[index].entry
        if items[index].text in {"at", "om at"} or (
            entry and entry.role == "modality" and entry.value == "decided"
        ):
            dated = index + 1 < main and (when := items[index + 1].when) is not None and when.bare
            return index + 1 + dated
    return 0


def _as_meant(items: list[Item], at: int, when: When) -> When:
    """ "planlagt til desember" names the time of it; it does not say that something lasts until then."""
    setting = at and (items[at - 1].role == "modality" or items[at - 1].text in listed("how.toml", "setting"))
    if at and when.reached and items[at - 1].text in listed("how.toml", "moving"):
        return replace(when, role=Role.IN, window=when.reached)
    return replace(when, role=Role.IN) if setting and when.role in {Role.TO, Role.COMING} else when


def bare_times(clause: Clause) -> list[When]:
    """The time phrases of a clause without a verb; a date like 30.6 alone may be a number."""
    items = clause.items
    found = [
        _as_meant(items, at, one.when)
        for at, one in enumerate(items)
        if one.when and not _is_noun(one.when) and not _is_compared(items, at)
    ]
    words = [item for item in clause.items if item.role != "mark"]
    return [] if any(when.weak for when in found) and (len(words) > 1 or words[0].text[-1] != ".") else found


def _is_subjects(items: list[Item], at: int) -> bool:
    """Whether it only says since when the subject is: "tiltaket fra 2016 avsluttes"."""
    when = items[at].when
    return at > 0 and items[at - 1].role == "word" and when is not None and when.role in {Role.FROM, Role.OF}


def _is_compared(items: list[Item], at: int) -> bool:
    """Whether something is only likened to that time: "samme nivå som i 2018", "lavere enn i 2017"."""
    before = " ".join(item.text for item in items[max(0, at - 2) : at])
    return before.endswith(tuple(listed("how.toml", "comparing")))


def is_aside(clause: Clause, at: int) -> bool:
    """Whether a time is a paper's, a noun's, or only compared with: no loss when it is not read."""
    when = clause.items[at].when
    if not when or when.role == Role.OF or when.nameable or _is_noun(when):
        return True
    return _is_documents(clause, at) or _is_compared(clause.items, at) or _is_report_day(clause.items, at)


def _is_noun(when: When) -> bool:
    """A period named as a thing ("kontraktperioden går ut")."""
    return when.bare and when.window.problem is not None and when.window.problem.code == "unread_time"


def _is_report_day(items: list[Item], at: int) -> bool:
    """Whether it is the day on which the status was written: "Status april 2018: pågår"."""
    if at > 2 or at + 2 >= len(items) or items[at + 1].text not in {":", "-", "–"}:
        return False
    if at and items[0].text.startswith(tuple(listed("how.toml", "reports"))):
        return True
    entry = items[at + 2].entry
    return not at and items[1].text == ":" and entry is not None and entry.role == "state"


def _is_apposed(items: list[Item], main: int, at: int) -> bool:
    """Whether it is that of a noun set beside: "anskaffelse pågår, kontrakt 1.10.18"."""
    when, words = items[at].when, at
    while words - 1 > main and items[words - 1].role == "word":
        words -= 1
    beside = words < at and words - 1 > main and items[words - 1].text in {",", "–", "—", "-"}
    anew = words < at and items[words].text in {"ny", "nytt", "nye", "neste"}
    strange = any(one.text not in listed("how.toml", "dating") for one in items[words + anew : at])
    return beside and strange and when is not None and (when.bare or anew)


def _is_fronted(items: list[Item], at: int) -> bool:
    neutral = listed("how.toml", "neutral")
    return all(
        item.role in {"mark", "when", "article", "modality"} or item.text in neutral for item in items[:at]
    )


def _follows(clause: Clause, at: int) -> bool:
    items, main = clause.items, clause.main or 0
    when = items[at].when
    if not when or (when.role == Role.OF and "opsjon" not in items[main].text) or _is_documents(clause, at):
        return False
    before = items[at - 1]
    if (when.role == Role.IN and _is_decided_event(items, main, at)) or _is_apposed(items, main, at):
        return False
    if _is_told_beside(items, main, at) or (at - 1 > main and _describes(before)):
        return False
    ends_recipient = clause.recipient is not None and before.stop == clause.recipient.stop
    if when.weak:
        return at - 1 == main or ends_recipient or before.text == "("
    strange = before.role == "word" and before.text not in listed("how.toml", "neutral")
    return not (when.nameable and when.bare and strange and not ends_recipient)


def _is_decided_event(items: list[Item], main: int, at: int) -> bool:
    """ "Oppløsning vedtatt på årsmøtet 14. juni": the day on which it was decided."""
    entry = items[main].entry
    if entry is None or entry.form != Form.NOUN:
        return False
    return any(one.entry and one.entry.value == "decided" for one in items[main + 1 : at])


def _describes(item: Item) -> bool:
    """Whether a time after it is that of a noun's participle: "i henhold til plan vedtatt 12.3.2017"."""
    entry = item.entry
    if entry is None:
        return False
    decided = entry.value == "decided" and item.text in listed("how.toml", "describing")
    return decided or entry.form == Form.PARTICIPLE


def _unsaid(when: When) -> When:
    """A time of which it is not plain whether it belongs to what happens: "til X som får ansvaret fra 1.1."."""
    return replace(when, window=replace(when.window, problem=remark("unread_time", words=when.window.words)))


def _is_told_beside(items: list[Item], main: int, at: int) -> str:
    """The tense of a relative clause with a verb of its own in between ("til KHS, som ble etablert i 2009"), or ""."""
    told = False
    for item in items[main + 1 : at]:
        if item.role == "subordinate":
            told = True
        elif told and item.role in {"verb", "done", "coming"}:
            return "done" if item.role == "done" else "coming"
    return ""


def _is_awaited(verb: Item, when: When) -> bool:
    """Whether it is the day of what something waits for: "avventer vedtak i kommunestyret 20. juni"."""
    waits = verb.text.startswith(("avvent", "vent"))
    return waits and when.role not in {Role.TO, Role.COMING, Role.TOWARD, Role.UNTIL}


def _is_met_upon(clause: Clause) -> bool:
    """Whether a meeting is when it happens ("behandles i møtet 20.6."), not when it was decided."""
    entry = clause.items[clause.main or 0].entry
    return entry is not None and entry.kind in {"due", "done", "postponed"}


def _is_takers(clause: Clause, at: int) -> bool:
    """ "Staten fra neste årsskifte overtar": between who takes over and the verb."""
    main, when = clause.main or 0, clause.items[at].when
    entry = clause.items[main].entry
    return (
        entry is not None and entry.taker and at + 1 == main and when is not None and when.role == Role.FROM
    )


def _is_documents(clause: Clause, at: int) -> bool:
    """Whether the time belongs to a paper or decision named before it: "vedtak 14.6.2018", "budsjett for 2019"."""
    when, before = clause.items[at].when, clause.items[at - 1] if at else None
    if not when or not before or not (when.bare or when.role == Role.OF):
        return False
    if at - 1 == (clause.main or 0) + 1 and _is_met_upon(clause) and before.text.endswith(("en", "a", "et")):
        return False  # "sluttbehandle saken 14. desember"
    if before.text.endswith(_MEETINGS) and _is_met_upon(clause):
        return False
    named = before.text in listed("how.toml", "documents")
    return named or before.text.endswith((*_PAPERS, *_MEETINGS))
