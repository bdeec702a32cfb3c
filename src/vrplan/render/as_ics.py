"""A calendar as an iCalendar file (RFC 5545, RFC 7986) that takes the place of an earlier one without duplicates."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, assert_never
from uuid import UUID, uuid5

from icalendar import Calendar, Event, vDuration, vText

from vrplan.days import ONE_DAY
from vrplan.render.language import telling_in
from vrplan.render.safe import visible
from vrplan.render.wording.calendar import (
    calendar_name,
    calendar_told,
    category,
    gone,
    gone_told,
    is_provisional,
    summary,
    told,
)
from vrplan.reports.calendar import LastDay, MeetingDay
from vrplan.reports.marked_days import Marked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from vrplan.render.language import Language
    from vrplan.reports.calendar import CalendarEntry, CalendarReport

PRODUCT = "-//vrplan//vrplan//EN"
_NAMESPACE = UUID("a16ebd97-495c-4da6-b53e-20280c76e2bd")
"""Never to be changed: it is part of every UID that lies in somebody's calendar."""
_OURS = "@vrplan"
_STAMPS = frozenset({"DTSTAMP", "LAST-MODIFIED", "SEQUENCE"})
_NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TAKEN_OVER = (
    "UID",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "CATEGORIES",
    "STATUS",
    "SEQUENCE",
    "DTSTAMP",
)


class NotOursError(ValueError):
    """The file holds something that must not be overwritten; the message says what."""


def as_ics(
    report: CalendarReport, moment: datetime, before: bytes | None = None, language: Language = "en"
) -> bytes:
    """The calendar as a file; `before` is what the file holds that it takes the place of.

    An event that says the same keeps its number and its time, a changed one gets a higher number and `moment`, and
    one that is gone stays as cancelled, so that whoever imports the file loses it too. Raises NotOursError when
    `before` is anything but an earlier state of this calendar.
    """
    with telling_in(language):
        return _as_ics(report, moment, before)


def _as_ics(report: CalendarReport, moment: datetime, before: bytes | None) -> bytes:
    calendar = _empty(report)
    earlier = _earlier(before, str(calendar["UID"])) if before is not None else {}
    for entry in report.entries:
        event = _event(entry, report)
        was = earlier.pop(str(event["UID"]), None)
        if was is not None or report.wants(entry):
            calendar.add_component(_stamped(event, was, _revision(entry), moment))
    for was in earlier.values():
        calendar.add_component(_gone(was, moment))
    return bytes(calendar.to_ical(sorted=False))


def _empty(report: CalendarReport) -> Calendar:
    """The calendar without events. It names no METHOD: it is a copy of a calendar, and invites nobody."""
    calendar = Calendar()
    whose = report.whose
    name, described = calendar_name(report), calendar_told(report)
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add(
        "UID", _uid(report, "calendar", whose.to, *sorted({name.casefold() for name in whose.resources}))
    )
    calendar.add("NAME", vText(name))  # the library knows too few names of texts, and escapes no others
    calendar.add("DESCRIPTION", described)
    calendar.add("REFRESH-INTERVAL", vDuration(ONE_DAY), {"VALUE": "DURATION"})
    calendar.add("X-WR-CALNAME", vText(name))  # as Outlook, Google and Apple call NAME
    calendar.add("X-WR-CALDESC", vText(described))
    return calendar


def _event(entry: CalendarEntry, report: CalendarReport) -> Event:
    """An event over whole days. Only a meeting takes up the time of those who have it in their calendar."""
    event = Event()
    event.add("UID", _uid(report, *_names(entry)))
    event.add("DTSTART", entry.first)
    event.add("DTEND", entry.last + ONE_DAY)  # the first day after it: RFC 5545, 3.6.1
    event.add("SUMMARY", summary(entry, report.view.plan))
    event.add("DESCRIPTION", told(entry, report))
    event.add("CATEGORIES", list(_categories(entry)))
    event.add("STATUS", "TENTATIVE" if is_provisional(entry) else "CONFIRMED")
    event.add("TRANSP", "OPAQUE" if isinstance(entry, MeetingDay) else "TRANSPARENT")
    return event


def _categories(entry: CalendarEntry) -> Iterator[str]:
    yield category(entry)
    if isinstance(entry, Marked) and entry.now.item.area:
        yield visible(entry.now.item.area)


def _uid(report: CalendarReport, *names: str | int | None) -> str:
    """A name for ever, made from names that do not change; it tells nothing about anybody (RFC 7986, 5.3)."""
    return f"{uuid5(_NAMESPACE, json.dumps([report.view.plan.written.plan, *names]))}{_OURS}"


def _names(entry: CalendarEntry) -> tuple[str | int, ...]:
    """What an event is known by: neither its days nor its words, but for a meeting, which has no other name."""
    match entry:
        case Marked():
            return ("item", entry.now.item.id, entry.mark, entry.number)
        case MeetingDay():
            return ("meeting", entry.body, entry.first.isoformat())
        case LastDay():
            return ("last-day",)
        case _:
            assert_never(entry)


def _revision(entry: CalendarEntry) -> int:
    return entry.revision if isinstance(entry, Marked) else 0


def _stamped(event: Event, was: Event | None, revision: int, moment: datetime) -> Event:
    """The event with its number and time: those it had where it says the same."""
    if was is not None and _content(was) == _content(event):
        return was
    number = revision if was is None else max(revision, int(str(was["SEQUENCE"])) + 1)
    event.add("SEQUENCE", number)
    event.add("DTSTAMP", moment)
    event.add("LAST-MODIFIED", moment)
    return event


def _content(event: Event) -> list[str]:
    lines = event.content_lines()
    return sorted(line for line in lines if line and line.partition(":")[0] not in _STAMPS)


def _gone(was: Event, moment: datetime) -> Event:
    """What is no longer in the plan's calendar, cancelled in words too: not every program tells the status."""
    if str(was["STATUS"]) == "CANCELLED":
        return was
    event = Event()
    for name in ("UID", "DTSTART", "DTEND", "CATEGORIES"):
        event[name] = was[name]
    event.add("SUMMARY", gone(str(was["SUMMARY"])))
    event.add("DESCRIPTION", gone_told(str(was["DESCRIPTION"])))
    event.add("STATUS", "CANCELLED")
    event.add("TRANSP", "TRANSPARENT")
    return _stamped(event, was, 0, moment)


def _earlier(content: bytes, calendar_uid: str) -> dict[str, Event]:
    """The events of an earlier state of the calendar, by their UID."""
    calendar = _read(content)
    if str(calendar.get("PRODID")) != PRODUCT:
        raise NotOursError("is a calendar that vrplan has not written")
    if str(calendar.get("UID")) != calendar_uid:
        raise NotOursError("is the calendar of another plan, receiver or resource")
    events: dict[str, Event] = {}
    for event in calendar.subcomponents:
        if not isinstance(event, Event) or not str(event.get("UID")).endswith(_OURS):
            raise NotOursError("holds something that vrplan has not written")
        if not _is_whole(event) or str(event["UID"]) in events:
            raise NotOursError("is damaged")
        events[str(event["UID"])] = event
    return events


def _read(content: bytes) -> Calendar:
    if _NO_TEXT.search(content):
        raise NotOursError("is no calendar, or a damaged one")
    try:
        calendar = Calendar.from_ical(content.decode("utf-8-sig").encode())
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise NotOursError("is no calendar, or a damaged one") from error
    if not isinstance(calendar, Calendar):
        raise NotOursError("is no calendar")
    return calendar


def _is_whole(event: Event) -> bool:
    """Whether everything that is taken over from an earlier event is there, once, and could be read."""
    once = all(name in event and not isinstance(event[name], list) for name in _TAKEN_OVER)
    return once and not event.errors and not event.subcomponents
