"""Made-up plan folders of any size, shaped like the shipped plan: `python -m bench.plans N DIR`."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from bench.wording import DECISIONS, HEAD, MEANT, NOW, OBLIGATION, SUBJECTS, THEN, VERBS, WHOM

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAN = "actionplan_2018.yaml"
LEDGER = "plan.beancount"
"""What `bench.ledger` writes beside it: the same for bean-check."""

SEED = 2018
ACTIVITIES, MEASURES, FOCUS_AREAS = 4, 4, 5
"""At most so many activities in a measure, measures in a focus area, focus areas in an area."""


def write_plan(activities: int, folder: Path) -> Path:
    """Write a plan folder with that many activities, line by line so that little memory is used; give the plan."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "decisions.yaml").write_text(DECISIONS, encoding="utf-8", newline="\n")
    plan = folder / PLAN
    with plan.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD)
        file.writelines(f"{line}\n" for line in _areas(activities))
    return plan


def _areas(activities: int) -> Iterator[str]:
    """The lines below `areas:`; the same for the same number of activities."""
    random = Random(SEED)
    numbers = iter(range(1, activities + 1))
    area = focus_area = 0
    while ids := [f"tiltak-{one}" for one in islice(numbers, ACTIVITIES * MEASURES)]:
        if focus_area % FOCUS_AREAS == 0:
            area += 1
            yield from (f"  - id: omrade-{area}", f"    name: Område {area}", "    focus_areas:")
        focus_area += 1
        yield from _focus_area(random, focus_area, ids)


def _focus_area(random: Random, number: int, ids: list[str]) -> Iterator[str]:
    yield f"      - id: fokus-{number}"
    yield f"        name: {random.choice(SUBJECTS).capitalize()} {number}"
    yield "        resource: Daglig leder"
    if number % 4 == 1:  # in the shipped plan two of nine speak of all their activities but one
        yield from ("        status:", "          gf-2018-06-14/5:")
        yield "            text: Øvrige tiltak og aktiviteter vurderes videreført av KHS."
        yield from (f"            except: [{ids[0]}]", "            source: rg-2018-15-notat")
    yield "        measures:"
    for measure, first in enumerate(range(0, len(ids), ACTIVITIES), 1):
        yield f"          - name: {random.choice(VERBS)} {random.choice(SUBJECTS)} {measure}"
        yield "            activities:"
        for one in ids[first : first + ACTIVITIES]:
            yield from _activity(random, one)
    if number % 2:
        yield OBLIGATION.format(number=number)


def _activity(random: Random, one: str) -> Iterator[str]:
    yield f"              - id: {one}"
    name = f"{random.choice(VERBS)} {random.choice(SUBJECTS)} {random.choice(WHOM)}"
    yield f"                name: {name}"
    yield "                status:"
    yield f"                  HP 2018: {random.choice(THEN)}"
    if random.random() < 0.1:
        text, means = random.choice(MEANT)
        yield "                  Justert HP 2018:"
        yield f"                    text: {text}"
        yield f"                    means: {means}"
    else:
        yield f"                  Justert HP 2018: {random.choice(NOW)}"


def main() -> None:
    """Write the plan that the command line asks for."""
    if len(sys.argv) != 3 or not sys.argv[1].isdecimal() or not int(sys.argv[1]):
        sys.exit("usage: python -m bench.plans ACTIVITIES DIR")
    print(write_plan(int(sys.argv[1]), Path(sys.argv[2])))


if __name__ == "__main__":
    main()
