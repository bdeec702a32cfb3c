"""What `vrplan check` finds in planted defects and what check-jsonschema finds with our schema: docs/ci.md shows it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from vrplan.folder import read_folder
from vrplan.load import load
from vrplan.render.findings import message
from vrplan.rules.every import findings_of

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
PLAN, DECISIONS = "actionplan_2018.yaml", "decisions.yaml"
SCHEMAS = {PLAN: "actionplan.schema.json", DECISIONS: "decisions.schema.json"}
PAGE = ROOT / "docs" / "ci.md"
TABLE = re.compile(r"(?<=<!-- defects -->\n).*?(?=<!-- end of defects -->)", re.DOTALL)


class Defect(NamedTuple):
    """An edit of the shipped plan that makes it wrong: where `old` stands first, `new` is written."""

    what: str
    file: str
    old: str
    new: str

    @property
    def line(self) -> int:
        """The line of the edit."""
        return (DATA / self.file).read_text(encoding="utf-8").partition(self.old)[0].count("\n") + 1

    def planted(self, folder: Path) -> Path:
        """A copy of the shipped files with the defect in one of them."""
        folder.mkdir()
        for name in (PLAN, DECISIONS):
            text = (DATA / name).read_text(encoding="utf-8")
            edited = text.replace(self.old, self.new, 1) if name == self.file else text
            assert (edited != text) == (name == self.file)
            (folder / name).write_text(edited, encoding="utf-8")
        return folder / self.file


class Found(NamedTuple):
    """What is told of a defect that is not told of the shipped plan."""

    defect: Defect
    check: list[tuple[str, int]]
    """The code and the line of each finding."""
    check_jsonschema: list[str]

    @property
    def codes(self) -> list[str]:
        """The codes of the findings that stand in the very line of the defect."""
        return [code for code, line in self.check if line == self.defect.line]

    @property
    def row(self) -> str:
        """The line of the table."""
        elsewhere = len(self.check) - len(self.codes)
        ours = ", ".join(self.codes) + (f" (and {elsewhere} in other lines)" if elsewhere else "")
        theirs = ", ".join(self.check_jsonschema)
        return f"| {self.defect.what} | {self.defect.line} | {ours or 'nothing'} | {theirs or 'nothing'} |\n"


DEFECTS = (
    Defect("A key is misspelt", PLAN, "proposed_by: rg-2018-15", "proposd_by: rg-2018-15"),
    Defect("A date is written as in a letter", PLAN, "to: 2018-12-31}", "to: 31.12.2018}"),
    Defect(
        "A word is none of those that may stand there", DECISIONS, "standing: adopted", "standing: vedtatt"
    ),
    Defect("A key stands twice", PLAN, "note: 26 kommuner, eget styre.", "name: 26 kommuner, eget styre."),
    Defect("A status names a column that is not there", PLAN, "HP 2018: Kvartalsvis", "PH 2018: Kvartalsvis"),
    Defect("A decision is named that is not there", PLAN, "adopted_by: sg-2018-16", "adopted_by: sg-2018-61"),
    Defect("A text names a day that no calendar has", PLAN, "Avsluttes 30.6.18", "Avsluttes 31.6.18"),
    Defect("A window ends before it begins", PLAN, "to: 2020-12-31}", "to: 2018-12-31}"),
    Defect("A hand-over names nobody", PLAN, "Overføres til KHS i", "Overføres i"),
    Defect("A name stands for two parties", PLAN, "aliases: [Bærum]", "aliases: [Bærum, VR]"),
    Defect("A status is rewritten in its place", PLAN, "HP 2018: Kvartalsvis", "HP 2018: Utgår"),
    Defect("A decision is dated back", DECISIONS, "date: 2018-06-14\n    case", "date: 2018-05-14\n    case"),
)


def told_by_check(folder: Path) -> list[tuple[tuple[str, str, str], int]]:
    """The code, file and sentence of each finding, and its line."""
    found = findings_of(load(read_folder(folder, Path())), load(read_folder(DATA, Path())))
    return [
        ((one.code.code, one.spot.file, message(one).sentence), one.place.line) for one in found if one.place
    ]


def told_by_check_jsonschema(schema: Path, files: Iterable[Path]) -> dict[str, list[str]]:
    """The places of what check-jsonschema has against each file; it knows no lines."""
    tool = [sys.executable, "-m", "check_jsonschema", "--no-cache", "--output-format", "json"]
    names = [str(file) for file in files]
    done = subprocess.run([*tool, "--schemafile", str(schema), *names], capture_output=True, check=False)
    answer: dict[str, Any] = json.loads(done.stdout)
    told: dict[str, list[str]] = {name: [] for name in names}
    for fault in answer.get("errors", []):
        told[fault["filename"]].append(f"`{fault['path']}`")
    for fault in answer.get("parse_errors", []):
        told[fault["filename"]].append("cannot read the file")
    assert done.returncode == any(told.values())
    return told


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Found]:
    """What each of the two finds of each defect."""
    folder = tmp_path_factory.mktemp("defects")
    files = {defect: defect.planted(folder / str(number)) for number, defect in enumerate(DEFECTS)}
    theirs: dict[str, list[str]] = {}
    for name, schema in SCHEMAS.items():
        chosen = [file for defect, file in files.items() if defect.file == name]
        theirs |= told_by_check_jsonschema(ROOT / "schema" / schema, chosen)
    before = {told for told, _ in told_by_check(DATA)}
    found = []
    for defect, file in files.items():
        new = [(told[0], line) for told, line in told_by_check(file.parent) if told not in before]
        found.append(Found(defect, new, theirs[str(file)]))
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_check_jsonschema_accepts_the_shipped_files(name: str) -> None:
    told = told_by_check_jsonschema(ROOT / "schema" / SCHEMAS[name], [DATA / name])
    assert told == {str(DATA / name): []}


def test_check_finds_every_defect_in_its_line(found: list[Found]) -> None:
    assert [one.defect.what for one in found if not one.codes] == []


def test_check_jsonschema_finds_what_has_a_wrong_form(found: list[Found]) -> None:
    assert [one.defect for one in found if one.check_jsonschema] == list(DEFECTS[:4])


def test_what_each_finds_is_told_in_the_docs(found: list[Found], request: pytest.FixtureRequest) -> None:
    head = "| defect | line | `vrplan check --against` | check-jsonschema |\n| --- | --- | --- | --- |\n"
    page = PAGE.read_bytes().decode()
    told = TABLE.sub(lambda _: head + "".join(one.row for one in found), page)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(told, encoding="utf-8", newline="\n")
    assert TABLE.search(page)
    assert page == told or request.config.getoption("--update-golden")
