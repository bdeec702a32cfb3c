"""What is left when the organisation has ceased: items without an end, an owner or an heir."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.as_of import State
from vrplan.days import norwegian
from vrplan.findings import Code, Finding, Severity, Spot, Told
from vrplan.phrases import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.as_of import ItemOnDate
    from vrplan.model.plan import Plan

ORPHANED = Code(
    "VR504",
    "orphaned",
    Severity.WARNING,
    "{item} has no end and no recipient, and {organisation} ceases on {ceases}",
    "let the body decide when it ends or who takes it over, and put its words under that decision in status",
)
OWNERLESS = Code(
    "VR505",
    "ownerless",
    Severity.WARNING,
    "{item} runs until {until}, and from {ceases} nobody owns it",
    "let the body decide who looks after it from then on, and put its words under that decision in status",
)
POSITION_WITHOUT_END = Code(
    "VR506",
    "position-without-end",
    Severity.WARNING,
    "the position {item} ends, and nothing says when",
    "let the body decide the last day, and put its words under that decision in status; if a paper gives the day"
    " already, write it beside the text, under means (to: …)",
)
PROPERTY_TO_NOBODY = Code(
    "VR507",
    "property-to-nobody",
    Severity.WARNING,
    "{item} is property of {organisation}, and nothing says who gets it",
    "let the body decide who gets it, and put its words in status (DECISION/3: Overføres til …); where the papers"
    " name somebody already, write recipient: …",
)
RUNS_ON = Code(
    "VR508",
    "obligation-runs-on",
    Severity.INFO,
    "the obligation {item} runs on when {organisation} has ceased, and nobody owns it",
    "let the body decide when it ends or who answers for it then, and put its words in status"
    " (DECISION/3: Overføres til …); where the papers name somebody already, write recipient: …",
)


def nothing_is_orphaned(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """What still runs when the organisation ceases has a last day, or somebody who takes it over.

    What has neither simply has nobody from then on: letters that are not answered, an empty chair in a
    working group, an invoice to an organisation that is gone. The body must settle it while it still meets.
    Its words get a line of their own below the old ones, under the decision: nothing that was decided before
    is written over.

    Example:
        status:
          HP 2018: Løpende

    Instead:
        status:
          HP 2018: Løpende
          sg-2018-16/1: Avsluttes 31.12.2018
    """
    if _is_orphaned(one) and one.item.level != "obligation":
        yield _finding(ORPHANED, one, plan)


def what_runs_on_has_an_owner(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """What goes on for some time after the organisation has ceased has an owner until its end.

    It was decided that it goes on, and how long, but from the first day without the organisation nobody can
    sign, pay or answer for it. A project with money from outside is the usual case: whoever pays will ask for
    a partner to the contract. Let the body decide who steps in.

    Example:
        status:
          HP 2018: Videreføres ut 2019

    Instead:
        status:
          HP 2018: Videreføres ut 2019
          sg-2018-16/1: Overføres til Bærum kommune fra 1.1.2019
    """
    if _is_ownerless(one) and one.item.level != "obligation":
        yield _finding(OWNERLESS, one, plan)


def position_has_a_last_day(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """A position that is discontinued has a last day.

    Somebody holds it, or waits to hear whether it will be filled. Notice, pay and pension are counted from
    the last day; without one, notice is given too late and the pay runs on when nobody is left to pay it.
    Where a paper of the same decision gives the day, write it beside the text: `means: {to: 2018-08-31}`.

    Example:
        status:
          HP 2018: Stillingen avvikles

    Instead:
        status:
          HP 2018: Stillingen avvikles
          sg-2018-16/1: Stillingen avvikles 31.8.2018
    """
    if _ends_without_a_day(one):
        yield _finding(POSITION_WITHOUT_END, one, plan)


def property_has_a_recipient(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """What the organisation owns goes to somebody: furniture, equipment, money, and the archive.

    What belongs to nobody on the last day ends in a cellar. With the archive that must not happen: in Norway
    the archive of a public body that ceases goes to whoever takes over its work, or else to an archive depot,
    and either wants to be asked in good time. The decision's words go under the decision; where a paper has
    named the receiver all along, `recipient:` is enough.

    Example:
        - id: arkiv
          kind: property
          name: Arkivet

    Instead:
        - id: arkiv
          kind: property
          name: Arkivet
          status:
            sg-2018-16/1: Overføres til Bærum kommune
    """
    if _goes_to_nobody(one):
        yield _finding(PROPERTY_TO_NOBODY, one, plan)


def obligation_has_an_owner(one: ItemOnDate, plan: Plan) -> Iterator[Finding]:
    """An obligation that outlives the organisation has somebody who answers for it.

    A lease, a licence or a subscription does not end because the one who signed it is gone: it runs until
    somebody has given notice, and often some months longer. The bill then comes to the members, who learn
    from it that the contract is there. Give notice in time, or let the body decide who takes it over.

    Example:
        - id: leieavtale
          kind: contract
          name: Leie av kontorlokalene
          status:
            HP 2018: Løpende

    Instead:
        status:
          HP 2018: Løpende
          sg-2018-16/1: Overføres til Bærum kommune fra 1.1.2019
    """
    told = _ends_without_a_day(one) or _goes_to_nobody(one)
    runs_on = _is_orphaned(one) or _is_ownerless(one)
    if one.item.level == "obligation" and runs_on and not told:
        yield _finding(RUNS_ON, one, plan)


def is_left(one: ItemOnDate) -> bool:
    """Whether one of these rules has anything to look at: most items are over by then, or somebody else's."""
    return _is_orphaned(one) or _is_ownerless(one) or _ends_without_a_day(one)


def _is_orphaned(one: ItemOnDate) -> bool:
    """Whether nobody ever ends it or takes it over, be it on this day or later."""
    return one.history[-1].state is State.ORPHANED


def _ends_without_a_day(one: ItemOnDate) -> bool:
    reading = one.holds.reading if one.holds else None
    ends = reading is not None and reading.kind is Kind.ENDS and reading.end is None
    return one.item.kind == "position" and ends and one.happened is None


def _goes_to_nobody(one: ItemOnDate) -> bool:
    return one.item.kind == "property" and _is_orphaned(one)


def _is_ownerless(one: ItemOnDate) -> bool:
    heir = one.to or one.item.recipient
    return one.owner is None and one.state is State.ONGOING and heir is None


def _finding(code: Code, one: ItemOnDate, plan: Plan) -> Finding:
    own = one.holds is not None and one.holds.statement.reach == "own"
    path = one.holds.statement.path if own and one.holds else (*one.item.path, "id")
    values = {
        "item": one.item.id,
        "organisation": plan.organisation,
        "ceases": norwegian(plan.ceases.date) if plan.ceases else "",
        "until": norwegian(one.until) if one.until else Told("an unknown day"),
    }
    return Finding(code, Spot(one.item.file, path), values)
