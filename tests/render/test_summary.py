from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from vrplan.findings import Finding
from vrplan.render.run import Run
from vrplan.render.summary import summary
from vrplan.reports.check import CheckReport

Found = Callable[..., Finding]
Reported = Callable[..., CheckReport]

PLENTY = 1_000_000
EMPTY_SPACE = "\u200b"
# What GitHub makes of text that is no markup: people and teams, issues, addresses, mail addresses, emoji.
LINKED = re.compile(
    r"(?:^|[^\w`])@[a-z\d][a-z\d-]*|#\d|\bGH-\d|https?://|ftp://|\bwww\.|[\w.+-]+@[\w-]+\.|:[\w+-]+:",
    re.IGNORECASE,
)


def page_of(markdown: str) -> str:
    """The page as HTML, tables included, with nothing of Markdown switched off."""
    return str(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(markdown))


def cells_in(page: str) -> list[str]:
    return re.findall(r"<td>(.*?)</td>", page)


def test_findings_stand_in_tables_by_weight_and_the_accepted_ones_last(
    found: Found, report: Reported
) -> None:
    told = report(found("info"), found(), found("warning", accepted="Styret har sett det"), found("warning"))
    assert summary(told, Run(), PLENTY) == (
        "## Handlingsplan: 1 error, 1 warning, 1 info; 1 accepted\n"
        "\n"
        "### Errors\n"
        "\n"
        "| Where | Code | What | What to do |\n"
        "| --- | --- | --- | --- |\n"
        "| plan.yaml:1 | VR901 made-up-error | It is wrong | mend it |\n"
        "\n"
        "### Warnings\n"
        "\n"
        "| Where | Code | What | What to do |\n"
        "| --- | --- | --- | --- |\n"
        "| plan.yaml:1 | VR902 made-up-warning | It is wrong | mend it |\n"
        "\n"
        "### Infos\n"
        "\n"
        "| Where | Code | What | What to do |\n"
        "| --- | --- | --- | --- |\n"
        "| plan.yaml:1 | VR903 made-up-info | It is wrong | mend it |\n"
        "\n"
        "### Looked at and accepted\n"
        "\n"
        "| Where | Code | What | Why |\n"
        "| --- | --- | --- | --- |\n"
        "| plan.yaml:1 | VR902 made-up-warning | It is wrong | Styret har sett det |\n"
    )


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Handlingsplan 2018", "## Handlingsplan 2018: no findings\n"),
        (None, "## The plan cannot be read: no findings\n"),
    ],
)
def test_heading_is_the_plan(report: Reported, title: str | None, heading: str) -> None:
    assert summary(report(title=title), Run(), PLENTY) == heading


def test_finding_without_a_place_names_its_file_as_the_repository_does(
    found: Found, report: Reported
) -> None:
    page = summary(report(found(place="plan.yaml")), Run(paths={"plan.yaml": "møter/plan.yaml"}), PLENTY)
    assert page.splitlines()[-1].startswith("| møter/plan.yaml | VR901 ")


@pytest.mark.parametrize(
    "says",
    [
        "<script>alert(1)</script> <img src=x onerror=y> <!-- x",
        "![bilde](https://evil.example/x.png) [lenke](https://evil.example) <https://evil.example>",
        "a | b || c \\| d",
        "`kode` ``` *en* **to** _tre_ ~~fire~~ # fem",
        "@octocat @org/team takk, #123 og org/repo#4, GH-5",
        "https://evil.example/?a=b www.evil.example post@evil.example ftp://evil.example",
        ":smile: :white_check_mark: :+1:",
        "&lt; &copy; &#60;",
        "\x1b[31m \x07 \u202e \u2028 one\ntwo",
        "[x]: https://evil.example",
        "$\\alpha$ ```mermaid",
    ],
)
def test_nothing_in_a_file_takes_effect(found: Found, report: Reported, says: str) -> None:
    told = report(found(says=says, do=says), found("warning", accepted=says), title=says)
    page = page_of(summary(told, Run(), PLENTY))
    assert set(re.findall(r"</?(\w+)", page)) == {"h2", "h3", "table", "thead", "tbody", "tr", "th", "td"}
    assert len(cells_in(page)) == 8
    assert cells_in(page)[2] == cells_in(page)[3] == cells_in(page)[7]
    assert LINKED.search(cells_in(page)[2]) is None
    assert EMPTY_SPACE not in cells_in(page)[0]


@pytest.mark.parametrize("says", ["Møtet 14.6.2018 kl. 12:30, sak 16/2018 – «Ja»", "C# og 100 % (se s. 4)"])
def test_plain_words_stay_as_they_are(found: Found, report: Reported, says: str) -> None:
    assert cells_in(page_of(summary(report(found(says=says)), Run(), PLENTY)))[2] == says


@pytest.mark.parametrize("room", [50, 200, 1000, 5000, 9999])
def test_long_summary_is_cut_between_findings_and_says_so(found: Found, report: Reported, room: int) -> None:
    told = report(*(found(says=f"Ærlig talt {number}") for number in range(1000)))
    page = summary(told, Run(), room)
    assert len(page.encode()) <= room
    rows = page.count("| plan.yaml:1 |")
    ending = f"\nThe summary is cut here: it may not be longer. {1000 - rows} more stand in the log.\n"
    assert page.endswith(ending) or (page == "" and room == 50)


def test_summary_that_just_fits_is_not_cut(found: Found, report: Reported) -> None:
    told = report(found())
    whole = summary(told, Run(), PLENTY)
    notice = len("\nThe summary is cut here: it may not be longer. 1 more stand in the log.\n")
    assert summary(told, Run(), len(whole) + notice) == whole
    assert "is cut here" in summary(told, Run(), len(whole) + notice - 1)
