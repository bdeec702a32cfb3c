"""The numbers that Word sets before paragraphs of a list: they are in no text, and people refer to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from vrplan.importers.docx_text import WORD, children, value_of

if TYPE_CHECKING:
    from docx.document import Document

    from vrplan.importers.docx_styles import Styles

_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_BIGGEST: Final = 9_999
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: how its number is written, with `%1` for that of the first level, and where it begins."""

    form: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it; several may count on in one another."""

    counted_with: str
    levels: dict[int, _Level]
    begins_anew: dict[int, int]
    """The levels that begin anew where this list is first met, and at which number."""


@dataclass(slots=True)
class Numbers:
    """Counts the paragraphs of a document, in its order."""

    styles: Styles
    lists: dict[str, _List]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, document: Document, styles: Styles) -> Numbers:
        """The lists of that document; nothing is counted yet."""
        parts = [one.target_part for one in document.part.rels.values() if one.reltype.endswith("/numbering")]
        return cls(styles, _lists(parts[0].element) if parts else {})

    def next(self, paragraph: Any) -> str:
        """What stands before this paragraph, which must be the next one: "1.2", "a)", or nothing."""
        number, level = self.styles.numbering(paragraph)
        found = self.lists.get(number)
        if found is None or level not in found.levels:
            return ""
        counts = self.counts.setdefault(found.counted_with, {})
        if number not in self.met:
            self.met.add(number)
            counts.update({at: start - 1 for at, start in found.begins_anew.items()})
        counts[level] = min(counts.get(level, found.levels[level].start - 1) + 1, _BIGGEST)
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return _written(found, level, counts)


def _written(found: _List, level: int, counts: dict[int, int]) -> str:
    if found.levels[level].form in {"bullet", "none"}:
        return ""

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        one = found.levels.get(at)
        return _counted(counts.get(at, one.start), one.form) if one else ""

    return " ".join(_PLACE.sub(number, found.levels[level].text).split())


def _counted(number: int, form: str) -> str:
    """A number as a list writes it."""
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"}:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman if form == "lowerRoman" else roman.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _lists(numbering: Any) -> dict[str, _List]:
    kinds = {
        one.get(f"{WORD}abstractNumId"): {
            _whole(level.get(f"{WORD}ilvl")): level for level in children(one, "lvl")
        }
        for one in children(numbering, "abstractNum")
    }
    found: dict[str, _List] = {}
    for one in children(numbering, "num"):
        kind = next((value_of(mark) for mark in children(one, "abstractNumId")), None)
        levels, anew = dict(kinds.get(kind, {})), {}
        for change in children(one, "lvlOverride"):
            at = _whole(change.get(f"{WORD}ilvl"))
            for level in children(change, "lvl"):
                levels[at] = level
            for start in children(change, "startOverride"):
                anew[at] = _whole(value_of(start))
        read = {at: _level(level) for at, level in levels.items() if at <= _DEEPEST}
        found[str(one.get(f"{WORD}numId"))] = _List(str(kind), read, anew)
    return found


def _level(element: Any) -> _Level:
    said = {
        name: next((value_of(mark) for mark in children(element, name)), None)
        for name in ("numFmt", "lvlText")
    }
    start = next((_whole(value_of(mark)) for mark in children(element, "start")), 1)
    return _Level(said["numFmt"] or "decimal", (said["lvlText"] or "")[:60], start)


def _whole(text: str | None) -> int:
    return min(int(text), _BIGGEST) if text and text.isdecimal() and len(text) < 9 else 0
