"""A made-up plan as a Beancount ledger, comparable work for bean-check: `python -m bench.ledger PLAN`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.plans import LEDGER
from vrplan.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_DAY, _ADOPTED, _CEASES = "2018-01-01", "2018-06-14", "2019-01-01"
_HEAD = f"""\
option "title" "Handlingsplan 2018"
{_FIRST_DAY} commodity TILTAK
{_FIRST_DAY} open Equity:Plan TILTAK
{_ADOPTED} event "vedtak" "gf-2018-06-14/5"
"""


def write_ledger(plan: Path) -> Path:
    """Write the ledger of a made-up plan beside it; give the ledger."""
    data = read_yaml(plan.read_bytes(), plan.name).data
    ledger = plan.with_name(LEDGER)
    with ledger.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD)
        for area in data["areas"]:
            for focus_area in area["focus_areas"]:
                file.writelines(f"{line}\n" for line in _focus_area(area, focus_area))
    return ledger


def _focus_area(area: Any, focus_area: Any) -> Iterator[str]:
    """An account that its activities are booked on, and at the end their number as a balance."""
    account = f"Assets:{area['id'].capitalize()}:{focus_area['id'].capitalize()}"
    tag = focus_area["id"]
    yield f"{_FIRST_DAY} open {account} TILTAK"
    yield from _words({"name": focus_area["name"], "resource": focus_area["resource"]})
    for said in focus_area.get("status", {}).values():
        yield f'{_ADOPTED} note {account} "{said["text"]}" #{tag} ^{said["except"][0]}'
    booked = 0
    for measure in focus_area["measures"]:
        for activity in measure["activities"]:
            booked += 1
            yield from _booked(activity, measure["name"], account, tag)
    for obligation in focus_area.get("obligations", ()):
        booked += 1
        yield from _booked(obligation, obligation["kind"], account, tag)
    yield f"{_CEASES} balance {account} {booked} TILTAK"


def _booked(item: Any, group: str, account: str, tag: str) -> Iterator[str]:
    """An activity or obligation as a transaction: what it is called, its id as a link, its status texts."""
    yield f'{_ADOPTED} * "{group}" "{item["name"]}" #{tag} ^{item["id"]}'
    for column, said in item["status"].items():
        key = re.sub(r"[^a-z0-9]+", "-", column.lower())
        if isinstance(said, str):
            yield from _words({key: said})
        else:
            yield from _words(
                {key: said["text"]} | {f"{key}-{name}": text for name, text in said["means"].items()}
            )
    yield f"  {account}  1 TILTAK"
    yield "  Equity:Plan  -1 TILTAK"


def _words(metadata: dict[str, str]) -> Iterator[str]:
    """Metadata of the directive above; a date is written as one."""
    for key, text in metadata.items():
        yield f"  {key}: {text}" if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else f'  {key}: "{text}"'


if __name__ == "__main__":
    print(write_ledger(Path(sys.argv[1])))
