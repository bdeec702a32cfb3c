"""What may be recorded, and what is refused with the finding that it would cause."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.record import (
    Asked,
    Draft,
    NewColumn,
    NewDecision,
    NewEvent,
    NewPoints,
    NewStatus,
    Refusal,
    drafted,
    loaded_sound,
)
from vrplan.reports.effect import effects

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.model.plan import Plan

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}}
parties: {KHS: {}, Bærum kommune: {}}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: BPA
        measures:
          - name: Beredskap
            activities:
              - {id: goes-on, name: Nettverk, status: {HP 2018: Løpende}}
              - {id: ends, name: Prosjekt, status: {HP 2018: Avsluttes 30.6.18}}
              - {id: due, name: Flytting, status: {HP 2018: Q4}}
              - {id: moves, name: Drift, status: {HP 2018: Overføres til KHS i løpet av høsten}}
              - {id: moved, name: Orkester, status: {HP 2018: Overført til KHS 1.2.2018}}
              - {id: unread, name: Annet, status: {HP 2018: Bamsemums}}
obligations:
  - {id: archive, kind: property, name: Arkivet}
"""
DECISIONS = """\
bodies: {SG: {name: Styringsgruppen}}
decisions:
  - {id: sg-2, title: Justert, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14,
     points: [{id: 1, summary: Slutt}]}
  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}
"""
TODAY = date(2019, 6, 1)
ENDED_LATER = ("2018-07-02", "ended")


def record(
    *asked: Callable[[Plan], Asked],
    plan: str = PLAN,
    decisions: str = DECISIONS,
    base: tuple[str, str] | None = None,
) -> Draft:
    """Record one after the other; the last draft. `base`: the plan and the decisions that the edit starts from."""
    start = load(folder_of(*base)) if base is not None else None
    for one in asked:
        folder = folder_of(plan, decisions)
        earlier = loaded_sound(folder)
        draft = drafted(folder, earlier, [one(earlier.judged)], TODAY, start)
        (change,) = draft.changes
        if change.file == "decisions.yaml":
            decisions = change.after.decode()
        else:
            plan = change.after.decode()
    return draft


def folder_of(plan: str, decisions: str) -> PlanFolder:
    return PlanFolder(
        {"actionplan_x.yaml": plan.encode()}, {"decisions.yaml": decisions.encode()}, "decisions.yaml"
    )


def event(item: str, day: str, what: str, **facts: str) -> Callable[[Plan], Asked]:
    told = {"date": day, "what": what, **(facts or {"decision": "sg-2/1"})}
    return lambda plan: NewEvent(plan.by_id[item], date.fromisoformat(day), told)


def status(item: str, key: str, text: str, **facts: str) -> Callable[[Plan], Asked]:
    return lambda plan: NewStatus(item, plan.by_id[item].path, key, text, facts)


def said_of_bpa(key: str, text: str, **facts: list[str]) -> Callable[[Plan], Asked]:
    path = ("areas", 0, "focus_areas", 0)
    return lambda _: NewStatus("bpa", path, key, text, {name.rstrip("_"): ids for name, ids in facts.items()})


def column(name: str, *, is_there: bool = False, **facts: str) -> Callable[[Plan], Asked]:
    return lambda _: NewColumn(name, is_there, facts)


def decision(decision_id: str, day: str, **facts: str) -> Callable[[Plan], Asked]:
    told = {
        "id": decision_id,
        "date": day,
        "title": "Sak",
        "standing": "adopted",
        "evidence": "full-text",
    } | facts
    return lambda _: NewDecision(decision_id, date.fromisoformat(day), told)


def codes_of(refused: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.code.code for one in refused.value.findings]


def states(draft: Draft) -> dict[str, list[str]]:
    found = effects(draft.earlier.judged, draft.loaded.judged)
    return {one.item.id: [f"{seg.state} {seg.first or ''}".strip() for seg in one.after] for one in found}


def test_event_is_in_the_plan_and_nowhere_else() -> None:
    draft = record(event("ends", "2018-06-29", "ended", who="Daglig leder", source="Referat"))
    (new,) = draft.loaded.judged.by_id["ends"].events
    assert (new.date, new.what, new.who, new.source) == (
        date(2018, 6, 29),
        "ended",
        "Daglig leder",
        "Referat",
    )
    assert draft.changes[0].after.decode() == PLAN.replace(
        "{HP 2018: Avsluttes 30.6.18}}",
        "{HP 2018: Avsluttes 30.6.18}, "
        "events: [{date: 2018-06-29, what: ended, who: Daglig leder, source: Referat}]}",
    )
    (change,) = draft.changes
    assert (change.file, change.line, change.before) == ("actionplan_x.yaml", 17, PLAN.encode())
    assert states(draft) == {"ends": ["ongoing", "ended 2018-06-30"]}


ALLOWED = {
    "the last day": ["ends", ("2018-06-30", "ended")],
    "the day before the last": ["ends", ("2018-06-29", "ended")],
    "done on the first day after the last": ["ends", ("2018-07-01", "done")],
    "begun again on its last day": ["goes-on", ("2018-03-01", "ended"), ("2018-03-01", "started")],
    "a task that is due": ["due", ("2018-10-01", "done")],
    "a task that is overdue": ["due", ("2019-03-01", "done")],
    "an early start": ["due", ("2018-08-01", "started"), ("2018-09-01", "done")],
    "given up before it begins": ["due", ("2018-08-01", "cancelled")],
    "a hand-over before its window": ["moves", ("2018-07-01", "transferred")],
    "a hand-over in its window, then accepted": [
        "moves",
        ("2018-09-01", "transferred"),
        ("2018-10-01", "accepted"),
    ],
    "accepted on the same day": ["moves", ("2018-09-01", "transferred"), ("2018-09-01", "accepted")],
    "accepted without a hand-over": ["moves", ("2018-09-01", "accepted")],
    "accepted after the words say that it was handed over": ["moved", ("2018-03-01", "accepted")],
    "handed over later than the words say": ["moved", ("2018-03-01", "transferred")],
    "begun again": ["ends", ("2018-06-30", "ended"), ("2018-08-01", "started"), ("2018-09-01", "ended")],
    "the first day of the first decision": ["goes-on", ("2017-12-07", "ended")],
    "a text that is not read": ["unread", ("2018-07-01", "done")],
    "property": ["archive", ("2018-07-01", "transferred")],
}


@pytest.mark.parametrize(("item", "events"), [(one[0], one[1:]) for one in ALLOWED.values()], ids=ALLOWED)
def test_what_may_happen_is_recorded(item: str, events: list[tuple[str, str]]) -> None:
    draft = record(*(event(item, *one) for one in events))
    assert [(f"{one.date}", one.what) for one in draft.loaded.judged.by_id[item].events] == events


REFUSED = {
    "before its window": ("VR511", ["due", ("2018-09-30", "done")]),
    "handed over before it begins": ("VR511", ["due", ("2018-09-30", "transferred")]),
    "before anything was decided": ("VR310", ["goes-on", ("2017-12-06", "ended")]),
    "property before the plan": ("VR310", ["archive", ("2017-12-06", "transferred")]),
    "the first day after the last": ("VR512", ["ends", ("2018-07-01", "ended")]),
    "two days after the last": ("VR512", ["ends", ("2018-07-02", "ended")]),
    "given up when it is over": ("VR512", ["ends", ("2018-07-02", "cancelled")]),
    "accepted when it has ended": ("VR512", ["ends", ("2018-07-02", "accepted")]),
    "done when it is recorded as ended": (
        "VR512",
        ["goes-on", ("2018-03-01", "ended"), ("2018-03-01", "done")],
    ),
    "done on the day after it is recorded as ended": (
        "VR512",
        ["goes-on", ("2018-03-01", "ended"), ("2018-03-02", "done")],
    ),
    "done two days after it is recorded as ended": (
        "VR512",
        ["goes-on", ("2018-03-01", "ended"), ("2018-03-03", "done")],
    ),
    "done and given up on one day": (
        "VR512",
        ["goes-on", ("2018-03-01", "done"), ("2018-03-01", "cancelled")],
    ),
    "handed over twice": ("VR512", ["moves", ("2018-09-01", "transferred"), ("2018-09-02", "transferred")]),
    "done when it was handed over": ("VR512", ["moved", ("2018-03-01", "done")]),
    "twice": ("VR513", ["moves", ("2018-09-01", "transferred"), ("2018-09-01", "transferred")]),
}


@pytest.mark.parametrize(("code", "events"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_have_happened_is_refused(code: str, events: list[str]) -> None:
    item, *all_events = events
    with pytest.raises(Refusal) as refused:
        record(*(event(item, *one) for one in all_events))
    assert codes_of(refused) == [code]


def test_what_was_handed_over_may_be_passed_on() -> None:
    passed_on = event("moves", "2018-10-01", "transferred", recipient="Bærum kommune", note="x")
    draft = record(event("moves", "2018-09-01", "transferred"), passed_on)
    assert len(draft.loaded.judged.by_id["moves"].events) == 2


def test_future_is_refused() -> None:
    assert record(event("due", "2019-06-01", "done"))
    with pytest.raises(
        Refusal, match=r"^2\.6\.2019 is still to come, and only what has happened is recorded$"
    ):
        record(event("due", "2019-06-02", "done"))


def test_event_without_grounds_is_refused() -> None:
    with pytest.raises(Refusal, match="nothing says how anybody knows: add --source, --decision or --note"):
        record(event("due", "2018-11-01", "done", who="Daglig leder"))
    for key, value in (("note", "Brev"), ("source", "Brev"), ("decision", "sg-2/1")):
        assert record(event("due", "2018-11-01", "done", **{key: value}))


def test_what_needs_a_decision_is_refused_without_one() -> None:
    for what in ("postponed", "cancelled"):
        with pytest.raises(Refusal, match="name it with --decision"):
            record(event("due", "2018-11-01", what, note="Brev"))
    with pytest.raises(Refusal) as refused:
        record(event("ends", "2018-08-01", "started", note="Brev"))
    assert codes_of(refused) == ["VR713"]


def test_postponement_moves_the_window() -> None:
    draft = record(event("due", "2018-11-01", "postponed", to="2019-01-31", decision="sg-2"))
    assert states(draft) == {
        "due": ["not_started", "due 2018-10-01", "postponed 2018-11-01", "overdue 2019-02-01"]
    }


def test_what_check_calls_an_error_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        record(event("due", "2018-11-01", "done", decision="sg-9"))
    assert codes_of(refused) == ["VR201"]
    with pytest.raises(Refusal) as refused:
        record(event("due", "2018-11-01", "postponed", to="2019-01-31", decision="sg-1"))
    assert codes_of(refused) == ["VR713"]
    with pytest.raises(Refusal) as refused:
        record(event("due", "2018-11-01", "done", note=""))
    assert codes_of(refused) == ["VR107"]


def test_plan_with_errors_is_refused_with_them() -> None:
    with pytest.raises(Refusal, match="the plan has 1 error; mend them first") as refused:
        record(event("due", "2018-11-01", "done"), plan=PLAN + "notes: x\n")
    assert codes_of(refused) == ["VR101"]


def test_warnings_that_are_new_are_told_and_no_others() -> None:
    draft = record(status("due", "sg-2/1", "Bamsemums"))
    assert [(one.code.code, one.values["text"]) for one in draft.findings] == [("VR301", "Bamsemums")]


def test_warning_that_is_accepted_is_not_told() -> None:
    plan = PLAN.replace("name: Flytting,", "name: Flytting, accept: {VR301: Slik står det},")
    assert record(status("due", "sg-2/1", "Bamsemums"), plan=plan).findings == ()


def test_status_of_a_new_decision_holds() -> None:
    draft = record(status("goes-on", "sg-2/1", "Avsluttes 31.8.2018", source="Notat", note="Side 2"))
    statement = draft.loaded.judged.by_id["goes-on"].statements[-1]
    assert (statement.text, statement.source, statement.note) == ("Avsluttes 31.8.2018", "Notat", "Side 2")
    assert states(draft) == {"goes-on": ["ongoing", "ended 2018-09-01"]}


def test_decided_text_is_not_written_over() -> None:
    with pytest.raises(
        Refusal, match=r"^HP 2018 speaks of ends already: “Avsluttes 30\.6\.18”\. A text that was"
    ):
        record(status("ends", "HP 2018", "Løpende"))


UNTOLD = PLAN.replace("{id: archive,", "{id: duty, kind: duty, name: Plikt, status: ~}\n  - {id: archive,")


def test_text_of_a_column_that_is_decided_is_not_added_afterwards() -> None:
    with pytest.raises(Refusal) as refused:
        record(status("duty", "HP 2018", "Løpende"), plan=UNTOLD, base=(UNTOLD, DECISIONS))
    assert codes_of(refused) == ["VR710"]


def test_where_no_earlier_version_is_known_a_column_may_say_more() -> None:
    assert states(record(status("duty", "HP 2018", "Løpende"), plan=UNTOLD)) == {"duty": ["ongoing"]}


def test_decision_may_speak_of_one_item_after_the_other() -> None:
    said = [
        decision("sg-3", "2018-09-20"),
        status("goes-on", "sg-3", "Avsluttes 30.11.2018"),
        status("moves", "sg-3", "Avsluttes 30.11.2018"),
    ]
    for base in (None, (PLAN, DECISIONS)):
        draft = record(*said, base=base)
        assert states(draft) == {"moves": ["ongoing", "ended 2018-12-01"]}


def test_text_that_an_earlier_version_knows_is_no_news() -> None:
    (recorded,) = record(status("goes-on", "sg-2", "Avsluttes 30.11.2018")).changes
    with pytest.raises(Refusal) as refused:
        record(
            status("moves", "sg-2", "Avsluttes 30.11.2018"),
            plan=recorded.after.decode(),
            base=(recorded.after.decode(), DECISIONS),
        )
    assert codes_of(refused) == ["VR710"]


def test_what_was_wrong_before_is_no_fault_of_a_record() -> None:
    wrong = PLAN.replace("HP 2018: Q4", "HP 2018: Q3")
    assert record(event("goes-on", "2018-06-30", "ended"), plan=wrong, base=(PLAN, DECISIONS)).findings == ()


def test_sentences_of_one_column_speak_of_different_activities() -> None:
    first = said_of_bpa("sg-2", "Avsluttes 31.8.2018", only=["goes-on", "due"])
    draft = record(first)
    assert states(draft) == {
        "goes-on": ["ongoing", "ended 2018-09-01"],
        "due": ["ongoing", "ended 2018-09-01"],
    }
    others = ["goes-on", "due", "ends", "moved", "unread"]
    draft = record(first, said_of_bpa("sg-2", "Videreføres", except_=others))
    assert states(draft) == {"moves": ["ongoing"]}
    with pytest.raises(Refusal, match=r"^sg-2 speaks of bpa already: “Avsluttes 31\.8\.2018”"):
        record(first, said_of_bpa("sg-2", "Videreføres", except_=["goes-on"]))
    with pytest.raises(Refusal, match="sg-2 speaks of bpa already"):
        record(first, said_of_bpa("sg-2", "Videreføres"))


def test_sentence_beside_a_text_of_all_is_refused() -> None:
    with pytest.raises(Refusal, match=r"^sg-2 speaks of bpa already: “Videreføres”"):
        record(said_of_bpa("sg-2", "Videreføres"), said_of_bpa("sg-2", "Avsluttes", only=["due"]))


def test_sentence_beside_one_that_is_in_no_list_is_refused() -> None:
    one = "name: BPA\n        status: {sg-2: {text: Videreføres, only: [due]}}\n"
    with pytest.raises(Refusal, match=r"^actionplan_x\.yaml: sg-2 is no list; add it by hand"):
        record(said_of_bpa("sg-2", "Avsluttes", only=["moves"]), plan=PLAN.replace("name: BPA\n", one))


def test_column_is_proposed_and_then_adopted() -> None:
    proposed = [
        decision("sg-3", "2018-09-20", standing="proposed"),
        column("HP høst", proposed_by="sg-3", note="Utkast"),
        status("goes-on", "HP høst", "Avsluttes 30.11.2018"),
    ]
    draft = record(*proposed)
    assert states(draft) == {"goes-on": ["ongoing"]}
    for base in (None, (PLAN, DECISIONS)):
        adopted = [decision("sg-4", "2018-10-25"), column("HP høst", is_there=True, adopted_by="sg-4")]
        draft = record(*proposed, *adopted, base=base)
        assert states(draft) == {"goes-on": ["ongoing", "ended 2018-12-01"]}
        whole = "{HP 2018: {adopted_by: sg-1}, HP høst: {proposed_by: sg-3, note: Utkast, adopted_by: sg-4}}"
        assert f"columns: {whole}\n" in draft.changes[0].after.decode()


def test_adoption_stands_above_the_note() -> None:
    lines = "columns:\n  HP 2018:\n    adopted_by: sg-1\n  Ny:\n    proposed_by: sg-2\n    # hvorfor\n    note: x\n"
    plan = PLAN.replace("columns: {HP 2018: {adopted_by: sg-1}}\n", lines)
    draft = record(decision("sg-3", "2018-09-20"), column("Ny", is_there=True, adopted_by="sg-3"), plan=plan)
    assert draft.changes[0].after.decode() == plan.replace("by: sg-2\n", "by: sg-2\n    adopted_by: sg-3\n")
    assert draft.changes[0].line == 10


def test_first_column_is_written_above_the_areas() -> None:
    plan = PLAN.replace("columns: {HP 2018: {adopted_by: sg-1}}\n", "").split("areas:")[0]
    draft = record(column("HP 2018", adopted_by="sg-1", year="2018"), plan=plan)
    added = "columns:\n  HP 2018:\n    adopted_by: sg-1\n    year: 2018\n"
    assert draft.changes[0].after.decode() == plan.replace("parties:", f"{added}parties:")


def test_column_of_nobody_is_refused() -> None:
    with pytest.raises(Refusal, match=r"^nothing says whose column it is: add --proposed-by or --adopted-by"):
        record(column("HP 2019", note="x"))


def test_newest_decision_comes_first_where_the_newest_do() -> None:
    draft = record(decision("sg-3", "2018-09-20"))
    assert [one.id for one in draft.loaded.judged.decided.decisions] == ["sg-3", "sg-2", "sg-1"]
    assert (draft.changes[0].file, draft.changes[0].line) == ("decisions.yaml", 3)
    oldest_first = DECISIONS.replace("2017-12-07", "2018-12-07")
    draft = record(decision("sg-3", "2019-01-20"), decisions=oldest_first)
    assert [one.id for one in draft.loaded.judged.decided.decisions] == ["sg-2", "sg-1", "sg-3"]


def test_future_decision_can_only_be_proposed() -> None:
    with pytest.raises(Refusal, match="until then nothing is decided, only proposed"):
        record(decision("sg-3", "2019-06-02"))
    assert record(decision("sg-3", "2019-06-02", standing="proposed"))


def test_decision_that_cannot_be_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        record(decision("SG 3", "2018-09-20", body="XX"))
    assert sorted(codes_of(refused)) == ["VR106", "VR207"]


def test_points_are_added_in_their_order_and_never_twice() -> None:
    points = NewPoints("sg-1", 1, [{"id": "1", "summary": "En"}, {"id": "2", "summary": "To"}])
    draft = record(lambda _: points)
    assert [one.id for one in draft.loaded.judged.decisions["sg-1"].points] == ["1", "2"]
    assert draft.changes[0].line == 5
    with pytest.raises(Refusal) as refused:
        record(lambda _: NewPoints("sg-2", 0, [{"id": "1", "summary": "En"}]))
    assert codes_of(refused) == ["VR206"]


def test_decision_needs_a_file_of_decisions() -> None:
    plan = PLAN.replace("columns: {HP 2018: {adopted_by: sg-1}}\n", "").split("areas:")[0]
    folder = PlanFolder({"actionplan_x.yaml": plan.encode()}, {}, "data/decisions.yaml")
    with pytest.raises(Refusal, match=r"there is no data/decisions\.yaml yet"):
        drafted(folder, loaded_sound(folder), [NewDecision("sg-1", None, {"id": "sg-1"})], TODAY)


def test_file_that_cannot_be_changed_safely_is_named() -> None:
    plan = PLAN.replace("{HP 2018: Q4}", "{HP 2018: Q4, sg-2/1: {text: Q4, only: []}}")
    with pytest.raises(Refusal, match=r"^actionplan_x\.yaml: it holds half a character.*; add it by hand"):
        record(event("due", "2018-11-01", "done", note="\ud800"), plan=plan)


def test_decision_that_makes_an_event_late_is_recorded_with_a_warning() -> None:
    draft = record(event("goes-on", "2018-09-01", "done"), status("goes-on", "sg-2/1", "Avsluttes 31.7.2018"))
    assert [one.code.code for one in draft.findings if one.code.code.startswith("VR51")] == ["VR512"]
