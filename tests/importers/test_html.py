"""A web page: merged, nested and unclosed cells, what a reader does not see, letter sets."""

from __future__ import annotations

from typing import Any

import pytest

from vrplan.importers.html import read_html
from vrplan.importers.paper import MOST_ROWS, Paragraph, Struck, Table, Unreadable


def paragraphs(text: str) -> list[tuple[str, bool]]:
    blocks = read_html(text.encode(), "plan.html").blocks
    return [(block.text, block.is_strong) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td>A<td>b<tr><td>C", [["A", "b"], ["C"]]),  # ragged, and nothing closed
        ("<tr><td colspan=2>A<td>b", [["A", "<", "b"]]),
        ("<tr><td rowspan=2>A<td>b<tr><td>c<tr><td>D<td>e", [["A", "b"], ["^", "c"], ["D", "e"]]),
        ("<tr><td>A<td rowspan=2>b<tr><td>c", [["A", "b"], ["c", "^"]]),
        ("<tr><td rowspan=2 colspan=2>A<td>b<tr><td>c", [["A", "<", "b"], ["^", "^<", "c"]]),
        ("<tr><td rowspan=0>A<td>b<tr><td>c<tr><td>d", [["A", "b"], ["^", "c"], ["^", "d"]]),
        ("<tr><td rowspan=9>A<td>b<tr><td>c", [["A", "b"], ["^", "c"]]),
        ("<tr><td colspan=x>A<td rowspan=-1>b", [["A", "b"]]),
        ("<tr><td>A<br>B<p>C</p><ul><li>d<li>e</ul>", [["A\nB\nC\nd\ne"]]),
        ("<tr><td>\n  A\n  B  </td>", [["A B"]]),
        ("<thead><tr><th>A<tbody><tr><td>b", [["A"], ["b"]]),
    ],
)
def test_the_cells_of_a_table(rows: str, expected: list[list[str]], tables: Any) -> None:
    assert tables(read_html(f"<table>{rows}</table>".encode(), "plan.html")) == [expected]


def test_nested_tables_come_after_the_one_that_holds_them(tables: Any) -> None:
    inner = b"<table><tr><td>inne<table><tr><td>innerst</table></table>"
    page = b"<table><tr><td>A" + inner + b"B<td>c</table><table><tr><td>sist</table>"
    paper = read_html(page, "plan.html")
    assert tables(paper) == [[["A\nB", "c"]], [["inne"]], [["innerst"]], [["sist"]]]
    assert [block.number for block in paper.blocks if isinstance(block, Table)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>en<p>to", [("en", False), ("to", False)]),
        ("løst<div>inne</div>etter", [("løst", False), ("inne", False), ("etter", False)]),
        ("<p><b>fet</b> <strong>også</strong></p>", [("fet også", True)]),
        ("<p style='font-weight: bold'>fet</p>", [("fet", True)]),
        ("<p><b>nesten</b> fet</p>", [("nesten fet", False)]),
        ("<p>a&nbsp;b<br>c &aring;</p>", [("a b\nc å", False)]),
        ("<script>x</script><style>y</style><!-- z --><p>en", [("en", False)]),
        ("<table><caption>Over</caption><tr><td>A</table>", [("Over", False)]),
        ("<title>Sak 15/2018</title><h1>Plan</h1>", [("Sak 15/2018", False)]),
        ("<title>Plan</title><h1>Plan</h1>", []),
    ],
)
def test_paragraphs(page: str, expected: list[tuple[str, bool]]) -> None:
    assert paragraphs(page) == expected


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<p>a</p><div hidden>b</div>", "hidden text was left out"),
        ("<p>a</p><div style='display: none'>b</div>", "hidden text was left out"),
        ("<p>a<img src='http://x.no/y.png'></p>", "pictures were not read"),
        (
            "<p>a<iframe src='http://x.no'></iframe></p>",
            "another page that is shown inside this one was not read",
        ),
    ],
)
def test_what_is_not_read_is_told(page: str, told: str) -> None:
    paper = read_html(page.encode(), "plan.html")
    assert paper.lost == (told,)
    assert paper.blocks == (Paragraph("a", "paragraph 1"),)


def test_a_table_of_tabs_in_preformatted_text(tables: Any) -> None:
    paper = read_html(b"<pre>Plan\n\nTiltak\tHP\nA\tb\n</pre><table><tr><td>sist</table>", "plan.html")
    assert tables(paper) == [[["Tiltak", "HP"], ["A", "b"]], [["sist"]]]
    assert paper.blocks[0] == Paragraph("Plan", "paragraph 1, line 1")


@pytest.mark.parametrize(
    "struck",
    ["<s>b</s>", "<strike>b</strike>", "<del>b</del>", "<i style='text-decoration: line-through'>b</i>"],
)
def test_struck_text_is_left_out_and_told_with_its_place(struck: str, tables: Any) -> None:
    paper = read_html(f"<p>a {struck}</p><table><tr><td>1<tr><td>{struck} c</table>".encode(), "plan.html")
    assert paper.blocks[0] == Paragraph("a", "paragraph 1")
    assert tables(paper) == [[["1"], ["c"]]]
    assert paper.lost == ()
    assert paper.struck == (Struck("b", "paragraph 1"), Struck("b", "table 1, row 2"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("<meta charset=iso-8859-1><p>på".encode("latin-1"), ()),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>på".encode("cp1252"),
            (),
        ),
        ("<meta charset=latin-1><p>på".encode("cp1252"), ()),
        ("<?xml version='1.0' encoding='iso-8859-1'?><p>på".encode("latin-1"), ()),
        ("<meta charset=utf-8><p>på".encode("utf-16"), ()),
        ("<p>på".encode("latin-1"), ("its letters were read as Windows-1252 (Latin-1): they are not UTF-8",)),
        ("<meta charset=no-such><p>på".encode(), ()),
        ("<meta charset=unicode_escape><p>på".encode(), ()),
    ],
)
def test_letter_sets(data: bytes, told: tuple[str, ...]) -> None:
    paper = read_html(data, "plan.html")
    assert (paper.blocks, paper.lost) == ((Paragraph("på", "paragraph 1"),), told)


def test_a_page_that_names_latin_1_is_read_as_browsers_do() -> None:
    paper = read_html("<meta charset=latin-1><p>2016 – 2018".encode("cp1252"), "plan.html")
    assert paper.blocks == (Paragraph("2016 – 2018", "paragraph 1"),)


def test_a_page_that_nests_deep_is_read_as_far_as_it_goes() -> None:
    paper = read_html(
        b"<p>begin</p>" + b"<div>" * 1_000 + b"<p>deep</p>" + b"<div>" * 5_000 + b"deeper", "plan.html"
    )
    assert paper.blocks == (Paragraph("begin", "paragraph 1"), Paragraph("deep", "paragraph 2"))
    assert paper.lost == ("the page is nested too deep: what lies deeper was not read",)


def test_a_long_table_is_cut_and_told() -> None:
    page = b"<table>" + b"<tr><td>A<td>b" * (MOST_ROWS + 5) + b"</table><p>etter"
    paper = read_html(page, "plan.html")
    table = paper.blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == MOST_ROWS
    assert paper.lost == (
        f"table 1, row {MOST_ROWS + 1}: the table is too long, nothing was read from here to its end",
    )
    assert paper.blocks[1] == Paragraph("etter", "paragraph 1")


def test_merged_cells_do_not_swell_without_end() -> None:
    page = b"<table><tr>" + b"<td rowspan=0 colspan=1000>A" + b"<tr><td>b" * 10_000 + b"</table>"
    paper = read_html(page, "plan.html")
    table = paper.blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == 5_000
    assert {len(row.cells) for row in table.rows} == {100}
    assert "nothing was read from here" in paper.lost[-1]


@pytest.mark.parametrize("data", [b"", b"   ", b"<html></html>", b"<!--", b"<script>x</script>"])
def test_a_page_without_text_is_told_in_one_line(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^x\.html holds no text$"):
        read_html(data, "x.html")
