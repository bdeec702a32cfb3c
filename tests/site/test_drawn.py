"""What is drawn, in a real browser: told apart without colour, whole on any screen, and no label on another."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from vrplan.as_of import State

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.xdist_group("browser")


@pytest.mark.parametrize("forced", ["none", "active"])
def test_state_is_told_apart_without_its_colour(
    look: Callable[..., Any], sites: dict[str, Path], forced: str
) -> None:
    """All colours are made one, and in the colours of the reader's own too the shapes beside the names differ."""
    page = look((sites["shipped"] / "about.html").as_uri()).page
    page.emulate_media(forced_colors=forced)
    alike = "for (const name of ['runs', 'way', 'due', 'late', 'over', 'open'])"
    page.evaluate(f"{alike} document.documentElement.style.setProperty('--' + name, '#555555')")
    shown = page.locator("dt .state").first
    shown.evaluate("one => { one.textContent = '' }")
    shown.scroll_into_view_if_needed()
    looks = set()
    for state in State:
        shown.evaluate(f"one => {{ one.className = 'state {state}' }}")
        looks.add(shown.screenshot())
    assert len(looks) == len(State)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("page", ["index.html", "areas/helse.html"])
def test_drawing_is_seen_whole_on_any_screen(
    look: Callable[..., Any], sites: dict[str, Path], page: str, width: int
) -> None:
    seen = look((sites["shipped"] / page).as_uri(), width).page
    assert seen.evaluate("getComputedStyle(document.querySelector('.chart')).overflowX") == "visible"
    texts = [one.bounding_box() for one in seen.locator(".chart text:visible, .chart .name").all()]
    assert texts
    assert [one for one in texts if one["x"] < 0 or one["x"] + one["width"] > width] == []
    assert seen.locator(".chart .mark").all_text_contents() == [
        "1.7.2018",
        "the end, 1.1.2019",
    ]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("day", ["2018-12-20", "2019-01-10", "2019-06-30", "2020-12-31"])
def test_labels_of_a_drawing_lie_beside_each_other(
    look: Callable[..., Any], tmp_path: Path, make: Callable[..., None], width: int, day: str
) -> None:
    make(tmp_path, ROOT / "data", day)
    seen = look((tmp_path / "areas" / "helse.html").as_uri(), width).page
    boxes = seen.locator(".head text:visible").evaluate_all(
        "texts => texts.map(one => one.getBBox()).map(({x, y, width, height}) => [x, x + width, y, y + height])"
    )
    assert len(boxes) > 4
    overlaps = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
    ]
    assert overlaps == []
