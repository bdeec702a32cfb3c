"""The hand-over sheet of one receiver as a page: what it takes over, what stands beside it, what is to be signed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vrplan.render import wording
from vrplan.render.language import _, pgettext
from vrplan.render.page.parts import table
from vrplan.render.safe import markdown
from vrplan.render.wording import sheet as told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vrplan.as_of import ItemOnDate
    from vrplan.reports.hand_overs import Transfer
    from vrplan.reports.sheet import Sheet

    Numbered = tuple[int, Transfer]

_BLANK = "…………………"
"""Room to write in."""


def sheet(report: Sheet) -> list[str]:
    """The whole sheet; one sentence where nothing goes to the receiver and nothing is spoken of."""
    if report.is_empty:
        return [markdown(told.nothing_goes(report))]
    ledger = report.report
    title, *rest = told.sheet_heading(report)
    lines = [f"# {markdown(title)}", "", *(line for one in rest for line in (markdown(one), ""))]
    lines.append(f"**{markdown(told.sheet_summary(report))}**")
    lines += ["", legend] if (legend := told.legend(report)) else []
    numbered = list(enumerate(ledger.transfers, 1))
    for subject, some in groupby(numbered, key=lambda one: wording.section(one[1].now.item)):
        lines += ["", f"## {markdown(' / '.join(part for part in subject if part))}"]
        for _facts, alike in groupby(some, key=lambda one: told.facts(one[1], report)):
            lines += ["", *_together(list(alike), report)]
    for heading, others in told.not_holding(report):
        lines += ["", f"## {heading}", ""]
        lines += [f"- {markdown(wording.mentioned(one))}" for one in others]
    if report.beside:
        lines += ["", f"## {markdown(told.beside_title(report))}", "", *_others(report.beside, report)]
    if report.unclaimed:
        heading, ask = told.unclaimed()
        lines += ["", f"## {heading}", "", ask, "", *_others(report.unclaimed, report)]
    return [*lines, *_to_sign(numbered)]


def _together(alike: Sequence[Numbered], report: Sheet) -> list[str]:
    """The items that are handed over on the same terms, then the terms once."""
    rows = (
        (
            str(number),
            one.now.item.name,
            one.now.item.measure or "",
            told.item_kind(one.now.item),
            one.now.item.id,
        )
        for number, one in alike
    )
    lines = [*table((_("No."), _("What"), _("Measure"), _("Kind"), _("Id")), rows), ""]
    for number, one in alike:
        if one.now.item.note:
            label = _("Note on no. {number}").format(number=number)
            lines.append(f"- **{label}:** {markdown(one.now.item.note)}")
    facts = told.facts(alike[0][1], report)
    return [*lines, *(f"- **{label}:** {markdown(fact)}" for label, fact in facts)]


def _others(items: Iterable[ItemOnDate], report: Sheet) -> list[str]:
    day = told.day(report)
    rows = (
        (
            one.item.name,
            told.item_kind(one.item),
            one.item.id,
            told.stands(one, report),
            told.goes_to(one, report),
            wording.words(one),
        )
        for one in items
    )
    on_day = _("On {day}").format(day=day)
    return table((_("What"), _("Kind"), _("Id"), on_day, _("Goes to"), _("The plan says")), rows)


def _to_sign(numbered: Iterable[Numbered]) -> list[str]:
    rows = [
        (str(number), one.now.item.name, side, _BLANK, _BLANK, _BLANK)
        for number, one in numbered
        for side in told.to_sign(one)
    ]
    if not rows:
        return []
    side, signature = pgettext("column", "Side"), _("Name and signature")
    columns = (_("No."), _("What"), side, _("Date"), signature, _("Document"))
    heading, lines = told.signing()
    return ["", f"## {heading}", "", lines, "", *table(columns, rows)]
