"""An edit that is accepted: once, with a reason, by the edit itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from vrplan.folder import PlanFolder
from vrplan.load import load
from vrplan.rules.every import findings_of

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {{from: 2018-01-01, to: 2018-12-31}}
columns: {{HP 2018: {{adopted_by: sg-1}}}}
obligations:
  - id: nettverk
    kind: duty
    name: Nettverket
    status: {{HP 2018: {status}}}
"""
DECISIONS = """\
decisions:
  - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, date: 2017-12-07}
"""
OLD = "Avsluttes 29.6.18"
NEW = "{text: Videreføres, accept: {VR702: Lest feil}}"


def folder(status: str) -> PlanFolder:
    plan = {"actionplan_x.yaml": PLAN.format(status=status).encode()}
    return PlanFolder(plan, {"decisions.yaml": DECISIONS.encode()}, Path("decisions.yaml").as_posix())


def judge(before: str | None, after: str) -> list[tuple[str, str]]:
    earlier = load(folder(before)) if before is not None else None
    return [(one.code.code, one.accepted) for one in findings_of(load(folder(after)), earlier)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(OLD, NEW, [("VR702", "Lest feil")], id="accepted by the edit itself"),
        pytest.param(NEW, NEW, [], id="the reason stays in the file when the edit is done"),
        pytest.param(None, NEW, [], id="nothing is compared, so nothing is said of the reason"),
        pytest.param(
            NEW,
            NEW.replace("Videreføres", "Utgår"),
            [("VR702", "")],
            id="an old reason does not cover another edit",
        ),
        pytest.param(
            NEW,
            NEW.replace("Videreføres", "Utgår").replace("Lest feil", "Lest feil igjen"),
            [("VR702", "Lest feil igjen")],
            id="a new reason does",
        ),
        pytest.param(
            OLD, f"{{text: {OLD}, accept: {{VR702: Lest feil}}}}", [("VR012", "")], id="a reason for nothing"
        ),
        pytest.param(OLD, NEW.replace("VR702", "VR704"), [("VR702", ""), ("VR012", "")], id="another code"),
    ],
)
def test_an_edit_is_accepted_once(before: str | None, after: str, expected: list[tuple[str, str]]) -> None:
    assert judge(before, after) == expected
