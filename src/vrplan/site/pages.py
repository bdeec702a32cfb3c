"""Every page of a site, made from its template, with the files that lie beside it."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from vrplan.render import findings_as, report_as, sheet
from vrplan.render.language import telling_in
from vrplan.reports.sheet import sheet as sheet_of
from vrplan.site.addresses import of_day, plain, way_to
from vrplan.site.chart import MOST_ROWS, Drawing, drawing
from vrplan.site.levels import levels
from vrplan.site.templates import template

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from vrplan.as_of import ItemOnDate
    from vrplan.render import Report
    from vrplan.reports.why import WhyReport
    from vrplan.site.edition import Edition

_STATIC = ("site.css", "site.js", "icon.svg")
_FORMS = ("csv", "json")
"""For spreadsheets, and for programs."""
_BOM = "utf-8-sig"
"""By its mark a spreadsheet knows that a CSV file is UTF-8."""

SHAPE = re.compile(
    r"(index|items|about|status|findings|timeline|next|hand-overs|decisions|closing)\.(html|csv|json)"
    r"|(areas|dates|items|decisions|parties)/[a-z0-9-]+\.(html|csv|json|md)|site\.(css|js)|icon\.svg"
)
"""How the path of every file of a site is written, whatever the plan."""


class Page(NamedTuple):
    """A file of the site: its path below the top, and what is in it."""

    path: str
    content: bytes


def pages(edition: Edition) -> Iterator[Page]:
    """Make every file of the site, one at a time."""
    for name in _STATIC:
        yield Page(name, (files("vrplan.site") / "static" / name).read_bytes())
    yield from _front(edition)
    yield from _lists(edition)
    yield from _findings(edition)
    for name in edition.areas:
        yield from _area(edition, name)
    for day in edition.days:
        yield from _day(edition, day)
    for report in edition.reasons():
        yield from _item(edition, report)
    for number in range(len(edition.decisions)):
        yield from _decision(edition, number)
    for party in edition.parties:
        yield from _party(edition, party)


def paths(edition: Edition) -> list[str]:
    """Where the files lie that `pages` makes: below the top of the site, before any is made.

    In the order in which they are to take their places: the pages in folders, the lists that lead to them, and at
    last the front. Whoever reads meanwhile is led to no page that is not there yet.
    """
    lists = [f"{name}.html" for name in (*_lists_of(edition), "findings")]
    kinds: tuple[Iterable[str], ...] = (
        edition.items.pages,
        edition.decisions.pages,
        edition.areas.pages,
        [of_day(day) for day in edition.days],
        lists,
    )
    told = [path for kind in kinds for page in kind for path in (page, *_beside(page))]
    sheets = [path for page in edition.parties.pages for path in (page, *_beside(page, *_FORMS, "md"))]
    return [*_STATIC, *sheets, *told, *_beside("status.html"), "items.html", "about.html", "index.html"]


def _front(edition: Edition) -> Iterator[Page]:
    items = edition.view.items
    # Of more items a part would be drawn that stands for nothing: they are counted, and the areas draw them.
    drawn = _drawing(edition, items) if len(items) <= MOST_ROWS else _levels(edition, items)
    yield _page(edition, "index.html", "front", data=_beside("status.html"), drawing=drawn)
    yield from _data("status.html", edition.status)


def _lists(edition: Edition) -> Iterator[Page]:
    known = {one.item.id for one in edition.view.items}
    unheard = [item for item in edition.view.plan.items if item.id not in known]
    yield _page(edition, "items.html", "items", data=_beside("status.html"), unheard=unheard)
    yield _page(edition, "about.html", "about")
    for name, report in _lists_of(edition).items():
        yield from _with_data(edition, f"{name}.html", name.replace("-", "_"), report)


def _lists_of(edition: Edition) -> dict[str, Report]:
    """The reports that have one page each."""
    closing: dict[str, Report] = {"closing": edition.closing} if edition.closing is not None else {}
    return {
        "timeline": edition.dated,
        "next": edition.next,
        "hand-overs": edition.ledger,
        "decisions": edition.decided,
        **closing,
    }


def _findings(edition: Edition) -> Iterator[Page]:
    items = edition.view.plan.by_id
    about = {id(one): items.get(item) for item, some in edition.findings.items() for one in some}
    data = _beside("findings.html")
    yield _page(edition, "findings.html", "findings", data=data, about=lambda one: about[id(one)])
    yield Page("findings.json", findings_as("json", edition.checked).encode())
    yield Page("findings.csv", findings_as("csv", edition.checked).encode(_BOM))


def _area(edition: Edition, name: str) -> Iterator[Page]:
    report = edition.area(name)
    drawn = _drawing(edition, report.items)
    yield from _with_data(edition, edition.areas[name], "area", report, area=name, drawing=drawn)


def _day(edition: Edition, day: date) -> Iterator[Page]:
    report = edition.on(day)
    yield from _with_data(edition, of_day(day), "day", report, view=report.view)


def _item(edition: Edition, report: WhyReport) -> Iterator[Page]:
    item = report.item
    drawn = _drawing(edition, [report.now] if report.now else [], has_labels=False)
    found = edition.findings.get(item.id, ())
    path = edition.items[item.id]
    yield from _with_data(edition, path, "item", report, item=item, drawing=drawn, found=found)


def _decision(edition: Edition, number: int) -> Iterator[Page]:
    report = edition.decision(number)
    one = report.decisions[0]
    anchors = _anchors("point", (point.point.id for point in one.points))
    path = edition.decisions[one.decision.id]
    yield from _with_data(edition, path, "decision", report, one=one, anchors=anchors)


def _party(edition: Edition, party: str) -> Iterator[Page]:
    path = edition.parties[party]
    ledger = edition.ledger_of(party)
    report = sheet_of(ledger)
    anchors = _anchors("item", (one.now.item.id for one in ledger.transfers))
    data = _beside(path, *_FORMS, "md")
    yield _page(edition, path, "party", data=data, party=party, report=report, anchors=anchors)
    yield from _data(path, ledger)
    yield Page(data[-1], sheet(report, edition.language).encode())


def _with_data(edition: Edition, path: str, name: str, report: Report, **values: Any) -> Iterator[Page]:
    """A page that tells a report, and beside it the same as data."""
    yield _page(edition, path, name, data=_beside(path), **{"report": report} | values)
    yield from _data(path, report)


def _data(page: str, report: Report) -> Iterator[Page]:
    """A report as CSV and as JSON."""
    table, document = _beside(page)
    yield Page(table, report_as("csv", report).encode(_BOM))
    yield Page(document, report_as("json", report).encode())


def _beside(page: str, *forms: str) -> list[str]:
    """The files that tell as data what a page tells."""
    return [f"{page.removesuffix('.html')}.{form}" for form in forms or _FORMS]


def _anchors(kind: str, names: Iterable[str]) -> dict[str, str]:
    """The names of places on a page, by what stands there."""
    return {name: f"{kind}-{plain(name)}" for name in names}


def _page(edition: Edition, path: str, name: str, data: Sequence[str] = (), **values: Any) -> Page:
    """A page from its template; `data` are the files that hold the same for programs."""

    def to(other: str | None) -> str | None:
        return way_to(path, other) if other is not None else None

    given = {"edition": edition, "view": edition.view, "here": path, "to": to, "data": data}
    with telling_in(edition.language):
        text = template(name).render(given | {"language": edition.language} | values)
    return Page(path, text.encode())


def _levels(edition: Edition, items: Sequence[ItemOnDate]) -> Drawing:
    return levels(items, edition.view, edition.drawn, edition.meetings)


def _drawing(edition: Edition, items: Sequence[ItemOnDate], *, has_labels: bool = True) -> Drawing:
    return drawing(items, edition.view, edition.drawn, edition.meetings, has_labels=has_labels)
