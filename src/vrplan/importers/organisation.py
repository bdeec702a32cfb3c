"""Whose paper it is, and when that organisation ends, as far as its lines let anybody guess."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from vrplan.importers.lines import days_in
from vrplan.importers.words import folded, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrplan.importers.lines import Line

_NAME = r"[A-ZÆØÅ][\wæøåÆØÅ-]+(?:\s+[A-ZÆØÅ][\wæøåÆØÅ-]+){0,3}"
_SENTENCE = re.compile(r"(?<=[\wæøå)]{2}\.)\s+(?=[A-ZÆØÅ])")
_FROM = re.compile(r"(?:\bfra|\bfrå)(?: og med| og med den| den)?\s*$|\bf\.?o\.?m\.?\s*$", re.IGNORECASE)
_MOST_BEFORE = 6
"""So many words may name who ends; more tell of something else."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A sentence that says when an organisation ends; `first_without` is the first day without it."""

    first_without: date
    line: Line


def organisation_of(first: list[Line], lines: list[Line]) -> str | None:
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


def guessed_organisation(title: str | None, first: Sequence[Line]) -> str | None:
    """What looks like the name of one where papers name theirs: "Handlingsplan 2025 for Fjordrådet"."""
    texts = [title or "", *(line.text for line in first)]
    for pattern in _whereabouts():
        for text in texts:
            for match in pattern.finditer(text):
                if _may_be_one(match["name"]):
                    return match["name"].strip()
    return None


@cache
def _whereabouts() -> tuple[re.Pattern[str], ...]:
    """The surest first: whose plan or end it is, in whose board, who decides or meets, and a line by itself."""
    kinds = "|".join(listed("head", "organisations"))
    name = rf"(?P<name>{_NAME}(?:\s+(?:{kinds}))?)"
    plans = "|".join(listed("head", "plans"))
    endings = "|".join(listed("head", "winding_up"))
    verbs = "|".join(listed("head", "adopting"))
    bodies = "|".join(map(re.escape, listed("head", "bodies")))
    return tuple(
        map(
            re.compile,
            (
                rf"\b(?i:\w*(?:{plans}))\w*\b[^.:]*?\s(?:for|i)\s+{name}\s*$",
                rf"\b(?i:{endings}) av {name}",
                rf"\b(?i:{bodies}) (?:i|for) {name}\s*$",
                rf"^{name}(?=,\s|\s(?:{verbs})\b)",
                rf"^{name}\s*$",
            ),
        )
    )


def _may_be_one(name: str) -> bool:
    """Whether the name ends as those of organisations do, and is not that of any assembly ("Regionrådet")."""
    words = folded(name).split()
    if len(words) == 1 and words[0] in (*listed("head", "bodies"), *listed("head", "assemblies")):
        return False
    ends = listed("head", "organisation_endings")
    return words[-1] in listed("head", "organisations") or any(word.endswith(ends) for word in words[-1:])


def endings_in(lines: Sequence[Line], organisation: str | None) -> Iterator[Ending]:
    """The sentences in which the organisation, or "samarbeidet", ends on a day that the text names."""
    for line in lines:
        for sentence in _SENTENCE.split(line.text):
            match = _ends().search(sentence)
            if match is None or not _is_it(sentence[: match.start()], organisation):
                continue
            said = next(((words, day) for words, day in days_in(sentence) if day), None)
            if said is not None and said[1] is not None:
                words, day = said
                yield Ending(_first_without(day, sentence.partition(words)[0]), line)


@cache
def _ends() -> re.Pattern[str]:
    verbs = "|".join(listed("head", "ceasing"))
    return re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)


def _is_it(before: str, organisation: str | None) -> bool:
    """Whether what ends is the organisation, by its name or as "samarbeidet", and nothing of it."""
    subject = re.sub(r"^\s*(?:\d+[.)]\s*|[*-]\s*)*", "", before).strip()
    words = folded(subject).split()
    if not words or len(words) > _MOST_BEFORE:
        return False
    own = folded(organisation or "").split()
    shared = min(len(own), len(words))
    after = words[shared:] if shared and words[:shared] == own[:shared] else None
    if after is None:
        return " ".join(words) in listed("head", "ourselves")
    return not after or after[0] in listed("head", "after_its_name")


def _first_without(day: date, before: str) -> date:
    """ "Fra 1.1.2025" and the first of a month are the first day without it; "31.12.2024" is the last with it."""
    if _FROM.search(before) or day.day == 1:
        return day
    return day + timedelta(days=1)
