"""Names that look right and are not: a letter of another alphabet, a space that is none, a sign that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Severity, Spot
from vrplan.rules.cases import cases_written
from vrplan.rules.characters import Strange, plain, strange_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.findings import Value
    from vrplan.model.plan import Plan

_HELP = "type it anew: {plain}; text copied from Word, a PDF or a web page brings such characters along"
LOOK_ALIKE = Code(
    "VR109",
    "look-alike",
    Severity.ERROR,
    "character {at} of {value} is {what} ({point})",
    _HELP,
    page="""An id, a date, a key or a name that is referred to holds no character that only looks like another one.

    A Cyrillic а, a no-break space from Word or an å in two parts from a Mac looks exactly like what was meant,
    so nobody finds the error by reading: that there is no HP 2018 helps nobody who sees HP 2018 on the screen.
    The character is told with its place; where one name is to blame for many others, it is told once, there.
    What stands for people to read (names of activities, status texts, notes) may hold any character.

    Example:
        - id: nettv\u0435rk  # den første e-en er kyrillisk
          name: Drifte nettverket

    Instead:
        - id: nettverk
          name: Drifte nettverket
    """,
)
STRANGE_NAME = Code(
    "VR217",
    "strange-name",
    Severity.WARNING,
    "character {at} of {value} is {what} ({point}), so what is typed does not match it",
    _HELP,
)


def name_is_typed(plan: Plan) -> Iterator[Finding]:
    """A name that others must be able to type holds only what a keyboard gives.

    A party with a no-break space in its name, or a case number with a Cyrillic а, is found by nobody who types
    it: not by `vrplan transfers --to`, not in the archive, and no new status text names it. As long as everybody
    copies the name, nothing else tells. Columns, parties, bodies, sources, points and case numbers are looked at.

    Example:
        # I navnet er en av bokstavene kyrillisk.
        KHS: {name: Kommunehelses\u0430marbeidet}

    Instead:
        KHS: {name: Kommunehelsesamarbeidet}
    """
    for spot, name in names_given(plan):
        if strange := strange_in(name):
            yield strange_finding(STRANGE_NAME, spot, name, strange)


def strange_finding(code: Code, spot: Spot, value: str, strange: list[Strange]) -> Finding:
    """What is told of a value with strange characters: the first of them, and how to type it."""
    return Finding(code, spot, {"value": value, "plain": plain(value, strange), **words_for(strange[0])})


def words_for(one: Strange) -> dict[str, Value]:
    """The values of a finding that name a strange character."""
    return {"what": one.what, "point": one.point, "at": str(one.at)}


def names_given(plan: Plan) -> Iterator[tuple[Spot, str]]:
    """The names by which others refer to something, and case numbers, with their places; ids cannot be strange."""
    yield Spot(plan.file, ("organisation",)), plan.written.organisation
    for key in ("columns", "calendar", "parties"):
        yield from ((Spot(plan.file, (key, name), key=True), name) for name in getattr(plan.written, key))
    for name, party in plan.parties.items():
        yield from _called(plan.file, ("parties", name), party.name, party.aliases)
    decided, file = plan.decided, plan.decisions_file
    for key in ("bodies", "sources"):
        yield from ((Spot(file, (key, name), key=True), name) for name in getattr(decided, key))
    for name, body in decided.bodies.items():
        yield from _called(file, ("bodies", name), body.name, body.aliases)
    yield from ((Spot(file, (*path, "case")), case) for path, case, _ in cases_written(plan))
    for number, decision in enumerate(decided.decisions):
        for index, point in enumerate(decision.points):
            yield Spot(file, ("decisions", number, "points", index, "id")), point.id


def _called(file: str, path: Path, name: str | None, aliases: tuple[str, ...]) -> Iterator[tuple[Spot, str]]:
    if name:
        yield Spot(file, (*path, "name")), name
    yield from ((Spot(file, (*path, "aliases", index)), alias) for index, alias in enumerate(aliases))
