"""Reports as CSV (RFC 4180): one row an item, ISO dates, and no cell that a spreadsheet would compute."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, assert_never

from vrplan.render import json_values
from vrplan.render.safe import cell
from vrplan.reports.status import StatusReport
from vrplan.reports.transfers import TransfersReport
from vrplan.reports.why import WhyReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.render import Report

_STATUS = (
    "id", "level", "area", "focus_area", "measure", "name", "resource", "owner", "state", "since", "until", "to",
    "confirmed", "text", "column", "decision", "evidence", "beside", "file", "line",
)  # fmt: skip
_TRANSFERS = (
    "id", "level", "name", "focus_area", "to", "start", "end", "state", "confirmed", "decision", "text", "beside",
)  # fmt: skip
_WHY = (
    "text",
    "column",
    "decision",
    "date",
    "standing",
    "evidence",
    "kind",
    "start",
    "end",
    "holds",
    "file",
    "line",
)


def as_csv(report: Report) -> str:
    """The rows of the report under their names; the values are those of the JSON document."""
    match report:
        case StatusReport():
            return _table(_STATUS, (json_values.item(one) for one in report.items))
        case TransfersReport():
            return _table(_TRANSFERS, (json_values.transfer(one) for one in report.transfers))
        case WhyReport():
            rows = (json_values.statement(one) for one in report.statements)
            return _table(_WHY, ({**row, **row["reading"], **_decision(row["decision"])} for row in rows))
        case _:
            assert_never(report)


def _decision(decision: dict[str, Any] | None) -> dict[str, Any]:
    if decision is None:
        return {"decision": None}
    return {"decision": decision["id"]} | {key: decision[key] for key in ("date", "standing", "evidence")}


def _table(columns: tuple[str, ...], rows: Iterable[dict[str, Any]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return file.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return cell("; ".join(f"{one['text'] or ''} ({one['decision'] or one['column']})" for one in value))
    return cell(str(value))
