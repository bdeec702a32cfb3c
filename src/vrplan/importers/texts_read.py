"""How the status texts of a draft are read: what was repaired, what cannot be, and what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.importers.irregularities import Irregularity, Kind, irregular
from vrplan.phrases import Context, read_status
from vrplan.phrases import Kind as What

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.drafts.values import Draft, DraftActivity, DraftText
    from vrplan.phrases import Reading

_TOLD = {
    "impossible_date": Kind.IMPOSSIBLE_DATE,
    "repaired": Kind.REPAIRED,
    "second_statement": Kind.SECOND_STATEMENT,
}


def remarks_on(draft: Draft, context: Context) -> Iterator[Irregularity]:
    """What the reader has to say of each status text; texts that are alike are read once."""
    years = {column.name: column.year or context.year for column in draft.columns}
    known: dict[tuple[str, int], Reading] = {}
    for activity in activities_of(draft):
        for column, texts in activity.status:
            for one in texts:
                key = (one.text, years[column])
                if key not in known:
                    known[key] = read_status(one.text, Context(years[column], context.document_date))
                yield from _remarks(one, known[key])


def activities_of(draft: Draft) -> Iterator[DraftActivity]:
    """Every activity, in the order of the plan."""
    for area in draft.areas:
        for measures in (*(focus.measures for focus in area.focus_areas), area.measures):
            for measure in measures:
                yield from measure.activities


def _remarks(text: DraftText, reading: Reading) -> Iterator[Irregularity]:
    codes = set()
    for remark in reading.remarks:
        codes.add(remark.code)
        if kind := _TOLD.get(remark.code):
            yield irregular(kind, text.place, text.text, **dict(remark.values))
    if reading.kind is What.UNKNOWN and "impossible_date" not in codes:
        yield irregular(Kind.UNREAD, text.place, text.text)
