"""What a search finds an item by, beside the words that its row shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.cli.plan import load_sound, view_of
from vrplan.site.searching import Search

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
plan: sample
title: Handlingsplan
organisation: Regionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP: {adopted_by: sg-1}}
parties:
  Bærum: {name: Bærum kommune, aliases: [Bæringene]}
  Kulturskolen: {name: Bærum kulturskole, part_of: Bærum}
areas:
  - id: kultur
    name: Kultur
    measures:
      - name: Drift
        activities:
          - {id: korps, name: Korps, status: {HP: Overføres til Kulturskolen 1.8.2018}}
          - {id: orkester, name: Orkester, status: {HP: Overføres til Bærum 1.8.2018}}
"""
DECISIONS = """\
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}
bodies: {SG: {name: Styringsgruppen}}
"""


@pytest.mark.parametrize(
    ("item", "shown", "words"),
    [
        ("korps", "", "korps Drift Regionen Kulturskolen Bærum kulturskole kommune Bæringene"),
        ("korps", "Korps til Bærum kulturskole", "Drift Regionen Kulturskolen kommune Bæringene"),
        ("orkester", "", "orkester Drift Regionen Bærum kommune Bæringene"),
    ],
)
def test_item_is_found_by_its_receiver_and_by_what_that_is_part_of(
    tmp_path: Path, item: str, shown: str, words: str
) -> None:
    (tmp_path / "actionplan_x.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "decisions.yaml").write_text(DECISIONS, encoding="utf-8")
    plan, _ = load_sound(tmp_path)
    found = {one.item.id: one for one in view_of(plan, "2018-07-01", None).items}
    assert Search(plan).words(found[item], shown) == words
