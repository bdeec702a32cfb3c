"""Which of the statements about an item holds, and which stand beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.as_of import ItemOnDate, PlanOnDate
from vrplan.model.plan import Plan

PlanFrom = Callable[..., Plan]
On = Callable[..., ItemOnDate]
View = Callable[..., PlanOnDate]

ACTIVITY = """
areas:
  - id: a
    name: A
    measures:
      - name: M
        activities:
          - id: it
            name: It
            status:
"""
MARCH = "{kind: ends, to: 2018-03-31}"
JUNE = "{kind: ends, to: 2018-06-30}"
AUGUST = "{kind: ends, to: 2018-08-31}"


def activity(*status: str) -> str:
    """A plan of one activity with these lines of status."""
    return ACTIVITY + "".join(f"              {line}\n" for line in status)


def decided(*decisions: str) -> str:
    """The file of decisions with these, all of them adopted unless they say otherwise."""
    lines = ["decisions:"]
    for one in decisions:
        standing = "" if "standing:" in one else ", standing: adopted"
        lines.append(f"  - {{{one}, title: T, evidence: full-text{standing}}}")
    return "\n".join(lines)


REVISED = activity(
    f"HP 2018: {{text: gammel, means: {MARCH}}}",
    f"Justert: {{text: ny, means: {JUNE}}}",
)


@pytest.mark.parametrize(
    ("as_known", "holds", "standing", "beside"),
    [
        ("2017-12-07", "gammel", "adopted", []),
        ("2018-05-30", "gammel", "adopted", []),
        ("2018-05-31", "gammel", "adopted", [("ny", "proposed")]),
        ("2018-06-13", "gammel", "adopted", [("ny", "proposed")]),
        ("2018-06-14", "ny", "adopted", []),
        ("2018-06-15", "ny", "adopted", []),
        (None, "ny", "adopted", []),
    ],
)
def test_the_newest_adopted_statement_that_was_known_holds_and_a_proposal_stands_beside_it(
    plan_from: PlanFrom,
    on: On,
    as_known: str | None,
    holds: str,
    standing: str,
    beside: list[tuple[str, str]],
) -> None:
    one = on(plan_from(REVISED), "2018-07-01", as_known)

    assert one.holds is not None
    assert (one.holds.statement.text, one.holds.seen.standing) == (holds, standing)
    assert _beside(one) == beside


def test_nothing_is_listed_before_anything_was_known(plan_from: PlanFrom, view: View) -> None:
    assert view(plan_from(REVISED), "2018-07-01", "2017-12-06").items == ()


def test_what_a_proposal_alone_speaks_of_is_undecided_until_it_is_adopted(
    plan_from: PlanFrom, view: View, on: On
) -> None:
    plan = plan_from(activity(f"Justert: {{text: ny, means: {JUNE}}}"))

    assert view(plan, "2018-07-01", "2018-05-30").items == ()
    proposed = on(plan, "2018-07-01", "2018-05-31")
    assert (proposed.state.value, proposed.holds, _beside(proposed)) == (
        "undecided",
        None,
        [("ny", "proposed")],
    )
    assert (proposed.since, proposed.until) == (None, None)
    assert on(plan, "2018-07-01", "2018-06-14").state.value == "ended"


def test_the_evidence_of_a_state_is_that_of_the_decision_as_it_was_known(plan_from: PlanFrom, on: On) -> None:
    one = on(plan_from(REVISED), "2018-07-01")

    assert one.holds is not None
    assert one.holds.seen.decision is not None
    assert (one.holds.seen.decision.id, one.holds.seen.decision.evidence) == ("sg-2018", "title-only")


def test_the_order_of_the_file_does_not_matter_between_dates(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(
        activity(f"Justert: {{text: ny, means: {JUNE}}}", f"HP 2018: {{text: gammel, means: {MARCH}}}")
    )

    assert _holds(on(plan, "2018-07-01")) == "ny"


THREE_PLACES = """
areas:
  - id: a
    name: A
    focus_areas:
      - id: f
        name: F
        status: {{{focus_area}}}
        measures:
          - name: M
            status: {{{measure}}}
            activities:
              - {{id: it, name: It, status: {{{own}}}}}
"""


@pytest.mark.parametrize(
    ("own", "measure", "focus_area", "holds", "beside"),
    [
        ("Justert", "Justert", "Justert", "own", ["measure", "focus area"]),
        ("", "Justert", "Justert", "measure", ["focus area"]),
        ("", "", "Justert", "focus area", []),
        ("HP 2018", "Justert", "Justert", "measure", ["focus area"]),
        ("HP 2018", "HP 2018", "Justert", "focus area", []),
        ("Justert", "HP 2018", "HP 2018", "own", []),
        ("Justert", "gf-2018/1", "gf-2018/1", "own", ["measure", "focus area"]),
        ("", "Justert", "gf-2018/1", "measure", ["focus area"]),
    ],
)
def test_on_the_same_date_own_holds_before_measure_before_focus_area(
    plan_from: PlanFrom, on: On, own: str, measure: str, focus_area: str, holds: str, beside: list[str]
) -> None:
    plan = plan_from(
        THREE_PLACES.format(
            own=own and f"{own}: {{text: own, means: {MARCH}}}",
            measure=measure and f"{measure}: {{text: measure, means: {JUNE}}}",
            focus_area=focus_area and f"{focus_area}: {{text: focus area, means: {AUGUST}}}",
        )
    )

    one = on(plan, "2018-07-01")

    assert _holds(one) == holds
    assert [text for text, _ in _beside(one)] == beside


@pytest.mark.parametrize(
    "status",
    [
        (f"gf-2018/1: {{text: point, means: {JUNE}}}", f"Justert: {{text: column, means: {MARCH}}}"),
        (f"Justert: {{text: column, means: {MARCH}}}", f"gf-2018/1: {{text: point, means: {JUNE}}}"),
    ],
)
def test_on_the_same_date_a_decision_point_holds_before_a_column(
    plan_from: PlanFrom, on: On, status: tuple[str, str]
) -> None:
    one = on(plan_from(activity(*status)), "2018-07-01")

    assert _holds(one) == "point"
    assert _beside(one) == [("column", "adopted")]


def test_of_a_list_the_first_holds(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(activity(f"Justert: [{{text: first, means: {JUNE}}}, {{text: second, means: {MARCH}}}]"))

    assert _holds(on(plan, "2018-07-01")) == "first"
    assert _beside(on(plan, "2018-07-01")) == [("second", "adopted")]


def test_only_and_except_choose_the_activities_that_a_statement_speaks_of(
    plan_from: PlanFrom, view: View
) -> None:
    plan = plan_from(
        f"""
        areas:
          - id: a
            name: A
            focus_areas:
              - id: f
                name: F
                status:
                  Justert:
                    - {{text: only, only: [shareon], means: {AUGUST}}}
                    - {{text: except, except: [shareon], means: {JUNE}}}
                measures:
                  - name: M
                    activities:
                      - {{id: shareon, name: S}}
                      - {{id: transport, name: T}}
                      - {{id: fagrad, name: F, status: {{HP 2018: {{text: own, means: {MARCH}}}}}}}
        """
    )

    heard = {one.item.id: [_holds(one), _beside(one)] for one in view(plan, "2018-07-01").items}

    assert heard == {"shareon": ["only", []], "transport": ["except", []], "fagrad": ["except", []]}


def test_obligations_inherit_no_status(plan_from: PlanFrom, view: View) -> None:
    plan = plan_from(
        f"""
        areas:
          - id: a
            name: A
            focus_areas:
              - id: f
                name: F
                status: {{Justert: {{text: x, means: {JUNE}}}}}
                obligations: [{{id: payment, kind: payment, name: P}}]
                measures:
                  - name: M
                    activities: [{{id: it, name: It}}]
        """
    )

    assert [one.item.id for one in view(plan, "2018-07-01").items] == ["it"]


def test_a_focus_area_is_an_item_only_without_activities(plan_from: PlanFrom, view: View) -> None:
    plan = plan_from(
        """
        areas:
          - id: a
            name: A
            focus_areas:
              - {id: khs, name: KHS, status: {Justert: {text: x, means: {kind: continues}}}}
              - id: f
                name: F
                status: {Justert: {text: x, means: {kind: continues}}}
                measures: [{name: M, activities: [{id: it, name: It}]}]
        """
    )

    found = [(one.item.id, one.item.level) for one in view(plan, "2018-07-01").items]

    assert found == [("khs", "focus_area"), ("it", "activity")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Vurderes avsluttet 30.6.2018", "considered"),
        ("Søkes avsluttet 30.6.2018", "intended"),
        ("Planlegges avsluttet 30.6.2018", "intended"),
        ("Foreslås avsluttet 30.6.2018", "proposed"),
        ("Forventes avsluttet 30.6.2018", "expected"),
        ("Kan avsluttes 30.6.2018", "possible"),
    ],
)
def test_words_that_decide_nothing_stand_beside_what_holds(
    plan_from: PlanFrom, on: On, text: str, modality: str
) -> None:
    plan = plan_from(activity(f"HP 2018: {{text: gammel, means: {MARCH}}}", f"gf-2018/1: {text}"))

    one = on(plan, "2018-07-01")

    assert _holds(one) == "gammel"
    assert [(said.statement.text, str(said.reading.modality)) for said in one.beside] == [(text, modality)]


def test_words_that_decide_nothing_leave_an_item_undecided_when_nothing_else_speaks(
    plan_from: PlanFrom, on: On
) -> None:
    one = on(plan_from(activity("gf-2018/1: Vurderes overført til KHS")), "2018-07-01")

    assert (one.state.value, one.holds, one.to) == ("undecided", None, None)
    assert _beside(one) == [("Vurderes overført til KHS", "adopted")]


def test_what_is_provisional_holds(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(
        activity(f"HP 2018: {{text: x, means: {MARCH}}}", "gf-2018/1: Avsluttes foreløpig 30.6.2018")
    )

    assert _holds(on(plan, "2018-07-01")) == "Avsluttes foreløpig 30.6.2018"
    assert on(plan, "2018-06-30").state.value == "ongoing"
    assert on(plan, "2018-07-01").state.value == "ended"


def test_a_text_that_is_not_read_holds_as_unknown(plan_from: PlanFrom, on: On) -> None:
    one = on(
        plan_from(activity(f"HP 2018: {{text: x, means: {MARCH}}}", "Justert: Dette skal utredes nærmere")),
        "2018-07-01",
    )

    assert (one.state.value, _holds(one), _beside(one)) == ("unknown", "Dette skal utredes nærmere", [])


def test_a_newer_text_that_reads_the_same_is_not_listed_beside(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(
        activity(f"Justert: {{text: én, means: {JUNE}}}", f"gf-2018/1: {{text: to, means: {JUNE}}}")
    )

    assert _beside(on(plan, "2018-07-01")) == []


@pytest.mark.parametrize(
    "other",
    [
        "{kind: continues, to: 2018-06-30}",
        "{kind: ends, to: 2018-07-01}",
        "{kind: ends, from: 2018-01-01, to: 2018-06-30}",
        "{kind: ends, to: 2018-06-30, recipient: KHS}",
    ],
)
def test_another_kind_window_or_recipient_reads_differently(plan_from: PlanFrom, on: On, other: str) -> None:
    plan = plan_from(
        activity(f"gf-2018/1: {{text: holds, means: {JUNE}}}", f"Justert: {{text: other, means: {other}}}")
    )

    assert _beside(on(plan, "2018-07-01")) == [("other", "adopted")]


def test_a_proposal_that_reads_the_same_is_still_listed_beside(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(
        activity(f"HP 2018: {{text: gammel, means: {JUNE}}}", f"Justert: {{text: ny, means: {JUNE}}}")
    )

    assert _beside(on(plan, "2018-07-01", "2018-06-01")) == [("ny", "proposed")]


def test_what_is_older_than_what_holds_is_not_listed_beside(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(
        activity(
            f"HP 2018: {{text: gammel, means: {MARCH}}}",
            "rg-2018: Vurderes overført til KHS",
            f"Justert: {{text: ny, means: {JUNE}}}",
        )
    )

    assert _beside(on(plan, "2018-07-01")) == []


def test_what_stands_beside_is_told_newest_first_then_nearest_first(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(
        THREE_PLACES.format(
            own=f"HP 2018: {{text: holds, means: {JUNE}}}",
            measure=f"rg-2018: {{text: older, means: {JUNE}}}",
            focus_area="gf-2018/1: Vurderes overført til KHS",
        )
    )

    assert _beside(on(plan, "2018-07-01")) == [
        ("Vurderes overført til KHS", "adopted"),
        ("older", "proposed"),
    ]


@pytest.mark.parametrize(
    ("standing", "state"), [("adopted", "ended"), ("proposed", "undecided"), ("noted", "undecided")]
)
def test_only_an_adopted_decision_decides(plan_from: PlanFrom, on: On, standing: str, state: str) -> None:
    plan = plan_from(
        "columns: {}" + activity(f"d: {{text: x, means: {JUNE}}}"),
        decided(f"id: d, date: 2018-06-14, standing: {standing}"),
    )

    assert on(plan, "2018-07-01").state.value == state


@pytest.mark.parametrize("standing", ["proposed", "noted"])
def test_a_column_that_a_proposal_adopts_is_not_adopted(plan_from: PlanFrom, on: On, standing: str) -> None:
    plan = plan_from(
        "\ncolumns: {K: {adopted_by: d}}" + activity(f"K: {{text: x, means: {JUNE}}}"),
        decided(f"id: d, date: 2018-06-14, standing: {standing}"),
    )

    assert on(plan, "2018-07-01").state.value == "undecided"


def test_a_column_with_neither_proposal_nor_adoption_is_adopted_and_older_than_everything_dated(
    plan_from: PlanFrom, on: On
) -> None:
    plan = plan_from(
        "\ncolumns: {Udatert: {}, Gammel: {adopted_by: old}}"
        + activity(f"Udatert: {{text: x, means: {JUNE}}}", f"Gammel: {{text: gammel, means: {MARCH}}}"),
        decided("id: old, date: 1992"),
    )

    assert _holds(on(plan, "2018-07-01")) == "gammel"
    assert _holds(on(plan, "2018-07-01", "1992-12-30")) == "x"
    assert on(plan, "2018-07-01", "1992-12-30").state.value == "ended"


@pytest.mark.parametrize(
    ("first", "second", "in_force"),
    [("Ny", "Gammel", "Ny"), ("Gammel", "Ny", "Gammel")],
)
def test_of_columns_without_a_decision_that_one_is_in_force_whose_words_hold(
    plan_from: PlanFrom, view: View, first: str, second: str, in_force: str
) -> None:
    """However the columns are ordered: the head of a report may not name one, and its items rest on another."""
    plan = plan_from(
        "\ncolumns: {Gammel: {}, Ny: {}}"
        + activity(f"{first}: {{text: x, means: {MARCH}}}", f"{second}: {{text: y, means: {JUNE}}}")
    )

    seen = view(plan, "2018-07-01")
    force, (one,) = seen.column_in_force, seen.items

    assert force is not None
    assert force[0].key == in_force
    assert one.holds is not None
    assert one.holds.statement.authority.key == in_force


def test_a_decision_without_a_date_authorises_nothing(plan_from: PlanFrom, on: On, view: View) -> None:
    plan = plan_from(
        "\ncolumns: {K: {adopted_by: undated}}"
        + activity(f"K: {{text: column, means: {JUNE}}}", f"point: {{text: point, means: {JUNE}}}"),
        decided("id: undated", "id: point"),
    )

    assert (on(plan, "2018-07-01").state.value, on(plan, "2018-07-01").holds) == ("undecided", None)
    assert view(plan, "2018-07-01", "2018-12-31").items == ()


@pytest.mark.parametrize("as_known", ["2018-06-30", None])
def test_a_column_adopted_without_a_date_stays_the_proposal_that_it_was(
    plan_from: PlanFrom, on: On, as_known: str | None
) -> None:
    plan = plan_from(
        "\ncolumns: {HP: {adopted_by: old}, K: {proposed_by: dated, adopted_by: undated}}"
        + activity(f"HP: {{text: holds, means: {MARCH}}}", f"K: {{text: proposal, means: {JUNE}}}"),
        decided("id: old, date: 2017", "id: dated, date: 2018-05-31, standing: proposed", "id: undated"),
    )

    one = on(plan, "2018-07-01", as_known)

    assert _holds(one) == "holds"
    assert _beside(one) == [("proposal", "proposed")]


@pytest.mark.parametrize(
    ("rough", "day", "holds"),
    [
        ("2018-06", "2018-06-29", "rough"),
        ("2018-06", "2018-06-30", "day"),
        ("2018-06", "2018-07-01", "day"),
        ("2018-02", "2018-02-27", "rough"),
        ("2018-02", "2018-03-01", "day"),
        ("2020-02", "2020-02-28", "rough"),
        ("2018", "2018-12-30", "rough"),
        ("2018", "2019-01-01", "day"),
    ],
)
def test_a_month_or_a_year_sorts_as_its_last_possible_day(
    plan_from: PlanFrom, on: On, rough: str, day: str, holds: str
) -> None:
    plan = plan_from(
        "\ncolumns: {Rough: {adopted_by: rough}}"
        + activity(f"day: {{text: day, means: {JUNE}}}", f"Rough: {{text: rough, means: {MARCH}}}"),
        decided(f"id: rough, date: {rough}", f"id: day, date: {day}"),
    )

    assert _holds(on(plan, "2018-07-01")) == holds


@pytest.mark.parametrize(
    ("rough", "before", "then"),
    [("2018-06", "2018-06-29", "2018-06-30"), ("2010", "2010-12-30", "2010-12-31")],
)
def test_a_month_or_a_year_is_known_from_its_last_possible_day(
    plan_from: PlanFrom, view: View, rough: str, before: str, then: str
) -> None:
    plan = plan_from(
        "columns: {}" + activity(f"d: {{text: x, means: {JUNE}}}"), decided(f"id: d, date: {rough}")
    )

    assert view(plan, "2018-07-01", before).items == ()
    assert [one.state.value for one in view(plan, "2018-07-01", then).items] == ["ended"]


def test_means_gives_what_a_text_leaves_out(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(activity("Justert: {text: Overført til Bærum kulturskole, means: {from: 2018-02-01}}"))

    one = on(plan, "2018-02-01")

    assert (one.state.value, one.to, str(one.since)) == ("transferred", "Bærum kulturskole", "2018-02-01")


def test_a_recipient_in_means_may_be_called_by_any_of_its_names(plan_from: PlanFrom, on: On) -> None:
    plan = plan_from(
        activity("Justert: {text: x, means: {kind: transfers, recipient: kommunehelsesamarbeidet}}")
    )

    assert on(plan, "2018-07-01").to == "KHS"


def _holds(one: ItemOnDate) -> str | None:
    return one.holds.statement.text if one.holds else None


def _beside(one: ItemOnDate) -> list[tuple[str | None, str]]:
    return [(said.statement.text, said.seen.standing) for said in one.beside]
