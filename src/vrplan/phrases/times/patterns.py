"""The words of time as regular expressions, from times.toml."""

import re
from functools import cache
from typing import Any, Final, NamedTuple

from vrplan.phrases.words.counts import after_a_number
from vrplan.phrases.words.wordlists import any_listed, any_of, by_word, table, words

YEAR: Final = r"(?:19|20)\d\d(?!\d)"
DASH: Final = r"\s?[-–—−]\s?"
# "juni 18", "Q3-18", "høsten '18": two digits are a year only at the end of a phrase
_SHORT_YEAR = (
    r"['’´`]\d\d(?!\d)|\d\d(?=\s*(?:$|[.,;:!)\n–-](?!\d)|/\s?[a-zæøå]|(?:til|og|eller|fra|frå|av)\s))"
)
YEAR_AFTER: Final = re.compile(
    rf"(?:,?\s{{0,2}}(?:i\s|av\s|-\s?|/)?(?P<y4>{YEAR})(?!/\d)|\s{{0,2}}[-–/]?\s?(?P<y2>{_SHORT_YEAR}))"
)
FAR_YEAR_AFTER: Final = re.compile(
    r",?\s{0,2}(?:i\s|av\s|-\s?|/)?(?P<year>\d{4,9}|\d{3}(?=\s*(?:$|[.,;:!)\n])))"
    rf"(?![.,:]?\d|{after_a_number('heads')})"
)
"""Another number where a year belongs: “17. mai 2250”, “17. mai 218”. It is no date without it."""

# the tables whose words a time or what leads up to it can begin with; the others only stand beside one
_BEGINNING: Final = (
    "months", "abbreviations", "seasons", "vacations", "ordinals", "holidays", "periods", "letters",
    "thirds", "words", "prepositions", "strict", "between", "filler", "deadline", "deadline_words", "mended",
    "durations", "numbers",
)  # fmt: skip


class Patterns(dict[str, re.Pattern[str]]):
    """Regular expressions by name, each compiled when it is first asked for: a reading needs few of them."""

    def __init__(self, sources: dict[str, str]) -> None:
        super().__init__()
        self._sources = sources

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = re.compile(self._sources[name])
        return self[name]


class Times(NamedTuple):
    """Patterns and lookups for everything a moment can begin with."""

    month_numbers: dict[str, int]
    abbreviations: frozenset[str]  # of months
    season_names: dict[str, str]
    vacation_names: dict[str, str]
    ordinals: dict[str, int]
    periods: dict[str, str]
    holidays: dict[str, str]
    patterns: Patterns
    letters: frozenset[str]
    first_words: frozenset[str]


@cache
def times() -> Times:
    """The vocabulary of time, read and compiled once."""
    source = table("times.toml")
    months = _numbered(source["months"])
    abbreviations = _numbered(source["abbreviations"])
    ordinals = {word: 0 if key == "last" else int(key) for word, key in by_word(source["ordinals"]).items()}
    periods = by_word(source["periods"]) | by_word(source["letters"])
    patterns = _patterns(source, months, abbreviations, ordinals)
    return Times(
        months | abbreviations,
        frozenset(abbreviations),
        by_word(source["seasons"]),
        by_word(source["vacations"]),
        ordinals,
        periods,
        by_word(source["holidays"]),
        Patterns(patterns),
        frozenset(by_word(source["letters"])),
        frozenset(
            re.split(r"[ .]", word)[0]
            for name in _BEGINNING
            for listed in source[name].values()
            for word in words(listed)
        ),
    )


def _patterns(
    source: dict[str, Any],
    months: dict[str, int],
    abbreviations: dict[str, int],
    ordinals: dict[str, int],
) -> dict[str, str]:
    alone = {name: rf"(?:{any_of(words(listed))})\b" for name, listed in source["words"].items()}
    thirds = {name: rf"(?:{any_of(words(listed))})\s" for name, listed in source["thirds"].items()}
    month = _month(any_of(months), any_of(abbreviations))
    return (
        alone
        | {
            "month": month,
            "abbreviation": rf"(?:{any_of(abbreviations)}){_after_short(months, abbreviations)}",
            "day_month": rf"(?P<day>\d{{1,2}})(?:\s?\.\s{{0,2}}|[-–]|\s)(?:i\s)?{month}",
            "day_and_month": rf"(\d{{1,2}})(?:\.(\d{{1,2}})(?:\.(?!\d)|(?![\d.:]|,\d|{after_a_number('amounts')}))"
            rf"|/(\d{{1,2}})(?![\d/-]))",
            "named_year": _either(source["words"], "last_year", "the_year", "this_year", "next_year"),
            "end": _either(source["words"], "end_of", "end_of_year"),
            "at_christmas": _at_christmas(months | abbreviations),
            "season": rf"(?P<season>{any_of(by_word(source['seasons']))})(?:\b|(?={YEAR}))",
            "holiday": rf"(?P<holiday>{any_of(by_word(source['holidays']))})(?!\w)",
            "vacation": rf"(?P<vacation>{any_of(by_word(source['vacations']))})(?!\w)",
            "bare_year": rf"{YEAR}(?![/.,-]?\d|[-–][a-zæøå]{{4}}|{after_a_number('heads')})",
        }
        | _of_numbered(source, any_of(ordinals))
        | thirds
    )


def _of_numbered(source: dict[str, Any], ordinal: str) -> dict[str, str]:
    """Periods with a number, and halves."""
    period, letter = any_of(by_word(source["periods"])), any_of(by_word(source["letters"]))
    week, half = (any_of(words(source["words"][name])) for name in ("week", "half"))
    return {
        "period": rf"(?P<ordinal>{ordinal})\.?\s{{0,2}}(?P<period>{period})(?![\w-])\.?",
        "periods": rf"(?P<one>\d)\.?\s?(?:[-–/+&,]|og|til)\s?(?=(?P<other>\d)\.?\s?(?P<period>{period})(?![\w-]))",
        "period_number": rf"(?P<period>{period})\.?\s?(?P<ordinal>[1-4])(?![\w.,/])",
        "letter_number": rf"(?P<period>{letter})\s?(?P<ordinal>[1-4])(?![\w%.,]*[\w%])",
        "number_letter": r"(?P<ordinal>[1-4])(?P<period>q)(?!\w)",  # only Q is written so, in English papers
        "year_before": rf"({YEAR})\s?[-–/]?\s?(?=(?:{letter})[1-4](?!\w))",
        "week_number": rf"(?:{week}|{any_listed('times.toml', 'week_short')})\s?(?P<one>\d{{1,2}})"
        rf"(?:\s?(?:[-–/]|og|til)\s?(?P<other>\d{{1,2}}))?(?!\d|[./]\d)",
        "week_of": rf"(?P<ordinal>{ordinal})\.?\s(?:{week})\s(?:i|av)\s(?=\w)",
        "half_of": rf"(?P<ordinal>{ordinal})\.?\s(?:{half})\s",
    }


def _either(lists: dict[str, str], *names: str) -> str:
    """Any word of several lists, as a group that has the name of its list."""
    return "|".join(rf"(?P<{name}>{any_of(words(lists[name]))})\b" for name in names)


def _at_christmas(months: dict[str, int]) -> str:
    """What stands before "jul" where it is Christmas: "innen jul", but not "jan til jul"."""
    earlier = "".join(rf"(?<!{name} )" for name, number in months.items() if len(name) == 3 and number < 7)
    return rf"{earlier}\b(?:{any_listed('times.toml', 'christmas')})\s$"


def _after_short(months: dict[str, int], abbreviations: dict[str, int]) -> str:
    """What stands after an abbreviated month: a full stop, a number, another month or the word that leads to one."""
    other = rf"(?:{any_of(months)}|{any_of(abbreviations)}|til|og)\b"
    return rf"(?:\.|(?=\s?[-–/]?\s?(?:{other}|['’]?\d)))"


def _month(names: str, short: str) -> str:
    """A month's name; not the beginning of another word ("juni-møtet"), but of a span ("april-mai")."""
    return (
        rf"(?P<month>(?:{names})(?:\.(?=\s?{YEAR}))?|(?:{short})\b\.?)"
        rf"(?:\s(?:{any_listed('times.toml', 'month_word')}))?(?!\w*[^\W\d_])"
        rf"(?!-(?!(?:{names}|{short})(?!\w))[\w-]*[^\W\d_])"
    )


def _numbered(entries: dict[str, str]) -> dict[str, int]:
    return {word: int(number) for word, number in by_word(entries).items()}
