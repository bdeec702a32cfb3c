"""The parts of `agenda` as plain values: the horizon, the meetings, and the entries under their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.render.json_values import Json, beside, decision_id, iso
from vrplan.reports.agenda import AgendaWhat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of.meetings import KnownMeeting
    from vrplan.reports.agenda import AgendaEntry, AgendaReport

AGENDA = (
    "section", "what", "day", "days_left", "id", "level", "name", "start", "end", "state", "becomes", "who", "owner",
    "to", "decision", "text", "undecided", "meeting", "body", "file", "line",
)  # fmt: skip
"""The columns of the sheet; meetings are rows as well."""


def agenda(report: AgendaReport) -> Json:
    """The body of the document."""
    return {
        "until": iso(report.horizon.until),
        "horizon": report.horizon.why,
        "meetings": [_meeting(one, report) for one in report.meetings],
        "entries": [_entry(one, report) for one in report.entries],
        "summary": {"meetings": len(report.meetings), **report.counts},
    }


def agenda_rows(report: AgendaReport) -> Iterator[Json]:
    """The meetings, then the entries."""
    for meeting in report.meetings:
        told = _meeting(meeting, report)
        yield told | {"section": "meetings", "what": "meeting", "day": told["date"], "text": meeting.note}
    for entry in report.entries:
        row = _entry(entry, report)
        where = row["meeting"] or {"date": None, "body": None}
        yield row | {"meeting": where["date"], "body": where["body"]}


def _meeting(one: KnownMeeting, report: AgendaReport) -> Json:
    """A meeting; its date is a day, or the month or year of which alone is known, and then no days are counted."""
    days = (one.date.last - report.view.clocks.date).days if one.date.is_day else None
    return {
        "body": one.body,
        "name": report.view.plan.decided.body_name(one.body),
        "date": one.date.text,
        "days_left": days,
        "decides": one.decides,
        "source": one.source,
        "note": one.note,
    }


def _entry(one: AgendaEntry, report: AgendaReport) -> Json:
    now, source = one.now, one.now.item
    said = one.undecided[0] if one.what is AgendaWhat.UNDECIDED else now.holds
    return {
        "id": source.id,
        "level": source.level,
        "name": source.name,
        "section": one.section,
        "what": one.what,
        "day": iso(one.day),
        "days_left": one.days_left(report.view.clocks.date),
        "start": iso(one.start),
        "end": iso(one.end),
        "state": now.state,
        "becomes": one.becomes,
        "who": source.resource or source.who or now.owner,
        "owner": now.owner,
        "to": one.to,
        "decision": decision_id(said) if said is not None else None,
        "text": said.statement.text if said is not None else None,
        "undecided": [beside(other) for other in one.undecided],
        "meeting": {"body": one.meeting.body, "date": one.meeting.date.text} if one.meeting else None,
        "file": source.file,
        "line": source.line,
    }
