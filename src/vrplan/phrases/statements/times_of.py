"""Which of a clause's time phrases speak of what happens in it, and not of a noun or of something told beside it."""

from dataclasses import replace
from typing import Final

from vrplan.phrases.reading import Precision
from vrplan.phrases.remarks import remark
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.statements.others import is_compared, is_documents, is_meetings, is_noun, is_report_day
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.words.auxiliaries import copulas
from vrplan.phrases.words.function_words import BEFORE, THAT
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.wordlists import endings, listed

_FEW: Final = 3
_LEADING: Final = frozenset({"av", "for", "i", "på", "til", "ved"})  # "åpning av bygget"
_AROUND: Final = BEFORE | {"inntil", "etter"}


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
    said = _governed_from(items, main)
    verb_from = next((i for i in range(told, main) if items[i].role in {"done", "coming", "modality"}), main)
    found = []
    for index, item in enumerate(items):
        if not item.when or is_noun(item.when) or index < said or is_compared(items, index):
            continue
        if index > main:
            if _is_told_beside(items, main, index) == "coming":
                return [_unsaid(item.when)]
            counts = _follows(clause, index)
        else:
            fronted = _is_fronted(items, index) and not _is_subjects(items, index)
            own = index > verb_from or fronted or _is_takers(clause, index) or is_meetings(clause, index)
            counts = own and not is_documents(clause, index) and not is_report_day(items, index)
        if counts and not _is_awaited(items[main], item.when):
            found.append(_as_meant(items, index, item.when))
    return found


def _named_day(items: list[Item], main: int) -> When | None:
    """The day that a noun is said to be: "siste skoledag før jul er 20. desember"."""
    row = [item for item in items if item.role != "mark"]
    entry = items[main].entry
    if entry is None or entry.form != Form.NOUN or len(row) < _FEW:
        return None
    return row[-1].when if row[-2].text in copulas() else None


def _governed_from(items: list[Item], main: int) -> int:
    """Where the clause of the main expression begins: what stands before "at" or a decision is when that was said."""
    for index in range(main - 1, -1, -1):
        entry = items[index].entry
        if items[index].text in THAT or (entry and entry.role == "modality" and entry.value == "decided"):
            dated = index + 1 < main and (when := items[index + 1].when) is not None and when.bare
            return index + 1 + dated
    return 0


def _as_meant(items: list[Item], at: int, when: When) -> When:
    """ "planlagt til desember" names the time of it; it does not say that something lasts until then."""
    setting = at and (items[at - 1].role == "modality" or items[at - 1].text in listed("how.toml", "setting"))
    if at and when.reached and items[at - 1].text in listed("how.toml", "moving"):
        return replace(when, role=Role.IN, window=when.reached)
    if at and when.role == Role.TO and when.window.precision == Precision.DAY and _is_ready(items[at - 1]):
        return replace(when, role=Role.BY)
    return replace(when, role=Role.IN) if setting and when.role in {Role.TO, Role.COMING} else when


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
        if one.when and not is_noun(one.when) and not is_compared(items, at)
    ]
    words = [item for item in clause.items if item.role != "mark"]
    return [] if any(when.weak for when in found) and (len(words) > 1 or words[0].text[-1] != ".") else found


def _is_subjects(items: list[Item], at: int) -> bool:
    """Whether it only says since when the subject is: "tiltaket fra 2016 avsluttes"."""
    when = items[at].when
    return at > 0 and items[at - 1].role == "word" and when is not None and when.role in {Role.FROM, Role.OF}


def _is_apposed(items: list[Item], main: int, at: int) -> bool:
    """Whether it is that of a noun set beside: "anskaffelse pågår, kontrakt 1.10.18"."""
    when, words = items[at].when, at
    while words - 1 > main and (items[words - 1].role == "word" or _is_another_event(items, words - 1, main)):
        words -= 1
    beside = words < at and words - 1 > main and items[words - 1].text in {",", "–", "—", "-"}
    if beside and items[words - 1].start == items[words - 2].stop and items[words - 1].text == "-":
        beside = False  # "kommunestyre- og fylkestingsvalget"
    entry = items[main].entry
    if beside and entry is not None and entry.kind == "cancelled":
        return True  # "avlyst, ny dato 1.9."
    anew = words < at and items[words].text in listed("small.toml", "another")
    strange = any(one.text not in listed("how.toml", "dating") for one in items[words + anew : at])
    return beside and strange and when is not None and (when.bare or anew)


def _is_another_event(items: list[Item], at: int, main: int) -> bool:
    """Whether a noun is of another event than the verb: "pågår, oppstart neste fase 1.9."."""
    entry, told = items[at].entry, items[main].entry
    return entry is not None and entry.form == Form.NOUN and told is not None and entry.kind != told.kind


def _is_fronted(items: list[Item], at: int) -> bool:
    neutral = listed("how.toml", "neutral")
    return all(
        item.role in {"mark", "when", "article", "modality"}
        or item.text in neutral
        or (item.text in listed("how.toml", "meetings", "alone") and item is items[at - 1])
        for item in items[:at]
    )


def _follows(clause: Clause, at: int) -> bool:
    items, main = clause.items, clause.main or 0
    when = items[at].when
    if not when or (when.role == Role.OF and not _takes_for(items, main, at)) or is_documents(clause, at):
        return False
    before = items[at - 1]
    if _is_of_what_follows(items, main, at) or _is_of_another_clause(items, main, at):
        return False
    if (when.role == Role.IN and _is_decided_event(items, main, at)) or _is_apposed(items, main, at):
        return False
    if _is_told_beside(items, main, at) or (at - 2 > main and _describes(before, items[at - 2])):
        return False
    ends_recipient = clause.recipient is not None and before.stop == clause.recipient.stop
    if when.weak:
        return at - 1 == main or ends_recipient or before.text == "(" or before.role in {"done", "coming"}
    strange = before.role == "word" and before.text not in listed("how.toml", "neutral")
    return not (when.nameable and when.bare and strange and not ends_recipient)


def _is_of_what_follows(items: list[Item], main: int, at: int) -> bool:
    """Whether it is the time of an event that comes before or after: "drives videre inntil avvikling i 2019"."""
    before = items[at - 1]
    noun = before.role == "word" or (before.entry is not None and before.entry.form == Form.NOUN)
    if before.role == "idle" and before.text.startswith(("etter ", "før ")):
        return True  # "evalueres etter oppstart i mai"
    told = items[main].entry
    runs = told is not None and told.kind in {"ongoing", "continues"} and before.entry is not None
    if runs and noun and items[at - 2].text == "til" and at - 2 >= main:
        return True  # "løpende til avslutning 31.12."
    return at - 2 > main and noun and items[at - 2].text in _AROUND


def _is_of_another_clause(items: list[Item], main: int, at: int) -> bool:
    """Whether ", og" and an unknown clause stand around it: "er gjort, og tiltak settes inn i mai"."""
    for index in range(main + 1, at - 2):
        if items[index].text == "," and items[index + 1].text in {"og", "men", "mens", "så"}:
            told = any(item.role in {"coming", "done"} for item in items[at + 1 :])
            return told or sum(item.role == "word" for item in items[index + 2 : at]) > 1
    return False


def _takes_for(items: list[Item], main: int, at: int) -> bool:
    """ "Gjelder for årene 2019–2022", "opsjon for 2019": the verb's own time."""
    entry = items[main].entry
    lasts = entry is not None and entry.timed and entry.kind == "continues" and at - 1 == main
    return lasts or any(word in items[main].text for word in listed("how.toml", "options"))


def _is_decided_event(items: list[Item], main: int, at: int) -> bool:
    """ "Oppløsning vedtatt på årsmøtet 14. juni": the day on which it was decided."""
    entry = items[main].entry
    if entry is None or entry.form != Form.NOUN:
        return False
    return any(one.entry and one.entry.value == "decided" for one in items[main + 1 : at])


def _describes(item: Item, before: Item) -> bool:
    """Whether a time after it is that of a noun's participle: "i henhold til plan vedtatt 12.3.2017"."""
    entry = item.entry
    if entry is None or before.text in _LEADING:
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
        if item.role == "subordinate" or item.text in BEFORE:
            told = True
        elif told and item.role in {"verb", "done", "coming"}:
            return "done" if item.role == "done" else "coming"
    return ""


def _is_awaited(verb: Item, when: When) -> bool:
    """Whether it is the day of what something waits for: "avventer vedtak i kommunestyret 20. juni"."""
    waits = verb.text.startswith(endings("how.toml", "waiting"))
    return waits and when.role not in {Role.TO, Role.COMING, Role.TOWARD, Role.UNTIL}


def _is_takers(clause: Clause, at: int) -> bool:
    """ "Staten fra neste årsskifte overtar": between who takes over and the verb."""
    main, when = clause.main or 0, clause.items[at].when
    entry = clause.items[main].entry
    return (
        entry is not None and entry.taker and at + 1 == main and when is not None and when.role == Role.FROM
    )
