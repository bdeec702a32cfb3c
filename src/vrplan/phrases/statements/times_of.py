"""Which of a clause's time phrases speak of what happens in it, and not of a noun or of something told beside it."""

from itertools import pairwise
from typing import Final

from vrplan.phrases.reading import Precision
from vrplan.phrases.remarks import remark
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.statements.neighbours import (
    describes,
    is_apposed,
    is_decided_event,
    is_of_another_clause,
    is_of_its_object,
    is_of_some_year,
    is_of_what_follows,
    is_parted,
    is_told_beside,
)
from vrplan.phrases.statements.others import (
    is_compared,
    is_documents,
    is_meetings,
    is_noun,
    is_report_day,
    is_status_day,
)
from vrplan.phrases.times.deadlines import is_deadline
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.words.auxiliaries import copulas
from vrplan.phrases.words.function_words import AND, BEFORE, FROM, THAT
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.wordlists import endings, listed

_FEW: Final = 3
_NAMING: Final = BEFORE | FROM | {"etter", "siden", "sidan", "ved"}


def times_of(clause: Clause) -> list[When]:
    """The time phrases of the main expression, in order.

    After it: all that do not belong to a noun or a relative clause. Before it: those at the head of the clause
    ("Fra 1.1.2019 overføres …") and those inside the verb ("søkes fra 2020 videreført").
    """
    if clause.main is None:
        return []
    items, main = clause.items, clause.main
    if named := _named_day(items, main):
        return [named]
    told = max((i + 1 for i in range(main) if items[i].role == "verb"), default=0)
    apart = _after_another_verb(items, main)
    said = _governed_from(items, main)
    verb_from = next((i for i in range(told, main) if items[i].role in {"done", "coming", "modality"}), main)
    found: list[When] = []
    passed: When | None = None
    for index, item in enumerate(items):
        if not item.when or is_noun(item.when) or index < max(said, apart) or is_compared(items, index):
            continue
        if is_of_some_year(items, index) or (verb_from < index and is_parted(items, index, main)):
            return [_unsaid(item.when)]
        if index > main:
            if is_told_beside(items, main, index) == "coming" or _is_of_purpose(items, main, index):
                return [_unsaid(item.when)]
            counts = _follows(clause, index) and not is_of_its_object(items, main, index)
            passed = passed or (item.when if item.when.weak and not counts else None)
            if counts and passed:
                return [_unsaid(passed)]  # "til utvalget 06.03 og styret 25.04.18"
        else:
            fronted = _is_fronted(items, index) and not _is_subjects(items, index)
            own = index > verb_from or fronted or _is_takers(clause, index) or is_meetings(clause, index)
            others = (
                _is_idles(items, index)
                or _is_relatives(items, index)
                or is_documents(clause, index)
                or is_report_day(items, index)
            )
            counts = own and not others
        if counts and not (_is_awaited(items[main], item.when) or _is_its_deadline(found, item)):
            found.append(_as_meant(items, index, item.when))
    return found


def _after_another_verb(items: list[Item], main: int) -> int:
    """Where the clause of a finite verb begins after one not understood: "ble filmet i 2022 og publiseres i 2023"."""
    entry = items[main].entry
    if entry is None or entry.form not in {Form.PASSIVE, Form.PRESENT, Form.PLANNED}:
        return 0
    for at in range(main - 1, 2, -1):
        if items[at].text in AND and any(item.when for item in items[:at]):
            return at if any(item.role == "done" for item in items[:at]) else 0
    return 0


def _named_day(items: list[Item], main: int) -> When | None:
    """The day that a noun is said to be: "siste skoledag før jul er 20. desember"."""
    row = [item for item in items if item.role != "mark"]
    entry = items[main].entry
    if entry is None or entry.form != Form.NOUN or len(row) < _FEW or "(" in [item.text for item in items]:
        return None
    return row[-1].when if row[-2].text in copulas() else None


def _governed_from(items: list[Item], main: int) -> int:
    """Where the clause of the main expression begins: what stands before "at" or a decision is when that was said."""
    for index in range(main - 1, -1, -1):
        entry = items[index].entry
        if items[index].text in THAT or (entry and entry.role == "modality" and entry.value == "decided"):
            if joint := _joint_after_a_time(items, index, main):
                return joint
            dated = index + 1 < main and (when := items[index + 1].when) is not None and when.bare
            return index + 1 + dated
    return 0


def _joint_after_a_time(items: list[Item], index: int, main: int) -> int:
    """Where what was decided ends and something else is told: "ble vedtatt av styret i mai 2017 og trykkes i juni"."""
    joint = next((at for at in range(main - 1, index, -1) if items[at].text in AND), 0)
    return joint if any(item.when for item in items[index + 1 : joint]) else 0


def _as_meant(items: list[Item], at: int, when: When) -> When:
    """ "planlagt til desember" names the time of it; it does not say that something lasts until then."""
    apart = [item.text for item in items[max(0, at - _FEW) : at]]
    if when.role == Role.IN and set(apart) & listed("times.toml", "earliest"):
        return when._replace(role=Role.EARLIEST)  # "vil tidligst være ferdig i 2020"
    setting = at and (items[at - 1].role == "modality" or items[at - 1].text in listed("how.toml", "setting"))
    if at and when.reached and items[at - 1].text in listed("how.toml", "moving"):
        return when._replace(role=Role.IN, window=when.reached)
    if at and when.role == Role.TO and when.window.precision == Precision.DAY and _is_ready(items[at - 1]):
        return when._replace(role=Role.BY)
    return when._replace(role=Role.IN) if setting and when.role in {Role.TO, Role.COMING} else when


def _is_ready(item: Item) -> bool:
    """ "Ferdig til 15. desember", "leveres til 1. mai": by then."""
    return item.text in listed("how.toml", "standing") or item.text.startswith(
        endings("how.toml", "delivering")
    )


def bare_times(clause: Clause) -> list[When]:
    """The time phrases of a clause without a verb; a date like 30.6 alone may be a number."""
    items = clause.items
    found = [
        _as_meant(items, at, one.when)
        for at, one in enumerate(items)
        if one.when and not (is_noun(one.when) or is_compared(items, at) or is_status_day(items, at))
    ]
    words = [item for item in clause.items if item.role != "mark"]
    return [] if any(when.weak for when in found) and (len(words) > 1 or words[0].text[-1] != ".") else found


def _is_subjects(items: list[Item], at: int) -> bool:
    """Whether it only says since when the subject is: "tiltaket fra 2016 avsluttes"."""
    when = items[at].when
    return at > 0 and items[at - 1].role == "word" and when is not None and when.role in {Role.FROM, Role.OF}


def _is_fronted(items: list[Item], at: int) -> bool:
    neutral = listed("how.toml", "neutral")
    return all(
        item.role in {"mark", "when", "article", "modality"}
        or item.text in neutral
        or item.text in listed("how.toml", "fronting")
        or (item.text in listed("how.toml", "meetings", "alone") and item is items[at - 1])
        for item in items[:at]
    )


def _follows(clause: Clause, at: int) -> bool:
    items, main = clause.items, clause.main or 0
    when = items[at].when
    if not when or (when.role == Role.OF and not _takes_for(items, main, at)) or is_documents(clause, at):
        return False
    before = items[at - 1]
    if is_of_what_follows(items, main, at) or is_of_another_clause(items, main, at):
        return False
    if (when.role == Role.IN and is_decided_event(items, main, at)) or is_apposed(items, main, at):
        return False
    if is_told_beside(items, main, at) or (at - 2 > main and describes(before, items[at - 2])):
        return False
    ends_recipient = clause.recipient is not None and before.stop == clause.recipient.stop
    if when.weak:
        return at - 1 == main or ends_recipient or before.text == "(" or before.role in {"done", "coming"}
    strange = before.role == "word" and before.text not in listed("how.toml", "neutral")
    return not (when.nameable and when.bare and strange and not ends_recipient)


def _takes_for(items: list[Item], main: int, at: int) -> bool:
    """ "Gjelder for årene 2019–2022", "opsjon for 2019": the verb's own time."""
    entry = items[main].entry
    lasts = entry is not None and entry.timed and entry.kind == "continues" and at - 1 == main
    return lasts or any(word in items[main].text for word in listed("how.toml", "options"))


def _unsaid(when: When) -> When:
    """A time of which it is not plain whether it belongs to what happens: "til X som får ansvaret fra 1.1."."""
    return when._replace(window=when.window._replace(problem=remark("unread_time", words=when.window.words)))


def _is_awaited(verb: Item, when: When) -> bool:
    """Whether it is the day of what something waits for: "avventer vedtak i kommunestyret 20. juni"."""
    waits = verb.text.startswith(endings("how.toml", "waiting"))
    return waits and when.role not in {Role.TO, Role.COMING, Role.TOWARD, Role.UNTIL}


def _is_its_deadline(found: list[When], item: Item) -> bool:
    """Whether it is a deadline beside the day: "påmeldingen starter 1. desember - frist 16. januar"."""
    return bool(found) and found[0].role == Role.IN and is_deadline(item.text, 0)


def _is_of_purpose(items: list[Item], main: int, at: int) -> bool:
    """Whether it may be that of what a task is for: "utrede muligheten for å avvikle ordningen innen 2020"."""
    entry = items[main].entry
    task = entry is not None and entry.kind == "due" and entry.form != Form.NOUN
    inner = task and any(
        one.text == "å" and other.role == "verb" for one, other in pairwise(items[main + 1 : at])
    )
    return inner or _is_before_it_was(items, at)


def _is_before_it_was(items: list[Item], at: int) -> bool:
    """Whether a time is only that of what came after: "skrevet før 2019 da antallet gikk ned"."""
    when, after = items[at].when, items[at + 1].text if at + 1 < len(items) else ""
    return when is not None and when.role == Role.BEFORE and after in {"da", "då"}


def _is_idles(items: list[Item], at: int) -> bool:
    """Whether it is that of an event only named: "har siden oppstarten i 2007 vokst"."""
    return at > 0 and items[at - 1].role == "idle" and items[at - 1].text.split()[0] in _NAMING


def _is_relatives(items: list[Item], at: int) -> bool:
    """Whether it is that of a relative clause before the verb: "planen som ble vedtatt i mars følges opp i høst"."""
    som = next((index for index in range(at) if items[index].text == "som"), at)
    return any(item.role in {"done", "verb"} for item in items[som:at])


def _is_takers(clause: Clause, at: int) -> bool:
    """ "Staten fra neste årsskifte overtar": between who takes over and the verb."""
    main, when = clause.main or 0, clause.items[at].when
    entry = clause.items[main].entry
    return (
        entry is not None and entry.taker and at + 1 == main and when is not None and when.role == Role.FROM
    )
