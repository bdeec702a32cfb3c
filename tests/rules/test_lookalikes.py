from __future__ import annotations

from collections.abc import Callable

import pytest

from vrplan.findings import Finding
from vrplan.render.findings import message
from vrplan.rules.characters import plain, strange_in

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
FoundIn = Callable[..., tuple[Finding, ...]]

PLAN = """
    ceases: {date: 2019-01-01, decision: sg-2/1}
    columns:
      HP 2018: {adopted_by: sg-1}
    parties:
      KHS: {name: Kommunehelsesamarbeidet, aliases: [Helse vest]}
    areas:
      - id: helse
        name: Helse
        focus_areas:
          - id: bpa
            name: BPA
            owner: Helse vest
            status:
              HP 2018: {text: Avsluttes 29.6.2018, only: [nettverk]}
            measures:
              - name: Beredskap
                activities:
                  - id: nettverk
                    name: Drifte nettverket
                  - id: kurs
                    name: Holde kurs
                    status:
                      HP 2018: Avsluttes 29.6.2018
    """
DECISIONS = """
    bodies: {SG: {name: Styringsgruppen}}
    sources:
      notat: {title: Saksnotat, date: 2018-05-31, case: 24a/2017}
    decisions:
      - {id: sg-1, title: HP 2018, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07,
         source: notat}
      - {id: sg-2, title: Slutt, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14,
         points: [{id: 1, summary: Avsluttes}]}
    """


def changed(old: str, new: str, *, all_of_them: bool = False) -> tuple[str, str]:
    """The plan and the decisions with one place, or every such place, written another way."""
    count = -1 if all_of_them else 1
    assert old in PLAN + DECISIONS
    if old in PLAN:
        return PLAN.replace(old, new, count), DECISIONS
    return PLAN, DECISIONS.replace(old, new, count)


def test_sound_plan_gives_nothing(findings_from: FindingsFrom) -> None:
    assert findings_from(PLAN, DECISIONS) == []


@pytest.mark.parametrize(
    ("value", "sign", "what", "typed"),
    [
        ("nettverk\u0430", 9, "a Cyrillic letter that looks like a", "nettverka"),
        ("\u041d\u0420 2018", 1, "a Cyrillic letter that looks like H", "HP 2018"),
        ("K\u0397S", 2, "a Greek letter that looks like H", "KHS"),
        ("B\u04d5rum", 2, "a Cyrillic letter that looks like æ", "Bærum"),
        ("HP\u00a02018", 3, "a no-break space", "HP 2018"),
        ("HP\u202f2018", 3, "a narrow no-break space", "HP 2018"),
        ("HP\u20032018", 3, "an em space", "HP 2018"),
        ("HP\t2018", 3, "a tab", "HP 2018"),
        ("HP 2018\u00a0", 8, "a no-break space", "HP 2018"),
        ("nett\u00adverk", 5, "a soft hyphen", "nettverk"),
        ("nett\u200bverk", 5, "a zero width space", "nettverk"),
        ("\u200eKHS", 1, "a left-to-right mark", "KHS"),
        ("KHS\ufe0f", 4, "a variation selector-16", "KHS"),
        ("K\ufe00HS", 2, "a variation selector-1", "KHS"),
        ("\ufeffKHS", 1, "a zero width no-break space", "KHS"),
        ("sg\u20112018", 3, "a non-breaking hyphen", "sg-2018"),
        ("sg\u22122018", 3, "a minus sign", "sg-2018"),
        ("\uff12018", 1, "a fullwidth digit two", "2018"),
        ("HP 201\u0668", 7, "an arabic-indic digit eight", "HP 2018"),
        ("\ufb01nans", 1, "a latin small ligature fi", "finans"),
        ("\u212blesund", 1, "an angstrom sign", "Ålesund"),
        ("Va\u030aler", 3, "the second half of å", "Våler"),
        ("Tromso\u0308", 7, "the second half of ö", "Tromsö"),
    ],
)
def test_character_is_named_with_its_place_and_what_was_meant(
    value: str, sign: int, what: str, typed: str
) -> None:
    first, *_ = strange = strange_in(value)
    assert (first.at, str(first.what), plain(value, strange)) == (sign, what, typed)
    assert int(first.point.removeprefix("U+"), 16) == ord(value[sign - 1])
    assert strange_in(typed) == []


@pytest.mark.parametrize(
    "value",
    [
        "Bærum kommune",
        "Ungdomssymfoniorkesteret – «VUS»",
        "HP 2018–2020",
        "Kárášjohka, Deatnu, Guovdageaidnu: čđŋšŧž ČĐŊŠŦŽ",
        "Café Löwe & Müller, Łódź",
        "Áltá – Østfold",
        "Мурманск",
        "Архангельск fylke",
        "α-gruppen",
        "Σ",
        "25 m² (½ stilling)",
        "§ 27-samarbeidet",
        "12 µg, 30 °C, 5 €, № 4",
        "Kulturskole’n",
        "x\u0327",
        "中文",
    ],
)
def test_letters_and_signs_of_all_tongues_mean_themselves(value: str) -> None:
    assert strange_in(value) == []


def test_dash_is_strange_only_where_it_never_belongs() -> None:
    assert strange_in("2018–06–30") == []
    assert [str(one.what) for one in strange_in("2018–06–30", dashes=True)] == ["an en dash", "an en dash"]
    assert plain("2018–06–30", strange_in("2018–06–30", dashes=True)) == "2018-06-30"


@pytest.mark.parametrize(
    ("old", "new", "place", "sentence", "typed"),
    [
        (
            "id: kurs", "id: kur\u0455", (20, 21),
            "character 4 of kur\u0455 is a Cyrillic letter that looks like s (U+0455)", "kurs",
        ),
        ("id: kurs", "id: ku\u00adrs", (20, 21), "character 3 of ku\u00adrs is a soft hyphen (U+00AD)", "kurs"),
        ("id: kurs", "id: kurs–2", (20, 21), "character 5 of kurs–2 is an en dash (U+2013)", "kurs-2"),
        (
            "id: kurs", "id: pa\u030a-kurs", (20, 21),
            "character 3 of pa\u030a-kurs is the second half of å (U+030A)", "på-kurs",
        ),
        (
            "date: 2019-01-01", "date: 2019-01-01\u00a0", (1, 16),
            "character 11 of 2019-01-01 is a no-break space (U+00A0)", "2019-01-01",
        ),
        (
            "date: 2019-01-01", "date: 2019\u201101\u201101", (1, 16),
            "character 5 of 2019\u201101\u201101 is a non-breaking hyphen (U+2011)", "2019-01-01",
        ),
        (
            "date: 2019-01-01", "date: 2019–01–01", (1, 16),
            "character 5 of 2019–01–01 is an en dash (U+2013)", "2019-01-01",
        ),
        (
            "date: 2019-01-01", "date: ２019-01-01", (1, 16),
            "character 1 of ２019-01-01 is a fullwidth digit two (U+FF12)", "2019-01-01",
        ),
        (
            "HP 2018: Avsluttes", "HP\u00a02018: Avsluttes", (23, 19),
            "character 3 of HP\u00a02018 is a no-break space (U+00A0)", "HP 2018",
        ),
        (
            "owner: Helse vest", "owner: Helse v\u0435st", (12, 16),
            "character 8 of Helse v\u0435st is a Cyrillic letter that looks like e (U+0435)", "Helse vest",
        ),
        (
            "only: [nettverk]", "only: [nettverk\u200b]", (14, 55),
            "character 9 of nettverk\u200b is a zero width space (U+200B)", "nettverk",
        ),
        (
            "adopted_by: sg-1", "adopted_by: sg\u20111", (3, 25),
            "character 3 of sg\u20111 is a non-breaking hyphen (U+2011)", "sg-1",
        ),
        (
            "decision: sg-2/1", "decision: sg\u200d-2/1", (1, 38),
            "character 3 of sg\u200d-2/1 is a zero width joiner (U+200D)", "sg-2/1",
        ),
        (
            "name: Holde kurs", "n\u0430me: Holde kurs", (21, 17),
            "character 2 of n\u0430me is a Cyrillic letter that looks like a (U+0430)", "name",
        ),
        (
            "status:\n                      HP", "st\u0430tus:\n                      HP", (22, 17),
            "character 3 of st\u0430tus is a Cyrillic letter that looks like a (U+0430)", "status",
        ),
        (
            "standing: adopted", "standing: \u0430dopted", (5, 42),
            "character 1 of \u0430dopted is a Cyrillic letter that looks like a (U+0430)", "adopted",
        ),
        (
            "body: SG", "body: S\u200bG", (5, 78),
            "character 2 of S\u200bG is a zero width space (U+200B)", "SG",
        ),
    ],
)  # fmt: skip
def test_one_finding_names_the_character_and_nothing_follows_from_it(
    found_in: FoundIn, old: str, new: str, place: tuple[int, int], sentence: str, typed: str
) -> None:
    (finding,) = found_in(*changed(old, new))
    told = message(finding)
    assert finding.place is not None
    assert (finding.code.code, finding.place.line, finding.place.column) == ("VR109", *place)
    assert told.sentence == sentence
    assert told.help.startswith(f"type it anew: {typed}; ")


def test_place_is_the_exact_value_or_key(found_in: FoundIn) -> None:
    (finding,) = found_in(*changed("HP 2018: Avsluttes", "HP\u00a02018: Avsluttes"))
    place = finding.place
    assert place is not None
    assert (place.column, place.end_column) == (19, 26)
    (finding,) = found_in(*changed("owner: Helse vest", "owner: Helse v\u0435st"))
    place = finding.place
    assert place is not None
    assert (place.column, place.end_column) == (16, 26)


def test_unknown_paper_is_only_a_warning_with_a_look_alike_too(findings_from: FindingsFrom) -> None:
    assert findings_from(*changed("source: notat", "source: not\u0430t")) == [("VR217", 6, 14)]


def test_name_that_is_to_blame_is_told_once_with_the_places_that_miss_it(found_in: FoundIn) -> None:
    (finding,) = found_in(*changed("HP 2018: {adopted", "HP\u00a02018: {adopted"))
    place = finding.place
    assert place is not None
    assert (finding.code.code, place.line, place.column) == ("VR109", 3, 3)
    assert [one.place.line for one in finding.related if one.place] == [14, 23]
    assert message(finding).related == ("HP 2018 is written here", "HP 2018 is written here")


def test_another_name_that_is_strange_is_still_told(findings_from: FindingsFrom) -> None:
    text, decisions = changed("HP 2018: {adopted", "HP\u00a02018: {adopted")
    text = text.replace("Helse vest", "Helse\u00a0vest")
    assert findings_from(text, decisions) == [("VR109", 3, 3), ("VR217", 5, 50)]


def test_no_more_than_three_of_the_places_that_miss_it_are_shown(found_in: FoundIn) -> None:
    activity = "\n                  - {id: kurs-%s, name: Kurs, status: {HP 2018: Løpende}}"
    text, decisions = changed("HP 2018: {adopted", "HP\u00a02018: {adopted")
    text = text.rstrip() + "".join(activity % number for number in range(9))
    (finding,) = found_in(text, decisions)
    assert len(finding.related) == 3


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("HP 2018: ", "HP\u00a02018: ", [("VR217", 3, 3)]),
        ("Helse vest", "Helse\u00a0vest", [("VR217", 5, 50)]),
        ("24a/2017", "24\u0430/2017", [("VR217", 3, 53)]),
        ("notat", "not\u0430t", [("VR217", 3, 3)]),
        ("name: Styringsgruppen", "name: Styringsgrupp\u0435n", [("VR217", 1, 21)]),
    ],
)
def test_name_that_everybody_copies_is_a_warning_where_it_is_given(
    findings_from: FindingsFrom, old: str, new: str, expected: list[tuple[str, int, int]]
) -> None:
    assert findings_from(*changed(old, new, all_of_them=True)) == expected


def test_two_look_alikes_of_one_name_are_both_told(findings_from: FindingsFrom) -> None:
    text, decisions = changed("HP 2018: {adopted", "HP\u202f2018: {adopted")
    text = text.replace("HP 2018: ", "HP\u00a02018: ")
    assert findings_from(text, decisions) == [("VR217", 3, 3), ("VR109", 14, 11), ("VR109", 23, 19)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: kurs", "id: Kur\u0455", "VR106"),
        ("date: 2019-01-01", "date: 1.\u00a0januar 2019", "VR104"),
        ("owner: Helse vest", "owner: Norsk\u00a0Helsenett", "VR203"),
        ("owner: Helse vest", "owner: Мурманск", "VR203"),
        ("HP 2018: Avsluttes", "HP 2019–2020: Avsluttes", "VR202"),
        ("HP 2018: Avsluttes", "hp 2018: Avsluttes", "VR202"),
    ],
)
def test_what_would_be_wrong_on_a_keyboard_too_is_told_as_that(
    found_in: FoundIn, old: str, new: str, code: str
) -> None:
    assert [one.code.code for one in found_in(*changed(old, new))] == [code]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Holde kurs", "name: Holde\u00a0kurs \u2011 2\u202f000 timer"),
        ("Avsluttes 29.6.2018\n", "Avsluttes\u00a029.6.2018\n"),
        ("name: Beredskap", "name: Beredskap\n                note: 5\u00a0% av 3\u202f000"),
        ("title: Saksnotat", "title: Sak\u00a024a"),
        ("summary: Avsluttes", "summary: Avsluttes\u00a01.1.2019"),
        ("name: Holde kurs", "name: Holde kurs i Мурманск og Va\u030aler"),
    ],
)
def test_words_for_people_may_hold_any_character(findings_from: FindingsFrom, old: str, new: str) -> None:
    assert findings_from(*changed(old, new)) == []


def test_text_that_is_not_read_because_of_a_letter_names_it(found_in: FoundIn) -> None:
    (finding,) = found_in(*changed("Avsluttes 29.6.2018\n", "Avslutt\u0435s 29.6.2018\n"))
    assert finding.code.code == "VR301"
    assert message(finding).help == (
        "character 8 of the text is a Cyrillic letter that looks like e (U+0435): type the text as the paper shows it"
    )


def test_recipient_that_is_no_party_because_of_a_letter_names_it(found_in: FoundIn) -> None:
    text = "Overføres til \u041aHS fra 1.7.2018\n"
    (finding,) = found_in(*changed("Avsluttes 29.6.2018\n", text))
    assert finding.code.code == "VR210"
    assert message(finding).help.startswith("character 15 of the text is a Cyrillic letter that looks like K")


@pytest.mark.parametrize(
    ("space", "called"),
    [
        ("\u00a0", "a no-break space (U+00A0)"),
        ("\u2003", "an em space (U+2003)"),
        ("\u3000", "an ideographic space (U+3000)"),
        ("\u200b", "a zero width space (U+200B)"),
    ],
)
def test_line_that_is_not_indented_with_spaces_is_told(found_in: FoundIn, space: str, called: str) -> None:
    found = found_in(PLAN.replace("            owner: Helse vest", f"        {space * 4}owner: Helse vest"))
    (finding,) = (one for one in found if one.code.code == "VR002")
    assert (
        message(finding).help
        == f"a line is indented with {called} here or just above: indent it with plain spaces"
    )


def test_broken_file_is_searched_as_far_as_it_is_read(findings_from: FindingsFrom) -> None:
    text, decisions = changed("name: Kommunehelsesamarbeidet", "name: Kommunehelses\u0430marbeidet")
    text = text.replace("adopted_by: sg-1", "adopted_by: [sg-1]")
    assert findings_from(text, decisions) == [("VR103", 3, 25), ("VR217", 5, 15)]
