"""Which words of surety speak of their clause, and which of a thing, another verb or an aside in it."""

from itertools import pairwise
from typing import Final

from vrplan.phrases.sentences.attributes import describes_noun
from vrplan.phrases.sentences.nouns import is_noun
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.sentences.weights import weight
from vrplan.phrases.words.function_words import COORDINATING, THAT
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.wordlists import endings, listed

_OWN: Final = frozenset({"si", "sin", "sitt", "sine"})
_SAYING: Final = THAT | {"å"}


def speaks(items: list[Item], at: int, main: int | None = None) -> bool:
    """Whether a word of surety speaks of the clause and not only of a noun ("mulig samarbeid", "vedtatt plan")."""
    if (
        items[at].role != "modality"
        or _is_proposal(items, at)
        or _is_ones_own(items, at)
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
    after = items[at + 1].entry
    handled = (
        after is not None and after.kind == "due" and after.form in {Form.PASSIVE, Form.PRESENT, Form.PLANNED}
    )
    return (items[at + 1].text in {"til", "på"} or handled) and not said


def _is_ones_own(items: list[Item], at: int) -> bool:
    """Whether it is what somebody makes, "kommer med si tilråding", or stands in: "et tiltak i planen er at …"."""
    placed = items[at].text.startswith("planen er") and at > 0 and items[at - 1].text == "i"
    return placed or (at > 0 and items[at - 1].text in _OWN)


def _is_matter(items: list[Item], at: int, main: int | None) -> bool:
    """Whether it is the matter that something happens to: "forslag om nedleggelse behandles i september"."""
    if main is None or items[at].text not in listed("how.toml", "proposals", "about") or is_noun(items[main]):
        return False
    return weight(items[main]) == 3 and at + 1 < main and all(item.text != "å" for item in items[at:main])


def _is_told_aside(items: list[Item], at: int, main: int | None) -> bool:
    """Whether it stands in a relative clause after the main verb ("videreføres for kommuner som ønsker det")."""
    if main is None:
        return items[at].text.startswith(("med mul", "med mog")) and any(item.when for item in items[:at])
    if at < main:
        return _is_judged(items, at, main)
    if items[at - 1].text == "med" and items[at].text.startswith(endings("how.toml", "options")):
        return True  # "utløper 31.12. med opsjon på to år"
    if items[at].text.startswith(("med mul", "med mog")):
        return True
    told, proposals = items[main].entry, endings("how.toml", "proposals", "things")
    near = told and (told.form == Form.PAST or (told.form == Form.PRESENT and at == main + 1))
    if told and near and told.kind == "due" and items[at].text.startswith(proposals):
        return True  # "sendte i mai et forslag om å oppheve ordningen på høring"
    between = items[main + 1 : at]
    purpose = any(
        one.text == "for" and other.text == "å" for one, other in pairwise(items[main + 1 : at + 2])
    )
    return (
        purpose
        or _has_its_own_verb(between)
        or any(item.text in listed("small.toml", "aside") for item in between)
    )


def _has_its_own_verb(items: list[Item]) -> bool:
    """Whether a word of surety after these is of another verb: "pakkes i mai, og flyttes etter planen i juni"."""
    joint = next((at for at, item in enumerate(items) if item.text in COORDINATING), len(items))
    return any(item.role == "verb" and not is_noun(item) for item in items[joint:])


def _is_judged(items: list[Item], at: int, main: int) -> bool:
    """Whether it says what something is found to be: "vurderer forslaget som nyttig, og er i gang"."""
    if not items[at].text.startswith(endings("how.toml", "judging")) or at > main:
        return False
    marks = [item.text for item in items[at:main]]
    return "som" in marks and bool({",", "og"} & set(marks[marks.index("som") :]))
