"""What the first lines of a paper say of it: title, body, day, case, and whether it was decided."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from vrplan.importers.columns import Role, heads_a_head
from vrplan.importers.lines import Line, days_in
from vrplan.importers.paper import Table
from vrplan.importers.told import is_told
from vrplan.importers.words import folded, listed, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Literal

_LONGEST = 120
_FIRST_LINES = 40
_CASE = re.compile(
    r"(?:[A-ZÆØÅ]{1,4}[- ]?)?(?:sak(?:snr|snummer)?\.?\s*(?:nr\.?)?|PS|FS|KS)\s*:?\s*"
    r"(?P<case>\d{1,4}[a-z]?/\d{2,4})\b[\s:.–-]*(?P<title>.*)",
    re.IGNORECASE,
)
_BARE_CASE = re.compile(r"\d{1,4}[a-z]?/(?:\d{4}|\d{2})(?!\d)")
_MEETING = re.compile(r"\w*møtet?\b(?=[^,;]*$)", re.IGNORECASE)
_SPAN = re.compile(r"\b((?:19|20|21)\d\d)\s*[-–—/]\s*((?:19|20|21)\d\d|\d\d)\b")
_YEAR = re.compile(r"(?<![\d/.])(?:19|20|21)\d\d(?![\d/])")


@dataclass
class Head:
    """What is known of a paper; None for what it does not say."""

    title: str | None = None
    body: str | None = None
    day: date | None = None
    case: str | None = None
    standing: Literal["adopted", "proposed"] | None = None
    organisation: str | None = None
    used: set[int] = field(default_factory=set)
    """The lines that say so, by their identity."""

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that the title names."""
        return years_in(self.title or "")


def years_in(text: str) -> tuple[int, int] | None:
    """The first and the last year of "2018", "2021–2024" or "2018/19"; None where a text names none, or several."""
    if match := _SPAN.search(text):
        first, last = int(match[1]), int(match[2])
        last = last if last > 99 else first // 100 * 100 + last
        return (first, last) if first <= last <= first + 20 else None
    found = {int(year) for year in _YEAR.findall(text)}
    return (only := found.pop(), only) if len(found) == 1 else None


def head_of(blocks: Sequence[Line | Table], until: int) -> Head:
    """Read the head of a paper: its lines and small tables before the block numbered `until`; its standing in all."""
    head = Head()
    first = [block for block in blocks[:until] if isinstance(block, Line)][:_FIRST_LINES]
    for block in blocks[:until]:
        if isinstance(block, Table):
            _from_table(head, block)
    for line in first:
        if len(line.text) <= _LONGEST:
            _from_line(head, line)
    _take_title(head, first)
    lines = [block for block in blocks if isinstance(block, Line)]
    _take_standing(head, lines)
    head.organisation = _organisation(first, lines)
    return head


def is_head_table(table: Table) -> bool:
    """Whether the table only says which body treats the paper, and when."""
    return bool(table.rows) and heads_a_head(table.rows[0]) is not None


def _from_table(head: Head, table: Table) -> None:
    roles = heads_a_head(table.rows[0]) if table.rows else None
    if roles is None:
        return
    for row in table.rows[1:]:
        for role, cell in zip(roles, row.cells, strict=False):
            text = tidy(cell.text)
            if role is Role.BODY and text:
                head.body = text
            elif role is Role.DAY and (day := _first_day(text)):
                head.day = day
            elif role is Role.CASE and (match := _BARE_CASE.search(text)):
                head.case = match[0]
    if is_told(_known(head), " ".join(cell.text for row in table.rows for cell in row.cells)):
        head.used.add(id(table))


def _from_line(head: Head, line: Line) -> None:
    """A line with a label, a case with its title, or a body with the day of its meeting."""
    label, sign, rest = line.text.partition(":")
    is_used = bool(sign) and _labelled(head, folded(label), rest.strip())
    if not is_used and head.case is None and (match := _CASE.match(line.text)):
        head.case = match["case"]
        head.title = head.title or match["title"].strip() or None
        is_used = True
    if not is_used and (head.day is None or head.body is None) and not line.text.endswith("."):
        is_used = _body_and_day(head, line.text)
    if is_used and is_told(_known(head), line.text):
        head.used.add(id(line))


def _known(head: Head) -> str:
    return " ".join(filter(None, (head.title, head.body)))


def _labelled(head: Head, label: str, text: str) -> bool:
    day = _first_day(text)
    if label in listed("head", "day") and day:
        head.day = head.day or day
        body = bodies_in(text)
        head.body = head.body or (body[0] if body else None)
        return True
    if label in listed("head", "case") and (match := _BARE_CASE.search(text)):
        head.case = head.case or match[0]
        head.title = head.title or text[match.end() :].strip(" :.–-") or None
        return True
    if label in listed("head", "title") and text:
        head.title = head.title or text
        return True
    if label in listed("head", "body") and text and len(text) <= 60:
        body = bodies_in(text)
        head.body = head.body or (body[0] if body else text)
        head.day = head.day or day
        return True
    return False


def _body_and_day(head: Head, text: str) -> bool:
    body, day = bodies_in(text), _first_day(text)
    is_meeting = _MEETING.match(text) is not None and day is not None
    if not is_meeting and (not body or not (day or len(text.split()) <= 3)):
        return False
    if _has_happened(text) and not folded(text).startswith(listed("head", "adopted")):
        return False
    head.body = head.body or (body[0] if body else None)
    head.day = head.day or day
    return True


def bodies_in(text: str) -> list[str]:
    """The assemblies that a text names, in the definite form without the s of "Rådmannsgruppens møte"."""
    return [match[1][0].upper() + match[1][1:] for match in _body_pattern().finditer(text)]


@cache
def _body_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, listed("head", "bodies")), key=len, reverse=True))
    ends = "|".join(sorted(listed("head", "endings"), key=len, reverse=True))
    return re.compile(rf"\b((?i:{names})|[A-ZÆØÅa-zæøå][\wæøå-]*(?:{ends}))s?\b")


def _first_day(text: str) -> date | None:
    return next((day for _, day in days_in(text) if day), None)


def _has_happened(text: str) -> bool:
    return any(word in listed("head", "past") for word in folded(text).split())


def _take_title(head: Head, lines: list[Line]) -> None:
    if head.title:
        return
    plans = listed("head", "plans")
    named = [
        line
        for line in lines
        if len(line.text) <= _LONGEST
        and not line.text.endswith((".", ":"))
        and any(word in plans or word.endswith("plan") for word in line.words.split())
    ]
    headings = [line for line in lines if line.level is not None]
    best = next((line for line in named if line.level is not None), None) or next(
        (line for line in [*named, *headings]), None
    )
    if best is not None:
        head.title = best.text
        head.used.add(id(best))


def _take_standing(head: Head, lines: list[Line]) -> None:
    """Adopted when a line of its own says so, else proposed; a mention of another decision in a sentence is neither."""
    for line in lines:
        label = folded(line.text.partition(":")[0])
        ends = (
            line.text.rstrip().endswith(":")
            or ":" in line.text
            or line.level is not None
            or line.words == label
        )
        if len(label) > 60 or not ends:
            continue
        if _says(label, "proposed"):
            head.standing = head.standing or "proposed"
            head.used.add(id(line))
        elif label in listed("head", "adopted") or _adopted_by(line):
            head.standing = "adopted"
            if _adopted_by(line):
                _body_and_day(head, line.text)
                case = _BARE_CASE.search(line.text)
                head.case = head.case or (case[0] if case else None)
            if is_told(_known(head), line.text):
                head.used.add(id(line))


def _says(label: str, key: str) -> bool:
    return any(label == words or label.endswith(f" {words}") for words in listed("head", key))


def _adopted_by(line: Line) -> bool:
    """ "Vedtatt av kommunestyret 14.6.2018": a line of its own that names who adopted it, or when."""
    words = line.words
    return (
        words.startswith(tuple(f"{word} " for word in listed("head", "adopted")))
        and not line.text.endswith(".")
        and bool(days_in(line.text) or bodies_in(line.text))
        and (words.split()[1] in listed("head", "by_whom") or words.split()[1][0].isdigit())
    )


def _organisation(first: list[Line], lines: list[Line]) -> str | None:
    """A line that is only the name of one, or whoever's board is spoken of twice or more ("Vestregionens styre")."""
    for line in first:
        words = line.words.split()
        if 2 <= len(words) <= 4 and words[-1] in listed("head", "organisations"):
            return line.text
    own = "|".join(listed("head", "own"))
    pattern = re.compile(rf"\b([A-ZÆØÅ][\wæøå]{{3,}})s ({own})\b")
    owners = Counter(match[1] for line in lines for match in pattern.finditer(line.text))
    best = owners.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None
