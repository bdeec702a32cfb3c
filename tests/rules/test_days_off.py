from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message

FoundIn = Callable[..., tuple[Finding, ...]]


def plan(*texts: str, key: str = "HP 2018") -> str:
    """A plan of 2018; the text of each item stands six lines below that of the one before, the first in line 8."""
    items = "".join(
        f"""
          - id: item-{number}
            kind: duty
            name: Nettverk {number}
            note: Slik står det
            status:
              {key}: {text}"""
        for number, text in enumerate(texts)
    )
    return f"""
        columns: {{HP 2018: {{adopted_by: sg-1}}}}
        parties: {{KHS: {{}}}}
        obligations:{items}
        """


@pytest.fixture
def days_off(found_in: FoundIn) -> Callable[..., list[Finding]]:
    return lambda *texts, **more: [one for one in found_in(plan(*texts, **more)) if one.code.code == "VR313"]


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("29.6.2018", None),
        ("30.6.2018", "a Saturday"),
        ("1.7.2018", "a Sunday"),
        ("2.7.2018", None),
        ("28.3.2018", None),
        ("29.3.2018", "a Thursday and a public holiday (Skjærtorsdag)"),
        ("30.3.2018", "a Friday and a public holiday (Langfredag)"),
        ("31.3.2018", "a Saturday"),
        ("1.4.2018", "a Sunday and a public holiday (Første påskedag)"),
        ("2.4.2018", "a Monday and a public holiday (Andre påskedag)"),
        ("3.4.2018", None),
        ("30.4.2018", None),
        ("1.5.2018", "a Tuesday and a public holiday (Arbeidernes dag)"),
        ("2.5.2018", None),
        ("1.5.2008", "a Thursday and a public holiday (Arbeidernes dag, Kristi himmelfartsdag)"),
        ("24.12.2018", None),
        ("25.12.2018", "a Tuesday and a public holiday (Første juledag)"),
        ("26.12.2018", "a Wednesday and a public holiday (Andre juledag)"),
        ("27.12.2018", None),
        ("31.12.2018", None),
        ("1.1.2019", "a Tuesday and a public holiday (Første nyttårsdag)"),
        ("2.1.2019", None),
    ],
)
def test_last_day_on_a_day_off_is_told(
    days_off: Callable[..., list[Finding]], day: str, what: str | None
) -> None:
    told = [message(one).sentence.split(";")[0] for one in days_off(f"Leveres senest {day}")]
    assert told == ([f"{day} is {what}"] if what else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Avsluttes 30.6.18", True),
        ("Avsluttast 30. juni", True),
        ("Avsluttes 30..6.18", True),
        ("Avvikles pr 30.06.2018", True),
        ("Overføres til KHS innen 30.6.2018", True),
        ("Frist 30/6", True),
        ("Utsatt til 30.6.2018", True),
        ("10.–30. juni", True),
        ("Oppstart innen 30.6", True),
        ("Avsluttes foreløpig 30.6.2018", True),
        ("Vurderes avsluttet 30.6.2018", False),
        ("Avsluttet 30.6.2018", True),  # of a paper of 2017: it is still to come
        ("Avsluttet 1.10.2017", False),
        ("Avsluttes ved utgangen av juni", False),
        ("Q2", False),
        ("Juni", False),
        ("Uke 26", False),
        ("Uke 15", False),  # ends on Sunday 15.4.
        ("Avsluttes før 1.7.2018", False),
        ("Avsluttes fra 1.7.2018", False),
        ("Overføres til KHS fra 30.6.2018", False),
        ("Overføres til KHS 30.6.2018", False),
        ("Videreføres til og med 30.6.2018", False),
        ("Løpende til 30.6.2018", False),
        ("Innen 1. påskedag", False),
        ("Før påske", False),
        ("Løpende", False),
        ("{text: Avsluttes, means: {to: 2018-06-30}}", False),
        ("{text: ~, means: {kind: ends, to: 2018-06-30}}", False),
    ],
)
def test_only_a_last_day_that_the_text_names_is_told(
    days_off: Callable[..., list[Finding]], text: str, told: bool
) -> None:
    assert len(days_off(text)) == told


def test_both_working_days_beside_it_are_told_where_the_text_stands(
    days_off: Callable[..., list[Finding]],
) -> None:
    (found,) = days_off("Rapport leveres innen 31.3.2018")
    assert message(found).sentence == (
        "31.3.2018 is a Saturday; the working days beside it are Wednesday 28.3.2018 and Tuesday 3.4.2018"
    )
    assert found.place
    assert (found.place.line, found.place.column) == (9, 16)
    assert found.related == ()


TOO = "“Avsluttes 30.6.18” names it too"


@pytest.mark.parametrize(
    ("texts", "lines", "related"),
    [
        (2, [15], (TOO,)),
        (5, [15, 21, 27, 33], (TOO, TOO, TOO, TOO)),
        (6, [15, 21, 27], (TOO, TOO, f"{TOO}, and so do 2 more texts")),
    ],
)
def test_each_day_is_told_once_with_some_of_the_texts_that_name_it(
    days_off: Callable[..., list[Finding]], texts: int, lines: list[int], related: tuple[str, ...]
) -> None:
    found, other = days_off(*["Avsluttes 30.6.18"] * texts, "Avsluttes 30.9.2018", "Avsluttes 28.9.2018")
    assert (found.values["day"], other.values["day"]) == ("30.6.2018", "30.9.2018")
    assert [one.place.line for one in found.related if one.place] == lines
    assert message(found).related == related
    assert other.related == ()


def test_text_of_many_items_is_one_text(found_in: FoundIn) -> None:
    found = found_in(
        """
        columns: {HP 2018: {adopted_by: sg-1}}
        areas:
          - id: helse
            name: Helse
            measures:
              - name: Beredskap
                status: {HP 2018: Avsluttes 30.6.2018}
                activities: [{id: nettverk, name: Nettverk}, {id: kurs, name: Kurs}]
        """
    )
    assert [len(one.related) for one in found if one.code.code == "VR313"] == [0]
