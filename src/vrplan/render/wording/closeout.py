"""The sentences about closing the doors: may they close, and what keeps them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.render.language import N_, _, ngettext
from vrplan.render.safe import visible
from vrplan.render.wording.stands import stands
from vrplan.render.wording.statements import authority, beside
from vrplan.reports.closeout import Reason

if TYPE_CHECKING:
    from datetime import date

    from vrplan.reports.closeout import CloseoutReport, Open, Unsettled

_REASONS = {
    Reason.ORPHANED: N_("Runs on, with neither an end nor anybody who takes it over"),
    Reason.PROPERTY: N_("Property that goes to nobody"),
    Reason.OBLIGATION: N_("An obligation that runs on, and nobody answers for it"),
    Reason.OWNERLESS: N_("Runs on for a time, and nobody takes it over"),
    Reason.NOT_HANDED_OVER: N_("Not handed over yet"),
    Reason.UNCONFIRMED: N_("Handed over, and the receiver has not confirmed it"),
    Reason.NOT_DONE: N_("To be done, and not reported done"),
    Reason.PROPOSED: N_("Only proposed"),
    Reason.INTENDED: N_("Intended, and never decided"),
    Reason.UNREAD: N_("Its words are not understood"),
}


def reason(of: Reason) -> str:
    """Why an item keeps the doors open."""
    return _(_REASONS[of])


def unsettled_title() -> str:
    """The heading of what is settled by the words that hold, and not by others."""
    return _("Settled, but something else is said that nobody has decided:")


def title(report: CloseoutReport) -> str:
    """The question, without its day."""
    return _("Is everything closed?") if report.is_past else _("May the doors close?")


def question(report: CloseoutReport) -> str:
    """May the doors close on the last day of the organisation; when it has passed, is everything closed by now."""
    asked = _("Is everything closed on {day}?") if report.is_past else _("May the doors close on {day}?")
    return asked.format(day=norwegian(report.view.clocks.date))


def asked_of(report: CloseoutReport) -> str:
    """The question of the report's header, in words that the day follows."""
    return _("closing as it stands on") if report.is_past else _("closing at the end of")


def told_on(report: CloseoutReport) -> str:
    """The heading above how the open items stand: their day, which is the day after the last one."""
    return _("On {day}").format(day=norwegian(report.seen_on))


def verdict(report: CloseoutReport) -> str:
    """May the doors close at the end of this day? When the last day has passed: is everything settled by now?"""
    number = len(report.open)
    if not number and report.unspoken:
        return _("All that is spoken of has ended, is done, or was handed over and confirmed.")
    if not number and report.is_past:
        return _("All is closed: everything has ended, is done, or was handed over and confirmed.")
    if not number:
        return _("The doors may close: everything has ended, is done, or was handed over and confirmed.")
    if report.is_past:
        told = ngettext(
            "Not all is closed: {number} item is still open on {day}.",
            "Not all is closed: {number} items are still open on {day}.",
            number,
        )
        return told.format(number=number, day=norwegian(report.view.clocks.date))
    told = ngettext(
        "The doors may not close: {number} item is open.",
        "The doors may not close: {number} items are open.",
        number,
    )
    return told.format(number=number)


def left_open(one: Open, last: date) -> str:
    """How an open item stands once the doors have closed on the `last` day, since or until when, and to whom."""
    return stands(one.now, None, last)


def rests_on(one: Open) -> str:
    """The column or point behind an open item."""
    return authority(one.now.holds) if one.now.holds else ""


def unsettled(one: Unsettled) -> str:
    """An item that is settled, and the text that nobody has decided."""
    return f"{visible(one.now.item.name)} ({one.now.item.id}): {beside(one.said)}"
