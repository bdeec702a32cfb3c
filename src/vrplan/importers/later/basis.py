"""What a later paper rests on: its body, itself as a source, and its decision, in the plan's own names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vrplan.drafts.decided import Names, decision_facts, names_of, paper_facts
from vrplan.drafts.ids import Ids, id_of
from vrplan.importers.later.known import body_in, decisions_in, file_for, source_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from vrplan.drafts.values import Draft
    from vrplan.model.decided import Decision, DecisionsFile


@dataclass(frozen=True, slots=True)
class Basis:
    """The ids by which the plan names paper and decision, and what has to be added for them."""

    source: str
    file: str
    """What the file of the paper is called in the plan folder; another than it has where another paper is called so."""
    decision: str | None
    """The decision of the paper; None where the paper does not show one, or the plan has none that is surely it."""
    standing: str | None
    """What that decision is worth in the plan: adopted or proposed."""
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
    rivals: tuple[str, ...] = ()
    """Decisions of which one may be that of the paper: several, or one that only noted it."""
    adopted: tuple[str, ...] = ()
    """The decisions by which the same case was adopted, of a paper that is only its proposal."""


def basis_of(draft: Draft, decided: DecisionsFile) -> Basis:
    """Find the paper and its decision among what the plan has, or say what is to be added."""
    paper = draft.paper
    names = names_of(draft)
    body = body_in(decided, paper)
    bodies: dict[str, dict[str, str]] = {}
    if body is None and paper.body and names.body:
        body = Ids(set(decided.bodies)).new(names.body, "organ")
        bodies = {body: {"name": paper.body}}
    there, rivals, adopted = _there(decisions_in(decided, paper, body), paper.standing)
    source = source_in(decided, paper, there)
    file = (decided.sources[source].file if source is not None else None) or file_for(decided, paper)
    new = source is None
    source = source or Ids(set(decided.sources)).new(names.paper, "papir")
    told = names.decision.removeprefix(names.body or "")  # rg-2018-22, where the plan calls the body RG
    called = f"{id_of(body, 'organ')}{told}" if body else names.decision
    decision = Ids({one.id for one in decided.decisions}).new(called, "vedtak")
    own = Names(source, body, decision, names.title)
    sources = {source: paper_facts(replace(draft, paper=replace(paper, file=file)), own)} if new else {}
    basis = Basis(source, file, None, None, paper.standing, False, paper.date, bodies, sources, rivals=rivals)
    if there is None and not rivals and paper.standing is not None:
        facts = decision_facts(draft, own, paper.standing)
        return replace(basis, decision=decision, standing=paper.standing, facts=facts, adopted=adopted)
    basis = replace(basis, bodies=bodies if sources else {})
    return replace(basis, decision=there.id, standing=there.standing, is_there=True) if there else basis


def _there(
    fits: Sequence[Decision], said: str | None
) -> tuple[Decision | None, tuple[str, ...], tuple[str, ...]]:
    """The decision that is surely that of the paper; else those that may be; else those that adopted its proposal."""
    if said == "proposed" and not any(one.standing == "proposed" for one in fits):
        return None, (), tuple(one.id for one in fits if one.standing == "adopted")
    if len(fits) == 1 and fits[0].standing != "noted":
        return fits[0], (), ()
    return None, tuple(one.id for one in fits), ()
