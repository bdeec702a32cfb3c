"""The sentences about closing the doors: may they close, and what keeps them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.days import ONE_DAY, norwegian
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


def is_past(report: CloseoutReport) -> bool:
    """Whether the organisation has ceased before the end of the day asked about."""
    return report.view.ceases is not None and report.view.clocks.date >= report.view.ceases


def title(report: CloseoutReport) -> str:
    """The question, without its day."""
    return _("Did the doors close?") if is_past(report) else _("May the doors close?")


def question(report: CloseoutReport) -> str:
    """May the doors close on the last day of the organisation; when it has passed, did they."""
    day, ceases = report.view.clocks.date, report.view.ceases
    if ceases is None or not is_past(report):
        return _("May the doors close on {day}?").format(day=norwegian(day))
    return _("Did the doors close on {day}?").format(day=norwegian(ceases - ONE_DAY))


def verdict(report: CloseoutReport) -> str:
    """May the doors close at the end of this day? When the last day has passed: is everything settled by now?"""
    number = len(report.open)
    if not number and report.unspoken:
        return _("All that is spoken of has ended, is done, or was handed over and confirmed.")
    if not number and is_past(report):
        return _("All is closed: everything has ended, is done, or was handed over and confirmed.")
    if not number:
        return _("The doors may close: everything has ended, is done, or was handed over and confirmed.")
    if is_past(report):
        told = ngettext(
            "Not all is closed: {number} item is still open at the end of {day}.",
            "Not all is closed: {number} items are still open at the end of {day}.",
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
    """How an open item stands on the day after the `last` one, since when or until when, and to whom it goes."""
    return stands(one.now, None, last)


def rests_on(one: Open) -> str:
    """The column or point behind an open item."""
    return authority(one.now.holds) if one.now.holds else ""


def unsettled(one: Unsettled) -> str:
    """An item that is settled, and the text that nobody has decided."""
    return f"{visible(one.now.item.name)} ({one.now.item.id}): {beside(one.said)}"
