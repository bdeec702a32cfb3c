"""Which of several statements is the reading: the first, unless a later one says what becomes of the thing.

"Løpende, avsluttes 31.12." names how it stands and then how it ends; the first would hide the end from every list.
So a stage without an end of its own ("løpende", "under arbeid", "videreføres", "ferdig utredet") gives way to a
later statement that is decided and has a date or a recipient. Parts of one sentence (comma, "og", "men", dash,
semicolon) speak of one thing, unless the later names another subject: then its end or hand-over is that subject's.

Across a full stop the first sentence stays the reading: "Videreføres ut 2019. VRs andel utbetales i 2018". But where
it is no more than such a stage and the next names no subject of its own, the same reason holds: "Løpende. Avsluttes
31.12.2026." says no less than with a comma. Work beside ("evalueres", "rapporteres") ends nothing that runs. Where
what is over goes on or is still to be handed over, the two contradict each other and neither is read.
"""

from enum import StrEnum
from functools import cache
from typing import Final

from vrplan.phrases.reading import Kind, Modality, Reading
from vrplan.phrases.remarks import Remark, remark
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.statements.events import HEADING
from vrplan.phrases.statements.statement import Statement, unread
from vrplan.phrases.times.when import Role
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.wordlists import endings, listed


class _Stage(StrEnum):
    """How it stands, with no word of how long."""

    WORK = "work"  # under way, and some day finished
    KEPT = "kept"
    DONE = "done"
    OVER = "over"
    DROPPED = "dropped"
    LEAVING = "leaving"
    PUT_OFF = "put off"


_MOVES: Final = frozenset({Kind.ENDS, Kind.TRANSFERS, Kind.POSTPONED, Kind.CANCELLED, Kind.CONTINUES})
_BECOMES: Final[dict[_Stage, frozenset[Kind]]] = {
    _Stage.WORK: _MOVES | {Kind.DUE, Kind.STARTS},
    _Stage.KEPT: _MOVES | {Kind.DUE, Kind.STARTS},
    _Stage.DONE: frozenset({Kind.ENDS, Kind.TRANSFERS, Kind.CONTINUES, Kind.DUE, Kind.STARTS}),
    _Stage.OVER: frozenset({Kind.STARTS}),
    _Stage.DROPPED: frozenset({Kind.TRANSFERS}),
    _Stage.LEAVING: frozenset({Kind.ENDS, Kind.TRANSFERS}),
    _Stage.PUT_OFF: frozenset({Kind.ENDS, Kind.TRANSFERS, Kind.CANCELLED}),
}
_CONTRADICTS: Final[dict[_Stage, frozenset[Kind]]] = {
    _Stage.DONE: frozenset({Kind.ONGOING}),
    _Stage.OVER: frozenset({Kind.ONGOING, Kind.CONTINUES, Kind.TRANSFERS}),
    _Stage.DROPPED: frozenset({Kind.ONGOING, Kind.CONTINUES}),
}
_RULING: Final = frozenset({Modality.DECIDED, Modality.PROVISIONAL})
_UNCLEAR: Final = frozenset({"ambiguous_window", "impossible_date", "unread_year"})
_BOUNDS: Final = frozenset({Role.BY, Role.BEFORE, Role.UNTIL})


def what_becomes(first: Statement, later: Statement, *, same_sentence: bool) -> Statement | None:
    """The reading where a later statement says what becomes of what the first tells; None where the first stays."""
    other = _names_another(later)
    if same_sentence and not other and _is_said_again(first.reading, later.reading):
        return later
    stage = _stage(first.reading)
    if stage is None:
        return None
    if later.reading.kind == Kind.UNKNOWN:
        return _unclear(first, later, stage) if same_sentence and not other else None
    if same_sentence and _contradict(stage, later.reading, other):
        return unread(first.clause, remark("contradicted", words=f"{_main(first)} / {_main(later)}"))
    if other and (not same_sentence or later.reading.kind in _MOVES or stage == _Stage.KEPT):
        return None
    undated = not (later.reading.start or later.reading.end)
    if (
        not same_sentence
        and undated
        and stage == _Stage.WORK
        and _main(later).startswith(endings("how.toml", "waiting"))
    ):
        return None  # "under arbeid. Venter på svar": it waits while it is worked on
    return later if _tells(stage, later, same_sentence, other) else None


def under_a_time(first: Statement, others: list[Statement]) -> Statement | None:
    """The reading where a time tells of a thing and more is said after it: "3. kvartal: Møte. Utført 5.9."."""
    if first.clause.main is not None or len(first.clause.items) <= len(first.phrases) + 1:
        return None
    return next((one for one in others if one.reading.done), None)


def more_under_a_time(
    items: list[Item], first: Statement, found: list[tuple[int, Statement]]
) -> Remark | None:
    """Why a time at the head and what it is of do not tell all: the next sentence may take it back, or share it.

    "September: Møte. Flyttet til oktober"; "Oktober: Statusvurdering. Arbeidet starter".
    """
    headed_ = len(items) > 2 and items[0].when is not None and items[1].text in HEADING
    if headed_ and first.clause.main is None and first.clause.items[0] is items[0]:
        more = next(
            (one for one in items if one.start >= first.clause.items[-1].stop and one.role != "mark"), None
        )
        return remark("unknown_words", words=more.text) if more and not more.when else None
    later = any(one is first and number for number, one in found)
    if not (headed_ and later and items[1].text == ":") or first.reading.start or first.reading.end:
        return None
    return remark("unknown_words", words=items[2].text)


def _is_said_again(first: Reading, later: Reading) -> bool:
    """Whether the same thing is said first without and then with its time: "opprettes og tas i bruk fra 1.9."."""
    kind = (
        Kind.STARTS if later.kind == Kind.ONGOING and later.start else later.kind
    )  # "tas i bruk og gjelder fra … til …"
    alike = (first.kind, first.modality, first.done) == (kind, later.modality, later.done)
    undated = not (first.start or first.end or first.recipient)
    return alike and undated and bool(later.start or later.end)


def _stage(reading: Reading) -> _Stage | None:
    """How it stands, if the reading is of no more than that."""
    if reading.end or reading.modality not in _RULING:
        return None
    if reading.kind == Kind.ONGOING:
        return _Stage.KEPT if reading.recurrence else _Stage.WORK
    if reading.kind == Kind.STARTS:
        return _Stage.WORK if reading.done else None
    if reading.kind == Kind.ENDS:
        return _Stage.OVER if reading.done else _Stage.LEAVING
    if reading.kind == Kind.POSTPONED and reading.start:
        return None
    return {
        Kind.CONTINUES: _Stage.KEPT,
        Kind.RECURRING: _Stage.KEPT,
        Kind.DONE: _Stage.DONE,
        Kind.CANCELLED: _Stage.DROPPED,
        Kind.POSTPONED: _Stage.PUT_OFF,
    }.get(reading.kind)


def _contradict(stage: _Stage, later: Reading, other: bool) -> bool:
    """Whether both cannot hold: over and yet going on, done and yet something of it to be handed over."""
    if later.modality not in _RULING:
        return False
    if stage == _Stage.DONE and other:
        return later.kind == Kind.TRANSFERS and not later.done
    if stage in {_Stage.WORK, _Stage.KEPT}:
        return later.kind == Kind.ENDS and later.done and not other
    return later.kind in _CONTRADICTS.get(stage, ()) and not other


def _tells(stage: _Stage, later: Statement, same_sentence: bool, other: bool) -> bool:
    """Whether a statement is decided and has a date or a recipient, of a kind that can follow on the stage."""
    reading = later.reading
    if reading.kind not in _BECOMES[stage] or (reading.done and reading.kind != Kind.TRANSFERS):
        return False
    if reading.modality not in _RULING and stage != _Stage.DONE:
        return False
    if reading.kind == Kind.CONTINUES and stage != _Stage.DONE:
        return reading.end is not None
    if reading.kind == Kind.DUE and not _finishes(stage, later, same_sentence):
        return False
    plain = reading.kind in {Kind.POSTPONED, Kind.CANCELLED, Kind.CONTINUES} and not other
    return plain or bool(reading.start or reading.end or reading.recipient)


def _finishes(stage: _Stage, later: Statement, same_sentence: bool) -> bool:
    """Whether a task is the next step of the thing itself, and no work beside it that leaves it as it is."""
    if later.clause.main is None:
        return later.phrases[0].role in _BOUNDS
    entry = later.clause.items[later.clause.main].entry
    if stage == _Stage.KEPT:
        return entry is not None and entry.kind == "done"
    beside = _main(later).startswith(endings("how.toml", "beside"))
    return not beside or (stage == _Stage.DONE and same_sentence)


def _unclear(first: Statement, later: Statement, stage: _Stage) -> Statement | None:
    """What is read where the later statement would be the reading, but for its time: "ferdig innen sommeren"."""
    entry = later.clause.items[later.clause.main].entry if later.clause.main is not None else None
    kind = Kind.DUE if entry and entry.kind == "done" else Kind(entry.kind) if entry and entry.kind else None
    if kind not in _BECOMES[stage] or (kind == Kind.DUE and not _finishes(stage, later, same_sentence=True)):
        return None
    codes = {note.code for note in later.reading.remarks}
    if codes & _UNCLEAR:
        return unread(later.clause, *later.reading.remarks)
    if codes == {"unread_time"}:
        noted = first.reading._replace(remarks=(*first.reading.remarks, *later.reading.remarks))
        return first._replace(reading=noted)
    return None


def _names_another(later: Statement) -> bool:
    """Whether a statement has a subject of its own: "løpende, men arkivet overføres til IKA"."""
    clause = later.clause
    if clause.main is None or (entry := clause.items[clause.main].entry) is None:
        return False
    before = clause.items[: clause.main]
    if entry.form == Form.NOUN:
        return any(_is_strange(item, later) for item in clause.items)
    fronted = bool(before) and before[0].when is not None
    after = clause.items[clause.main + 1 : clause.main + 2] if fronted else []
    return any(_is_strange(item, later) for item in [*before, *after])


def _is_strange(item: Item, later: Statement) -> bool:
    """Whether a word names something that need not be what the status stands beside."""
    who = later.clause.recipient
    if item.role != "word" or (who and who.start <= item.start < who.stop):
        return False
    if item.text.isdigit() or item.text.startswith(endings("how.toml", "notice", "term")):
        return False
    return item.text not in _plain_words()


@cache
def _plain_words() -> frozenset[str]:
    """The words that name nothing of their own."""
    plain = listed("times.toml", "durations") | listed("times.toml", "numbers")
    return plain.union(*(listed("how.toml", name) for name in ("neutral", "function", "whole")))


def _main(one: Statement) -> str:
    items = one.clause.items
    return items[one.clause.main if one.clause.main is not None else 0].text
