"""What the tests of the site share: the sites of three plans, and a browser to look at them."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright
from typer.testing import CliRunner

from vrplan.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LONG = "x" * 5000
HOSTILE = (
    "<script>document.title = 'taken'</script>",
    '"><img src=x onerror="document.title = 1">',
    "{{ 7 * 7 }} {% raw %} {# #}",
    "javascript:alert(1)",
    "'\"`&amp;&lt;",
    "\u202eorebro\u200f gnal",
    LONG,
    "\x07\x1b[31mrødt",
)
"""Names that somebody might try."""


def _plan(names: tuple[str, ...]) -> str:
    """A plan in which everything that has a name is called so."""
    activities = "\n".join(
        f"          - {{id: nr-{number}, name: {json.dumps(name)}, resource: {json.dumps(name)}, "
        f"note: {json.dumps(name)}, status: {{HP: {json.dumps(f'Overføres til KHS. {name}')}}}}}"
        for number, name in enumerate(names)
    )
    return f"""\
plan: sample
title: {json.dumps(names[0])}
organisation: {json.dumps(names[1])}
period: {{from: 2018-01-01, to: 2018-12-31}}
ceases: {{date: 2019-01-01, decision: sg-1/1}}
columns: {{HP: {{adopted_by: sg-1}}}}
parties: {{KHS: {{name: {json.dumps(names[2])}}}, khs-2: {{name: {json.dumps(names[6])}}}, "Khs 2": {{name: X}}}}
areas:
  - id: omrade-1
    name: {json.dumps(names[0])}
    measures:
      - name: {json.dumps(names[3])}
        activities:
{activities}
          - {{id: å, name: Å, status: {{HP: Overføres til khs-2 1.8.2018}}}}
          - {{id: a, name: A, status: {{HP: "Overføres til Khs 2 1.8.2018"}}}}
  - id: omrade-2
    name: {json.dumps(names[6])}
    measures:
      - name: M
        activities:
          - {{id: siste, name: Siste, status: {{HP: Løpende}}, accept: {{VR504: {json.dumps(names[0])}}}}}
          - {{id: videre, name: Videre, status: {{HP: Overføres til KHS 1.3.2018}}, events: [
             {{date: 2018-03-01, what: transferred, recipient: KHS, note: {json.dumps(names[0])}}},
             {{date: 2018-06-01, what: transferred, recipient: khs-2, note: {json.dumps(names[0])}}}]}}
"""


def _decisions(names: tuple[str, ...]) -> str:
    return f"""\
bodies: {{SG: {{name: {json.dumps(names[1])}}}}}
sources: {{paper: {{title: {json.dumps(names[0])}, url: "javascript:alert(1)", date: 2017-12-07}}}}
decisions:
  - {{id: sg-1, title: {json.dumps(names[0])}, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07,
     source: paper, note: {json.dumps(names[6])},
     points: [{{id: "1", summary: {json.dumps(names[6])}}}, {{id: "1.", summary: {json.dumps(names[1])}}}]}}
"""


@pytest.fixture(scope="session")
def hostile_names() -> tuple[str, ...]:
    """The names that the hostile plan gives."""
    return HOSTILE


@pytest.fixture(scope="session")
def hostile_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan folder in which every name is one that somebody might try."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "actionplan_x.yaml").write_text(_plan(HOSTILE), encoding="utf-8")
    (folder / "decisions.yaml").write_text(_decisions(HOSTILE), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def make() -> Callable[..., None]:
    """Make a site in a folder, of the plan in another, on a day."""

    def made(folder: Path, plan: Path, day: str, *words: str) -> None:
        asked = ["site", str(folder), "--data", str(plan), "--date", day, *words]
        done = CliRunner().invoke(app, asked, catch_exceptions=False)
        assert done.exit_code == 0, done.stderr

    return made


@pytest.fixture(scope="session")
def sites(
    tmp_path_factory: pytest.TempPathFactory, hostile_plan: Path, make: Callable[..., None]
) -> dict[str, Path]:
    """The sites of the shipped plan, in English and in bokmål, of the example and of the hostile plan."""
    top = tmp_path_factory.mktemp("sites")
    plans = {
        "shipped": (ROOT / "data", "2018-07-01", "en"),
        "norsk": (ROOT / "data", "2018-07-01", "nb"),
        "example": (ROOT / "examples" / "delt-fylke", "2027-10-01", "en"),
        "hostile": (hostile_plan, "2018-07-01", "en"),
    }
    for name, (plan, day, language) in plans.items():
        make(top / name, plan, day, "--lang", language)
    return {name: top / name for name in plans}


def chromium() -> str | None:
    """The Chromium of the system."""
    return next((found for name in CHROMIUM if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser. Without one the test is skipped, but fails where NEEDS_CHROMIUM says that there must be one."""
    found = chromium()
    if found is None:
        told = f"no browser: none of {', '.join(CHROMIUM)} is installed (Debian: apt-get install chromium)"
        if os.environ.get("NEEDS_CHROMIUM"):
            pytest.fail(told)
        pytest.skip(told)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


class Seen:
    """A page in the browser, and what it said and asked for meanwhile."""

    def __init__(self, page: Page) -> None:
        """Listen to a page."""
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda one: self.said.append(one.text))
        page.on("pageerror", lambda one: self.said.append(str(one)))
        page.on("dialog", self._dismiss)
        page.on("request", lambda one: self.asked.append(one.url))

    def _dismiss(self, dialog: Dialog) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()


@pytest.fixture
def look(browser: Browser) -> Iterator[Callable[..., Seen]]:
    """Open an address in a window of its own: `width` in pixels, and in which theme."""
    contexts: list[BrowserContext] = []

    def open_(address: str, width: int = 1280, theme: str = "light") -> Seen:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light"
        )
        contexts.append(context)
        seen = Seen(context.new_page())
        seen.page.goto(address)
        return seen

    yield open_
    for one in contexts:
        one.close()
