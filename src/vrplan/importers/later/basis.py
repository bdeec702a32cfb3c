"""What a later paper rests on: its body, itself as a source, and its decision, in the plan's own names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vrplan.drafts.decided import Names, decision_facts, names_of, paper_facts
from vrplan.drafts.ids import Ids, id_of
from vrplan.importers.words import folded
from vrplan.model.case_numbers import case_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from vrplan.drafts.values import Draft, DraftPaper
    from vrplan.model.decided import Decision, DecisionsFile


@dataclass(frozen=True, slots=True)
class Basis:
    """The ids by which the plan names paper and decision, and what has to be added for them."""

    source: str
    decision: str | None
    """The decision of the paper; None where the paper does not show one and the plan has none."""
    standing: str | None
    """What that decision is worth in the plan: adopted, proposed or noted."""
    said: str | None
    """What the paper says that it is, where it says so."""
    is_there: bool
    """Whether the plan has the decision already."""
    day: date | None
    """The day of the paper, where it says one."""
    bodies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    """The decision as it is to be added; nothing where there is none to add."""


def basis_of(draft: Draft, decided: DecisionsFile) -> Basis:
    """Find the paper and its decision among what the plan has, or say what is to be added."""
    paper = draft.paper
    names = names_of(draft)
    body = _body(paper, decided)
    bodies: dict[str, dict[str, str]] = {}
    if body is None and paper.body and names.body:
        body = Ids(set(decided.bodies)).new(names.body, "organ")
        bodies = {body: {"name": paper.body}}
    there = _decision(paper, body, decided)
    source = _source(paper, there, decided)
    new = source is None
    source = source or Ids(set(decided.sources)).new(names.paper, "papir")
    told = names.decision.removeprefix(names.body or "")  # rg-2018-22, where the plan calls the body RG
    called = f"{id_of(body, 'organ')}{told}" if body else names.decision
    decision = Ids({one.id for one in decided.decisions}).new(called, "vedtak")
    own = Names(source, body, decision, names.title)
    sources = {source: paper_facts(draft, own)} if new else {}
    if there is not None:
        used = bodies if sources else {}
        return Basis(source, there.id, there.standing, paper.standing, True, paper.date, used, sources)
    if paper.standing is None:
        return Basis(source, None, None, None, False, paper.date, bodies if sources else {}, sources)
    facts = decision_facts(draft, own, paper.standing)
    return Basis(source, decision, paper.standing, paper.standing, False, paper.date, bodies, sources, facts)


def _body(paper: DraftPaper, decided: DecisionsFile) -> str | None:
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


def _decision(paper: DraftPaper, body: str | None, decided: DecisionsFile) -> Decision | None:
    """The decision of the same body in the same case, or at the same meeting where no other case is named."""
    if body is None:
        return None
    case = case_of(paper.case) if paper.case else None
    same_day = None
    for one in decided.decisions:
        if one.body != body:
            continue
        its = case_of(one.case) if one.case else None
        day = one.date.text if one.date is not None else ""
        if case and its and (case.number, case.letter) == (its.number, its.letter):
            years = {case.year or _year(paper), its.year or (int(day[:4]) if day else None)} - {None}
            if len(years) < 2:
                return one
        elif not (case and its) and paper.date is not None and day == paper.date.isoformat():
            same_day = same_day or one
    return same_day


def _year(paper: DraftPaper) -> int | None:
    return paper.date.year if paper.date is not None else None


def _source(paper: DraftPaper, decision: Decision | None, decided: DecisionsFile) -> str | None:
    """The paper among the sources: by the name of its file, else as that of its decision, of the same day and case."""
    for source_id, source in decided.sources.items():
        if source.file and source.file.casefold() == paper.file.casefold():
            return source_id
    known = decided.sources.get(decision.source or "") if decision is not None else None
    if known is None or decision is None or known.file:
        return None
    day = known.date.text if known.date is not None else None
    is_same = day == (paper.date.isoformat() if paper.date else None) and known.case == paper.case
    return decision.source if is_same else None
