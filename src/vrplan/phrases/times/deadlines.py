"""The words for a deadline and what leads from them to its day."""

import re
from functools import cache

from vrplan.phrases.words.wordlists import any_of, table, words


@cache
def deadlines() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Fristen for tilbakemelding til styret settes til …" and, where that does not stand, "søknadsfrist: …"."""
    source = table("times.toml")["deadline"]
    nouns, leads, verbs, moved = (any_of(words(source[name])) for name in ("nouns", "for", "is", "moved"))
    what = rf"\s(?:{leads})(?:\s(?!(?:{verbs}|{moved})\b|\d{{1,2}}\.)[\w./-]+){{1,14}}?"
    after = r"\s?[:–(-]?\s{0,3}(?:\|\s?)?(?=\w)"
    return (
        re.compile(rf"[\w-]*(?:{nouns})(?:{what})?\s(?:{verbs}){after}"),
        re.compile(rf"[\w-]*(?:{nouns})(?:{what})?{after}"),
    )


@cache
def _deadline_word() -> re.Pattern[str]:
    return re.compile(rf"[\w-]*(?:{any_of(words(table('times.toml')['deadline']['nouns']))})(?!\w)")


def is_deadline(text: str, at: int) -> bool:
    """Whether a word for a deadline begins here: "frist", "søknadsfristen"."""
    return _deadline_word().match(text, at) is not None


def is_deadline_told(text: str) -> bool:
    """Whether a deadline is told with a verb of its own: "fristen er 1. september"."""
    return is_deadline(text, 0) and deadlines()[0].match(text) is not None
