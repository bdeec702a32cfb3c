from __future__ import annotations

import pytest

from vrplan.findings import Code, Finding, Place, Related, Severity, Spot, by_place, nearest

CODE = Code("VR999", "sample", Severity.ERROR, "{name} is wrong")
TITLE = Spot("plan.yaml", ("title",))
NOTE = Spot("plan.yaml", ("note",), key=True)
SECOND_LINE = Place("plan.yaml", 2, 8, 2, 12)
THIRD_LINE = Place("plan.yaml", 3, 1, 3, 5)


def test_finding_asks_for_the_places_of_all_its_spots() -> None:
    finding = Finding(CODE, TITLE, related=(Related("first here", NOTE),))
    assert finding.spots == (TITLE, NOTE)


def test_placed_finding_asks_for_nothing_more() -> None:
    finding = Finding(CODE, TITLE, related=(Related("first here", NOTE),))
    placed = finding.placed({TITLE: SECOND_LINE, NOTE: THIRD_LINE})
    assert placed.place == SECOND_LINE
    assert placed.related[0].place == THIRD_LINE
    assert placed.spots == ()


def test_a_place_that_is_known_is_kept() -> None:
    finding = Finding(CODE, TITLE, place=THIRD_LINE)
    assert finding.spots == ()
    assert finding.placed({TITLE: SECOND_LINE}).place == THIRD_LINE


def test_a_spot_that_nobody_found_stays_without_a_place() -> None:
    finding = Finding(CODE, TITLE).placed({NOTE: THIRD_LINE})
    assert finding.place is None
    assert finding.spots == (TITLE,)


def test_key_and_value_of_one_path_are_two_spots() -> None:
    assert Spot("plan.yaml", ("note",)) != NOTE


def test_findings_are_told_by_file_line_column_and_code() -> None:
    other_code = Code("VR100", "other", Severity.INFO, "")
    in_order = [
        Finding(CODE, Spot("a.yaml", ())),  # without a place: at the top of its file
        Finding(CODE, TITLE, place=Place("a.yaml", 9, 9, 9, 9)),
        Finding(CODE, TITLE, place=Place("b.yaml", 2, 8, 2, 9)),
        Finding(other_code, TITLE, place=Place("b.yaml", 10, 1, 10, 2)),
        Finding(CODE, TITLE, place=Place("b.yaml", 10, 1, 10, 2)),
        Finding(CODE, TITLE, place=Place("b.yaml", 10, 3, 10, 4)),
    ]
    assert sorted(in_order[3:] + in_order[:3], key=by_place) == in_order


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("actvities", ["activities"]),  # a letter is missing
        ("KOMUT", ["KomUt"]),  # another case
        ("BÆRUM", ["Bærum"]),  # another case beyond ASCII
        ("komu", ["KomUt"]),
        ("xyzzy", []),
        ("", []),
    ],
)
def test_nearest_finds_what_was_meant_and_nothing_unlike_it(word: str, expected: list[str]) -> None:
    assert nearest(word, ["activities", "KomUt", "Bærum", "period"]) == expected


def test_the_nearest_word_comes_first() -> None:
    assert nearest("bpa-enkeltsak", ["bpa-enkle-saker", "bpa-enkeltsaker"])[0] == "bpa-enkeltsaker"


def test_nearest_gives_no_more_than_asked_for() -> None:
    assert len(nearest("sak", ["sak1", "sak2", "sak3", "sak4"], 2)) == 2


def test_words_that_differ_in_case_alone_count_once() -> None:
    assert nearest("khs", ["KHS", "Khs"]) == ["KHS"]
