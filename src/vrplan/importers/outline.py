"""Which area and focus area each table of a paper stands in, by headings, labelled lines and lists of names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Literal

from vrplan.importers.irregularities import Kind, irregular
from vrplan.importers.lines import STRONG, Line, days_in
from vrplan.importers.words import folded, listed, without_label

if TYPE_CHECKING:
    from vrplan.importers.irregularities import Irregularity
    from vrplan.importers.paper import Table

Part = Literal["area", "focus_area"]

_NUMBERED = 60
_PLAIN = 90
_LONGEST = 100
_ALIKE = 0.88
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[A-ZÆØÅ][.)]|[a-zæøå]\)|[IVX]{1,4}[.)])\s+(?=\S)")


@dataclass
class Place:
    """A heading in force: what it says, how high it stands, and what it stands in."""

    text: str
    level: int
    line: Line
    area: str | None = None
    """The area in force, where the paper has named one."""
    above: Place | None = None
    """The heading that this one stands under."""


@dataclass(frozen=True, slots=True)
class Where:
    """What stands above a table: names from the widest to the narrowest, and who does what is in it."""

    area: str | None
    focus_area: str | None
    above: tuple[Place, ...]
    """Headings of which only the whole paper shows what they name."""
    resource: Line | None


@dataclass
class Outline:
    """Walks through a paper; knows at each table where it stands."""

    found: list[Irregularity] = field(default_factory=list)
    declared: dict[str | None, dict[str, str]] = field(default_factory=dict)
    """The focus areas of each area, in order: as they are looked up, and as they are called."""
    renamed: dict[tuple[str | None, str], str] = field(default_factory=dict)
    """The next name of a focus area that is called otherwise further on, by its area and the name before."""
    area: str | None = None
    focus_area: str | None = None
    resource: Line | None = None
    """The line that says who does what stands below it."""
    stack: list[Place] = field(default_factory=list)
    awaited: tuple[Part, Line] | None = None
    """A line such as "Fokusområde 1", whose name is to come."""
    left: list[Line] = field(default_factory=list)
    """The lines that should have named something, and did not."""
    pushed: list[Line] = field(default_factory=list)
    """The lines that were taken for headings; which of them name a part shows only at the end."""
    places: list[Place] = field(default_factory=list)
    """Every heading that was in force once."""

    def line(self, line: Line) -> bool:
        """Take in a line; whether it says where the plan goes on."""
        if line.is_caption:
            return False
        if self.awaited and not label_of(line.text):
            (part, _), self.awaited = self.awaited, None
            return self._enter(part, line.text, line)
        if labelled := label_of(line.text):
            return self._labelled(*labelled, line)
        if self.area is not None and (name := self._known(line.text)):
            return self._enter("focus_area", line.text, line, name)
        if line.level is not None:
            self._push(line.text, line.level, line)
            return True
        return False

    def guess(self, line: Line) -> None:
        """Take a plain line right above a table for its heading, where nothing says what it is."""
        number = _NUMBER.match(line.text)
        self._push(line.text, _NUMBERED + _depth(number[0]) if number else _PLAIN, line)

    def listing(self, table: Table) -> bool:
        """Whether the table is a list of focus areas, with their numbers in one column and their names in another."""
        names = [tuple(cell.text for cell in row.cells if cell.text.strip(" -|*")) for row in table.rows]
        labels = [label_of(one[0]) for one in names if len(one) == 2]
        if not labels or len(labels) != sum(map(bool, names)):
            return False
        if any(label is None or label[0] == "resource" or label[1] for label in labels):
            return False
        for row in names:
            if len(row) == 2 and (label := label_of(row[0])):
                self._labelled(label[0], row[1], Line(" ".join(row), table.place))
        return True

    def where(self) -> Where:
        """Where a table stands that comes next; what is only called "Fokusområde 1" is called so."""
        if self.awaited:
            (part, line), self.awaited = self.awaited, None
            self._enter(part, line.text, line)
        return Where(self.area, self.focus_area, tuple(self.stack), self.resource)

    def leave_awaited(self) -> None:
        """What was to be named is not, or the paper is at its end."""
        if self.awaited:
            self.left.append(self.awaited[1])
            self.awaited = None

    def last_name(self, area: str | None, name: str | None) -> str | None:
        """What a focus area is called at the end of the paper."""
        while name is not None and (area, name) in self.renamed and self.renamed[area, name] != name:
            name = self.renamed[area, name]
        return name

    def _labelled(self, part: str, name: str, line: Line) -> bool:
        if part == "resource":
            self.resource = line
            self.pushed.append(line)
            return True
        as_part: Part = "area" if part == "area" else "focus_area"
        self.leave_awaited()
        if not name:
            self.awaited = (as_part, line)
            return True
        return self._enter(as_part, name, line)

    def _enter(self, part: Part, name: str, line: Line, known: str | None = None) -> bool:
        self.resource = None
        if part == "area" or self.area is not None:
            self.stack = []
        if part == "area":
            self.area, self.focus_area = without_number(name).rstrip(":"), None
            self.declared.setdefault(self.area, {})
            return True
        name = without_number(name).rstrip(":")
        names = self.declared.setdefault(self.area, {})
        key = known or self._known(name) or folded(name)
        before = names.get(key)
        if before is not None and before != name:
            if before.casefold() == name.casefold():
                name = before
            if folded(name) != folded(before):
                self.found.append(irregular(Kind.TWO_NAMES, line.place, name, before=before))
            self.renamed.pop((self.area, name), None)
            self.renamed[self.area, before] = name
        names[key] = self.focus_area = name
        return True

    def _known(self, text: str) -> str | None:
        """The focus area of this area that is called so, or nearly so."""
        words = folded(without_number(text))
        if not words or len(words) > _LONGEST:
            return None
        names = self.declared.get(self.area, {})
        for key in names:
            if words == key or SequenceMatcher(None, words, key).ratio() >= _ALIKE:
                return key
        return next((key for key in names if len(words) > 8 and key.startswith(f"{words} ")), None)

    def _push(self, text: str, level: int, line: Line) -> None:
        number = _NUMBER.match(text)
        if level == STRONG and number:
            level += min(_depth(number[0]), 4)
        while self.stack and self.stack[-1].level >= level:
            self.stack.pop()
        self.pushed.append(line)
        above = self.stack[-1] if self.stack else None
        self.stack.append(
            Place(without_label(without_number(text)).rstrip(":"), level, line, self.area, above)
        )
        self.places.append(self.stack[-1])
        self.resource = None
        if self.area is not None and level < STRONG:
            self.focus_area = None


def _depth(number: str) -> int:
    """How many numbers stand above one: 1 for "2.1"."""
    return number.strip(" .)").count(".")


def may_head(line: Line) -> bool:
    """Whether a plain line may be the heading of the table below it: short, and no sentence."""
    text = line.text
    first = line.words.split(" ", 1)[0] if line.words else ""
    return (
        len(text) <= _LONGEST
        and not text.endswith((".", ",", ";", "?", ":"))
        and not days_in(text)
        and (text[0].isupper() or text[0].isdigit())
        and first not in listed("outline", "caption")
    )


def number_of(text: str) -> str:
    """The number in front of a text, without the sign after it: "2.1" of "2.1. Folkehelse"; nothing where is none."""
    found = _NUMBER.match(text)
    return found[0].strip(" .)") if found else ""


def without_number(text: str) -> str:
    """A name without the number in front of it: "2.1 Folkehelse"."""
    return _NUMBER.sub("", text) or text


def label_of(text: str) -> tuple[str, str] | None:
    """What a line like "Innsatsområde: Helse" or "Fokusområde 2 – Folkehelse" names, and the name."""
    match = _label_pattern().match(without_number(text.strip(" *_")))
    if match is None:
        return None
    word, number, sign, name = match["word"].casefold(), match["number"], match["sign"].strip(), match["name"]
    part = next(key for key in ("area", "focus_area", "resource") if word in listed("outline", key))
    if part == "resource" and (":" not in sign or number):
        return None
    if not number and not sign and name:
        return None
    if part != "resource" and (
        len(name) > _LONGEST or name.endswith(".") or not (number or sign or not name)
    ):
        return None
    return part, name.strip(" *_")


@cache
def _label_pattern() -> re.Pattern[str]:
    words = "|".join(
        sorted(
            (word for key in ("area", "focus_area", "resource") for word in listed("outline", key)),
            key=len,
            reverse=True,
        )
    )
    return re.compile(
        rf"(?P<word>{words})(?![^\W\d_])\s*(?P<number>\d{{1,2}}(?:\.\d+)*|[IVX]{{1,4}}(?!\w))?(?P<sign>[\s.:)*_–—-]*)(?P<name>.*)$",
        re.IGNORECASE | re.DOTALL,
    )
