"""Reads a status text: its statements in order, the first of which is the reading."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

from vrplan.phrases.becoming import more_under_a_time, under_a_time, what_becomes
from vrplan.phrases.headings import headed
from vrplan.phrases.mended import mended
from vrplan.phrases.reading import UNKNOWN_READING, Context, Kind, Precision, Reading, Word
from vrplan.phrases.remarks import Read, Remark, remark
from vrplan.phrases.sentences.clauses import Clause, clauses
from vrplan.phrases.sentences.names import Place
from vrplan.phrases.sentences.scan import Item, scan, sentences
from vrplan.phrases.statements.others import is_aside, told_next
from vrplan.phrases.statements.statement import Statement, statement, unread
from vrplan.phrases.statements.surety import has_happened
from vrplan.phrases.statements.times_of import times_of
from vrplan.phrases.times.deadlines import is_deadline
from vrplan.phrases.understood import understood
from vrplan.phrases.words.function_words import AND
from vrplan.phrases.words.slips import known_slips, likely_slips
from vrplan.phrases.words.wordlists import any_listed, listed

LONGEST: Final = 2000
"""So many characters of a text are read; a status is seldom longer than a line."""

_DASHES: Final = str.maketrans("\u2010\u2011\u2012", "---")
"""The dashes that word processors write and nobody sees: hyphen, no-break hyphen, figure dash."""

_SHARING: Final = frozenset({"ends", "transfers", "starts", "due", "done", ""})
_KEPT: Final = frozenset({Kind.CONTINUES, Kind.ONGOING})


def read_status(text: str, context: Context) -> Reading:
    """How a status text is understood, in bokmål or nynorsk. Never raises; what is not surely read is unknown.

    Letters that are written as two characters (a and a ring) are read as one, and hyphens that only show at the
    end of a line are not read; `words` counts what is left.
    """
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    place = Place(text[:LONGEST], _folded(text[:LONGEST]), context)
    slips = {wrong: right for wrong, right in known_slips().items() if wrong in place.low}
    reading = _read(place, slips)
    if (under := headed(place)) and (found := _read(under, slips)).precision != Precision.NONE:
        reading = found
    if reading.precision == Precision.NONE:
        reading = _with_slips(place, reading)
    if len(text) > LONGEST:
        reading = reading._replace(remarks=(*reading.remarks, remark("shortened", length=str(LONGEST))))
    return reading


def _with_slips(place: Place, reading: Reading) -> Reading:
    """The reading of a text that is not understood, with its likely slips mended."""
    if better := mended(place.text):
        under = _read(Place(better.text, _folded(better.text), place.context), {})
        if under.precision != Precision.NONE:
            words = tuple(better.as_written(word) for word in under.words)
            return under._replace(remarks=(*under.remarks, *better.remarks), words=words)
    if reading.kind != Kind.UNKNOWN or any(one.code != "unknown_words" for one in reading.remarks):
        return reading
    words_ = {item.text for item in scan(place.low, place.context, {}) if item.role == "word"}
    likely = likely_slips(words_)
    return _read(place, likely) if likely else reading


def _folded(text: str) -> str:
    """In lower case with every character at its place, so that positions hold."""
    return "".join(map(_folded_letter, text))


@lru_cache(maxsize=1024)
def _folded_letter(letter: str) -> str:
    low = lowered if len(lowered := letter.lower()) == 1 else letter
    return " " if unicodedata.category(low) in {"Zs", "Cf"} else low.translate(_DASHES)


def _read(place: Place, slips: Mapping[str, str]) -> Reading:
    items = scan(place.low, place.context, slips)
    found = [(number, one) for number, part in _numbered(items) for one in _statements(part, place)]
    said = [one for _, one in found]
    first = next((one for one in said if _tells(one)), None)
    if first is None:
        first = said[0] if said else Statement(Clause(items, None), UNKNOWN_READING)
    parted = _of_one_part(first, said)
    first = unread(first.clause, parted) if parted else _reading_of(first, found)
    if strange := more_under_a_time(items, first, found):
        first = unread(first.clause, strange)
    if condition := _condition(items, said, first):
        first = unread(first.clause, condition)
    return _complete(first, said, items, slips)


def _numbered(items: list[Item]) -> Iterator[tuple[int, list[Item]]]:
    """The sentences with their number; a semicolon only parts one."""
    number = 0
    for sentence in sentences(items):
        yield number, sentence
        number += sentence[-1].text != ";"


def _reading_of(first: Statement, found: list[tuple[int, Statement]]) -> Statement:
    """The first statement, or the next one that says what becomes of it."""
    at = next((at for at, (_, one) in enumerate(found) if one is first), len(found))
    if headed_ := under_a_time(first, [later for _, later in found[at + 1 :]]):
        return headed_
    for number, later in found[at + 1 :]:
        if becomes := what_becomes(first, later, same_sentence=number == found[at][0]):
            return becomes
    return first


def _of_one_part(first: Statement, said: list[Statement]) -> Remark | None:
    """ "Punkt 1 er utført, punkt 2 i arbeid": what is done is only one of several numbered parts."""
    items = [item.text for item in first.clause.items if item.role != "mark"]
    parts = listed("how.toml", "parts")
    words = next(((one, other) for one, other in pairwise(items) if one in parts and other[0].isdigit()), ())
    others = any(one is not first and one.reading.kind != first.reading.kind for one in said)
    if words and others and first.reading.done:
        return remark("partial", words=" ".join(words))
    return None


def _tells(one: Statement) -> bool:
    return one.reading.kind != Kind.UNKNOWN or any(
        note.code not in {"unknown_words", "no_date"} for note in one.reading.remarks
    )


def _statements(sentence: list[Item], place: Place) -> list[Statement]:
    parts = clauses(sentence, place)
    found: list[Statement] = []
    for index, part in enumerate(parts):
        after = parts[index + 1] if index + 1 < len(parts) else None
        if after and _leaves_open(part, after):
            words = " / ".join(_main(one).text for one in (part, after))
            return [*found, unread(part, remark("alternatives", words=words))]
        if after and _gives_way(part, after):
            continue
        if read := statement(part, sentence, place, _lent(part, after)):
            found.append(read)
    return found


def _leaves_open(part: Clause, after: Clause) -> bool:
    """ "avsluttes eller overføres", "avsluttes/overføres": which of the two is not said."""
    slash = after.joined_by == "/" and not (has_happened(part) or has_happened(after))
    return (after.joined_by == "eller" or slash) and {part.weight, after.weight} == {5}


def _main(part: Clause) -> Item:
    return part.items[part.main or 0]


def _gives_way(part: Clause, after: Clause) -> bool:
    """ "Evalueres og avsluttes i 2018" says first of all that it ends."""
    return after.joined_by in AND and part.weight == 3 and after.weight == 5 and not times_of(part)


def _lent(part: Clause, after: Clause | None) -> tuple:  # type: ignore[type-arg]
    """The times of the next clause where "og" joins two bare verbs: "avsluttes og overføres i mai"."""
    if not after or after.joined_by not in AND or part.recipient or part.main is None:
        return ()
    entry, other = _main(part).entry, _main(after).entry
    bare = part.main == len(part.items) - 1
    shares = entry and other and entry.kind in _SHARING and other.kind in _SHARING
    neutral = listed("how.toml", "neutral")
    own = any(item.role == "word" and item.text not in neutral for item in after.items[: after.main])
    told = has_happened(part) and not has_happened(after)
    return tuple(times_of(after)) if bare and shares and not own and not told else ()


def _condition(items: list[Item], said: list[Statement], first: Statement) -> Remark | None:
    """A condition in a sentence of its own binds what was said before it: "Videreføres. Forutsetter finansiering."."""
    if first.reading.kind == Kind.UNKNOWN:
        return None
    end = first.clause.items[-1].stop
    others = [
        one.clause.items[0].start for one in said if one.clause.items and one.clause.items[0].start >= end
    ]
    until = min(others, default=items[-1].stop)
    for item in items:
        if item.role == "condition" and end <= item.start < until:
            return remark("conditional", words=item.text)
    return None


def _unread_times(first: Statement, others: list[Statement]) -> list[Remark]:
    """The times of the statement that its reading does not use, but for those of papers and of other statements."""
    used = {id(phrase) for one in (first, *others) for phrase in one.phrases}
    starts = {phrase.start for one in (first, *others) for phrase in one.phrases}
    return [
        remark("unread_time", words=item.text)
        for at, item in enumerate(first.clause.items)
        if item.when
        and id(item.when) not in used
        and item.when.start not in starts
        and not item.when.weak
        and not is_aside(first.clause, at)
    ]


def _bound(left: list[Remark]) -> Remark | None:
    """A time until which something is kept, though it is not read: it must not go on for ever."""
    until = re.compile(rf"(?:{any_listed('times.toml', 'bounds')})(?![^\W\d_])")
    return next((one for one in left if until.match(dict(one.values)["words"])), None)


def _second(kinds: list[str], first: Statement, others: list[Statement]) -> Remark:
    """That the text says more than is read, and which of its statements is."""
    begin = _begin(first)
    later = any(_begin(one) < begin for one in others)
    which = Read.LATER if later else Read.FIRST
    return remark("second_statement", words="; ".join(kinds), read=which)


def _begin(one: Statement) -> int:
    return one.clause.items[0].start if one.clause.items else 0


def _complete(
    first: Statement, said: list[Statement], items: list[Item], slips: Mapping[str, str]
) -> Reading:
    """The first statement's reading with what the rest of the text adds to its remarks."""
    reading, remarks = first.reading, list(first.reading.remarks)
    others = [one for one in said if one.clause is not first.clause and one.reading.kind != Kind.UNKNOWN]
    if reading.kind != Kind.UNKNOWN:
        left = _unread_times(first, others)
        if reading.kind in _KEPT and not (reading.start or reading.end) and (bound := _bound(left)):
            return unread(first.clause, bound).reading._replace(words=understood(first, items))
        kinds = [str(one.reading.kind) for one in others]
        kinds += ["due" for one in left if is_deadline(dict(one.values)["words"], 0)]
        kinds += told_next(first.clause, items, [one.clause for one in others])
        remarks += [_second(kinds, first, others)] if kinds else []
        remarks += left
        remarks += [remark("repaired", words=wrong, read=right) for wrong, right in slips.items()]
    words: tuple[Word, ...] = understood(first, items)
    return reading._replace(remarks=tuple(dict.fromkeys(remarks)), words=words)
