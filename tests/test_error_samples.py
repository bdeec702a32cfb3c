from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vrplan.folder import PlanFolder, read_folder
from vrplan.importers.cited import papers_of
from vrplan.load import load
from vrplan.render.findings import message
from vrplan.rules.every import CODES, findings_of
from vrplan.rules.quotations import quotations_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.findings import Finding

ERRORS = Path(__file__).parent / "errors"
SHARED = ERRORS / "decisions.yaml"
SAMPLES = sorted(path for path in ERRORS.iterdir() if path != SHARED)
EXPECTED = re.compile(r"^# expect: (VR\d{3}) (\d+):(\d+)$", re.MULTILINE)


def folder_of(sample: Path) -> PlanFolder:
    if sample.is_dir():
        return read_folder(sample, Path())
    decisions = {SHARED.name: SHARED.read_bytes()}
    return PlanFolder({"actionplan_x.yaml": sample.read_bytes()}, decisions, SHARED.name)


def expected_in(folder: PlanFolder) -> list[tuple[str, str, int, int]]:
    return [
        (name, code, int(line), int(column))
        for name, content in sorted((folder.plans | folder.decisions).items())
        for code, line, column in EXPECTED.findall(content.decode("latin-1"))
    ]


@pytest.fixture
def findings_in(as_it_was: Callable[[bytes], bytes]) -> Callable[[Path], tuple[Finding, ...]]:
    """The findings of a sample, and those of the edit where it shows one."""

    def found(sample: Path) -> tuple[Finding, ...]:
        folder = folder_of(sample)
        before = PlanFolder(
            {name: as_it_was(content) for name, content in folder.plans.items()},
            {name: as_it_was(content) for name, content in folder.decisions.items()},
            folder.missing_decisions,
        )
        loaded = load(folder)
        quotations = quotations_in(loaded.judged, papers_of(loaded.judged, folder.place))
        return findings_of(loaded, load(before) if sample.name.startswith("VR7") else None, quotations)

    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_sample_gives_exactly_what_it_says(
    sample: Path, findings_in: Callable[[Path], tuple[Finding, ...]]
) -> None:
    folder = folder_of(sample)
    found = [
        (one.place.file, one.code.code, one.place.line, one.place.column)
        for one in findings_in(sample)
        if one.place
    ]
    assert found == expected_in(folder)


@pytest.mark.parametrize("code", [code.code for code in CODES])
def test_code_has_a_sample_and_its_cure(code: str) -> None:
    names = {path.name for path in SAMPLES}
    bad, good = ({code, f"{code}.yaml"}, {f"{code}.ok", f"{code}.ok.yaml"})
    assert len(names & bad) == 1
    assert len(names & good) == 1
    sample = ERRORS / next(iter(names & bad))
    assert [one[1] for one in expected_in(folder_of(sample))] == [code]


def test_no_sample_is_of_an_unknown_code() -> None:
    assert {path.name.split(".")[0] for path in SAMPLES} == {code.code for code in CODES}


def test_codes_and_names_are_used_once() -> None:
    assert len({code.code for code in CODES}) == len(CODES)
    assert len({code.name for code in CODES}) == len(CODES)


@pytest.mark.parametrize(
    "sample", [one for one in SAMPLES if ".ok" not in one.name], ids=lambda path: path.name
)
def test_message_and_help_are_whole_sentences_without_gaps(
    sample: Path, findings_in: Callable[[Path], tuple[Finding, ...]]
) -> None:
    for finding in findings_in(sample):
        told = message(finding)
        for sentence in (told.sentence, told.help):
            assert sentence == sentence.strip()
            shown = re.sub(r"\{[^{}]*…[^{}]*\}", "", re.sub(r"\{[^{}]*…[^{}]*\}", "", sentence))
            assert "{" not in shown.replace("bracket {", "")
            assert "None" not in sentence
