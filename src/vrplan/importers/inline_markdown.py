"""The text that a line of Markdown shows: without the marks for bold, links, code and the rest."""

from __future__ import annotations

import html
import re
from typing import Final

_COMMENT: Final = re.compile(r"<!--.*?(?:-->|$)")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LOOKS: Final = (
    "a abbr b big blockquote br center cite code dd del details div dl dt em figure figcaption font h[1-6] hr i img "
    "ins kbd li mark ol p pre q s small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul"
)
"""The tags that say how a text looks; any other between < and > is text that somebody has written."""
_TAG: Final = re.compile(rf"</?(?:{_LOOKS.replace(' ', '|')})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)
_LINK: Final = re.compile(
    r"!?\[([^\[\]]{0,500})\](?:\([^()\s]{0,500}(?:\s+\"[^\"]{0,200}\")?\)|\[[^\[\]]{0,100}\])"
)
_ADDRESS: Final = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_CODE: Final = re.compile(r"(?<!`)(`+)(?!`)([^`]+)\1(?!`)")
_STRUCK: Final = re.compile(
    r"~~(?=\S)([^~]{1,500})(?<=\S)~~|<(s|del|strike)>([^<>]{1,500})</\2>", re.IGNORECASE
)
_STRONG: Final = re.compile(
    r"(?<![*\w])\*\*\*?(?=\S)([^*]{1,1000})(?<=\S)\*\*\*?(?!\w)|(?<!\w)__(?=\S)([^_]{1,1000})(?<=\S)__(?!\w)"
)
_SLANTED: Final = re.compile(
    r"(?<![*\w])\*(?=\S)([^*]{1,1000})(?<=\S)\*(?![*\w])|(?<![\w_])_(?=\S)([^_]{1,1000})(?<=\S)_(?!\w)"
)
"""Where a word goes on beside a mark, it is no mark but a sign: 7*7 and 8*8."""
_ALL_STRONG: Final = re.compile(r"\s*(?:\*\*\*?[^*]+\*\*\*?|__[^_]+__)[:.]?\s*")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN_AT: Final = 0xF0000
"""Escaped characters stand here, out of the way, while the marks are looked for."""


def shown_and_struck(text: str) -> tuple[str, tuple[str, ...]]:
    """What a reader of the Markdown sees, a `<br>` as a line break; apart from it what is struck through."""
    text = _ESCAPED.sub(lambda found: chr(_HIDDEN_AT + ord(found[1])), text)
    struck = tuple(_plain(found[1] or found[3]) for found in _STRUCK.finditer(text))
    return _plain(_STRUCK.sub("", text)), struck


def _plain(text: str) -> str:
    text = _BREAK.sub("\n", _COMMENT.sub("", text))
    text = _TAG.sub("", _ADDRESS.sub(r"\1", _LINK.sub(r"\1", text)))
    for mark in (_STRONG, _SLANTED):
        text = mark.sub(lambda found: found[1] or found[2], text)
    text = _CODE.sub(r"\2", text)
    return re.sub(
        f"[{chr(_HIDDEN_AT)}-{chr(_HIDDEN_AT + 127)}]",
        lambda found: chr(ord(found[0]) - _HIDDEN_AT),
        html.unescape(text),
    )


def is_strong(text: str) -> bool:
    """Whether all of a line is bold."""
    return _ALL_STRONG.fullmatch(text) is not None
