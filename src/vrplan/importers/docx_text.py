"""The text that a paragraph of a Word file shows, its tracked changes taken as made, and what is not read of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from vrplan.importers.paper import Struck

if TYPE_CHECKING:
    from docx.document import Document

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OTHER: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_WRAPPERS: Final = {
    f"{WORD}{tag}"
    for tag in ("ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple")
} | {f"{WORD}{tag}" for tag in ("dir", "bdo")}
"""Elements around text that change nothing in it: insertions, content controls, links, fields."""
_DELETED: Final = {f"{WORD}del", f"{WORD}moveFrom"}
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_PICTURES: Final = {f"{WORD}drawing", f"{WORD}pict", f"{WORD}object", f"{_OTHER}AlternateContent"}
COLOURS: Final = "cells that hold a colour and no words were not read: a traffic light may be one"
_TOLD: Final = {
    "inserted": "the paper has tracked changes: insertions were read, deletions were not",
    "deleted": "the paper has tracked changes: insertions were read, deletions were not",
    "hidden": "hidden text was left out",
    "footnoteReference": "footnotes were not read",
    "endnoteReference": "endnotes were not read",
    "commentReference": "comments in the margin were not read",
    "picture": "pictures were not read",
    "colour": COLOURS,
    "altChunk": "another document that is inserted in this one was not read",
}


@dataclass(slots=True)
class Text:
    """Reads paragraphs, and remembers what it met and did not read."""

    told: set[str] = field(default_factory=set)
    boxes: dict[str, None] = field(default_factory=dict)
    struck: list[Struck] = field(default_factory=list)

    def of(self, paragraph: Any, place: str) -> str:
        """What the paragraph shows, line breaks as `\\n`; what is struck through is kept apart."""
        shown = ""
        runs = shown_runs(paragraph, self.told)
        for is_struck, together in groupby(runs, key=_is_struck):
            text = "".join(self._of_run(run, place) for run in together)
            if not is_struck:
                shown += text
            elif text.strip():
                self.struck.append(Struck(text, place))
        return shown

    def _of_run(self, run: Any, place: str) -> str:
        if any(is_on(mark) for mark in children(run, "rPr", "vanish")):
            self.told.add("hidden")
            return ""
        text = ""
        for element in run:
            name = _name(element)
            if element.tag in _PICTURES:
                self._picture(element, place)
            elif name == "t":
                text += element.text or ""
            elif name in _SIGNS:
                text += _SIGNS[name]
            elif name in _TOLD:
                self.told.add(name)
        return text

    def _picture(self, element: Any, place: str) -> None:
        """A drawing; one with text in it is a text box, which Word writes twice for older versions of itself."""
        boxes = list(element.iter(f"{WORD}txbxContent"))
        for box in boxes:
            text = " ".join("".join(box.itertext(f"{WORD}t")).split())
            self.boxes.setdefault(f"{place}: a text box was not read: {text}")
        if not boxes:
            self.told.add("picture")

    def lost(self, document: Document) -> Iterator[str]:
        """What was met and not read, in plain English."""
        yield from self.boxes
        yield from dict.fromkeys(told for key, told in _TOLD.items() if key in self.told)
        if any(relation.reltype.endswith("/comments") for relation in document.part.rels.values()):
            yield _TOLD["commentReference"]


def content_of(element: Any, text: Text) -> Iterator[Any]:
    """The paragraphs, tables, rows or cells in an element, also those in content controls and insertions."""
    for child in element:
        if child.tag in _WRAPPERS:
            if child.tag == f"{WORD}ins":
                text.told.add("inserted")
            yield from content_of(child, text)
        elif child.tag in _DELETED:
            text.told.add("deleted")
        elif child.tag == f"{WORD}altChunk":
            text.told.add("altChunk")
        else:
            yield child


def shown_runs(element: Any, told: set[str] | None = None) -> Iterator[Any]:
    """The runs of a paragraph that count."""
    text = Text(told if told is not None else set())
    yield from (child for child in content_of(element, text) if child.tag == f"{WORD}r")


def _is_struck(run: Any) -> bool:
    return any(is_on(mark) for mark in (*children(run, "rPr", "strike"), *children(run, "rPr", "dstrike")))


def children(element: Any, *path: str) -> list[Any]:
    """The elements below that path of names, of every parent on the way."""
    found = [element]
    for name in path:
        found = [child for parent in found for child in parent if child.tag == f"{WORD}{name}"]
    return found


def value_of(element: Any) -> str | None:
    """The `w:val` of an element."""
    value = element.get(f"{WORD}val")
    return None if value is None else str(value)


def is_on(element: Any) -> bool:
    """Whether a switch such as `w:b` is on: it is unless it says that it is off."""
    return value_of(element) not in ("0", "false", "off", "none")


def _name(element: Any) -> str:
    return str(element.tag).removeprefix(WORD)
