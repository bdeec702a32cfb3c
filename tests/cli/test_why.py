from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

DOCUMENT = {
    "schema": int,
    "command": str,
    "plan": str,
    "date": str,
    "as_known": str | None,
    "column": str | None,
    "ceases": str | None,
    "in_period": bool,
    "item": dict | None,
    "statements": list,
    "events": list,
    "follows": list,
}
STATEMENT = {
    "text": str | None,
    "column": str | None,
    "decision": dict | None,
    "reading": dict,
    "holds": bool,
    "reach": str,
    "source": str | None,
    "note": str | None,
    "file": str,
    "line": int,
}
DECISION = {
    "id": str,
    "body": str | None,
    "date": str | None,
    "case": str | None,
    "standing": str,
    "evidence": str,
}
EVENT = {
    "date": str,
    "what": str,
    "recipient": str | None,
    "who": str | None,
    "from": str | None,
    "to": str | None,
    "decision": str | None,
    "source": str | None,
    "note": str | None,
}
FOLLOWS = {"state": str, "since": str | None, "until": str | None, "to": str | None}
ARBEIDSGRUPPER = ("why", "osloregionen-arbeidsgrupper", "--data", "data", "--date", "2018-07-01")


@pytest.mark.parametrize("width", [80, 120, 200])
def test_answer_on_the_real_plan_at_a_terminal(run: Run, golden: Callable[..., None], width: int) -> None:
    code, out, err = run(*ARBEIDSGRUPPER, "--width", str(width))
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= width
    golden(f"why-2018-07-01-{width}.txt", out)


@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
def test_piped_answer_on_the_real_plan(run: Run, golden: Callable[..., None], form: str) -> None:
    code, out, err = run(*ARBEIDSGRUPPER, "--format", form)
    assert (code, err) == (0, "")
    golden(f"why-2018-07-01.{form.replace('text', 'txt')}", out)


@pytest.mark.parametrize(
    "words",
    [
        ["osloregionen-arbeidsgrupper"],
        ["kunst-rett-vest"],
        ["arkiv"],
        ["shareon-andel-2019", "--as-known", "2018-06-05"],
    ],
)
def test_document_keeps_to_its_contract(
    run: Run, keeps_to: Callable[[dict[str, Any], Any], None], words: list[str]
) -> None:
    told = json.loads(run("why", *words, "--data", "data", "--date", "2018-07-01", "--format", "json")[1])
    keeps_to(DOCUMENT, told)
    for statement in told["statements"]:
        keeps_to(STATEMENT, statement)
        if statement["decision"]:
            keeps_to(DECISION, statement["decision"])
    for follows in told["follows"]:
        keeps_to(FOLLOWS, follows)
    assert sum(statement["holds"] for statement in told["statements"]) <= 1


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ([], "  owner: KHS (Kommunehelsesamarbeidet)\n"),
        (["--format", "md"], "- owner: KHS (Kommunehelsesamarbeidet)\n"),
        (["--width", "80"], "  owner      KHS (Kommunehelsesamarbeidet)"),
    ],
)
def test_owner_is_named_in_full(run: Run, words: list[str], line: str) -> None:
    assert line in run("why", "khs", "--data", "data", "--date", "2018-07-01", *words)[1]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ([], "  owner: KHS (\\x1b[31m<b>Helse</b>)\n"),
        (["--format", "md"], r"- owner: KHS (\\x1b\[31m\<b\>Helse\</b\>)" + "\n"),
        (["--width", "80"], "  owner  KHS (\\x1b[31m<b>Helse</b>)"),
    ],
)
def test_owner_s_name_is_text_and_nothing_else(
    run: Run, folder_with: Callable[[str], Path], words: list[str], line: str
) -> None:
    folder = folder_with(r"""
        plan: sample
        title: Plan
        organisation: Vestregionen
        period: {from: 2018-01-01, to: 2018-12-31}
        parties: {KHS: {name: "\e[31m<b>Helse</b>"}}
        obligations: [{id: one, kind: property, name: En, owner: KHS}]
    """)
    assert line in run("why", "one", "--data", str(folder), "--date", "2018-07-01", *words)[1]


def test_owner_whose_id_says_it_all_is_named_by_it(run: Run) -> None:
    assert "  owner: Norsk Helsenett\n" in run("why", "komut", "--data", "data", "--date", "2018-07-01")[1]


def test_item_is_told_as_in_status(run: Run) -> None:
    told = json.loads(run(*ARBEIDSGRUPPER, "--format", "json")[1])
    items = json.loads(run("status", *ARBEIDSGRUPPER[2:], "--format", "json")[1])["items"]
    assert told["item"] == next(item for item in items if item["id"] == "osloregionen-arbeidsgrupper")


def test_statement_leads_to_its_decision_and_its_line(run: Run, root: Path) -> None:
    holds, *others = json.loads(run(*ARBEIDSGRUPPER, "--format", "json")[1])["statements"]
    assert holds["text"] == "Videreføres"
    assert holds["decision"] == {
        "id": "sg-2018-16",
        "body": "SG",
        "date": "2018-06-14",
        "case": "16/2018",
        "standing": "adopted",
        "evidence": "title-only",
    }
    for one in (holds, *others):
        line = (root / one["file"]).read_text(encoding="utf-8").splitlines()[one["line"] - 1]
        assert one["text"] in line


@pytest.mark.parametrize("name", ["BPA-Enkeltsaker", " bpa-enkeltsaker "])
def test_item_is_found_in_any_case(run: Run, name: str) -> None:
    code, out, _ = run("why", name, "--data", "data", "--format", "json")
    assert (code, json.loads(out)["item"]["id"]) == (0, "bpa-enkeltsaker")


def test_unknown_item_is_told_with_the_nearest(run: Run) -> None:
    line = "vrplan: there is no item transport; did you mean transport-2-0?\n"
    assert run("why", "transport", "--data", "data") == (2, "", line)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "bpa",
            "bpa is a focus area, and its state is that of its activities; ask for one of: bpa-enkeltsaker, ",
        ),
        ("Helse", "Helse is an area, and its state is that of its activities; ask for one of: "),
        (
            " beredskap",
            "beredskap is a measure, and its state is that of its activities; ask for one of: bpa-enkeltsaker, ",
        ),
    ],
)
def test_heading_is_told_with_the_items_under_it(run: Run, name: str, line: str) -> None:
    code, out, err = run("why", name, "--data", "data")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"vrplan: {line}")


def test_heading_with_nothing_under_it_is_told_so(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with("""
        plan: sample
        title: Plan
        organisation: Vestregionen
        period: {from: 2018-01-01, to: 2018-12-31}
        areas: [{id: helse, name: Helse, measures: [{name: Tomt}]}]
    """)
    for name, what in (("helse", "an area"), ("tomt", "a measure")):
        line = f"vrplan: {name} is {what}, and nothing stands under it\n"
        assert run("why", name, "--data", str(folder)) == (2, "", line)


def test_item_like_no_other_is_told_with_what_there_is(run: Run) -> None:
    code, out, err = run("why", "xyzzy", "--data", "data")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(
        "vrplan: there is no item xyzzy; there are: osloregionen-arbeidsgrupper, horingssvar, "
    )
    assert err.endswith(" …\n")


def test_item_of_which_nothing_was_known_has_no_state(run: Run) -> None:
    words = ("why", "samarbeidsavtaler", "--data", "data", "--date", "2018-07-01", "--as-known", "2018-01-01")
    told = json.loads(run(*words, "--format", "json")[1])
    assert (told["item"], told["statements"], told["follows"]) == (None, [], [])
    assert "Nothing that was known speaks of it." in run(*words)[1]


def test_recorded_events_are_told(
    run: Run, folder_with: Callable[[str], Path], keeps_to: Callable[[dict[str, Any], Any], None]
) -> None:
    folder = folder_with("""
        - id: handed-over
          name: Nettverk
          status: {HP 2018: Overføres til KHS 1.3.2018}
          events: [{date: 2018-03-05, what: accepted, recipient: KHS, who: Daglig leder, note: Muntlig}]
    """)
    words = ("why", "handed-over", "--data", str(folder), "--date", "2018-04-01")
    told = json.loads(run(*words, "--format", "json")[1])
    for event in told["events"]:
        keeps_to(EVENT, event)
    assert [(event["date"], event["what"]) for event in told["events"]] == [("2018-03-05", "accepted")]
    assert told["item"]["confirmed"] is True
    assert "\nWhat happened\n  5.3.2018: accepted, to KHS, by Daglig leder, Muntlig\n" in run(*words)[1]


def test_statement_without_a_decision_is_told_as_such(run: Run, folder_with: Callable[[str], Path]) -> None:
    folder = folder_with("""
        plan: sample
        title: Plan
        organisation: Vestregionen
        period: {from: 2018-01-01, to: 2018-12-31}
        columns: {HP 2018: {}}
        obligations: [{id: one, kind: duty, name: En, status: {HP 2018: Løpende}}]
    """)
    words = ("why", "one", "--data", str(folder), "--date", "2018-07-01")
    told = json.loads(run(*words, "--format", "json")[1])
    assert [statement["decision"] for statement in told["statements"]] == [None]
    assert (told["item"]["decision"], told["item"]["evidence"]) == (None, None)
    assert run(*words, "--format", "csv")[1].splitlines()[1].startswith("Løpende,HP 2018,,,,,ongoing,")
