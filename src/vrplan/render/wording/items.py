"""The sentences about items: where they stand, since when, until when, in whose words, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of.turns import then
from vrplan.days import norwegian
from vrplan.render.language import _
from vrplan.render.safe import visible
from vrplan.render.wording.names import happening_name, modality_name, obligation_name, standing_name
from vrplan.render.wording.plans import full_name
from vrplan.render.wording.stands import stands
from vrplan.render.wording.statements import quoted
from vrplan.render.wording.terms import state_name

if TYPE_CHECKING:
    from datetime import date

    from vrplan.as_of import ItemOnDate, Said, State
    from vrplan.model.plan import Item
    from vrplan.reports.why import WhyReport


def words(one: ItemOnDate) -> str:
    """The words that hold, in quotation marks, and how many other statements stand beside them."""
    if one.holds is not None:
        return quoted(one.holds.statement.text) + _others(len(one.beside))
    if one.beside:
        first = one.beside[0]
        return f"{_worth(first)}: {quoted(first.statement.text)}{_others(len(one.beside) - 1)}"
    if one.happened:
        return f"({_('recorded: {event}').format(event=happening_name(one.happened.what))})"
    return f"({_('property: has no status text')})"


def _worth(said: Said) -> str:
    """Why words do not hold: nobody has adopted them, or they are not as sure as that."""
    if said.seen.standing != "adopted" or said.reading.modality is None:
        return standing_name(said.seen.standing)
    return modality_name(said.reading.modality)


def _others(number: int) -> str:
    return f" [{_('also said: {number}').format(number=number)}]" if number else ""


def section(item: Item) -> tuple[str, str]:
    """The two headings that an item stands under: its area and its focus area."""
    area = visible(item.area) if item.area else _("Outside the areas")
    return area, visible(item.focus_area) if item.focus_area else ""


def why_title(report: WhyReport) -> str:
    """What `why` answers, for the heading: the day follows."""
    if report.now is None:
        return _("what is said of {item} on").format(item=report.item.id)
    return _("why {item} is {state} on").format(item=report.item.id, state=state_name(report.now.state))


def place_in_plan(report: WhyReport) -> list[tuple[str, str]]:
    """Where in the plan an item stands, who does it and who owns it."""
    item = report.item
    above = [name for name in (item.area, item.focus_area, item.measure) if name and name != item.name]
    pairs = [
        (_("stands in"), " / ".join(above)),
        (_("kind"), obligation_name(item.kind) if item.kind else ""),
        (_("resource"), item.resource or item.who or ""),
        (_("owner"), full_name(report.view.plan, item.owner)),
        (_("note"), item.note or ""),
    ]
    return [(label, visible(told)) for label, told in pairs if told]


def state_now(report: WhyReport) -> list[str]:
    """The state of an item in words, and who owns it now."""
    now = report.now
    if now is None:
        return [_("Nothing that was known speaks of it.")]
    day = report.view.clocks.date
    return [_("On {day}: {stands}").format(day=norwegian(day), stands=stands(now, day))]


def follows(report: WhyReport) -> list[str]:
    """The states to come, each with its first day."""
    lines = [_to_come(one.state, one.first, one.to) for one in report.follows if one.first]
    return lines or [_("nothing that has a date")]


def comes_then(one: ItemOnDate) -> str:
    """What follows on the present state, and from which day; empty where that has no end."""
    after = then(one)
    return _to_come(after.state, after.first, after.to) if after is not None and after.first else ""


def _to_come(state: State, first: date, recipient: str | None) -> str:
    told = _("{state} from {day}, to {recipient}") if recipient else _("{state} from {day}")
    return told.format(state=state_name(state), day=norwegian(first), recipient=visible(recipient or ""))
