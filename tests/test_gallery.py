"""The two pages about codes are made from the program: docs/rules.md and docs/errors.md, how each finding looks."""

from __future__ import annotations

import os
import re
import shutil
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from vrplan.cli import app
from vrplan.render.rule_pages import FAMILIES, anchor, heading, reference
from vrplan.rules.every import pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.rules.rule import Page

ROOT = Path(__file__).parent.parent
ERRORS = ROOT / "tests" / "errors"
LANGUAGES = ["nb", "nn"]
LINK = re.compile(r"\]\(([^)#]*)#([^)]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
OPENING = """\
# How findings look

Each finding that `vrplan check` can tell, as it is shown for a small plan that has this fault and no other. [What the
codes mean](rules.md) says what to make of them.

## How to read a finding

{shown}

- **The first line** says where: the file, the line, and the column in it. Most editors go there when you click on it.
  Then come the code, how much it weighs, and what is the matter. An error has to be mended before the plan can be
  reported on; a warning or an info lets reports run.
- **The line of the file** stands below, with its number, and `^` under the very words.
- **`see`** leads to another place that belongs to it.
- **`help`** says what to do. Where a name seems to be misspelt, it asks whether you meant another.
- `vrplan rule` and the code tell the rest: why it matters, and an example.

Without `--output-format full` a finding is told by its first line alone, unless it is told on a terminal.
"""


@pytest.fixture
def told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_it_was: Callable[[bytes], bytes]
) -> Callable[..., str]:
    """What `vrplan check` tells about the sample of a code when it lies in the folder `data`."""
    for name in [name for name in os.environ if name.startswith(("VRPLAN_", "GITHUB_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def tell(code: str, *words: str) -> str:
        for folder in ("data", "before"):
            shutil.rmtree(folder, ignore_errors=True)
            Path(folder).mkdir()
        for name, content in as_users_write_it(code).items():
            Path("data", name).write_bytes(content)
            Path("before", name).write_bytes(as_it_was(content))
        against = ["--against", "before"] if code.startswith("VR7") else []
        done = CliRunner().invoke(
            app, ["check", "--data", "data", "--output-format", "full", "--quiet", *against, *words]
        )
        assert done.exit_code in {0, 1}
        return done.stdout_bytes.decode().strip("\n")

    return tell


@pytest.fixture
def page_is(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a page of the docs against what it is made from, or write it anew."""

    def same(name: str, text: str) -> None:
        path = ROOT / "docs" / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text

    return same


def as_users_write_it(code: str) -> dict[str, bytes]:
    """The files of a sample under the names that users give them, without what the lines at their heads tell tests."""
    single, folder = ERRORS / f"{code}.yaml", ERRORS / code
    files = [single, ERRORS / "decisions.yaml"] if single.exists() else sorted(folder.iterdir())
    names = {single.name: "actionplan_2018.yaml", "actionplan_x.yaml": "actionplan_2018.yaml"}
    return {names.get(path.name, path.name): without_head(path.read_bytes()) for path in files}


def without_head(content: bytes) -> bytes:
    """A file without the comments that it begins with."""
    lines = content.splitlines(keepends=True)
    while lines and lines[0].startswith(b"# "):
        lines.pop(0)
    return b"".join(lines)


def gallery(told: Callable[[str], str]) -> str:
    """The whole page: how to read a finding, then each in its family."""
    parts = [OPENING.format(shown=framed(told("VR502")))]
    for family, some in groupby(pages(), key=lambda one: one.code.code[: len("VR0")]):
        parts += [f"## {FAMILIES[family]}\n", *(entry(one, told) for one in some)]
    return "\n".join(parts)


def entry(one: Page, told: Callable[[str], str]) -> str:
    title = heading(one)
    return f"### [{title}](rules.md#{anchor(title)})\n\n{framed(told(one.code.code))}\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_are_told_in_other_languages(
    told: Callable[..., str], golden: Callable[[str, str], None], language: str
) -> None:
    """Each sample as in the gallery, for somebody who reads the language to read slowly."""
    shown = [told(one.code.code, "--lang", language) for one in pages()]
    golden(f"{language}/findings.txt", "\n\n".join(shown) + "\n")


def framed(shown: str) -> str:
    return f"```text\n{shown}\n```"


def test_rules_page_is_what_the_program_tells(page_is: Callable[[str, str], None]) -> None:
    page_is("rules.md", reference(pages()))


def test_gallery_shows_every_finding_as_it_is_told(
    page_is: Callable[[str, str], None], told: Callable[[str], str]
) -> None:
    page_is("errors.md", gallery(told))


def test_sample_in_the_gallery_tells_its_own_code_and_names_no_other_place(
    told: Callable[[str], str],
) -> None:
    for one in pages():
        shown = told(one.code.code)
        assert f": {one.code.code} {one.code.severity}: " in shown.splitlines()[0]
        assert shown.startswith("data/")
        assert str(Path.cwd()) not in shown


@pytest.mark.parametrize("page", ["rules.md", "errors.md"])
def test_links_lead_to_headings(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for name, address in LINK.findall(text):
        there = (ROOT / "docs" / name).read_text(encoding="utf-8") if name else text
        assert address in [anchor(title) for title in HEADING.findall(there)]
