"""The hand-over sheet as it is read: as Markdown, by whoever takes over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from vrplan.as_of import Clocks, as_of, heard
from vrplan.render import sheet as page
from vrplan.render.wording.sheet import also
from vrplan.reports.sheet import sheet
from vrplan.reports.transfers import transfers

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

    from vrplan.model.plan import Plan

    PlanFrom = Callable[..., Plan]

PLAN = """
columns: {HP 2018: {adopted_by: sg-1}, Justert: {adopted_by: sg-2}}
parties: {KHS: {name: Kommunehelsesamarbeidet, aliases: [Helsesamarbeidet]}, Bærum kommune: {}, Asker: {}}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: BPA
        resource: Daglig leder
        measures:
          - name: Beredskap
            activities:
              - id: one
                name: Bistå
                note: Delt fra cellen over
                status:
                  HP 2018: {text: Overføres til KHS i løpet av høsten, source: Notat 7, note: Etter tabellen}
              - {id: two, name: Svare, status: {HP 2018: Overføres til KHS i løpet av høsten}}
              - id: three
                name: Melde
                status: {HP 2018: Overføres til KHS 1.9.2018}
                events:
                  - {date: 2018-09-03, what: transferred, decision: sg-2/1, who: Daglig leder}
                  - {date: 2018-09-10, what: accepted, note: Brev}
              - {id: stays, name: Bli, status: {HP 2018: Løpende}}
              - {id: asker, name: Gå, status: {HP 2018: Overføres til Asker 1.9.2018}}
              - {id: maybe, name: Kanskje, status: {HP 2018: Løpende, Justert: Vurderes overført til KHS}}
        obligations:
          - {id: contract, kind: contract, name: Kontrakten, owner: Asker, status: {HP 2018: Løpende}}
  - id: kultur
    name: Kultur
    focus_areas:
      - id: krv
        name: KRV
        status: {HP 2018: Overføres til Bærum kommune 1.9.2018}
obligations:
  - {id: archive, kind: property, name: Arkivet}
  - {id: promised, kind: property, name: Lovet, recipient: Asker}
  - {id: foreign, kind: property, name: Lånt, owner: Asker}
  - {id: sold, kind: property, name: Solgt, events: [{date: 2018-09-01, what: ended, note: Kvittering}]}
"""


def shown(plan_from: PlanFrom, to: str, day: str = "2018-10-01", text: str = PLAN) -> str:
    view = as_of(plan_from(text), Clocks(date.fromisoformat(day)))
    return page(sheet(transfers(view, to)))


def part(text: str, heading: str) -> str:
    """What stands below a heading."""
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_heading_names_giver_receiver_day_plan_and_decision(plan_from: PlanFrom) -> None:
    lines = shown(plan_from, "KHS").splitlines()
    assert lines[0] == "# Hand-over from Vestregionen to KHS (Kommunehelsesamarbeidet)"
    assert lines[2] == "Handlingsplan 2018 – Vestregionen – as it stands on 1.10.2018"
    assert lines[4] == "Plan: Justert, adopted 14.6.2018 by Styringsgruppen"
    assert lines[8] == "**4 items: 1 confirmed; 2 under way; 1 only spoken of. Confirmed: 1 of 3.**"


def test_items_on_the_same_terms_are_told_together(plan_from: PlanFrom) -> None:
    text = part(
        shown(plan_from, "KHS", text=PLAN.replace(", source: Notat 7, note: Etter tabellen", "")),
        "Helse / BPA",
    )
    first = text.split("\n\n")[1]
    assert first.splitlines()[0] == "- **Note on no. 1:** Delt fra cellen over"
    assert [line.split(" | ")[1] for line in text.splitlines() if line.startswith(("| 1", "| 2", "| 3"))] == [
        "Bistå",
        "Svare",
        "Melde",
    ]
    assert text.count("- **The plan says:**") == 2


def test_every_fact_of_a_hand_over_is_told(plan_from: PlanFrom) -> None:
    text = part(shown(plan_from, "KHS"), "Helse / BPA")
    assert text.splitlines()[5:16] == [
        "- **Note on no. 1:** Delt fra cellen over",
        "- **From:** Vestregionen",
        "- **To:** KHS",
        "- **When:** 1.8.2018–31.12.2018, 91 days left (under way)",
        "- **The plan says:** “Overføres til KHS i løpet av høsten”",
        "- **Decided:** HP 2018 (sg-1), adopted 7.12.2017 by Styringsgruppen (its full text is known): HP 2018",
        "- **Paper:** Notat 7",
        "- **Comment:** Etter tabellen",
        "- **Done until now by:** Daglig leder",
        "- **Handed over:** not reported",
        "- **Confirmed:** not confirmed",
    ]
    assert "- **Handed over:** 3.9.2018 (sg-2/1, 14.6.2018 by Styringsgruppen; by Daglig leder)" in text
    assert "- **Confirmed:** 10.9.2018 (Brev)" in text


def test_what_is_not_recorded_has_a_line_to_sign_and_nothing_else_has(plan_from: PlanFrom) -> None:
    rows = [
        line.split(" | ") for line in part(shown(plan_from, "KHS"), "To fill in and sign").splitlines()[5:]
    ]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("| 1", "Bistå", "handed over by Vestregionen"),
        ("| 1", "Bistå", "taken over by KHS"),
        ("| 2", "Svare", "handed over by Vestregionen"),
        ("| 2", "Svare", "taken over by KHS"),
    ]
    assert {len(row) for row in rows} == {6}


def test_what_stays_goes_elsewhere_or_is_only_spoken_of_is_told_apart(plan_from: PlanFrom) -> None:
    text = shown(plan_from, "KHS")
    beside = part(text, "Also in these focus areas, and not handed over to KHS")
    told = [
        (row.split(" | ")[2], row.split(" | ")[4]) for row in beside.splitlines() if row.startswith("| ")
    ][2:]
    assert told == [("stays", "nobody named"), ("asker", "Asker"), ("contract", "stays with Asker")]
    assert (
        part(text, "Spoken of, and not decided").strip().startswith("- Kanskje (maybe): “Vurderes overført")
    )
    unclaimed = part(text, "Property that goes to nobody")
    assert [row.split(" | ")[2] for row in unclaimed.splitlines() if row.startswith("| ")][2:] == ["archive"]


SMALL = """
columns: {Justert: {adopted_by: sg-2}}
parties: {KHS: {name: Kommunehelsesamarbeidet}}
obligations:
  - {id: it, kind: duty, name: It, status: {Justert: TEXT}}
"""


@pytest.mark.parametrize(
    ("text", "early"),
    [
        ("{text: Overført til KHS, means: {from: 2018-06-13}}", ["13.6.2018"]),
        ("{text: Overført til KHS, means: {from: 2018-06-14}}", []),
        ("Overføres til KHS 1.2.2018", ["1.2.2018"]),
        ("Overføres til KHS 1.11.2018", []),
    ],
)
def test_hand_over_before_its_decision_is_told(plan_from: PlanFrom, text: str, early: list[str]) -> None:
    told = [
        line
        for line in shown(plan_from, "KHS", text=SMALL.replace("TEXT", text)).splitlines()
        if "But" in line
    ]
    assert told == [
        f"- **But:** the hand-over on {day} came before the decision of 14.6.2018" for day in early
    ]


@pytest.mark.parametrize(
    ("standing", "text", "worth"),
    [
        (
            "adopted",
            "Overføres til KHS 1.10.2018",
            "Decided as well; read as: transfers, from 1.10.2018, to KHS",
        ),
        (
            "adopted",
            "Vurderes overført til KHS",
            (
                "The words were decided, and do not decide the hand-over itself; "
                "read as: transfers, to KHS, considered"
            ),
        ),
        (
            "adopted",
            "Søkes videreført i 2019",
            (
                "The words were decided, and do not decide the matter itself; "
                "read as: continues, 1.1.2019–31.12.2019, intended"
            ),
        ),
        ("proposed", "Vurderes overført til KHS", "Not decided; read as: transfers, to KHS, considered"),
    ],
)
def test_words_that_were_decided_are_never_told_as_not_decided(
    plan_from: PlanFrom, standing: str, text: str, worth: str
) -> None:
    plan = plan_from(
        f"""
columns: {{HP 2018: {{adopted_by: sg-1}}}}
parties: {{KHS: {{}}}}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - {{id: bpa, name: BPA, status: {{HP 2018: Overføres til KHS i løpet av høsten, sg-2/1: {text}}}}}
""",
        f"""
bodies: {{SG: {{name: Styringsgruppen}}}}
decisions:
  - {{id: sg-1, title: HP, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}}
  - {{id: sg-2, title: Justert, standing: {standing}, evidence: full-text, body: SG, date: 2017-12-07,
     points: [{{id: 1, summary: BPA}}]}}
""",
    )
    said = next(one for one in heard(plan.items[0], None) if one.statement.text == text)
    assert also(said, plan).partition(": Justert. ")[2] == worth


def test_receiver_of_nothing_gets_one_sentence(plan_from: PlanFrom) -> None:
    assert shown(plan_from, "Vestregionen") == (
        "On 1.10.2018, nothing goes to Vestregionen: no hand-over to it is decided, and none is spoken of.\n"
    )


def test_receiver_that_is_only_spoken_of_is_told_so(plan_from: PlanFrom) -> None:
    text = shown(plan_from, "KHS", text=SMALL.replace("TEXT", "Vurderes overført til KHS"))
    assert "\n**No hand-over to KHS (Kommunehelsesamarbeidet) is decided.**\n" in text
    assert "To fill in and sign" not in text


HOSTILE = "x | <b>y</b> `z` [a](javascript:b) *c* _d_\\n\\n# e \\e[31m \\a ##[group] =1+1 &lt;"


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


@pytest.mark.parametrize(
    "field",
    ["Daglig leder", "Beredskap", "Bistå", "Delt fra cellen over", "Brev", "BPA", "Asker", "Bli", "Arkivet"],
)
def test_no_text_of_the_plan_is_markup_or_another_cell(plan_from: PlanFrom, field: str) -> None:
    plan = PLAN.replace(f"name: {field}", f'name: "{HOSTILE}"').replace(
        f"leder: {field}", f'leder: "{HOSTILE}"'
    )
    for key in ("resource", "who", "note", "owner"):
        plan = plan.replace(f"{key}: {field}", f'{key}: "{HOSTILE}"')
    text = shown(plan_from, "KHS", text=plan)
    reader = MarkdownIt("commonmark").enable("table")
    tokens, sound = reader.parse(text), reader.parse(shown(plan_from, "KHS"))
    assert "javascript" in text
    assert [token.type for token in tokens] == [token.type for token in sound]
    assert {token.type for token in inline(tokens)} == {token.type for token in inline(sound)}
    assert not {"\x1b", "\x07"} & set(text)
