"""The file of decisions of a draft: the paper as a source, and the decision that it proposes or shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from vrplan.drafts.comments import comment, todo
from vrplan.drafts.ids import id_of
from vrplan.edit.style import Style, mapping_lines
from vrplan.findings import Told

if TYPE_CHECKING:
    from vrplan.drafts.comments import Tell
    from vrplan.drafts.values import Draft, DraftDecision

STYLE = Style()
_TELLING_ID = re.compile(
    r"(?P<body>.+)-(?P<year>20\d\d)-(?:(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|1\d|2[0-8])|(?P<case>[1-9]\d{0,3}[a-z]?))"
)
"""Such as styret-2018-16 or gf-2018-06-14; a day that not every month has is left to be filled in."""
_HEAD = Told(
    "Who decided what, as far as the paper shows. Where a line says TODO, the paper does not say it: look it\n"
    "up, put it in, and take the mark away. “vrplan check” tells what is still missing."
)
_BODIES = Told("who decides, and in what: a short id with the name below it.")
_ROLE = Told("decides, or prepares what others decide")
_NOT_ADOPTED = Told(
    "the paper does not say whether it was adopted. When you know who decided it, take away the marks in\n"
    "front of these lines, fill them in, and name the decision under its column, as adopted_by or proposed_by."
)
_ASKED = {
    "body": Told("the body that decided, from bodies"),
    "date": Told("the day of the meeting, such as 2018-06-14; the year alone is enough to go on"),
    "case": Told("the number in the minutes, such as 12/2018"),
}
"""What is asked of a decision where the paper does not say it."""


@dataclass(frozen=True, slots=True)
class Names:
    """The ids by which the files of a draft name the paper, its body and its decision."""

    paper: str
    body: str | None
    decision: str
    title: str


def id_of_decision(one: DraftDecision) -> str:
    """An id for a decision of another paper: its body, and the year with the case, or the very day."""
    number = (
        [str(one.date.year), id_of(one.case.partition("/")[0], "1")] if one.case else [one.date.isoformat()]
    )
    return "-".join([id_of(one.body, "organ") if one.body else "vedtak", *number])[:60].strip("-")


def names_of(draft: Draft) -> Names:
    """The ids of a draft, made from what the paper says; a decision named for a column is never given twice."""
    paper = draft.paper
    title = paper.title or f"Handlingsplan {draft.first_year}"
    body = id_of(paper.body, "organ") if paper.body else None
    year = str(paper.date.year if paper.date else draft.first_year)
    number = id_of(paper.case.partition("/")[0], "1") if paper.case else None
    when = paper.date.isoformat() if paper.date else year
    decision = "-".join([body or "vedtak", *([year, number] if number else [when])])[:60].strip("-")
    taken = {column.adopted_by for column in draft.columns if not column.is_of_the_paper}
    while decision in taken:
        decision = f"{decision[:57]}-ny".replace("--", "-")
    return Names(id_of(PurePath(paper.file).stem, "papir"), body, decision, title)


def decisions_text(draft: Draft, tell: Tell = str) -> str:
    """The text of `decisions.yaml`."""
    names = names_of(draft)
    decisions = _decisions(draft, names, tell)
    lines = [
        "# yaml-language-server: $schema=decisions.schema.json",
        *comment(tell, _HEAD),
        "",
        *_bodies(draft, tell),
        "",
        "sources:",
        *_indented(mapping_lines({names.paper: paper_facts(draft, names)}, STYLE)),
        "",
        "decisions:" if decisions else "decisions: []",
        *decisions,
        *_commented(draft, names, tell),
    ]
    return "\n".join(lines) + "\n"


def _bodies(draft: Draft, tell: Tell) -> list[str]:
    others = [column.told.body for column in draft.columns if column.told and column.told.body]
    known = {id_of(name, "organ"): name for name in (draft.paper.body, *others) if name}
    if not known:
        return [todo(tell, "bodies", _BODIES), "bodies: {}"]
    lines = ["bodies:"]
    for body, name in known.items():
        lines += _indented(mapping_lines({body: {"name": name}}, STYLE))
        lines.append(f"    {todo(tell, 'role', _ROLE)}")
    return lines


def paper_facts(draft: Draft, names: Names) -> dict[str, str]:
    """What `sources` says of the paper."""
    file = {"file": draft.paper.file, "sha256": draft.paper.sha256}
    return {
        "title": names.title,
        **{key: value for key, value in file.items() if value},
        **_when(draft, names),
    }


def _when(draft: Draft, names: Names) -> dict[str, str]:
    """Body, date and case, as far as they are known."""
    paper = draft.paper
    known = {
        "body": names.body or "",
        "date": paper.date.isoformat() if paper.date else "",
        "case": paper.case or "",
    }
    return {key: value for key, value in known.items() if value}


def _decisions(draft: Draft, names: Names, tell: Tell) -> list[str]:
    """The paper's own decision, when the paper shows what it is, and those that somebody has named."""
    lines: list[str] = []
    named = {column.adopted_by: column for column in draft.columns if column.adopted_by}
    if draft.paper.standing:
        lines += _entry(_decision(draft, names, draft.paper.standing, tell))
    for decision, column in named.items():
        if decision != names.decision or not draft.paper.standing:
            stub = {
                "id": decision,
                **(_told_by_paper(column.told) if column.told else _told_by_id(decision, names)),
                "title": column.name,
                "standing": "adopted",
                "evidence": "cited",
            }
            lines += _entry([*mapping_lines(stub, STYLE), *_missing(stub, tell)])
    return lines


def _told_by_paper(told: DraftDecision) -> dict[str, str]:
    """Body, date and case of a decision that the paper tells of."""
    body = {"body": id_of(told.body, "organ")} if told.body else {}
    return {**body, "date": told.date.isoformat(), **({"case": told.case} if told.case else {})}


def _told_by_id(decision: str, names: Names) -> dict[str, str]:
    """What somebody has put into the id of a decision: body, year and case, or the very day."""
    match = _TELLING_ID.fullmatch(decision)
    if match is None:
        return {}
    known = {"body": match["body"]} if match["body"] == names.body else {}
    if match["month"]:
        return {**known, "date": f"{match['year']}-{match['month']}-{match['day']}"}
    return {**known, "date": match["year"], "case": f"{match['case']}/{match['year']}"}


def _decision(draft: Draft, names: Names, standing: str, tell: Tell) -> list[str]:
    values = decision_facts(draft, names, standing)
    return [*mapping_lines(values, STYLE), *_missing(values, tell)]


def decision_facts(draft: Draft, names: Names, standing: str) -> dict[str, str]:
    """What `decisions` says of the decision that the paper proposes or shows."""
    return {
        "id": names.decision,
        **_when(draft, names),
        "title": names.title,
        "standing": standing,
        "evidence": "full-text",
        "source": names.paper,
    }


def _missing(values: dict[str, str], tell: Tell) -> list[str]:
    return [todo(tell, key, what) for key, what in _ASKED.items() if key not in values]


def _commented(draft: Draft, names: Names, tell: Tell) -> list[str]:
    """The decision to fill in, where the paper does not show whether anything was decided."""
    if draft.paper.standing or draft.is_decided:
        return []
    first, *others = tell(_NOT_ADOPTED).split("\n")
    lines = [f"TODO: {first}", *others, *_undented(_entry(_decision(draft, names, "adopted", tell)))]
    return [f"  # {line}" for line in lines]


def _entry(lines: list[str]) -> list[str]:
    first, *others = lines
    return [f"  - {first}", *(f"    {line}" for line in others)]


def _undented(lines: list[str]) -> list[str]:
    return [line[2:] for line in lines]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]
