"""How the status texts of a draft are read: what was repaired, what cannot be, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from vrplan.importers.irregularities import Irregularity, Kind, irregular
from vrplan.phrases import Context, read_status
from vrplan.phrases import Kind as What

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.drafts.values import Draft, DraftActivity, DraftText
    from vrplan.phrases import Reading

_LONGEST_NAME = 60
_SEVERAL = re.compile(r"[,;/&+]|\b(?:og|eller|samt|evt|m\.?fl)\b")
_TOLD = {
    "impossible_date": Kind.IMPOSSIBLE_DATE,
    "repaired": Kind.REPAIRED,
    "second_statement": Kind.SECOND_STATEMENT,
}


Readings = Mapping[tuple[str, str], "Reading"]
"""How each text is read, by its column and its words."""


def readings_of(draft: Draft, context: Context) -> Readings:
    """Every status text of the draft as it is read; texts that are alike are read once."""
    years = {column.name: column.year or context.year for column in draft.columns}
    readings: dict[tuple[str, str], Reading] = {}
    for column, one in _texts_of(draft):
        if (column, one.text) not in readings:
            readings[column, one.text] = read_status(one.text, Context(years[column], context.document_date))
    return readings


def remarks_on(draft: Draft, readings: Readings) -> Iterator[Irregularity]:
    """What the reader has to say of each status text."""
    for column, one in _texts_of(draft):
        yield from _remarks(one, readings[column, one.text])


def recipients_in(draft: Draft, readings: Readings) -> tuple[str, ...]:
    """Who receives something by the words of a status, each once, where the words are a name.

    A name begins with a capital letter that it does not owe to the sentence, and is of one body.
    """
    found: dict[str, str] = {}
    for (_, text), reading in readings.items():
        name = reading.recipient
        if name and reading.kind is What.TRANSFERS and _is_name(name, text):
            found.setdefault(name.casefold(), name)
    found.pop((draft.organisation or "").casefold(), None)
    return tuple(found.values())


def _is_name(words: str, text: str) -> bool:
    begins_text = text.startswith(words) and not any(
        len(word) > 1 and word.isupper() for word in words.split()
    )
    is_one = len(words) <= _LONGEST_NAME and not _SEVERAL.search(words)
    return is_one and words[0].isupper() and not begins_text


def activities_of(draft: Draft) -> Iterator[DraftActivity]:
    """Every activity, in the order of the plan."""
    for area in draft.areas:
        for measures in (*(focus.measures for focus in area.focus_areas), area.measures):
            for measure in measures:
                yield from measure.activities


def _texts_of(draft: Draft) -> Iterator[tuple[str, DraftText]]:
    """Every status text with its column: those of activities, then those of focus areas."""
    statuses = [one.status for one in activities_of(draft)]
    statuses += [focus.status for area in draft.areas for focus in area.focus_areas]
    for status in statuses:
        for column, texts in status:
            for one in texts:
                yield column, one


def _remarks(text: DraftText, reading: Reading) -> Iterator[Irregularity]:
    codes = set()
    for remark in reading.remarks:
        codes.add(remark.code)
        if kind := _TOLD.get(remark.code):
            yield irregular(kind, text.place, text.text, **dict(remark.values))
    if reading.kind is What.UNKNOWN and "impossible_date" not in codes:
        yield irregular(Kind.UNREAD, text.place, text.text)
