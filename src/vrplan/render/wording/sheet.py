"""The sentences of a hand-over sheet: who hands over to whom, by which authority, what is left to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of.stages import Stage
from vrplan.as_of.states import OVER
from vrplan.days import norwegian
from vrplan.render.safe import visible
from vrplan.render.wording.items import when
from vrplan.render.wording.plans import EVIDENCE, decided_by, header, party
from vrplan.render.wording.statements import authority, quoted
from vrplan.render.wording.terms import level_name, listed, reading, state_name
from vrplan.render.wording.transfers import (
    STAGES,
    before,
    confirmed,
    handed_over,
    interruption,
    stage_counts,
    time_of,
)

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate, Said
    from vrplan.model.plan import Item, Plan
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.sheet import Sheet

UNCLAIMED = "Property that goes to nobody"
ASK = "Nothing in the plan says who receives this. Ask whether some of it belongs to what you take over."
SPOKEN_OF = "Spoken of, and not decided"
SET_ASIDE = "Decided as well, but other words hold"
SIGN = "To fill in and sign"
NOT_RECORDED = "One line for each side of a hand-over of which nothing is recorded."


def receiver(sheet: Sheet) -> str:
    """The receiver of a sheet by name, with its parts."""
    report = sheet.report
    return party(report.view.plan, report.to or "", report.parts)


def sheet_heading(sheet: Sheet) -> list[str]:
    """Who hands over to whom, as of which day, by which plan and decision."""
    report = sheet.report
    givers = dict.fromkeys(one.giver for one in report.transfers) or [report.view.plan.organisation]
    title, *rest = header(report.view, "as it stands on")
    named = " and ".join(visible(one) for one in givers)
    return [f"Hand-over from {named} to {receiver(sheet)}", title, *rest]


def sheet_summary(sheet: Sheet) -> str:
    """How much goes to the receiver, and how much of it is confirmed."""
    report = sheet.report
    if report.transfers:
        return f"{stage_counts(report)}. Confirmed: {report.confirmed} of {len(report.transfers)}."
    if report.set_aside:
        return f"No hand-over to {receiver(sheet)} that is decided holds."
    return f"No hand-over to {receiver(sheet)} is decided."


def beside_title(sheet: Sheet) -> str:
    """The heading of what stands in the same focus areas and goes elsewhere, or to nobody."""
    return f"Also in these focus areas, and not handed over to {visible(sheet.report.to or '')}"


def nothing_goes(sheet: Sheet) -> str:
    """That nothing goes to a party."""
    clocks = sheet.report.view.clocks
    known = f", as far as was known on {norwegian(clocks.as_known)}" if clocks.as_known else ""
    return (
        f"On {norwegian(clocks.date)}{known}, nothing goes to {receiver(sheet)}: "
        "no hand-over to it is decided, and none is spoken of."
    )


def legend(sheet: Sheet) -> str:
    """What the stages mean at which only the plan's own words speak; empty where no item is at one."""
    if not {Stage.BY_WORDS, Stage.BY_DATE} & set(sheet.report.counts):
        return ""
    return "By the words, or by the date: the plan says that it is handed over, and nobody has reported it."


def item_kind(item: Item) -> str:
    """What an item is: an activity, a focus area, or which kind of obligation."""
    return item.kind or level_name(item.level, 1)


def day(sheet: Sheet) -> str:
    """The day that a sheet tells of."""
    return norwegian(sheet.report.view.clocks.date)


def facts(one: Transfer, sheet: Sheet) -> list[tuple[str, str]]:
    """Everything that the receiver of an item must know of its hand-over, each with its label."""
    plan, today = sheet.report.view.plan, sheet.report.view.clocks.date
    holds = one.now.holds
    pairs = [
        ("From", visible(one.giver)),
        ("To", visible(one.to) if one.to else "nobody named"),
        ("When", f"{time_of(one, today)} ({STAGES[one.stage]})"),
        ("The plan says", quoted(holds.statement.text) if holds else "no text says so"),
        ("Decided", decided(holds, plan) if holds else "by no decision that is known"),
        ("But", _too_early(one)),
        ("Paper", visible(plan.decided.paper_title(holds.statement.source)) if holds else ""),
        ("Comment", visible(holds.statement.note or "") if holds else ""),
        ("Done until now by", visible(one.now.item.resource or one.now.item.who or "")),
        *(("Also said", also(said, plan)) for said in one.now.beside),
        ("What happened", interruption(one, plan)),
        ("Handed over", handed_over(one, plan)),
        ("Confirmed", confirmed(one, plan)),
        *(("Before that", before(earlier, plan).removeprefix("before that: ")) for earlier in one.earlier),
    ]
    return [(label, told) for label, told in pairs if told]


def decided(said: Said, plan: Plan) -> str:
    """Where words stand, and who decided them: body, day, case, title, and how well the papers show it."""
    decision = said.seen.decision
    if decision is None:
        return f"{authority(said)}, by no decision that the plan names"
    known = "" if EVIDENCE[decision.evidence] else " (its full text is known)"
    by = f"{authority(said)}, {said.seen.standing} {decided_by(plan, decision)}"
    return f"{by}{known}: {visible(decision.title)}"


def also(said: Said, plan: Plan) -> str:
    """What else is said, who said it and how it is read."""
    worth = "Decided as well" if said.is_decided else "Not decided"
    return f"{quoted(said.statement.text)} – {decided(said, plan)}. {worth}; read as: {reading(said.reading)}"


def _too_early(one: Transfer) -> str:
    """That what was handed over had not been decided by then."""
    if one.given is None or one.decided_later is None:
        return ""
    given, decided = norwegian(one.given), norwegian(one.decided_later)
    return f"the hand-over on {given} came before the decision of {decided}"


def stands(one: ItemOnDate, sheet: Sheet) -> str:
    """The state of an item that does not go to the receiver, and since or until when."""
    told = when(one, sheet.report.view.clocks.date)
    return listed(state_name(one.state), told)


def goes_to(one: ItemOnDate, sheet: Sheet) -> str:
    """Where an item goes that does not go to the receiver: to whom, or to nobody, or nowhere because it is over."""
    if one.to is not None:
        return visible(one.to)
    if one.state in OVER:
        return "nobody: it is over"
    if one.item.owner not in sheet.report.view.plan.organisation_with_parts:
        return f"stays with {visible(one.item.owner)}"
    return "nobody named"


def to_sign(one: Transfer) -> list[str]:
    """The sides of a hand-over that somebody has still to sign, each with who does."""
    if one.stage in {Stage.OVER, Stage.RETURNED}:
        return []
    given = f"handed over by {visible(one.giver)}"
    taken = f"taken over by {visible(one.to)}" if one.to else "taken over"
    return [side for side, recorded in ((given, one.handed_over), (taken, one.accepted)) if recorded is None]
