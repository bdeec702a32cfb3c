"""The text of a paper without what is no text: odd blanks, control characters, words split at a line end."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ODD_BLANKS: Final = re.compile(r"[^\S\n]+")
_UNSEEN: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f]")
"""Soft hyphens and joiners: part of how a text was set, not of what it says."""
_NOT_TEXT: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPLIT_WORD: Final = re.compile(r"(?<=[a-zæøåöäü])-\n(?!(?:og|eller|samt|and|or)\b)(?=[a-zæøåöäü])")
_SPLIT_UNSEEN: Final = re.compile("\u00ad[^\\S\\n]*\\n[^\\S\\n]*")
"""A soft hyphen at a line end was shown there."""
_BULLET: Final = re.compile(r"^(?:[-*+•◦▪▫‣●○■□–—\uf0b7\uf0a7\uf0d8\uf02d]|[o§](?=[ \t]))[ \t]+(?=\S)")


def tidied(text: str) -> str:
    """The text in one form of Unicode, its blanks single, its lines stripped, none of them empty at either end."""
    whole = _SPLIT_UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    plain = _NOT_TEXT.sub("", _UNSEEN.sub("", whole))
    lines = (_ODD_BLANKS.sub(" ", line).strip() for line in unicodedata.normalize("NFC", plain).split("\n"))
    return mended("\n".join(lines).strip("\n"))


def one_line(text: str) -> str:
    """The tidied text with its line breaks as blanks."""
    return " ".join(tidied(text).split())


def mended(text: str) -> str:
    """The text with the words joined that a line end had split: `kompe-⏎tanse`, but not `plan-⏎og`."""
    return _SPLIT_WORD.sub("", _SPLIT_UNSEEN.sub("", text))


def has_control_characters(text: str) -> bool:
    """Whether something stood in it that is no text at all."""
    return _NOT_TEXT.search(text) is not None


def without_bullet(text: str) -> str:
    """An entry of a list without the mark before it."""
    return _BULLET.sub("", text, count=1)
