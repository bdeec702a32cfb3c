"""A plan folder for another organisation: sound at once, whatever the organisation is called."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.drafts.fresh import Beginning
from vrplan.drafts.fresh import fresh as fresh_with
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.render.safe import markdown
from vrplan.rules import errors_of

ROOT = Path(__file__).parent.parent.parent
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(str.strip)


def beginning(**others: object) -> Beginning:
    known: dict[str, object] = {
        "organisation": "Fjellregionen",
        "title": "Handlingsplan 2026",
        "year": 2026,
        "body": "Rådsforsamlingen",
    }
    return Beginning(**known | others)  # type: ignore[arg-type]


def fresh(known: Beginning) -> dict[str, str]:
    return fresh_with(known, markdown)


def read(files: dict[str, str]) -> PlanFolder:
    texts = {path: text.encode() for path, text in files.items() if path.endswith(".yaml")}
    decisions = {"decisions.yaml": texts.pop("decisions.yaml")}
    return PlanFolder(texts, decisions, "decisions.yaml")


def test_folder_holds_the_files_their_schemas_a_workflow_and_a_readme() -> None:
    assert list(fresh(beginning())) == [
        "actionplan_2026.yaml",
        "decisions.yaml",
        "actionplan.schema.json",
        "decisions.schema.json",
        "README.md",
        ".github/workflows/plan.yml",
    ]


def test_plan_rests_on_the_decision_that_adopted_it() -> None:
    plan = load(read(fresh(beginning(adopted=date(2026, 5, 14), case="12/2026")))).plan
    assert plan is not None
    (decision,) = plan.decisions.values()
    assert (decision.id, decision.body, decision.case) == (
        "rådsforsamlingen-2026-1",
        "rådsforsamlingen",
        "12/2026",
    )
    assert decision.date is not None
    assert decision.date.text == "2026-05-14"
    assert plan.columns["HP 2026"].adopted_by == "rådsforsamlingen-2026-1"
    assert (plan.written.plan, plan.organisation) == ("fjellregionen-2026", "Fjellregionen")


def test_day_and_case_that_are_not_known_are_left_to_be_filled_in() -> None:
    text = fresh(beginning())["decisions.yaml"]
    assert "    # TODO date: the day of the meeting\n" in text
    assert "    # TODO case: the number in the minutes, such as 12/2018\n" in text


@settings(max_examples=40, deadline=None)
@given(organisation=NAMES, title=NAMES, body=NAMES, case=NAMES)
def test_any_names_give_a_plan_without_errors_that_holds_them(
    organisation: str, title: str, body: str, case: str
) -> None:
    names = {"organisation": organisation, "title": title, "body": body, "case": case}
    loaded = load(read(fresh(beginning(**names, adopted=date(2026, 5, 14)))))
    assert errors_of(loaded) == ()
    assert loaded.plan is not None
    (decision,) = loaded.plan.decisions.values()
    written = loaded.plan.written
    assert (written.organisation, written.title, decision.case) == (organisation, title, case)
    assert [one.name for one in loaded.plan.decided.bodies.values()] == [body]


@settings(max_examples=40, deadline=None)
@given(organisation=NAMES, title=NAMES)
def test_readme_holds_names_as_words_in_its_first_line(organisation: str, title: str) -> None:
    text = fresh(beginning(organisation=organisation, title=title))["README.md"]
    first, *others = text.split("\n")
    assert first == f"# {markdown(title)} – {markdown(organisation)}"
    assert others == fresh(beginning())["README.md"].split("\n")[1:]


def test_schemas_are_those_of_this_version() -> None:
    files = fresh(beginning())
    for name in ("actionplan.schema.json", "decisions.schema.json"):
        assert files[name] == (ROOT / "schema" / name).read_text(encoding="utf-8")


def test_workflow_is_the_one_that_the_docs_explain() -> None:
    shown = re.search(
        r"```yaml\n# \.github/workflows/plan\.yml\n(.*?)```", (ROOT / "docs/ci.md").read_text("utf-8"), re.S
    )
    assert shown is not None
    assert fresh(beginning())[".github/workflows/plan.yml"] == shown[1]
