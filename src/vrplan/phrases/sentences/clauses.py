"""The clauses of a sentence, each with the expression that says what happens in it."""

from itertools import pairwise
from typing import Final, NamedTuple

from vrplan.phrases.reading import Precision
from vrplan.phrases.sentences.attributes import describes_noun, without_attributes
from vrplan.phrases.sentences.doubles import with_decisions, without_places
from vrplan.phrases.sentences.names import Place, Recipient
from vrplan.phrases.sentences.nouns import is_noun, without_idle_nouns
from vrplan.phrases.sentences.predicates import is_predicate
from vrplan.phrases.sentences.recipients import recipient_after, taker
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.sentences.subordinate import is_subordinate
from vrplan.phrases.times.deadlines import is_deadline_told
from vrplan.phrases.words.function_words import AND, COORDINATING, THAT
from vrplan.phrases.words.inflection import PRESENT_PARTICIPLES, Form
from vrplan.phrases.words.wordlists import endings, listed

_JOINING: Final = COORDINATING | {",", "–", "—", "-", "mens", ":", "/", "+"}
_OPENING: Final = frozenset({"og", "det", "den", "denne", "dette"})  # "det legge til rette for"
_LEADING: Final = frozenset({"for", "med", "om"})  # "for å avslutte" says what for
_SAYING: Final = THAT | {"å"}
_ARTICLES: Final = frozenset({"en", "et", "ein", "eit", "av"})
_STRONG: Final = frozenset({"ends", "transfers", "continues", "starts", "done", "cancelled", "postponed"})


class Clause(NamedTuple):
    """Items with at most one main expression, at index `main`; `joined_by` is the word or mark before the clause."""

    items: list[Item]
    main: int | None
    joined_by: str = ""
    recipient: Recipient | None = None

    @property
    def weight(self) -> int:
        """How much the main expression tells: what moves something before a task, a task before a habit."""
        return _weight(self.items[self.main]) if self.main is not None else 0


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
    ranked = sorted(mains, key=lambda main: (-_weight(items[main]), main))
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


def _weight(item: Item) -> int:
    entry = item.entry
    if not entry:
        return 0
    if entry.role == "recurrence":
        return 1
    if entry.form == Form.NOUN:
        return 2
    if entry.kind in _STRONG or not entry.kind:
        return 5
    return 4 if entry.role == "state" else 3


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
    if entry.form == Form.INFINITIVE and not _is_governed(items, at):
        return False
    if entry.form == Form.PARTICIPLE and not _is_finite(items, at):
        return False
    return bool(entry.kind) or recipient_of(items, at, place) is not None


def _is_governed(items: list[Item], at: int) -> bool:
    """An infinitive says what happens at the head of the sentence, or after "skal", "vedtatt å", "planlegges å"."""
    before = [item for item in items[:at] if item.role != "mark"]
    if before and before[-1].text in listed("how.toml", "determiners") - _OPENING:
        return False  # "alle tilsette", "de ansatte"
    if not before or (
        all(item.text in listed("how.toml", "neutral") for item in before) and before[-1].text != "å"
    ):
        return True
    near = before[-5:]
    return any(item.role in {"coming", "modality"} for item in near) and before[-1].text not in _LEADING


def _is_finite(items: list[Item], at: int) -> bool:
    """A participle says what has happened unless it only describes a noun; that of a task needs an auxiliary."""
    entry = items[at].entry
    if at and items[at - 1].text in _ARTICLES:
        return False
    if not entry or entry.kind != "due":
        return True
    if _is_label(items, at) or _is_all(items, at):
        return True
    near = range(max(0, at - 6), at)
    return any(items[index].role in {"done", "coming"} or speaks(items, index) for index in near)


def _is_all(items: list[Item], at: int) -> bool:
    """Whether the text is the participle and a time: "godkjent 12.3.2018"."""
    after = [item for item in items[at + 1 :] if item.role != "mark"]
    days = all(item.when and item.when.window.precision == Precision.DAY for item in after)
    return at == 0 and len(after) <= 1 and days


def _is_label(items: list[Item], at: int) -> bool:
    """Whether a colon and a day end the text after it: "Rapport sendt: 31.10.2018"."""
    after = [item for item in items[at + 1 :] if item.text not in {"|", "."}]
    day = len(after) == 2 and after[0].text == ":" and after[1].when is not None
    return day and not any(item.role == "modality" for item in items[:at])


def speaks(items: list[Item], at: int, main: int | None = None) -> bool:
    """Whether a word of surety speaks of the clause and not only of a noun ("mulig samarbeid", "vedtatt plan")."""
    if (
        items[at].role != "modality"
        or _is_proposal(items, at)
        or _is_told_aside(items, at, main)
        or _is_matter(items, at, main)
    ):
        return False
    if items[at].text not in listed("how.toml", "describing") or at + 1 == len(items):
        return True
    after = items[at + 1]
    if after.entry and after.entry.form == Form.NOUN:
        return main is None or at + 1 == main
    if main is not None and describes_noun(items, at, main):
        return False
    return after.role != "word" or after.text in listed("how.toml", "neutral")


def _is_proposal(items: list[Item], at: int) -> bool:
    """Whether it is a thing: "forslag til endringer er sendt på høring"."""
    if items[at].text not in listed("how.toml", "proposals", "things") or at + 1 == len(items):
        return False
    said = any(item.text in _SAYING for item in items[at:])
    return items[at + 1].text in {"til", "på"} and not said


def _is_matter(items: list[Item], at: int, main: int | None) -> bool:
    """Whether it is the matter that something happens to: "forslag om nedleggelse behandles i september"."""
    if main is None or items[at].text not in listed("how.toml", "proposals", "about") or is_noun(items[main]):
        return False
    return _weight(items[main]) == 3 and at + 1 < main and all(item.text != "å" for item in items[at:main])


def _is_told_aside(items: list[Item], at: int, main: int | None) -> bool:
    """Whether it stands in a relative clause after the main verb ("videreføres for kommuner som ønsker det")."""
    if main is None or at < main:
        return _is_judged(items, at, main)
    if items[at - 1].text == "med" and items[at].text.startswith(endings("how.toml", "options")):
        return True  # "utløper 31.12. med opsjon på to år"
    return any(item.text in listed("small.toml", "aside") for item in items[main + 1 : at])


def _is_judged(items: list[Item], at: int, main: int | None) -> bool:
    """Whether it says what something is found to be: "vurderer forslaget som nyttig, og er i gang"."""
    if not items[at].text.startswith(endings("how.toml", "judging")) or main is None or at > main:
        return False
    marks = [item.text for item in items[at:main]]
    return "som" in marks and bool({",", "og"} & set(marks[marks.index("som") :]))
