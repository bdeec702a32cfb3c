"""What was irregular in a paper, as English sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.importers.irregularities import Kind

if TYPE_CHECKING:
    from vrplan.importers.irregularities import Irregularity, Weight

GROUPS: dict[Weight, str] = {
    "settle": "to settle",
    "done": "done on the way, to be looked at",
    "unused": "not used",
}
_WHAT = {
    "organisation": "whose plan it is",
    "title": "what the plan is called",
    "standing": "whether it was proposed or adopted",
    "body": "which body treated it",
    "date": "the day of the meeting",
    "case": "the number of the case",
    "column": "which decision adopted this column",
    "year": "the year of the plan",
}
_SENTENCES = {
    Kind.JOINED: "may hold more than one activity, and is kept as one: {text}",
    Kind.DISAGREES: "the text says {text}, the table {table}",
    Kind.IMPOSSIBLE_DATE: "there is no such day as {words}: {text}",
    Kind.LATER_THAN_PAPER: "tells of {words} as past, in a paper of {paper}: {text}",
    Kind.UNREAD: "is not understood: {text}",
    Kind.SECOND_STATEMENT: "says more than one thing, and the first is read: {text}",
    Kind.RAGGED: "has {cells} cells where the heading has {columns}, and is read from the left: {text}",
    Kind.HEADING_UNKNOWN: "column {column} has a heading that is not known, and is kept as a note: {text}",
    Kind.HEADING_GUESSED: "column {column} has no heading, and is read as {read}",
    Kind.TWO_NAMES: "is called {before} elsewhere in the paper: {text}",
    Kind.REPAIRED: "{words} is read as {read}: {text}",
    Kind.SPLIT: "is split into {into}",
    Kind.TAKEN: "is taken for a heading: {text}",
    Kind.STATUS_TAKEN: "is taken for what becomes of {of}: {text}",
    Kind.CONTINUED: "has no heading, and is read with that of the table before it",
    Kind.ROW_SKIPPED: "the row is left out, because {why}: {text}",
    Kind.CELL_NOT_USED: "a cell beyond the last column: {text}",
    Kind.TABLE_NOT_USED: "a table that is no plan: {text}",
    Kind.TEXT_NOT_USED: "{text}",
}


def sentence(one: Irregularity) -> str:
    """What is irregular, without its place; the words of the paper stand in quotation marks."""
    said = dict(one.said)
    quoted = f"“{one.text}”" if one.text else ""
    if one.kind is Kind.LOST:
        return one.text
    if one.kind is Kind.TAKEN and said.get("what") == "organisation":
        return f"the plan is taken for that of {one.text}"
    if one.kind is Kind.NOT_KNOWN:
        told = f"the paper does not say {_WHAT[said['what']]}"
        read = f"; read as {said['read']}" if "read" in said else ""
        return f"{told}{': ' + quoted if quoted else ''}{read}"
    return _SENTENCES[one.kind].format_map({**said, "text": quoted})
