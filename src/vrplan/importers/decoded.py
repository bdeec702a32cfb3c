"""The bytes of a text to its letters, and a word to the user when the letter set had to be guessed."""

from __future__ import annotations

import codecs
import re
from typing import Final

from vrplan.importers.paper import Unreadable
from vrplan.importers.tidy import has_control_characters

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LETTER_SETS: Final = re.compile(r"utf-8|cp\d+|iso8859-\d+|mac-roman|koi8-[rut]")
"""Python knows more under such names, some of which are no letter sets."""
_FEW: Final = 0.1
"""The share of characters that are no text, above which a file is none either."""

Decoded = tuple[str, tuple[str, ...]]
"""The text, and what must be told about how it was read."""


def decoded(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of a file; `declared` is the letter set that it names itself, if it does."""
    text, told = _marked(data) or _declared(data, declared) or _guessed(data)
    odd = sum(map(has_control_characters, text[:10_000])) + text[:10_000].count("\ufffd")
    if odd > _FEW * len(text[:10_000]):
        raise Unreadable("{name} is not a text: most of its bytes are no letters", name=name)
    return text, told


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replaced(data[len(mark) :], encoding)
    return None


def _declared(data: bytes, encoding: str | None) -> Decoded | None:
    """As the file says; a browser reads `latin-1` as Windows-1252, and UTF-16 cannot be named in ASCII."""
    try:
        known = codecs.lookup(encoding or "").name
    except (LookupError, ValueError):
        return None
    if known in ("iso8859-1", "ascii"):
        known = "cp1252"
    if not _LETTER_SETS.fullmatch(known):
        return None
    try:
        return data.decode(known), ()
    except ValueError:
        return None


def wide_letters_of(data: bytes) -> str | None:
    """Whether it is UTF-16 that does not say so, and which: every other byte is 0 in nearly all of it."""
    start = data[:2000]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if start[first::2].count(0) > 0.6 * len(start) / 2 and not start[1 - first :: 2].count(0):
            return encoding
    return None


def _guessed(data: bytes) -> Decoded:
    if wide := wide_letters_of(data):
        return _replaced(data, wide, "its letters were read as UTF-16, which it does not say")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    if sum(letter > "\x7f" for letter in text) > 3 * damaged:
        return text, (f"letters that are damaged stand as \ufffd: {damaged}",)
    return _replaced(data, "cp1252", "its letters were read as Windows-1252 (Latin-1): they are not UTF-8")


def _replaced(data: bytes, encoding: str, *told: str) -> Decoded:
    text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    return text, (*told, *([f"letters that are damaged stand as \ufffd: {damaged}"] if damaged else []))
