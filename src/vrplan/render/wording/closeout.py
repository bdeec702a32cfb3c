"""The sentences about closing the doors: may they close, and what keeps them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.statements import authority, beside
from vrplan.render.wording.terms import state_name
from vrplan.reports.closeout import Reason

if TYPE_CHECKING:
    from datetime import date

    from vrplan.reports.closeout import CloseoutReport, Open, Unsettled

REASONS = {
    Reason.ORPHANED: "Runs on, with neither an end nor anybody who takes it over",
    Reason.PROPERTY: "Property that goes to nobody",
    Reason.OBLIGATION: "An obligation that runs on, and nobody answers for it",
    Reason.OWNERLESS: "Runs on for a time, and nobody takes it over",
    Reason.NOT_HANDED_OVER: "Not handed over yet",
    Reason.UNCONFIRMED: "Handed over, and the receiver has not confirmed it",
    Reason.NOT_DONE: "To be done, and not reported done",
    Reason.PROPOSED: "Only proposed",
    Reason.INTENDED: "Intended, and never decided",
    Reason.UNREAD: "Its words are not understood",
}

UNSETTLED = "Settled, but something else is said that nobody has decided:"


def verdict(report: CloseoutReport) -> str:
    """May the doors close at the end of this day?"""
    number = len(report.open)
    if not number:
        return "The doors may close: everything has ended, is done, or was handed over and confirmed."
    return f"The doors may not close: {number} item{' is' if number == 1 else 's are'} open."


def left_open(one: Open, last: date) -> str:
    """How an open item stands on the day after the `last` one, since when or until when, and to whom it goes."""
    now = one.now
    to = f", to {visible(now.to)}" if now.to else ""
    if now.until is not None:
        return f"{state_name(now.state)}{to}, until {norwegian(now.until)}"
    if now.since is None:
        return f"{state_name(now.state)}{to}"
    return f"{state_name(now.state)}{to}, {'from' if now.since > last else 'since'} {norwegian(now.since)}"


def rests_on(one: Open) -> str:
    """The column or point behind an open item."""
    return authority(one.now.holds) if one.now.holds else ""


def unsettled(one: Unsettled) -> str:
    """An item that is settled, and the text that nobody has decided."""
    return f"{visible(one.now.item.name)} ({one.now.item.id}): {beside(one.said)}"
