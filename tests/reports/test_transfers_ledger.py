"""At which stage of the ledger an item is, from whom it goes, and what is recorded on both sides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.as_of.stages import Stage
from vrplan.model.plan import Plan
from vrplan.reports.hand_overs import Transfer
from vrplan.reports.transfers import TransfersReport, transfers

PlanFrom = Callable[..., Plan]

PLAN = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
ceases: {date: 2019-01-01, decision: sg-1}
columns: {HP 2018: {adopted_by: sg-1}, Forslag: {proposed_by: rg-1}}
parties:
  KHS: {}
  Asker: {}
  Bærum kommune: {}
  Bærum kulturskole: {part_of: Bærum kommune}
obligations:
  - id: it
    kind: duty
    name: It
"""
DECISIONS = """
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, date: 2017-12-07}
  - {id: rg-1, title: Forslag, standing: proposed, evidence: full-text, date: 2018-05-31}
"""
AUTUMN = "status: {HP 2018: Overføres til KHS i løpet av høsten}"
SAID = "status: {HP 2018: {text: Overført til Bærum kulturskole, means: {from: 2018-02-01}}}"
TO_KHS = "{date: 2018-09-01, what: transferred, recipient: KHS}"
KHS_SAYS = "{date: 2018-09-20, what: accepted, recipient: KHS}"


def ledger(plan_from: PlanFrom, entry: str, day: str, as_known: str | None = None) -> TransfersReport:
    text = PLAN.replace("kind: duty", "kind: property") if entry.startswith("recipient") else PLAN
    known = date.fromisoformat(as_known) if as_known else None
    plan = plan_from(text + "\n".join(f"    {line}" for line in entry.split("\n")), DECISIONS)
    return transfers(as_of(plan, Clocks(date.fromisoformat(day), known)))


def the(report: TransfersReport) -> Transfer:
    (one,) = report.transfers
    return one


def recording(status: str, *events: str) -> str:
    return f"{status}\nevents: [{', '.join(events)}]"


@pytest.mark.parametrize(
    ("entry", "stages"),
    [
        (
            AUTUMN,
            {
                "2018-07-31": "to_come",
                "2018-08-01": "under_way",
                "2018-12-31": "under_way",
                "2019-01-01": "by_date",
            },
        ),
        (
            "status: {HP 2018: Overføres til KHS 1.9.2018}",
            {"2018-08-31": "to_come", "2018-09-01": "by_date", "2018-09-02": "by_date"},
        ),
        (SAID, {"2018-01-31": "to_come", "2018-02-01": "by_words", "2019-06-01": "by_words"}),
        (
            recording(SAID, "{date: 2018-03-01, what: postponed, to: 2018-04-30}"),
            {"2018-02-28": "by_words", "2018-03-01": "postponed", "2018-05-01": "by_date"},
        ),
        # Older than the decision that holds: that is newer than the postponement.
        (recording(AUTUMN, "{date: 2017-11-01, what: postponed, to: 2018-12-31}"), {"2018-07-01": "to_come"}),
        ("status: {HP 2018: Overført til KHS}", {"2017-12-06": "to_come", "2017-12-07": "by_words"}),
        (
            recording(AUTUMN, TO_KHS, KHS_SAYS),
            {
                "2018-08-31": "under_way",
                "2018-09-01": "reported",
                "2018-09-19": "reported",
                "2018-09-20": "accepted",
                "2019-06-01": "accepted",
            },
        ),
        (
            recording(AUTUMN, "{date: 2018-07-01, what: postponed, from: 2018-10-01, to: 2018-11-30}"),
            {
                "2018-06-30": "to_come",
                "2018-07-01": "postponed",
                "2018-09-30": "postponed",
                "2018-10-01": "under_way",
                "2018-11-30": "under_way",
                "2018-12-01": "by_date",
            },
        ),
        (
            recording(AUTUMN, "{date: 2018-07-01, what: postponed}"),
            {"2018-07-01": "postponed", "2018-12-31": "postponed", "2019-01-01": "left_behind"},
        ),
        (
            recording(AUTUMN, "{date: 2018-09-01, what: cancelled, decision: sg-1}"),
            {"2018-08-31": "under_way", "2018-09-01": "over"},
        ),
        (
            recording(AUTUMN, TO_KHS, "{date: 2018-10-01, what: ended}"),
            {"2018-09-30": "reported", "2018-10-01": "reported", "2018-10-02": "over"},
        ),
        (
            recording(AUTUMN, TO_KHS, "{date: 2018-10-01, what: started}"),
            {"2018-09-30": "reported", "2018-10-01": "returned", "2019-01-01": "left_behind"},
        ),
        (
            "status: {HP 2018: Overføres til KHS i løpet av 2019}",
            {"2018-12-31": "to_come", "2019-01-01": "left_behind", "2020-01-01": "by_date"},
        ),
        (
            "status: {HP 2018: Løpende, Forslag: Foreslås overført til KHS}",
            {"2018-07-01": "spoken_of", "2019-01-01": "spoken_of"},
        ),
        ("recipient: KHS", {"2018-12-31": "to_come", "2019-01-01": "left_behind"}),
        (
            recording(
                "recipient: KHS", "{date: 2018-07-01, what: postponed, from: 2018-10-01, to: 2018-10-31}"
            ),
            {"2018-09-30": "postponed", "2018-10-01": "under_way", "2018-11-01": "late"},
        ),
        (recording("recipient: KHS", "{date: 2018-07-01, what: cancelled}"), {"2018-07-01": "over"}),
        (
            recording("recipient: KHS\nstatus: {HP 2018: Skal utredes nærmere}", TO_KHS),
            {"2018-08-31": "unread", "2018-09-01": "reported"},
        ),
        (
            recording("status: {Forslag: Avsluttes 31.12.2018}", TO_KHS),
            {"2018-08-31": None, "2018-09-01": "reported"},
        ),
    ],
)
def test_an_item_goes_from_stage_to_stage(
    plan_from: PlanFrom, entry: str, stages: dict[str, str | None]
) -> None:
    for day, stage in stages.items():
        expected = {Stage(stage): 1} if stage else {}
        assert (day, ledger(plan_from, entry, day).counts) == (day, expected)


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([TO_KHS], ("Vestregionen", "KHS", "2018-09-01", None)),
        ([TO_KHS, KHS_SAYS], ("Vestregionen", "KHS", "2018-09-01", "2018-09-20")),
        # Confirmed first, and reported as handed over later.
        (
            ["{date: 2018-08-15, what: accepted, recipient: KHS}", TO_KHS],
            ("Vestregionen", "KHS", "2018-09-01", "2018-08-15"),
        ),
        (["{date: 2018-08-15, what: accepted}"], ("Vestregionen", "KHS", None, "2018-08-15")),
        # Told twice: the first time counts.
        ([TO_KHS, "{date: 2018-09-05, what: transferred}"], ("Vestregionen", "KHS", "2018-09-01", None)),
        ([KHS_SAYS, "{date: 2018-10-05, what: accepted}"], ("Vestregionen", "KHS", None, "2018-09-20")),
        # Passed on, confirmed by the first receiver and not by the second.
        (
            [TO_KHS, KHS_SAYS, "{date: 2018-10-01, what: transferred, recipient: Asker}"],
            ("KHS", "Asker", "2018-10-01", None),
        ),
        # Confirmed by somebody else than it was handed over to: nobody reports how it came there.
        (
            [TO_KHS, "{date: 2018-10-01, what: accepted, recipient: Asker}"],
            ("KHS", "Asker", None, "2018-10-01"),
        ),
        # The municipality confirms what its school received, and the other way round.
        (
            [
                "{date: 2018-09-01, what: transferred, recipient: Bærum kulturskole}",
                "{date: 2018-10-01, what: accepted, recipient: Bærum kommune}",
            ],
            ("Vestregionen", "Bærum kommune", "2018-09-01", "2018-10-01"),
        ),
        (
            [
                "{date: 2018-09-01, what: transferred, recipient: Bærum kommune}",
                "{date: 2018-10-01, what: accepted, recipient: Bærum kulturskole}",
            ],
            ("Vestregionen", "Bærum kulturskole", "2018-09-01", "2018-10-01"),
        ),
        # To hand it to the school is passing it on all the same.
        (
            [
                "{date: 2018-09-01, what: transferred, recipient: Bærum kommune}",
                "{date: 2018-10-01, what: transferred, recipient: Bærum kulturskole}",
            ],
            ("Bærum kommune", "Bærum kulturskole", "2018-10-01", None),
        ),
        # The one who passed it on confirms: it has it back.
        (
            [
                "{date: 2018-09-01, what: transferred, recipient: Bærum kulturskole}",
                "{date: 2018-10-01, what: transferred, recipient: Bærum kommune}",
                "{date: 2018-10-02, what: accepted, recipient: Bærum kulturskole}",
            ],
            ("Bærum kommune", "Bærum kulturskole", None, "2018-10-02"),
        ),
        # Who it is done for does not receive it.
        (
            [TO_KHS, "{date: 2018-10-01, what: done, recipient: Asker}"],
            ("Vestregionen", "KHS", "2018-09-01", None),
        ),
        # Another receiver than the words name: nothing says that the one they name ever had it.
        (
            ["{date: 2019-01-15, what: transferred, recipient: Asker}"],
            ("Vestregionen", "Asker", "2019-01-15", None),
        ),
        # Put off after it was reported: what was reported no longer counts.
        (
            [TO_KHS, "{date: 2018-09-10, what: postponed, to: 2018-11-30}"],
            ("Vestregionen", "KHS", None, None),
        ),
        (
            [TO_KHS, KHS_SAYS, "{date: 2018-10-01, what: ended}"],
            ("Vestregionen", "KHS", "2018-09-01", "2018-09-20"),
        ),
        ([TO_KHS, KHS_SAYS, "{date: 2018-10-01, what: started}"], ("Vestregionen", "KHS", None, None)),
        (
            [
                TO_KHS,
                KHS_SAYS,
                "{date: 2018-10-01, what: ended}",
                "{date: 2018-10-01, what: started}",
            ],
            ("Vestregionen", "KHS", None, None),
        ),
        # Given back and given once more.
        (
            [
                TO_KHS,
                "{date: 2018-10-01, what: started}",
                "{date: 2018-11-01, what: transferred, recipient: KHS}",
            ],
            ("Vestregionen", "KHS", "2018-11-01", None),
        ),
    ],
)
def test_both_sides_of_a_hand_over(
    plan_from: PlanFrom, events: list[str], told: tuple[str, str, str | None, str | None]
) -> None:
    one = the(ledger(plan_from, recording(AUTUMN, *events), "2019-02-01"))

    sides = [str(event.date) if event else None for event in (one.handed_over, one.accepted)]
    assert (one.giver, one.to, *sides) == told


def test_what_the_words_say_is_done_was_had_by_its_receiver_who_may_pass_it_on(plan_from: PlanFrom) -> None:
    passed_on = recording(SAID, "{date: 2018-09-01, what: transferred, recipient: KHS}")
    confirmed = recording(SAID, "{date: 2018-09-01, what: accepted, recipient: Bærum kommune}")

    one = the(ledger(plan_from, passed_on, "2018-09-01"))
    assert (one.giver, one.to, str(one.start)) == ("Bærum kulturskole", "KHS", "2018-09-01")
    assert one.window == (None, None)
    one = the(ledger(plan_from, confirmed, "2018-09-01"))
    assert (one.giver, one.to, one.stage) == ("Vestregionen", "Bærum kommune", Stage.ACCEPTED)


def test_hand_overs_before_the_present_one_are_kept_in_their_order(plan_from: PlanFrom) -> None:
    again = [f"{{date: 2018-{month}-01, what: transferred, recipient: {to}}}" for month, to in
             (("10", "Asker"), ("11", "Bærum kommune"))]  # fmt: skip
    one = the(ledger(plan_from, recording(AUTUMN, TO_KHS, KHS_SAYS, *again), "2018-12-01"))

    assert [(before.giver, before.receiver, before.accepted is not None) for before in one.earlier] == [
        ("Vestregionen", "KHS", True),
        ("KHS", "Asker", False),
    ]
    assert (one.giver, one.to, one.start == one.end == date(2018, 11, 1)) == ("Asker", "Bærum kommune", True)


@pytest.mark.parametrize(
    ("as_known", "stage"),
    [("2018-08-31", "by_date"), ("2018-09-01", "reported"), ("2018-09-19", "reported"), (None, "accepted")],
)
def test_what_was_recorded_later_was_not_known(plan_from: PlanFrom, as_known: str | None, stage: str) -> None:
    entry = recording("status: {HP 2018: Overføres til KHS 1.7.2018}", TO_KHS, KHS_SAYS)

    assert the(ledger(plan_from, entry, "2018-12-01", as_known)).stage == stage


def test_the_window_that_was_decided_stays_beside_the_day_on_which_it_happened(plan_from: PlanFrom) -> None:
    one = the(ledger(plan_from, recording(AUTUMN, TO_KHS), "2018-10-01"))

    assert one.window == (date(2018, 8, 1), date(2018, 12, 31))
    assert (one.start, one.end) == (date(2018, 9, 1), date(2018, 9, 1))


@pytest.mark.parametrize(
    ("status", "events", "day"),
    [
        # Within the window, after it, and before it.
        ("Overføres til KHS i løpet av høsten", [TO_KHS], "2018-09-01"),
        ("Overføres til KHS i løpet av mars", [TO_KHS], "2018-09-01"),
        ("Overføres til KHS i løpet av mars", [KHS_SAYS], "2018-09-20"),
        ("Overføres til KHS 1.3.2018", [TO_KHS, KHS_SAYS], "2018-09-01"),
        ("Overføres til KHS 1.12.2018", [TO_KHS], "2018-09-01"),
        ("Løpende", [TO_KHS, KHS_SAYS], "2018-09-01"),
        # Confirmed first.
        ("Overføres til KHS i løpet av mars", ["{date: 2018-08-15, what: accepted}", TO_KHS], "2018-08-15"),
        # Passed on: since when the present receiver has it.
        ("Løpende", [TO_KHS, "{date: 2018-10-05, what: transferred, recipient: Asker}"], "2018-10-05"),
        # The words had already said it.
        ("{text: Overført til KHS, means: {from: 2018-02-01}}", [KHS_SAYS], "2018-09-20"),
    ],
)
def test_what_is_recorded_as_handed_over_has_the_day_of_its_first_event(
    plan_from: PlanFrom, status: str, events: list[str], day: str
) -> None:
    one = the(ledger(plan_from, recording(f"status: {{HP 2018: {status}}}", *events), "2018-12-01"))

    assert (str(one.start), str(one.end), str(one.given)) == (day, day, day)


@pytest.mark.parametrize(
    ("entry", "given", "decided"),
    [
        # The decision is of 7.12.2017.
        (recording(AUTUMN, "{date: 2017-12-06, what: transferred}"), "2017-12-06", "2017-12-07"),
        (recording(AUTUMN, "{date: 2017-12-07, what: transferred}"), "2017-12-07", None),
        ("status: {HP 2018: Overføres til KHS 6.12.2017}", "2017-12-06", "2017-12-07"),
        ("status: {HP 2018: Overføres til KHS 7.12.2017}", "2017-12-07", None),
        ("status: {HP 2018: Overføres til KHS 31.12.2018}", None, None),
        ("status: {HP 2018: {text: Overført til KHS, means: {from: 2017-02-01}}}", "2017-02-01", "2017-12-07"),
        # The later decision is not the one that hands it over.
        (recording("status: {HP 2018: Løpende}", "{date: 2017-12-06, what: transferred, recipient: KHS}"),
         "2017-12-06", None),
        (recording(AUTUMN, "{date: 2017-12-06, what: transferred}", "{date: 2018-01-01, what: ended}"), None, None),
    ],
)  # fmt: skip
def test_what_was_decided_only_after_it_was_handed_over_is_told(
    plan_from: PlanFrom, entry: str, given: str | None, decided: str | None
) -> None:
    one = the(ledger(plan_from, entry, "2018-10-01"))

    assert [str(day) if day else None for day in (one.given, one.decided_later)] == [given, decided]


@pytest.mark.parametrize(
    ("events", "confirmed"),
    [
        ([TO_KHS], 0),
        ([TO_KHS, KHS_SAYS], 1),
        ([TO_KHS, KHS_SAYS, "{date: 2018-10-01, what: ended}"], 1),
        ([TO_KHS, "{date: 2018-10-01, what: ended}"], 0),
        ([TO_KHS, KHS_SAYS, "{date: 2018-10-01, what: started}"], 0),
        ([KHS_SAYS, "{date: 2018-10-01, what: transferred, recipient: Asker}"], 0),
    ],
)
def test_what_the_receiver_confirmed_stays_confirmed_when_it_is_over(
    plan_from: PlanFrom, events: list[str], confirmed: int
) -> None:
    report = ledger(plan_from, recording(AUTUMN, *events), "2018-11-01")

    (receiver,) = report.receivers
    assert (report.confirmed, receiver.confirmed, receiver.hand_overs) == (confirmed, confirmed, 1)


# What else is said of an item that stands under a measure and a focus area, decided on the same day.
BESIDE = """
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}, Forslag: {proposed_by: rg-1}}
parties: {KHS: {}, Asker: {}}
areas:
  - id: a
    name: A
    focus_areas:
      - id: f
        name: F
        status: {HP 2018: Overføres til KHS 1.9.2018}
        measures: [{name: M, activities: [{id: it, name: It, status: STATUS}]}]
"""


@pytest.mark.parametrize(
    ("status", "goes", "set_aside", "undecided"),
    [
        ("{HP 2018: Løpende}", [], ["KHS"], []),
        ("{HP 2018: Overføres til KHS 1.10.2018}", ["KHS"], [], []),
        ("{HP 2018: Overføres til Asker 1.10.2018}", ["Asker"], ["KHS"], []),
        ("{HP 2018: Overføres 1.10.2018}", [None], ["KHS"], []),
        ("{Forslag: Foreslås overført til Asker}", ["KHS"], [], ["Asker"]),
        ("{Forslag: Foreslås overført til KHS}", ["KHS"], [], []),
        ("{Forslag: Foreslås overført}", ["KHS"], [], []),
        ("{HP 2018: Utgår, Forslag: Foreslås overført til KHS}", [], ["KHS"], ["KHS"]),
        ("{HP 2018: Løpende, Forslag: [Foreslås overført til Asker, Asker overtar]}", [], ["KHS"], ["Asker"]),
    ],
)
@pytest.mark.parametrize("to", [None, "KHS", "Asker"])
def test_what_is_decided_as_well_is_told_apart_from_what_nobody_has_decided_to_each_receiver(
    plan_from: PlanFrom,
    to: str | None,
    status: str,
    goes: list[str | None],
    set_aside: list[str],
    undecided: list[str],
) -> None:
    plan = plan_from(BESIDE.replace("STATUS", status), DECISIONS)
    report = transfers(as_of(plan, Clocks(date(2018, 7, 1))), to)

    told = [[one.to for one in some] for some in (report.transfers, report.set_aside, report.undecided)]
    assert told == [[one for one in some if to in {None, one}] for some in (goes, set_aside, undecided)]


@pytest.mark.parametrize(("to", "told"), [("Bærum kommune", 1), ("Bærum kulturskole", 1), ("Asker", 0)])
def test_what_is_spoken_of_for_a_part_is_told_to_the_whole(plan_from: PlanFrom, to: str, told: int) -> None:
    text = PLAN + "    status: {HP 2018: Løpende, Forslag: Foreslås overført til Bærum kulturskole}"
    report = transfers(as_of(plan_from(text, DECISIONS), Clocks(date(2018, 7, 1))), to)

    assert len(report.undecided) == told


def test_item_is_counted_by_where_it_goes_then_by_what_is_decided_as_well(plan_from: PlanFrom) -> None:
    def counts(status: str) -> tuple[dict[Stage, int], dict[str | None, dict[Stage, int]]]:
        plan = plan_from(BESIDE.replace("STATUS", status), DECISIONS)
        report = transfers(as_of(plan, Clocks(date(2018, 7, 1))))
        return report.counts, {one.to: one.counts for one in report.receivers}

    assert counts("{HP 2018: Overføres til Asker 1.10.2018, Forslag: Foreslås overført til KHS}") == (
        {Stage.TO_COME: 1},
        {"Asker": {Stage.TO_COME: 1}, "KHS": {Stage.SET_ASIDE: 1}},
    )
    assert counts("{HP 2018: Løpende, Forslag: Foreslås overført til Asker}") == (
        {Stage.SET_ASIDE: 1},
        {"KHS": {Stage.SET_ASIDE: 1}, "Asker": {Stage.SPOKEN_OF: 1}},
    )


def test_each_receiver_is_told_with_its_stages(plan_from: PlanFrom) -> None:
    report = ledger(plan_from, "status: {HP 2018: Løpende, Forslag: Foreslås overført til KHS}", "2018-07-01")

    assert [(one.to, one.counts) for one in report.receivers] == [("KHS", {Stage.SPOKEN_OF: 1})]


def test_item_that_is_spoken_of_for_two_receivers_is_counted_once(plan_from: PlanFrom) -> None:
    said = "[Foreslås overført til KHS, Foreslås overført til Asker]"
    report = ledger(plan_from, f"status: {{HP 2018: Løpende, Forslag: {said}}}", "2018-07-01")

    assert report.counts == {Stage.SPOKEN_OF: 1}
    assert [one.to for one in report.receivers] == ["KHS", "Asker"]


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([TO_KHS], None),
        (["{date: 2018-09-01, what: cancelled, decision: sg-1}"], "cancelled"),
        ([TO_KHS, "{date: 2018-10-01, what: ended}"], "ended"),
        ([TO_KHS, "{date: 2018-10-01, what: started}"], "started"),
        (["{date: 2018-07-01, what: postponed, to: 2018-11-30}"], "postponed"),
        (["{date: 2018-07-01, what: postponed, to: 2018-11-30}", TO_KHS], "postponed"),
        # Begun again, put off and begun: it is still with its owner, and the last of these tells since when.
        (
            [
                TO_KHS,
                "{date: 2018-09-10, what: started}",
                "{date: 2018-09-20, what: postponed, to: 2018-11-30}",
                "{date: 2018-10-01, what: started}",
            ],
            "started",
        ),
    ],
)
def test_what_put_it_off_or_ended_it_is_told(
    plan_from: PlanFrom, events: list[str], told: str | None
) -> None:
    event = the(ledger(plan_from, recording(AUTUMN, *events), "2018-10-15")).interrupted

    assert (event.what if event else None) == told
