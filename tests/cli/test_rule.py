from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vrplan.cli.complete import codes
from vrplan.rules.every import CODES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

HEAVY = ("pydantic", "rich", "ruamel.yaml")
LOOK = f"""
import atexit, sys
from vrplan.__main__ import main
atexit.register(lambda: sys.stderr.write(repr([name for name in {HEAVY} if name in sys.modules])))
main()
"""
ASKED = ["VR307", "vr307", " Vr307 ", "window-reversed", "Window-Reversed"]


@pytest.mark.parametrize("name", ASKED)
def test_page_is_found_by_code_and_by_name_in_any_case(run: Run, name: str) -> None:
    code, out, err = run("rule", name)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "VR307 window-reversed (error)"


def test_page_in_a_pipe_has_a_line_for_each_paragraph(run: Run) -> None:
    _, out, _ = run("rule", "VR307")
    lines = out.splitlines()
    why = lines.pop(5)
    assert lines == [
        "VR307 window-reversed (error)",
        "",
        "What is written as two dates ends on the day it begins, or later.",
        "",
        "Why it matters",
        "",
        "Example",
        "  period: {from: 2018-01-01, to: 2017-12-31}",
        "",
        "Instead",
        "  period: {from: 2018-01-01, to: 2018-12-31}",
    ]
    assert why.startswith("  Mostly last year's number was typed in January")
    assert why.endswith("(`events`).")
    assert out.endswith("2018-12-31}\n")


def test_page_is_wrapped_to_the_width_and_loses_no_word(run: Run) -> None:
    _, piped, _ = run("rule", "VR307")
    _, wrapped, _ = run("rule", "VR307", "--width", "50")
    assert max(len(line) for line in wrapped.splitlines()) <= 50
    assert wrapped.split() == piped.split()


def test_line_of_a_file_is_never_wrapped(run: Run) -> None:
    _, out, _ = run("rule", "VR501", "--width", "40")
    assert "    HP 2018: {text: Overføres fra 1.7.2018, means: {recipient: KHS}}" in out.splitlines()


def test_example_that_cannot_be_quoted_is_a_sentence(run: Run) -> None:
    _, out, _ = run("rule", "VR010")
    assert "  A folder with two files, `actionplan_2018.yaml` and `actionplan_2019.yaml`." in out.splitlines()


def test_page_as_markdown_is_a_document_of_its_own(run: Run) -> None:
    _, out, _ = run("rule", "VR307", "--format", "md")
    assert out.startswith("# VR307 window-reversed\n\n*error*: **What is written as two dates ends on")
    assert out.endswith("Instead:\n\n```yaml\nperiod: {from: 2018-01-01, to: 2018-12-31}\n```\n")


def test_all_pages_as_markdown_are_the_page_in_the_docs(run: Run, root: Path) -> None:
    code, out, err = run("rule", "--all", "--format", "md")
    assert (code, err, out) == (0, "", (root / "docs" / "rules.md").read_text(encoding="utf-8"))


def test_all_pages_as_text_have_every_code_in_order(run: Run) -> None:
    _, out, _ = run("rule", "--all")
    titles = {f"{code.code} {code.name} ({code.severity})" for code in CODES}
    told = [line for line in out.splitlines() if line in titles]
    assert told == sorted(titles)


@pytest.mark.parametrize(
    ("name", "start"),
    [("page.md", "# VR307 window-reversed\n"), ("page.txt", "VR307 window-reversed (error)\n")],
)
def test_name_of_the_file_says_the_form(run: Run, tmp_path: Path, name: str, start: str) -> None:
    path = tmp_path / name
    assert run("rule", "VR307", "-o", str(path)) == (0, "", "")
    assert path.read_text(encoding="utf-8").startswith(start)


def test_form_asked_for_goes_before_the_name_of_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    run("rule", "VR307", "--format", "text", "-o", str(path))
    assert path.read_text(encoding="utf-8").startswith("VR307 window-reversed (error)\n")


@pytest.mark.parametrize(
    ("name", "near"),
    [("VR3O4", "VR304"), ("unred-text", "unread-text"), ("orphan", "orphaned")],
)
def test_unknown_code_gets_the_nearest(run: Run, name: str, near: str) -> None:
    code, out, err = run("rule", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"vrplan: there is no code {name}; did you mean ")
    assert near in err


def test_code_that_is_like_no_other_gets_some_that_there_are(run: Run) -> None:
    code, out, err = run("rule", "\x1bqqqqq")
    assert (code, out) == (2, "")
    assert err.startswith("vrplan: there is no code \\x1bqqqqq; there are: VR001, VR002, ")


def test_without_a_code_all_are_listed_with_their_names(run: Run) -> None:
    code, out, err = run("rule")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "VR0xx: the file"
    assert [line.split() for line in lines if line.startswith("  ")] == [
        [one.code, one.name, one.severity] for one in sorted(CODES, key=lambda one: one.code)
    ]
    assert lines[-1] == "vrplan rule CODE tells what one means, vrplan rule --all what all do."
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("words", [["--format", "md"], ["-o", "codes.md"]])
def test_list_of_codes_is_no_page(run: Run, words: list[str]) -> None:
    line = "vrplan: the list of codes is text; for the pages as Markdown ask for --all, or name a code\n"
    assert run("rule", *words) == (2, "", line)


def test_a_code_and_all_is_wrong_use(run: Run) -> None:
    assert run("rule", "VR301", "--all") == (2, "", "vrplan: name a code or ask for --all, not both\n")


def test_help_loads_nothing_heavy(process: Run) -> None:
    code, out, err = process("rule", "--help", python=("-c", LOOK))
    assert (code, err) == (0, "[]")
    assert "What a code means" in out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("VR30", ["VR301", "VR302", "VR303", "VR304", "VR305", "VR306", "VR307"]),
        ("vr307", ["vr307"]),
        ("rep", ["repaired-text", "repeated-decision", "repeated-id", "replaced-decision"]),
        ("quite", []),
    ],
)
def test_codes_are_completed_and_then_names(typed: str, offered: list[str]) -> None:
    told = [name for name, _ in codes(typed)]
    assert set(offered) <= set(told)
    assert told == sorted(told)
    assert all(name.startswith(typed) for name in told)


def test_nothing_typed_offers_the_codes_with_their_names() -> None:
    assert codes("") == sorted((code.code, code.name) for code in CODES)
