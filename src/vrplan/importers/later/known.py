"""What the plan has of a later paper already: its body, the paper itself, and the decisions that it may be that of."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from vrplan.importers.words import folded
from vrplan.model.case_numbers import case_of

if TYPE_CHECKING:
    from vrplan.drafts.values import DraftPaper
    from vrplan.model.decided import Decision, DecisionsFile, SourcePaper


def body_in(decided: DecisionsFile, paper: DraftPaper) -> str | None:
    """The id of the body that the paper names, by id, name or alias: "Styringsgruppen" is also "styringsgruppe"."""
    if not paper.body:
        return None
    wanted = _bare(paper.body)
    for body_id, body in decided.bodies.items():
        if wanted in {_bare(name) for name in (body_id, body.name, *body.aliases)}:
            return body_id
    return None


def _bare(name: str) -> str:
    """The name of a body without the ending that makes it definite."""
    text = folded(name)
    return next((text.removesuffix(end) for end in ("en", "et", "a", "e") if text.endswith(end)), text)


def decisions_in(decided: DecisionsFile, paper: DraftPaper, body: str | None) -> list[Decision]:
    """The decisions of the paper's case, else those of its meeting that may be in its case.

    Of several in one case those count that are what the paper says of itself, else those that decide anything.
    """
    of_body = [one for one in decided.decisions if body is not None and one.body == body]
    of_case = [one for one in of_body if _is_of_case(one, paper)]
    if not of_case:
        return [one for one in of_body if _is_of_meeting(one, paper, decided)]
    alike = [one for one in of_case if one.standing == paper.standing]
    return alike or [one for one in of_case if one.standing != "noted"] or of_case


def _is_of_case(one: Decision, paper: DraftPaper) -> bool:
    return bool(one.case) and _is_same_case(one.case or "", _year_of(one), paper)


def _is_same_case(case: str, its_year: int | None, paper: DraftPaper) -> bool:
    """Whether a case is that of the paper: number and letter, and the year as far as it is known."""
    mine, its = case_of(paper.case or ""), case_of(case)
    if mine is None or its is None:
        return folded(case) == folded(paper.case or "")
    years = {mine.year or (paper.date.year if paper.date else None), its.year or its_year} - {None}
    return (mine.number, mine.letter) == (its.number, its.letter) and len(years) < 2


def _is_of_meeting(one: Decision, paper: DraftPaper, decided: DecisionsFile) -> bool:
    """Whether it was decided or proposed that day, and nothing says that it was in another case."""
    if paper.date is None or one.date is None or one.date.text != paper.date.isoformat():
        return False
    if one.standing == "noted" or (one.case and paper.case):
        return False
    minutes = decided.sources.get(one.source or "")
    case = minutes.case if minutes is not None else None
    return not (case and paper.case) or _is_same_case(case, _year_of(one), paper)


def _year_of(one: Decision) -> int | None:
    return int(one.date.text[:4]) if one.date is not None else None


def source_in(decided: DecisionsFile, paper: DraftPaper, decision: Decision | None) -> str | None:
    """The paper among the sources: by its file, else as that of its decision, of the same day and case."""
    for source_id, source in decided.sources.items():
        if _is_that_file(source, paper):
            return source_id
    known = decided.sources.get(decision.source or "") if decision is not None else None
    if known is None or decision is None or known.file:
        return None
    day = known.date.text if known.date is not None else None
    is_same = day == (paper.date.isoformat() if paper.date else None) and known.case == paper.case
    return decision.source if is_same else None


def _is_that_file(source: SourcePaper, paper: DraftPaper) -> bool:
    """Whether it is the very file: another that has its name has other contents."""
    if source.sha256 and paper.sha256:
        return source.sha256.casefold() == paper.sha256
    return (source.file or "").casefold() == paper.file.casefold()


def file_for(decided: DecisionsFile, paper: DraftPaper) -> str:
    """A name for the file of a new source that no other source has: "sak-4-2.docx" where there is a "sak-4.docx"."""
    taken = {source.file.casefold() for source in decided.sources.values() if source.file}
    name, number = paper.file, 1
    path = PurePath(paper.file)
    while name.casefold() in taken:
        number += 1
        name = f"{path.stem}-{number}{path.suffix}"
    return name
