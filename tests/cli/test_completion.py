from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

BIN = Path(sys.executable).parent
BASH = shutil.which("bash")
SCRIPT = """
source <(_VRPLAN_COMPLETE=source_bash vrplan)
complete -p vrplan >&2
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_vrplan_completion vrplan
printf '%s\\n' "${COMPREPLY[@]}"
"""
pytestmark = pytest.mark.skipif(
    BASH is None or os.name == "nt" or not (BIN / "vrplan").exists(),
    reason="needs bash and the vrplan script",
)


@pytest.fixture
def offered(environment: dict[str, str], root: Path) -> Callable[..., list[str]]:
    """What bash offers for the last word of a command line, in the checkout unless `cwd` says otherwise."""

    def complete(*words: str, cwd: Path = root, **env: str) -> list[str]:
        path = f"{BIN}{os.pathsep}{environment['PATH']}"
        done = subprocess.run(
            [str(BASH), "--norc", "-c", SCRIPT, "bash", *words],
            cwd=cwd,
            env=environment | {"PATH": path} | env,
            capture_output=True,
            check=False,
        )
        assert done.stderr.decode() == "complete -o default -F _vrplan_completion vrplan\n"
        return done.stdout.decode().split("\n")[:-1] if done.stdout != b"\n" else []

    return complete


@pytest.mark.parametrize(
    ("words", "replies"),
    [
        (["why", "orkester-k"], ["orkester-kulturskoler", "orkester-korps"]),
        (["why", "--date", "1.7.2018", "arkiv-f"], ["arkiv-flytting"]),
        (["transfers", "--to", "kh"], ["khS"]),
        (["status", "--to", '"Bærum k'], ["Bærum kommune", "Bærum kulturskole"]),
        (["status", "--state", "o"], ["ongoing", "overdue", "orphaned"]),
        (["status", "--state", "In"], ["In_transition"]),
        (
            ["status", "--lang", "nb", "--state", "o"],
            ["ongoing", "overdue", "orphaned", "overføres", "over_fristen", "overført"],
        ),
        (["status", "--lang", "nn", "--state", "på"], ["pågår"]),
        (["status", "--lang", "nob", "--state", "on"], ["ongoing"]),
        (["status", "--area", ""], ["regional-utvikling", "helse", "kultur", "avvikling"]),
        (["decisions", "gf-"], ["gf-2018-06-14", "gf-2017-06"]),
        (["decisions", "gf-2018-06-14/"], [f"gf-2018-06-14/{number}" for number in range(1, 10)]),
        (["diff", '"ju'], ["justert HP 2018"]),
        (["diff", '"HP 2018"', ""], ["HP 2018", "Justert HP 2018"]),
        (["tr"], ["transfers"]),
        (["record", "status", "arealb"], ["arealbruk"]),
        (["record", "status", "bpa", "--column", '"J'], ["Justert HP 2018"]),
        (["record", "status", "bpa", "--column", "gf-2018-06-14/5"], ["gf-2018-06-14/5"]),
        (["record", "status", "bpa", "--except", "bpa-e"], ["bpa-enkeltsaker"]),
        (["record", "done", "shareon", "--decision", "gf-"], ["gf-2018-06-14", "gf-2017-06"]),
        (["record", "column", "X", "--adopted-by", "gf-2017"], ["gf-2017-06"]),
        (["record", "decision", "X", "--body", "g"], ["gF"]),
        (["record", "decision", "X", "--replaces", "gf-2017"], ["gf-2017-06"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_bash_completes(offered: Callable[..., list[str]], words: list[str], replies: list[str]) -> None:
    assert offered("vrplan", *words) == replies


def test_states_complete_in_the_language_of_the_computer(offered: Callable[..., list[str]]) -> None:
    assert offered("vrplan", "status", "--state", "på", VRPLAN_LANG="nb") == ["pågår"]
    assert offered("vrplan", "status", "--state", "på", VRPLAN_LANG="en") == []


def test_party_is_understood_as_it_is_completed(
    offered: Callable[..., list[str]], run: Callable[..., tuple[int, str, str]]
) -> None:
    (party,) = offered("vrplan", "transfers", "--to", '"bærum kul')
    assert run("transfers", "--to", party, "--data", "data")[0] == 0


def test_shipped_plan_completes_in_an_empty_folder(offered: Callable[..., list[str]], tmp_path: Path) -> None:
    assert offered("vrplan", "why", "shareon-", cwd=tmp_path) == ["shareon-andel-2019"]


def test_plan_that_would_be_read_completes(
    offered: Callable[..., list[str]], folder_with: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = str(folder_with("- {id: one, name: En, status: {HP 2018: Løpende}}"))
    assert offered("vrplan", "why", "", VRPLAN_DATA=folder) == ["one"]
    assert offered("vrplan", "why", "--data", folder, "") == ["one"]
    assert offered("vrplan", "status", "--data", folder, "--area", "", cwd=tmp_path) == ["helse"]
    assert offered("vrplan", "status", "--data", folder, "--to", "KHS-") == ["KHS-kontoret"]


@pytest.mark.parametrize("content", [b"plan: [x\n", b"\xff\xfe", b"plan: x\n"])
@pytest.mark.parametrize(
    "words",
    [
        ["why", ""],
        ["transfers", "--to", ""],
        ["decisions", ""],
        ["diff", ""],
        ["record", "status", "x", "--column", ""],
    ],
)
def test_erroneous_plan_offers_nothing_and_says_nothing(
    offered: Callable[..., list[str]], tmp_path: Path, words: list[str], content: bytes
) -> None:
    (tmp_path / "actionplan_x.yaml").write_bytes(content)
    assert offered("vrplan", *words, cwd=tmp_path) == []


def test_folder_that_is_not_there_offers_nothing_and_says_nothing(offered: Callable[..., list[str]]) -> None:
    assert offered("vrplan", "why", "", VRPLAN_DATA="nowhere") == []
    assert offered("vrplan", "why", "--data", "nowhere", "") == []
