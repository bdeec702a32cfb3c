"""Reports as CSV (RFC 4180): one row an item, ISO dates, and no cell that a spreadsheet would compute."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, assert_never

from vrplan.render import json_values
from vrplan.render.json_agenda import AGENDA, agenda_rows
from vrplan.render.json_decisions import decision
from vrplan.render.json_diff import change, notes, plan_change
from vrplan.render.json_timeline import entry
from vrplan.render.json_transfers import EVIDENCE, transfer
from vrplan.render.safe import cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.render import Report
    from vrplan.reports.check import CheckReport
    from vrplan.reports.decisions import ListedDecision
    from vrplan.reports.hand_overs import Transfer

_STATUS = (
    "id", "level", "area", "focus_area", "measure", "name", "resource", "owner", "state", "since", "until", "to",
    "confirmed", "text", "column", "decision", "evidence", "beside", "file", "line", "then_state", "then_from",
    "then_to",
)  # fmt: skip
_TRANSFERS = (
    "id", "level", "name", "focus_area", "to", "start", "end", "state", "confirmed", "decision", "text", "beside",
    "stage", "owner", "window_start", "window_end",
    *(f"{side}_{key}" for side in ("handed_over", "accepted") for key in EVIDENCE),
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
_DECISIONS = (
    "id", "body", "date", "case", "title", "point", "summary", "standing", "evidence", "source", "items", "holds",
    "adopts", "proposes", "ceases", "events", "replaces", "replaced_by", "note", "file", "line",
)  # fmt: skip
_CLOSEOUT = (
    "id", "level", "name", "reason", "state", "since", "until", "to", "kind", "who", "decision", "text", "file", "line",
)  # fmt: skip
_TIMELINE = (
    "date", "precision", "until", "when", "what", "event", "id", "level", "name", "from_state", "to_state", "to",
    "body", "decision", "case", "standing", "evidence", "text", "note", "file", "line", "overtaken",
)  # fmt: skip
_FINDINGS = (
    "code", "name", "severity", "message", "file", "line", "column", "end_line", "end_column", "help", "accepted",
)  # fmt: skip
_DIFF = (
    "id", "level", "area", "focus_area", "name", "what", "aspects",
    *(f"{side}_{key}" for side in ("before", "after") for key in (
        "text", "column", "decision", "kind", "start", "end", "to", "state", "since", "until", "confirmed", "owner",
    )),
)  # fmt: skip


def as_csv(report: Report) -> str:
    """The rows of the report under their names; the values are those of the JSON document."""
    match report.kind:
        case "status":
            return _table(_STATUS, (_status_row(json_values.item(one)) for one in report.items))
        case "transfers":
            return _table(_TRANSFERS, (_transfer_row(one) for one in report.transfers))
        case "why":
            rows = (json_values.statement(one) for one in report.statements)
            return _table(_WHY, ({**row, **row["reading"], **_decision(row["decision"])} for row in rows))
        case "decisions":
            return _table(_DECISIONS, (row for one in report.decisions for row in _decision_rows(one)))
        case "closeout":
            return _table(_CLOSEOUT, (json_values.open_item(one) for one in report.open))
        case "diff":
            rows = (change(one) for one in report.changes)
            others = (plan_change(one) for one in report.plan_changes)
            return _table(_DIFF, (*map(_diff_row, rows), *map(_plan_row, others), *_note_rows(notes(report))))
        case "agenda":
            return _table(AGENDA, agenda_rows(report))
        case "timeline":
            return _table(_TIMELINE, (entry(one, report.view.plan) for one in report.entries))
        case _:
            assert_never(report)


def findings(report: CheckReport) -> str:
    """The findings of a plan, one a row."""
    return _table(_FINDINGS, (json_values.finding(one) for one in report.findings))


def _status_row(row: dict[str, Any]) -> dict[str, Any]:
    return row | {f"then_{key}": value for key, value in (row["then"] or {}).items()}


def _transfer_row(one: Transfer) -> dict[str, Any]:
    row = transfer(one)
    parts = {part: row[part] or {} for part in ("window", "handed_over", "accepted")}
    return row | {f"{part}_{key}": value for part, told in parts.items() for key, value in told.items()}


def _decision_rows(one: ListedDecision) -> Iterable[dict[str, Any]]:
    """A row for the decision, and one for each point of it that stands by itself in a sheet."""
    told = decision(one)
    yield told
    for point in told["points"]:
        yield told | point | {"id": f"{told['id']}/{point['id']}", "point": point["id"]}


def _diff_row(row: dict[str, Any]) -> dict[str, Any]:
    for side in ("before", "after"):
        told = row[side] or {}
        row |= {f"{side}_{key}": value for key, value in (told | (told.get("reading") or {})).items()}
    return row


def _plan_row(row: dict[str, Any]) -> dict[str, Any]:
    told = {
        f"{side}_text": "; ".join(
            f"{one['name']}: {one[side]}" for one in row["facts"] if one[side] is not None
        )
        for side in ("before", "after")
    }
    return told | {"id": row["name"], "level": row["subject"], "what": row["what"]}


def _note_rows(counts: dict[str, int]) -> Iterable[dict[str, Any]]:
    """In how many places notes and the like differ, a row for each that do."""
    return (
        {"level": what, "what": "changed", "after_text": number} for what, number in counts.items() if number
    )


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
    if isinstance(value, int):
        return str(value)  # -3 is a number, and no formula
    if isinstance(value, list):
        return cell("; ".join(_one_of(one) for one in value))
    return cell(str(value))


def _one_of(value: Any) -> str:
    if isinstance(value, str):
        return value
    if "what" in value:
        return f"{value['date']} {value['what']} ({value['item']})"
    return f"{value['text'] or ''} ({value['decision'] or value['column']})"
