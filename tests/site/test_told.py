"""What the pages tell of a day on which the words of the plan say one thing and nobody has reported it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent


def text_of(page: Path) -> str:
    """What a page says, without its markup."""
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", page.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory, make: Callable[..., None]) -> Path:
    """The site of the shipped plan on the first day without the organisation."""
    folder = tmp_path_factory.mktemp("after")
    make(folder, ROOT / "data", "2019-01-01")
    return folder


def test_what_only_the_date_hands_over_is_not_told_as_if_it_were_reported(after: Path) -> None:
    front = text_of(after / "index.html")
    assert "5 transferred to Bærum kommune and KHS by the plan, not reported" in front
    item = text_of(after / "items" / "bpa-enkeltsaker.html")
    assert "Handed over by the date 1.1.2019, not reported Confirmed not confirmed" in item
    assert "Handed over" not in text_of(after / "items" / "transport-2-0.html")


def test_who_did_it_for_the_organisation_is_told_as_of_then(after: Path) -> None:
    text = text_of(after / "next.html")
    assert text.count("Daglig leder, until Vestregionen ceased") == 12
    assert "Prosjektleder i 100% stilling “" in text


def test_sheet_tells_what_goes_on_the_same_terms_under_one_heading(sites: dict[str, Path]) -> None:
    page = (sites["shipped"] / "parties" / "khs.html").read_text(encoding="utf-8")
    section = page.partition("<section>")[2].partition("</section>")[0]
    assert re.findall("<h2>(.*?)</h2>", section) == ["No. 1–4, on the same terms"]
    listed = section.partition('<ol start="1">')[2].partition("</ol>")[0]
    rows = re.findall('<li id="(item-[a-z-]+)">(.*?)</li>', listed)
    assert [name for name, _told in rows] == [
        f"item-bpa-{name}" for name in ("enkeltsaker", "kommunikasjon", "nettverksmoter", "utviklingsarbeid")
    ]
    assert ["Note on no." in told for _name, told in rows] == [False, False, False, True]
    assert "Note on no. 4: <span lang=" in rows[3][1]


def test_sheet_of_one_item_is_headed_by_its_name(after: Path) -> None:
    headings = re.findall(
        "<h2[^>]*>.*?</h2>", (after / "parties" / "baerum-kommune-f069bfb683.html").read_text("utf-8")
    )
    assert '<h2 id="item-kunst-rett-vest">' in headings[0]


def test_decision_names_the_items_that_rest_on_it_and_not_their_ids(sites: dict[str, Path]) -> None:
    page = text_of(sites["shipped"] / "decisions" / "gf-2018-06-14.html")
    assert "“Det politiske samarbeidet i 2019 og 2020” rests on it" in page
    assert "speaks of 4 items, none of which rests on it" in page
    lists = text_of(sites["shipped"] / "decisions.html")
    assert "adopts HP 2018; speaks of 23 items, none of which rests on it" in lists
    assert [
        name for name in ("politisk-samarbeid", "komut", "transport-2-0") if f" {name}" in page + lists
    ] == []


def test_advice_for_those_who_write_the_files_is_folded_away(sites: dict[str, Path]) -> None:
    page = (sites["shipped"] / "findings.html").read_text(encoding="utf-8")
    advice = re.findall("<details><summary>Advice for the secretariat</summary>(.*?)</details>", page)
    assert len(advice) == 18
    assert "find the minutes, compare them with the texts here, and write evidence: full-text" in advice[1]
    assert "write evidence" not in re.sub("<details>.*?</details>", "", page)


def test_page_about_the_figures_tells_plan_and_clocks_once(sites: dict[str, Path]) -> None:
    page = text_of(sites["shipped"] / "about.html")
    assert "The plan's words are given as they stand in the papers" in page.replace("&#39;", "'")
    assert page.count("Plan: Justert HP 2018, adopted 14.6.2018") == 1
    assert (
        page.count("Counts every decision in the files, later ones too. Vestregionen ceases on 1.1.2019") == 1
    )


@pytest.mark.parametrize("page", ["index.html", "closing.html"])
def test_whether_the_doors_may_close_is_asked_of_a_day_to_come(sites: dict[str, Path], page: str) -> None:
    told = text_of(sites["shipped"] / page)
    assert "May the doors close on 31.12.2018? The doors may not close: 27 items are open." in told


@pytest.mark.parametrize("page", ["index.html", "closing.html"])
def test_whether_the_doors_could_close_is_asked_of_a_day_that_is_past(after: Path, page: str) -> None:
    told = text_of(after / page)
    assert "Is everything closed on 1.1.2019? Not all is closed: 27 items are still open on 1.1.2019." in told
    assert "May the doors close" not in told


def test_open_items_are_told_on_the_day_that_heads_their_column(sites: dict[str, Path], after: Path) -> None:
    heads = [
        {
            head.split("<")[0]
            for head in (site / "closing.html").read_text(encoding="utf-8").split('<th scope="col">')
        }
        for site in (sites["shipped"], after)
    ]
    assert ["On 1.1.2019" in one for one in heads] == [True, True]
    assert not any("2.1.2019" in head for one in heads for head in one)


def test_on_the_last_day_itself_it_is_still_to_come(tmp_path: Path, make: Callable[..., None]) -> None:
    make(tmp_path, ROOT / "data", "2018-12-31")
    assert "May the doors close on 31.12.2018?" in text_of(tmp_path / "index.html")


def test_by_when_all_must_be_decided_is_told_once(sites: dict[str, Path]) -> None:
    page = (sites["shipped"] / "next.html").read_text(encoding="utf-8")
    part = page.partition('<h2 id="decide">')[2].partition("<h2")[0]
    assert part.count("no meeting that decides is planned before then") == 1
    assert "</h2>\n<p>Decide by 31.12.2018, in 183 days; no meeting" in part
    assert part.count('<tr><th scope="row">') == 14


def test_single_item_says_itself_by_when_it_must_be_decided(after: Path) -> None:
    page = (after / "next.html").read_text(encoding="utf-8")
    part = page.partition('<h2 id="decide">')[2].partition("<h2")[0]
    assert "<br>Decide by 31.12.2019" in part


def test_column_of_what_has_passed_does_not_speak_of_what_is_next(after: Path) -> None:
    page = (after / "next.html").read_text(encoding="utf-8")
    parts = {one: page.partition(f'<h2 id="{one}">')[2] for one in ("passed", "nobody", "closing")}
    named = {one: re.findall('<th scope="col">(.*?)</th>', part)[1] for one, part in parts.items()}
    assert named == {"passed": "What it is about", "nobody": "What it is about", "closing": "What is next"}


def test_findings_stand_under_what_their_code_means(tmp_path: Path, make: Callable[..., None]) -> None:
    make(tmp_path, ROOT / "data", "2018-07-01", "--lang", "nb")
    page = (tmp_path / "findings.html").read_text(encoding="utf-8")
    assert '<h3 id="VR404">VR404 Vedtak kjent bare ved tittelen</h3>' in page
    assert "title-only" not in page


def test_that_nothing_follows_is_told_once_of_a_decision(sites: dict[str, Path]) -> None:
    page = (sites["shipped"] / "decisions.html").read_text(encoding="utf-8")
    rows = re.findall("<tr><td>.*?</tr>", page)
    assert len(rows) == 20
    assert {row.count("nothing follows") for row in rows} == {0, 1}


def test_receiver_stands_beside_the_states_in_which_it_receives(sites: dict[str, Path]) -> None:
    page = (sites["shipped"] / "items" / "bpa-enkeltsaker.html").read_text(encoding="utf-8")
    rows = [re.sub("<[^>]+>", " ", row).split() for row in re.findall('<tr><th scope="row">.*?</tr>', page)]
    assert rows == [
        ["ongoing", "–", "31.7.2018"],
        ["in", "transition", "1.8.2018", "31.12.2018", "KHS"],
        ["transferred", "1.1.2019", "–", "KHS"],
    ]
