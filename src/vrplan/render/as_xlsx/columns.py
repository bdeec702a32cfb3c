"""The columns of the sheets: each with its name, its width and what stands in it, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vrplan.render import wording
from vrplan.render.as_xlsx.sheets import Column
from vrplan.render.findings import message, severity_name
from vrplan.render.language import _, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.as_of import ItemOnDate, Said
    from vrplan.findings import Finding
    from vrplan.model.plan import Plan
    from vrplan.render.as_xlsx.sheets import Cell
    from vrplan.reports.decisions import ListedDecision, ListedPoint
    from vrplan.reports.hand_overs import Transfer


def item_columns() -> Sequence[Column[ItemOnDate]]:
    """A row for each item."""
    return (
        Column(_("State"), 13, lambda one: wording.state_name(one.state)),
        Column(_("Item"), 44, lambda one: one.item.name),
        Column(_("In this state since"), 13, lambda one: one.since),
        Column(_("In this state until"), 13, lambda one: one.until),
        Column(_("What comes then"), 22, lambda one: wording.comes_then(one) or None),
        Column(pgettext("column", "To"), 16, lambda one: one.to),
        Column(_("Area"), 14, lambda one: one.item.area),
        Column(_("Focus area"), 26, lambda one: one.item.focus_area),
        Column(_("Words of the plan"), 44, lambda one: _words(one.holds)),
        Column(_("Stands in"), 18, lambda one: _place(one.holds)),
        Column(_("Measure"), 30, lambda one: one.item.measure),
        Column(_("Owner"), 16, lambda one: one.owner),
        Column(_("Resource"), 40, lambda one: one.item.resource or one.item.who),
        Column(_("Confirmed"), 12, lambda one: _("yes") if one.confirmed else None),
        Column(_("Also said"), 90, lambda one: "; ".join(map(wording.beside, one.beside)) or None),
        Column(_("Id"), 24, lambda one: one.item.id),
    )


def transfer_columns(plan: Plan) -> Sequence[Column[Transfer]]:
    """A row for each hand-over."""
    return (
        Column(_("Item"), 50, lambda one: one.now.item.name),
        Column(pgettext("column", "From"), 20, lambda one: one.giver),
        Column(pgettext("column", "To"), 20, lambda one: one.to),
        Column(_("Window from"), 13, lambda one: one.window[0]),
        Column(_("Window until"), 13, lambda one: one.window[1]),
        Column(_("Stage"), 26, lambda one: wording.stage_name(one.stage)),
        Column(_("Handed over"), 26, lambda one: wording.handed_over(one, plan)),
        Column(_("Confirmed"), 26, lambda one: wording.confirmed(one, plan)),
        Column(_("Words of the plan"), 50, lambda one: _words(one.now.holds)),
        Column(_("Stands in"), 20, lambda one: _place(one.now.holds)),
        Column(_("Id"), 24, lambda one: one.now.item.id),
    )


class Decided(NamedTuple):
    """A decision, or one of its points."""

    whole: ListedDecision
    part: ListedPoint | None = None


def decided(decisions: Sequence[ListedDecision]) -> Iterator[Decided]:
    """Each decision, and behind it each of its points, which a filter must find by the same body and day."""
    for one in decisions:
        yield Decided(one)
        yield from (Decided(one, part) for part in one.points)


def decision_columns(plan: Plan) -> Sequence[Column[Decided]]:
    """A row for each decision, and one for each of its points."""
    return (
        Column(_("Date"), 14, lambda one: _day_of(one.whole)),
        Column(_("Body"), 24, lambda one: wording.body(plan, one.whole.decision)),
        Column(_("Case"), 12, lambda one: one.whole.decision.case),
        Column(_("Decision"), 60, _title),
        Column(_("Standing"), 30, lambda one: wording.standing(one.whole)),
        Column(_("What follows"), 60, lambda one: _follows(one, plan)),
        Column(_("Id"), 24, _id),
    )


def finding_columns() -> Sequence[Column[Finding]]:
    """A row for each finding."""
    return (
        Column(_("Code"), 10, lambda one: one.code.code),
        Column(_("Severity"), 20, lambda one: severity_name(one.code.severity)),
        Column(_("Finding"), 80, lambda one: message(one).sentence),
        Column(_("What to do"), 60, lambda one: message(one).help),
        Column(_("Accepted, because"), 36, lambda one: one.accepted or None),
        Column(_("File"), 30, lambda one: one.place.file if one.place else one.spot.file),
        Column(_("Line"), 8, lambda one: one.place.line if one.place else None),
    )


def _words(holds: Said | None) -> Cell:
    return holds.statement.text if holds else None


def _place(holds: Said | None) -> Cell:
    return wording.authority(holds) if holds else None


def _day_of(one: ListedDecision) -> Cell:
    """The day of a decision; in words where no more than the month or the year is known."""
    known = one.decision.date
    return known.last if known is not None and known.is_day else wording.decided_on(one.decision)


def _title(one: Decided) -> Cell:
    return f"{one.part.point.id}: {one.part.point.summary}" if one.part else one.whole.decision.title


def _follows(one: Decided, plan: Plan) -> Cell:
    if one.part is None:
        return wording.own_consequences(one.whole, plan)
    return wording.consequences(one.part.follows, one.whole.decision, plan)


def _id(one: Decided) -> Cell:
    return f"{one.whole.decision.id}/{one.part.point.id}" if one.part else one.whole.decision.id
