"""The sentences of a hand-over sheet: who hands over to whom, by which authority, what is left to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of.stages import Stage
from vrplan.as_of.states import OVER
from vrplan.days import norwegian
from vrplan.phrases import Kind
from vrplan.render.language import _, pgettext
from vrplan.render.safe import visible
from vrplan.render.wording.ledger import stage_counts
from vrplan.render.wording.names import obligation_name
from vrplan.render.wording.plans import evidence_told, header, party
from vrplan.render.wording.readings import read_as
from vrplan.render.wording.stands import stands as state_and_when
from vrplan.render.wording.statements import authority, behind, quoted
from vrplan.render.wording.terms import both, level_name, listed
from vrplan.render.wording.transfers import (
    confirmed,
    earlier,
    handed_over,
    interruption,
    receiver_name,
    stage_name,
    time_of,
)

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate, Said
    from vrplan.model.plan import Item, Plan
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.sheet import Sheet
    from vrplan.reports.transfers import Mentioned


def receiver(sheet: Sheet) -> str:
    """The receiver of a sheet by name, with its parts."""
    report = sheet.report
    return party(report.view.plan, report.to or "", report.parts)


def sheet_heading(sheet: Sheet) -> list[str]:
    """Who hands over to whom, as of which day, by which plan and decision."""
    report = sheet.report
    givers = dict.fromkeys(one.giver for one in report.transfers) or [report.view.plan.organisation]
    told = _("Hand-over from {giver} to {receiver}")
    named = both([visible(one) for one in givers])
    return [told.format(giver=named, receiver=receiver(sheet)), *header(report.view, _("as it stands on"))]


def sheet_summary(sheet: Sheet) -> str:
    """How much goes to the receiver, and how much of it is confirmed."""
    report = sheet.report
    if report.transfers:
        told = _("{counts}. Confirmed: {confirmed} of {number}.")
        number = len(report.transfers)
        return told.format(counts=stage_counts(report), confirmed=report.confirmed, number=number)
    told = _("No hand-over to {receiver} is decided.")
    if report.set_aside:
        told = _("No hand-over to {receiver} that is decided holds.")
    return told.format(receiver=receiver(sheet))


def beside_title(sheet: Sheet) -> str:
    """The heading of what stands in the same focus areas and goes elsewhere, or to nobody."""
    told = _("Also in these focus areas, and not handed over to {receiver}")
    return told.format(receiver=visible(sheet.report.to or ""))


def not_holding(sheet: Sheet) -> list[tuple[str, tuple[Mentioned, ...]]]:
    """What else is said of handing something over, below its heading: what is decided as well, what is not."""
    parts = (
        (_("Decided as well, but other words hold"), sheet.report.set_aside),
        (_("Spoken of, and not decided"), sheet.report.undecided),
    )
    return [(heading, some) for heading, some in parts if some]


def unclaimed() -> tuple[str, str]:
    """The heading of the property that nobody receives, and what to do about it."""
    ask = _(
        "Nothing in the plan says who receives this. Ask whether some of it belongs to what you take over."
    )
    return _("Property that goes to nobody"), ask


def signing() -> tuple[str, str]:
    """The heading of the lines to fill in and sign, and what they are for."""
    lines = _("One line for each side of a hand-over of which nothing is recorded.")
    return _("To fill in and sign"), lines


def nothing_goes(sheet: Sheet) -> str:
    """That nothing goes to a party."""
    clocks = sheet.report.view.clocks
    told = _("On {day}, nothing goes to {receiver}: no hand-over to it is decided, and none is spoken of.")
    known = ""
    if clocks.as_known:
        known = norwegian(clocks.as_known)
        told = _(
            "On {day}, as far as was known on {known}, nothing goes to {receiver}: "
            "no hand-over to it is decided, and none is spoken of."
        )
    return told.format(day=norwegian(clocks.date), known=known, receiver=receiver(sheet))


def legend(sheet: Sheet) -> str:
    """What the stages mean at which only the plan's own words speak; empty where no item is at one."""
    if not {Stage.BY_WORDS, Stage.BY_DATE} & set(sheet.report.counts):
        return ""
    return _(
        "By the words, or by the date: the plan says that it is handed over, and nobody has reported it."
    )


def item_kind(item: Item) -> str:
    """What an item is: an activity, a focus area, or which kind of obligation."""
    return obligation_name(item.kind) if item.kind else level_name(item.level, 1)


def day(sheet: Sheet) -> str:
    """The day that a sheet tells of."""
    return norwegian(sheet.report.view.clocks.date)


def facts(one: Transfer, sheet: Sheet) -> list[tuple[str, str]]:
    """Everything that the receiver of an item must know of its hand-over, each with its label."""
    plan, today = sheet.report.view.plan, sheet.report.view.clocks.date
    holds = one.now.holds
    pairs = [
        (pgettext("fact", "From"), visible(one.giver)),
        (pgettext("fact", "To"), receiver_name(one.to)),
        (pgettext("fact", "When"), _time_and_stage(one, today)),
        (_("The plan says"), quoted(holds.statement.text) if holds else _("no text says so")),
        (pgettext("fact", "Decided"), decided(holds, plan) if holds else _("by no decision that is known")),
        (pgettext("fact", "But"), _too_early(one)),
        (
            pgettext("fact", "Paper"),
            visible(plan.decided.paper_title(holds.statement.source)) if holds else "",
        ),
        (pgettext("fact", "Comment"), visible(holds.statement.note or "") if holds else ""),
        (_("Done until now by"), visible(one.now.item.resource or one.now.item.who or "")),
        *((_("Also said"), also(said, plan)) for said in one.now.beside),
        (_("What happened"), interruption(one, plan)),
        (pgettext("fact", "Handed over"), handed_over(one, plan)),
        (pgettext("fact", "Confirmed"), confirmed(one, plan)),
        *((_("Before that"), earlier(past, plan)) for past in one.earlier),
    ]
    return [(label, told) for label, told in pairs if told]


def _time_and_stage(one: Transfer, today: date) -> str:
    told = pgettext("when, and at which stage", "{time} ({stage})")
    return told.format(time=time_of(one, today), stage=stage_name(one.stage))


def decided(said: Said, plan: Plan) -> str:
    """Where words stand, and who decided them: body, day, case, title, and how well the papers show it."""
    decision = said.seen.decision
    if decision is None:
        return listed(authority(said), _("the decision is not named in the plan"))
    known = "" if evidence_told(decision.evidence) else f" ({_('its full text is known')})"
    return f"{listed(authority(said), behind(said, plan))}{known}: {visible(decision.title)}"


def also(said: Said, plan: Plan) -> str:
    """What else is said, who said it and how it is read."""
    by = f"{quoted(said.statement.text)} – {decided(said, plan)}"
    return f"{by}. {_worth(said).format(reading=read_as(said.statement))}"


def _worth(said: Said) -> str:
    """What something else that is said is worth: a body may have decided words that themselves decide nothing."""
    if said.is_decided:
        return _("Decided as well; read as: {reading}")
    if said.seen.standing != "adopted":
        return _("Not decided; read as: {reading}")
    if said.reading.kind is Kind.TRANSFERS:
        return _("The words were decided, and do not decide the hand-over itself; read as: {reading}")
    return _("The words were decided, and do not decide the matter itself; read as: {reading}")


def _too_early(one: Transfer) -> str:
    """That what was handed over had not been decided by then."""
    if one.given is None or one.decided_later is None:
        return ""
    given, decided = norwegian(one.given), norwegian(one.decided_later)
    told = _("the hand-over on {given} came before the decision of {decided}")
    return told.format(given=given, decided=decided)


def stands(one: ItemOnDate, sheet: Sheet) -> str:
    """The state of an item that does not go to the receiver, and since or until when."""
    return state_and_when(one, sheet.report.view.clocks.date)


def goes_to(one: ItemOnDate, sheet: Sheet) -> str:
    """Where an item goes that does not go to the receiver: to whom, or to nobody, or nowhere because it is over."""
    if one.to is not None:
        return visible(one.to)
    if one.state in OVER:
        return _("nobody: it is over")
    if one.item.owner not in sheet.report.view.plan.organisation_with_parts:
        return _("stays with {owner}").format(owner=visible(one.item.owner))
    return receiver_name(None)


def to_sign(one: Transfer) -> list[str]:
    """The sides of a hand-over that somebody has still to sign, each with who does."""
    if one.stage in {Stage.OVER, Stage.RETURNED}:
        return []
    given = _("handed over by {giver}").format(giver=visible(one.giver))
    taken = _("taken over by {receiver}").format(receiver=visible(one.to)) if one.to else _("taken over")
    return [side for side, recorded in ((given, one.handed_over), (taken, one.accepted)) if recorded is None]
