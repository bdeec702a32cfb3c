"""The fields that a template has: whether Word numbers the pages in it already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = "PAGE"


def has_number(part: Any) -> bool:
    """Whether the number of the page stands in a header or footer; how many pages there are is no such number."""
    return any(one.split()[:1] == [_NUMBER] for one in map(str.upper, _instructions(part)))


def _instructions(part: Any) -> Iterator[str]:
    """What each field computes. Word may have parted the words of one into several runs."""
    begun: list[str] = []
    for element in part.iter(qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText")):
        kind = element.get(qn("w:fldCharType"))
        if element.tag == qn("w:fldSimple"):
            yield element.get(qn("w:instr")) or ""
        elif element.tag == qn("w:instrText"):
            begun = [*begun[:-1], "".join([*begun[-1:], element.text or ""])]
        elif kind == "begin":
            begun.append("")
        elif kind == "end" and begun:
            yield begun.pop()
