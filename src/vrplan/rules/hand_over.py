"""Texts about one item that cannot all be true: between levels of the plan, and between decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Related, Severity, Spot
from vrplan.phrases import Kind, Modality

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
    "say who receives it: {{text: …, means: {{recipient: …}}}}",
)
PARTS_DISAGREE = Code(
    "VR502",
    "parts-disagree",
    Severity.WARNING,
    "“{text}” speaks of {ids} too, and {column} says otherwise of {them}",
    "the own text holds; if that is right, write except: [{ids}] here, else correct it by a decision",
)
MOVED_AFTERWARDS = Code(
    "VR503",
    "moved-after-transfer",
    Severity.WARNING,
    "“{text}” is decided on {decided}, and what it speaks of was handed over to {recipient} on {act}",
    "ask the body which of the two holds, and record its answer",
)

CODES = (TO_NOBODY, PARTS_DISAGREE, MOVED_AFTERWARDS)


def transfer_names_a_recipient(plan: Plan) -> Iterator[Finding]:
    """What is handed over is handed over to somebody."""
    for statement in plan.statements():
        reading = statement.reading
        if (
            reading.kind is Kind.TRANSFERS
            and reading.modality is Modality.DECIDED
            and reading.recipient is None
        ):
            yield Finding(TO_NOBODY, Spot(statement.file, statement.path), {"text": statement.text or ""})


def parts_agree_with_the_whole(plan: Plan) -> Iterator[Finding]:
    """What one column says of a focus area or a measure agrees with what it says of the activities below."""
    contradicted: dict[int, tuple[Statement, list[tuple[Item, Statement]]]] = {}
    for item in plan.items:
        for whole in item.statements:
            if whole.reach != "own" and (own := _own_word(item, whole)) is not None:
                contradicted.setdefault(id(whole), (whole, []))[1].append((item, own))
    for whole, parts in contradicted.values():
        yield _parts_disagree(whole, parts)


def transferred_is_not_decided_anew(plan: Plan) -> Iterator[Finding]:
    """What has been handed over is not disposed of by a later decision as if it had not."""
    told: set[str] = set()
    for item in plan.items:
        for gone in item.statements:
            act = gone.reading.start or gone.reading.end
            if gone.reading.kind is not Kind.TRANSFERS or not gone.reading.done or act is None:
                continue
            for later in item.statements:
                if later.authority.key not in told and _disposes_anew(later, gone, act):
                    told.add(later.authority.key)
                    yield _moved_afterwards(later, gone, act)


def _parts_disagree(whole: Statement, parts: list[tuple[Item, Statement]]) -> Finding:
    values = {
        "text": whole.text or "",
        "column": whole.authority.key,
        "ids": ", ".join(item.id for item, _ in parts),
        "them": "it" if len(parts) == 1 else "them",
    }
    related = []
    for number, (item, own) in enumerate(parts):
        values |= {f"item{number}": item.id, f"own{number}": own.text or "its own entry"}
        message = f"“{{own{number}}}” is said of {{item{number}}}"
        related.append(Related(message, Spot(own.file, own.path)))
    return Finding(PARTS_DISAGREE, Spot(whole.file, whole.path), values, tuple(related))


def _own_word(item: Item, whole: Statement) -> Statement | None:
    """The item's own text in the same column, when the two cannot both be true."""
    own = [one for one in item.statements if one.reach == "own" and one.authority.key == whole.authority.key]
    if own and not any(_compatible(one.reading, whole.reading) for one in own):
        return own[0]
    return None


def _compatible(one: Reading, other: Reading) -> bool:
    """Whether two readings can both be true: one may leave out what the other says."""
    if Kind.UNKNOWN in {one.kind, other.kind}:
        return True
    if not _is_decided(one) or not _is_decided(other):
        return True
    pairs = ((one.start, other.start), (one.end, other.end), (one.recipient, other.recipient))
    agree = all(mine is None or yours is None or mine == yours for mine, yours in pairs)
    return agree and _alike(one.kind) == _alike(other.kind)


def _alike(kind: Kind) -> Kind:
    """Going on, coming back and being kept are one thing when texts are compared."""
    return Kind.CONTINUES if kind in {Kind.ONGOING, Kind.RECURRING} else kind


def _is_decided(reading: Reading) -> bool:
    return reading.modality in {Modality.DECIDED, Modality.PROVISIONAL}


def _disposes_anew(later: Statement, gone: Statement, act: date) -> bool:
    decided = later.authority.document_date
    if later.authority.key == gone.authority.key or decided is None or decided <= act:
        return False
    if later.reading.kind is Kind.UNKNOWN or later.authority.column is not None:
        return False
    return later.reading.kind is not Kind.TRANSFERS or later.reading.recipient != gone.reading.recipient


def _moved_afterwards(later: Statement, gone: Statement, act: date) -> Finding:
    decided = later.authority.document_date
    values = {
        "text": later.text or "",
        "decided": norwegian(decided) if decided else "",
        "recipient": gone.reading.recipient or "somebody",
        "act": norwegian(act),
    }
    related = (Related("the hand-over is written here", Spot(gone.file, gone.path)),)
    return Finding(MOVED_AFTERWARDS, Spot(later.file, later.path), values, related)
