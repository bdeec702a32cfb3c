"""The inflected forms of a verb in bokmål and nynorsk, from its infinitive and the class it goes by.

The classes are those of the school grammar (kaste, lyse, leve; Norsk referansegrammatikk, ch. 6), each with the
endings of both written standards.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from vrplan.phrases.words.wordlists import words


class Form(StrEnum):
    """Which form of a verb it is; tense and voice decide what a status says."""

    INFINITIVE = "infinitive"
    PRESENT = "present"
    PASSIVE = "passive"  # overføres, overførast
    PLANNED = "planned"  # written out, still to come
    PAST = "past"
    PARTICIPLE = "participle"
    NOUN = "noun"
    FIXED = "fixed"


ENDINGS: Final[Mapping[str, tuple[tuple[Form, str], ...]]] = {
    "kaste": (
        (Form.INFINITIVE, "e"), (Form.PRESENT, "er"), (Form.PRESENT, "ar"), (Form.PASSIVE, "es"),
        (Form.PASSIVE, "ast"), (Form.PARTICIPLE, "et"), (Form.PARTICIPLE, "a"),
    ),
    "lyse": (
        (Form.INFINITIVE, "e"), (Form.INFINITIVE, "a"), (Form.PRESENT, "er"), (Form.PASSIVE, "es"),
        (Form.PASSIVE, "ast"),
        (Form.PAST, "te"), (Form.PAST, "de"), (Form.PARTICIPLE, "t"), (Form.PARTICIPLE, "d"),
    ),
    "leve": (
        (Form.INFINITIVE, "e"), (Form.PRESENT, "er"), (Form.PASSIVE, "es"), (Form.PASSIVE, "ast"),
        (Form.PAST, "de"), (Form.PARTICIPLE, "d"), (Form.PARTICIPLE, "gt"),
    ),
}  # fmt: skip
PASSIVES: Final = ("es", "ast")
PRESENT_PARTICIPLES: Final = ("ende", "ande")
PLURALS: Final = ("te", "de")
"""Of a participle that agrees with the noun after it ("planlagte tiltak"), and of a weak verb's past tense."""
IRREGULAR_FORMS: Final = (Form.PRESENT, Form.PASSIVE, Form.PAST, Form.PARTICIPLE)
WRITTEN_OUT: Final = {
    "planned": Form.PLANNED,
    "happened": Form.PARTICIPLE,
    "noun": Form.NOUN,
    "infinitive": Form.INFINITIVE,
}
"""The lines of a verb whose words are taken as they stand."""


def inflected(verb: Mapping[str, str], irregular: Mapping[str, str]) -> Iterator[tuple[Form, str]]:
    """Every form of the verbs of one vocabulary entry, particles included ("legges ned")."""
    for name, form in WRITTEN_OUT.items():
        for expression in words(verb.get(name, "")):
            yield form, expression
    for expression in words(verb.get("irregular", "")):
        infinitive, _, particle = expression.partition(" ")
        for form, word in _irregular(infinitive, irregular):
            yield form, f"{word} {particle}".strip()
    for name, endings in ENDINGS.items():
        for expression in words(verb.get(name, "")):
            infinitive, _, particle = expression.partition(" ")
            for form, ending in endings:
                yield form, f"{infinitive[:-1]}{ending} {particle}".strip()


def _irregular(infinitive: str, irregular: Mapping[str, str]) -> Iterator[tuple[Form, str]]:
    """The forms of an irregular verb, or of one with such a verb as its second part ("nedlegge")."""
    if infinitive.endswith(("je", "de", "te", "re")):
        yield Form.INFINITIVE, infinitive[:-1] + "a"  # nynorsk "å leggja ned"
    yield Form.INFINITIVE, infinitive
    prefix = next((at for at in range(len(infinitive)) if infinitive[at:] in irregular), None)
    if prefix is None:
        return
    for form, word in _forms(irregular[infinitive[prefix:]]):
        yield form, infinitive[:prefix] + word


@cache
def _forms(listed: str) -> tuple[tuple[Form, str], ...]:
    """The forms of a line of the table: "present; passive; past; participle"."""
    row = zip(IRREGULAR_FORMS, listed.split(";"), strict=True)
    return tuple((form, word) for form, those in row for word in words(those))
