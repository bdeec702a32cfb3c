"""What the tests of the renderers share: a plan whose every text holds something else, as reports."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.findings import Code, Finding, Place, Related, Severity, Spot
from vrplan.folder import PlanFolder, holds_plan, read_folder
from vrplan.load import load
from vrplan.reports.check import CheckReport, check
from vrplan.reports.decisions import decisions
from vrplan.reports.diff import between_versions
from vrplan.reports.status import status
from vrplan.reports.timeline import timeline
from vrplan.reports.transfers import transfers
from vrplan.reports.why import why
from vrplan.rules.every import findings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.as_of import PlanOnDate
    from vrplan.load import Loaded
    from vrplan.render import Report

ROOT = Path(__file__).parent.parent.parent
ERRORS = ROOT / "tests" / "errors"
_PLAN = """\
plan: sample
title: {title}
organisation: {organisation}
period: {{from: 2018-01-01, to: 2018-12-31}}
ceases: {{date: 2019-01-01, decision: sg-1}}
columns: {{{column}: {{adopted_by: sg-1}}}}
parties: {{{party}: {{name: {party_name}, aliases: [{alias}]}}, {organisation}: {{}}}}
areas:
  - id: area
    name: {area}
    focus_areas:
      - id: focus
        name: {focus_area}
        resource: {resource}
        status: {{{column}: {{text: {focus_text}, source: {source}, note: {note}}}}}
        measures:
          - name: {measure}
            activities:
              - id: first
                name: {name}
                note: {item_note}
                status: {{{column}: {{text: {text}, means: {{kind: transfers, recipient: {party}, from: 2018-03-01}}}}}}
                events: [{{date: 2018-03-05, what: transferred, recipient: {party}, who: {who}, source: {source},
                           note: {event_note}}}]
              - {{id: second, name: Another, status: {{{column}: Løpende}}}}
"""
_DECISIONS = """\
bodies: {{SG: {{name: {body}}}}}
sources: {{paper: {{title: {paper}}}}}
decisions:
  - {{id: sg-1, title: {decision}, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07, case: {case},
     source: paper, note: {decision_note}, points: [{{id: 1, summary: {summary}, note: {point_note}}}]}}
"""
FIELDS = (
    "title", "organisation", "column", "party", "party_name", "alias", "area", "focus_area", "resource",
    "focus_text", "source", "note", "measure", "name", "item_note", "text", "who", "event_note", "body", "case",
    "paper", "decision", "decision_note", "summary", "point_note",
)  # fmt: skip


def _quoted(text: str) -> str:
    """A double-quoted YAML scalar that holds exactly this text, whatever its characters."""
    plain = "".join(one if one.isalnum() or one == " " else f"\\U{ord(one):08X}" for one in text)
    return f'"{plain}"'


@pytest.fixture
def fields() -> tuple[str, ...]:
    """The texts of the plan that `reports_on` can be told."""
    return FIELDS


@pytest.fixture
def reports_on() -> Callable[..., dict[str, Report]]:
    """The reports of 1.4.2018 on a plan with these texts, each command's; `diff` against an older version."""

    def build(**texts: str) -> dict[str, Report]:
        loaded, view = _view({field: texts.get(field, f"the {field}") for field in FIELDS})
        _, older = _view({field: f"was {field}" for field in FIELDS})
        marked = status(view, None, date(2018, 1, 2))
        return {
            "status": marked,
            "transfers": transfers(view, texts.get("party", "the party")),
            "why": why(view, view.plan.by_id["first"], loaded),
            "decisions": decisions(view, loaded, (view.plan.decisions["sg-1"], None)),
            "diff": between_versions(older, view, ("main", None)),
            "timeline": timeline(view, loaded),
        }

    return build


def _view(texts: dict[str, str]) -> tuple[Loaded, PlanOnDate]:
    values = {field: _quoted(text) for field, text in texts.items()}
    plan_text, decided = _PLAN.format(**values), _DECISIONS.format(**values)
    loaded = load(PlanFolder({"x.yaml": plan_text.encode()}, {"d.yaml": decided.encode()}, "d.yaml"))
    assert loaded.plan is not None, loaded.findings
    return loaded, as_of(loaded.plan, Clocks(date(2018, 4, 1)))


@pytest.fixture
def checked() -> Callable[[str], CheckReport]:
    """The findings in a plan file of this text."""

    def build(text: str) -> CheckReport:
        loaded = load(PlanFolder({"x.yaml": text.encode()}, {"d.yaml": b"decisions: []\n"}, "d.yaml"))
        return check(loaded, findings_of(loaded))

    return build


@pytest.fixture
def found() -> Callable[..., Finding]:
    """A finding that is made up: how much it weighs, what it says, where it stands (or in which file only)."""

    def build(
        weight: str = "error",
        says: str = "It is wrong",
        place: tuple[str, int, int, int, int] | str = ("plan.yaml", 1, 8, 1, 13),
        *,
        accepted: str = "",
        do: str = "mend it",
        see: str = "",
    ) -> Finding:
        number = {"error": "VR901", "warning": "VR902", "info": "VR903"}[weight]
        code = Code(number, f"made-up-{weight}", Severity(weight), "{says}", "{do}")
        spot = Spot(place if isinstance(place, str) else place[0], ())
        related = (Related("{see}", Spot("other.yaml", ()), Place("other.yaml", 9, 1, 9, 2)),) if see else ()
        where = None if isinstance(place, str) else Place(*place)
        return Finding(code, spot, {"says": says, "do": do, "see": see}, related, where, accepted)

    return build


@pytest.fixture
def report() -> Callable[..., CheckReport]:
    """A report of made-up findings in the order in which they are given."""

    def build(*findings: Finding, strict: bool = False, title: str | None = "Handlingsplan") -> CheckReport:
        counted = [one for one in findings if not one.accepted]
        summary = {f"{one}s": sum(each.code.severity is one for each in counted) for one in Severity}
        summary["accepted"] = len(findings) - len(counted)
        lines = {"plan.yaml": ["title: Bærum"]}
        files = ("plan.yaml", "decisions.yaml")
        return CheckReport("sample", findings, summary, lines, title, files, strict)

    return build


@pytest.fixture
def everything(report: Callable[..., CheckReport]) -> Callable[..., CheckReport]:
    """The findings of all samples of what can be wrong, and of the real plan, as if they were of one folder."""

    def build(*, strict: bool = False) -> CheckReport:
        plans = sorted(
            path for path in ERRORS.iterdir() if path.suffix == ".yaml" and path.stem != "decisions"
        )
        shared = {"decisions.yaml": (ERRORS / "decisions.yaml").read_bytes()}
        folders = [PlanFolder({path.name: path.read_bytes()}, shared, "decisions.yaml") for path in plans]
        folders += [read_folder(path) for path in (*ERRORS.iterdir(), ROOT / "data") if holds_plan(path)]
        return report(*(one for folder in folders for one in findings_of(load(folder))), strict=strict)

    return build


class Command(NamedTuple):
    """An order to the runner of a workflow."""

    name: str
    properties: dict[str, str]
    data: str


_COMMANDS = {
    "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice",
    "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning",
}  # fmt: skip
_IN_TEXT = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_IN_PROPERTY = _IN_TEXT | {"%3A": ":", "%2C": ","}


@pytest.fixture
def commands_in() -> Callable[[str], tuple[list[Command], list[str]]]:
    """What the runner of a workflow obeys in an output, and the lines that it only shows, by GitHub's own rules."""

    def read(output: str) -> tuple[list[Command], list[str]]:
        commands, shown = [], []
        for line in output.split("\n")[:-1]:
            command = _command(line)
            if command is None:
                shown.append(line)
            else:
                commands.append(command)
        return commands, shown

    return read


def _command(line: str) -> Command | None:
    """The order in a line: `::name key=value,…::text` at its beginning, or `##[name …]text` anywhere in it."""
    line = line.lstrip()
    if line.startswith("::"):
        order, _, data = line[2:].partition("::")
    else:
        order, _, data = line.partition("##[")[2].partition("]")
    name, _, listed = order.partition(" ")
    if name.lower() not in _COMMANDS:
        return None
    pairs = (pair.partition("=") for pair in listed.split(",") if pair)
    properties = {key: _unescaped(value, _IN_PROPERTY) for key, _, value in pairs}
    return Command(name, properties, _unescaped(data, _IN_TEXT))


def _unescaped(text: str, signs: dict[str, str]) -> str:
    return re.sub("|".join(signs), lambda match: signs[match[0]], text)
