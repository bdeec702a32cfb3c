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
    "to": str | None,
    "transfers": list,
    "undecided": list,
    "set_aside": list,
    "counts": dict,
    "total": int,
    "confirmed": int,
    "receivers": list,
}
TRANSFER = {
    "id": str,
    "level": str,
    "activity": str | None,
    "name": str,
    "focus_area": str | None,
    "to": str | None,
    "start": str | None,
    "end": str | None,
    "state": str,
    "confirmed": bool,
    "decision": str | None,
    "text": str | None,
    "beside": list,
    "stage": str,
    "owner": str,
    "window": dict,
    "handed_over": dict | None,
    "accepted": dict | None,
    "interrupted": dict | None,
    "earlier": list,
}
SPOKEN_OF = {
    "id": str,
    "level": str,
    "name": str,
    "state": str,
    "text": str | None,
    "column": str | None,
    "decision": str | None,
    "standing": str,
    "modality": str | None,
    "kind": str,
    "start": str | None,
    "end": str | None,
    "to": str | None,
    "stage": str,
    "owner": str,
}
RECORDED = """
- id: one
  name: En
  status: {HP 2018: Overføres til KHS i løpet av høsten}
  events:
    - {date: 2018-09-01, what: transferred, decision: sg-1, who: Ola}
    - {date: 2018-09-20, what: accepted, source: Brev 7, note: Med glede}
"""
MID_2018 = ("transfers", "--data", "data", "--date", "2018-07-01")
BPA = ["bpa-enkeltsaker", "bpa-kommunikasjon", "bpa-nettverksmoter", "bpa-utviklingsarbeid"]
ORCHESTRA = ["orkester-kulturskoler", "orkester-korps", "orkester-ovelser", "orkester-dextra-musica"]


@pytest.mark.parametrize("width", [80, 120, 200])
def test_report_on_the_real_plan_at_a_terminal(run: Run, golden: Callable[..., None], width: int) -> None:
    code, out, err = run(*MID_2018, "--width", str(width))
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= width
    golden(f"transfers-2018-07-01-{width}.txt", out)


@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
def test_piped_report_on_the_real_plan(run: Run, golden: Callable[..., None], form: str) -> None:
    code, out, err = run(*MID_2018, "--format", form)
    assert (code, err) == (0, "")
    golden(f"transfers-2018-07-01.{form.replace('text', 'txt')}", out)


@pytest.mark.parametrize("words", [[], ["--to", "khs"], ["--as-known", "2018-06-05"]])
def test_document_keeps_to_its_contract(
    run: Run, keeps_to: Callable[[dict[str, Any], Any], None], words: list[str]
) -> None:
    told = json.loads(run(*MID_2018, *words, "--format", "json")[1])
    keeps_to(DOCUMENT, told)
    for transfer in told["transfers"]:
        keeps_to(TRANSFER, transfer)
    for one in told["undecided"]:
        keeps_to(SPOKEN_OF, one)
    assert (told["schema"], told["command"], told["plan"]) == (1, "transfers", "vestregionen-2018")


def test_hand_over_tells_to_whom_when_and_by_which_decision(run: Run) -> None:
    told = json.loads(run(*MID_2018, "--format", "json")[1])["transfers"]
    assert {key: value for key, value in told[0].items() if key not in {"name", "activity", "beside"}} == {
        "id": "bpa-enkeltsaker",
        "level": "activity",
        "focus_area": "Brukerstyrt personlig assistanse",
        "to": "KHS",
        "start": "2018-08-01",
        "end": "2018-12-31",
        "state": "ongoing",
        "confirmed": False,
        "decision": "sg-2018-16",
        "text": "Overføres til KHS i løpet av høsten",
        "stage": "to_come",
        "owner": "Vestregionen",
        "window": {"start": "2018-08-01", "end": "2018-12-31"},
        "handed_over": None,
        "accepted": None,
        "interrupted": None,
        "earlier": [],
    }


@pytest.mark.parametrize(
    ("to", "ids"),
    [
        ("KHS", BPA),
        ("kommunehelsesamarbeidet", BPA),
        ("Bærum kulturskole", ORCHESTRA),
        ("bærum KOMMUNE", ["kunst-rett-vest", *ORCHESTRA]),
        ("Vestregionen", []),
    ],
)
def test_party_is_named_by_id_name_or_alias_and_includes_its_parts(run: Run, to: str, ids: list[str]) -> None:
    code, out, _ = run(*MID_2018, "--to", to, "--format", "json")
    assert (code, [one["id"] for one in json.loads(out)["transfers"]]) == (0, ids)


def test_party_without_hand_overs_is_said(run: Run) -> None:
    _, out, _ = run(*MID_2018, "--to", "Vestregionen")
    assert out.endswith("\nTo Vestregionen, with Daglig leder\n\nNo hand-over is decided.\n")


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2018-06-30", {"by_words": 4, "to_come": 5, "spoken_of": 2}),
        ("2018-07-31", {"by_words": 4, "to_come": 5, "spoken_of": 2}),
        ("2018-08-01", {"by_words": 4, "under_way": 4, "to_come": 1, "spoken_of": 2}),
        ("2018-12-31", {"by_words": 4, "under_way": 4, "to_come": 1, "spoken_of": 2}),
        ("2019-01-01", {"by_words": 4, "by_date": 5, "spoken_of": 2}),
    ],
)
def test_stages_of_the_real_plan_add_up(run: Run, day: str, counts: dict[str, int]) -> None:
    told = json.loads(run("transfers", "--data", "data", "--date", day, "--format", "json")[1])
    ids = [one["id"] for one in told["transfers"]] + [one["id"] for one in told["undecided"]]
    assert told["counts"] == counts
    assert told["total"] == len(ids) == len(set(ids)) == sum(counts.values())


def test_what_is_recorded_is_told_with_its_document(run: Run, folder_with: Callable[[str], Path]) -> None:
    words = ("transfers", "--data", str(folder_with(RECORDED)), "--date", "2018-10-01")
    (told,) = json.loads(run(*words, "--format", "json")[1])["transfers"]
    nothing = dict.fromkeys(("decision", "source", "who", "note"))
    assert (told["stage"], told["confirmed"], told["owner"]) == ("accepted", True, "Vestregionen")
    assert told["handed_over"] == nothing | {"date": "2018-09-01", "decision": "sg-1", "who": "Ola"}
    assert told["accepted"] == nothing | {"date": "2018-09-20", "source": "Brev 7", "note": "Med glede"}
    row = next(line for line in run(*words)[1].splitlines() if "  one  " in line)
    assert "handed over 1.9.2018 (sg-1, 7.12.2017 by Styringsgruppen, sak 35/2017; by Ola)" in row
    assert "confirmed 20.9.2018 (Brev 7; Med glede)" in row


@pytest.mark.parametrize("name", ["Bærum kultur", "Bærum kulturskol"])
def test_unknown_party_is_told_with_the_nearest(run: Run, name: str) -> None:
    code, out, err = run(*MID_2018, "--to", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"vrplan: there is no party {name}; did you mean Bærum kulturskole")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("to", "day", "name"),
    [
        ("khs", "2018-07-01", "sheet-khs-2018-07-01.md"),
        ("Kommunehelsesamarbeidet", "2018-07-01", "sheet-khs-2018-07-01.md"),
        ("BÆRUM", "2019-01-01", "sheet-baerum-2019-01-01.md"),
    ],
)
def test_sheet_of_the_real_plan(run: Run, golden: Callable[..., None], to: str, day: str, name: str) -> None:
    code, out, err = run("transfers", "--data", "data", "--date", day, "--sheet", to)
    assert (code, err) == (0, "")
    golden(name, out)


@pytest.mark.parametrize("words", [[], ["--format", "md"], ["--width", "60"], ["--color", "always"]])
def test_sheet_is_written_as_it_is(run: Run, tmp_path: Path, words: list[str]) -> None:
    file = tmp_path / "khs.md"
    assert run(*MID_2018, "--sheet", "KHS", *words, "-o", str(file)) == (0, "", "")
    assert file.read_bytes().decode() == run(*MID_2018, "--sheet", "KHS")[1]


def test_sheet_without_hand_overs_is_one_sentence(run: Run) -> None:
    assert run(*MID_2018, "--sheet", "Norsk Helsenett") == (
        0,
        "On 1.7.2018, nothing goes to Norsk Helsenett: no hand-over to it is decided, and none is spoken of.\n",
        "",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--to", "KHS"], "--sheet names the receiver itself: leave --to out"),
        (["--format", "text"], "a sheet is Markdown: leave --format text out, or write --format md"),
        (["--format", "json"], "a sheet is Markdown: leave --format json out, or write --format md"),
        (["-o", "khs.csv"], "a sheet is Markdown: khs.csv should be called something.md"),
        (
            ["--sheet", "Bærum kultur"],
            "there is no party Bærum kultur; did you mean Bærum kulturskole, Bærum",
        ),
    ],
)
def test_wrong_use_of_a_sheet_is_one_line(run: Run, words: list[str], said: str) -> None:
    code, out, err = run(*MID_2018, "--sheet", "KHS", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"vrplan: {said}")
