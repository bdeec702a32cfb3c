"""The vocabulary of what happens, how often and how surely, looked up by the words of a text."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from vrplan.phrases.words.inflection import Form, inflected
from vrplan.phrases.words.wordlists import TOKEN, listed, table, words

VERB: Final = "verb"
STATE: Final = "state"
RECURRENCE: Final = "recurrence"


class Entry(NamedTuple):
    """One word or expression: its role, and what it means there.

    For verbs, `kind` is empty where only a recipient makes them a status; `to` are the prepositions that lead to
    one, `by` the prepositions after which a verb of another kind becomes a transfer ("videreføres av"). The flags:
    `taker`, its subject is the recipient; `known`, the recipient must be recognised; `eve`, a bare first of a month is
    the day without it; `timed`, a status only with a time; `notice`, its day is that of the notice.
    """

    role: str
    kind: str = ""
    form: Form = Form.FIXED
    value: str = ""
    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    taker: bool = False
    known: bool = False
    eve: bool = False
    timed: bool = False
    notice: bool = False


class Lexicon:
    """Every entry by its words; the longest expression that stands at a place is the one meant."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], Entry]] = {}
        self._longest_first: dict[str, list[tuple[str, ...]]] = {}

    def add(self, expression: str, entry: Entry) -> None:
        """Enter an expression; the first entry of the same words stays."""
        if expression.isalpha():
            self._by_first.setdefault(expression, {}).setdefault((), entry)
            return
        plain = expression.replace(" ", "").isalpha()
        first, *rest = expression.split() if plain else TOKEN.findall(expression)
        self._by_first.setdefault(first, {}).setdefault(tuple(rest), entry)

    def longest(self, tokens: Sequence[str], at: int) -> tuple[int, Entry] | None:
        """How many tokens the longest expression takes here, and its entry.

        One word may stand inside a verb with a particle ("går formelt ut"), but no other expression; and none
        before "til", which leads to more than a particle ("tek saka til vitande"). What stands there as it is goes
        before what is as long and has a word inside: "faller bort fra 2019" is no "faller fra".
        """
        entries = self._by_first.get(tokens[at], {})
        looser: tuple[int, Entry] | None = None
        most, near = 0, tokens[at + 2 : at + 4]
        for rest in self._ordered(tokens[at], entries):
            if looser and len(rest) < most:
                break
            entry = entries[rest]
            if tuple(tokens[at + 1 : at + 1 + len(rest)]) == rest:
                return 1 + len(rest), entry
            if (
                not looser
                and rest
                and rest[0] in near
                and (taken := self._with_a_word_inside(tokens, at, rest, entry))
            ):
                looser, most = (taken, entry), len(rest)
        return looser

    def _ordered(self, first: str, entries: dict[tuple[str, ...], Entry]) -> list[tuple[str, ...]]:
        """What may follow a first word, the longest first; kept while nothing is added."""
        known = self._longest_first.get(first)
        if known is None or len(known) != len(entries):
            known = self._longest_first[first] = sorted(entries, key=len, reverse=True)
        return known

    def _with_a_word_inside(self, tokens: Sequence[str], at: int, rest: tuple[str, ...], entry: Entry) -> int:
        """How many tokens an expression takes with a word inside it, 0 if it does not stand here."""
        if len(tokens) < at + 3:
            return 0
        inner = tokens[at + 1]
        inserted = listed("small.toml", "inserted")
        if inner in inserted and entry.role != "idle":
            inside = 2 if tokens[at + 2] in inserted else 1
            if tuple(tokens[at + 1 + inside : at + 1 + inside + len(rest)]) == rest:
                return 1 + inside + len(rest)
        particle = len(rest) == 1 and entry.role == VERB and tokens[at + 2] == rest[0] != "til"
        return 3 if particle and inner.isalpha() and inner not in self._by_first else 0

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def single_words(self) -> Iterator[tuple[str, Entry]]:
        """The entries of one word, for telling a slip of the pen."""
        for word, entries in self._by_first.items():
            if () in entries:
                yield word, entries[()]


@cache
def lexicon() -> Lexicon:
    """The vocabulary of what, how often and how surely, read once."""
    found = Lexicon()
    _add_lists(found, table("how.toml"))
    _add_verbs(found, table("verbs.toml"))
    return found


def _add_verbs(found: Lexicon, source: dict[str, Any]) -> None:
    _add_states(found, table("states.toml"))
    irregular = source["irregular"]
    for verb in source["verb"]:
        leads = tuple(words(verb.get("to", ""))), tuple(words(verb.get("by", "")))
        flags = [bool(verb.get(flag)) for flag in ("taker", "known", "eve", "timed", "notice")]
        entries = {form: Entry(VERB, verb["kind"], form, "", *leads, *flags) for form in Form}
        for form, expression in inflected(verb, irregular):
            found.add(expression, entries[form])


def _add_states(found: Lexicon, source: dict[str, dict[str, str]]) -> None:
    for kind, entries in source.items():
        for value, expressions in entries.items():
            for expression in words(expressions):
                if kind == "recurring":
                    found.add(expression, Entry(RECURRENCE, kind, value=value))
                elif kind == "of_the_noun":
                    found.add(expression, Entry("article"))
                else:
                    found.add(expression, Entry(STATE, kind, value="" if value == "plain" else value))


def _add_lists(found: Lexicon, source: dict[str, dict[str, str]]) -> None:
    """The small words; the lists that come first win where a word stands in several."""
    for role in ("idle", "negation", "condition", "partial", "reported", "subordinate", "auxiliary"):
        for name, expressions in source[role].items():
            for expression in words(expressions):
                found.add(expression, Entry(role if name == "words" else name, value=name))
    for modality, expressions in source["modality"].items():
        for expression in words(expressions):
            found.add(expression, Entry("modality", value=modality))
