"""YAML text to plain located data, safely and fast."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ruamel.yaml.error import YAMLError

from vrplan.findings import Finding, Place, Related, Spot
from vrplan.yaml_source.building import Builder, Mapping, Stop
from vrplan.yaml_source.codes import CODES, DIRECTIVE, EMPTY_FILE, NOT_UTF8, NOT_YAML, plain_words
from vrplan.yaml_source.events import parser, place
from vrplan.yaml_source.finding_places import PlaceFinder

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CODES", "Mapping", "Source", "read_yaml"]

_NOT_PRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")

_PERCENT_LINE = re.compile(r"(?:\A|^\.\.\.)(?:[ \t]*(?:#.*)?[\r\n])*(?=%)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has been read: plain data (None when it cannot be read) and the findings met on the way."""

    file: str
    text: str
    data: Any
    findings: tuple[Finding, ...]

    def places(self, spots: Iterable[Spot]) -> dict[Spot, Place]:
        """Where the spots of this file stand, found in one pass. Unknown paths get their nearest parent's."""
        wanted = [spot for spot in spots if spot.file == self.file]
        return PlaceFinder(self.file, self.text).find(wanted) if wanted else {}


def read_yaml(content: bytes, file: str) -> Source:
    """Read one file. Every problem is a finding; nothing is raised, whatever the bytes are."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Source(file, "", None, (_not_utf8(content, error, file),))
    if percent := _PERCENT_LINE.search(text):
        here = _at(text, percent.end(), file)
        finding = Finding(
            NOT_YAML, Spot(file, ()), {"problem": DIRECTIVE}, place=here, advice="remove the line"
        )
        return Source(file, text, None, (finding,))
    builder = Builder(file)
    try:
        data = builder.build(parser(text))
    except Stop:
        data = None
    except YAMLError as error:
        builder.findings.append(_not_yaml(error, text, file))
        data = None
    if data is None and not builder.findings:
        builder.findings.append(Finding(EMPTY_FILE, Spot(file, ()), place=Place(file, 1, 1, 1, 1)))
    return Source(file, text, data, tuple(builder.findings))


def _not_utf8(content: bytes, error: UnicodeDecodeError, file: str) -> Finding:
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    here = Place(file, line, column, line, column + 1)
    return Finding(NOT_UTF8, Spot(file, ()), {"byte": f"0x{content[error.start]:02X}"}, place=here)


def _not_yaml(error: YAMLError, text: str, file: str) -> Finding:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    values = {"problem": plain_words(str(problem).split("\n", 1)[0])}
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return Finding(NOT_YAML, Spot(file, ()), values, place=_unprintable(text, file))
    if began is None or not text[began.index : mark.index].strip():
        return Finding(NOT_YAML, Spot(file, ()), values, place=_within(text, place(file, mark, mark)))
    start = place(file, began, began)
    if not text[mark.index :].strip():  # the end of the file is nowhere to look: show what was never finished
        return Finding(NOT_YAML, Spot(file, ()), values, place=start)
    related = (Related("what cannot be finished began here", Spot(file, ()), start),)
    return Finding(NOT_YAML, Spot(file, ()), values, related, place(file, mark, mark))


def _within(text: str, here: Place) -> Place:
    """The place itself, or the end of the last line when it lies after it."""
    lines = text.splitlines() or [""]
    if here.line <= len(lines):
        return here
    end = len(lines[-1]) + 1
    return Place(here.file, len(lines), end, len(lines), end)


def _unprintable(text: str, file: str) -> Place:
    """The first character that YAML 1.2 (section 5.1) does not allow; libyaml does not say where it stands."""
    match = _NOT_PRINTABLE.search(text)
    return _at(text, match.start() if match else 0, file)


def _at(text: str, offset: int, file: str) -> Place:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Place(file, line, column, line, column + 1)
