"""Ids: each stands for one thing."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Related, Severity, Spot
from vrplan.rules.walk import items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vrplan.model.plan import Plan
    from vrplan.rules.named import Named

REPEATED_ID = Code(
    "VR205",
    "repeated-id",
    Severity.ERROR,
    "the id {name} is used twice",
    "give one of them an id of its own; an id is never reused",
)
REPEATED_DECISION = Code(
    "VR206",
    "repeated-decision",
    Severity.ERROR,
    "the decision {name} stands twice",
    "give one of them an id of its own, or remove it",
)
COLUMN_LIKE_DECISION = Code(
    "VR218",
    "column-like-decision",
    Severity.ERROR,
    "the column {column} is called like the decision {name}, so nobody knows whose words stand under it",
    "give the column a name of its own, such as HP 2018; what a decision says needs no column",
)


def item_id_is_its_own(plan: Plan) -> Iterator[Finding]:
    """No two areas, focus areas, activities or obligations share an id.

    People write ids in e-mails and minutes, and commands take them: `vrplan why nettverk` must lead to one
    thing. When two share an id, one of them is handed over and the other forgotten. Mostly an entry was
    copied and its id left as it was. An id whose item is gone is not given to a new one either: old letters
    would speak of the wrong one.

    Example:
        - id: helse
          name: Helse
        - id: helse
          name: Kultur

    Instead:
        - id: helse
          name: Helse
        - id: kultur
          name: Kultur
    """
    areas = [(("areas", number), area.id) for number, area in enumerate(plan.written.areas)]
    counts = Counter(area_id for _, area_id in areas)
    counts.update(item.id for _, item in items(plan))
    if counts.total() > len(counts):  # the paths of a large plan take room, and are hardly ever needed
        entries = chain(areas, ((path, item.id) for path, item in items(plan)))
        named = (((*path, "id"), name) for path, name in entries if counts[name] > 1)
        yield from _repeated(REPEATED_ID, plan.file, named)


def decision_id_is_its_own(plan: Plan) -> Iterator[Finding]:
    """No two decisions share an id, nor do two points of one decision.

    A column that was adopted by `sg-2018-16` takes its date and its weight from that decision. If two bear
    the id, nobody can tell which of them the plan rests on. Mostly an entry was copied and the number of the
    case left as it was. Where two bodies number their cases alike, let the id begin with the body:
    `rg-2018-15`, `sg-2018-16`.

    Example:
        - {id: sg-2018-16, title: Revidert handlingsplan 2018, standing: adopted, evidence: full-text, body: SG,
           date: 2018-06-14}
        - {id: sg-2018-16, title: Årsregnskap 2017, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14}

    Instead:
        - {id: sg-2018-17, title: Årsregnskap 2017, standing: adopted, evidence: full-text, body: SG, date: 2018-06-14}
    """
    decisions = plan.decided.decisions
    ids = [(("decisions", number, "id"), one.id) for number, one in enumerate(decisions)]
    yield from _repeated(REPEATED_DECISION, plan.decisions_file, ids)
    for number, decision in enumerate(decisions):
        points = [
            (("decisions", number, "points", index, "id"), f"{decision.id}/{point.id}")
            for index, point in enumerate(decision.points)
        ]
        yield from _repeated(REPEATED_DECISION, plan.decisions_file, points)


def column_name_is_its_own(plan: Plan) -> Iterator[Finding]:
    """No column is called like a decision, nor like a point of one.

    A status stands under a column or under a decision, and the name alone says which. What the steering group
    decided under `sg-2018-16` on 14.6.2018 becomes the words of a column as soon as one is called so: it takes
    the date and the weight of whatever proposed or adopted that column, and what was decided may be undone without a
    line of it being touched. Capitals and small letters count as the same. A decision that came between two
    revisions needs no column: its id will do.

    Example:
        columns:
          HP 2018: {adopted_by: sg-2017-35}
          sg-2018-16: {proposed_by: sg-2017-35}

    Instead:
        columns:
          HP 2018: {adopted_by: sg-2017-35}
    """
    decided: dict[str, tuple[str, Path]] = {}
    for number, decision in enumerate(plan.decided.decisions):
        here: Path = ("decisions", number)
        decided.setdefault(decision.id.casefold(), (decision.id, (*here, "id")))
        for index, point in enumerate(decision.points):
            name = f"{decision.id}/{point.id}"
            decided.setdefault(name.casefold(), (name, (*here, "points", index, "id")))
    for column in plan.columns:
        if found := decided.get(column.strip().casefold()):
            name, path = found
            related = Related("{name} stands here", Spot(plan.decisions_file, path))
            spot = Spot(plan.file, ("columns", column), key=True)
            yield Finding(COLUMN_LIKE_DECISION, spot, {"column": column, "name": name}, (related,))


def _repeated(code: Code, file: str, ids: Iterable[Named]) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, name in ids:
        if name in first:
            related = Related("{name} is used here first", Spot(file, first[name]))
            yield Finding(code, Spot(file, path), {"name": name}, (related,))
        else:
            first[name] = path
