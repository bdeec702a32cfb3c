"""What the tests of the renderers share: a plan whose every text holds something else, as reports."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from vrplan.as_of import Clocks, as_of
from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.reports.check import check
from vrplan.reports.status import status
from vrplan.reports.transfers import transfers
from vrplan.reports.why import why
from vrplan.rules import findings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.render import Report
    from vrplan.reports.check import CheckReport

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
decisions:
  - {{id: sg-1, title: Decided, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07, case: {case}}}
"""
FIELDS = (
    "title", "organisation", "column", "party", "party_name", "alias", "area", "focus_area", "resource",
    "focus_text", "source", "note", "measure", "name", "item_note", "text", "who", "event_note", "body", "case",
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
    """The reports of 1.4.2018 on a plan with these texts: `status`, `transfers` and `why first`."""

    def build(**texts: str) -> dict[str, Report]:
        values = {field: _quoted(texts.get(field, f"the {field}")) for field in FIELDS}
        plan_text, decisions = _PLAN.format(**values), _DECISIONS.format(**values)
        folder = PlanFolder({"x.yaml": plan_text.encode()}, {"d.yaml": decisions.encode()}, "d.yaml")
        loaded = load(folder)
        assert loaded.plan is not None, loaded.findings
        view = as_of(loaded.plan, Clocks(date(2018, 4, 1)))
        marked = status(view, None, date(2018, 1, 2))
        return {
            "status": marked,
            "transfers": transfers(view, texts.get("party", "the party")),
            "why": why(view, loaded.plan.by_id["first"], loaded),
        }

    return build


@pytest.fixture
def checked() -> Callable[[str], CheckReport]:
    """The findings in a plan file of this text."""

    def build(text: str) -> CheckReport:
        loaded = load(PlanFolder({"x.yaml": text.encode()}, {"d.yaml": b"decisions: []\n"}, "d.yaml"))
        return check(loaded, findings_of(loaded))

    return build
