"""How surely a clause is said, and whether it has happened."""

from typing import Final

from vrplan.phrases.reading import Modality
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.sentences.speaking import speaks
from vrplan.phrases.words.auxiliaries import was
from vrplan.phrases.words.function_words import AND, OF
from vrplan.phrases.words.inflection import Form
from vrplan.phrases.words.wordlists import endings, listed

_PARTICIPLES: Final = ("t", "ke", "ken")
_GOVERNING: Final = frozenset(Modality) - {Modality.PROVISIONAL}


def has_happened(clause: Clause) -> bool:
    """Whether the main expression says that it is so already: tense carries status.

    "overføres" is planned, "(er) overført" has happened; "blir overført", "foreslått overført", "vedtatt overført"
    are still to come.
    """
    if clause.main is None or not (entry := clause.items[clause.main].entry):
        return False
    if entry.form == Form.PAST and not _is_plural_participle(clause.items, clause.main):
        return True
    if entry.form == Form.NOUN:
        return any(item.text in was() for item in clause.items[: clause.main + 2])
    if entry.form not in {Form.PARTICIPLE, Form.PAST} or is_readiness(clause.items, clause.main):
        return False
    for index in range(clause.main - 1, -1, -1):
        item = clause.items[index]
        if item.role == "done":
            return True
        if _is_joined(clause.items, index):
            continue
        if item.role == "coming" or (
            speaks(clause.items, index) and item.entry and item.entry.value in _GOVERNING
        ):
            return False
    return True


def _is_plural_participle(items: list[Item], at: int) -> bool:
    """Nynorsk "vert overførte": the form of the past tense after an auxiliary is a participle."""
    return any(item.role in {"coming", "done"} for item in items[max(0, at - 3) : at])


def _is_joined(items: list[Item], at: int) -> bool:
    """Whether it is one of two things that have happened: "ble vedtatt og igangsatt"."""
    entry = items[at].entry
    decided = entry is not None and entry.value == Modality.DECIDED and items[at].text.endswith(_PARTICIPLES)
    return decided and items[at + 1].text in AND


def is_readiness(items: list[Item], at: int) -> bool:
    """Whether it says what something is ready for: "klar til innflytting i mai" is still to come."""
    after = items[at + 1].text if at + 1 < len(items) else ""
    return items[at].text.startswith(endings("how.toml", "ready")) and after in {"til", "for"}


def modality(clause: Clause) -> tuple[Modality, list[Item]]:
    """How surely it is said, and the words that say so; plainly decided when none does.

    The first such word counts, but "mulig" and "eventuell" only where no other does: "vedtatt" wins over "mulig".
    """
    said = [
        item
        for index, item in enumerate(clause.items)
        if speaks(clause.items, index, clause.main) and not _is_ground(clause, index)
    ]
    entry = clause.items[clause.main].entry if clause.main is not None else None
    if has_happened(clause) or (entry and entry.kind == "ongoing"):
        start, planned = clause.items[clause.main or 0].start, listed("how.toml", "as_planned")
        said = [item for item in said if item.start < start or item.text not in planned]
    values = [Modality(item.entry.value) for item in said if item.entry]
    firm = [value for value in values if value != Modality.POSSIBLE]
    if firm:
        return firm[0], said
    return (Modality.POSSIBLE if values else Modality.DECIDED), said


def _is_ground(clause: Clause, at: int) -> bool:
    """Whether an estimate is what something is made from: "oppdateres på bakgrunn av nye anslag" is no less sure."""
    if clause.main is None or clause.items[at].text not in listed("how.toml", "estimates"):
        return False
    return any(item.text in OF for item in clause.items[clause.main + 1 : at])
