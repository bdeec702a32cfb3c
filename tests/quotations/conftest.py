"""A plan folder on disk, with the papers that its sources name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.folder import read_folder
from vrplan.importers.cited import papers_of
from vrplan.load import load
from vrplan.rules.every import findings_of
from vrplan.rules.quotations import quotations_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from vrplan.findings import Finding
    from vrplan.rules.quotations import Quotations

PLAN = """\
plan: sample
title: Handlingsplan 2018
organisation: Vestregionen
period: {{from: 2018-01-01, to: 2018-12-31}}
columns:
  Justert: {{{column}}}
areas:
  - id: helse
    name: Helse
    measures:
      - name: Beredskap
        activities:
          - id: nettverk
            name: Drifte nettverket
            status:
              Justert: {status}
"""
DECISIONS = """\
sources:
  notat: {{title: Saksnotat{notat}}}
  referat: {{title: Referat{referat}}}
decisions:
  - {{id: proposal, title: Forslag, standing: proposed, evidence: full-text, date: 2018-05-31, source: notat}}
  - {{id: adoption, title: Vedtak, standing: adopted, evidence: {evidence}, date: 2018-06-14, source: referat}}
"""
Judged = tuple["Quotations", list["Finding"]]


@pytest.fixture
def judged(tmp_path: Path) -> Callable[..., Judged]:
    """What comparing gives; `notat` and `referat` are what their sources say beside a title."""

    def judge(
        status: str = "Avsluttes 29.6.18",
        notat: str = "",
        referat: str = "",
        *,
        files: Mapping[str, bytes] | None = None,
        column: str = "proposed_by: proposal, adopted_by: adoption",
        evidence: str = "full-text",
    ) -> Judged:
        (tmp_path / "actionplan_x.yaml").write_text(PLAN.format(status=status, column=column), "utf-8")
        decided = DECISIONS.format(
            notat=notat and f", {notat}", referat=referat and f", {referat}", evidence=evidence
        )
        (tmp_path / "decisions.yaml").write_text(decided, "utf-8")
        for name, content in (files or {}).items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(content)
        folder = read_folder(tmp_path)
        loaded = load(folder)
        quotations = quotations_in(loaded.judged, papers_of(loaded.judged, folder.place))
        found = findings_of(loaded, None, quotations)
        return quotations, [one for one in found if "VR604" <= one.code.code <= "VR608"]

    return judge
