"""What of a plan goes into a workbook: the states, the hand-overs, the decisions and the findings of one view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrplan.as_of import PlanOnDate
    from vrplan.reports.check import CheckReport
    from vrplan.reports.decisions import DecisionsReport
    from vrplan.reports.status import StatusReport
    from vrplan.reports.transfers import TransfersReport


@dataclass(frozen=True, slots=True)
class Workbook:
    """The reports that make the sheets: all of the same plan, with the same clocks."""

    view: PlanOnDate
    status: StatusReport
    transfers: TransfersReport
    decisions: DecisionsReport
    checked: CheckReport
