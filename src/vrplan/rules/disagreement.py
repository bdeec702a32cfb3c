"""Two texts of one column about one thing that cannot both be true."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Related, Severity, Spot
from vrplan.phrases import Kind, Modality
from vrplan.rules.recipients import is_one_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Plan, Statement
    from vrplan.phrases import Reading

TEXTS_DISAGREE = Code(
    "VR308",
    "texts-disagree",
    Severity.WARNING,
    "“{text}” and “{other}” stand in {column} for the same, and cannot both be true",
    "keep what was decided; what only some activities are meant by gets only: [ids]",
)

_SURE = frozenset({Modality.DECIDED, Modality.PROVISIONAL})
_ALIVE = frozenset(
    {Kind.ONGOING, Kind.RECURRING, Kind.CONTINUES, Kind.DUE, Kind.STARTS, Kind.TRANSFERS, Kind.POSTPONED}
)


def texts_of_one_column_agree(plan: Plan) -> Iterator[Finding]:
    """The texts that one column gives for the same item can all be true.

    A list is for several sentences of one paper. Where one of them ends a task on 30.6 and another keeps it through
    the year, two versions of the paper were mixed; the first one holds, and nobody sees that it was the wrong one.
    It is told of texts that say no more than what happens, when and to whom, and of what is decided. Other sentences
    may speak of other sides of a matter: «Stillingen avvikles», «kan forlenges».

    Example:
        HP 2018: [Avsluttes 29.6.18, Videreføres ut 2018]

    Instead:
        HP 2018: Avsluttes 29.6.18
    """
    for statements in _lists(plan):
        for one, other in combinations(statements, 2):
            if _overlap(one, other) and _clash(plan, one.reading, other.reading):
                values = {"text": other.text or "", "other": one.text or "", "column": one.authority.key}
                related = (Related("“{other}” stands here", Spot(one.file, one.path)),)
                yield Finding(TEXTS_DISAGREE, Spot(other.file, other.path), values, related)


def _lists(plan: Plan) -> Iterator[list[Statement]]:
    """The statements that stand in one list, without those that do not surely speak of the item itself."""
    lists: dict[Path, list[Statement]] = {}
    for statement in plan.statements():
        path = statement.path
        if isinstance(path[-1], int) or isinstance(path[-2], int):  # the text itself, or the text of an entry
            entry = path[:-1] if isinstance(path[-1], int) else path[:-2]
            if statement.reading.modality in _SURE and _says_no_more(statement):
                lists.setdefault(entry, []).append(statement)
    yield from lists.values()


def _says_no_more(statement: Statement) -> bool:
    """Whether the text begins with what happens and every word was understood: its only subject is the item."""
    text, words = list(statement.text or ""), statement.reading.words
    begins = words[0].role != "other" if words else False
    for word in words:
        text[word.start : word.stop] = " " * (word.stop - word.start)
    return begins and not any(sign.isalnum() for sign in text)


def _overlap(one: Statement, other: Statement) -> bool:
    """Whether some item may be meant by both."""
    left_out = one.except_ | other.except_
    if one.only and other.only:
        return bool((one.only & other.only) - left_out)
    chosen = one.only or other.only
    return not chosen or bool(chosen - left_out)


def _clash(plan: Plan, one: Reading, other: Reading) -> bool:
    kinds = {one.kind, other.kind}
    if kinds == {Kind.TRANSFERS}:
        apart = not is_one_party(plan, one.recipient, other.recipient)
        return apart or _is_over_before(one, other) or _is_over_before(other, one)
    if len(kinds) == 1:
        return kinds <= {Kind.ENDS, Kind.CONTINUES} and _differ(one, other)
    if Kind.CANCELLED in kinds:
        return bool(kinds & _ALIVE)
    if Kind.ENDS in kinds and kinds & {Kind.CONTINUES, Kind.ONGOING, Kind.RECURRING}:
        ends, goes_on = (one, other) if one.kind is Kind.ENDS else (other, one)
        return _outlives(goes_on, ends)
    return False


def _outlives(goes_on: Reading, ends: Reading) -> bool:
    """Whether something goes on longer than it lasts; «Løpende» without an end only says that it runs."""
    if goes_on.end is None and goes_on.kind is Kind.CONTINUES:
        return True
    return _differ(goes_on, ends) or _is_over_before(ends, goes_on)


def _differ(one: Reading, other: Reading) -> bool:
    return one.end is not None and other.end is not None and one.end != other.end


def _is_over_before(one: Reading, other: Reading) -> bool:
    """Whether the one is over before the other begins."""
    last, first = one.end or one.start, other.start or other.end
    return last is not None and first is not None and last < first
