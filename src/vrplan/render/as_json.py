"""Reports and findings as JSON documents: a language-neutral contract (design section 6)."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, assert_never

from vrplan.render.json_agenda import agenda
from vrplan.render.json_decisions import decision
from vrplan.render.json_diff import change, notes, plan_change
from vrplan.render.json_timeline import timeline
from vrplan.render.json_transfers import not_holding, receiver, transfer
from vrplan.render.json_values import (
    Json,
    event,
    finding,
    iso,
    item,
    mentioned,
    open_item,
    reading,
    segment,
    statement,
)
from vrplan.render.safe import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.as_of import PlanOnDate
    from vrplan.render import Report
    from vrplan.reports.check import CheckReport
    from vrplan.reports.closeout import CloseoutReport
    from vrplan.reports.decisions import DecisionsReport
    from vrplan.reports.diff import DiffReport
    from vrplan.reports.read import Phrase
    from vrplan.reports.status import StatusReport
    from vrplan.reports.transfers import TransfersReport
    from vrplan.reports.why import WhyReport

SCHEMA = 1
"""The version of the contract; it rises when a key changes its meaning or goes."""

_CONTROLS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def as_json(report: Report) -> str:
    """The document of the report."""
    match report.kind:
        case "status":
            return _status(report)
        case "transfers":
            return _transfers(report)
        case "why":
            return _why(report)
        case "decisions":
            return _decisions(report)
        case "diff":
            return _diff(report)
        case "closeout":
            return _closeout(report)
        case "agenda":
            return document("agenda", report.view, agenda(report))
        case "timeline":
            return document("timeline", report.view, timeline(report))
        case _:
            assert_never(report)


def _status(report: StatusReport) -> str:
    """The document of `vrplan status`."""
    found = report.highlights
    return document(
        "status",
        report.view,
        {
            "summary": {
                "since": iso(found.since),
                "changed": [
                    {"id": one.now.item.id, "from": one.before, "to": one.after.state}
                    for one in found.changes
                ],
                "next": iso(found.next_day),
                "next_changes": [
                    {"id": one.now.item.id, "from": one.before, "to": one.after.state}
                    for one in found.next_changes
                ],
                "ownerless": [one.item.id for one in found.ownerless],
                "ownerless_from": iso(found.ownerless_from),
                "ownerless_later": [one.item.id for one in found.ownerless_later],
            },
            "items": [item(one) for one in report.items],
            "counts": report.counts,
            "unspoken": [one.id for one in report.unspoken],
        },
    )


def _transfers(report: TransfersReport) -> str:
    """The document of `vrplan transfers`."""
    return document(
        "transfers",
        report.view,
        {
            "to": report.to,
            "transfers": [transfer(one) for one in report.transfers],
            "undecided": [not_holding(one) for one in report.undecided],
            "set_aside": [not_holding(one) for one in report.set_aside],
            "counts": report.counts,
            "total": sum(report.counts.values()),
            "confirmed": report.confirmed,
            "receivers": [receiver(one) for one in report.receivers],
        },
    )


def _why(report: WhyReport) -> str:
    """The document of `vrplan why`."""
    now = report.now
    return document(
        "why",
        report.view,
        {
            "item": item(now) if now else None,
            "statements": [statement(one) for one in report.statements],
            "events": [event(one) for one in report.events],
            "follows": [segment(one) for one in report.follows],
        },
    )


def _decisions(report: DecisionsReport) -> str:
    """The document of `vrplan decisions`."""
    idle = {"nothing_follows": report.idle, "points_nothing_follows": report.idle_points}
    return document(
        "decisions",
        report.view,
        {
            "asked": report.asked,
            "unused": report.unused,
            "decisions": [decision(one) for one in report.decisions],
            "summary": report.counts | idle,
        },
    )


def _diff(report: DiffReport) -> str:
    """The document of `vrplan diff`."""
    return document(
        "diff",
        report.after,
        {
            "compared": report.compared,
            "before": report.names[0],
            "after": report.names[1],
            "changes": [change(one) for one in report.changes],
            "plan_changes": [plan_change(one) for one in report.plan_changes],
            "notes": notes(report),
            "summary": report.counts | {"plan": len(report.plan_changes)},
        },
    )


def _closeout(report: CloseoutReport) -> str:
    """The document of `vrplan closeout`; the items are told as they stand on the day after.

    When the organisation has ceased by the day asked about, as they stand on that day.
    """
    return document(
        "closeout",
        report.view,
        {
            "ready": report.ready,
            "open": [open_item(one) for one in report.open],
            "undecided": [mentioned(one) for one in report.unsettled],
            "unspoken": [one.id for one in report.unspoken],
        },
    )


def check(report: CheckReport) -> str:
    """The document of `vrplan check`."""
    head = {"schema": SCHEMA, "command": "check", "plan": report.plan, "date": None, "as_known": None}
    summary: Json = dict(report.summary)
    if report.quotations is not None:
        summary["quotations"] = asdict(report.quotations)
    return dump(head | {"findings": [finding(one) for one in report.findings], "summary": summary})


def phrases(read: Iterable[Phrase]) -> str:
    """One line of JSON for each text, in the order in which they were given."""
    return "".join(dump({"phrase": one.text} | reading(one.reading), indent=None) for one in read)


def document(command: str, view: PlanOnDate, body: Json) -> str:
    """A report's document: who answers which question about which plan and clocks, then the answer."""
    force = view.column_in_force
    head = {
        "schema": SCHEMA,
        "command": command,
        "plan": view.plan.written.plan,
        "date": iso(view.clocks.date),
        "as_known": iso(view.clocks.as_known),
        "column": force[0].key if force else None,
        "ceases": iso(view.ceases),
        "in_period": view.in_period,
    }
    return dump(head | body)


def dump(value: Any, indent: int | None = 2) -> str:
    """JSON with Norwegian letters as they are and control characters as escapes, ending in a line break."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    text = _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return (ORDER.sub(r"\1\\u005b", text) if "##" in text else text) + "\n"
