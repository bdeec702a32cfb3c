from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any, get_args
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vrplan.phrases import Context
from vrplan.render import FindingsForm, Form, findings_as, phrases_as, report_as
from vrplan.render.safe import cell, markdown, visible
from vrplan.reports.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrplan.findings import Finding
    from vrplan.render import Report
    from vrplan.reports.check import CheckReport

    Reports = Callable[..., dict[str, Report]]
    Commands = Callable[[str], tuple[list[Any], list[str]]]

# What is written, and how it stands in a text.
HOSTILE = {
    "rich markup": ("[red]x[/red] [bold] [/]", "[red]x[/red] [bold] [/]"),
    "rich emoji": ("Q3 :smile:", "Q3 :smile:"),
    "ansi": ("\x1b[31mred", r"\x1b[31mred"),
    "one-byte csi": ("\x9b31mred", r"\x9b31mred"),
    "osc": ("\x1b]0;title\x07x", r"\x1b]0;title\x07x"),
    "bell and backspace": ("a\x07\x08b", r"a\x07\x08b"),
    "nul and del": ("a\x00\x7fb", r"a\x00\x7fb"),
    "bidi": ("a\u202eb\u2066c\u200fd", r"a\u202eb\u2066c\u200fd"),
    "line breaks": ("one\ntwo\r\nthree\u2028four\x85five", "one two three four five"),
    "tab": ("one\ttwo", "one two"),
    "html": ("<b>x</b> &lt; <script>", "<b>x</b> &lt; <script>"),
    "markdown": ("`x` *y* _z_ [a](b) # |", "`x` *y* _z_ [a](b) # |"),
    "pipes": ("a | b || c", "a | b || c"),
    "braces": ("{0} {x.__class__} {} {{", "{0} {x.__class__} {} {{"),
    "percent": ("%s %(x)s 100 %", "%s %(x)s 100 %"),
    "backslash": (r"\x1b \n \1", r"\x1b \n \1"),
    "quotation marks": ("\"a\" 'b' «c» “d”", "\"a\" 'b' «c» “d”"),
    "formula": ("=1+1", "=1+1"),
    "draft": ("[draft]", "[draft]"),
    "workflow command": ("::error::x ::stop-commands::y", "::error::x ::stop-commands::y"),
    "order to a build service": ("##[add-mask]e ##vso[task.x]", r"##\x5badd-mask]e ##vso\x5btask.x]"),
    "end of cdata": ("]]> <![CDATA[ -->", "]]> <![CDATA[ -->"),
    "no character": ("a\ufffeb\uffff", r"a\ufffeb\uffff"),
}
hostile = pytest.mark.parametrize(("written", "shown"), HOSTILE.values(), ids=HOSTILE)
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Any text that YAML can hold, with the characters that somebody obeys more often than chance gives them.
TEXTS = st.text(
    st.one_of(
        st.sampled_from("[]{}<>|\\`*_#=+-@%&~!:;\"'\x1b\x07\x9b\x85\u202e\u2028\t\r\n\x00 "),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=25,
)
laws = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Wide:
    """A terminal so wide that nothing needs a second line."""

    width = 1000
    colour = False


class Narrow:
    """The narrowest terminal that is laid out for, in colour."""

    width = 40
    colour = True


def unmarked(page: str) -> str:
    """A Markdown page as it is read: without the backslashes that take its meaning from a character."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", page)


@hostile
@pytest.mark.parametrize("field", ["name", "text", "party", "focus_text"])
def test_user_text_stands_in_every_report_as_text(
    reports_on: Reports, field: str, written: str, shown: str
) -> None:
    # Of what stands beside, `status` tells only the number; at a terminal `timeline` tells no words at all.
    untold = {"status": {"focus_text"}, "timeline": {"focus_text", "text"}}
    for command, report in reports_on(**{field: written}).items():
        if field not in untold.get(command, set()):
            assert shown in report_as("text", report)
            assert shown in report_as("text", report, Wide())
            assert shown in unmarked(report_as("md", report))


@hostile
def test_user_text_stands_in_csv_and_json_as_text(reports_on: Reports, written: str, shown: str) -> None:
    report = reports_on(name=written)["status"]
    first, second = csv.DictReader(io.StringIO(report_as("csv", report), newline=""))
    assert (first["name"], second["name"]) == ("'" + shown if shown == "=1+1" else shown, "Another")
    document = report_as("json", report)
    assert json.loads(document)["items"][0]["name"] == written
    assert re.search(r"##\w*\[", document) is None


@hostile
@pytest.mark.parametrize("form", get_args(Form))
def test_nothing_unseen_reaches_the_screen(
    reports_on: Reports, fields: tuple[str, ...], form: Form, written: str, shown: str
) -> None:
    texts = {field: f"{field} {written}" for field in fields}
    for report in reports_on(**texts).values():
        out = report_as(form, report)
        assert UNSEEN.findall(out.replace("\r\n", "\n")) == []
    assert shown == visible(written)


@hostile
def test_colour_is_the_only_escape_at_a_terminal(reports_on: Reports, written: str, shown: str) -> None:
    for report in reports_on(name=written, area=written, resource=written).values():
        told = re.sub("\x1b\\[[0-9;]+m", "", report_as("text", report, Narrow()))
        assert UNSEEN.findall(told) == []
        assert "".join(shown.split())[:4] in "".join(told.split())


def _sentences(form: FindingsForm, out: str, commands_in: Commands) -> list[str]:
    """What each finding says, as a reader of this form understands it."""
    match form:
        case "full" | "concise":
            return re.findall(r": VR\d{3} error: (.*)$", out, re.MULTILINE)
        case "json":
            return [one["message"] for one in json.loads(out)["findings"]]
        case "csv":
            return [one["message"] for one in csv.DictReader(io.StringIO(out))]
        case "sarif":
            return [one["message"]["text"].split("\n")[0] for one in json.loads(out)["runs"][0]["results"]]
        case "junit":
            return [one.attrib["message"] for one in ElementTree.fromstring(out.encode()).iter("failure")]
        case "github":
            commands, plain = commands_in(out)
            assert len(plain) == 1
            return [one.data.split("\n")[0] for one in commands]


@hostile
@pytest.mark.parametrize("form", get_args(FindingsForm))
def test_findings_quote_user_text_as_text(
    checked: Callable[[str], CheckReport], commands_in: Commands, form: FindingsForm, written: str, shown: str
) -> None:
    key = "".join(one if one.isalnum() else f"\\U{ord(one):08X}" for one in written)
    out = findings_as(form, checked(f'plan: x\n"{key}": 1\n'))
    assert UNSEEN.findall(out.replace("\r\n", "\n")) == []
    assert f"the key {shown} is not used here" in _sentences(form, out, commands_in)


@laws
@given(text=TEXTS, form=st.sampled_from(get_args(FindingsForm)))
def test_every_form_is_read_back_by_a_reader_of_it(
    found: Callable[..., Finding],
    report: Callable[..., CheckReport],
    commands_in: Commands,
    text: str,
    form: FindingsForm,
) -> None:
    says = f"“{text}”"
    out = findings_as(form, report(found(says=says, do=text)))
    assert _sentences(form, out, commands_in) == [visible(says)]
    assert UNSEEN.findall(out.replace("\r\n", "\n")) == []


@hostile
def test_read_shows_user_text_as_text(written: str, shown: str) -> None:
    phrases = list(read([written], Context(2018)))
    assert phrases_as("text", phrases, explain=True).startswith(f"{shown}\n  ")
    assert UNSEEN.findall(phrases_as("text", phrases, explain=True)) == []
    line = phrases_as("json", phrases, explain=False)
    assert (json.loads(line)["phrase"], line.count("\n"), UNSEEN.findall(line)) == (written, 1, [])


def test_half_characters_from_the_command_line_are_shown() -> None:
    phrases = list(read(["L\udcf8pende"], Context(2018)))
    assert phrases_as("text", phrases, explain=False).startswith("L\\udcf8pende\n")
    assert "\\udcf8" in phrases_as("json", phrases, explain=False)


@laws
@given(data=st.data())
def test_no_report_drops_user_text(reports_on: Reports, fields: tuple[str, ...], data: st.DataObject) -> None:
    texts = _different_texts(fields, data)
    reports = reports_on(**texts)
    told = "".join(report_as("text", report) for report in reports.values())
    wide = "".join(report_as("text", report, Wide()) for report in reports.values())
    page = unmarked("".join(report_as("md", report) for report in reports.values()))
    for field in set(texts) - {"alias"}:
        assert visible(texts[field]) in told
        assert visible(texts[field]) in wide
        assert visible(texts[field]) in page


@laws
@given(data=st.data())
def test_csv_has_a_row_an_item_and_no_formula(
    reports_on: Reports, fields: tuple[str, ...], data: st.DataObject
) -> None:
    texts = _different_texts(fields, data)
    # Of the decision and its point; of two items, the plan, two columns, a decision, four parties, body, paper, notes.
    numbers = {"status": 2, "transfers": 1, "why": 2, "decisions": 2, "diff": 13, "timeline": 4}
    for command, report in reports_on(**texts).items():
        rows = list(csv.reader(io.StringIO(report_as("csv", report), newline="")))
        assert len(rows) == 1 + numbers[command]
        assert {len(row) for row in rows} == {len(rows[0])}
        assert [one for row in rows for one in row if one.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@laws
@given(data=st.data())
def test_json_gives_user_text_back_exactly(
    reports_on: Reports, fields: tuple[str, ...], data: st.DataObject
) -> None:
    texts = _different_texts(fields, data)
    reports = {command: json.loads(report_as("json", one)) for command, one in reports_on(**texts).items()}
    item, transfer = reports["status"]["items"][0], reports["transfers"]["transfers"][0]
    shared = ("name", "focus_area", "text")
    assert {key: item[key] for key in (*shared, "measure", "resource", "column", "area")} == {
        key: texts[key] for key in (*shared, "measure", "resource", "column", "area")
    }
    assert {key: transfer[key] for key in shared} == {key: texts[key] for key in shared}
    assert (item["to"], transfer["to"]) == (texts["party"], texts["party"])
    (event,) = reports["why"]["events"]
    assert (event["who"], event["source"], event["note"]) == (
        texts["who"],
        texts["source"],
        texts["event_note"],
    )
    assert reports["why"]["statements"][0]["decision"]["case"] == texts["case"]


@laws
@given(data=st.data(), width=st.integers(40, 240), colour=st.booleans())
def test_no_terminal_is_too_narrow(
    reports_on: Reports, fields: tuple[str, ...], data: st.DataObject, width: int, colour: bool
) -> None:
    class Screen:
        def __init__(self) -> None:
            self.width, self.colour = width, colour

    for report in reports_on(**_different_texts(fields, data)).values():
        assert report_as("text", report, Screen()).endswith("\n")


@laws
@given(text=TEXTS)
def test_what_is_made_harmless_stays_so(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert UNSEEN.findall(visible(text)) == []
    assert unmarked(markdown(text)) == visible(text)
    assert cell(text) in {visible(text), "'" + visible(text)}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+47 22 00 00 00", "'+47 22 00 00 00"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", " =1+1"),
        ("1-2", "1-2"),
        ("a=1", "a=1"),
    ],
)
def test_cell_never_begins_like_a_formula(text: str, shown: str) -> None:
    assert cell(text) == shown


def _different_texts(fields: tuple[str, ...], data: st.DataObject) -> dict[str, str]:
    """A text for each field. Keys of one mapping and names of parties must differ, so they are numbered."""
    texts = {field: data.draw(TEXTS, label=field) for field in fields}
    numbered = ("organisation", "party", "party_name", "alias", "column")
    return texts | {field: f"{texts[field]}{number}" for number, field in enumerate(numbered)}
