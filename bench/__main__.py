"""`python -m bench`: measure everything and print it as a table; `--quick` is a rough run without the largest plan."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.plans import write_plan
from bench.rows import PYTHON, Row, check, checking, loading, start_up
from bench.timing import Command, compare, output_of, rounds

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = (35, 10_000, 100_000)
_QUICK_PAIRS = 3
_COLUMNS = (35, 13, 8, 7, 5, 6, 38)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a figure and its goal, and where a pair was run its times."""

    what: str
    figure: str
    pairwise: str = ""
    goal: str = ""
    pairs: str = ""
    ours: str = ""
    against: str = ""


def main() -> None:
    """Measure and print, line by line. Nothing is asserted: figures differ from machine to machine."""
    quick = sys.argv[1:] == ["--quick"]
    if sys.argv[1:] and not quick:
        sys.exit("usage: python -m bench [--quick]")
    sizes = SIZES[:-1] if quick else SIZES
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}\n")
    _print(Line("what", "ratio", "pairwise", "goal", "pairs", "ms", "against (ms)"))
    print("|" + "|".join("-" * (width + 2) for width in _COLUMNS) + "|")
    with TemporaryDirectory(prefix="vrplan-bench-") as folder:
        plans = {size: write_plan(size, Path(folder) / str(size)) for size in sizes}
        for plan in plans.values():
            output_of(Command((PYTHON, "-m", "bench.ledger", str(plan))))
        for row in (*start_up(), *loading(plans), *checking(plans)):
            _print(_compared(row, min(row.pairs, _QUICK_PAIRS) if quick else row.pairs))
        for line in (*_growth(plans), *_reader()):
            _print(line)


def _compared(row: Row, number: int) -> Line:
    pairs = compare(row.ours, row.theirs, number)
    over = " !" if row.goal is not None and pairs.ratio_of_medians > row.goal else ""
    return Line(
        row.what,
        f"{pairs.ratio_of_medians:.2f}{over}",
        f"{pairs.median_of_ratios:.2f}",
        f"≤ {row.goal:g}" if row.goal is not None else "",
        str(number),
        f"{pairs.ours * 1000:.0f}",
        f"{row.against} ({pairs.theirs * 1000:.0f})",
    )


def _growth(plans: Mapping[int, Path]) -> list[Line]:
    """How time and memory grow with the plan: the sizes in turn within one run."""
    runs = dict(zip(plans, rounds([check(plan) for plan in plans.values()], 3), strict=True))
    smallest, *_, largest = plans
    peaks = {size: median(one.peak_kib for one in of_size) for size, of_size in runs.items()}
    memory = (peaks[largest] - peaks[smallest]) / largest
    lines = [
        Line("peak memory at each size, MiB", _slashed(peaks)),
        Line(f"KiB an activity, {largest:,}", _judged(memory, 3), goal="≤ 3"),
    ]
    if len(plans) == len(SIZES):
        small, middle, large = (median(one.seconds for one in of_size) for of_size in runs.values())
        growth = (large - small) / (middle - small)
        lines.insert(0, Line("growth, 100k to 10k, less start-up", _judged(growth, 12), goal="≤ 12"))
    return lines


def _reader() -> list[Line]:
    prints = [output_of(Command((PYTHON, "-m", "bench.reader"))).split() for _ in range(7)]
    first, further = (median(float(one[index]) for one in prints) for index in (0, 1))
    return [
        Line("reader, first text, ms", f"{first / 1000:.1f}"),
        Line("reader, each distinct text, µs", f"{further:.0f}"),
    ]


def _judged(figure: float, goal: float) -> str:
    return f"{figure:.1f}" + (" !" if figure > goal else "")


def _slashed(peaks: Mapping[int, float]) -> str:
    return " / ".join(f"{peak / 1024:.0f}" for peak in peaks.values())


def _print(line: Line) -> None:
    cells = (line.what, line.figure, line.pairwise, line.goal, line.pairs, line.ours, line.against)
    print(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, _COLUMNS, strict=True)) + " |",
        flush=True,
    )


if __name__ == "__main__":
    main()
