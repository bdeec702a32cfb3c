"""Which column of a later paper is taken, what the plan calls it, and by whose decision it stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrplan.importers.columns import year_in
from vrplan.importers.words import folded, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrplan.drafts.values import Draft
    from vrplan.importers.later.basis import Basis
    from vrplan.model.plan import Plan


class Unsettled(Exception):  # noqa: N818 - an answer for the user, who is told why in one line
    """What has to be said before a paper can be set against the plan."""


class Unheard(Exception):  # noqa: N818 - an answer for the user, who is told the nearest names
    """A column or decision that is not there, and those that are."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.what, self.name, self.known = what, name, known


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants of a later paper."""

    column: str | None = None
    """A column of the paper, perhaps with "=" and the decision that adopted it; needless where it has one only."""
    called: str | None = None
    """What the plan calls it, where that is not what the paper does."""
    year: int | None = None
    """The year that its words mean."""
    adds_new: bool = True
    """Whether new rows are added where their place in the plan is sure."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The column that is taken."""

    heading: str
    name: str
    is_there: bool
    year: int | None
    """Where it is not that of the plan."""
    decision: str | None
    """The decision that adopted it, where somebody has named it."""


def taken(draft: Draft, plan: Plan, wanted: Wanted) -> Taken:
    """The column that is wanted. Raises Unsettled or Unheard."""
    headings = [column.name for column in draft.columns]
    heading, decision = _heading(headings, wanted.column)
    if decision is not None and decision not in plan.decisions:
        raise Unheard("decision", decision, list(plan.decisions))
    name = " ".join((heading if wanted.called is None else wanted.called).split())
    if not name:
        raise Unsettled("--as needs a name")
    if tidy(name) != name:
        raise Unsettled("--as: the name holds half a character, which no file can hold")
    there = {column.casefold(): column for column in plan.columns}.get(name.casefold())
    year = wanted.year or year_in(name) or year_in(heading)
    is_usual = year == plan.written.period.from_.year
    return Taken(heading, there or name, there is not None, None if is_usual else year, decision)


def _heading(headings: Sequence[str], wanted: str | None) -> tuple[str, str | None]:
    """The heading that is meant, and the decision that is named with it."""
    if not headings:
        raise Unsettled("the paper has no column that says what becomes of anything, such as Status or Frist")
    if wanted is None:
        if len(headings) > 1:
            raise Unsettled(
                f"the paper has {len(headings)} columns: {', '.join(headings)}; name one of them with --column"
            )
        return headings[0], None
    by_name = {folded(one): one for one in reversed(headings)} | {one: one for one in headings}
    name, sign, decision = wanted.rpartition("=")
    for text, by in ((wanted, None), (name, decision.strip())):
        if found := by_name.get(tidy(text)) or by_name.get(folded(text)):
            return found, by
    raise Unheard("column in the paper called", tidy(name if sign and name.strip() else wanted), headings)


def facts_of(column: Taken, basis: Basis, plan: Plan) -> dict[str, str]:
    """What a new column says of itself. Raises Unsettled where nobody knows whose it is."""
    own = "proposed_by" if basis.standing == "proposed" else "adopted_by"
    facts = {own: basis.decision} if basis.decision is not None else {}
    if column.decision is not None:
        facts = {key: one for key, one in facts.items() if key == "proposed_by" and one != column.decision}
        facts[_role(column.decision, plan)] = column.decision
    if not facts:
        raise Unsettled(f'{_why(basis)}: --column "{column.heading}=ID"')
    return facts | ({"year": str(column.year)} if column.year is not None else {})


def _role(decision: str, plan: Plan) -> str:
    """What a decision that somebody names is to the column. Raises Unsettled where it decides nothing."""
    standing = plan.decisions[decision].standing
    if standing == "noted":
        raise Unsettled(f"{decision} only took note, and adopts no column: name the decision that adopted it")
    return "proposed_by" if standing == "proposed" else "adopted_by"


def _why(basis: Basis) -> str:
    """Why a decision must be named, and which."""
    many = ", ".join(basis.rivals)
    if len(basis.rivals) > 1:
        return f"it is not sure which decision the paper is that of ({many}): name the one that it is"
    if many:
        return f"the plan has {many} of the same case, which only took note: name the decision that adopted the column"
    return (
        "the paper does not say whether this was proposed or adopted: write the decision down with vrplan record "
        "decision, and name it"
    )
