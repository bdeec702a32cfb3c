"""What the time of a clause makes of its verb: another kind, still to come, or past."""

from datetime import date
from typing import Final

from vrplan.phrases.reading import Kind, Precision
from vrplan.phrases.remarks import Remark, Ways, remark, unclear
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.names import Place
from vrplan.phrases.sentences.recipients import another_taker, is_municipal, perhaps_taker
from vrplan.phrases.statements.beside import how_long
from vrplan.phrases.statements.lasting import is_brought_to, lasts
from vrplan.phrases.statements.notice import (
    is_for_the_notice,
    is_notice_or_end,
    is_only_possible,
    without_notice,
)
from vrplan.phrases.statements.surety import has_happened, is_readiness
from vrplan.phrases.statements.which_year import TOLD, is_ahead, is_nearer, is_participle_alone, is_told_ahead
from vrplan.phrases.times.deadlines import is_deadline
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.words.auxiliaries import has, has_been, told
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.lexicon import Entry
from vrplan.phrases.words.wordlists import endings, listed

_REACHING: Final = frozenset({Role.UNTIL, Role.TO, Role.TOWARD})


def kind_of(clause: Clause, entry: Entry, phrases: list[When]) -> Kind:
    """The kind of a statement: its verb's, but for what the recipient and the time make of it."""
    kind = Kind(entry.kind or "transfers")
    if entry.notice and phrases and is_for_the_notice(clause, phrases[0]):
        return Kind.DUE
    if is_brought_to(clause, entry) and phrases and phrases[0].role in {Role.IN, Role.COMING, Role.FROM}:
        return Kind.STARTS if clause.items[clause.main or 0].text.startswith("i ") else Kind.DUE
    if kind == Kind.STARTS and _is_published(clause):
        return Kind.DONE if has_happened(clause) else Kind.DUE
    if entry.timed and kind == Kind.CONTINUES:
        return lasts(phrases)
    if clause.recipient and entry.by and (kind == Kind.CONTINUES or _goes_over(clause, kind, phrases)):
        return Kind.TRANSFERS
    if kind == Kind.CONTINUES and not entry.by and not phrases and _comes_back(clause):
        return Kind.RECURRING
    if kind == Kind.CANCELLED and entry.form != Form.PARTICIPLE and phrases and _is_a_last_day(phrases[0]):
        return Kind.ENDS
    runs_out = kind == Kind.ENDS and not has_happened(clause)
    if (kind == Kind.CONTINUES or runs_out) and is_deadline_moved(clause, phrases):
        return Kind.DUE
    if entry.by and kind == Kind.ONGOING and phrases and phrases[0].role in _REACHING:
        return Kind.CONTINUES
    return kind


def _comes_back(clause: Clause) -> bool:
    """ "Fornyes årlig", "skal fornyes hvert andre år"."""
    after = (clause.main or 0) + 1
    return (
        clause.items[clause.main or 0].role == "verb"
        and clause.items[after : after + 1] != []
        and (clause.items[after].role == "recurrence")
    )


def _is_published(clause: Clause) -> bool:
    """ "Rapporten ble lansert": it is out and done with; nothing begins to run."""
    works = endings("how.toml", "works")
    before, main = clause.items[: clause.main], clause.items[clause.main or 0]
    return main.text in listed("how.toml", "launched") and any(item.text.endswith(works) for item in before)


def _was_late(clause: Clause) -> bool:
    """ "Oppstart ble forsinket": that it goes on is not said, nor when it did begin."""
    before = clause.items[: clause.main]
    return any(item.text in told() or (item.entry and item.entry.form == Form.NOUN) for item in before)


def _goes_over(clause: Clause, kind: Kind, phrases: list[When]) -> bool:
    return kind == Kind.ONGOING and _begins_then(clause, phrases)


def _begins_then(clause: Clause, phrases: list[When]) -> bool:
    """Whether somebody else does it from now on: "drives av KHS fra 1.8.", or no more than "ivaretas av KHS"."""
    if phrases or clause.main or not (who := clause.recipient):
        return any(one.role == Role.FROM for one in phrases)
    return clause.items[0].text in listed("recipients.toml", "care") and (who.party or is_municipal(who.name))


def _perhaps_to(clause: Clause, entry: Entry, place: Place) -> str:
    """The words that leave open who takes over, or which part of it."""
    if who := clause.recipient:
        return another_taker(clause.items, who, place)
    return perhaps_taker(clause.items, clause.main or 0, entry, place) if entry.kind == "continues" else ""


def is_carried_over(clause: Clause, entry: Entry, phrases: list[When]) -> bool:
    """ "Overført fra 2017", "overføres til HP 2019": rather from one year's plan to the next than to somebody."""
    if clause.recipient or entry.taker or entry.timed:
        return False
    if any(item.text == "til" for item in clause.items[clause.main or 0 :]):
        return True
    if phrases and phrases[0].role == Role.SPAN and phrases[0].window.precision == Precision.YEAR:
        return True  # "overført fra 2017 til 2018"
    return (
        has_happened(clause)
        and bool(phrases)
        and phrases[0].role == Role.FROM
        and phrases[0].window.precision == Precision.YEAR
    )


def is_deadline_moved(clause: Clause, phrases: list[When]) -> bool:
    """ "Fristen er forlenget til 1. november": the day is the new deadline."""
    return bool(phrases) and any(is_deadline(item.text, 0) for item in clause.items[: clause.main])


def is_its_deadline(clause: Clause, phrases: list[When]) -> bool:
    """ "31. mars: Frist for innlevering": the day is the last one, whatever stands before it."""
    return is_deadline_moved(clause, phrases) or is_deadline(clause.items[clause.main or 0].text, 0)


def is_two_ways(clause: Clause, entry: Entry, phrases: list[When], place: Place) -> bool:
    """Whether the time may mean two things: "avtalen sies opp 1.9.", "stengt i juli", "er klart til møtet 1.9."."""
    if not phrases:
        return False
    main, window = clause.main or 0, phrases[0].window
    if clause.items[main].text in listed("how.toml", "closing"):
        if how_long(clause) or any(item.text in listed("times.toml", "clock") for item in clause.items):
            return True  # "blir stengt i tre uker fra 4. juni"
        long = window.first != window.last and window.precision != Precision.YEAR
        if any(item.text in has_been() for item in clause.items[:main]):
            return True
        return phrases[0].role in {Role.SPAN, *_REACHING} or (phrases[0].role == Role.IN and long)
    passed = entry.kind == Kind.ENDS and has_happened(clause) and is_deadline_moved(clause, phrases)
    if passed or _is_of_the_decision(clause, phrases, place):
        return True  # "fristen gikk ut 1. mai"
    if _is_of_the_object(clause, entry, phrases, place):
        return True
    if is_readiness(clause.items, main) and any(item.role == "done" for item in clause.items[:main]):
        return True
    return is_notice_or_end(clause, entry, phrases)


def _is_of_the_decision(clause: Clause, phrases: list[When], place: Place) -> bool:
    """Whether a past day may be that on which it was decided: "vedtatt avviklet 15.3.2018"."""
    paper, main = place.context.document_date, clause.items[clause.main or 0]
    if (
        not paper
        or not main.entry
        or main.entry.form not in {Form.PARTICIPLE, Form.NOUN}
        or has_happened(clause)
    ):
        return False
    decided = any(item.entry and item.entry.value == "decided" for item in clause.items[: clause.main])
    window = phrases[0].window
    day = phrases[0].role == Role.IN and window.precision == Precision.DAY and not window.problem
    return decided and day and window.last <= paper and phrases[0].start > main.start


def _is_of_the_object(clause: Clause, entry: Entry, phrases: list[When], place: Place) -> bool:
    """Whether a time to come cannot be that of a perfect tense: "har varslet tilsyn i september"."""
    perfect = any(item.text in has() for item in clause.items[: clause.main])
    task = entry.kind in {Kind.DUE, Kind.DONE} and has_happened(clause)
    return perfect and task and phrases[0].role in {Role.IN, Role.SPAN} and still_to_come(phrases, place)


def _is_a_last_day(phrase: When) -> bool:
    """Whether "utgår" is said of a day: then something that runs stops running."""
    return phrase.role == Role.FROM or (phrase.window.precision == Precision.DAY and phrase.role == Role.IN)


def still_to_come(phrases: list[When], place: Place) -> bool:
    """Whether a participle's date lies after its paper: then it has not happened yet, whatever the tense."""
    known_until = place.context.document_date or date(place.context.year, 12, 31)
    if not phrases or phrases[0].window.problem:
        return False
    window = phrases[0].window
    if phrases[0].role in {Role.BY, Role.BEFORE, Role.UNTIL}:
        return window.last > known_until
    return window.first > known_until


def is_to_come(clause: Clause, phrases: list[When], place: Place) -> bool:
    """Whether it is still to be done, as "ferdig våren 2018" is all that spring: nobody has said that it is so."""
    if still_to_come(phrases, place):
        return True
    before, main = clause.items[: clause.main], clause.items[clause.main or 0]
    stands = main.text in listed("how.toml", "standing") and all(item.role != "done" for item in before)
    if not (stands and phrases and phrases[0].role == Role.IN) or phrases[0].window.problem:
        return False
    window, year = phrases[0].window, place.context.year
    return window.first < window.last > (place.context.document_date or date(year, 1, 1))


def _is_participle_now(clause: Clause) -> bool:
    """ "er lagt ned i høst": it has been, or it will have been by then."""
    main = clause.main or 0
    entry, text = clause.items[main].entry, clause.items[main].text
    now = main > 0 and clause.items[main - 1].text == "er"
    return (
        now
        and entry is not None
        and entry.form == Form.PARTICIPLE
        and text not in listed("how.toml", "standing")
    )


def is_milestone_or_past(clause: Clause, entry: Entry, phrases: list[When], place: Place) -> bool:
    """Whether a participle's day without a year may be the last one or the next: "gjennomført 12. september"."""
    paper = place.context.document_date
    alone = is_participle_alone(clause)
    tells = entry.kind in TOLD and not entry.notice and (alone or _is_participle_now(clause))
    if not paper or not phrases or not tells:
        return False
    one = phrases[0]
    either = (one.role == Role.IN and (one.bare or not alone or is_nearer(one, paper))) or one.role in {
        Role.BEFORE,
        Role.AS_OF,
    }
    return either and is_ahead(one, paper)


def ambiguity(clause: Clause, entry: Entry, phrases: list[When], place: Place) -> Remark | None:
    """Why the verb with its time may mean two things."""
    if is_two_ways(clause, entry, phrases, place):
        return unclear(phrases[0].window.words, Ways.ITS_DAY_OR_TALK)
    if is_milestone_or_past(clause, entry, phrases, place):
        return unclear(phrases[0].window.words, Ways.LAST_OR_NEXT)
    if is_only_possible(clause, entry, phrases):
        return remark("notice_given")
    if is_told_ahead(clause, phrases, place):
        return remark(
            "contradicted", words=f"{clause.items[clause.main or 0].text} / {phrases[0].window.words}"
        )
    if (
        entry.form == Form.PAST
        and entry.kind == "transfers"
        and has_happened(clause)
        and not (clause.recipient or entry.taker or entry.timed)
    ):
        return remark("no_recipient")  # "overleverte 8. november et notat"
    if clause.items[clause.main or 0].text in listed("how.toml", "late") and _was_late(clause):
        return remark("delayed")
    if who := _perhaps_to(clause, entry, place):
        return remark("alternatives", words=who)
    kept = without_notice(clause, entry, phrases)
    if kind_of(clause, entry, kept) == Kind.TRANSFERS and is_carried_over(clause, entry, kept):
        return unclear(clause.items[clause.main or 0].text, Ways.ANOTHER_YEARS_PLAN)
    return None
