"""One cell, perhaps several activities: parted when that is sure, else kept whole and told."""

from __future__ import annotations

import pytest

from vrplan.importers.parting import parted, status_parts

OTHERS = {"Bistå", "Delta", "Forum"}


@pytest.mark.parametrize(
    ("cell", "texts", "parts"),
    [
        # a line break, and what the status says of each or of both
        ("Rydde lageret\nFlytte møbler", ["Q3"], [("Rydde lageret", ["Q3"]), ("Flytte møbler", ["Q3"])]),
        (
            "Rydde lageret\nFlytte møbler",
            ["Løpende", "Q3\nQ4"],
            [("Rydde lageret", ["Løpende", "Q3"]), ("Flytte møbler", ["Løpende", "Q4"])],
        ),
        ("• kurs\n• møter", [""], [("kurs", [""]), ("møter", [""])]),
        ("1. Kurs\n2. Møter", ["Q3 Q4"], [("Kurs", ["Q3"]), ("Møter", ["Q4"])]),
        # a lost line break: as many windows as activities, or a beginning that other cells have too
        (
            "Klargjøre for flytting av eiendeler Flytte kontormøbler",
            ["", "Q3 Q4"],
            [("Klargjøre for flytting av eiendeler", ["", "Q3"]), ("Flytte kontormøbler", ["", "Q4"])],
        ),
        (
            "Klargjøre arkiv. Flytte arkiv",
            ["Q3 Q4"],
            [("Klargjøre arkiv.", ["Q3"]), ("Flytte arkiv", ["Q4"])],
        ),
        (
            "Møter der alle kommuner deltar Bistå og fasilitere",
            ["Kvartalsvis"],
            [("Møter der alle kommuner deltar", ["Kvartalsvis"]), ("Bistå og fasilitere", ["Kvartalsvis"])],
        ),
    ],
)
def test_cell_is_parted_when_that_is_sure(
    cell: str, texts: list[str], parts: list[tuple[str, list[str]]]
) -> None:
    found = parted(cell, texts, OTHERS)
    assert found.sureness == "sure"
    assert [(name, list(said)) for name, said in found.parts] == parts


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("Klargjøre for flytting av eiendeler Flytte kontormøbler", ["Q4"]),
        ("Rydde lageret. Flytte møbler", ["Løpende"]),
        ("Rydde lageret\nFlytte møbler", ["Q1\nQ2\nQ3"]),
    ],
)
def test_cell_that_may_hold_two_is_kept_whole_and_doubtful(cell: str, texts: list[str]) -> None:
    found = parted(cell, texts, OTHERS)
    assert found.sureness == "doubtful"
    assert found.parts == ((" ".join(cell.split()), tuple(" ".join(text.split()) for text in texts)),)


@pytest.mark.parametrize(
    "cell",
    [
        "Delta i arbeidsgrupper i Osloregionen",
        "Bidra i undervisningen ved\nHøgskolen",
        "Bidra i undervisningen,\nMarkedsføring og Drift",
        "Bistå kommunene og\nDelta i møter",
        "Se terminliste\npå nettsidene",
        "Møte med Forum for kultur",
        "Nettverk i Helse midt",
        "Samarbeid mellom Nedre Eiker og Øvre Eiker",
        "Avslutte formelle avtaler + orientere samarbeidspartnere",
        "Oppdatere planen. Planen gjelder for alle.",
    ],
)
def test_one_activity_is_one(cell: str) -> None:
    found = parted(cell, ["Løpende"], OTHERS)
    assert (found.sureness, [name for name, _ in found.parts]) == ("whole", [" ".join(cell.split())])


def test_line_breaks_of_a_page_are_doubted() -> None:
    cell = "Delta i skolens\nFagråd for helse"
    assert parted(cell, [""], (), wraps=True).sureness == "doubtful"
    assert parted("Rydde lageret.\nFlytte møbler", [""], (), wraps=True).sureness == "sure"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Q3 Q4", ("Q3", "Q4")),
        ("Q3; Q4", ("Q3", "Q4")),
        ("Løpende", ("Løpende",)),
        ("Avsluttes 30.6.18", ("Avsluttes 30.6.18",)),
        ("Løpende\n\nQ3", ("Løpende", "Q3")),
        ("", ()),
    ],
)
def test_parts_of_a_status(text: str, parts: tuple[str, ...]) -> None:
    assert status_parts(text) == parts


@pytest.mark.parametrize(
    ("cell", "texts", "sureness", "parts"),
    [
        ("1. Kor 2. Korps", ["Q3 Q4"], "sure", ["Kor", "Korps"]),
        ("Rydding; strandryddedag", ["Q3; Q4"], "sure", ["Rydding", "strandryddedag"]),
        # kept as one and listed, where nothing shows that they are two
        ("1. Kor 2. Korps", ["Løpende"], "doubtful", ["1. Kor 2. Korps"]),
        ("Rydding; strandryddedag", ["Løpende"], "doubtful", ["Rydding; strandryddedag"]),
        ("Tiltak i 2. kvartal", ["Løpende"], "whole", ["Tiltak i 2. kvartal"]),
        # the dash of a list goes where the lines are parted
        (
            "Arbeide for ny veg\n- Delta i vegforum",
            ["Løpende"],
            "sure",
            ["Arbeide for ny veg", "Delta i vegforum"],
        ),
    ],
)
def test_two_in_one_cell_are_split_or_listed(
    cell: str, texts: list[str], sureness: str, parts: list[str]
) -> None:
    found = parted(cell, texts, ())
    assert (found.sureness, [name for name, _ in found.parts]) == (sureness, parts)
