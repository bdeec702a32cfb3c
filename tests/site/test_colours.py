"""The colours of both themes: text stands out by 4.5 to 1, what is drawn by 3 to 1 (WCAG 1.4.3 and 1.4.11).

A state is told by its shape, whatever its colour (1.4.1).
"""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from vrplan.as_of import State
from vrplan.site.chart import HEIGHTS

TEMPLATE = (files("vrplan.site") / "templates" / "parts.html").read_text(encoding="utf-8")
STYLE = (files("vrplan.site") / "static" / "site.css").read_text(encoding="utf-8")
THEMES = dict(
    zip(
        ("light", "dark", "print"),
        (
            dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
            for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
        ),
        strict=True,
    )
)
TEXT, DRAWN = ("ink", "soft", "link", "mark"), ("runs", "way", "due", "late", "over", "open")


def brightness(colour: str) -> float:
    """The relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "band"])
def test_colours_stand_out(theme: str, ground: str) -> None:
    colours = THEMES[theme]
    assert [one for one in TEXT if contrast(colours[one], colours[ground]) < 4.5] == []
    assert [one for one in DRAWN if contrast(colours[one], colours[ground]) < 3] == []


def without_colours(rules: str) -> str:
    return re.sub(r"var\(--\w+\)", "", rules)


def test_every_state_has_a_shape_of_its_own_beside_its_name() -> None:
    rules = dict(re.findall(r"^\.state\.(\w+)::before \{ (.*) \}$", STYLE, re.MULTILINE))
    assert set(rules) == set(State)
    assert len({without_colours(one) for one in rules.values()}) == len(State)


def test_every_state_has_a_shape_of_its_own_in_the_drawings() -> None:
    patterns = {
        name: re.sub(r' class="\w+"', "", shape)
        for name, shape in re.findall(r'<pattern id="(\w+)" (.*)</pattern>', TEMPLATE)
    }
    assert len(set(patterns.values())) == len(patterns) == 5
    rules = dict(re.findall(r"^\.bar\.(\w+) \{ (.*) \}$", STYLE, re.MULTILINE))
    assert set(rules) == set(State)
    shapes = {
        (
            HEIGHTS.get(State(name)),
            re.sub(r'url\("#(\w+)"\)', lambda one: patterns[one[1]], without_colours(rule)),
        )
        for name, rule in rules.items()
    }
    assert len(shapes) == len(State)
