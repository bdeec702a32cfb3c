"""What is told beside the reports, in the three languages: papers read, texts explained, workbooks, job summaries."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]
    Golden = Callable[[str, str], None]

LANGUAGES = pytest.mark.parametrize("language", ["en", "nb", "nn"])
FIRST, LATER = "examples/fra-papir/sak-9-2024.md", "examples/fra-papir/sak-4-2025.md"
ODD = """\
# Regionrådet 10. september 2026

Sak 12/2026 Revidert handlingsplan 2026

Forslag til vedtak:

Regionrådet opphører 31.12.2027.

## Innsatsområde: Kultur

Alle kurs avsluttes 1.8.2026.

| Tiltak | Aktiviteter | Handlingsplan 2026 | Revidert 2026 | Kostnad | |
|---|---|---|---|---|---|
| Drift | Sette opp programmet for festivalen | Løpende | Avsluttes 31.6.26 | 40 000 | x |
| | Vedlikeholde nettsidene, skrive blogg | Løpende | Dette skal utredes nærmere | | |
| Lager | Flytte telt | | Q4. Kommunen overtar fra 1.1.2027 | | | y |
| Sum | | | | 40 000 | |
"""
PHRASES = (
    "Overføres til KHS i løpet av høsten", "Avsluttes 30..6.18", "Dette skal utredes nærmere", "Kvartalsvis",
    "Overføres ikke", "Q3", "Vurderes lagt til KHS", "Avsluttes 31.2.2018", "Videreføres. Avsluttes 30.6.2018",
)  # fmt: skip


def named(name: str, language: str) -> str:
    """The golden file of a language."""
    return name if language == "en" else f"{language}/{name}"


@LANGUAGES
@pytest.mark.parametrize("name", ["usual", "odd"])
def test_paper_that_becomes_a_draft(
    run: Run, golden: Golden, tmp_path: Path, name: str, language: str
) -> None:
    paper = tmp_path / "odd.md"
    paper.write_text(ODD, encoding="utf-8")
    report = tmp_path / "report.md"
    file = FIRST if name == "usual" else str(paper)
    words = ("-o", str(tmp_path / "plan"), "--report", str(report), "--lang", language)
    code, _, err = run("import", file, *words)
    told = err.replace(str(tmp_path), "").replace("\\", "/")
    assert code == 0
    golden(named(f"import-{name}.txt", language), f"{told}\n{report.read_text(encoding='utf-8')}")


@LANGUAGES
@pytest.mark.parametrize("name", ["usual", "compared"])
def test_later_paper_that_goes_into_a_plan(
    run: Run,
    golden: Golden,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    root: Path,
    name: str,
    language: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    fresh = ("import", str(root / FIRST), "-o", "plan", "--organisation", "Fjordrådet", "--lang", "en")
    assert run(*fresh)[0] == 0
    column = ("--column", "Revidert HP 2025", "--report", "report.md", "--lang", language)
    words = ("import", str(root / LATER), "--into", "plan", *column)
    done = run(*words)
    if name == "compared":
        done = run(*words)
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    golden(named(f"import-into-{name}.txt", language), f"{done[0]}\n{done[2]}\n{report}")


@LANGUAGES
def test_texts_that_are_explained(run: Run, golden: Golden, language: str) -> None:
    words = ("--explain", "--on", "2018-05-31", "--data", "data", "--lang", language)
    code, out, err = run("read", *PHRASES, *words)
    assert (code, err) == (0, "")
    golden(named("read.txt", language), out)


@LANGUAGES
def test_workbook(run: Run, golden: Golden, tmp_path: Path, language: str) -> None:
    file = tmp_path / "plan.xlsx"
    words = ("--date", "2018-10-01", "--as-known", "2018-09-01", "-o", str(file), "--lang", language)
    assert run("export", "xlsx", "--data", "data", *words)[0] == 0
    golden(named("workbook.txt", language), "\n".join(map(shown, openpyxl.load_workbook(file))))


def shown(sheet: Any) -> str:
    """A sheet with its name, a line for each row."""
    rows = (" | ".join(map(cell, row)) for row in sheet.iter_rows(values_only=True))
    return "".join(f"{line.rstrip(' |')}\n" for line in (f"=== {sheet.title}", *rows))


def cell(value: Any) -> str:
    """What a cell shows."""
    if isinstance(value, datetime):
        return f"{value.day}.{value.month}.{value.year}"
    return "" if value is None else str(value)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_job_summary(
    run: Run, golden: Golden, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert run("check", "--data", "data", "--lang", language)[0] == 0
    golden(named("check-summary.md", language), (tmp_path / "summary.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "{number} files in {folder}; open {folder}/index.html"),
        ("nb", "{number} filer i {folder}; åpne {folder}/index.html"),
        ("nn", "{number} filer i {folder}; opne {folder}/index.html"),
    ],
)
def test_pages_that_are_written(
    run: Run, tmp_path: Path, folder_with: Callable[[str], Path], language: str, told: str
) -> None:
    plan, folder = folder_with("- {id: en, name: En, status: {HP 2018: Q3}}"), tmp_path / "site"
    words = ("--date", "2018-07-01", "--lang", language, "--data", str(plan))
    code, _, err = run("site", str(folder), *words)
    number = sum(1 for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    assert (code, err) == (0, f"vrplan: {told.format(number=number, folder=folder)}\n")
