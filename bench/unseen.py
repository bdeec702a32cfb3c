"""The reader judged by texts that it was not written for: `python -m bench.unseen` prints a Markdown table of them."""

from __future__ import annotations

import argparse
import csv
import datetime
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from vrplan.phrases import Context, Kind, Modality, read_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vrplan.phrases import Reading

TEXTS = Path(__file__).resolve().parent.parent / "tests" / "phrases" / "unseen.tsv"


class Verdict(StrEnum):
    """What became of one text."""

    RIGHT = "right"
    SILENT = "silent"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Label:
    """What a text says, as far as it is judged; dates as the table writes them, inclusive, empty where open."""

    kind: str
    start: str = ""
    end: str = ""
    modality: str = ""
    done: bool = False

    def __str__(self) -> str:
        """As the column `or` writes it."""
        window = f"{self.start}..{self.end}" if self.start or self.end else ""
        return " ".join(filter(None, (self.kind, window, self.modality, "yes" if self.done else "")))


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the table, how its text was read, and what that is worth."""

    row: Mapping[str, str]
    read: Label
    verdict: Verdict


def judged(rows: Iterable[Mapping[str, str]]) -> Iterator[Judged]:
    """Read every text as in a paper of its own date, with no parties and no calendar, and judge it."""
    for row in rows:
        day = _day(row["on"])
        read = _label_of(read_status(row["phrase"], Context(day.year, day)))
        yield Judged(row, read, _verdict(read, tuple(_labels(row))))


def _verdict(read: Label, labels: tuple[Label, ...]) -> Verdict:
    if any(_agree(read, label) for label in labels):
        return Verdict.RIGHT
    return Verdict.SILENT if read.kind == Kind.UNKNOWN else Verdict.WRONG


def _agree(read: Label, label: Label) -> bool:
    """Whether the reading says what the label says; that something is done need not be said twice."""
    if label.kind == Kind.UNKNOWN:
        return read.kind == Kind.UNKNOWN
    same = (read.kind, read.start, read.end, read.modality) == (
        label.kind,
        label.start,
        label.end,
        label.modality or Modality.DECIDED,
    )
    return same and (read.kind == Kind.DONE or read.done == label.done)


def _labels(row: Mapping[str, str]) -> Iterator[Label]:
    """The label of a row, then the other readings that a fair judge accepts."""
    yield Label(row["kind"], row["start"], row["end"], row["modality"], row["done"] == "yes")
    for other in filter(None, row["or"].split(" | ")):
        yield _label(other)


def _label(text: str) -> Label:
    """`due 2018-01-01..2018-03-31 intended yes to=KHS`: only the kind must stand; `to=` does not count."""
    kind, *words = text.partition(" to=")[0].partition(" every=")[0].split()
    window = next((word for word in words if ".." in word), "..")
    modality = next((word for word in words if word in set(Modality)), "")
    start, _, end = window.partition("..")
    return Label(kind, start, end, modality, "yes" in words)


def _label_of(reading: Reading) -> Label:
    return Label(
        str(reading.kind),
        str(reading.start or ""),
        str(reading.end or ""),
        str(reading.modality or ""),
        reading.done,
    )


def _day(on: str) -> datetime.date:
    """The day of the paper; the middle of the month or year where only that is known."""
    numbers = [int(number) for number in on.split("-")]
    middle = {1: (7, 1), 2: (15,), 3: ()}
    return datetime.date(*numbers, *middle[len(numbers)])


def table(rows: Iterable[Judged]) -> str:
    """Markdown: a line for each kind of paper, for each set, and for all."""
    found = list(rows)
    sources = sorted({one.row["source"] for one in found})
    sets = sorted({one.row["set"] for one in found})
    lines = ["| papers | texts | right | silent | wrong |", "| --- | ---: | ---: | ---: | ---: |"]
    lines += [_line(source, (one for one in found if one.row["source"] == source)) for source in sources]
    lines += [_line(f"**{name} set**", (one for one in found if one.row["set"] == name)) for name in sets]
    return "\n".join([*lines, _line("**all**", found)]) + "\n"


def _line(title: str, rows: Iterable[Judged]) -> str:
    counts = Counter(one.verdict for one in rows)
    return f"| {title} | {counts.total()} | " + " | ".join(str(counts[verdict]) for verdict in Verdict) + " |"


def rows_of(file: Path) -> list[dict[str, str]]:
    """The rows of a table of texts; quotation marks are part of a text."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def main() -> None:
    """Print the table, or with --misses each text that was not read right."""
    parser = argparse.ArgumentParser(prog="python -m bench.unseen", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=TEXTS, help="another table of texts")
    parser.add_argument(
        "--misses", action="store_true", help="list what was not read right, and how it was read"
    )
    options = parser.parse_args()
    found = list(judged(rows_of(options.file)))
    if not options.misses:
        print(table(found), end="")
        return
    for one in found:
        if one.verdict != Verdict.RIGHT:
            wanted = " | ".join(map(str, _labels(one.row)))
            print(f"{one.verdict}: {one.row['phrase']}\n    read {one.read}, labelled {wanted}")


if __name__ == "__main__":
    main()
