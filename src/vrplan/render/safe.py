"""User text made harmless: nothing that a YAML value contains is obeyed by a terminal, a sheet or a page."""

from __future__ import annotations

import re

ORDER = re.compile(r"(##\w*)\[")
"""The bracket by which a build service knows an order, wherever in a line: GitHub's ##[…], Azure's ##vso[…]."""
# C0 and C1 controls, the bidirectional controls that reorder what is read (Unicode TR 36), half characters, and
# the two that no XML file may hold.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_UNKEPT = re.compile(f"(?![\t\n]){_UNSEEN.pattern}")
_LINE_BREAKS = re.compile(r"[\r\n\t\v\f\x85\u2028\u2029]+ *")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+!|~&])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Where GitHub and GitLab would find a person, a team, an issue, an address or an emoji in text that is not markup.
_LINKED = re.compile(
    r"(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)|(?<=:)(?=[\w+\\-]+:)", re.IGNORECASE
)
_NOTHING = "&#8203;"  # a space without width


def visible(text: str) -> str:
    """One line of plain text: line breaks become spaces, and control characters their visible escapes."""
    if text.isprintable() and "##" not in text:  # almost all: only the rest is worth a closer look
        return text.rstrip()
    shown = _UNSEEN.sub(_escape, _LINE_BREAKS.sub(" ", text)).rstrip()
    return ORDER.sub(r"\1\\x5b", shown) if "##" in shown else shown


def markdown(text: str) -> str:
    """Text for a Markdown page or table cell: no character of it is markup or HTML."""
    return _MARKDOWN.sub(r"\\\1", visible(text))


def unlinked(text: str) -> str:
    """Text for a Markdown page on a site that also links what is no markup: @name, #123, https://…, :smile:."""
    return _LINKED.sub(_NOTHING, markdown(text))


def cell(text: str) -> str:
    """Text for a CSV cell: a spreadsheet takes nothing that begins like a formula as one."""
    text = visible(text)
    return "'" + text if text.startswith(_FORMULA) else text


def stored(text: str) -> str:
    """Text for a database: word for word, with its line breaks and tabs; other control characters as escapes."""
    return text if text.isprintable() else _UNKEPT.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\x{ord(match[0]):02x}" if ord(match[0]) < 0x100 else f"\\u{ord(match[0]):04x}"
