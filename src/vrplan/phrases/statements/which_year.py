"""Of which year a time without one is: the last for what is told as past, the next for what is long gone by."""

from datetime import date
from typing import Final

from vrplan.phrases.reading import Kind
from vrplan.phrases.remarks import Ways, unclear
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.names import Place
from vrplan.phrases.statements.surety import has_happened
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.times.windows import Window
from vrplan.phrases.words.auxiliaries import told
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.wordlists import listed

CAN_BE_DONE: Final = frozenset({Kind.ENDS, Kind.TRANSFERS, Kind.STARTS})
TOLD: Final = frozenset({*CAN_BE_DONE, "done", "due", "cancelled", ""})


def is_told(clause: Clause) -> bool:
    """Whether the clause is in the past tense: "ble godkjent", "leverte", "oppstart var"."""
    main = clause.items[clause.main or 0]
    past = main.entry is not None and main.entry.form in {Form.PAST, Form.NOUN}
    return past or any(item.text in told() for item in clause.items[: clause.main])


def is_participle_alone(clause: Clause) -> bool:
    """A participle with nothing before it that tells the tense: "lagt ned i høst", not "er ferdig", "blir lagt ned"."""
    main = clause.items[clause.main or 0]
    if not main.entry or main.entry.form != Form.PARTICIPLE or main.text in listed("how.toml", "standing"):
        return False
    return not any(item.role in {"done", "coming", "modality"} for item in clause.items[: clause.main])


def in_its_year(clause: Clause, phrases: list[When], place: Place, *, happened: bool) -> list[When]:
    """The times of a clause in the year they are meant of, by whether it tells of what has happened."""
    entry = clause.items[clause.main or 0].entry
    if happened:
        return _in_the_past(clause, phrases, place)
    if entry is None or entry.role != "verb" or entry.form == Form.NOUN:
        return phrases
    return _in_the_future(phrases, place, eve=entry.eve)


def _in_the_past(clause: Clause, phrases: list[When], place: Place) -> list[When]:
    """The times of something told in the past tense: without a year, none of them lies after the paper's day.

    So too "lagt ned i høst"; but "overført fra høsten", "levert innen 1.9." may be what a plan wants to see.
    """
    paper = place.context.document_date
    main = clause.items[clause.main or 0]
    past = is_told(clause)
    alone = is_participle_alone(clause)
    if not paper or not (past or alone) or (main.entry and main.entry.kind not in TOLD):
        return phrases
    return [
        one._replace(window=_year_before(one.window, assumed=not past))
        if is_ahead(one, paper) and (one.role != Role.TO if past else one.role == Role.IN)
        else one
        for one in phrases
    ]


def is_nearer(one: When, paper: date) -> bool:
    """Whether the coming one is much nearer than the last: "lagt ned i sommer" in a paper of May."""
    if not is_ahead(one, paper):
        return False
    return (one.window.first - paper) * 2 < paper - one.window.years_on(-1).last


def _year_before(window: Window, *, assumed: bool) -> Window:
    """The window of the year before, with a remark where nothing but a participle says that it is past."""
    moved = window.years_on(-1)
    words = unclear(window.words, Ways.SPAN_OR_NEXT, window=moved.shown)
    return moved.noting(words) if assumed else moved


def is_ahead(one: When, paper: date) -> bool:
    """Whether a time without a year would lie after the paper's day in that year."""
    return one.window.implied and not one.window.problem and one.window.first > paper


def is_told_ahead(clause: Clause, phrases: list[When], place: Place) -> bool:
    """Whether something is told as past of a written day that is still to come: "ble godkjent 24.2.2030"."""
    paper, main = place.context.document_date, clause.items[clause.main or 0]
    if not paper or not phrases or not main.entry or phrases[0].window.problem or phrases[0].window.implied:
        return False
    past = main.entry.form in {Form.PAST, Form.PARTICIPLE} and is_told(clause) and has_happened(clause)
    return past and phrases[0].role == Role.IN and phrases[0].window.first > paper


def new_times(clause: Clause, phrases: list[When], place: Place) -> list[When]:
    """The times something is put off to: those after the verb, but for the day on which that was done."""
    after = [one for one in phrases if one.start > clause.items[clause.main or 0].start] or phrases
    paper = place.context.document_date
    if not paper or not is_told(clause):
        return after
    return [one for one in after if one.role != Role.IN or one.window.problem or one.window.last > paper]


def _in_the_future(phrases: list[When], place: Place, *, eve: bool) -> list[When]:
    """The times of something still to come: a day without a year, long gone on the paper's day, is next year's.

    So too a first of January on which something stops: its eve cannot be the last day, or it had stopped already.
    """
    paper = place.context.document_date
    if not paper or paper.year != place.context.year:
        return phrases
    return [_year_after(one.window, one) if _is_next(one, paper, eve=eve) else one for one in phrases]


def _is_next(one: When, paper: date, *, eve: bool) -> bool:
    window = one.window
    if not window.implied or window.problem or window.last >= paper:
        return False
    stops = (
        eve and one.role == Role.IN and window.first == window.last and window.first.timetuple().tm_yday == 1
    )
    return stops or window.years_on(1).first - paper < paper - window.last


def _year_after(window: Window, one: When) -> When:
    moved = window.years_on(1)
    return one._replace(window=moved.noting(unclear(window.words, Ways.THIS_YEAR_OR_ANOTHER)))
