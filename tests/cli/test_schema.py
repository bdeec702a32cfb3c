from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

KEPT = {"plan": "schema/actionplan.schema.json", "decisions": "schema/decisions.schema.json"}


@pytest.mark.parametrize("kind", KEPT)
def test_schema_that_is_kept_is_the_one_that_is_made(
    run: Run, root: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    code, out, err = run("schema", kind)
    assert (code, err) == (0, "")
    if request.config.getoption("--update-golden"):
        (root / KEPT[kind]).write_text(out, encoding="utf-8", newline="\n")
    assert (root / KEPT[kind]).read_bytes().decode() == out


def test_schema_of_the_plan_is_the_one_meant_without_a_word(run: Run) -> None:
    assert run("schema") == run("schema", "plan")
    assert json.loads(run("schema")[1])["title"] == "Action plan"


def test_schema_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "decisions.schema.json"
    assert run("schema", "decisions", "-o", str(file)) == (0, "", "")
    assert file.read_bytes().decode() == run("schema", "decisions")[1]


def test_other_kinds_of_files_are_not_known(run: Run) -> None:
    code, out, err = run("schema", "report")
    assert (code, out) == (2, "")
    assert "'report' is not one of 'plan', 'decisions'" in err


@pytest.mark.parametrize(
    ("file", "kind"), [("actionplan_2018.yaml", "plan"), ("decisions.yaml", "decisions")]
)
def test_shipped_files_name_their_schema_in_their_first_line(root: Path, file: str, kind: str) -> None:
    first = (root / "data" / file).read_text(encoding="utf-8").partition("\n")[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    assert (root / "data" / named[1]).resolve() == root / KEPT[kind]
