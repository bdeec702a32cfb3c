"""How surely a clause is said, whether it has happened, and what keeps it from being read."""

from typing import Final

from vrplan.phrases.clauses import Clause, speaks
from vrplan.phrases.inflection import Form
from vrplan.phrases.reading import Modality
from vrplan.phrases.remarks import Remark, remark
from vrplan.phrases.scan import Item

_GOVERNING: Final = frozenset(Modality) - {Modality.PROVISIONAL}


def obstacle(clause: Clause, sentence: list[Item]) -> Remark | None:
    """Why a clause must not be read: it asks, denies, depends on something, or is only partly so."""
    if any(item.text == "?" for item in sentence):
        return remark("question")
    codes = {"condition": "conditional", "reported": "reported", "negation": "negated"}
    for role, code in codes.items():
        for item in clause.items:
            if item.role == role:
                return remark(code, words=item.text)
    if clause.main is not None and (share := _partly(clause.items, clause.main)):
        return remark("partial", words=share)
    return None


def _partly(items: list[Item], main: int) -> str:
    """The words that say "partly" or "80 %" of something that has been done."""
    entry = items[main].entry
    if not entry or (entry.form != Form.PARTICIPLE and entry.kind != "done"):
        return ""
    for index, item in enumerate(items):
        if item.role == "partial" and index < main:
            return item.text
        if item.text in {"%", "prosent"} and index and items[index - 1].text != "100":
            return f"{items[index - 1].text} {item.text}"
    return ""


def has_happened(clause: Clause) -> bool:
    """Whether the main expression says that it is so already: tense carries status.

    "overføres" is planned, "(er) overført" has happened; "blir overført", "foreslått overført", "vedtatt overført"
    are still to come.
    """
    if clause.main is None or not (entry := clause.items[clause.main].entry):
        return False
    if entry.form == Form.PAST:
        return True
    if entry.form != Form.PARTICIPLE:
        return False
    for index in range(clause.main - 1, -1, -1):
        item = clause.items[index]
        if item.role == "done":
            return True
        if item.role == "coming" or (
            speaks(clause.items, index) and item.entry and item.entry.value in _GOVERNING
        ):
            return False
    return True


def modality(clause: Clause) -> tuple[Modality, list[Item]]:
    """How surely it is said, and the words that say so; plainly decided when none does.

    The first such word counts, but "mulig" and "eventuell" only where no other does: "vedtatt" wins over "mulig".
    """
    said = [item for index, item in enumerate(clause.items) if speaks(clause.items, index, clause.main)]
    values = [Modality(item.entry.value) for item in said if item.entry]
    firm = [value for value in values if value != Modality.POSSIBLE]
    if firm:
        return firm[0], said
    return (Modality.POSSIBLE if values else Modality.DECIDED), said
