"""The sentences of `transfers`: the terms of a hand-over, what is only spoken of, how many are confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render.english.statements import authority, beside, quoted
from vrplan.render.english.terms import window
from vrplan.render.safe import visible

if TYPE_CHECKING:
    from vrplan.reports.transfers import Mentioned, Transfer, TransfersReport


UNDECIDED = "Spoken of, not decided:"


def hand_over(one: Transfer) -> tuple[str, str]:
    """The terms of a hand-over: to whom, when and whether confirmed; then the words and where they stand."""
    confirmed = "confirmed" if one.now.confirmed else "not confirmed"
    to = f"to {visible(one.to)}" if one.to else "to nobody named"
    terms = ", ".join(part for part in (to, window(one.start, one.end), confirmed) if part)
    if one.now.holds is None:
        return terms, "no text says so"
    return terms, f"{quoted(one.now.holds.statement.text)} – {authority(one.now.holds)}"


def mentioned(one: Mentioned) -> str:
    """A text that speaks of handing an item over, which nobody has decided."""
    return f"{visible(one.now.item.name)} ({one.now.item.id}): {beside(one.said)}"


def hand_over_counts(report: TransfersReport) -> list[str]:
    """The closing line of the hand-overs."""
    if not report.transfers:
        return []
    confirmed = sum(one.now.confirmed for one in report.transfers)
    number = len(report.transfers)
    return [f"{number} hand-over{'' if number == 1 else 's'}, {confirmed} confirmed by the receiver"]
