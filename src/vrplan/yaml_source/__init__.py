"""YAML text to plain located data, safely and fast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ruamel.yaml.error import YAMLError

from vrplan.findings import Finding, Place, Spot
from vrplan.yaml_source.building import Builder, Mapping, Stop
from vrplan.yaml_source.codes import CODES, EMPTY_FILE
from vrplan.yaml_source.events import parser
from vrplan.yaml_source.faults import directive, lines_of, not_utf8, not_yaml, unfinished_merge
from vrplan.yaml_source.finding_places import PlaceFinder

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CODES", "Mapping", "Source", "read_yaml"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has been read: plain data (None when it cannot be read) and the findings met on the way."""

    file: str
    content: bytes
    data: Any
    findings: tuple[Finding, ...]

    @property
    def text(self) -> str:
        """The file's text; made when it is asked for, since a large plan is seldom quoted."""
        return self.content.decode("utf-8-sig", "replace")

    @property
    def lines(self) -> list[str]:
        """The lines of the text, as places count them."""
        return lines_of(self.text)

    def places(self, spots: Iterable[Spot]) -> dict[Spot, Place]:
        """Where the spots of this file stand, found in one pass. Unknown paths get their nearest parent's."""
        wanted = [spot for spot in spots if spot.file == self.file]
        return PlaceFinder(self.file, self.text).find(wanted) if wanted else {}


def read_yaml(content: bytes, file: str) -> Source:
    """Read one file. Every problem is a finding; nothing is raised, whatever the bytes are."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Source(file, content, None, (not_utf8(error, file),))
    if fault := directive(text, file) or unfinished_merge(text, file):
        return Source(file, content, None, (fault,))
    builder = Builder(file)
    try:
        data = builder.build(parser(text))
    except Stop:
        data = None
    except YAMLError as error:
        builder.findings.append(not_yaml(error, text, file))
        data = None
    if data is None and not builder.findings:
        builder.findings.append(Finding(EMPTY_FILE, Spot(file, ()), place=Place(file, 1, 1, 1, 1)))
    return Source(file, content, data, tuple(builder.findings))
