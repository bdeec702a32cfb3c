"""Which names are those of others: one to one, whatever the order, and never when it is not sure."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.importers.later.likeness import changed_words, closeness, squeezed
from vrplan.importers.later.pairing import Name, Pairs, paired

HERE = ("tiltak", "fokus", "område")
ELSEWHERE = ("annet tiltak", "annet fokus", "annet område")
OTHERS = [
    Name(text, ELSEWHERE)
    for text in (
        "Delta i arbeidsgrupper i Osloregionen",
        "Bistå den enkelte kommune i enkeltsaker",
        "Avslutte innbo og OTP",
        "Gi ut turkart for alle kommuner",
        "Delta i rådet",
    )
]


def how(new: str, old: str, place: tuple[str, ...] = HERE) -> str:
    """What becomes of a name, set against an old one and five that are no like it."""
    pairs = paired([Name(new, place)], [*OTHERS, Name(old, HERE)])
    for name in ("same", "changed", "doubtful"):
        if 0 in getattr(pairs, name):
            found = getattr(pairs, name)[0]
            assert (found if name == "same" else found[0] if name == "changed" else found[0][0]) == len(
                OTHERS
            )
            return name
    return "new"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Drive nettstedet", "Drive nettstedet", "same"),
        ("Drive nettstedet", "drive  Nettstedet.", "same"),
        ("Utarbeide hørings svar", "Utarbeide høringssvar", "same"),
        ("Kompetanse-og erfaringsformidling", "Kompetanse- og erfaringsformidling", "same"),
        ("Lede Transport 2.0 – nettverk", "2. Lede Transport 2.0 - nettverk", "same"),
        (
            "Utarbeide hørings svar for plan- og KVVU forslag",
            "Utarbeide høringssvar for plan- og KVU-forslag",
            "changed",
        ),
        ("Kommunisere med brukere og leverandører", "Komunisere med brukerne og leverandørene", "changed"),
        ("Videreføre Ungdomssymfonikerne", "Videreføre Ungdomsymfonikerne", "changed"),
        ("Avslutte lisenser web, software", "Avslutte lisenser for web og programvare", "changed"),
        (
            "Lede Transport 2.0 – nettverk for grønn mobilitet, i tråd nettverkets samarbeidsplattform",
            "Lede Transport 2.0 – nettverk for grønn mobilitet",
            "changed",
        ),
        ("Lede nettverk for helsekoordinatorer", "Drifte nettverket for helsekoordinatorene", "doubtful"),
        ("Arrangere konferanse i Asker", "Arrangere konferanse i Drammen", "doubtful"),
        ("Arrangere konferanse 2018", "Arrangere konferanse 2019", "doubtful"),
        ("Klargjøre for flytting av eiendeler", "Klargjøre for flytting av arkiv", "doubtful"),
        ("Flytte kontormøbler", "Flytte arkiv", "doubtful"),
        ("Sette opp program", "Si opp leieavtalen for kontoret", "new"),
        ("KHS", "KRS", "new"),
    ],
)
def test_name_in_its_place(old: str, new: str, found: str) -> None:
    assert how(new, old) == found
    assert how(old, new) == found, "as like both ways"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Drive nettstedet til festivalen", "Drive nettstedet til festivalen", "same"),
        ("Møter", "Møter", "doubtful"),
        ("Avslutte lisenser web, software", "Avslutte lisenser for web og programvare", "doubtful"),
    ],
)
def test_name_in_another_place(old: str, new: str, found: str) -> None:
    assert how(new, old, ("nytt tiltak", "nytt fokus", "nytt område")) == found


def test_same_names_are_told_by_their_measure_then_their_focus_area() -> None:
    old = [Name("Møter", ("a", "x")), Name("Møter", ("b", "x")), Name("Møter", ("c", "y"))]
    new = [Name("Møter", ("d", "y")), Name("Møter", ("b", "x")), Name("Møter", ("a", "x"))]
    assert paired(new, old).same == {2: 0, 1: 1, 0: 2}


def test_same_names_in_one_place_are_told_by_their_order() -> None:
    names = [Name("Møter", HERE), Name("Møter", HERE)]
    assert paired(names, names).same == {0: 0, 1: 1}


def test_one_name_too_many_is_doubtful_and_nobody_else_gets_the_item() -> None:
    pairs = paired([Name("Møter", HERE), Name("Møter", HERE), Name("Møterr", HERE)], [Name("Møter", HERE)])
    assert (pairs.same, pairs.changed) == ({}, {})
    assert pairs.doubtful == {0: ((0, 1.0),), 1: ((0, 1.0),), 2: ((0, pairs.doubtful[2][0][1]),)}


def test_two_that_are_nearly_as_like_are_doubtful() -> None:
    old = [Name("Lede nettverk for bibliotek i øst", HERE), Name("Lede nettverk for bibliotek i vest", HERE)]
    pairs = paired([Name("Lede nettverk for bibliotek", HERE)], old)
    assert [other for other, _ in pairs.doubtful[0]] == [0, 1]


def test_a_rival_that_is_found_elsewhere_leaves_no_doubt() -> None:
    old = [Name("Lede nettverk for bibliotek i øst", HERE), Name("Lede nettverk for bibliotek i vest", HERE)]
    pairs = paired([Name("Lede nettverk for bibliotek", HERE), old[1]], old)
    assert (pairs.same, list(pairs.changed), pairs.doubtful) == ({1: 1}, [0], {})


def test_a_name_like_one_that_another_has_is_doubtful_and_not_new() -> None:
    old = [Name("Lede nettverket for bibliotekene", HERE)]
    pairs = paired([Name("Lede nettverket for biblioteka", HERE), old[0]], old)
    assert (pairs.same, list(pairs.doubtful)) == ({1: 0}, [0])


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("framtidig", "fremtidig", True),
        ("knutepunktsutvikling", "knutepunktutvikling", True),
        ("nettverk", "nettverket", True),
        ("helsevern", "barnevern", False),
        ("asker", "bærum", False),
        ("khs", "krs", False),
        ("2018", "2019", False),
    ],
)
def test_words_that_are_one_word(one: str, other: str, close: bool) -> None:
    assert (closeness(one, other) >= 0.8) is close
    assert closeness(one, other) == closeness(other, one)


def test_words_that_differ_are_told() -> None:
    assert changed_words("Drifte nettverk for alle", "Drive nettverk") == (
        ("Drifte", "Drive"),
        ("for alle", ""),
    )


WORDS = st.sampled_from(
    [
        "drifte",
        "nettverk",
        "kommune",
        "festival",
        "program",
        "møte",
        "arkiv",
        "leie",
        "bibliotek",
        "for",
        "i",
        "2018",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PLACES = st.tuples(st.sampled_from("ab"), st.sampled_from("xy"))
NAMES = st.lists(st.builds(Name, TEXTS, PLACES), max_size=12)
DISTINCT = st.lists(st.builds(Name, TEXTS, PLACES), max_size=12, unique_by=lambda one: squeezed(one.text))
law = settings(max_examples=60, deadline=None)


def told(pairs: Pairs, names: list[Name], others: list[Name]) -> dict[str, object]:
    """What was found, by the names themselves."""
    same = {names[one]: others[other] for one, other in pairs.same.items()}
    changed = {names[one]: (others[other], like) for one, (other, like) in pairs.changed.items()}
    doubtful = {names[one]: {others[other] for other, _ in many} for one, many in pairs.doubtful.items()}
    return {"same": same, "changed": changed, "doubtful": doubtful}


@given(NAMES)
@law
def test_the_same_list_is_paired_whole(names: list[Name]) -> None:
    assert paired(names, names).same == {one: one for one in range(len(names))}


@given(NAMES, NAMES)
@law
def test_pairs_are_one_to_one_and_a_name_is_told_once(names: list[Name], others: list[Name]) -> None:
    pairs = paired(names, others)
    taken = [*pairs.same.values(), *(other for other, _ in pairs.changed.values())]
    assert len(taken) == len(set(taken))
    told_once = [*pairs.same, *pairs.changed, *pairs.doubtful]
    assert len(told_once) == len(set(told_once))
    assert set(told_once) <= set(range(len(names)))
    assert set(taken) <= set(range(len(others)))


@given(DISTINCT, DISTINCT, st.randoms(use_true_random=False))
@law
def test_the_order_of_the_rows_changes_nothing(names: list[Name], others: list[Name], random: Random) -> None:
    shuffled = names.copy()
    random.shuffle(shuffled)
    assert told(paired(shuffled, others), shuffled, others) == told(paired(names, others), names, others)
