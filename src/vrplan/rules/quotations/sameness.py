"""When two texts have the same words, however they were set: blanks, hyphens, dashes, quotation marks."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_QUOTES: Final = dict.fromkeys(map(ord, "“”„‟«»″❝❞"), '"') | dict.fromkeys(map(ord, "‘’‚‛‹›′´`"), "'")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_MARKS: Final = _QUOTES | _DASHES
_SPLIT_BY_SOFT_HYPHEN: Final = re.compile("\u00ad\\s*\\n\\s*")
_UNSEEN: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f]")
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])-\s?(?=[^\W\d_])")
"""Between letters. Whether one at a line's end belongs to the word nobody sees, so none of them counts."""
_DASH_OF_FIGURES: Final = re.compile(r"(?<=\d)\s?-\s?(?=\d)|(?<=\d\.)[^\S\n]*-\s*(?=\d)")
"""As in “1.6. – 15.6.”; one that begins a line, after a full stop, is that of a list."""
_RAISED: Final = "[\u00b9\u00b2\u00b3\u2070-\u2079]+"
_FIGURE_OF_A_NOTE: Final = re.compile(rf"(?<=\d){_RAISED}|(?<=\d[.,:;)]){_RAISED}|{_RAISED}(?=\d)")
"""Beside a figure: it would become a part of the number."""
_NUMBER_GOES_ON: Final = re.compile(r"\.?-|[.,:/]\d")
_NUMBER_BEGAN: Final = re.compile(r".?-|\d[.,:/]")


def plain(text: str) -> str:
    """The text in the form in which texts are compared. Capitals and small letters stay what they are."""
    text = _UNSEEN.sub("", _SPLIT_BY_SOFT_HYPHEN.sub("", text)).translate(_MARKS)
    text = unicodedata.normalize("NFKC", _FIGURE_OF_A_NOTE.sub("", text))
    text = " ".join(_DASH_OF_FIGURES.sub("-", text).split())
    return _HYPHEN.sub("", _DASH_OF_FIGURES.sub("-", text))


def stands_in(text: str, whole: str) -> bool:
    """Whether a text stands in another, both plain: from the beginning of a word to the end of one.

    No part of a number, a date or a period is the whole of it: “30.6” does not stand in “29.6.18”, nor “1/7” in
    “1/7-18”.
    """
    start = whole.find(text) if text else -1
    while start >= 0:
        end = start + len(text)
        if _begins_there(text[0], whole[max(0, start - 2) : start]) and _ends_there(
            text[-1], whole[end : end + 2]
        ):
            return True
        start = whole.find(text, start + 1)
    return False


def _begins_there(first: str, before: str) -> bool:
    """Whether a word can begin between these; a figure may stand right before a letter, as that of a note does."""
    if first.isdigit():
        return not (before[-1:].isalnum() or _NUMBER_BEGAN.fullmatch(before))
    return not (first.isalpha() and before[-1:].isalpha())


def _ends_there(last: str, after: str) -> bool:
    if last.isdigit():
        return not (after[:1].isalnum() or _NUMBER_GOES_ON.match(after))
    return not (last.isalpha() and after[:1].isalpha())
