"""A calendar as an iCalendar file: whole days, names that last, numbers that rise, and nothing obeyed."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from vrplan.as_of import Clocks, as_of
from vrplan.folder import read_folder
from vrplan.load import load
from vrplan.render.as_ics import NotOursError, as_ics
from vrplan.render.language import Language
from vrplan.reports.calendar import Whose, calendar

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan

    PlanFrom = Callable[..., Plan]

REST = "columns: {HP 2018: {adopted_by: sg-1}}"
NOW = datetime(2018, 7, 1, 9, 30, 15, 123456, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
ROOT = Path(__file__).parent.parent.parent
DECISIONS = """
bodies: {SG: {name: Styringsgruppen}}
meetings: [{body: SG, date: 2018-06-14}]
decisions:
  - {id: sg-1, title: HP 2018, standing: adopted, evidence: title-only, body: SG, date: 2017-12-07, case: 35/2017}
  - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14}
"""


def plan_of(plan_from: PlanFrom, *activities: str) -> Plan:
    listed = "".join(f"\n{' ' * 18}- {{{one}}}" for one in activities)
    return plan_from(
        f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}, Justert: {{adopted_by: sg-2}}}}
        parties: {{KHS: {{}}}}
        areas:
          - id: helse
            name: Helse, miljø; trivsel
            measures:
              - name: Nettverk
                activities: {listed or "[]"}
        """,
        DECISIONS,
    )


def written(
    plan: Plan, moment: datetime = NOW, before: bytes | None = None, whose: Whose | None = None
) -> bytes:
    return as_ics(calendar(as_of(plan, Clocks(date(2018, 7, 1))), whose), moment, before)


def events(content: bytes) -> dict[str, Event]:
    """The events by their line."""
    found = Calendar.from_ical(content)
    assert isinstance(found, Calendar)
    assert [error for event in found.events for error in event.errors] == []
    return {str(event["SUMMARY"]): event for event in found.events}


def sequences(content: bytes) -> dict[str, tuple[int, str]]:
    return {line: (int(str(one["SEQUENCE"])), str(one["STATUS"])) for line, one in events(content).items()}


def unfolded(content: bytes) -> str:
    return re.sub("\r\n[ \t]", "", content.decode()).replace("\r\n", "\n")


def shipped() -> Plan:
    plan = load(read_folder(ROOT / "data")).plan
    assert plan is not None
    return plan


def keeps_the_form(content: bytes) -> None:
    """The laws of RFC 5545, 3.1: lines end in CRLF, are of at most 75 octets, and hold no control character."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", b"".join(lines)) is None
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    uids = [str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")]
    assert len(uids) == len(set(uids))


def test_calendar_of_the_shipped_plan(golden: Callable[[str, str], None]) -> None:
    content = written(shipped())
    keeps_the_form(content)
    golden("calendar.ics.txt", unfolded(content))


def test_calendar_of_a_receiver(golden: Callable[[str, str], None]) -> None:
    content = written(shipped(), whose=Whose("KHS", frozenset({"KHS"})))
    keeps_the_form(content)
    golden("calendar-khs.ics.txt", unfolded(content))


@pytest.mark.parametrize("language", get_args(Language)[1:])
def test_calendar_in_the_other_languages(golden: Callable[[str, str], None], language: Language) -> None:
    report = calendar(as_of(shipped(), Clocks(date(2018, 7, 1))))
    content = as_ics(report, NOW, language=language)
    keeps_the_form(content)
    golden(f"{language}/calendar.ics.txt", unfolded(content))


@pytest.mark.parametrize(
    ("text", "line", "first", "day_after"),
    [
        ("Q3", "To do: Flytte", date(2018, 7, 1), date(2018, 10, 1)),
        ("Q3", "Deadline: Flytte", date(2018, 9, 30), date(2018, 10, 1)),
        ("5.9.2018", "To do: Flytte", date(2018, 9, 5), date(2018, 9, 6)),
        ("Avsluttes 28.2.2018", "Last day: Flytte", date(2018, 2, 28), date(2018, 3, 1)),
        ("Avsluttes 31.12.2018", "Last day: Flytte", date(2018, 12, 31), date(2019, 1, 1)),
        ("Overføres til KHS 1.9.2018", "Hand-over to KHS: Flytte", date(2018, 9, 1), date(2018, 9, 2)),
    ],
)
def test_event_lasts_from_its_first_day_to_the_day_after_its_last(
    plan_from: PlanFrom, text: str, line: str, first: date, day_after: date
) -> None:
    event = events(written(plan_of(plan_from, f"id: flytt, name: Flytte, status: {{HP 2018: {text}}}")))[line]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (first, day_after)
    assert event["DTSTART"].params == {"VALUE": "DATE"}
    assert event["DTEND"].params == {"VALUE": "DATE"}


def test_event_tells_the_words_the_reading_the_decision_and_the_doer(plan_from: PlanFrom) -> None:
    plan = plan_of(
        plan_from, "id: drift, name: Drift, who: Daglig leder, status: {HP 2018: Overføres til KHS Q3}"
    )
    event = events(written(plan))["Last day of the hand-over to KHS: Drift"]
    assert str(event["DESCRIPTION"]).splitlines() == [
        "drift: Drift",
        "Helse, miljø; trivsel",
        "30.9.2018",
        "“Overføres til KHS Q3”",
        "read as: transfers, 1.7.2018–30.9.2018, to KHS",
        "decision: HP 2018 (sg-1), adopted 7.12.2017 by Styringsgruppen, sak 35/2017 (known by its title only)",
        "to: KHS",
        "done by: Daglig leder",
        "from: Vestregionen",
    ]
    assert [str(one) for one in event.categories] == [
        "Last day of the hand-over",
        "Helse, miljø; trivsel",
    ]
    assert (str(event["STATUS"]), str(event["TRANSP"])) == ("CONFIRMED", "TRANSPARENT")


def test_provisional_is_tentative_in_words_too(plan_from: PlanFrom) -> None:
    plan = plan_of(
        plan_from, "id: drift, name: Drift, status: {HP 2018: Drives foreløpig frem til sommeren 2019}"
    )
    event = events(written(plan))["Last day: Drift (provisional)"]
    assert str(event["STATUS"]) == "TENTATIVE"


def test_only_a_meeting_takes_up_time(plan_from: PlanFrom) -> None:
    found = events(written(plan_of(plan_from, "id: flytt, name: Flytte, status: {HP 2018: Q3}")))
    assert {line: str(one["TRANSP"]) for line, one in found.items()} == {
        "Meeting: Styringsgruppen": "OPAQUE",
        "To do: Flytte": "TRANSPARENT",
        "Deadline: Flytte": "TRANSPARENT",
    }
    assert str(found["Meeting: Styringsgruppen"]["DESCRIPTION"]) == "adopted: sg-2, Justert"


def test_meeting_tells_of_no_decision_that_was_not_known(plan_from: PlanFrom) -> None:
    decisions = DECISIONS.replace("date: 2018-06-14}]", "date: 2018-06-14, source: plan}]")
    plan = plan_from(REST, decisions + "sources: {plan: {title: Møteplan, date: 2017-12-07}}\n")
    for as_known, told in ((date(2018, 6, 13), []), (date(2018, 6, 14), ["adopted: sg-2, Justert"])):
        content = as_ics(calendar(as_of(plan, Clocks(date(2018, 7, 1), as_known))), NOW)
        event = events(content)["Meeting: Styringsgruppen"]
        assert str(event["DESCRIPTION"]).splitlines() == [*told, "source: Møteplan"]


def test_calendar_names_itself_and_invites_nobody(plan_from: PlanFrom) -> None:
    found = Calendar.from_ical(
        written(plan_of(plan_from), whose=Whose("KHS", frozenset({"KHS"}), ("leder",)))
    )
    assert (
        str(found["NAME"]) == str(found["X-WR-CALNAME"]) == "Handlingsplan 2018 – Vestregionen – KHS – leder"
    )
    assert (str(found["VERSION"]), "METHOD" in found) == ("2.0", False)


@pytest.mark.parametrize(
    "title", ["Plan, del 1; ferdig", "Plan\\nSUMMARY:x", "Plan\r\nATTENDEE:mailto:x@y.no", "\x1b[31m"]
)
def test_title_of_the_plan_is_no_more_than_a_name(plan_from: PlanFrom, title: str) -> None:
    content = written(
        plan_from(f"""
        plan: sample
        title: {_quoted(title)}
        organisation: Vestregionen
        period: {{from: 2018-01-01, to: 2018-12-31}}
        """)
    )
    keeps_the_form(content)
    told = dict(line.split(":", 1) for line in unfolded(content).splitlines())
    assert told["NAME"] == told["X-WR-CALNAME"]
    assert told["DESCRIPTION"] == told["X-WR-CALDESC"]
    assert list(Calendar.from_ical(content)) == [
        "PRODID", "VERSION", "UID", "NAME", "DESCRIPTION", "REFRESH-INTERVAL", "X-WR-CALNAME", "X-WR-CALDESC",
    ]  # fmt: skip


def uids(plan: Plan) -> list[str]:
    return sorted(str(event["UID"]) for event in events(written(plan)).values())


def test_event_is_known_by_its_item_and_kind_for_ever(plan_from: PlanFrom) -> None:
    """These names lie in calendars: were one of them to change, everybody would get it twice."""
    now = uids(plan_of(plan_from, "id: flytt, name: Flytte, status: {HP 2018: Q3}"))
    assert now == [
        "8722b583-855e-5aa0-bf4d-a0a6142f8373@vrplan",
        "abb517d2-8952-58de-8431-704561febd67@vrplan",
        "de260dca-bb39-5dc7-834a-e64537820c37@vrplan",
    ]
    assert uids(plan_of(plan_from, "id: flytt, name: Flyttes, status: {HP 2018: Q4}")) == now
    assert uids(plan_of(plan_from, "id: flytta, name: Flytte, status: {HP 2018: Q3}")) != now


Q3 = "id: flytt, name: Flytte, status: {HP 2018: Q3}"
DONE = "id: flytt, name: Flytte, status: {HP 2018: Q3}, events: [{date: 2018-09-01, what: done}]"
POSTPONED = """id: flytt, name: Flytte, status: {HP 2018: Q3},
                 events: [{date: 2018-09-01, what: postponed, from: 2018-10-01, to: 2018-11-15}]"""
OTHER = "id: nett, name: Nett, status: {HP 2018: Avsluttes 30.6.18}"


def test_the_same_again_is_the_same_file(plan_from: PlanFrom) -> None:
    first = written(plan_of(plan_from, Q3, OTHER))
    assert written(plan_of(plan_from, Q3, OTHER), LATER, first) == first


def test_what_changes_gets_a_higher_number_and_the_moment(plan_from: PlanFrom) -> None:
    first = written(plan_of(plan_from, Q3, OTHER))
    assert sequences(first)["To do: Flytte"] == (1, "CONFIRMED")
    second = written(plan_of(plan_from, POSTPONED, OTHER), LATER, first)
    assert sequences(second) == {
        "Meeting: Styringsgruppen": (0, "CONFIRMED"),
        "Last day: Nett": (1, "CONFIRMED"),
        "To do: Flytte": (2, "CONFIRMED"),
        "Deadline: Flytte": (2, "CONFIRMED"),
    }
    was, now = events(first), events(second)
    assert [one["UID"] for one in was.values()] != []
    assert {str(one["UID"]) for one in was.values()} == {str(one["UID"]) for one in now.values()}
    assert now["To do: Flytte"].decoded("DTSTART") == date(2018, 10, 1)
    stamps = {line: one.decoded("DTSTAMP") for line, one in now.items()}
    assert stamps["Last day: Nett"] == NOW.replace(microsecond=0)
    assert stamps["To do: Flytte"] == LATER.replace(microsecond=0)


def test_number_rises_though_nothing_new_is_known(plan_from: PlanFrom) -> None:
    first = written(plan_of(plan_from, Q3))
    second = written(plan_of(plan_from, "id: flytt, name: Flytte alt, status: {HP 2018: Q3}"), LATER, first)
    assert sequences(second)["To do: Flytte alt"] == (2, "CONFIRMED")


def test_what_is_done_is_cancelled_once_and_comes_back_with_a_higher_number(plan_from: PlanFrom) -> None:
    first = written(plan_of(plan_from, Q3))
    second = written(plan_of(plan_from, DONE), LATER, first)
    assert sequences(second) == {
        "Meeting: Styringsgruppen": (0, "CONFIRMED"),
        "Cancelled: To do: Flytte": (2, "CANCELLED"),
        "Cancelled: Deadline: Flytte": (2, "CANCELLED"),
    }
    gone = events(second)["Cancelled: To do: Flytte"]
    assert str(gone["DESCRIPTION"]).startswith("No longer in this calendar: it is done, given up, or planned")
    assert gone.decoded("DTSTART") == date(2018, 7, 1)
    assert written(plan_of(plan_from, DONE), LATER + timedelta(days=1), second) == second
    third = written(plan_of(plan_from, Q3), LATER, second)
    assert sequences(third)["To do: Flytte"] == (3, "CONFIRMED")


def test_number_is_never_lower_than_what_the_plan_knows(plan_from: PlanFrom) -> None:
    said_twice = "id: flytt, name: Flytte, status: {HP 2018: Q3, Justert: Q4}"
    assert sequences(written(plan_of(plan_from, said_twice)))["To do: Flytte"][0] == 2
    first = written(plan_of(plan_from, Q3))
    more = said_twice + ", events: [{date: 2018-09-01, what: started}]"
    assert sequences(written(plan_of(plan_from, more), LATER, first))["To do: Flytte"][0] == 3


def test_past_days_that_are_not_asked_about_stay_where_they_are(plan_from: PlanFrom) -> None:
    plan = plan_of(plan_from, OTHER)
    first = written(plan)
    report = calendar(as_of(plan, Clocks(date(2018, 7, 1))), since=date(2018, 7, 1))
    assert as_ics(report, LATER, first) == first
    assert events(as_ics(report, LATER)) == {}


FOREIGN = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Somebody//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20180701T000000Z
DTSTART;VALUE=DATE:20180701
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda _: b"", "is no calendar, or a damaged one"),
        (lambda _: b"Kj\xf8pmannskj\xe6r", "is no calendar, or a damaged one"),
        (lambda _: b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", "is no calendar"),
        (lambda _: FOREIGN.encode(), "is a calendar that vrplan has not written"),
        (lambda ours: ours.replace(b"Flytte", b"Fly\x00tte"), "is no calendar, or a damaged one"),
        (lambda ours: ours.replace(b"END:VCALENDAR", ours[ours.rindex(b"BEGIN:VEVENT") :]), "is damaged"),
        (lambda ours: ours[: len(ours) // 2], "is no calendar, or a damaged one"),
        (lambda ours: ours + ours, "is no calendar, or a damaged one"),
        (lambda ours: ours.replace(b"DTSTART;VALUE=DATE:2", b"DTSTART;VALUE=DATE:x"), "is damaged"),
        (lambda ours: ours.replace(b"SEQUENCE:1", b"SEQUENCE:one"), "is damaged"),
        (lambda ours: ours.replace(b"STATUS:CONFIRMED\r\n", b""), "is damaged"),
        (
            lambda ours: ours.replace(b"@vrplan\r\nDTSTART", b"@else\r\nDTSTART"),
            "holds something that vrplan has",
        ),
        (lambda ours: ours.replace(b"VEVENT", b"VTODO"), "holds something that vrplan has not written"),
    ],
)
def test_what_is_not_this_calendar_is_refused(
    plan_from: PlanFrom, change: Callable[[bytes], bytes], told: str
) -> None:
    plan = plan_of(plan_from, Q3)
    with pytest.raises(NotOursError, match=told):
        written(plan, LATER, change(written(plan)))


def test_calendar_of_another_receiver_is_refused(plan_from: PlanFrom) -> None:
    plan = plan_of(plan_from, Q3)
    with pytest.raises(NotOursError, match="the calendar of another plan, receiver or resource"):
        written(plan, LATER, written(plan), Whose("KHS", frozenset({"KHS"})))
    one, same = Whose(resources=("Leder", "sekretær")), Whose(resources=("SEKRETÆR", "leder"))
    assert sequences(written(plan, LATER, written(plan, whose=one), same)) == sequences(
        written(plan, whose=one)
    )


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_is_told_or_harmless(plan_from: PlanFrom, data: st.DataObject) -> None:
    plan = plan_of(plan_from, Q3)
    ours = written(plan)
    at = data.draw(st.integers(0, len(ours) - 1))
    length = data.draw(st.integers(0, 40))
    damaged = ours[:at] + data.draw(st.binary(max_size=8)) + ours[at + length :]
    with suppress(NotOursError):
        keeps_the_form(written(plan, LATER, damaged))


HOSTILE = [
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "a\rATTENDEE:mailto:x@y.no",
    "a\\nATTENDEE:mailto:x@y.no",
    "bjelle\x07 og \x1b[31mrødt",
    "null\x00 og \x85 og \u2028 og \u202e",
    '=cmd("calc"), a;b:c "d"',
    "\\, \\; \\\\ \\N",
    "<script>alert(1)</script>",
    "🎻" * 60,
    "é" * 200,
    "a" * 200,
    " " * 200 + "x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(plan_from: PlanFrom, text: str) -> None:
    plan = _with(plan_from, text)
    content = written(plan)
    keeps_the_form(content)
    found = Calendar.from_ical(content)
    assert [len(event.subcomponents) for event in found.subcomponents] == [0, 0, 0]
    assert {name for event in found.subcomponents for name in event} == {
        "UID", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "STATUS", "TRANSP",
        "SEQUENCE", "DTSTAMP", "LAST-MODIFIED",
    }  # fmt: skip
    assert written(plan, LATER, content) == content


def _with(plan_from: PlanFrom, text: str) -> Plan:
    """A plan in which every text that a calendar tells is this one."""
    said = _quoted(text)
    return plan_from(
        f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        areas:
          - id: helse
            name: {said}
            measures:
              - name: Nettverk
                activities:
                  - id: flytt
                    name: {said}
                    who: {said}
                    status: {{HP 2018: {{text: {said}, means: {{kind: due, from: 2018-07-01, to: 2018-09-30}}}}}}
                    events: [{{date: 2018-07-02, what: started, note: {said}}}]
        """,
        f"""
bodies: {{SG: {{name: {said}}}}}
meetings: [{{body: SG, date: 2018-06-14, note: {said}}}]
decisions:
  - {{id: sg-1, title: {said}, standing: adopted, evidence: title-only, body: SG, date: 2018-06-14, case: {said}}}
""",
    )


def _quoted(text: str) -> str:
    """A text as a YAML scalar."""
    return '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=90).filter(lambda text: text.strip() and text.isprintable()))
def test_any_words_survive_the_file(plan_from: PlanFrom, text: str) -> None:
    plan = _with(plan_from, text)
    content = written(plan)
    keeps_the_form(content)
    told = [str(event["DESCRIPTION"]) for event in Calendar.from_ical(content).walk("VEVENT")]
    assert f"“{text.rstrip()}”" in "\n".join(told)
    assert written(plan, LATER, content) == content
