"""Times after a verb that belong to another event or clause than its own: "pågår, oppstart neste fase 1.9."."""

from itertools import pairwise
from typing import Final

from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.times.when import Role
from vrplan.phrases.words.function_words import AND, BEFORE
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.wordlists import endings, listed

_LEADING: Final = frozenset({"av", "for", "i", "på", "til", "ved"})  # "åpning av bygget"
_BESIDE: Final = frozenset({"forbindelse", "samband"})
_AROUND: Final = BEFORE | {"inntil", "etter"}


def is_apposed(items: list[Item], main: int, at: int) -> bool:
    """Whether it is that of a noun set beside: "anskaffelse pågår, kontrakt 1.10.18"."""
    when, words = items[at].when, at
    while words - 1 > main and (items[words - 1].role == "word" or _is_another_event(items, words - 1, main)):
        words -= 1
    beside = words < at and words - 1 > main and items[words - 1].text in {",", "–", "—", "-"}
    if beside and items[words - 1].start == items[words - 2].stop and items[words - 1].text == "-":
        beside = False  # "kommunestyre- og fylkestingsvalget"
    entry = items[main].entry
    if beside and entry is not None and entry.kind == "cancelled":
        return True  # "avlyst, ny dato 1.9."
    anew = words < at and items[words].text in listed("small.toml", "another")
    strange = any(one.text not in listed("how.toml", "dating") for one in items[words + anew : at])
    return beside and strange and when is not None and (when.bare or anew)


def _is_another_event(items: list[Item], at: int, main: int) -> bool:
    """Whether a noun is of another event than the verb: "pågår, oppstart neste fase 1.9."."""
    entry, told = items[at].entry, items[main].entry
    return entry is not None and entry.form == Form.NOUN and told is not None and entry.kind != told.kind


def is_of_what_follows(items: list[Item], main: int, at: int) -> bool:
    """Whether it is the time of an event that comes before or after: "drives videre inntil avvikling i 2019"."""
    before = items[at - 1]
    noun = before.role == "word" or (before.entry is not None and before.entry.form == Form.NOUN)
    if before.role == "idle" and before.text.startswith(("etter ", "før ")):
        return True  # "evalueres etter oppstart i mai"
    if (
        at - 3 > main
        and items[at - 3].text in _BESIDE
        and items[main].text.startswith(endings("how.toml", "judging"))
    ):
        return True  # "vurderes på nytt i forbindelse med rulleringen i 2024"
    told = items[main].entry
    joined = items[at - 2].text in AND and any(one.text == "med" for one in items[main + 1 : at - 2])
    led = (
        joined
        or items[at - 2].text == "med"
        or (items[at - 2].role == "modality" and items[at - 2].text.startswith("med "))
    )
    if before.entry and before.entry.form == Form.NOUN and led and at - 2 > main:
        return (
            told is not None and told.kind != before.entry.kind
        )  # "kontrakt er inngått, med oppstart i mai"
    runs = told is not None and told.kind in {"ongoing", "continues"} and before.entry is not None
    if runs and noun and items[at - 2].text == "til" and at - 2 >= main:
        return True  # "løpende til avslutning 31.12."
    return at - 2 > main and noun and items[at - 2].text in _AROUND


def is_of_another_clause(items: list[Item], main: int, at: int) -> bool:
    """Whether ", og" and an unknown clause stand around it: "er gjort, og tiltak settes inn i mai"."""
    for index in range(main + 1, at - 2):
        if items[index].text == "," and items[index + 1].text in {"og", "men", "mens", "så"}:
            told = any(item.role in {"coming", "done"} for item in items[at + 1 :])
            return told or sum(item.role == "word" for item in items[index + 2 : at]) > 1
    return False


def is_decided_event(items: list[Item], main: int, at: int) -> bool:
    """ "Oppløsning vedtatt på årsmøtet 14. juni": the day on which it was decided."""
    entry = items[main].entry
    if entry is None or entry.form != Form.NOUN:
        return False
    return any(one.entry and one.entry.value == "decided" for one in items[main + 1 : at])


def describes(item: Item, before: Item) -> bool:
    """Whether a time after it is that of a noun's participle: "i henhold til plan vedtatt 12.3.2017"."""
    entry = item.entry
    if entry is None or before.text in _LEADING:
        return False
    decided = entry.value == "decided" and item.text in listed("how.toml", "describing")
    return decided or entry.form == Form.PARTICIPLE


def is_told_beside(items: list[Item], main: int, at: int) -> str:
    """The tense of a relative clause with a verb of its own in between ("til KHS, som ble etablert i 2009"), or ""."""
    told = False
    if any(
        one.text == "," and other.text in {"mens", "medan"} for one, other in pairwise(items[main + 1 : at])
    ):
        return "done"  # "… skal ferdigstilles i 2023, mens resten skal tas i 2024"
    for item in items[main + 1 : at]:
        if item.role == "subordinate" or item.text in BEFORE:
            told = True
        elif told and item.role in {"verb", "done", "coming"}:
            return "done" if item.role == "done" else "coming"
    return ""


def is_parted(items: list[Item], at: int, main: int) -> bool:
    """Whether a dash ends its clause: "vil bli malt i løpet av mars - avtale er undertegnet"."""
    return any(item.text in {"-", "–", "—"} for item in items[at + 1 : main])


def is_of_some_year(items: list[Item], at: int) -> bool:
    """Whether it is of a year that is only described: "1. januar i det budsjettår som starter 15 måneder senere"."""
    words = [item.text for item in items[at + 1 : at + 4]]
    return (
        len(words) == 3 and words[0] == "i" and words[1] in {"det", "eit", "et"} and words[2].endswith("år")
    )


def is_of_its_object(items: list[Item], main: int, at: int) -> bool:
    """Whether it is what a paper to be made is for: "utarbeide en ny strategi for perioden 2019–2023"."""
    entry, when = items[main].entry, items[at].when
    task = entry is not None and entry.kind == "due" and entry.form != Form.NOUN
    span = when is not None and when.role == Role.SPAN and items[at].text.startswith("for ")
    return task and span and items[at - 1].role == "word"
