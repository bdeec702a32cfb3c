"""What was irregular in a paper, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.importers.irregularities import Kind
from vrplan.model.papers import place_in_words
from vrplan.render.language import N_, _
from vrplan.render.safe import visible
from vrplan.render.values import told
from vrplan.render.wording.lost import lost_told

if TYPE_CHECKING:
    from vrplan.importers.irregularities import Irregularity, Weight

_GROUPS: dict[Weight, str] = {
    "settle": N_("to settle"),
    "done": N_("done on the way, to be looked at"),
    "unused": N_("not used"),
}
_NOT_KNOWN = {
    "organisation": N_("the paper does not say whose plan it is"),
    "title": N_("the paper does not say what the plan is called"),
    "standing": N_("the paper does not say whether the plan was proposed or adopted"),
    "body": N_("the paper does not say which body treated it"),
    "date": N_("the paper does not say the day of the meeting"),
    "case": N_("the paper does not say the number of the case"),
    "column": N_("the paper does not say which decision adopted this column"),
    "year": N_("the paper does not say the year of the plan"),
}
_SENTENCES = {
    Kind.OTHER_YEAR: N_("the paper says {paper}, and {wished} was asked for: {text}"),
    Kind.CEASES: N_("may say when the organisation ends; if it does, fill in ceases: {text}"),
    Kind.JOINED: N_("may hold more than one activity, and is kept as one: {text}"),
    Kind.DISAGREES: N_("the text says {text}, the table {table}"),
    Kind.IMPOSSIBLE_DATE: N_("there is no such day as {words}: {text}"),
    Kind.LATER_THAN_PAPER: N_("tells of {words} as past, in a paper of {paper}: {text}"),
    Kind.UNREAD: N_("is not understood: {text}"),
    Kind.SECOND_STATEMENT: N_("says more than one thing, and the first is read: {text}"),
    Kind.RAGGED: N_("has {cells} cells where the heading has {columns}, and is read from the left: {text}"),
    Kind.HEADING_UNKNOWN: N_(
        "column {column} has a heading that is not known, and is kept as a note: {text}"
    ),
    Kind.HEADING_GUESSED: N_("column {column} has no heading, and is read as {read}"),
    Kind.TWO_NAMES: N_("is called {before} elsewhere in the paper: {text}"),
    Kind.REPAIRED: N_("{words} is read as {read}: {text}"),
    Kind.SPLIT: N_("is split into {into}"),
    Kind.TAKEN: N_("is taken for a heading: {text}"),
    Kind.STATUS_TAKEN: N_("is taken for what becomes of {of}: {text}"),
    Kind.ADOPTION_TAKEN: N_("is taken for the adoption of a column: {text}"),
    Kind.CONTINUED: N_("has no heading, and is read with that of the table before it"),
    Kind.ROW_SKIPPED: N_("the row is left out, because {why}: {text}"),
    Kind.CELL_NOT_USED: N_("a cell beyond the last column: {text}"),
    Kind.COLUMN_NOT_USED: N_(
        "a column that tells how things stood on a day, which follows from the plan: {text}"
    ),
    Kind.ACCOUNT_NOT_USED: N_("what the paper itself makes of the plan, and follows from it: {text}"),
    Kind.STRUCK: N_("struck through, left out: {text}"),
    Kind.TABLE_NOT_USED: N_("a table that is no plan: {text}"),
}


_WHY = (
    N_("it holds no words"),
    N_("it names no activity"),
    N_("it sums up the others"),
    N_("it repeats the heading"),
    N_("it stands above the heading of the table"),
)
"""Why a row is left out, in the words of the importers."""


def where(one: Irregularity) -> str:
    """Its place with a colon, before its sentence; nothing where the sentence begins with it."""
    is_told = one.kind in {Kind.NOT_KNOWN, Kind.OTHER_YEAR} and one.place == "the paper"
    return "" if is_told else f"{visible(place(one))}: "


def place(one: Irregularity) -> str:
    """Where in the paper it is: `table 1, row 3`."""
    return place_of(one.place)


def place_of(written: str) -> str:
    """A place of a paper as the readers of papers write it, in the language that is told in."""
    return told(place_in_words(written))


def groups() -> dict[Weight, str]:
    """The headings of what is irregular; what must be settled comes first."""
    return {weight: _(title) for weight, title in _GROUPS.items()}


def sentence(one: Irregularity) -> str:
    """What is irregular, without its place; the words of the paper stand in quotation marks."""
    said = {key: value if isinstance(value, str) else told(value) for key, value in one.said}
    quoted = _("“{text}”").format(text=one.text) if one.text else ""
    if one.kind is Kind.LOST:
        at, lost = lost_told(one.text)
        return f"{place_of(at)}: {lost}" if at else lost
    if one.kind is Kind.TEXT_NOT_USED:
        return quoted
    if one.kind is Kind.TAKEN and said.get("what") == "organisation":
        return _("the plan is taken for that of {name}").format(name=one.text)
    if one.kind is Kind.NOT_KNOWN:
        missing = _(_NOT_KNOWN[said["what"]])
        missing = f"{missing}: {quoted}" if quoted else missing
        return (
            _("{told}; read as {read}").format(told=missing, read=said["read"]) if "read" in said else missing
        )
    if one.kind is Kind.HEADING_UNKNOWN and not one.text:
        return _("column {column} has no heading, and is kept as a note").format_map(said)
    if "why" in said:
        said["why"] = _(said["why"])  # one of _WHY
    return _(_SENTENCES[one.kind]).format_map({**said, "text": quoted})
