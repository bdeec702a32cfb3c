"""Texts about one item that cannot all be true: between levels of the plan, and between decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Path, Related, Severity, Spot, Told
from vrplan.phrases import Kind, Modality
from vrplan.rules.chronology import day_of_act, first_possible_day, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrplan.model.plan import Item, Plan, Statement
    from vrplan.phrases import Reading

TO_NOBODY = Code(
    "VR501",
    "transfer-to-nobody",
    Severity.WARNING,
    "“{text}” hands something over and does not say to whom",
    "find out who receives it, and write it beside the text, under means (recipient: …)",
)
PARTS_DISAGREE = Code(
    "VR502",
    "parts-disagree",
    Severity.WARNING,
    "“{text}” is also said of {ids}, whose own text in {column} says something else",
    "their own text holds; if that is right, write except: [{ids}] here, else ask the body to correct it",
)
MOVED_AFTERWARDS = Code(
    "VR503",
    "moved-after-transfer",
    Severity.WARNING,
    "“{text}” is of {decided}, and what it speaks of had been handed over to {recipient} on {act}",
    "ask the body which of the two holds, and record its answer",
)

_RUNNING = frozenset({Kind.ONGOING, Kind.RECURRING})


def transfer_names_a_recipient(plan: Plan) -> Iterator[Finding]:
    """What is handed over is handed over to somebody.

    A hand-over without a receiver is a hope. Nobody prepares to take over, neither staff nor money follows,
    and on the last day the task stands on no list but yours. If another paper names the receiver, write the
    name beside the text and the paper as its `source`; if nobody has decided it, the body has to, and
    somebody has to say yes.

    Example:
        status:
          HP 2018: Overføres fra 1.7.2018

    Instead:
        status:
          HP 2018: {text: Overføres fra 1.7.2018, means: {recipient: KHS}}
    """
    told_elsewhere = {
        id(one)
        for item in plan.items
        if _names_a_recipient(item)
        for one in item.statements
        if one.reach == "own"
    }
    for statement in plan.statements():
        reading = statement.reading
        to_nobody = reading.kind is Kind.TRANSFERS and reading.recipient is None
        if to_nobody and _is_decided(reading) and id(statement) not in told_elsewhere:
            yield Finding(TO_NOBODY, Spot(statement.file, statement.path), {"text": statement.text or ""})


def parts_agree_with_the_whole(plan: Plan) -> Iterator[Finding]:
    """What a column says of a focus area or a measure agrees with what it says of the activities below.

    The summary and the table of a paper are often written by different hands: the summary ends everything on
    30 June, the table carries two activities on. Reports go by the activity's own words, while whoever reads
    only the summary cancels it. If the exception is meant, say so with `except`; if not, ask the body which
    of the two it meant.

    Example:
        status:
          HP 2018: Alle tiltak avsluttes 29.6.2018
        measures:
          - name: Beredskap
            activities:
              - id: nettverk
                name: Drifte nettverket
                status:
                  HP 2018: Videreføres

    Instead:
        status:
          HP 2018: {text: Alle tiltak avsluttes 29.6.2018, except: [nettverk]}
    """
    contradicted: dict[int, tuple[Statement, list[tuple[Item, Statement]]]] = {}
    for item in plan.items:
        for whole in item.statements:
            if whole.reach != "own" and (own := _own_word(plan, item, whole)) is not None:
                contradicted.setdefault(id(whole), (whole, []))[1].append((item, own))
    for whole, parts in contradicted.values():
        yield _parts_disagree(whole, parts)


def transferred_is_not_decided_anew(plan: Plan) -> Iterator[Finding]:
    """What has been handed over is not disposed of by a later decision as if it had not.

    Then there are two owners, or none: the receiver plans with the task, and the meeting of the old owner
    ends it, or looks for somebody else. Ask before anybody acts on it, and write the answer down. Perhaps the
    later words speak of something else (say so with `only` or `except`), or the receiver agreed: then accept
    the finding with that reason.

    Example:
        status:
          Justert HP 2018: Overført til KHS 14.6.2018
          sg-2018-20: Videreføres ut 2018

    Instead:
        status:
          Justert HP 2018: Overført til KHS 14.6.2018
          sg-2018-20: Videreføres av KHS
    """
    told: set[Path] = set()
    for item in plan.items:
        for gone in item.statements:
            act = day_of_act(gone.reading)
            if gone.reading.kind is not Kind.TRANSFERS or not gone.reading.done or act is None:
                continue
            for later in item.statements:
                entry = later.path[: later.path.index("status") + 2]
                if entry not in told and _disposes_anew(plan, later, gone):
                    told.add(entry)
                    yield _moved_afterwards(later, gone, act)


def _names_a_recipient(item: Item) -> bool:
    """Whether the item itself says who receives it, or its events do."""
    return item.recipient is not None or any(event.recipient for event in item.events)


def _parts_disagree(whole: Statement, parts: list[tuple[Item, Statement]]) -> Finding:
    values = {
        "text": whole.text or "",
        "column": whole.authority.key,
        "ids": ", ".join(item.id for item, _ in parts),
    }
    related = tuple(_part(item, own) for item, own in parts)
    return Finding(PARTS_DISAGREE, Spot(whole.file, whole.path), values, related)


def _part(item: Item, own: Statement) -> Related:
    said = {"item": item.id, "own": own.text or Told("its own entry")}
    return Related("“{own}” is said of {item}", Spot(own.file, own.path), values=said)


def _own_word(plan: Plan, item: Item, whole: Statement) -> Statement | None:
    """The item's own text in the same column, when the two cannot both be true."""
    own = [one for one in item.statements if one.reach == "own" and one.authority.key == whole.authority.key]
    if own and not any(_compatible(plan, one.reading, whole.reading) for one in own):
        return own[0]
    return None


def _compatible(plan: Plan, one: Reading, other: Reading) -> bool:
    """Whether two readings can both be true: one may leave out what the other says."""
    if Kind.UNKNOWN in {one.kind, other.kind}:
        return True
    if not _is_decided(one) or not _is_decided(other):
        return True
    pairs = ((one.start, other.start), (one.end, other.end))
    agree = all(mine is None or yours is None or mine == yours for mine, yours in pairs)
    return agree and _alike(one, other) and _is_one_party(plan, one.recipient, other.recipient)


def _alike(one: Reading, other: Reading) -> bool:
    """Going on, coming back and being kept are one thing when texts are compared; with an end, ending is too."""
    kinds = {Kind.CONTINUES if kind in _RUNNING else kind for kind in (one.kind, other.kind)}
    both_end = one.end is not None and other.end is not None
    return len(kinds) == 1 or (both_end and kinds == {Kind.CONTINUES, Kind.ENDS})


def _is_one_party(plan: Plan, one: str | None, other: str | None) -> bool:
    """Whether both may mean one party: it is the same, part of the other, or left out."""
    if one is None or other is None or one == other:
        return True
    return one in plan.party_with_parts(other) or other in plan.party_with_parts(one)


def _is_decided(reading: Reading) -> bool:
    return reading.modality in {Modality.DECIDED, Modality.PROVISIONAL}


def _disposes_anew(plan: Plan, later: Statement, gone: Statement) -> bool:
    act, decided = day_of_act(gone.reading), first_possible_day(later.authority.adopted)
    if later.authority.key == gone.authority.key or act is None or decided is None or decided <= act:
        return False
    if later.reading.kind is Kind.UNKNOWN or later.authority.column is not None:
        return False
    to_others = not _is_one_party(plan, later.reading.recipient, gone.reading.recipient)
    return later.reading.kind is not Kind.TRANSFERS or to_others


def _moved_afterwards(later: Statement, gone: Statement, act: date) -> Finding:
    decision = later.authority.adopted
    values = {
        "text": later.text or "",
        "decided": in_words(decision.date) if decision and decision.date else "",
        "recipient": gone.reading.recipient or Told("somebody"),
        "act": norwegian(act),
    }
    related = (Related("the hand-over is written here", Spot(gone.file, gone.path)),)
    return Finding(MOVED_AFTERWARDS, Spot(later.file, later.path), values, related)
