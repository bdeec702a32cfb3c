"""`vrplan record status` and `record column`: what a text may say, of what, and in whose name."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from vrplan.cli.record.texts import Kind
from vrplan.model import values

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]
    Record = Callable[[str], tuple[int, str, str]]

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns:
  HP 2018: {adopted_by: sg-1}
parties: {KHS: {name: Kommunehelsesamarbeidet}}
areas:
  - id: helse
    name: Helse
    focus_areas:
      - id: bpa
        name: Brukerstyrt assistanse
        measures:
          - name: Beredskap
            activities:
              - {id: saker, name: Enkeltsaker, status: {HP 2018: Løpende}}
              - {id: media, name: Media, status: {HP 2018: Løpende}}
          - name: Møter
            activities:
              - {id: moter, name: Nettverksmøter, status: {HP 2018: Løpende}}
  - id: annet
    name: Annet
    measures:
      - {name: Møter, activities: [{id: kurs, name: Kurs, status: {HP 2018: Løpende}}]}
"""
NEW = "decision sg-2 --title Sak --body SG --date 2018-06-14 --evidence full-text --standing"


@pytest.fixture
def folder(folder_with: Callable[[str], Path]) -> Path:
    return folder_with(PLAN)


@pytest.fixture
def plan(folder: Path) -> Path:
    return folder / "actionplan_x.yaml"


@pytest.fixture
def record(run: Run, folder: Path) -> Record:
    return lambda words: run("record", *shlex.split(words), "--data", str(folder))


def test_text_of_a_focus_area_may_speak_of_some(record: Record, plan: Path) -> None:
    assert record(f"{NEW} adopted")[0] == 0
    code, out, err = record("status bpa --column sg-2 'Avsluttes 31.8.2018' --only saker --only moter")
    assert (code, out) == (0, f"written: {plan.as_posix()}:14\n")
    assert err.splitlines() == [
        "“Avsluttes 31.8.2018” (sg-2)",
        "  is read as: ends, until 31.8.2018",
        "  saker was: ongoing",
        "  and becomes: ongoing; ended from 1.9.2018",
        "  moter was: ongoing",
        "  and becomes: ongoing; ended from 1.9.2018",
    ]
    code, out, err = record("status BPA --column sg-2 Videreføres --except saker --except moter")
    assert (code, out) == (0, f"written: {plan.as_posix()}:18\n")
    assert err.splitlines()[2:] == ["  media stays: ongoing"]
    added = """\
        name: Brukerstyrt assistanse
        status:
          sg-2:
            - text: Avsluttes 31.8.2018
              only: [saker, moter]
            - text: Videreføres
              except: [saker, moter]
"""
    assert plan.read_text(encoding="utf-8") == PLAN.replace("        name: Brukerstyrt assistanse\n", added)


def test_what_a_text_leaves_out_is_said_beside_it(record: Record, plan: Path) -> None:
    assert record(f"{NEW} adopted")[0] == 0
    code, _, err = record(
        "status beredskap --column sg-2 'Dette ordnes' --kind transfers --to kommunehelsesamarbeidet "
        "--from 1.8.2018 --until 30.9.2018 --source Notat --note 'Side 2'"
    )
    assert (code, err.splitlines()[:4]) == (
        0,
        [
            "“Dette ordnes” (sg-2)",
            "  is read as: transfers, 1.8.2018–30.9.2018, to KHS",
            "  saker was: ongoing",
            "  and becomes: ongoing to KHS; in transition to KHS from 1.8.2018; transferred to KHS from 1.10.2018",
        ],
    )
    added = """\
          - name: Beredskap
            status:
              sg-2:
                text: Dette ordnes
                means:
                  kind: transfers
                  recipient: KHS
                  from: 2018-08-01
                  to: 2018-09-30
                source: Notat
                note: Side 2
"""
    assert plan.read_text(encoding="utf-8") == PLAN.replace("          - name: Beredskap\n", added)


def test_column_is_proposed_filled_and_adopted(record: Record, plan: Path) -> None:
    assert record(f"{NEW} proposed")[0] == 0
    code, out, err = record("column 'HP høst' --proposed-by sg-2 --year 2018")
    assert (code, out) == (0, f"written: {plan.as_posix()}:7\n")
    assert err.splitlines()[0] == "HP høst: proposed 14.6.2018 by Styringsgruppen"
    for item in ("saker", "kurs"):
        assert record(f"status {item} --column 'hp HØST' 'Avsluttes 30.9.2018'")[0] == 0
    assert record(f"{NEW.replace('sg-2', 'sg-3').replace('06-14', '06-21')} adopted")[0] == 0
    code, out, err = record("column 'hp høst' --adopted-by sg-3")
    assert (code, out) == (0, f"written: {plan.as_posix()}:7\n")
    assert err.splitlines() == [
        "HP høst: adopted 21.6.2018 by Styringsgruppen",
        "  saker was: ongoing",
        "  and becomes: ongoing; ended from 1.10.2018",
        "  kurs was: ongoing",
        "  and becomes: ongoing; ended from 1.10.2018",
    ]
    line = "  HP høst: {proposed_by: sg-2, year: 2018, adopted_by: sg-3}\n"
    assert f"  HP 2018: {{adopted_by: sg-1}}\n{line}" in plan.read_text(encoding="utf-8")


WRONG_USE = {
    "status bpa x --column 'HP 2018' --only sakre": "there is no activity below bpa called sakre; did you mean saker?",
    "status kurs x --column 'HP 2018' --only media": "there is nothing below kurs that --only or --except could name",
    "status bap x --column 'HP 2018'": "there is no item bap; did you mean bpa?",
    "status helse x --column 'HP 2018'": "helse is an area, and nothing is said of areas: name a focus area, "
    "a measure or an item in it",
    "status Møter x --column 'HP 2018'": "2 entries are called Møter; name one by its id, or write the words by hand",
    "status bpa x --column 'HP 2018' --to KSH": "there is no party KSH; did you mean KHS?",
    "status bpa x --column 'HP 2018' --from 31.2.2018": "--from: '31.2.2018' is not a day in the calendar",
    "column X --adopted-by sg-9": "there is no decision sg-9; did you mean sg-1?",
    "column 'HP 2018'": "HP 2018 is there already; say what is new of it: --adopted-by",
    "column 'hp 2018' --adopted-by sg-1": "HP 2018 says already adopted_by: sg-1; what was decided stays",
}


@pytest.mark.parametrize(("words", "told"), WRONG_USE.items(), ids=WRONG_USE)
def test_wrong_use_ends_with_2(record: Record, plan: Path, words: str, told: str) -> None:
    assert record(words) == (2, "", f"vrplan: {told}\n")
    assert plan.read_text(encoding="utf-8") == PLAN


def test_column_of_nobody_is_refused(record: Record, plan: Path) -> None:
    told = "vrplan: nothing says whose column it is: add --proposed-by or --adopted-by (VR401); nothing was written\n"
    assert record("column 'HP 2019' --note x") == (1, "", told)
    assert plan.read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("name", ["sg-2", "SG-2", " sg-2", "sg-2/1"])
def test_column_that_is_called_like_a_decision_is_refused(record: Record, plan: Path, name: str) -> None:
    assert record(f"{NEW} adopted --point '1: Slutt'")[0] == 0
    assert record("status saker --column sg-2 'Avsluttes 30.9.2018'")[0] == 0
    before = plan.read_bytes()
    code, out, err = record(f"column '{name}' --proposed-by sg-1")
    assert (code, out, plan.read_bytes()) == (1, "", before)
    like = name.strip().lower()
    assert f"VR218 error: the column {name} is called like the decision {like}, so nobody knows" in err
    assert err.endswith("vrplan: refused for what the file would say, as shown above; nothing was written\n")


def test_decision_that_is_called_like_a_column_is_refused(record: Record, folder: Path) -> None:
    assert record("column HP-host --proposed-by sg-1")[0] == 0
    before = (folder / "decisions.yaml").read_bytes()
    code, out, err = record(f"{NEW} adopted".replace("sg-2", "hp-host"))
    assert (code, out, (folder / "decisions.yaml").read_bytes()) == (1, "", before)
    assert "VR218 error: the column HP-host is called like the decision hp-host, so" in err


def test_decision_is_new_as_long_as_it_is_not_committed(record: Record, folder: Path, plan: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "Planen")
    assert record(f"{NEW} adopted")[0] == 0
    for item in ("saker", "media"):
        assert record(f"status {item} --column sg-2 'Avsluttes 30.9.2018'")[0] == 0
    git("commit", "-q", "-a", "-m", "Vedtaket")
    before = plan.read_bytes()
    code, _, err = record("status kurs --column sg-2 'Avsluttes 30.9.2018'")
    assert (code, "VR710 error: sg-2 brings no new decision" in err, plan.read_bytes()) == (1, True, before)
    assert record("status kurs --column sg-2 'Avsluttes 30.9.2018' --against HEAD~1")[0] == 0
    told = "vrplan: --against: there is no revision mian; did you mean main?\n"
    assert record("status moter --column sg-2 x --against mian") == (2, "", told)


def test_kinds_are_those_of_the_files() -> None:
    assert [str(one) for one in Kind] == list(get_args(values.ReadKind))
