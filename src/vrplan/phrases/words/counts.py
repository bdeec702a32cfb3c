"""Numbers, and what is counted with them, as regular expressions, from counts.toml."""

import re
from functools import cache

from vrplan.phrases.words.wordlists import any_listed, any_of, by_word, listed, table


@cache
def numerals() -> dict[str, str]:
    """Every number that is written as a word, in digits."""
    return by_word(table("counts.toml")["numerals"])


@cache
def more_than_one() -> frozenset[str]:
    """The numerals of several: "tre av fem"."""
    return frozenset(word for word, digits in numerals().items() if int(digits) > 1)


@cache
def rounds() -> dict[str, str]:
    """Every word for a stretch of time that something is counted in, with how often once in it is."""
    return by_word(table("counts.toml")["round"])


@cache
def counted() -> re.Pattern[str]:
    """ "To ganger i året", "4-6 møter pr. halvår" in the items of a text, one space between them.

    Groups: `count`, `more` where it is a span, and `round`.
    """
    times, within = (_any_item(listed("counts.toml", name)) for name in ("rounds", "within"))
    return re.compile(
        rf"(?P<count>\d{{1,3}}|{any_of(numerals())})(?:\s?[-–]\s?(?P<more>\d{{1,3}}))?\s?"
        rf"(?:{times})\s(?:(?:{within})\s?)?(?P<round>{any_of(rounds())})\b"
    )


def _any_item(alternatives: frozenset[str]) -> str:
    """Any of the words as items; the full stop of "pr." is one by itself."""
    return any_of(alternatives).replace(r"\.", r"\s?\.")


@cache
def after_a_number(name: str) -> str:
    """A regular expression for the words after which a number is none of a day or year: "1.5 mill", "2000 kr"."""
    return rf"\s?(?:{any_listed('counts.toml', name)})"
