from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vrplan.findings import Finding
from vrplan.render import findings_as
from vrplan.render.run import Run
from vrplan.reports.check import CheckReport

Found = Callable[..., Finding]
Reported = Callable[..., CheckReport]
Commands = Callable[[str], tuple[list[Any], list[str]]]


def test_finding_is_an_annotation_with_its_place_its_code_and_what_to_do(
    found: Found, report: Reported
) -> None:
    assert findings_as("github", report(found())) == (
        "::error file=plan.yaml,line=1,col=8,endLine=1,endColumn=13,title=VR901 made-up-error"
        "::It is wrong%0Ahelp: mend it\n1 error\n"
    )


def test_errors_come_first_and_findings_of_one_weight_by_place(
    found: Found, report: Reported, commands_in: Commands
) -> None:
    weights = ["info", "warning", "error", "info", "error"]
    placed = [
        found(weight, f"{number}", ("plan.yaml", number, 1, number, 2))
        for number, weight in enumerate(weights, 1)
    ]
    commands, plain = commands_in(findings_as("github", report(*placed)))
    assert [(one.name, one.properties["line"]) for one in commands] == [
        ("error", "3"),
        ("error", "5"),
        ("warning", "2"),
        ("notice", "1"),
        ("notice", "4"),
    ]
    assert plain == ["2 errors, 1 warning, 2 infos"]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (("p.yaml", 3, 5, 3, 5), {"line": "3", "col": "5", "endLine": "3", "endColumn": "5"}),
        (("p.yaml", 3, 5, 6, 2), {"line": "3", "endLine": "6"}),  # columns would cost it its place
        (("p.yaml", 3, 5, 6, 1), {"line": "3", "endLine": "5"}),  # it ends before line 6 begins
        (("p.yaml", 3, 5, 4, 1), {"line": "3", "endLine": "3"}),
        ("p.yaml", {}),  # a finding about the file as a whole gets no invented line
    ],
)
def test_place_is_told_as_far_as_github_takes_it(
    found: Found, report: Reported, commands_in: Commands, place: object, told: dict[str, str]
) -> None:
    (command,), _ = commands_in(findings_as("github", report(found(place=place))))
    assert command.properties == {"file": "p.yaml"} | told | {"title": "VR901 made-up-error"}


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        ("100 % of it", "100 % of it"),
        ("a %0A b %25 c", "a %0A b %25 c"),
        ("one\r\ntwo", "one two"),
        ("::error::x", "::error::x"),
        ("a::stop-commands::b", "a::stop-commands::b"),
        ("##[add-mask]e", r"##\x5badd-mask]e"),
        ("##vso[task.setvariable variable=x]y", r"##vso\x5btask.setvariable variable=x]y"),
        ("a,line=9,title=x: y", "a,line=9,title=x: y"),
        ("\x1b[31m\x07", r"\x1b[31m\x07"),
    ],
)
def test_text_of_a_file_is_read_back_and_never_obeyed(
    found: Found, report: Reported, commands_in: Commands, says: str, shown: str
) -> None:
    out = findings_as("github", report(found(says=says, do=says), found("info", says, accepted=says)))
    (command,), plain = commands_in(out)
    assert command.data == f"{shown}\nhelp: {shown}"
    assert plain[1] == f"plan.yaml:1:8: VR903 info: {shown} (accepted: {shown})"


@pytest.mark.parametrize(
    "name", ["a,b.yaml", "a:b.yaml", "100%.yaml", "::error::x.yaml", "a::b=c.yaml", " ::debug::x"]
)
def test_name_of_a_file_is_read_back_and_never_obeyed(
    found: Found, report: Reported, commands_in: Commands, name: str
) -> None:
    place = (name, 1, 1, 1, 2)
    (command,), plain = commands_in(
        findings_as("github", report(found(place=place), found(place=place, accepted="ja")))
    )
    assert command.properties["file"] == name
    assert [line.removeprefix("./").startswith(f"{name}:1:1: VR901 error: ") for line in plain] == [
        False,
        True,
        False,
    ]


def test_paths_are_those_of_the_repository(found: Found, report: Reported, commands_in: Commands) -> None:
    run = Run(paths={"plan.yaml": "møte/2018/plan.yaml"})
    (command,), _ = commands_in(findings_as("github", report(found()), run))
    assert command.properties["file"] == "møte/2018/plan.yaml"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (9, ["9 warnings"]),
        (10, ["10 warnings"]),
        (
            11,
            [
                "plan.yaml:1:8: VR902 warning: 11",
                "GitHub shows 10 annotations of a kind: 10 of 11 warnings. The others stand above.",
                "11 warnings",
            ],
        ),
    ],
)
def test_what_github_would_not_show_is_a_plain_line_and_counted(
    found: Found, report: Reported, commands_in: Commands, number: int, told: list[str]
) -> None:
    many = report(*(found("warning", str(one)) for one in range(1, number + 1)))
    commands, plain = commands_in(findings_as("github", many))
    assert [one.data.split("\n")[0] for one in commands] == [
        str(one) for one in range(1, min(number, 10) + 1)
    ]
    assert plain == told


def test_each_weight_has_ten_annotations_of_its_own(
    found: Found, report: Reported, commands_in: Commands
) -> None:
    many = report(*(found(weight) for weight in ("error", "warning", "info") for _ in range(12)))
    commands, plain = commands_in(findings_as("github", many, Run(summarised=True)))
    assert [one.name for one in commands] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert plain[-2] == (
        "GitHub shows 10 annotations of a kind: 10 of 12 errors, 10 of 12 warnings, 10 of 12 infos. "
        "The others stand above; the job summary has all of them."
    )
    assert len(plain) == 6 + 2


def test_accepted_finding_is_listed_and_no_annotation(
    found: Found, report: Reported, commands_in: Commands
) -> None:
    seen = found("warning", accepted="Styret har sett det")
    commands, plain = commands_in(findings_as("github", report(seen, found("info"))))
    assert [one.name for one in commands] == ["notice"]
    assert plain == [
        "Looked at and accepted:",
        "plan.yaml:1:8: VR902 warning: It is wrong (accepted: Styret har sett det)",
        "1 info; 1 accepted",
    ]


def test_quiet_tells_the_findings_alone(found: Found, report: Reported, commands_in: Commands) -> None:
    many = report(*(found() for _ in range(11)))
    commands, plain = commands_in(findings_as("github", many, Run(quiet=True)))
    assert (len(commands), plain) == (10, ["plan.yaml:1:8: VR901 error: It is wrong"])
    assert findings_as("github", report(), Run(quiet=True)) == ""
    assert findings_as("github", report()) == "no findings\n"
