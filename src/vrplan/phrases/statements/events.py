"""Times beside unknown words, where the grammar is enough: "rapport innen 1.9.", "neste møte er 27. februar"."""

from itertools import pairwise
from typing import Final

from vrplan.phrases.reading import Modality, Precision
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.names import Place
from vrplan.phrases.sentences.nouns import is_noun
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.statements.surety import modality
from vrplan.phrases.times.deadlines import is_deadline
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.words.auxiliaries import has, to_be, told
from vrplan.phrases.words.inflection import PASSIVES, PLURALS, PRESENT_PARTICIPLES, Form
from vrplan.phrases.words.wordlists import endings, listed

_FINE: Final = frozenset(
    {Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.THIRD, Precision.HALF_MONTH}
)
_SHORT: Final = 5
_ROW: Final = 3
HEADING: Final = frozenset({":", "–", "—", "-"})
"""The signs between a time and what it heads: "Oktober: …", "Juli/august – …"."""
_PAST: Final = ("et", "a", "te", "de", "t")
_PAST_OR_NOUN: Final = ("et", "a")


def is_known(clause: Clause, phrases: list[When], place: Place) -> bool:
    """Whether the grammar tells what the time is of, though not all words are understood."""
    rules = (_is_due_by, _is_dated_event, _is_expected, _is_since, _is_to_be_done, _is_from_then)
    if any(rule(clause, phrases) for rule in rules):
        return True
    paper, window = place.context.document_date, phrases[0].window
    return paper is not None and not window.problem and window.first > paper and _is_headed(clause, phrases)


def _is_due_by(clause: Clause, phrases: list[When]) -> bool:
    """Whether something unknown has a last day: a noun "innen 1.9.", or what "skal" or "må" be so "før 1.9."."""
    first = phrases[0]
    if first.role not in {Role.BY, Role.BEFORE} or any(_tells(item) for item in clause.items):
        return False
    if any(item.text in listed("how.toml", "to_come") for item in clause.items):
        return True
    item = next(item for item in clause.items if item.when is first)
    named = item.text.startswith(endings("times.toml", "deadline_words"))
    return named and not _is_told(clause.items)


def _is_told(items: list[Item]) -> bool:
    """Whether an unknown word may be a past tense: "la", "leverte" anywhere, "varslet" after the subject."""
    second = [item.text for item in items if item.role == "word"][1:2]
    return any(one.role == "word" and one.text.endswith(PLURALS) for one in items) or any(
        word.endswith(_PAST_OR_NOUN) for word in second
    )


def _tells(item: Item) -> bool:
    """Whether it is a verb, or says that something has been."""
    return item.role in {"verb", "done", "subordinate", "partial", "state"}


def _is_expected(clause: Clause, phrases: list[When]) -> bool:
    """Whether something unknown is expected or planned for a time: "svar ventes i mai", "bygg er planlagt i 2019"."""
    items = [item for item in clause.items if item.role != "mark"]
    verb = next((at for at, item in enumerate(items) if item.text in listed("how.toml", "awaiting")), -1)
    if verb < 0 or phrases[0].role not in {Role.IN, Role.BY, Role.BEFORE}:
        return False
    if any(
        item.role in {"verb", "subordinate", "partial", "state"} or item.text in {"å", "for"}
        for item in items
    ):
        return False
    near = verb + 1 < len(items) and items[verb + 1].when is phrases[0]
    named = any(item.role == "word" for item in items[:verb])
    return named and near and all(item.role != "word" for item in items[verb + 1 :])


def _is_to_be_done(clause: Clause, phrases: list[When]) -> bool:
    """Whether something unknown is to be done in a short time: "her skal det grusast i haust"."""
    items, first = clause.items, phrases[0]
    if first.role != Role.IN or first.window.precision not in _FINE | {Precision.SEASON, Precision.QUARTER}:
        return False
    if any(item.role in {"verb", "done", "subordinate", "partial", "state", "modality"} for item in items):
        return False
    to_come = next(
        (at for at, item in enumerate(items) if item.text in listed("how.toml", "to_come")), len(items)
    )
    verbs = [item.text for item in items[to_come:] if item.role == "word" and item.text.endswith(PASSIVES)]
    return len(verbs) == 1 and len(verbs[0]) > _SHORT and verbs[0] not in listed("how.toml", "lasting_verbs")


def _is_since(clause: Clause, phrases: list[When]) -> bool:
    """Whether something unknown has gone on from a day: "har siden 2014 samarbeidet om arkivet"."""
    at = next((at for at, item in enumerate(clause.items) if item.when is phrases[0]), 0)
    since = clause.items[at].text.startswith(endings("times.toml", "since"))
    if not since or any(
        item.role in {"verb", "subordinate", "partial", "state"} and not is_noun(item)
        for item in clause.items
    ):
        return False
    return any(item.text in has() for item in clause.items[max(0, at - 1) : at + 2])


def _is_dated_event(clause: Clause, phrases: list[When]) -> bool:
    """Whether the clause says no more than which day something unknown is: "neste møte er 27. februar"."""
    clock = listed("times.toml", "clock")
    hour = next((at for at, item in enumerate(clause.items) if item.text in clock), len(clause.items))
    items = [item for item in clause.items[:hour] if item.role != "mark"]
    when = items[-1].when if items else None
    one = phrases[0]
    if when is None or when.start != one.start or one.role != Role.IN or one.window.precision not in _FINE:
        return False
    copula, subject = items[-2] if len(items) > 2 else None, items[:-2]
    while subject and copula and copula.text in to_be():
        copula, subject = subject[-1], subject[:-1]
    if copula is None or copula.text not in listed("how.toml", "copulas") or when.weak:
        return False
    names = [item for item in subject if item.role == "word"]
    return bool(names) and all(item.role in {"word", "article"} for item in subject)


def _is_headed(clause: Clause, phrases: list[When]) -> bool:
    """Whether the clause only says what a time before a colon or dash is for: "Oktober: Felles ungdomsråd"."""
    first, mark, *rest = clause.items if len(clause.items) > 1 else (clause.items[0], clause.items[0])
    if first.when is not phrases[0] or len(phrases) > 1 or mark.text not in HEADING:
        return False
    one = phrases[0]
    if one.role != Role.IN or one.window.precision not in _FINE | {Precision.SEASON, Precision.QUARTER}:
        return False
    words = [item for item in rest if item.role != "mark"]
    if not words or any(item.text in {"|", "(", "?"} for item in rest):
        return False
    if any(item.text in listed("how.toml", "no_task") for item in words):
        return False
    return all(_is_plain(item) and not item.text.startswith(endings("how.toml", "asking")) for item in words)


def _is_plain(item: Item) -> bool:
    """Whether a word is no number and cannot be a verb in the past tense: "fylkesmøte", not "drøftet"."""
    if item.role == "verb":
        return is_noun(item) and item.entry is not None and item.entry.kind == "due"
    nouns = endings("how.toml", "meetings") + endings("how.toml", "adopted")
    told_ = item.text.endswith(_PAST) and not item.text.endswith((*nouns, *PRESENT_PARTICIPLES))
    little = item.text in listed("how.toml", "function")
    told_ = told_ or item.text.endswith(PASSIVES)  # "saken trekkes"
    return little or (item.role in {"word", "article"} and item.text.isalpha() and not told_)


def is_labelled_deadline(clause: Clause, phrases: list[When]) -> bool:
    """ "25. september 2020: Tilbudsfrist": the day is the last one."""
    items = [item for item in clause.items if item.text != "."]
    row = len(items) == _ROW and items[0].when is phrases[0] and items[1].text in HEADING
    return row and phrases[0].role == Role.IN and is_deadline(items[2].text, 0)


def _is_from_then(clause: Clause, phrases: list[When]) -> bool:
    """Whether a thing and the day from which it is are all: "gebyr, fra 1.7.", "satsen ble gjeldende fra 2018"."""
    items = [item for item in clause.items if item.text != "."]
    if len(items) != _ROW or items[0].role != "word" or items[2].when is not phrases[0]:
        return False
    if items[1].text == ",":
        return phrases[0].role == Role.FROM and phrases[0].window.precision == Precision.DAY
    holds = items[2].text.startswith(endings("how.toml", "holding_from"))
    return phrases[0].role == Role.FROM and holds and items[1].text in listed("how.toml", "copulas") | told()


def has_come(clause: Clause) -> bool:
    """Whether a beginning without a verb of its own is told as past: "ble gjeldende fra 2019"."""
    return any(item.text in told() for item in clause.items)


def is_of_the_decision(clause: Clause) -> bool:
    """Whether the time is when something was decided: "vedtatt 14.6.2018" (but "vedtas i juni")."""
    for one, other in pairwise(clause.items):
        decided = one.entry and one.entry.value == "decided" and one.text in listed("how.toml", "describing")
        if decided and other.when:
            return modality(clause)[0] == Modality.DECIDED
    return False


def told_items(clause: Clause, phrases: list[When]) -> list[Item]:
    """The items that must be understood: not an aside in brackets, nor how long ("3 år") where the days are said."""
    items = clause.items
    for at, item in enumerate(items):
        if item.text == "(" and at and items[at - 1].when is phrases[0]:
            items = items[:at]
            break
    if phrases[0].role == Role.BY:  # "sendt på høring, frist 1.9."
        items = [
            one
            for one in items
            if not one.entry or (one.entry.kind, one.entry.form) != ("due", Form.PARTICIPLE)
        ]
    units = listed("times.toml", "durations")
    lengths = {
        at for at, item in enumerate(items[1:], 1) if item.text in units and items[at - 1].role == "word"
    }
    return [item for at, item in enumerate(items) if at not in lengths and at + 1 not in lengths]
