"""Several additions at once: all of them or none, in one reading of the text, as if one had come after the other."""

from __future__ import annotations

import pytest

from vrplan.edit import Addition, Edited, Refused, add_all, add_entry, add_pair

TEXT = """\
columns: {HP 2018: {adopted_by: a}}
areas:
  - name: Kultur  # her
    status:
      HP 2018: Løpende
  - name: Helse
"""


def test_what_stands_apart_is_added_at_once() -> None:
    additions = [
        Addition(("columns",), "HP 2019", {"adopted_by": "b"}),
        Addition(("areas", 0, "status"), "HP 2019", "Avsluttes"),
        Addition(("areas", 1, "status"), "HP 2019", "Q3"),
    ]
    after = TEXT.replace("a}}", "a}, HP 2019: {adopted_by: b}}").replace(
        "Løpende\n", "Løpende\n      HP 2019: Avsluttes\n"
    )
    assert add_all(TEXT, additions) == Edited(f"{after}    status:\n      HP 2019: Q3\n", 1)


def test_what_belongs_to_one_place_keeps_its_order() -> None:
    additions = [
        Addition(("areas", 1, "status"), "HP 2018", "Løpende"),
        Addition(("areas",), None, {"name": "Avvikling"}),
        Addition(("areas", 1, "status"), "HP 2019", "Q3"),
    ]
    below = "    status:\n      HP 2018: Løpende\n      HP 2019: Q3\n  - name: Avvikling\n"
    assert add_all(TEXT, additions).text == TEXT + below


def test_several_entries_of_a_list_are_one_addition() -> None:
    in_lines = Addition(("a",), None, {"k": "2"}, more=[{"k": "3"}, {"k": "4"}])
    assert add_all("a:\n- k: 1\n", [in_lines]).text == "a:\n- k: 1\n- k: 2\n- k: 3\n- k: 4\n"
    assert add_all("a: [{k: 1}]\n", [in_lines]).text == "a: [{k: 1}, {k: 2}, {k: 3}, {k: 4}]\n"
    assert add_all("a: []\n", [in_lines]).text == "a: [{k: 2}, {k: 3}, {k: 4}]\n"
    assert add_all("b: 1\n", [in_lines]).text == "b: 1\na:\n  - k: 2\n  - k: 3\n  - k: 4\n"


def test_one_that_needs_another_way_holds_up_none_of_the_others() -> None:
    text = "a: {k: 1}\nb:\n  t: |\n    siste ord"
    additions = [Addition(("a",), "l", "2"), Addition(("b",), "u", "3"), Addition(("b",), "v", "4")]
    assert add_all(text, additions).text == ("a: {k: 1, l: 2}\nb:\n  t: |-\n    siste ord\n  u: 3\n  v: 4")


def test_all_or_none_is_added() -> None:
    with pytest.raises(Refused, match="HP 2018 stands there already"):
        add_all(
            TEXT,
            [
                Addition(("areas", 1, "status"), "HP 2018", "x"),
                Addition(("areas", 0, "status"), "HP 2018", "y"),
            ],
        )


def test_many_are_as_if_one_came_after_the_other() -> None:
    text = "a:\n" + "".join(f"  - id: i{number}\n    s: {{x: 1}}\n" for number in range(300))
    additions = [Addition(("a", number, "s"), "note", str(number)) for number in range(300)]
    one_by_one = add_pair(text, ("a", 0, "s"), "note", "0").text
    assert add_all(text, additions[:1]).text == one_by_one
    assert add_all(text, additions).text == text.replace("x: 1}", "x: 1, note: §}").replace(
        "§", "%d"
    ) % tuple(range(300))
    assert add_entry(text, ("a",), {"id": "z"}).text.endswith("  - id: z\n")
