"""The pages in a real browser: accessible in both themes, quiet, self-contained, usable by keyboard and on a phone."""

from __future__ import annotations

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

KINDS = (
    "index.html",
    "next.html",
    "items.html",
    "timeline.html",
    "hand-overs.html",
    "decisions.html",
    "closing.html",
    "findings.html",
    "about.html",
    "areas/helse.html",
    "dates/2019-01-01.html",
    "items/bpa-enkeltsaker.html",
    "decisions/gf-2018-06-14.html",
    "parties/khs.html",
)
"""One page of every kind, of the shipped plan, which is told in English and in bokmål."""
HOSTILE = (
    "index.html",
    "items.html",
    "items/nr-6.html",
    "areas/omrade-2.html",
    "decisions/sg-1.html",
    "parties/khs.html",
)
A4 = 672
"""The width of a printed page between its margins, in pixels."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that may judge the same page otherwise in another theme."""


def violations(page: Page, only: list[str] = WCAG) -> list[str]:
    """What axe finds on a page. It would fetch the style sheet itself (preload), which the pages forbid."""
    options = {"runOnly": only, "resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("kind", KINDS)
def test_page_breaks_no_rule_of_accessibility(
    look: Callable[..., Any], sites: dict[str, Path], kind: str
) -> None:
    found = {}
    for plan, widths in (("norsk", (1280, 360)), ("shipped", (800,))):
        seen = look((sites[plan] / kind).as_uri())
        seen.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        for width in widths:
            seen.page.set_viewport_size({"width": width, "height": 900})
            for theme, rules in (("light", WCAG), ("dark", OF_COLOUR)):
                seen.page.emulate_media(color_scheme=theme)
                found[plan, width, theme] = violations(seen.page, rules)
        found[plan, 0, "said"] = seen.said
    assert found == {key: [] for key in found}


@pytest.mark.parametrize(
    ("plan", "kind"), [("example", "index.html"), *(("hostile", kind) for kind in HOSTILE)]
)
def test_other_plan_breaks_none_either(
    look: Callable[..., Any], sites: dict[str, Path], plan: str, kind: str
) -> None:
    seen = look((sites[plan] / kind).as_uri())
    assert violations(seen.page) == []
    assert seen.said == []


def test_page_keeps_to_the_width_of_any_screen(look: Callable[..., Any], sites: dict[str, Path]) -> None:
    """320 pixels are a screen of 1280 at 400 %: the page does not scroll sideways, and nothing is cut."""
    pages = [("norsk", kind) for kind in KINDS] + [("hostile", kind) for kind in HOSTILE]
    seen = look((sites["shipped"] / "index.html").as_uri())
    wide = []
    for plan, kind in pages:
        seen.page.goto((sites[plan] / kind).as_uri())
        for width in (320, 768, 980, 1920):
            seen.page.set_viewport_size({"width": width, "height": 900})
            if seen.page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((plan, kind, width))
    assert wide == []


def test_page_keeps_to_the_width_where_the_reader_spreads_the_text(
    look: Callable[..., Any], sites: dict[str, Path]
) -> None:
    """As far as WCAG 1.4.12 says."""
    spread = """document.querySelectorAll("body *").forEach(({ style }) => {
        [style.letterSpacing, style.wordSpacing, style.lineHeight] = [".12em", ".16em", "1.5"];
    })"""
    page, wide = look((sites["shipped"] / "index.html").as_uri(), 320).page, []
    for kind in KINDS:
        page.goto((sites["shipped"] / kind).as_uri())
        page.evaluate(spread)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(kind)
    assert wide == []


@pytest.mark.parametrize("kind", HOSTILE)
def test_names_from_the_files_do_nothing(look: Callable[..., Any], sites: dict[str, Path], kind: str) -> None:
    seen = look((sites["hostile"] / kind).as_uri())
    assert seen.said == []
    assert seen.page.title() not in {"taken", "1"}
    assert seen.page.locator("script:not([src]), img, iframe, [onerror], a[href^='javascript']").count() == 0


def test_page_asks_for_nothing_outside_its_folder(look: Callable[..., Any], sites: dict[str, Path]) -> None:
    folder = sites["shipped"].as_uri()
    seen = look(f"{folder}/index.html")
    for kind in KINDS:
        seen.page.goto(f"{folder}/{kind}")
    assert [address for address in seen.asked if not address.startswith(f"{folder}/")] == []


@pytest.fixture
def served(sites: dict[str, Path]) -> Iterator[str]:
    """The address of the folder of all sites on a server of this machine: each site lies below a path of its own."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(sites["shipped"].parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_site_works_below_any_path(look: Callable[..., Any], served: str) -> None:
    seen = look(f"{served}/shipped/index.html")
    seen.page.get_by_role("link", name="Helse", exact=True).click()
    seen.page.get_by_role(
        "link", name="Bistå den enkelte kommune i enkeltsaker og prinsipielle saker"
    ).last.click()
    assert seen.page.url == f"{served}/shipped/items/bpa-enkeltsaker.html"
    seen.page.get_by_role("link", name="KHS (Kommunehelsesamarbeidet)").click()
    seen.page.get_by_role("link", name="Overview").click()
    assert seen.page.url == f"{served}/shipped/index.html"
    assert {address.removeprefix(f"{served}/")[:8] for address in seen.asked} == {"shipped/"}
    assert seen.said == []


@pytest.mark.parametrize("base", ["file", "http"])
def test_policy_lets_the_pages_own_script_run_and_no_other(
    look: Callable[..., Any], sites: dict[str, Path], served: str, base: str
) -> None:
    address = (sites["shipped"] / "items.html").as_uri() if base == "file" else f"{served}/shipped/items.html"
    seen = look(address)
    seen.page.get_by_label("Search in the table").fill("KHS høsten")
    assert seen.page.locator("tbody tr:visible").count() == 5
    assert seen.page.locator("output").inner_text() == "5 of 41 items shown"
    seen.page.get_by_label("State").select_option("due")
    assert seen.page.locator("tbody tr:visible").count() == 0
    assert seen.said == []
    seen.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'x = 1'}))"
    )
    assert "Content Security Policy" in seen.said[0]


def test_number_of_a_state_leads_to_its_items(look: Callable[..., Any], sites: dict[str, Path]) -> None:
    seen = look((sites["shipped"] / "index.html").as_uri())
    seen.page.get_by_role("link", name="5 due").click()
    assert seen.page.locator("tbody tr:visible").count() == 5
    seen.page.goto((sites["shipped"] / "dates" / "2019-01-01.html").as_uri())
    seen.page.get_by_role("link", name="6 orphaned").click()
    assert seen.page.locator("tbody tr:visible").count() == 6
    assert seen.said == []


@pytest.mark.parametrize("base", ["file", "http"])
def test_address_says_the_state_that_is_chosen(
    look: Callable[..., Any], sites: dict[str, Path], served: str, base: str
) -> None:
    address = (sites["shipped"] / "items.html").as_uri() if base == "file" else f"{served}/shipped/items.html"
    seen = look(f"{address}#state-due")
    page, rows = seen.page, seen.page.locator("tbody tr:visible")
    page.get_by_label("State").select_option("ongoing")
    assert (page.url, rows.count()) == (f"{address}#state-ongoing", 17)
    page.reload()
    assert (page.get_by_label("State").input_value(), rows.count()) == ("ongoing", 17)
    page.get_by_label("State").select_option("")
    assert (page.url, rows.count()) == (address, 41)
    page.reload()
    assert (page.get_by_label("State").input_value(), rows.count()) == ("", 41)
    for hash_, value, number in (("#state-due", "due", 5), ("#content", "due", 5), ("", "", 41)):
        page.evaluate(
            "to => new Promise(done => { addEventListener('hashchange', done); location.hash = to; })", hash_
        )
        assert (page.get_by_label("State").input_value(), rows.count()) == (value, number)
    assert seen.said == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("bpa-kontrakter", ["Tjenestekonsesjonskontrakter med seks eksterne leverandører"]),
        ("HORING", ["Utarbeide hørings svar for relevante plan- og KVVU forslag"]),
        ("høring", ["Utarbeide hørings svar for relevante plan- og KVVU forslag"]),
        ("koble folkehelse", ["Koble kulturnettverket og folkehelsenettverket"]),
        ("leder fagskolen markedsfore", ["Markedsføre helsefag-tilbudet i Kommunehelsesamarbeidet"]),
        ("norsk helsenett prosjektleder", ["Kommunal elektronisk meldingsutbredelse (KomUt)"]),
        ("baerum kommune arrangerer", ["Kunst rett vest"]),
        ("sommerfest", []),
    ],
)
def test_search_looks_in_all_that_is_known_of_an_item_in_plain_letters(
    look: Callable[..., Any], sites: dict[str, Path], wanted: str, found: list[str]
) -> None:
    seen = look((sites["shipped"] / "items.html").as_uri())
    seen.page.get_by_label("Search in the table").fill(wanted)
    assert seen.page.locator("tbody tr:visible th").all_inner_texts() == found
    told = f"{len(found)} of 41 items shown"
    if not found:
        told = "No match. Try fewer words or only the beginning of one, and choose all states."
    assert seen.page.get_by_role("status").inner_text() == told


@pytest.mark.parametrize(
    ("wanted", "number"), [("bpa", 7), ("daglig leder", 15), ("kommunehelsesamarbeidet", 7), ("Helse", 17)]
)
def test_search_finds_area_doer_and_receiver_by_every_name(
    look: Callable[..., Any], sites: dict[str, Path], wanted: str, number: int
) -> None:
    seen = look((sites["shipped"] / "items.html").as_uri())
    seen.page.get_by_label("Search in the table").fill(wanted)
    assert seen.page.locator("tbody tr:visible").count() == number


NAMES = (
    "Åsmund",
    "Aastveit",
    "Østfold",
    "Goetz",
    "ﬁnans",
    "boenhet",
    "Eaŋŧo",
    "Sœur",
    "HP‑2018 – ny",
    "utred\u00adning",
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Aasmund", ["Åsmund"]),
        ("A\u030asmund", ["Åsmund"]),
        ("asmund", ["Åsmund"]),
        ("Åstveit", ["Aastveit"]),
        ("Oestfold", ["Østfold"]),
        ("ostfold", ["Østfold"]),
        ("gøtz", ["Goetz"]),
        ("finans", ["ﬁnans"]),
        ("ﬁnans", ["ﬁnans"]),
        ("enhet", ["boenhet"]),
        ("eanto", ["Eaŋŧo"]),
        ("soeur", ["Sœur"]),
        ("hp-2018", ["HP‑2018 – ny"]),
        ("HP–2018 − ny", ["HP‑2018 – ny"]),
        ("utredning", ["utred\u00adning"]),
        ("ut\u00adredning", ["utred\u00adning"]),
        ("\u00ad", list(NAMES)),
    ],
)
def test_search_finds_a_name_however_it_is_written(
    look: Callable[..., Any], sites: dict[str, Path], wanted: str, found: list[str]
) -> None:
    """The names stand in the place of those of the first items, and the page is opened with them."""
    text = (sites["shipped"] / "items.html").read_text(encoding="utf-8")
    head, _, rest = text.partition("<tbody>")
    rows = "".join(f'<tr data-state="due" data-more=""><th scope="row">{name}</th></tr>' for name in NAMES)
    page = sites["shipped"].parent / "names.html"
    page.write_text(
        f"{head}<tbody>{rows}</tbody>{rest.partition('</tbody>')[2]}".replace('"site.', '"shipped/site.'),
        encoding="utf-8",
    )
    seen = look(page.as_uri())
    seen.page.get_by_label("Search in the table").fill(wanted)
    assert seen.page.locator("tbody tr:visible th").all_inner_texts() == found


def test_page_works_without_script(browser: Browser, sites: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sites["shipped"] / "items.html").as_uri())
    assert page.locator("tbody tr:visible").count() == 41
    assert page.locator("form:visible").count() == 0
    context.close()


def test_keyboard_reaches_everything_and_shows_where_it_is(
    look: Callable[..., Any], sites: dict[str, Path]
) -> None:
    seen = look((sites["shipped"] / "index.html").as_uri())
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.textContent") == "To the content"
    assert seen.page.locator(".skip").bounding_box()["x"] >= 0
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "content"
    reached = []
    for _ in range(200):
        seen.page.keyboard.press("Tab")
        name = seen.page.evaluate("document.activeElement.localName")
        if name == "body":
            break
        reached.append((name, seen.page.evaluate(outline)))
    names = [name for name, _ in reached]
    assert {shown for _, shown in reached} == {"solid"}
    assert names.count("summary") == 3
    assert names.count("div") == 0  # nothing scrolls by itself
    assert names.count("a") == seen.page.locator("main a:visible, footer a").count()


@pytest.mark.parametrize("width", [980, 1024, 1280, A4])
@pytest.mark.parametrize("page", ["items.html", "hand-overs.html", "decisions.html", "areas/helse.html"])
def test_table_breaks_no_word(
    look: Callable[..., Any], sites: dict[str, Path], page: str, width: int
) -> None:
    seen = look((sites["shipped"] / page).as_uri(), width).page
    seen.emulate_media(media="print" if width == A4 else "screen")
    assert seen.evaluate("document.documentElement.scrollWidth") <= width
    broken = seen.evaluate(
        """() => {
          const found = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode, range = document.createRange();
            if (!node.parentElement.closest("tbody, thead")) continue;
            for (const word of node.data.matchAll(/[\\p{L}\\d]+/gu)) {
              range.setStart(node, word.index);
              range.setEnd(node, word.index + word[0].length);
              if (range.getClientRects().length > 1) found.push(word[0]);
            }
          }
          return found;
        }"""
    )
    assert broken == []


def test_printed_page_is_a4_and_whole(look: Callable[..., Any], sites: dict[str, Path]) -> None:
    seen = look((sites["shipped"] / "parties" / "khs.html").as_uri())
    seen.page.emulate_media(media="print")
    assert seen.page.locator("nav:visible, form:visible, .skip:visible").count() == 0
    printed = seen.page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed
