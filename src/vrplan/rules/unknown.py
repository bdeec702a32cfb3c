"""A name that stands for nothing, told with the name that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import NEAR_MISS, Code, Finding, Path, Spot, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.findings import Value


def unknown(
    code: Code, file: str, path: Path, name: str, known: Iterable[str], *, key: bool = False
) -> Finding:
    """The finding; `known` are the names of its kind that there are."""
    near = nearest(name, known, 1)
    values = {"name": name} | ({"near": near[0]} if near else {})
    return Finding(code, Spot(file, path, key), values, advice=NEAR_MISS if near else "")


def with_values(finding: Finding, **values: Value) -> Finding:
    """The finding with more values for its sentences."""
    return Finding(
        finding.code, finding.spot, {**finding.values, **values}, finding.related, advice=finding.advice
    )
