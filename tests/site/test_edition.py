"""What a site is made of: which finding belongs to which item, and what is drawn on the front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.cli.plan import checked, load_sound, view_of
from vrplan.site import Edition, Origin, pages

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
plan: sample
title: Handlingsplan
organisation: Vestregionen
period: {from: 2018-01-01, to: 2018-12-31}
columns: {HP 2018: {adopted_by: sg-1}}
areas:
  - id: helse
    name: Helse
    focus_areas:
"""
DECISIONS = """\
decisions: [{id: sg-1, title: HP, standing: adopted, evidence: full-text, date: 2017-12-07}]
"""


def edition(folder: Path, focus_areas: str) -> Edition:
    (folder / "actionplan_x.yaml").write_text(PLAN + focus_areas, encoding="utf-8")
    (folder / "decisions.yaml").write_text(DECISIONS, encoding="utf-8")
    plan, loaded = load_sound(folder)
    return Edition(loaded, view_of(plan, "2018-07-01", None), checked(loaded), Origin({}, "", "1"), "en")


def test_finding_belongs_to_the_item_that_is_nearest_above_it(tmp_path: Path) -> None:
    found = edition(
        tmp_path,
        """\
      - id: outer
        name: Ytre
        status: {HP 2018: Skal ses på igjen}
        obligations: [{id: inner, kind: duty, name: Indre, status: {HP 2018: Skal ses på en gang til}}]
""",
    ).findings
    texts = {
        item: [one.values["text"] for one in some if one.code.name == "unread-text"]
        for item, some in found.items()
    }
    assert texts == {"outer": ["Skal ses på igjen"], "inner": ["Skal ses på en gang til"]}


@pytest.mark.parametrize(("number", "rows"), [(80, 80), (81, 0)])
def test_more_items_than_a_drawing_holds_are_drawn_on_the_pages_of_their_areas(
    tmp_path: Path, number: int, rows: int
) -> None:
    one = "      - {id: nr-%d, name: Nr, status: {HP 2018: Løpende}}\n"
    site = edition(tmp_path, "".join(one % item for item in range(number)))
    front = next(page for page in pages(site) if page.path == "index.html")
    assert front.content.count(b'<svg class="bars">') == rows
