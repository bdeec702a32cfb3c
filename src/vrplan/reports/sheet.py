"""What a receiver must know to take over what goes to it: the hand-overs, and what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.as_of.states import OVER

if TYPE_CHECKING:
    from vrplan.as_of import ItemOnDate
    from vrplan.model.plan import Item
    from vrplan.reports.transfers import TransfersReport


@dataclass(frozen=True, slots=True)
class Sheet:
    """The hand-over sheet of one receiver."""

    report: TransfersReport
    """What goes to the receiver and its parts, and what does not, though other words say it or speak of it."""
    beside: tuple[ItemOnDate, ...]
    """What else stands in the focus areas of these items and goes elsewhere, or to nobody."""
    unclaimed: tuple[ItemOnDate, ...]
    """Property of the organisation that goes to nobody, wherever it stands."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing goes to the receiver, and no words say or speak of it."""
        return not self.report.listed


def sheet(report: TransfersReport) -> Sheet:
    """Gather what the receiver of `report` must know. A focus area that it owns itself is looked at too."""
    items = report.view.items
    told = {one.now.item.id for one in report.listed}
    subjects = {_subject(one.item) for one in items if one.item.id in told or one.item.owner in report.parts}
    beside = tuple(
        one
        for one in items
        if one.item.id not in told and one.item.focus_area and _subject(one.item) in subjects
    )
    told |= {one.item.id for one in beside}
    ours = report.view.plan.organisation_with_parts
    unclaimed = tuple(
        one
        for one in items
        if one.item.kind == "property"
        and one.item.id not in told
        and one.item.owner in ours
        and one.to is None
        and one.state not in OVER
    )
    return Sheet(report, beside, unclaimed)


def _subject(item: Item) -> tuple[str | None, str | None]:
    """The area and the focus area that an item belongs to."""
    return item.area, item.focus_area
