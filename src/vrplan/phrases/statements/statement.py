"""One clause to one `Reading`: what happens, when, to whom and how surely, put together."""

from typing import Final, NamedTuple

from vrplan.phrases.reading import UNKNOWN_READING, Kind, Modality, Precision, Reading, Recurrence
from vrplan.phrases.remarks import Remark, Ways, remark, unclear
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.names import Place
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.statements.beside import (
    delayed,
    how_long,
    is_planned_for,
    lasts_so_long,
    to_nobody,
    unread_times,
    was,
)
from vrplan.phrases.statements.dating import Dates, dates_of
from vrplan.phrases.statements.events import (
    has_come,
    is_known,
    is_labelled_deadline,
    is_of_the_decision,
    told_items,
)
from vrplan.phrases.statements.habits import recurrence_of
from vrplan.phrases.statements.kinds import (
    ambiguity,
    is_its_deadline,
    is_to_come,
    kind_of,
    still_to_come,
)
from vrplan.phrases.statements.lasting import (
    goes_on,
    is_still_to_begin,
    is_throughout,
    is_without_time,
    open_ended,
)
from vrplan.phrases.statements.notice import is_without_last_day, may_be_over, without_notice
from vrplan.phrases.statements.obstacles import obstacle
from vrplan.phrases.statements.surety import has_happened, modality
from vrplan.phrases.statements.times_of import bare_times, times_of
from vrplan.phrases.statements.which_year import CAN_BE_DONE, in_its_year, new_times
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.lexicon import Entry
from vrplan.phrases.words.wordlists import endings, listed

_BARE: Final[dict[Role, Kind]] = {
    Role.IN: Kind.DUE,
    Role.BY: Kind.DUE,
    Role.BEFORE: Kind.DUE,
    Role.AS_OF: Kind.DUE,
    Role.COMING: Kind.DUE,
    Role.FROM: Kind.STARTS,
    Role.SPAN: Kind.ONGOING,
    Role.UNTIL: Kind.ENDS,
    Role.TO: Kind.ENDS,
    Role.TOWARD: Kind.ENDS,
}
_KEEPS_EVENT: Final = frozenset({Kind.CONTINUES, Kind.ONGOING, Kind.RECURRING})


class Statement(NamedTuple):
    """A clause with its reading and the time phrases the reading rests on."""

    clause: Clause
    reading: Reading
    phrases: tuple[When, ...] = ()


def unread(clause: Clause, *remarks: Remark) -> Statement:
    """A clause that is not read, and why."""
    return Statement(clause, UNKNOWN_READING._replace(remarks=remarks))


def statement(
    clause: Clause, sentence: list[Item], place: Place, lent: tuple[When, ...] = ()
) -> Statement | None:
    """What a clause says; None where it says nothing that is looked for.

    `lent` are the time phrases of the next clause, for verbs that share them ("avsluttes og overføres i mai").
    """
    if clause.main is None:
        return _bare(clause, sentence, place)
    if problem := obstacle(clause, sentence):
        return unread(clause, problem)
    entry = clause.items[clause.main].entry
    if entry is None:
        return None
    phrases = times_of(clause) or list(lent)
    if entry.timed and is_without_time(clause, entry, phrases):
        return None
    if (
        not phrases
        and (entry.form == Form.NOUN or is_planned_for(clause, entry))
        and (lost := unread_times(clause))
    ):
        return unread(clause, lost)
    if not phrases and is_still_to_begin(clause, entry):
        return unread(clause, remark("no_date"))
    if entry.role == "state" and Kind(entry.kind) == Kind.ONGOING and (past := was(clause, phrases)):
        return unread(clause, remark("reported", words=past))
    if not phrases and any(item.text in listed("times.toml", "clock") for item in clause.items):
        return unread(clause, remark("unread_time", words="kl."))
    return _read(clause, entry, phrases, place)


def _read(clause: Clause, entry: Entry, phrases: list[When], place: Place) -> Statement | None:
    if problem := ambiguity(clause, entry, phrases, place):
        return unread(clause, problem)
    phrases = without_notice(clause, entry, phrases)
    if is_without_last_day(clause, entry, phrases):
        return _under_notice(clause, entry)
    happened = has_happened(clause)
    phrases = in_its_year(clause, phrases, place, happened=happened)
    kind = kind_of(clause, entry, phrases)
    if kind == Kind.POSTPONED or (kind == Kind.CONTINUES and happened):
        phrases = new_times(clause, phrases, place)
    if kind == Kind.DUE and is_its_deadline(clause, phrases):
        phrases = [one._replace(role=Role.BY) for one in phrases]
    dates = dates_of(kind, phrases, eve=entry.eve)
    if kind in {Kind.DUE, Kind.DONE} and entry.role == "verb":
        task = _task(clause, entry, phrases, happened and not is_to_come(clause, phrases, place))
        if not isinstance(task, Kind):
            return task
        kind, happened = task, task == Kind.DONE
        dates = dates_of(kind, phrases)
    elif happened:
        happened = kind in CAN_BE_DONE and not still_to_come(phrases, place)
    return _assembled(clause, entry, kind, dates, happened, phrases)


def _under_notice(clause: Clause, entry: Entry) -> Statement:
    """Something under notice, whose last day is not told."""
    told = remark("notice_given")
    if may_be_over(clause):
        return unread(clause, told)
    return _assembled(clause, entry, Kind.ENDS, Dates(remarks=(told,)), False, [])


def _task(clause: Clause, entry: Entry, phrases: list[When], happened: bool) -> Kind | Statement | None:
    """What a verb of doing comes to: done, recurring, under way, or due if there is a time for it."""
    if happened:
        return Kind.DONE
    if recurrence_of(clause):
        return Kind.RECURRING
    if phrases:
        return Kind.DUE
    return unread(clause, remark("no_date")) if entry.kind else None


def _acts(item: Item) -> bool:
    """Whether it is a verb, though not one that says what happens here."""
    return item.entry is not None and item.entry.role == "verb" and item.entry.form != Form.NOUN


def _assembled(
    clause: Clause, entry: Entry, kind: Kind, dates: Dates, happened: bool, phrases: list[When]
) -> Statement:
    kind = dates.kind or kind
    if dates.problem:
        event = dates.problem.code == "unread_time" and dates.precision == Precision.EVENT
        if kind not in _KEEPS_EVENT or not event:
            return unread(clause, dates.problem)
        dates = Dates(precision=Precision.EVENT, remarks=(dates.problem,))
    if dates.start and dates.end and dates.end < dates.start:
        return unread(clause, unclear(phrases[0].window.words, Ways.BEFORE_IT_BEGINS))
    if kind == Kind.ONGOING and dates.start and not dates.end and (long := lasts_so_long(clause)):
        return unread(clause, *long)
    undated = dates.start is None and dates.end is None
    if entry.role == "state" and kind == Kind.CONTINUES:
        dates, undated, phrases = _unmoved(dates, phrases)
    reading = Reading(
        kind,
        dates.start,
        dates.end,
        Precision.NONE if undated and dates.precision != Precision.EVENT else dates.precision,
        clause.recipient.name if clause.recipient and kind == Kind.TRANSFERS else None,
        recurrence_of(clause),
        _surely(clause, kind, phrases),
        happened,
        dates.remarks + delayed(clause) + how_long(clause) + to_nobody(clause, entry, kind),
    )
    return Statement(clause, reading, tuple(phrases))


def _surely(clause: Clause, kind: Kind, phrases: list[When]) -> Modality:
    """How surely; a hand-over "tidligst 1.1.2019" is only possible from then on."""
    surely, _ = modality(clause)
    earliest = kind == Kind.TRANSFERS and any(one.role == Role.EARLIEST for one in phrases)
    return Modality.POSSIBLE if earliest and surely == Modality.DECIDED else surely


def _unmoved(dates: Dates, phrases: list[When]) -> tuple[Dates, bool, list[When]]:
    """The time beside "ingen endringer" is when nothing changes; only "ut" and "til og med" say when it ends."""
    if phrases and phrases[0].role in {Role.UNTIL, Role.TOWARD}:
        return dates, False, phrases
    return Dates(), True, phrases


def _bare(clause: Clause, sentence: list[Item], place: Place) -> Statement | None:
    """A time without a verb: due, or as the words before it say, if every other word is neutral."""
    often = recurrence_of(clause)
    if often and often != Recurrence.CONTINUOUS and not obstacle(clause, sentence):
        return Statement(clause, Reading(Kind.RECURRING, recurrence=often, modality=modality(clause)[0]))
    phrases = open_ended(clause, bare_times(clause))
    if not phrases:
        return None
    if problem := obstacle(clause, sentence):
        return unread(clause, problem)
    if is_of_the_decision(clause):
        return unread(clause, remark("reported", words=phrases[0].window.words))
    strange = [
        item.text
        for item in told_items(clause, phrases)
        if item.role in {"word", "partial", "subordinate", "idle"} or _acts(item)
    ]
    strange = [word for word in strange if word not in listed("how.toml", "neutral")]
    if is_labelled_deadline(clause, phrases):
        phrases = [phrases[0]._replace(role=Role.BY)]
    elif (strange and not is_known(clause, phrases, place)) or phrases[0].role not in _BARE:
        return unread(clause, remark("unknown_words", words=", ".join(strange)))
    kind = _BARE[phrases[0].role]
    lasting = endings("times.toml", "lasting")
    if kind == Kind.DUE and phrases[0].bare and any(item.text.endswith(lasting) for item in clause.items):
        kind = Kind.ONGOING
    if kind == Kind.DUE and phrases[0].role == Role.IN and is_throughout(clause):
        kind = Kind.ONGOING
    if kind == Kind.STARTS and goes_on(clause, phrases):
        kind = Kind.ONGOING
    happened = kind == Kind.STARTS and has_come(clause) and not still_to_come(phrases, place)
    return _assembled(clause, Entry("when"), kind, dates_of(kind, phrases), happened, phrases)
