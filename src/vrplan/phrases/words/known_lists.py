"""Which lists the word files hold, so that a name nobody asks for is found and not passed over in silence."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from vrplan.days import ONE_DAY, public_holidays_on, whole_year
from vrplan.phrases.reading import Kind, Modality, Recurrence
from vrplan.phrases.words.inflection import ENDINGS

Lists = Mapping[str, frozenset[str]]
"""The tables of a file, each with the names that may stand before an equals sign in it."""

ANY: Final = frozenset[str]()
"""Of a table whose names are words themselves."""
KINDS: Final = frozenset(Kind) - {Kind.UNKNOWN}
CLASSES: Final = (*ENDINGS, "irregular")
"""The lines of a verb that take infinitives, whose forms follow by themselves."""
FLAGS: Final = ("taker", "known", "eve", "timed", "notice")

_PLAIN: Final = {
    "how.toml": """idle condition partial reported neutral abbreviations documents papers numbered
        gatherings binding deciding sending lasting_verbs for_good to_come awaiting copulas to_do
        describing function estimates options judging determiners asking partly left_over decisions comparing
        parts moving dating reports standing ready delivering waiting concerning put_off exception
        leading fronting former late closed closing beside whole as_planned launched at_least works
        holding_from no_task""",
    "times.toml": """strict filler deadline_words mended durations week_short month_word christmas latest past_turn
        since earliest bounds lasting clock numbers throughout""",
    "counts.toml": "rounds within amounts heads percent",
    "recipients.toml": "never bodies municipal care units stops belongings firms adverbs into loose new places",
    "small.toml": "inserted aside until another then",
}
_NAMED: Final = {
    "how.toml": {
        "negation": "words not_one", "subordinate": "words as_is", "auxiliary": "coming done",
        "meetings": "words alone", "setting": "words apart", "proposals": "things about dropped",
        "quantities": "words first",
        "adopted": "words verbs", "held": "words holding", "ruling": "head decided undone", "notice": "term given",
        "predicates": "words after after_end beside_ok",
    },
    "times.toml": {
        "months": "1 2 3 4 5 6 7 8 9 10 11 12", "abbreviations": "1 2 3 4 5 6 7 8 9 10 11 12",
        "seasons": "våren sommeren høsten vinteren", "ordinals": "1 2 3 4 last",
        "periods": "quarter tertial half-year", "letters": "quarter tertial half-year",
        "thirds": "primo medio ultimo", "between": "til toward and or", "deadline": "nouns for is was moved",
        "words": """part_of week half last_year this_year the_year next_year school_year turn_of_year after_new_year
            turn_of_month christmas romjul easter holy_week whitsun events end_of end_of_year relative year_on
            year_back weekdays approximate""",
        "prepositions": "in span by before until toward to from earliest as_of after of",
    },
    "counts.toml": {"numerals": "1 2 3 4 5 6", "round": "yearly monthly weekly quarterly tertial half-yearly"},
    "small.toml": {
        "be": "infinitive present past participle", "become": "infinitive present past",
        "have": "present past participle got", "lie": "past", "stand": "past", "will": "present",
    },
}  # fmt: skip


@cache
def known_lists() -> Mapping[str, Lists]:
    """Every word file with its lists, but for the table of verbs in verbs.toml."""
    plain = {name: dict.fromkeys(tables.split(), frozenset({"words"})) for name, tables in _PLAIN.items()}
    named = {
        name: {table: frozenset(keys.split()) for table, keys in tables.items()}
        for name, tables in _NAMED.items()
    }
    found = {name: tables | named.get(name, {}) for name, tables in plain.items()}
    found["how.toml"] |= {"modality": frozenset(Modality)}
    found["times.toml"] |= {"holidays": _holidays(), "vacations": ANY}
    found["typos.toml"] = {"slips": ANY, "ordinary": frozenset({"words"})}
    found["verbs.toml"] = {"irregular": ANY}
    found["states.toml"] = {kind: frozenset({"plain"}) for kind in ("ends", "continues", "due")} | {
        "of_the_noun": frozenset({"words"}),
        "ongoing": frozenset({"plain", Recurrence.CONTINUOUS}),
        "recurring": frozenset(Recurrence) - {Recurrence.CONTINUOUS},
    }
    return found


def _holidays() -> frozenset[str]:
    """The public holidays that have a day in every year, by name."""
    first, last = whole_year(2018)
    days = (first + n * ONE_DAY for n in range((last - first).days + 1))
    return frozenset(name for day in days for name in public_holidays_on(day))
