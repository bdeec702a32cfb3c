"""A time with what leads up to it: "i løpet av høsten", "fra 1.1. til 31.12.2018", "innen utgangen av juni"."""

import re
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from vrplan.phrases.reading import Context, Precision
from vrplan.phrases.remarks import Ways, remark, unclear
from vrplan.phrases.times.deadlines import deadlines, is_deadline
from vrplan.phrases.times.moments import moment_at
from vrplan.phrases.times.windows import Moment, Window, resolve, resolve_span, up_to
from vrplan.phrases.words.wordlists import any_of, endings, table, words


class Role(StrEnum):
    """What the words before a time make of it."""

    IN = "in"
    SPAN = "span"  # "fra A til B", "for perioden A–B"
    BY = "by"
    BEFORE = "before"
    UNTIL = "until"  # the last day is included
    TOWARD = "toward"  # "frem til": only reached, not included, unless a day
    TO = "to"  # "til"
    COMING = "coming"  # "til høsten": in the coming autumn, or until it
    FROM = "from"
    AS_OF = "as_of"
    EARLIEST = "earliest"
    AFTER = "after"
    OF = "of"  # belongs to the noun before it: "andelen for 2019"


class When(NamedTuple):
    """A time phrase, characters [start, stop) of the text."""

    role: Role
    window: Window
    start: int
    stop: int
    bare: bool = False
    weak: bool = False
    nameable: bool = False
    reached: Window | None = None  # of "fra A til B", B


class _Patterns(NamedTuple):
    prepositions: re.Pattern[str]
    roles: dict[str, Role]
    strict: re.Pattern[str]
    filler: re.Pattern[str]
    between: re.Pattern[str]


_SIGN: Final = r"-\s?/\s?|\s?[-–—−]\s?|\s?[/&+]\s?|,\s|\s"


@cache
def _patterns() -> _Patterns:
    source = table("times.toml")
    roles = {word: Role(role) for role, listed in source["prepositions"].items() for word in words(listed)}
    between = {name: any_of(words(listed)) for name, listed in source["between"].items()}
    return _Patterns(
        re.compile(rf"(?P<word>{any_of(roles)})(?!\w)[.:]?\s{{0,3}}"),
        roles,
        re.compile(rf"(?:{any_of(words(source['strict']['words']))})(?!\w)"),
        re.compile(rf"(?:(?:{any_of(words(source['filler']['words']))})(?!\w)\s{{0,3}})+"),
        re.compile(
            rf"\s?,?\s?(?P<toward>{between['toward']})\s|\s?,?\s?(?P<til>{between['til']})\s"
            rf"|\s(?P<and>{between['and']})\s|\s(?P<or>{between['or']})\s|(?P<sign>{_SIGN})"
        ),
    )


def _deadline_at(text: str, at: int, context: Context) -> When | None:
    for pattern in deadlines():
        if (match := pattern.match(text, at)) and (moment := moment_at(text, match.end(), context)):
            return _told(_phrase(text, at, match.end(), Role.BY, moment, context), match[0], context)
    return None


@cache
def _was() -> tuple[str, ...]:
    return tuple(f" {word}" for word in endings("times.toml", "deadline", "was"))


def _told(deadline: When, words_: str, context: Context) -> When:
    """A deadline that "was": without a year, the last one before the paper's day."""
    window, paper = deadline.window, context.document_date
    past = words_.rstrip(": (–-").endswith(_was())
    if not past or not paper or window.problem or not window.implied or window.first <= paper:
        return deadline
    return deadline._replace(window=window.years_on(-1))


def when_at(text: str, at: int, context: Context) -> When | None:
    """The time phrase that begins here in a lower-case text, if any."""
    patterns = _patterns()
    moment = moment_at(text, at, context)
    if not moment and (filler := patterns.filler.match(text, at)) and filler.end() < len(text):
        moment = moment_at(text, filler.end(), context)
        if moment and not moment.is_unread:
            return _phrase(text, at, filler.end(), Role.IN, moment, context)
        moment = None
    if moment and not moment.is_unread:
        return _phrase(text, at, at, Role.IN, moment, context)
    if is_deadline(text, at) and (deadline := _deadline_at(text, at, context)):
        return deadline
    if match := patterns.prepositions.match(text, at):
        role = patterns.roles[" ".join(match["word"].split())]
        if led := _led(text, at, match.end(), role, context):
            return led
    if moment:
        return _phrase(text, at, at, Role.IN, moment, context)
    if strict := patterns.strict.match(text, at):
        return _unread(text, at, strict.end())
    return None


def _led(text: str, at: int, start: int, role: Role, context: Context) -> When | None:
    """The phrase of a preposition that stands at `at`, its time beginning at `start` or after filler words."""
    if start >= len(text):
        return None
    moment = moment_at(text, start, context)
    if not moment and (filler := _patterns().filler.match(text, start)):
        start = filler.end()
        moment = moment_at(text, start, context) if start < len(text) else None
    if not moment and text[start : start + 1] == "(":
        moment = moment_at(text, start + 1, context)
    return _phrase(text, at, start, role, moment, context) if moment else None


def _phrase(text: str, at: int, start: int, role: Role, moment: Moment, context: Context) -> When:
    """The phrase with every further time that is joined to its first one."""
    window, stop = resolve(moment, context.year, text[start : moment.stop]), moment.stop
    if start > at and text[at:start].rstrip(" .").endswith(endings("times.toml", "words", "approximate")):
        window = window.noting(remark("approximate", words=text[at : moment.stop]))
    first, last, sign = moment, moment, ""
    while sign not in {"toward", "til"} and (more := _joined(text, stop, last, context)):
        sign, last = more
        window, stop = _joint(text[start : last.stop], first, last, sign, context), last.stop
    if sign in {"toward", "til"}:
        window = _to_an_end(window, last, sign)
    if (
        role == Role.BY
        and window.precision == Precision.SEASON
        and text.startswith(endings("times.toml", "latest"), at)
    ):
        window = window._replace(first=window.last)
    if role == Role.FROM and not sign and moment.precision == Precision.DAY and window.first < window.last:
        role = Role.SPAN  # "fra 12. til 27. juni"
    if role == Role.TO and _is_coming(first, last):
        role = Role.COMING
        window = _next(window, context)
    if role == Role.IN and moment.closing and not sign:
        role = Role.BY
    if role == Role.UNTIL and moment.turn and text.startswith(endings("times.toml", "past_turn"), at):
        role = Role.AFTER
    return When(
        _joined_role(role, sign),
        window,
        at,
        stop,
        at == start,
        moment.weak and not sign and at == start,
        moment.nameable and not sign,
        resolve(last, last.year or window.last.year, text[start:stop]) if sign == "til" else None,
    )


def _joined_role(role: Role, sign: str) -> Role:
    if sign in {"toward", "til"} and role in {Role.FROM, Role.IN, Role.SPAN}:
        return Role.SPAN
    return Role.SPAN if sign == "-" and role == Role.FROM else role


def _to_an_end(window: Window, last: Moment, sign: str) -> Window:
    """A span "A til B": a B that is the first of a month, or that is only reached ("frem til"), is left out."""
    if window.problem:
        return window
    if last.precision == Precision.DAY:
        return window if window.last.day != 1 else up_to(window, window.last)
    reached = resolve(last, last.year or window.last.year, window.words)
    return up_to(window, reached.first) if sign == "toward" and not reached.problem else window


def _next(window: Window, context: Context) -> Window:
    """A season said to come: next year's, where this year's is past or more than half gone on the paper's day."""
    paper = context.document_date
    if not paper or window.problem or window.precision != Precision.SEASON or paper.year != context.year:
        return window
    middle = window.first + (window.last - window.first) / 2
    return window.years_on(1) if paper > middle else window


def _is_coming(first: Moment, last: Moment) -> bool:
    """Whether it is "til høsten": a part of the year without a number after a plain "til"."""
    return first is last and first.year is None and first.precision in {Precision.SEASON, Precision.EVENT}


def _joined(text: str, stop: int, last: Moment, context: Context) -> tuple[str, Moment] | None:
    """The sign and the time that follow a time, where both together are one expression."""
    match = _patterns().between.match(text, stop)
    if not match or match.end() >= len(text):
        return None
    start = match.end()
    if filler := _patterns().filler.match(text, start):
        start = filler.end() if filler.end() < len(text) else start
    moment = moment_at(text, start, context)
    if not moment or (moment.weak and match.lastgroup == "sign"):
        return None
    name = str(match.lastgroup) if match.lastgroup != "sign" else match["sign"].strip() or "lost"
    if name in {"lost", ","} and not _side_by_side(last, moment, comma=name == ","):
        return None
    return ("-" if name in "–—−" else name), moment


def _side_by_side(one: Moment, other: Moment, *, comma: bool) -> bool:
    """Whether two times with nothing or a comma between them belong together: "Q3 Q4", "2015 2018"."""
    if one.precision == other.precision and (comma or (one.nameable and other.nameable)):
        return one.precision != Precision.DAY
    return not comma and one.year is not None and other.year is not None


def _joint(words_: str, first: Moment, last: Moment, sign: str, context: Context) -> Window:
    window = resolve_span(first, last, context.year, words_)
    if window.problem:
        return window
    days_apart = Precision.DAY in {first.precision, last.precision}
    if sign == "or" or (sign in {"and", "/", "&", "+", ","} and days_apart):
        return Window(words_, problem=unclear(words_, Ways.EITHER_OR_BOTH))
    if sign != "lost":
        return window
    if first.nameable and first.precision != Precision.YEAR:
        return window.noting(unclear(words_, Ways.SPAN_OR_TWO, window=window.shown))
    return window.noting(remark("lost_dash", words=words_))


def _unread(text: str, at: int, stop: int) -> When:
    return When(Role.IN, Window(text[at:stop], problem=remark("unread_time", words=text[at:stop])), at, stop)
