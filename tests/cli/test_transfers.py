from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

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
}
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


@pytest.mark.parametrize("name", ["Bærum kultur", "Bærum kulturskol"])
def test_unknown_party_is_told_with_the_nearest(run: Run, name: str) -> None:
    code, out, err = run(*MID_2018, "--to", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"vrplan: there is no party {name}; did you mean Bærum kulturskole")
    assert err.count("\n") == 1
