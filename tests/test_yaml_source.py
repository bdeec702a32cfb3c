from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vrplan.findings import Finding, Place, Spot
from vrplan.render.findings import message
from vrplan.yaml_source import Mapping, Source, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

Found = tuple[str, int, int]


def read(text: str | bytes) -> Source:
    return read_yaml(text if isinstance(text, bytes) else text.encode(), "f.yaml")


def found(source: Source) -> list[Found]:
    return [(one.code.code, one.place.line, one.place.column) for one in source.findings if one.place]


def only_finding(text: str | bytes) -> Finding:
    (finding,) = read(text).findings
    return finding


# --- what is read ---


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: no", {"a": "no"}),  # no Norway problem
        ("a: 2018-06-30\nb: 35\nc: 1.10\nd: 0o7", {"a": "2018-06-30", "b": "35", "c": "1.10", "d": "0o7"}),
        ("a: true\nb: 1_000\nc: 12:30:00", {"a": "true", "b": "1_000", "c": "12:30:00"}),
        ("a: ~\nb:\nc: null\nd: NULL", {"a": None, "b": None, "c": None, "d": None}),
        ("a: '~'\nb: ''\nc: \"null\"", {"a": "~", "b": "", "c": "null"}),
        ("35: x\ntrue: y\n2018-06-30: z", {"35": "x", "true": "y", "2018-06-30": "z"}),
        ("a: [b, [c], {d: e}]", {"a": ["b", ["c"], {"d": "e"}]}),
        ("a: {}\nb: []", {"a": {}, "b": []}),
        ("a: >-\n  en\n  to\nb: |\n  en\n  to\n", {"a": "en to", "b": "en\nto\n"}),
        ("a: Bærum – «sak» 15/2018 # merknad", {"a": "Bærum – «sak» 15/2018"}),
        ("? a\n: b", {"a": "b"}),
        ("--- \na: b\n...\n", {"a": "b"}),
        ("'<<': b", {"<<": "b"}),
        ('a: "\\u00e6"', {"a": "æ"}),
        ("- a\n- b", ["a", "b"]),
        ("just a text", "just a text"),
    ],
)
def test_every_value_is_text_list_or_mapping(text: str, data: Any) -> None:
    source = read(text)
    assert source.data == data
    assert source.findings == ()


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_byte_order_mark_and_line_ends_change_nothing(before: bytes, newline: bytes) -> None:
    source = read(before + b"title: x" + newline + b"note: y" + newline)
    assert source.data == {"title": "x", "note": "y"}
    spot = Spot("f.yaml", ("note",))
    assert source.places([spot]) == {spot: Place("f.yaml", 2, 7, 2, 8)}


def test_mapping_knows_the_line_that_it_begins_on() -> None:
    data = read("# a comment\na:\n  - b: c\n  -\n    d: e\nf: {\n  g: h}\n").data
    assert isinstance(data, Mapping)
    assert (data.line, data["a"][0].line, data["a"][1].line, data["f"].line) == (2, 3, 5, 6)


# --- what is refused, and where ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b", [("VR005", 1, 4)]),
        ("a: &x b\nc: *x", [("VR005", 1, 4), ("VR005", 2, 4)]),
        ("a: &x [b, *x]", [("VR005", 1, 4), ("VR005", 1, 11)]),
        ("a: !!str b", [("VR005", 1, 4)]),
        ("a: !person {b: c}", [("VR005", 1, 4)]),
        ("a: ! b", [("VR005", 1, 4)]),
        ("- !!python/object/apply:os.system [x]", [("VR005", 1, 3)]),
        ("<<: {a: b}", [("VR005", 1, 1)]),
        ("a: b\na: c\na: d", [("VR006", 2, 1), ("VR006", 3, 1)]),
        ("a: {b: c, b: d}", [("VR006", 1, 11)]),
        ("a: b\n'a': c", [("VR006", 2, 1)]),
        ("a: b\n---\nc: d", [("VR007", 2, 1)]),
        ("a: b\n...\n---\nc: d", [("VR007", 3, 1)]),
        ("a: b\n--- \n", [("VR007", 2, 1)]),
        ("[a]: b", [("VR008", 1, 1)]),
        ("{a: b}: c", [("VR008", 1, 1)]),
        ("a:\n  ? - b\n  : c", [("VR008", 2, 5)]),
        ("~: a", [("VR008", 1, 1)]),
        ("'': a", [("VR008", 1, 1)]),
        ("*a : b", [("VR005", 1, 1), ("VR008", 1, 1)]),
        ("&a b: c", [("VR005", 1, 1)]),
        ("a: " + "[" * 31 + "]" * 31, []),
        ("a: " + "[" * 32 + "]" * 32, [("VR004", 1, 35)]),
        ("- " * 33 + "a", [("VR004", 1, 65)]),
        ("a: &x b\nc: [d", [("VR005", 1, 4), ("VR002", 2, 4)]),
    ],
)
def test_what_a_plan_may_not_hold_is_told_at_its_place(text: str, expected: list[Found]) -> None:
    assert found(read(text)) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n# comments\n", "---\n", "~", "\ufeff"])
def test_file_without_content_is_empty(text: str) -> None:
    assert found(read(text)) == [("VR003", 1, 1)]


def test_nothing_is_kept_of_a_key_that_is_none() -> None:
    assert read("a: b\n~: c\n<<: d\ne: {'': f}").data == {"a": "b", "e": {}}


def test_of_two_equal_keys_the_last_counts_and_is_the_one_that_is_found() -> None:
    source = read("a: b\na: c")
    spot = Spot("f.yaml", ("a",))
    assert source.data == {"a": "c"}
    assert source.places([spot])[spot] == Place("f.yaml", 2, 4, 2, 5)


@pytest.mark.parametrize(
    ("text", "line", "column", "problem"),
    [
        ("a: 'b\nc: d\n", 1, 4, "a quotation mark is never closed"),
        ('a: "b', 1, 4, "a quotation mark is never closed"),
        ('a: "b\n---\n"', 2, 1, "a quotation mark is never closed"),
        ("a: [b, c\n", 1, 4, "the bracket [ is never closed, or a comma is missing"),
        ("a: [b\nc: d\n", 2, 2, "the bracket [ is never closed, or a comma is missing"),
        ("a: {b: c\n", 1, 4, "the bracket { is never closed, or a comma is missing"),
        ("a: [b,\n", 1, 7, "a bracket is never closed"),
        ("a: {", 1, 5, "a bracket is never closed"),
        ("a: [b,,c]", 1, 7, "a value is missing, or a bracket or comma is too many"),
        ("a: ]", 1, 4, "a value is missing, or a bracket or comma is too many"),
        ("a:\n\tb: c", 2, 1, "no text can begin with this character (a tab, @, ` or %)"),
        ("a: @b", 1, 4, "no text can begin with this character (a tab, @, ` or %)"),
        ("a: |\n\tb\n c", 2, 1, "a tab stands here: indent with spaces"),
        (
            "a: b: c",
            1,
            5,
            "a colon cannot stand here: the line is indented wrongly, or a text with a colon lacks quotation marks",
        ),
        (
            "a: b\n c: d",
            2,
            3,
            "a colon cannot stand here: the line is indented wrongly, or a text with a colon lacks quotation marks",
        ),
        ("a: b\nc", 2, 1, "a colon is missing after this word"),
        ("a: b\nc\nd: e", 2, 1, "a colon is missing after this word"),
        ("a:\n  - b\n c: d", 3, 2, "this line does not fit under the lines above it"),
        ("a: 'b' c", 1, 8, "this line does not fit under the lines above it"),
        (" a: b\nc: d", 2, 1, "this line does not fit under the lines above it"),
        ("- a\nb: c", 2, 1, "this line stands in a list and does not begin with a dash (-)"),
        ("a: - b", 1, 4, "a list line (-) cannot stand here"),
        ('a: "\\q"', 1, 5, 'a backslash between " and " begins no sign that is known'),
        ('a: "\\ud800"', 1, 7, 'a backslash between " and " begins no sign that is known'),
        ("a: &\n", 1, 5, "a text that begins with & or * needs quotation marks"),
        ("a: !x!y b", 1, 4, "a text that begins with ! needs quotation marks"),
        ("a: >x\n b", 1, 5, "the text after | or > must begin on a line of its own"),
        ("a: \x00", 1, 4, "an invisible control character stands here"),
        ("æ: ø\nå: b\x07", 2, 5, "an invisible control character stands here"),
        ("%YAML 1.2\n---\na: b", 1, 1, "a line that begins with % is not used in a plan"),
        ("# c\n\n%TAG ! tag:x\n---\na: b", 3, 1, "a line that begins with % is not used in a plan"),
        ("a: b\n...\n%YAML 1.1\n---\nc: d", 3, 1, "a line that begins with % is not used in a plan"),
        ("a: |0\n b", 1, 5, "found an indentation indicator equal to 0"),  # rare: told as the parser says it
    ],
)
def test_what_is_no_yaml_is_told_in_plain_words(text: str, line: int, column: int, problem: str) -> None:
    finding = only_finding(text)
    assert finding.place is not None
    assert (finding.code.code, finding.place.line, finding.place.column) == ("VR002", line, column)
    assert message(finding).sentence == f"the file cannot be read from here: {problem}"


def test_what_was_begun_and_not_finished_is_pointed_at() -> None:
    finding = only_finding("a: [b\nc: d\n")
    assert [(one.message, one.place) for one in finding.related] == [
        ("what has no end begins here", Place("f.yaml", 1, 4, 1, 4))
    ]


def test_percent_sign_within_a_text_is_a_text() -> None:
    assert read("a: 25% stilling\nb: |\n  x\n  %y\n").findings == ()


@pytest.mark.parametrize(
    ("content", "line", "column", "byte"),
    [
        ("title: Bærum".encode("cp1252"), 1, 9, "0xE6"),
        ("æ: ø\ntitle: ".encode() + "Bærum".encode("cp1252"), 2, 9, "0xE6"),
        ("title: x".encode("utf-16"), 1, 1, "0xFF"),
        (b"\xef\xbb\xbfab\xff", 1, 3, "0xFF"),
        (b"a: \xed\xa0\x80", 1, 4, "0xED"),  # half a character, written as bytes
        (b"a: \xf0\x9f\x98", 1, 4, "0xF0"),  # cut off in the middle of a character
    ],
)
def test_other_encodings_are_told_at_the_first_wrong_byte(
    content: bytes, line: int, column: int, byte: str
) -> None:
    finding = only_finding(content)
    assert finding.code.code == "VR001"
    assert finding.place == Place("f.yaml", line, column, line, column + 1)
    assert finding.values == {"byte": byte}


def test_utf_16_without_its_mark_is_told_at_the_first_zero_byte() -> None:
    assert found(read("ab: c".encode("utf-16-le"))) == [("VR002", 1, 2)]


# --- where values stand ---

PLAN = """\
title: Handlingsplan
columns:
  HP 2018: {adopted_by: sg-1, year: 2018}
areas:
  - id: helse
    name: 'Helse og omsorg'
  - id: kultur
    note: >-
      en
      to
last: x
"""


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        (("title",), False, (1, 8, 1, 21)),
        (("title",), True, (1, 1, 1, 6)),
        (("columns", "HP 2018"), True, (3, 3, 3, 10)),
        (("columns", "HP 2018"), False, (3, 12, 3, 42)),
        (("columns", "HP 2018", "year"), False, (3, 37, 3, 41)),
        (("areas",), False, (5, 3, 5, 3)),
        (("areas", 1), False, (7, 5, 7, 5)),
        (("areas", 0, "name"), False, (6, 11, 6, 28)),
        (("areas", 1, "note"), False, (8, 11, 11, 1)),
        (("last",), False, (11, 7, 11, 8)),
        ((), False, (1, 1, 1, 1)),
        (("areas", 0, "owner"), False, (5, 5, 5, 5)),  # not there: its mapping
        (("areas", 7), False, (4, 1, 4, 6)),  # not there: the key of its list
        (("areas", 7, "id"), False, (4, 1, 4, 6)),
        (("nowhere", "at all"), True, (1, 1, 1, 1)),
        (("columns", "HP 2018", "note"), True, (3, 3, 3, 10)),
    ],
)
def test_path_leads_to_its_place_or_to_the_nearest_above(
    path: tuple[str | int, ...], key: bool, expected: tuple[int, int, int, int]
) -> None:
    spot = Spot("f.yaml", path, key)
    assert read(PLAN).places([spot]) == {spot: Place("f.yaml", *expected)}


def test_alias_and_what_it_stands_for_have_a_place() -> None:
    spots = [Spot("f.yaml", ("b",)), Spot("f.yaml", ("c", 0))]
    places = read("a: &x y\nb: *x\nc: [*x]").places(spots)
    assert [places[spot] for spot in spots] == [Place("f.yaml", 2, 4, 2, 6), Place("f.yaml", 3, 5, 3, 7)]


def test_empty_file_has_one_place() -> None:
    spot = Spot("f.yaml", ("a",))
    assert read("# nothing\n").places([spot]) == {spot: Place("f.yaml", 1, 1, 1, 1)}


def test_places_are_those_of_the_file_asked() -> None:
    assert read(PLAN).places([Spot("other.yaml", ("title",))]) == {}


def test_what_stands_before_a_fault_has_its_place() -> None:
    spots = [Spot("f.yaml", ("a",)), Spot("f.yaml", ("b",)), Spot("f.yaml", ("c",))]
    places = read("a: x\n? [k]\n: v\nb: [\n").places(spots)
    assert [(places[spot].line, places[spot].column) for spot in spots] == [(1, 4), (1, 1), (1, 1)]


# --- a Python without libyaml ---


@pytest.fixture
def no_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel.yaml.cyaml", None)


@pytest.mark.usefixtures("no_libyaml")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAN, []),
        ("a: &x b\nc: *x\n<<: !!str d", [("VR005", 1, 4), ("VR005", 2, 4), ("VR005", 3, 1), ("VR005", 3, 5)]),
        ("a: b\na: c\n---\nd: e", [("VR006", 2, 1), ("VR007", 3, 1)]),
        ("a: [b", [("VR002", 1, 4)]),
        ("a: \x00", [("VR002", 1, 4)]),
        ("%YAML 1.3\n---\na: b", [("VR002", 1, 1)]),
        ("a: " + "[" * 100_000, [("VR004", 1, 35)]),
        ("[a]: b", [("VR008", 1, 1)]),
        ("", [("VR003", 1, 1)]),
    ],
)
def test_without_libyaml_the_same_is_found(text: str, expected: list[Found]) -> None:
    assert found(read(text)) == expected


@pytest.mark.usefixtures("no_libyaml")
def test_without_libyaml_places_are_the_same() -> None:
    spot = Spot("f.yaml", ("columns", "HP 2018", "year"))
    assert read(PLAN).places([spot]) == {spot: Place("f.yaml", 3, 37, 3, 41)}


# --- laws ---


def assert_all_placed(source: Source) -> None:
    lines = source.lines
    for finding in source.findings:
        assert finding.place is not None
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
        assert (finding.place.line, finding.place.column) <= (
            finding.place.end_line,
            finding.place.end_column,
        )
        message(finding)
    assert source.data is not None or source.findings


@settings(deadline=None)
@given(st.binary())
def test_no_bytes_raise(content: bytes) -> None:
    assert_all_placed(read(content))


@settings(deadline=None)
@given(st.text() | st.text("-:[]{}#&*!|>'\"%@`,? \n\tab~<.", max_size=40))
def test_no_text_raises(text: str) -> None:
    assert_all_placed(read(text.encode("utf-8", "surrogatepass")))


@settings(deadline=None)
@given(st.integers(0, len(PLAN) - 1), st.integers(0, 8), st.text(max_size=3))
def test_no_edit_of_a_plan_raises(start: int, length: int, instead: str) -> None:
    edited = PLAN[:start] + instead + PLAN[start + length :]
    assert_all_placed(read(edited.encode("utf-8", "surrogatepass")))


def scalars(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, str):
        yield path, data
    elif data is not None:
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from scalars(value, (*path, step))


WORDS = st.from_regex(r"[a-zæøå0-9]([a-zæøå0-9 .,/–-]{0,12}[a-zæøå0-9])?", fullmatch=True)
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3)
)


def as_block(data: Any, indent: str = "") -> str:
    if isinstance(data, str):
        return f" {data}\n"
    if not data:
        return " {}\n" if isinstance(data, dict) else " []\n"
    steps = [f"{key}:" for key in data] if isinstance(data, dict) else ["-"] * len(data)
    values = data.values() if isinstance(data, dict) else data
    parts = [
        f"{indent}{step}{as_block(value, indent + '  ')}" for step, value in zip(steps, values, strict=True)
    ]
    return "\n" + "".join(parts)


@settings(deadline=None)
@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=4))
def test_place_of_a_plain_text_holds_that_text(data: dict[str, Any]) -> None:
    text = as_block(data)
    source = read(text)
    assert (source.data, source.findings) == (data, ())
    spots = {Spot("f.yaml", path): value for path, value in scalars(data)}
    lines = text.split("\n")
    for spot, place in source.places(spots).items():
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == spots[spot]
