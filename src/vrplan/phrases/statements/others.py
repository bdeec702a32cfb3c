"""Times that are a paper's, a meeting's or a comparison's, and not of what happens in the clause."""

from itertools import pairwise
from typing import Final

from vrplan.phrases.reading import Precision
from vrplan.phrases.sentences.clauses import Clause
from vrplan.phrases.sentences.scan import Item
from vrplan.phrases.times.when import Role, When
from vrplan.phrases.words.function_words import AND
from vrplan.phrases.words.wordlists import endings, listed

_DEFINITE: Final = ("en", "a", "et")  # "saken", "saka", "budsjettet"


def is_aside(clause: Clause, at: int) -> bool:
    """Whether a time is a paper's, a noun's, or only compared with: no loss when it is not read."""
    when = clause.items[at].when
    if not when or when.role == Role.OF or when.nameable or is_noun(when):
        return True
    return is_documents(clause, at) or is_compared(clause.items, at) or is_report_day(clause.items, at)


def is_documents(clause: Clause, at: int) -> bool:
    """Whether the time belongs to a paper or decision named before it: "vedtak 14.6.2018", "budsjett for 2019"."""
    when, before = clause.items[at].when, clause.items[at - 1] if at else None
    if not when or not before or not (when.bare or when.role == Role.OF):
        return False
    entry = clause.items[clause.main or 0].entry
    if at - 1 == clause.main and entry and entry.kind == "starts":
        return False  # "oppstartsmøte 15. mars"
    if clause.main is not None and clause.items[clause.main].text.endswith("tilbake med"):
        return False  # "kommer tilbake med egen sak våren 2020"
    if at - 1 == (clause.main or 0) + 1 and is_met_upon(clause) and before.text.endswith(_DEFINITE):
        return False  # "sluttbehandle saken 14. desember"
    meetings = endings("how.toml", "meetings")
    if before.text.endswith(meetings) and is_met_upon(clause):
        return False
    if before.text == "(" and at > 1 and _is_numbered_paper(clause.items[: at - 1]):
        return True
    named = before.text in listed("how.toml", "documents")
    return named or before.text.endswith(endings("how.toml", "papers") + meetings)


def _is_numbered_paper(items: list[Item]) -> bool:
    """Whether a paper with a number stands at the end: "budsjettsak 41 S (2022–2023)"."""
    at = len(items) - 1
    while at > 0 and (items[at].text[0].isdigit() or len(items[at].text) == 1):
        at -= 1
    return 0 <= at < len(items) - 1 and items[at].text.endswith(endings("how.toml", "numbered"))


def is_met_upon(clause: Clause) -> bool:
    """Whether a meeting is when it happens ("behandles i møtet 20.6."), not when it was decided."""
    entry = clause.items[clause.main or 0].entry
    return entry is not None and entry.kind in {"due", "done", "postponed"}


def is_meetings(clause: Clause, at: int) -> bool:
    """ "Kommunestyremøtet 11. november gjennomføres som planlagt": the day of what takes place."""
    held = clause.items[0].text.endswith(endings("how.toml", "gatherings"))
    return at == 1 and held and is_met_upon(clause)


def is_report_day(items: list[Item], at: int) -> bool:
    """Whether it is the day on which the status was written: "Status april 2018: pågår"."""
    if at > 2 or at + 2 >= len(items) or items[at + 1].text not in {":", "-", "–"}:
        return False
    if at and items[0].text.startswith(endings("how.toml", "reports")):
        return True
    entry = items[at + 2].entry
    return not at and items[1].text == ":" and entry is not None and entry.role == "state"


def is_status_day(items: list[Item], at: int) -> bool:
    """Whether it is only the day that a status is of: "dette er status for prosjektet pr. oktober 2019"."""
    when, reports = items[at].when, endings("how.toml", "reports")
    return (
        when is not None
        and when.role == Role.AS_OF
        and any(item.role == "word" and item.text.startswith(reports) for item in items[:at])
    )


def is_compared(items: list[Item], at: int) -> bool:
    """Whether something is only likened to that time: "samme nivå som i 2018", "lavere enn i 2017"."""
    if at and items[at].text == "i året" and items[at - 1].text in listed("counts.toml", "rounds"):
        return True  # "tre ganger i året"
    before = " ".join(item.text for item in items[max(0, at - 2) : at])
    return before.endswith(endings("how.toml", "comparing"))


def told_next(first: Clause, items: list[Item], others: list[Clause]) -> list[str]:
    """That something is said to come next which is not understood: "…, deretter ansvar hos Vik kommune"."""
    after = first.items[first.main or 0].start if first.items else 0
    then = listed("small.toml", "then")
    for (before, item), behind in zip(pairwise(items), items[2:], strict=False):
        opens = item.text in then and item.start > after and (before.role == "mark" or before.text in AND)
        told = any(one.items and one.items[-1].stop > item.start for one in others)
        if opens and behind.role != "mark" and not behind.when and not told:
            return ["unknown"]
    return []


def is_noun(when: When) -> bool:
    """A period named as a thing ("kontraktperioden går ut"); "første uke i mai" is none."""
    window = when.window
    unread = window.problem is not None and window.problem.code == "unread_time"
    return when.bare and unread and window.precision != Precision.WEEK
