"""What keeps a file from being read at all, as findings with their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vrplan.findings import Finding, Place, Related, Spot, Told
from vrplan.yaml_source.codes import DIRECTIVE, NOT_UTF8, NOT_YAML, plain_words
from vrplan.yaml_source.events import place

if TYPE_CHECKING:
    from ruamel.yaml.error import YAMLError

# Patterns as text: few files need one, and the module `re` keeps what it has compiled.
_LINE_END = "\r\n|[\n\r\x85\u2028\u2029]"  # those of YAML 1.1, which libyaml counts
_NOT_PRINTABLE = "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
_MERGE_MARK = r"(?m)^(?:<{7}|>{7})(?= |$)"
_PERCENT_LINE = r"(?m)(?:\A|^\.\.\.)(?:[ \t]*(?:#.*)?[\r\n])*(?=%)"
_ENDS_BEFORE_PERCENT = ("\n%", "\r%", "...%")
_MERGE_MARKS = ("<<<<<<<", ">>>>>>>")
"""What a text must hold for the patterns above to be found: to look for that takes a twentieth of the time."""
_FINISHED_ELSEWHERE = ("while parsing a flow", "while scanning a quoted")
"""How the parser names what a missing bracket or quotation mark leaves open."""


def lines_of(text: str) -> list[str]:
    """The lines as the parser counts them."""
    return re.split(_LINE_END, text)


def not_utf8(error: UnicodeDecodeError, file: str) -> Finding:
    """The first byte that is not UTF-8."""
    before = error.object[: error.start].decode()
    values = {"byte": f"0x{error.object[error.start]:02X}"}
    return Finding(NOT_UTF8, Spot(file, ()), values, place=_at(before, len(before), file))


def directive(text: str, file: str) -> Finding | None:
    """A line that tells the parser how to read; ours takes no orders from a file."""
    if not text.startswith("%") and not _holds_any(text, _ENDS_BEFORE_PERCENT):
        return None
    match = re.search(_PERCENT_LINE, text)
    if match is None:
        return None
    here = _at(text, match.end(), file)
    return Finding(
        NOT_YAML, Spot(file, ()), {"problem": Told(DIRECTIVE)}, place=here, advice="remove the line"
    )


def unfinished_merge(text: str, file: str) -> Finding | None:
    """The marks that git leaves where two versions could not be joined."""
    match = re.search(_MERGE_MARK, text) if _holds_any(text, _MERGE_MARKS) else None
    if match is None:
        return None
    values = {"problem": Told("git could not join two versions of this file, and left its marks")}
    advice = "keep the right one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>"
    here = _at(text, match.start(), file)
    return Finding(NOT_YAML, Spot(file, ()), values, place=here, advice=advice)


def not_yaml(error: YAMLError, text: str, file: str) -> Finding:
    """Where the parser gave up and why; at the end of the file, where that began which has no end."""
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    context = getattr(error, "context", None) or ""
    at_the_end = mark is not None and not text[mark.index :].strip()
    if at_the_end and context == "while parsing a flow node":
        problem += " at the end"
    values = {"problem": plain_words(str(problem).split("\n", 1)[0])}
    if mark is None:  # the one fault that libyaml gives no place
        match = re.search(_NOT_PRINTABLE, text)
        return Finding(NOT_YAML, Spot(file, ()), values, place=_at(text, match.start() if match else 0, file))
    if began is not None and context == "while scanning a simple key":
        mark = began
    related: tuple[Related, ...] = ()
    if began is not None and context.startswith(_FINISHED_ELSEWHERE):
        if at_the_end:
            mark = began
        else:
            start = place(file, began, began)
            related = (Related("what has no end begins here", Spot(file, ()), start),)
    return Finding(NOT_YAML, Spot(file, ()), values, related, _within(text, place(file, mark, mark)))


def _within(text: str, here: Place) -> Place:
    """The place itself, or the end of the last line with words when it lies after it."""
    lines = lines_of(text.rstrip())
    if here.line <= len(lines):
        return here
    end = len(lines[-1]) + 1
    return Place(here.file, len(lines), end, len(lines), end)


def _holds_any(text: str, signs: tuple[str, ...]) -> bool:
    return any(sign in text for sign in signs)


def _at(text: str, offset: int, file: str) -> Place:
    before = lines_of(text[:offset])
    line, column = len(before), len(before[-1]) + 1
    return Place(file, line, column, line, column + 1)
