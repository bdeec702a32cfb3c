"""Texts as YAML writes them: plain where every reader takes them for that text, else in quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrplan.edit import Edited, Refused, add_pair
from vrplan.yaml_source import read_yaml

PLAIN = (
    "Avsluttes 30.6.18", "2018-06-30", "2018-06", "35", "35/2017", "sg-2018-16/1", "a:b", "a#b", "a - b", "1.2.2018",
    "–", "«sitat»", "it's", 'si "ja"', "nei, da", "først? [x] nei", "Nordisk", "0", "😀", "c\\d", "30 %", "a & b", "x:",
)[:-1]  # fmt: skip
IN_MARKS = {
    "a: b": '"a: b"', "a:": '"a:"', "a #b": '"a #b"', "#b": '"#b"', "- a": '"- a"', "-": '"-"', "-5": '"-5"',
    "? a": '"? a"', ": a": '": a"', "[a": '"[a"', "]": '"]"', "{a": '"{a"', "}": '"}"', ",a": '",a"', "&a": '"&a"',
    "*a": '"*a"', "!a": '"!a"', "%a": '"%a"', "@a": '"@a"', "`a": '"`a"', "|": '"|"', ">": '">"', "'a'": "\"'a'\"",
    '"a"': "'\"a\"'", "\"a\" 'b'": "'\"a\" ''b'''", " a": '" a"', "a ": '"a "', "": '""', "~": '"~"', "null": '"null"',
    "NULL": '"NULL"', "true": '"true"', "no": '"no"', "Off": '"Off"', "y": '"y"', "<<": '"<<"', "=": '"="',
    "1.5": '"1.5"', ".5": '".5"', "1e3": '"1e3"', "0x1f": '"0x1f"', "007": '"007"', "+1": '"+1"', "1_000": '"1_000"',
    "12:30": '"12:30"', ".inf": '".inf"', ".NaN": '".NaN"', "2018-06-30 12:00": '"2018-06-30 12:00"',
    "...": '"..."', "a\nb": '"a\\nb"', "a\tb": '"a\\tb"', "\a": '"\\a"', "\x1b[31m": '"\\x1b[31m"',
    "a\\\nb": '"a\\\\\\nb"', "\x85": '"\\x85"', "\u2028": '"\\u2028"', "\u202e": '"\\u202e"', "\ufeffa": '"\\ufeffa"',
    "\U0010ffff": "\U0010ffff", "\0": '"\\0"', "\x7f": '"\\x7f"',
}  # fmt: skip
PLAIN_IN_LINES_ONLY = ("a, b", "a]", "a{b", "a:b", "http://x.no", "hva?")


def written(text: str) -> str:
    return add_pair("note: x\n", (), "k", text).text.removeprefix("note: x\nk: ").removesuffix("\n")


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_stays_plain(text: str) -> None:
    assert written(text) == text


@pytest.mark.parametrize(("text", "expected"), IN_MARKS.items())
def test_text_that_would_be_misread_stands_in_quotation_marks(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize("text", PLAIN_IN_LINES_ONLY)
def test_signs_of_brackets_are_kept_out_of_brackets(text: str) -> None:
    assert written(text) == text
    assert add_pair("{a: b}\n", (), "k", text).text == f'{{a: b, k: "{text}"}}\n'


@pytest.mark.parametrize("text", ["a: b", "~", "#", "- a", "a\nb", "[x]"])
def test_key_is_written_as_a_text_is(text: str) -> None:
    edited = add_pair("status: {a: b}\n", ("status",), text, "c")
    assert read_yaml(edited.text.encode(), "x").data == {"status": {"a": "b", text: "c"}}


def test_neighbours_say_which_quotation_marks() -> None:
    assert add_pair("a: 'b'\n", (), "k", "it's").text == "a: 'b'\nk: 'it''s'\n"
    assert add_pair("a: 'b'\n", (), "k", "x\ny").text == "a: 'b'\nk: \"x\\ny\"\n"
    assert add_pair("{'a': \"b\"}\n", (), "k", "x").text == "{'a': \"b\", 'k': \"x\"}\n"


def test_marks_that_a_text_needs_are_no_habit() -> None:
    assert add_pair("'a: b': 'c: d'\n", (), "k", "x").text == "'a: b': 'c: d'\nk: x\n"
    assert add_pair("'a: b': 'c: d'\n'e': 'f'\n", (), "k", "x").text == "'a: b': 'c: d'\n'e': 'f'\n'k': 'x'\n"


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Refused, match="half a character"):
        add_pair("a: b\n", (), "k", "\ud800")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_text_reads_back_to_itself(text: str) -> None:
    for before in ("a: b\n", "{a: b}\n", "a: 'b'\n", 'a: "b"\n'):
        edited = add_pair(before, (), "k", text)
        assert isinstance(edited, Edited)
        assert read_yaml(edited.text.encode(), "x").data == {"a": "b", "k": text}
