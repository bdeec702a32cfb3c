"""Whether a paper proposes or shows a decision: by a label, or by a sentence that tells who adopted the plan."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vrplan.importers.bodies import BARE_CASE, bodies_in, body_of_meeting, first_day, take_body_and_day
from vrplan.importers.columns import is_later
from vrplan.importers.lines import days_in
from vrplan.importers.told import is_told
from vrplan.importers.words import folded, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.importers.head import Head
    from vrplan.importers.lines import Line

_LONGEST = 60
_LONGEST_SENTENCE = 200
_MOST_BEFORE = 8
"""So many words may stand before "vedtok"; more tell a longer story."""
_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")


def take_standing(head: Head, lines: Sequence[Line]) -> None:
    """Adopted when a line of its own says so, else proposed; a mention of another decision in a sentence is neither."""
    for line in lines:
        label = folded(line.text.partition(":")[0])
        ends = ":" in line.text or line.level is not None or line.words == label
        if len(label) > _LONGEST or not ends:
            continue
        if _says(label, "proposed"):
            head.standing = head.standing or "proposed"
            head.used.add(id(line))
        elif label in listed("head", "adopted") or _adopted_by(line):
            head.standing = "adopted"
            if _adopted_by(line):
                take_body_and_day(head, line.text)
                _take_case(head, line.text)
            _use(head, line)
        elif _is_decision_of_a_body(label):
            head.standing = "adopted"
            head.body = head.body or bodies_in(label)[0]
    if head.standing is None:
        _from_sentences(head, lines)


def _says(label: str, key: str) -> bool:
    return any(label == words or label.endswith(f" {words}") for words in listed("head", key))


def _is_decision_of_a_body(label: str) -> bool:
    """ "Regionrådets vedtak", and nothing before it: "forslag til styrets vedtak" is none."""
    words = label.split()
    return len(words) == 2 and words[0].endswith("s") and words[1] == "vedtak" and bool(bodies_in(label))


def _adopted_by(line: Line) -> bool:
    """ "Vedtatt av kommunestyret 14.6.2018.": a line of its own that names who adopted it, or when."""
    words = line.words
    return (
        words.startswith(tuple(f"{word} " for word in listed("head", "adopted")))
        and not set(words.split()) & set(listed("head", "telling"))
        and bool(days_in(line.text) or bodies_in(line.text))
        and (words.split()[1] in listed("head", "by_whom") or words.split()[1][0].isdigit())
    )


def _use(head: Head, line: Line) -> None:
    if is_told(" ".join(filter(None, (head.title, head.body))), line.text):
        head.used.add(id(line))


def _take_case(head: Head, text: str) -> None:
    case = BARE_CASE.search(text)
    head.case = head.case or (case[0] if case else None)


def _from_sentences(head: Head, lines: Sequence[Line]) -> None:
    """ "Styret vedtok handlingsplanen 3.11.2025 (sak 41/25)." adopts, where it can only be of this plan."""
    for line in lines:
        match = _adopting().search(line.text) if len(line.text) <= _LONGEST_SENTENCE else None
        if match is None or len(line.text[: match.start()].split()) > _MOST_BEFORE:
            continue
        body = bodies_in(line.text[: match.start()]) or bodies_in(line.text)
        found = body[0] if body else body_of_meeting(line.text)
        day = first_day(line.text)
        if found is None or _is_of_another(head, line.text, day != head.day and None not in (day, head.day)):
            continue
        head.standing = "adopted"
        head.body, head.day = head.body or found, head.day or day
        _take_case(head, line.text)
        _use(head, line)
        return


def _is_of_another(head: Head, text: str, is_other_day: bool) -> bool:
    """Whether the plan that was adopted may be an earlier one: another day or year, or one not yet revised."""
    title = head.title or ""
    years, own = set(_YEAR.findall(_without_days(text))), set(_YEAR.findall(title))
    return is_other_day or bool(years and own and not years & own) or is_later(title) > is_later(text)


def _without_days(text: str) -> str:
    for words, _ in days_in(text):
        text = text.replace(words, " ")
    return BARE_CASE.sub(" ", text)


@cache
def _adopting() -> re.Pattern[str]:
    verbs = "|".join(listed("head", "adopting"))
    plans = "|".join(sorted(listed("head", "adoptable"), key=len, reverse=True))
    return re.compile(rf"\b(?:{verbs})\s+(?:\w+\s+){{0,2}}?(?:{plans})\b", re.IGNORECASE)
