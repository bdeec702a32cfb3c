"""Notice is given on a day, and what it ends runs on until another: "oppsagt 1.3., siste dag 30.9."."""

from vrplan.phrases.reading import Kind, Modality
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.statements.surety import has_happened, modality
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.lexicon import Entry
from vrplan.phrases.words.wordlists import endings, listed


def is_for_the_notice(clause: Clause, phrase: When) -> bool:
    """Whether the time is a deadline for giving notice: "sies opp innen 1.9.", "sies opp i Q3"."""
    if has_happened(clause):
        return False
    long = phrase.role == Role.IN and phrase.window.first != phrase.window.last
    return long or phrase.role in {Role.BY, Role.BEFORE}


def is_notice_or_end(clause: Clause, entry: Entry, phrases: list[When]) -> bool:
    """Whether a day may be that of the notice or the last one: "avtalen sies opp 1.9."."""
    if not entry.notice or not phrases or entry.form == Form.NOUN or has_happened(clause):
        return False
    return phrases[0].role == Role.IN and not is_for_the_notice(clause, phrases[0])


def without_notice(clause: Clause, entry: Entry, phrases: list[When]) -> list[When]:
    """The times but for the day on which notice was given: "sagt opp 1. mai med 6 mnd. oppsigelsestid"."""
    if not entry.notice:
        return phrases
    last = [one for one in phrases if _is_of_a_last_day(clause, one)]
    if last:
        return last
    beside = endings("how.toml", "notice", "term") + endings("how.toml", "notice", "given")
    term = any(item.text.startswith(beside) for item in clause.items)
    given = has_happened(clause)
    return [] if term else [one for one in phrases if not (given and one.role == Role.IN)]


def _is_of_a_last_day(clause: Clause, phrase: When) -> bool:
    """Whether a noun says what the time is: "sagt opp, siste dag 31.12."."""
    at = next((at for at, item in enumerate(clause.items) if item.when and item.start == phrase.start), 0)
    at -= at > 1 and clause.items[at - 1].text == "er"
    entry = clause.items[at - 1].entry if at > (clause.main or 0) + 1 else None
    return entry is not None and entry.kind == Kind.ENDS and entry.form == Form.NOUN and not entry.notice


def is_without_last_day(clause: Clause, entry: Entry, phrases: list[When]) -> bool:
    """Whether notice has been given of something whose last day is not told: it is not over yet."""
    return entry.notice and has_happened(clause) and not phrases


def is_only_possible(clause: Clause, entry: Entry, phrases: list[When]) -> bool:
    """Whether it only says that notice may be given: "avtalen kan sies opp med seks måneders varsel"."""
    return entry.notice and not phrases and modality(clause)[0] == Modality.POSSIBLE


def may_be_over(clause: Clause) -> bool:
    """ "Ble sagt opp": long ago, perhaps, and its last day gone by; "er sagt opp" runs on."""
    return any(item.text in listed("small.toml", "become", "past") for item in clause.items[: clause.main])
