"""Nouns for an event ("oppstart"): where they say what happens, and where a verb does."""

from typing import Final

from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.words.function_words import AND, FROM
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.wordlists import listed

_INSIDE: Final = FROM | {"i", "på", "ved", "av", "under", "mot"}  # "tatt opp i styremøte 12.3."
_HAPPENING: Final = frozenset({"when", "verb", "state", "mark"})


def without_idle_nouns(items: list[Item], mains: set[int]) -> set[int]:
    """A noun for an event ("oppstart") says what happens only where no verb does, and only as the subject of a time."""
    nouns = {main for main in mains if is_noun(items[main])}
    if nouns and (happens := _happening(items, nouns, mains - nouns)):
        return happens
    if mains - nouns:
        kinds = {entry.kind for main in mains - nouns if (entry := items[main].entry)}
        apart = {noun for noun in nouns if _is_set_apart(items, noun, kinds) or _leads(items, noun, kinds)}
        return (mains - nouns) | apart
    return {noun for noun in sorted(nouns) if _heads(items, noun)} if nouns else mains


def _happening(items: list[Item], nouns: set[int], verbs: set[int]) -> set[int]:
    """The noun where the verb only says that it comes to pass: "oppstarten skjer 1. september"."""
    first = min(verbs, default=0)
    told = {noun for noun in nouns if noun < first and _heads(items, noun)}
    light = all((entry := items[verb].entry) and entry.timed and entry.kind == "due" for verb in verbs)
    return {min(told)} if verbs and told and light else set()


def _is_set_apart(items: list[Item], at: int, kinds: set[str]) -> bool:
    """Whether a noun has a time of its own after a comma: "rekruttering pågår, oppstart 1. september".

    "Avsluttes, siste dag 30.6." says the same thing twice.
    """
    if (entry := items[at].entry) and entry.kind in kinds:
        return False
    after = at + 1
    while after < len(items) and (
        items[after].role in {"done", "coming", "modality"}
        or items[after].text in listed("how.toml", "setting", "apart")
    ):
        after += 1
    timed = after < len(items) and items[after].when is not None
    before = at - 1 - (at > 1 and _is_adjective(items[at - 1], items[at - 2]))
    joined = before > 0 and items[before].text in AND and items[before - 1].text == ","
    return timed and before >= 0 and (joined or items[before].text in {",", "–", "—"})


def _is_adjective(item: Item, before: Item) -> bool:
    """Whether one word stands between the comma and the noun: "full utrulling", "ny frist"."""
    return before.text in {",", "–", "—", "og"} and item.role == "word" and not _binds(item)


def _binds(item: Item) -> bool:
    return item.text in listed("how.toml", "function")


def _leads(items: list[Item], at: int, kinds: set[str]) -> bool:
    """Whether a noun at the head has a time before "og" or a comma: "oppstart er 1. oktober, og varer ut året"."""
    if any(item.role != "modality" for item in items[:at]) or (
        (entry := items[at].entry) and entry.kind in kinds
    ):
        return False
    when = next((index for index in range(at + 1, len(items)) if items[index].role in _HAPPENING), len(items))
    if when + 1 >= len(items) or items[when].when is None:
        return False
    told = when == at + 1 or items[when - 1].text in listed("how.toml", "copulas")
    return told and items[when + 1].text in {"og", ",", "–", "—"}


def is_noun(item: Item) -> bool:
    """Whether it is the name of an event."""
    return item.entry is not None and item.entry.form == Form.NOUN


def _heads(items: list[Item], at: int) -> bool:
    neutral = listed("how.toml", "neutral")
    before = [item for item in items[:at] if item.role in {"word", "verb"} and item.text not in neutral]
    if _is_awaited(items, at):
        return True
    if at and (
        items[at - 1].text.startswith(("med mul", "med mog", "med ops")) or _is_worked_with(items, at)
    ):
        return False  # "1.4.–20.12., med mulighet for forlengelse"
    if (
        _opens_another(items)
        or (at and items[at - 1].text in _INSIDE)
        or (at > 1 and items[at - 1].text == "til")
    ):
        return False
    next_ = at + 1
    while next_ < len(items) and items[next_].text in listed("how.toml", "copulas"):
        next_ += 1
    after = items[next_].role in {"when", "mark"} if next_ < len(items) else True
    timed = any(item.role in {"when", "modality"} for item in items)
    return timed and (not before or (after and len(before) <= 2))


def _is_worked_with(items: list[Item], at: int) -> bool:
    """Whether it is what somebody has done something with: "har siden mai arbeidet med samling av arkivene"."""
    return items[at - 1].text == "med" and any(item.role == "done" for item in items[: at - 1])


def _opens_another(items: list[Item]) -> bool:
    """Whether it only leads to a clause that is not understood: "Med oppstart i mai, regner vi at …"."""
    comma = next((at for at, item in enumerate(items) if item.text == ","), len(items))
    led = items[0].text in {"med", "ved", "etter", "før", "under", "for"}
    return led and sum(item.role == "word" for item in items[comma:]) > 1


def _is_awaited(items: list[Item], at: int) -> bool:
    """Whether its time is what the sentence tells: "endelig vedtak av ny plan er forventet i 2023"."""
    before = [item for item in items[:at] if item.role == "word"]
    if len(before) > 1 or (before and before[-1].text in {"om", "av", "for", "til", "med"}):
        return False
    tail = [item.role for item in items[at + 1 :] if item.role != "mark"]
    return tail[-3:] == ["done", "modality", "when"]
