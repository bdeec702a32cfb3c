"""What of a paper could not be read, in the language that is told in; the importers write it in English."""

from __future__ import annotations

import re
from functools import cache

from vrplan.render.language import N_, _

_LOST = (
    N_("hidden text was left out"),
    N_("pictures were not read"),
    N_("footnotes were not read"),
    N_("endnotes were not read"),
    N_("comments in the margin were not read"),
    N_("another document that is inserted in this one was not read"),
    N_("another page that is shown inside this one was not read"),
    N_("the paper has tracked changes: insertions were read, deletions were not"),
    N_("cells that hold a colour and no words were not read: a traffic light may be one"),
    N_("the page is nested too deep: what lies deeper was not read"),
    N_("characters that are no text (control characters) were left out"),
    N_("tables written as HTML inside the Markdown were not read as tables"),
    N_("a row of dashes stands below rows of the table; it was left out"),
    N_("the table is too long, nothing was read from here to its end"),
    N_("text that does not stand upright was not read"),
    N_("it has no lines; its columns and rows were read from where the words stand"),
    N_("it holds too many lines to look for tables between them"),
    N_("a text box was not read: {text}"),
    N_("text in a cell that is merged with the one above was left out: {text}"),
    N_("only the first {number} cells of the row were read"),
)
_PLACED = re.compile(r"((?:(?:table|row|page|line|paragraph) \d+(?:, )?)+): (.+)", re.DOTALL)


def lost_told(written: str) -> tuple[str, str]:
    """The place that the importers have put before what was lost, empty where there is none, and what was lost."""
    placed = _PLACED.fullmatch(written)
    place, text = (placed[1], placed[2]) if placed else ("", written)
    for template, pattern in _patterns():
        if match := pattern.fullmatch(text):
            return place, _(template).format_map(match.groupdict())
    return place, text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (one, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(one)), re.DOTALL)) for one in _LOST
    )
