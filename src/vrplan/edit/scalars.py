"""A text as YAML writes it: plain where nobody can misread it, else in quotation marks."""

from __future__ import annotations

import re


class Unwritable(Exception):  # noqa: N818 - an answer, not an error: the caller says what stays undone
    """A text that no YAML file can hold."""


_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_UNSEEN = re.compile(
    "[^ -~\xa0-\u200a\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML does not print or takes for a line break, and what turns the direction of reading."""
_HALF = re.compile("[\ud800-\udfff]")
_NOT_PLAIN = re.compile(r": |:$| #|^\.\.\.|\s$|^\s")
_NOT_PLAIN_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")
_PLAIN_NUMBER = re.compile(r"0|[1-9]\d{0,14}")
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|<<"
    r"|[-+]?(\.inf|\.nan|0[xob][\da-f_]+|\d[\d_]*(:[0-5]?\d)+(\.\d*)?|(\d[\d_]*\.?|\.\d)[\d_]*(e[-+]?\d+)?)"
    r"|\d{4}-\d\d?-\d\d?(t|\s+)\d.*",
    re.IGNORECASE,
)
"""What some reader of YAML 1.1 or 1.2 takes for nothing, a yes or a no, a number or a moment."""
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\", "\0": "\\0", "\a": "\\a"}


def scalar(text: str, *, in_brackets: bool = False, mark: str = "") -> str:
    """The text as it is written; `mark` is the quotation mark that its neighbours have, if any.

    Raises Unwritable for half characters: bytes on the command line that are no text.
    """
    if _HALF.search(text):
        raise Unwritable("it holds half a character, which no file can hold")
    if _UNSEEN.search(text):
        return _escaped(text)
    if mark:
        return _marked(text, mark)
    if is_plain(text) and not (in_brackets and _NOT_PLAIN_IN_BRACKETS.search(text)):
        return text
    return _marked(text, "'" if '"' in text or "\\" in text else '"')


def is_plain(text: str) -> bool:
    """Whether a text on a line of its own needs no quotation marks."""
    if not text or text[0] in _INDICATORS or _NOT_PLAIN.search(text):
        return False
    # Days and whole numbers stay plain, as people write them: nobody takes them for another day or number.
    return bool(_PLAIN_NUMBER.fullmatch(text)) or not _NO_TEXT.fullmatch(text)


def _marked(text: str, mark: str) -> str:
    return "'" + text.replace("'", "''") + "'" if mark == "'" else _escaped(text)


def _escaped(text: str) -> str:
    return '"' + re.sub(rf'["\\]|{_UNSEEN.pattern}', _escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    if match[0] in _ESCAPES:
        return _ESCAPES[match[0]]
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
