"""Nothing without authority: who decided a text, and how well the papers show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Severity, Spot, Told
from vrplan.model.authority import Authority

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Value
    from vrplan.model.plan import Plan

NO_AUTHORITY = Code(
    "VR401",
    "no-authority",
    Severity.WARNING,
    "no decision adopts or proposes {column}, so it counts as older than everything that has a date",
    "name the decision: adopted_by, or proposed_by as long as nobody has adopted it",
)
UNDATED = Code(
    "VR402",
    "undated-decision",
    Severity.WARNING,
    "the decision {decision} has no date, so nothing can rest on it",
    "give its date in decisions.yaml, if only the year (date: 2010)",
)
PROPOSED_ONLY = Code(
    "VR403",
    "proposed-only",
    Severity.WARNING,
    "{key} is {standing} and not adopted, so nothing in it holds yet",
    "name the decision that adopted it, when there is one",
)
TITLE_ONLY = Code(
    "VR404",
    "title-only",
    Severity.WARNING,
    "{column} was adopted by {decision}, which is known by its title only: the adopted text is not among the papers",
    "find the minutes, compare them with the texts here, and write evidence: full-text at the decision",
)
NO_COMPETENCE = Code(
    "VR406",
    "no-competence",
    Severity.WARNING,
    "{decision} is adopted by {body}, which only prepares decisions",
    "name the body that adopted it, or call the decision proposed",
)

_THE_END = ""
"""The key of what ends the organisation: no column and no decision is called so."""


def column_has_an_authority(plan: Plan) -> Iterator[Finding]:
    """A column of the plan was adopted, or at least proposed, by a decision.

    Otherwise nobody can say who decided these words, or when. The column then counts as older than everything
    that has a date, so that any decision weighs more. The finding does not say that the column was never
    adopted, only that the plan does not show it: look in the minutes of the body that usually adopts the
    plan.

    Example:
        columns:
          HP 2018: {note: Vedtaket er ikke funnet}

    Instead:
        columns:
          HP 2018: {adopted_by: sg-2017-35}
    """
    for name, column in plan.columns.items():
        if column.adopted_by is None and column.proposed_by is None:
            yield Finding(NO_AUTHORITY, _column(plan, name), {"column": name})


def decision_has_a_date(plan: Plan) -> Iterator[Finding]:
    """A decision that something rests on has a date, if only a year.

    Which of two decisions holds is settled by their dates. One without a date settles nothing, and what rests
    on it cannot be defended when somebody asks. An old paper may give only the year or the month: `date:
    2010` or `date: 2007-11` is enough, and counts as the last day of that time.

    Example:
        - id: sg-2017-35
          title: Handlingsplan 2018
          standing: adopted
          evidence: full-text
          body: SG

    Instead:
        body: SG
        date: 2017
    """
    for authority, spot in authorities_in_use(plan):
        for decision in (authority.adopted, authority.proposed):
            if decision is not None and decision.date is None:
                yield Finding(UNDATED, spot, {"decision": decision.id})


def authority_is_adopted(plan: Plan) -> Iterator[Finding]:
    """What the plan rests on has been adopted, and not only proposed or noted.

    A proposal binds nobody. Whoever gives notice, tells the staff or moves the files on the strength of one
    may have to take it back when the meeting decides otherwise. Until the adoption is entered, what stands
    there is shown as undecided, and what was adopted before still holds. If the matter has not been up yet,
    the finding is only a reminder.

    Example:
        columns:
          Justert HP 2018: {proposed_by: rg-2018-15}

    Instead:
        columns:
          Justert HP 2018: {proposed_by: rg-2018-15, adopted_by: sg-2018-16}
    """
    for authority, spot in authorities_in_use(plan):
        standing = _standing(plan, authority)
        if standing is not None and standing != "adopted":
            values = {"key": called(plan, authority), "standing": Told(standing, context="standing")}
            yield Finding(PROPOSED_ONLY, spot, values)


def adoption_is_seen(plan: Plan) -> Iterator[Finding]:
    """Somebody has seen the text by which a column was adopted, or another paper that quotes it.

    Meetings change proposals. If only the title of the case is known, the words here are those of the
    proposal, and whoever asks for the decision finds out that nobody here has read it. The finding does not
    say that the text is wrong. Ask for the minutes (møteprotokoll), lay them beside the plan, and change
    `evidence` to `full-text`, or to `cited` if you only found a paper that quotes them.

    Example:
        columns:
          Justert HP 2018: {adopted_by: sg-2018-16}

        - id: sg-2018-16
          title: Revidert handlingsplan 2018
          standing: adopted
          evidence: title-only

    Instead:
        standing: adopted
        evidence: full-text
    """
    for name in plan.columns:
        decision = plan.authorities[name].adopted
        seen = decision is None or decision.standing != "adopted" or decision.evidence != "title-only"
        if decision is not None and not seen:
            spot = Spot(plan.file, ("columns", name, "adopted_by"))
            yield Finding(TITLE_ONLY, spot, {"column": name, "decision": decision.id})


def body_may_decide(plan: Plan) -> Iterator[Finding]:
    """A body that only prepares decisions adopts none.

    Often the chief executives prepare and the politicians decide; your statutes (vedtekter) say who may do
    what. A hand-over that the wrong body adopted can be disputed, and the receiver may send it back. Mostly
    the case went on to the other body under another number, and that is the decision to name. The list of
    bodies says who only prepares (`role: prepares`); where it says nothing, any body is believed.

    Example:
        - id: rg-2018-15
          title: Revidert handlingsplan
          standing: adopted
          evidence: full-text
          body: RG

    Instead:
        - id: rg-2018-15
          title: Revidert handlingsplan
          standing: proposed
          evidence: full-text
          body: RG
    """
    for number, decision in enumerate(plan.decided.decisions):
        body = plan.decided.bodies.get(decision.body or "")
        if body is not None and body.role == "prepares" and decision.standing == "adopted":
            values = {"decision": decision.id, "body": body.name}
            yield Finding(NO_COMPETENCE, Spot(plan.decisions_file, ("decisions", number, "body")), values)


def authorities_in_use(plan: Plan) -> Iterator[tuple[Authority, Spot]]:
    """The end of the organisation, the columns, and what statuses stand under, each where it is named first."""
    if plan.ceases is not None:
        decision, point = plan.find_decision(plan.ceases.decision)
        authority = Authority(_THE_END, None, plan.ceases.date.year, decision, None, point)
        yield authority, Spot(plan.file, ("ceases", "decision"))
    first: dict[str, Path] = {}
    for statement in plan.statements():
        first.setdefault(statement.authority.key, statement.path)
    for authority in plan.authorities.values():
        if authority.column is not None:
            yield authority, _column(plan, authority.column)
        elif authority.key in first:
            path = first[authority.key]
            yield authority, Spot(plan.file, path[: path.index("status") + 2], key=True)


def called(plan: Plan, authority: Authority) -> Value:
    """What people would call it: the name of a column or a decision, or that it ends the organisation."""
    if authority.key != _THE_END:
        return authority.key
    return Told("the end of {organisation}", {"organisation": plan.organisation})


def _column(plan: Plan, name: str) -> Spot:
    return Spot(plan.file, ("columns", name), key=True)


def _standing(plan: Plan, authority: Authority) -> str | None:
    """What its decision is; None when there is none, or one without a date: both are told already."""
    decision = authority.adopted or authority.proposed
    if decision is None or decision.date is None:
        return None
    if authority.adopted is not None:
        return decision.standing
    column = plan.columns.get(authority.column or "")
    return "proposed" if column is not None and column.adopted_by is None else None
