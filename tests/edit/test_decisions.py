"""Decisions and their points: entries at the end of a list, or at its beginning."""

from __future__ import annotations

import pytest

from vrplan.edit import Edited, Refused, Value, add_entry, add_pair

DECISION: Value = {
    "id": "sg-2",
    "title": "HP: 2019",
    "replaces": ["sg-1"],
    "points": [{"id": "1", "summary": "Slutt"}],
}
IN_LINES = """\
  - id: sg-2
    title: "HP: 2019"
    replaces: [sg-1]
    points:
      - id: 1
        summary: Slutt
"""
IN_BRACES = '{id: sg-2, title: "HP: 2019", replaces: [sg-1], points: [{id: 1, summary: Slutt}]}'


def test_decision_in_lines_comes_last() -> None:
    text = "decisions:\n  - id: sg-1\n# Møter\nmeetings: []\n"
    assert add_entry(text, ("decisions",), DECISION) == Edited(text.replace("# M", f"{IN_LINES}# M"), 3)


def test_decision_in_lines_comes_first_below_the_heading() -> None:
    text = "decisions:\n  # Nye.\n  - id: sg-1\n    title: x\n"
    assert add_entry(text, ("decisions",), DECISION, first=True) == Edited(
        text.replace("  - i", f"{IN_LINES}  - i"), 3
    )


def test_decisions_keep_the_empty_lines_between_them() -> None:
    text = "decisions:\n  - id: sg-1\n\n  - id: sg-0\n"
    first = add_entry(text, ("decisions",), DECISION, first=True)
    assert first.text == text.replace("  - id: sg-1", f"{IN_LINES}\n  - id: sg-1")
    assert add_entry(text, ("decisions",), DECISION) == Edited(f"{text}\n{IN_LINES}", 6)


def test_decision_in_braces() -> None:
    text = "decisions:\n-  {id: sg-1}\n"
    assert add_entry(text, ("decisions",), DECISION) == Edited(f"{text}-  {IN_BRACES}\n", 3)
    assert (
        add_entry(text, ("decisions",), DECISION, first=True).text
        == f"decisions:\n-  {IN_BRACES}\n-  {{id: sg-1}}\n"
    )


def test_first_in_brackets() -> None:
    text = "decisions: [{id: sg-1}]\n"
    assert (
        add_entry(text, ("decisions",), {"id": "sg-2"}, first=True).text
        == "decisions: [{id: sg-2}, {id: sg-1}]\n"
    )


@pytest.mark.parametrize("text", ["decisions: []\n", "decisions: [ ]\n", "decisions: [  # ingen\n  ]\n"])
def test_first_decision_of_all(text: str) -> None:
    assert add_entry(text, ("decisions",), {"id": "sg-2"}).text == text.replace("]", "{id: sg-2}]")


def test_list_that_is_not_there_is_begun() -> None:
    text = "bodies: {SG: {name: Styret}}\n"
    assert add_entry(text, ("decisions",), DECISION) == Edited(f"{text}decisions:\n{IN_LINES}", 2)


def test_point_of_a_decision() -> None:
    point = {"id": "2", "summary": "Ny"}
    path = ("decisions", 0, "points")
    with_points = "decisions:\n  - id: a\n    points:\n      - {id: 1, summary: x}\n    note: n\n  - id: b\n"
    added = "      - {id: 2, summary: Ny}\n"
    assert add_entry(with_points, path, point).text == with_points.replace("    note", f"{added}    note")
    without = "decisions:\n  - id: a\n  - id: b\n"
    added = "    points:\n      - id: 2\n        summary: Ny\n"
    assert add_entry(without, path, point).text == without.replace("  - id: b", f"{added}  - id: b")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("decisions: x\n", "decisions is no list"),
        ("decisions: {a: b}\n", "decisions is no list"),
        ("decisions: &a []\n", "the file has errors"),
        ("decisions: [\n", "the file has errors"),
        ("? decisions\n: - a\n? note\n: x\n", ""),
    ],
)
def test_what_is_not_understood_is_left_alone(text: str, why: str) -> None:
    if why:
        with pytest.raises(Refused, match=why):
            add_entry(text, ("decisions",), "b")
    else:
        assert add_entry(text, ("decisions",), "b").text == text.replace("- a\n", "- a\n  - b\n")


def test_strange_form_is_refused() -> None:
    with pytest.raises(Refused, match="written in a way in which nothing can be added"):
        add_entry("{decisions, note: x}\n", ("decisions",), "b")


def test_mapping_is_no_list() -> None:
    with pytest.raises(Refused, match="a holds no keys"):
        add_pair("a: [b]\n", ("a",), "k", "v")
