"""A web page to a paper, as a reader sees it: lxml builds the tree, and nothing is fetched."""

from __future__ import annotations

import re
from typing import Any, Final

from vrplan.findings import N_
from vrplan.importers.decoded import decoded
from vrplan.importers.finished import damage_told, finished
from vrplan.importers.html_blocks import Blocks
from vrplan.importers.paper import Paper, Paragraph, Struck, Unreadable

_MISSING: Final = N_("reading an .html needs lxml: pip install 'vrplan[import]'")
_NAMED_ENCODING: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_LEFT_OUT_NAMES: Final = (
    "head script style template noscript svg math iframe object embed audio video canvas select datalist textarea "
    "input button img"
)
_LEFT_OUT: Final = frozenset(_LEFT_OUT_NAMES.split())
_TOLD: Final = {
    "iframe": "another page that is shown inside this one was not read",
    "img": "pictures were not read",
    "svg": "pictures were not read",
}
_STRUCK: Final = frozenset({"del", "s", "strike"})
_STRUCK_STYLE: Final = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def read_html(data: bytes, name: str) -> Paper:
    """The paper in the bytes of a web page; places are its tables and paragraphs, counted from 1."""
    try:
        from lxml import etree  # type: ignore[import-untyped]
    except ImportError as error:
        raise Unreadable(_MISSING) from error
    named = _NAMED_ENCODING.search(data[:4096])
    text, told = decoded(data, name, (named[1] or named[2]).decode("ascii") if named else None)
    lost = list(told)
    if not text.strip():
        return finished(name, (), lost)
    with damage_told(name, N_("a web page")):
        # Without `huge_tree` lxml leaves out what lies 256 elements deep, and long texts.
        parser = etree.HTMLParser(
            encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
        if any("depth" in entry.message for entry in parser.error_log):
            lost.append("the page is nested too deep: what lies deeper was not read")
        return _read(root, name, lost)


def _read(root: Any, name: str, lost: list[str]) -> Paper:
    blocks = Blocks()
    if root is not None:
        _walk(root, blocks, lost)
        title = " ".join((root.findtext(".//title") or "").split())
        if title and not any(getattr(block, "text", "").split() == title.split() for block in blocks.found):
            blocks.found.insert(0, Paragraph(title, "title of the page"))
    return finished(name, blocks.found, [*lost, *blocks.lost], struck=blocks.struck)


def _walk(root: Any, blocks: Blocks, lost: list[str]) -> None:
    """Goes through the tree without recursion: a page may nest as deep as it will."""
    from lxml import etree

    skipped = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element is skipped:
                skipped = None
            else:
                blocks.close(element.tag, element)
            blocks.add(element.tail)
            continue
        if element.tag in _TOLD and _TOLD[element.tag] not in lost:
            lost.append(_TOLD[element.tag])
        if element.tag in _LEFT_OUT or _is_hidden(element, lost) or _is_struck(element, blocks):
            walk.skip_subtree()
            skipped = element
        else:
            blocks.open(element.tag, element)
            blocks.add(element.text)
    blocks.flush()


def _is_struck(element: Any, blocks: Blocks) -> bool:
    style = (element.get("style") or "") if element.attrib else ""
    if element.tag not in _STRUCK and not _STRUCK_STYLE.search(style):
        return False
    blocks.struck.append(Struck("".join(element.itertext()), blocks.place))
    return True


def _is_hidden(element: Any, lost: list[str]) -> bool:
    if not element.attrib or not ("hidden" in element.attrib or _HIDDEN.search(element.get("style") or "")):
        return False
    if "".join(element.itertext()).strip() and "hidden text was left out" not in lost:
        lost.append("hidden text was left out")
    return True
