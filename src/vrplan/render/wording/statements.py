"""The sentences about what is said of an item: its words, its authority, how it is read, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.plans import decided_by
from vrplan.render.wording.terms import listed, reading, said_of_whole, window

if TYPE_CHECKING:
    from vrplan.as_of import Said
    from vrplan.model.written import Event
    from vrplan.reports.read import Phrase
    from vrplan.reports.why import Testimony, WhyReport


def quoted(text: str | None) -> str:
    """Words of the papers in quotation marks; or that nobody has them."""
    return f"“{visible(text)}”" if text is not None else "(words not among the papers)"


def authority(said: Said) -> str:
    """The column or point that a statement stands in, and its decision when that is another name."""
    key = visible(said.statement.authority.key)
    decision = said.seen.decision
    return f"{key} ({decision.id})" if decision and said.statement.authority.column else key


def beside(said: Said) -> str:
    """A statement that stands beside the one that holds: its words, its place, how it is read."""
    standing = "" if said.seen.standing == "adopted" else f", {said.seen.standing}"
    return f"{quoted(said.statement.text)} – {authority(said)}{standing}: {reading(said.reading)}"


def testimony(one: Testimony, report: WhyReport) -> list[str]:
    """A statement and everything behind it."""
    statement = one.said.statement
    decision = one.said.seen.decision
    behind = (
        f"{one.said.seen.standing} {decided_by(report.view.plan, decision)}" if decision else "by no decision"
    )
    lines = [
        quoted(statement.text),
        f"read as: {reading(one.said.reading)}",
        *(f"note: {visible(remark.message)}" for remark in one.said.reading.remarks),
        f"stands in: {authority(one.said)}, {behind}",
    ]
    if statement.reach != "own":
        lines.append(said_of_whole(statement.reach))
    if statement.source:
        lines.append(f"source: {visible(statement.source)}")
    if statement.note:
        lines.append(f"comment: {visible(statement.note)}")
    lines.append(f"written at: {visible(statement.file)}:{one.line}")
    return lines


def event(one: Event) -> str:
    """A recorded event in one line."""
    return listed(f"{norwegian(one.date)}: {one.what}", event_terms(one))


def event_terms(one: Event) -> str:
    """What is recorded of an event beside its day and what happened."""
    return listed(
        f"to {visible(one.recipient)}" if one.recipient else "",
        window(one.from_, one.to),
        f"by {visible(one.who)}" if one.who else "",
        f"decision {visible(one.decision)}" if one.decision else "",
        visible(one.note) if one.note else "",
        f"source: {visible(one.source)}" if one.source else "",
    )


def explained(one: Phrase) -> list[str]:
    """Which words of a text gave what, and which were not understood."""
    lines: list[str] = []
    position = 0
    for word in one.reading.words:
        lines += _unread(one.text[position : word.start])
        lines.append(f"{word.role}: {visible(one.text[word.start : word.stop])}")
        position = word.stop
    return lines + _unread(one.text[position:])


def _unread(words: str) -> list[str]:
    shown = visible(words).strip(" .,;:–-")
    return [f"not understood: {shown}"] if shown else []
