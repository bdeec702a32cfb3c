"""The clauses of a sentence, each with the expression that says what happens in it."""

from itertools import pairwise
from typing import Final, NamedTuple

from vrplan.phrases.reading import Precision
from vrplan.phrases.sentences.attributes import without_attributes
from vrplan.phrases.sentences.doubles import with_decisions, without_places
from vrplan.phrases.sentences.names import Place, Recipient
from vrplan.phrases.sentences.nouns import without_idle_nouns
from vrplan.phrases.sentences.predicates import is_predicate
from vrplan.phrases.sentences.recipients import recipient_after, taker
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.sentences.speaking import speaks
from vrplan.phrases.sentences.subordinate import is_subordinate
from vrplan.phrases.sentences.weights import weight
from vrplan.phrases.times.deadlines import is_deadline_told
from vrplan.phrases.words.function_words import AND, COORDINATING, THAT
from vrplan.phrases.words.inflection import PRESENT_PARTICIPLES, Form
from vrplan.phrases.words.lexicon import Entry
from vrplan.phrases.words.wordlists import listed

_JOINING: Final = COORDINATING | {",", "–", "—", "-", "mens", ":", "/", "+"}
_OPENING: Final = frozenset({"og", "det", "den", "denne", "dette"})  # "det legge til rette for"
_LEADING: Final = frozenset({"for", "med", "om"})  # "for å avslutte" says what for
_DEFINITE: Final = ("en", "et", "ene", "ane")
_ARTICLES: Final = frozenset({"en", "et", "ein", "eit", "av"})


class Clause(NamedTuple):
    """Items with at most one main expression, at index `main`; `joined_by` is the word or mark before the clause."""

    items: list[Item]
    main: int | None
    joined_by: str = ""
    recipient: Recipient | None = None

    @property
    def weight(self) -> int:
        """How much the main expression tells: what moves something before a task, a task before a habit."""
        return weight(self.items[self.main]) if self.main is not None else 0


def clauses(items: list[Item], place: Place) -> list[Clause]:
    """A sentence cut where a comma, a dash or "og" stands between two expressions that say what happens."""
    items = with_decisions(items)
    mains = {index for index in range(len(items)) if _is_main(items, index, place)}
    mains = without_idle_nouns(items, without_attributes(items, without_places(items, mains)))
    cuts = [0, *_cuts(items, mains), len(items)]
    found = [
        _clause(items, begin, end, {main for main in mains if begin <= main < end}, place)
        for begin, end in pairwise(cuts)
        if end > begin
    ]
    return [found[0], *(_sharing(one, other) for one, other in pairwise(found))]


def _sharing(before: Clause, clause: Clause) -> Clause:
    """A participle after "og" shares the words before the first one: "er planlagt ferdig og overlevert i høst"."""
    main = clause.items[0].entry if clause.main == 0 and clause.joined_by in AND else None
    if main is None or main.form != Form.PARTICIPLE or before.main is None:
        return clause
    first = before.items[before.main].entry
    begin = before.main
    while begin and before.items[begin - 1].role in {"done", "coming", "modality"}:
        begin -= 1
    if begin == before.main or first is None or first.form != Form.PARTICIPLE:
        return clause
    shared = before.items[begin : before.main]
    return clause._replace(items=[*shared, *clause.items], main=len(shared))


def _cuts(items: list[Item], mains: set[int]) -> list[int]:
    """Before each joining word that has a main expression on both sides, the nearest one before the later main."""
    acts = {main for main in mains if items[main].role != "recurrence"}
    first = min(acts, default=0)
    acts |= {at for at, item in enumerate(items[:first]) if item.when and is_deadline_told(item.text)}
    ordered = sorted(acts or mains)
    cuts = []
    for one, other in pairwise(ordered):
        joints = [index for index in range(one + 1, other) if items[index].text in _JOINING]
        if joints:
            cuts.append(joints[0] if items[joints[0]].text != "-" else joints[-1])
    aside = next((at for at, item in enumerate(items) if item.text == "men"), 0)
    if ordered and ordered[0] < aside and ordered[-1] < aside and not any(one.when for one in items[aside:]):
        cuts.append(aside)
    return cuts


def _clause(items: list[Item], begin: int, end: int, mains: set[int], place: Place) -> Clause:
    joined_by = items[begin].text if begin and items[begin].text in _JOINING else ""
    own = items[begin + bool(joined_by) : end]
    offset = begin + bool(joined_by)
    ranked = sorted(mains, key=lambda main: (-weight(items[main]), main))
    main = ranked[0] - offset if ranked else None
    return Clause(own, main, joined_by, recipient_of(own, main, place) if main is not None else None)


def recipient_of(items: list[Item], at: int, place: Place) -> Recipient | None:
    """The recipient of the verb at `at`, if it has one."""
    entry = items[at].entry
    if not entry or entry.role != "verb":
        return None
    if entry.taker and entry.form not in {Form.PASSIVE, Form.PARTICIPLE} and (who := taker(items, at, place)):
        return who
    return recipient_after(items, at, entry, place)


def _is_main(items: list[Item], at: int, place: Place) -> bool:
    entry = items[at].entry
    if not entry or entry.role not in {"verb", "state", "recurrence"}:
        return False
    if entry.role == "recurrence":
        return not (entry.value and at and items[at - 1].role == "article" and items[at].text.endswith("e"))
    if is_subordinate(items, at):
        return False
    if entry.role == "state":
        return not (at and items[at - 1].role == "article" and items[at].text.endswith(PRESENT_PARTICIPLES))
    if items[at].text in listed("how.toml", "predicates") and not is_predicate(items, at):
        return False
    if _tells_that(items, at, entry) or (_is_infinitive(items, at, entry) and not _is_governed(items, at)):
        return False
    if entry.form == Form.PARTICIPLE and (_is_purpose(items, at) or not _is_finite(items, at)):
        return False
    return bool(entry.kind) or recipient_of(items, at, place) is not None


def _tells_that(items: list[Item], at: int, entry: Entry) -> bool:
    """Whether it only says that something was said: "det ble varslet at samarbeidet avvikles"."""
    return entry.kind == "due" and at + 1 < len(items) and items[at + 1].text in THAT


def _is_infinitive(items: list[Item], at: int, entry: Entry) -> bool:
    purpose = [item.text for item in items[max(0, at - 2) : at]] == ["for", "å"]  # "for å fortsette samtalen"
    return entry.form == Form.INFINITIVE or (entry.form == Form.PLANNED and purpose)


def _is_governed(items: list[Item], at: int) -> bool:
    """An infinitive says what happens at the head of the sentence, or after "skal", "vedtatt å", "planlegges å"."""
    before = [item for item in items[:at] if item.role != "mark"]
    if before and before[-1].text in listed("how.toml", "determiners") - _OPENING:
        return False  # "alle tilsette", "de ansatte"
    if before and before[-1].text == "i ferd med å":
        entry = items[at].entry
        return entry is not None and entry.kind == "ends"  # it is on its way out, and does not just go on
    if not before or (
        all(item.text in listed("how.toml", "neutral") for item in before) and before[-1].text != "å"
    ):
        return True
    near = before[-5:]
    if any(item.role == "verb" and item.entry and item.entry.form == Form.PAST for item in before):
        return False  # "sendte i mai et forslag om å oppheve ordningen på høring"
    return any(item.role in {"coming", "modality"} for item in near) and before[-1].text not in _LEADING


def _is_purpose(items: list[Item], at: int) -> bool:
    """ "Arbeider for å få avsluttet saken", "har tid på seg til å få på plass en ordning"."""
    return at > 1 and items[at - 1].text == "å få" and items[at - 2].text in {"for", "til", "på"}


def _is_finite(items: list[Item], at: int) -> bool:
    """A participle says what has happened unless it only describes a noun; that of a task needs an auxiliary."""
    entry = items[at].entry
    if at and items[at - 1].text in _ARTICLES:
        return False
    if not entry or entry.kind != "due":
        return True
    if _is_label(items, at) or _is_all(items, at) or _has_object(items, at):
        return True
    near = range(max(0, at - 6), at)
    return any(items[index].role in {"done", "coming"} or speaks(items, index) for index in near)


def _is_all(items: list[Item], at: int) -> bool:
    """Whether the text is the participle and a time: "godkjent 12.3.2018"."""
    after = [item for item in items[at + 1 :] if item.role != "mark"]
    days = all(item.when and item.when.window.precision == Precision.DAY for item in after)
    return at == 0 and len(after) <= 1 and days


def _has_object(items: list[Item], at: int) -> bool:
    """Whether it is a past tense with its object: "styret behandlet saken 12. april"."""
    subject, after = items[at - 1 : at], items[at + 1 : at + 2]
    if at != 1 or not after or subject[0].role != "word" or after[0].role != "word":
        return False
    return subject[0].text.endswith(_DEFINITE) and after[0].text.endswith(_DEFINITE)


def _is_label(items: list[Item], at: int) -> bool:
    """Whether a colon and a day end the text after it: "Rapport sendt: 31.10.2018"."""
    after = [item for item in items[at + 1 :] if item.text not in {"|", "."}]
    day = len(after) == 2 and after[0].text == ":" and after[1].when is not None
    return day and not any(item.role == "modality" for item in items[:at])
