"""What the text of a paper says otherwise than its tables: the same words, another date; and days that cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.days import norwegian
from vrplan.findings import Listed, Told
from vrplan.importers.by_name import ByName
from vrplan.importers.irregularities import Irregularity, Kind, irregular
from vrplan.importers.lines import Line, days_in
from vrplan.importers.words import folded, listed, shortened, tidy
from vrplan.phrases import Kind as What
from vrplan.phrases import read_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from vrplan.findings import Value
    from vrplan.phrases import Context, Reading

_SENTENCE = re.compile(r"(?<=[\wæøå)\"»”]{2}\.)\s+(?=[A-ZÆØÅ])")
_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 6
"""So many letters of a word tell it: "mastermodulen" and "masteremnet" are about one thing."""
_LONGEST_NAME = 100
_WHOLE = frozenset({What.ENDS, What.TRANSFERS, What.CONTINUES, What.POSTPONED, What.CANCELLED, What.STARTS})


@dataclass(frozen=True, slots=True)
class Tabled:
    """An activity, as a table has it, with the words of its newest column."""

    name: str
    text: str


@dataclass
class Listener:
    """Hears what the lines of a paper say of what its tables list."""

    subjects: Mapping[str, Sequence[Tabled]]
    """Every focus area and area, and the activities that stand in it."""
    about: Mapping[int, str | None]
    """The focus area in which a line stands, by its order, where the paper is clear about it."""
    context: Context
    measures: Sequence[tuple[str, Sequence[Tabled]]] = ()
    """Every measure, and the activities that stand in it."""

    def _by_name(self) -> ByName[Tabled]:
        found = ByName[Tabled]()
        for name, tabled in (*self.measures, *self.subjects.items()):
            found.put(name, tabled)
            for one in tabled:
                found.put(one.name, [one])
        return found

    def disagreements(self, lines: Sequence[Line]) -> Iterator[Irregularity]:
        """Sentences that say something else than the table: of an activity that they name, or of a whole subject."""
        index = _Index([one for tabled in self.subjects.values() for one in tabled])
        by_name = self._by_name()
        stems = {name: _stems(name) for name in self.subjects}
        subject: str | None = None
        named: set[Tabled] = set()
        for line in lines:
            before = subject
            if line.order in self.about:
                subject = self.about[line.order]
            elif (found := _subject(line, stems)) != subject and self._is_title(line):
                subject = found
            if subject != before:
                named = set()
            for sentence in _SENTENCE.split(line.text):
                spoken_of = index.spoken_of(sentence) or by_name.begun_with(sentence)
                named.update(spoken_of)
                if not spoken_of and subject is None:
                    if not folded(sentence).startswith(listed("outline", "everything")):
                        continue  # most of a long paper: nothing of the plan is spoken of
                    spoken_of = index.all
                reading = read_status(sentence, self.context)
                if not spoken_of and subject is not None and _is_of_all(sentence, reading):
                    is_rest = folded(sentence).startswith(listed("outline", "others"))
                    spoken_of = [one for one in self.subjects[subject] if not (is_rest and one in named)]
                if told := _told(sentence, reading, spoken_of, line, self.context):
                    yield told

    def _is_title(self, line: Line) -> bool:
        is_short = len(line.text) <= _LONGEST_NAME and not line.text.endswith(".")
        return is_short and read_status(line.text, self.context).kind is What.UNKNOWN


def _subject(line: Line, stems: Mapping[str, set[str]]) -> str | None:
    """What a short line names, or ends with naming ("Helse: Folkehelse"), however it is spelt."""
    if len(line.text) > _LONGEST_NAME:
        return None
    words = _stems(line.text.rstrip(":").rpartition(":")[2])
    best = max(stems, key=lambda name: len(words & stems[name]), default=None)
    if best is None or not words:
        return None
    shared = len(words & stems[best])
    return best if shared and 2 * shared >= len(words) else None


def _is_of_all(sentence: str, reading: Reading) -> bool:
    """Whether a sentence that names no activity may say what becomes of a whole subject."""
    if reading.kind not in _WHOLE or not (reading.start or reading.end):
        return False
    first = folded(sentence).split(" ", 1)[0]
    says_what = any(word.role == "what" and word.start == 0 for word in reading.words)
    return says_what or first in (*listed("outline", "all"), *listed("outline", "others"))


def impossible_days(lines: Sequence[Line], day: date | None) -> Iterator[Irregularity]:
    """Days that are not in the calendar, and days after the paper's own for what it says has happened."""
    past = listed("head", "past")
    for line in lines:
        for words, found in days_in(line.text):
            if found is None:
                yield irregular(Kind.IMPOSSIBLE_DATE, line.place, line.text, words=words)
            elif day and found > day and _is_past(line.text, words, past):
                yield irregular(
                    Kind.LATER_THAN_PAPER, line.place, line.text, words=words, paper=norwegian(day)
                )


def _is_past(text: str, words: str, past: tuple[str, ...]) -> bool:
    """Whether the sentence that the day stands in tells of something that has happened."""
    sentence = next((one for one in _SENTENCE.split(text) if words in one), text)
    before = folded(sentence.partition(words)[0]).split()
    return any(word in past for word in before)


class _Index:
    """Which activities a sentence names, by words that are not in all of them."""

    def __init__(self, tabled: Sequence[Tabled]) -> None:
        self.all = list(dict.fromkeys(tabled))
        self.stems = [(_stems(one.name), one) for one in tabled]
        self.by_stem: dict[str, list[int]] = {}
        for at, (stems, _) in enumerate(self.stems):
            for stem in stems:
                self.by_stem.setdefault(stem, []).append(at)

    def spoken_of(self, sentence: str) -> list[Tabled]:
        """Those with at least two rare words, and four in ten of all, in the sentence."""
        shared: dict[int, int] = {}
        for stem in _stems(sentence):
            places = self.by_stem.get(stem, ())
            if len(places) <= max(2, len(self.stems) // 10):
                for at in places:
                    shared[at] = shared.get(at, 0) + 1
        return [
            self.stems[at][1]
            for at, count in sorted(shared.items())
            if count >= 2 and 5 * count >= 2 * len(self.stems[at][0])
        ]


def _stems(text: str) -> set[str]:
    return {word[:_STEM].casefold() for word in _WORD.findall(text)}


def _told(
    sentence: str, reading: Reading, spoken_of: Sequence[Tabled], line: Line, context: Context
) -> Irregularity | None:
    others: dict[str, list[str]] = {}
    if reading.kind is What.UNKNOWN:
        return None
    for one in spoken_of:
        if one.text and _differ(reading, read_status(one.text, context)):
            others.setdefault(one.text, []).append(one.name)
    if not others:
        return None
    tables = (
        Told("“{text}” ({names})", {"text": text, "names": _names(names)}) for text, names in others.items()
    )
    return irregular(Kind.DISAGREES, line.place, tidy(sentence), table=Listed(tuple(tables), "; "))


def _differ(text: Reading, table: Reading) -> bool:
    if table.kind is What.UNKNOWN:
        return False
    return (text.kind, text.start, text.end) != (table.kind, table.start, table.end)


def _names(names: Sequence[str]) -> Value:
    shown = ", ".join(shortened(name, 50) for name in names[:2])
    more = str(len(names) - 2)
    return Told("{names} and {number} more", {"names": shown, "number": more}) if len(names) > 2 else shown
