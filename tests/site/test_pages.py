"""Every page of the sites: whole, well-formed, closed in itself, the same every time, and safe from what names hold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

import html5lib
import pytest

from vrplan.cli.plan import checked, load_sound, view_of
from vrplan.site import Edition, Origin, paths

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
PLANS = ("shipped", "example", "hostile")
OUTSIDE = {
    "shipped": ("https://docplayer.me/1453951", "https://vestregionen.no/om/vestregionens-framtid"),
    "example": (),
    "hostile": (),
}
"""The addresses of papers on the web, which pages lead to."""


def parsed(page: Path) -> ElementTree.Element:
    """A page, read as strictly as the standard is written."""
    reader = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    read: ElementTree.Element = reader.parse(page.read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="session")
def read(sites: dict[str, Path]) -> dict[str, dict[str, ElementTree.Element]]:
    return {
        name: {page.relative_to(folder).as_posix(): parsed(page) for page in sorted(folder.rglob("*.html"))}
        for name, folder in sites.items()
    }


Read = dict[str, dict[str, ElementTree.Element]]


@pytest.mark.parametrize("plan", PLANS)
def test_every_link_leads_somewhere_within_the_site(read: Read, sites: dict[str, Path], plan: str) -> None:
    base, folder = "http://x/a/", sites[plan]
    anchors = {
        path: {one.get("id") for one in page.iter() if one.get("id")} for path, page in read[plan].items()
    }
    lost = []
    for path, page in read[plan].items():
        for one in page.iter():
            for address in (one.get("href"), one.get("src")):
                if address is None:
                    continue
                if address in OUTSIDE[plan]:
                    assert one.get("rel") == "noopener"
                    continue
                target, anchor = urldefrag(urljoin(base + path, address))
                name = target.removeprefix(base)
                found = (folder / name).is_file() and (not anchor or anchor in anchors[name])
                if address.startswith("/") or not target.startswith(base) or not found:
                    lost.append((path, address))
    assert lost == []


def test_finding_leads_to_its_place_among_those_that_are_accepted(sites: dict[str, Path]) -> None:
    page = (sites["hostile"] / "items" / "siste.html").read_text(encoding="utf-8")
    assert '<a href="../findings.html#VR504-accepted">VR504</a>' in page
    findings = (sites["hostile"] / "findings.html").read_text(encoding="utf-8")
    assert re.findall(r'<h3 id="(VR504\S*)">', findings) == ["VR504-accepted"]


def test_what_was_passed_on_comes_from_whom_it_was_given_to(read: Read) -> None:
    rows = [
        ["".join(cell.itertext()) for cell in row] for row in read["hostile"]["hand-overs.html"].iter("tr")
    ]
    assert [row[1:3] for row in rows if row[0] == "Videre"] == [["KHS", "khs-2"]]


@pytest.mark.parametrize("plan", PLANS)
def test_no_name_of_a_place_stands_twice_on_a_page(read: Read, plan: str) -> None:
    for path, page in read[plan].items():
        names = [one.get("id") for one in page.iter() if one.get("id")]
        assert (path, len(names)) == (path, len(set(names)))


@pytest.mark.parametrize("plan", PLANS)
def test_every_page_carries_the_policy_a_language_one_heading_and_landmarks(read: Read, plan: str) -> None:
    for path, page in read[plan].items():
        policy = page.find(".//meta[@http-equiv='Content-Security-Policy']")
        assert (path, policy is not None and policy.get("content")) == (path, POLICY)
        assert (path, page.get("lang")) == (path, "en")
        assert (
            path,
            [len(page.findall(f".//{one}")) for one in ("h1", "main", "nav", "header", "footer")],
        ) == (
            path,
            [1, 1, 1, 1, 1],
        )
        assert page.findall(".//*[@style]") == []
        assert page.findall(".//*[@onclick]") == []
        assert [one.get("src") for one in page.iter("script") if one.text or not one.get("src")] == []


@pytest.mark.parametrize("plan", PLANS)
def test_every_table_says_what_it_is_and_what_its_columns_and_rows_are(read: Read, plan: str) -> None:
    for path, page in read[plan].items():
        for table in page.iter("table"):
            caption = table.find("caption")
            assert caption is not None, path
            assert "".join(caption.itertext()).strip(), path
            assert {one.get("scope") for one in table.iter("th")} - {"rowgroup"} == {"col", "row"}, path
            rows = table.findall("tbody/tr") if path != "timeline.html" else entries(table)
            assert all(row.find("th[@scope='row']") is not None for row in rows), path


LABELLED = {
    "hand-overs.html": {"From", "To", "When", "Stage", "Handed over", "Confirmed"},
    "decisions.html": {"Body", "Case", "Standing", "What follows"},
    "next.html": {"Who"},
    "closing.html": {"On 1.1.2019", "Decision"},
    "parties/khs.html": {"State", "Goes to"},
    "items/bpa-enkeltsaker.html": {"From", "Until", "To"},
}
"""The columns whose cells do not tell by themselves what they are."""


@pytest.mark.parametrize("path", LABELLED)
def test_cell_that_stands_alone_on_a_phone_says_what_it_is(read: Read, path: str) -> None:
    labelled = set()
    for table in read["shipped"][path].findall(".//table[@class]"):
        columns = ["".join(one.itertext()) for one in table.findall("thead/tr/th")]
        for row in table.findall("tbody/tr"):
            for column, cell in zip(columns, row, strict=True):
                assert cell.get("data-label") == (column if column in LABELLED[path] else None)
            labelled |= LABELLED[path] & set(columns)
    assert labelled == LABELLED[path]


def entries(timeline: ElementTree.Element) -> list[ElementTree.Element]:
    """The rows of the timeline without the one that marks the day asked about."""
    return [row for part in timeline.findall("tbody") if not part.get("id") for row in part.findall("tr")]


def test_timeline_tells_a_day_once_and_marks_the_day_asked_about(read: Read) -> None:
    for plan, asked, before, after in (
        ("shipped", "1.7.2018: the day asked about", "30.6.2018", "1.7.2018"),
        ("example", "1.10.2027: the day asked about", "30.9.2027", "1.10.2027"),
    ):
        table = read[plan]["timeline.html"].find(".//table")
        assert table is not None
        parts = ["".join(part.itertext()).strip() for part in table.findall("tbody")]
        marked = parts.index(asked)
        assert (parts[marked - 1].startswith(before), parts[marked + 1].startswith(after)) == (True, True), (
            plan
        )
        days = table.findall("tbody/tr/th[@scope='rowgroup']")
        told = ["".join(one.itertext()) for one in days]
        assert len(set(told)) == len(told) == len(parts) - 1
        assert sum(int(one.get("rowspan", "")) for one in days) == len(entries(table))


@pytest.mark.parametrize("plan", PLANS)
def test_every_drawing_tells_in_words_what_it_shows(read: Read, plan: str) -> None:
    drawings = [
        (page, one)
        for page in read[plan].values()
        for one in page.findall(".//div[@class]")
        if "chart" in one.get("class", "").split()
    ]
    assert drawings
    for page, one in drawings:
        names = one.get("aria-labelledby", "").split()
        assert (one.get("role"), names) == ("img", ["chart-title", "chart-desc"])
        assert all("".join(page.find(f".//p[@id='{name}']").itertext()).strip() for name in names)  # type: ignore[union-attr]
        outside = [
            svg for svg in page.iter() if svg.tag.rpartition("}")[2] == "svg" and svg not in set(one.iter())
        ]
        assert outside == []


def test_the_same_lies_beside_every_page_as_data(sites: dict[str, Path]) -> None:
    folder = sites["shipped"]
    pages = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    assert len(pages) == 88
    for page in pages - {"index.html", "items.html", "about.html"}:
        stem = folder / page.removesuffix(".html")
        told = json.loads(stem.with_suffix(".json").read_bytes())
        assert told["plan"] == "vestregionen-2018"
        assert stem.with_suffix(".csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert json.loads((folder / "status.json").read_bytes())["command"] == "status"
    assert (folder / "parties" / "khs.md").read_text(encoding="utf-8").startswith("# Hand-over from ")


def test_what_the_pages_tell_on_the_day_asked_about(sites: dict[str, Path]) -> None:
    front = (sites["shipped"] / "index.html").read_text(encoding="utf-8")
    text = re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", front))
    for told in (
        "The state of the plan on 1.7.2018",
        "Plan: Justert HP 2018, adopted 14.6.2018 by Styringsgruppen, sak 16/2018 (known by its title only)",
        "Since 14.6.2018 8 ended; 3 became due",
        "nothing on this day; from 1.1.2019: 10 overdue, 6 orphaned, 2 ongoing",
        "17 ongoing 5 due 4 transferred 8 ended",
        "May the doors close on 31.12.2018? The doors may not close: 27 items are open.",
        "14.6.2018 meeting: Styringsgruppen; meeting: Generalforsamlingen",
        "31.12.2018 the end of a year; the last day of Vestregionen",
        "1.1.2019 the first day without Vestregionen",
    ):
        assert told in text
    on_the_first = (sites["shipped"] / "dates" / "2019-01-01.html").read_text(encoding="utf-8")
    assert "As of 1.1.2019" in on_the_first
    assert on_the_first.count('class="state orphaned"') > 6


@pytest.mark.parametrize("plan", PLANS)
def test_every_label_of_a_fact_begins_with_a_capital(read: Read, plan: str) -> None:
    labels = {
        "".join(one.itertext())
        for page in read[plan].values()
        for facts in page.findall(".//dl[@class='facts']")
        for one in facts.findall("dt")
        if one.find("span[@class]") is None
    }
    assert {one for one in labels if not one[0].isupper()} == set()


def test_row_of_a_receiver_counts_what_its_page_tells(sites: dict[str, Path]) -> None:
    def text(path: str) -> str:
        page = (sites["shipped"] / path).read_text(encoding="utf-8")
        return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", page))

    told = "6 items: 4 by the words, not reported; 1 to come; 1 only spoken of"
    assert told in text("parties/baerum-kommune-f069bfb683.html")
    row = text("hand-overs.html")
    assert f"Bærum kommune 1 to come; 1 only spoken of (with its parts {told})" in row
    assert "Bærum kulturskole 4 by the words, not reported" in row


def test_words_of_the_plan_are_marked_as_norwegian(sites: dict[str, Path]) -> None:
    page = (sites["shipped"] / "items" / "bpa-enkeltsaker.html").read_text(encoding="utf-8")
    assert '<h1 lang="no">Bistå den enkelte kommune i enkeltsaker og prinsipielle saker</h1>' in page
    assert '<blockquote lang="no">“Overføres til KHS i løpet av høsten”</blockquote>' in page
    closing = (sites["shipped"] / "closing.html").read_text(encoding="utf-8")
    assert '<td><span lang="no">“Videreføres”</span> [also said: 1]</td>' in closing


def test_row_names_area_and_focus_area_and_holds_what_a_search_may_ask_for(read: Read) -> None:
    page = read["shipped"]["items.html"]
    heads = [one.text for one in page.findall(".//thead//th")]
    assert heads == ["State", "Item", "Area / focus area", "When", "Words of the plan"]
    rows = {"".join(row.find("th").itertext()): row for row in page.findall(".//tbody/tr")}  # type: ignore[union-attr]
    bpa = rows["Kommunisere med brukere, leverandører og media"]
    assert bpa.findall("td")[1].text == "Helse / Brukerstyrt personlig assistanse"
    assert bpa.get("data-more") == (
        "bpa-kommunikasjon Beredskap Daglig leder Vestregionen Kommunehelsesamarbeidet Vestre Viken"
    )
    assert rows["Kunst rett vest"].findall("td")[1].text == "Kultur"
    assert [row.get("data-more") for row in read["shipped"]["areas/helse.html"].iter("tr")] == [None] * len(
        list(read["shipped"]["areas/helse.html"].iter("tr"))
    )


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("items/bpa-enkeltsaker.html", '<dd><span lang="no">“høsten”</span> has no fixed dates;'),
        ("decisions/gf-2018-06-14.html", '<dt>Comment</dt>\n<dd><span lang="no">Enstemmig, ifølge nettsiden'),
        ("decisions/sg-2018-16.html", '<dt>Source</dt>\n<dd><span lang="no">'),
        ("parties/khs.html", '<dt>Done until now by</dt>\n<dd><span lang="no">'),
        ("parties/baerum-kulturskole-6fc10e6bb8.html", '<dt>Paper</dt>\n<dd><span lang="no">'),
    ],
)
def test_comment_title_and_doer_are_marked_as_norwegian(sites: dict[str, Path], path: str, told: str) -> None:
    assert told in (sites["shipped"] / path).read_text(encoding="utf-8")


def test_names_are_text_and_nothing_else(read: Read, hostile_names: tuple[str, ...]) -> None:
    for path, page in read["hostile"].items():
        tags = {one.tag.rpartition("}")[2] for one in page.iter() if isinstance(one.tag, str)}
        assert tags.isdisjoint({"img", "iframe", "object", "b", "style"}), path
        assert not [one for one in page.iter() for name in one.attrib if name.startswith("on")], path
        links = [one.get("href", "") for one in page.iter("a")]
        assert not [one for one in links if one.lower().startswith(("javascript:", "data:", "http"))], path
    shown = {"".join(page.find(".//h1").itertext()) for page in read["hostile"].values()}  # type: ignore[union-attr]
    assert shown >= {*hostile_names[:5], hostile_names[6]}
    assert shown >= {"\\u202eorebro\\u200f gnal", "\\x07\\x1b[31mrødt"}


def test_names_that_are_alike_get_a_page_each(sites: dict[str, Path]) -> None:
    names = {path.name for path in (sites["hostile"] / "parties").glob("*.html")}
    assert names == {"khs.html", "khs-2.html", "khs-2-3dfbf0bde8.html"}
    items = {path.name for path in (sites["hostile"] / "items").glob("a*.html")}
    assert items == {"a.html", "a-e83979df9d.html"}
    assert '<h1 lang="no">A</h1>' in (sites["hostile"] / "items" / "a.html").read_text(encoding="utf-8")
    points = (sites["hostile"] / "decisions" / "sg-1.html").read_text(encoding="utf-8")
    assert re.findall(r'<h2 id="(\S+)">', points) == ["point-1", "point-1-c977dbe785"]


def test_same_plan_gives_the_same_bytes(
    sites: dict[str, Path], tmp_path: Path, make: Callable[..., None]
) -> None:
    make(tmp_path, ROOT / "data", "2018-07-01")
    first = {
        path.relative_to(sites["shipped"]): path for path in sites["shipped"].rglob("*") if path.is_file()
    }
    again = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*") if path.is_file()}
    assert first.keys() == again.keys()
    assert [name for name in first if first[name].read_bytes() != again[name].read_bytes()] == []


def test_what_was_not_known_is_not_told(tmp_path: Path, make: Callable[..., None]) -> None:
    make(tmp_path, ROOT / "data", "2018-06-05", "--as-known", "2018-06-05")
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert "closing.html" not in names
    assert "decisions/gf-2018-06-14.html" not in names
    front = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "As of 5.6.2018; as known on 5.6.2018" in front
    assert "the end of Vestregionen" not in front


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A plan of more items than a drawing has rows: 50 run, 50 end on 30.6.2018."""
    texts = ["Løpende", "Avsluttes 30.6.18"] * 50
    items = "\n".join(
        f"          - {{id: nr-{number}, name: Nr {number}, status: {{HP: {text}}}}}"
        for number, text in enumerate(texts)
    )
    (tmp_path / "actionplan_x.yaml").write_text(
        f"""\
plan: many
title: Handlingsplan
organisation: Regionen
period: {{from: 2018-01-01, to: 2018-12-31}}
ceases: {{date: 2019-01-01, decision: sg-1}}
columns: {{HP: {{adopted_by: sg-1}}}}
areas:
  - id: kultur
    name: Kultur
    measures:
      - name: Drift
        activities:
{items}
""",
        encoding="utf-8",
    )
    (tmp_path / "decisions.yaml").write_text(
        """\
decisions:
  - {id: sg-1, title: HP, standing: adopted, evidence: full-text, body: SG, date: 2017-12-07}
bodies: {SG: {name: Styringsgruppen}}
meetings: [{body: SG, date: 2018-09-20}]
""",
        encoding="utf-8",
    )
    return tmp_path


def test_more_items_than_a_drawing_has_rows_are_counted(
    many: Path, tmp_path_factory: pytest.TempPathFactory, make: Callable[..., None]
) -> None:
    site = tmp_path_factory.mktemp("many")
    make(site, many, "2018-07-01")
    front = (site / "index.html").read_text(encoding="utf-8")
    drawn = re.findall(r'<path class="bar (\w+)" d="([^"]*)"/>', front)
    middle, end = 261, 527  # 181 and 365 of 457 days, on 660 units
    assert drawn == [
        ("ongoing", f"M0 34V0H{middle}V17H{end}V34z"),
        ("ended", f"M{middle} 34V17H660V34z"),
        ("orphaned", f"M{end} 34V17H660V34z"),
    ]
    assert re.findall(r"(\d+) on 1\.7\.2018, (\d+) at most", front) == [
        ("50", "100"),
        ("50", "50"),
        ("0", "50"),
    ]
    assert "<title>20.9.2018 meeting: Styringsgruppen</title>" in front
    assert "the end, 1.1.2019" in front


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2018-09-02", [("ongoing", "100", "100"), ("in transition", "0", "50"), ("transferred", "0", "50")]),
        ("2018-09-03", [("ongoing", "50", "100"), ("in transition", "50", "50"), ("transferred", "0", "50")]),
        ("2018-09-05", [("ongoing", "50", "100"), ("in transition", "0", "50"), ("transferred", "50", "50")]),
    ],
)
def test_state_of_two_days_in_ten_years_is_counted_and_drawn(
    many: Path,
    tmp_path_factory: pytest.TempPathFactory,
    make: Callable[..., None],
    day: str,
    told: list[tuple[str, ...]],
) -> None:
    plan = many / "actionplan_x.yaml"
    text = plan.read_text(encoding="utf-8").replace("2018-12-31", "2028-12-31")
    text = text.replace("Avsluttes 30.6.18", "Overføres til KHS 3.9.18 - 4.9.18").replace(
        "2019-01-01", "2029-01-01"
    )
    plan.write_text(text, encoding="utf-8")
    site = tmp_path_factory.mktemp("years")
    make(site, many, day)
    front = (site / "index.html").read_text(encoding="utf-8")
    levels = re.findall(r'<b>([^<]*)</b><br>(\d+) on .*?, (\d+) at most.*? d="([^"]*)"', front)
    assert [tuple(one[:3]) for one in levels if one[0] != "orphaned"] == told
    assert levels[1][3] == "M32 34V17H33V34z"


def test_pages_take_their_places_before_those_that_lead_to_them(many: Path) -> None:
    """Below the top first, then the lists, and the front last; the style sheet before all."""
    plan, loaded = load_sound(many)
    made = paths(
        Edition(loaded, view_of(plan, "2018-07-01", None), checked(loaded), Origin({}, "", ""), "en")
    )
    depths = [path.count("/") for path in made if not path.startswith(("site.", "icon."))]
    assert depths == sorted(depths, reverse=True)
    assert made[-2:] == ["about.html", "index.html"]


@pytest.mark.parametrize("plan", ["shipped", "example"])
def test_head_of_every_page_leads_to_the_decision_by_which_the_plan_holds(read: Read, plan: str) -> None:
    held = {"shipped": "decisions/sg-2018-16.html", "example": "decisions/ft-2027-41.html"}[plan]
    leads = {path: page.find(".//header/p[3]/a") for path, page in read[plan].items()}
    assert {path: None if one is None else one.get("href") for path, one in leads.items()} == {
        path: "../" * path.count("/") + held for path in leads
    }


def test_open_items_lead_to_the_decision_behind_them(read: Read) -> None:
    rows = {
        "".join(row[0].itertext()): row[2].find("a")
        for row in read["shipped"]["closing.html"].findall(".//tbody/tr")
    }
    political = rows["Det politiske samarbeidet i 2019 og 2020"]
    assert political is not None
    assert political.get("href") == "decisions/gf-2018-06-14.html"
    assert rows["Arkivet, også det elektroniske"] is None
