"""The words of time as regular expressions, from times.toml."""

import re
from functools import cache
from typing import Any, Final, NamedTuple

from vrplan.phrases.wordlists import any_of, table, words

YEAR: Final = r"(?:19|20)\d\d(?!\d)"
DASH: Final = r"\s?[-–—−]\s?"
# "juni 18", "Q3-18", "høsten '18": two digits are a year only at the end of a phrase
_SHORT_YEAR = (
    r"['’´`]\d\d(?!\d)|\d\d(?=\s*(?:$|[.,;:!)\n–-](?!\d)|/\s?[a-zæøå]|(?:til|og|eller|fra|frå|av)\s))"
)
YEAR_AFTER: Final = re.compile(
    rf"(?:,?\s{{0,2}}(?:i\s|av\s|-\s?|/)?(?P<y4>{YEAR})(?!/\d)|\s{{0,2}}[-–/]?\s?(?P<y2>{_SHORT_YEAR}))"
)


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
    season_names: dict[str, str]
    vacation_names: dict[str, str]
    ordinals: dict[str, int]
    periods: dict[str, str]
    holidays: dict[str, str]
    patterns: Patterns
    first_words: frozenset[str]


@cache
def times() -> Times:
    """The vocabulary of time, read and compiled once."""
    source = table("times.toml")
    months = _numbered(source["months"])
    abbreviations = _numbered(source["abbreviations"])
    ordinals = {
        word: 0 if key == "last" else int(key)
        for key, listed in source["ordinals"].items()
        for word in words(listed)
    }
    periods = _named(source["periods"]) | _named(source["letters"])
    seasons, vacations = _named(source["seasons"]), _named(source["vacations"])
    holidays = _named(source["holidays"])
    patterns = _patterns(source, months, abbreviations, ordinals, seasons)
    return Times(
        months | abbreviations,
        seasons,
        vacations,
        ordinals,
        periods,
        holidays,
        Patterns(
            patterns
            | {
                "holiday": rf"(?P<holiday>{any_of(holidays)})(?!\w)",
                "vacation": rf"(?P<vacation>{any_of(vacations)})(?!\w)",
            }
        ),
        first_words(source),
    )


def first_words(tables: dict[str, Any]) -> frozenset[str]:
    """The first word of every expression in (some of) the tables of times.toml."""
    return frozenset(
        re.split(r"[ .]", word)[0]
        for entries in tables.values()
        for listed in entries.values()
        for word in words(listed)
    )


def _patterns(
    source: dict[str, Any],
    months: dict[str, int],
    abbreviations: dict[str, int],
    ordinals: dict[str, int],
    seasons: dict[str, str],
) -> dict[str, str]:
    month = _month(any_of(months), any_of(abbreviations))
    ordinal, period = any_of(ordinals), any_of(_named(source["periods"]))
    letter = any_of(_named(source["letters"]))
    patterns = {name: rf"(?:{any_of(words(listed))})\b" for name, listed in source["words"].items()}
    return (
        patterns
        | {
            "month": month,
            "abbreviation": rf"(?:{any_of(abbreviations)}){_after_short(months, abbreviations)}",
            "day_month": rf"(?P<day>\d{{1,2}})(?:\.\s{{0,2}}|[-–]|\s)(?:i\s)?{month}",
            "season": rf"(?P<season>{any_of(seasons)})(?:\b|(?={YEAR}))",
            "period": rf"(?P<ordinal>{ordinal})\.?\s{{0,2}}(?P<period>{period})(?![\w-])\.?",
            "periods": rf"(?P<one>\d)\.?\s?(?:[-–/+&,]|og|til)\s?(?=(?P<other>\d)\.?\s?(?P<period>{period})(?![\w-]))",
            "period_number": rf"(?P<period>{period})\.?\s?(?P<ordinal>[1-4])(?![\w.,/])",
            "letter_number": rf"(?P<period>{letter})\s?(?P<ordinal>[1-4])(?![\w%.,]*[\w%])",
            "number_letter": r"(?P<ordinal>[1-4])(?P<period>q)(?!\w)",
            "third": rf"(?:{any_of(words(source['thirds']['primo']))})\s",
            "week_number": rf"(?:{any_of(words(source['words']['week']))}|u\.)\s?(?P<one>\d{{1,2}})"
            rf"(?:\s?(?:[-–/]|og|til)\s?(?P<other>\d{{1,2}}))?(?!\d|[./]\d)",
            "half_of": rf"(?P<ordinal>{ordinal})\.?\s(?:{any_of(words(source['words']['half']))})\s",
        }
        | {name: rf"(?:{any_of(words(listed))})\s" for name, listed in source["thirds"].items()}
    )


def _after_short(months: dict[str, int], abbreviations: dict[str, int]) -> str:
    """What stands after an abbreviated month: a full stop, a number, another month or the word that leads to one."""
    other = rf"(?:{any_of(months)}|{any_of(abbreviations)}|til|og)\b"
    return rf"(?:\.|(?=\s?[-–/]?\s?(?:{other}|['’]?\d)))"


def _month(names: str, short: str) -> str:
    """A month's name; not the beginning of another word ("juni-møtet"), but of a span ("april-mai")."""
    return (
        rf"(?P<month>(?:{names})(?:\.(?=\s?{YEAR}))?|(?:{short})\b\.?)"
        r"(?:\s(?:måned|månad))?(?!\w*[^\W\d_])"
        rf"(?!-(?!(?:{names}|{short})(?!\w))[\w-]*[^\W\d_])"
    )


def _numbered(entries: dict[str, str]) -> dict[str, int]:
    return {word: int(number) for number, listed in entries.items() for word in words(listed)}


def _named(entries: dict[str, str]) -> dict[str, str]:
    return {word: name for name, listed in entries.items() for word in words(listed)}
