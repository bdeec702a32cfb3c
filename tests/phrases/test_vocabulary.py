"""The word lists and the test table are in order; what is wrong in one is told in plain words, with its line."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from vrplan.phrases import Kind, Modality, Recurrence

TABLE = Path(__file__).with_name("statuses.tsv")
CELLS = ("phrase", "kind", "start", "end", "recipient", "recurrence", "modality", "done")
HEAD = "\t".join(CELLS)
CLOSED = {
    "kind": tuple(map(str, Kind)),
    "recurrence": tuple(map(str, Recurrence)),
    "modality": tuple(map(str, Modality)),
    "done": ("yes",),
}


def test_word_lists_are_in_order(word_list_faults: list[str]) -> None:
    if word_list_faults:
        pytest.fail("\n".join(word_list_faults), pytrace=False)


def test_table_is_in_order() -> None:
    if wrong := list(table_faults(TABLE.read_bytes())):
        pytest.fail("\n".join(wrong), pytrace=False)


def table_faults(content: bytes) -> Iterator[str]:
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        yield "statuses.tsv: the file is not saved as UTF-8; choose that in the editor and save it again."
        return
    if lines[0] != HEAD:
        yield f"statuses.tsv:1: the first line must be {', '.join(CELLS)}, with tabs between them."
        return
    known: dict[str, int] = {}
    for number, cells in enumerate(csv.reader(lines[1:], delimiter="\t"), 2):
        if len(cells) < 2 or len(cells) > len(CELLS):
            yield f"statuses.tsv:{number}: {len(cells)} cells, not {len(CELLS)}; between two stands a tab, no spaces."
            continue
        row = dict(zip(CELLS, cells, strict=False))
        if (first := known.setdefault(row["phrase"], number)) != number:
            yield f"statuses.tsv:{number}: “{row['phrase']}” stands in line {first}, too."
        for name, value in row.items():
            if value and value not in CLOSED.get(name, (value,)):
                yield f"statuses.tsv:{number}: “{value}” is no {name}; there are {', '.join(CLOSED[name])}."
            if name in {"start", "end"} and value and not is_day(value):
                yield f"statuses.tsv:{number}: “{value}” is no day; write it as 2018-12-31."


def is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Avblåses  cancelled", ":2: 1 cells, not 8; between two stands a tab, no spaces."),
        ("Avblåses\tcanceled", ":2: “canceled” is no kind; there are ongoing, recurring, "),
        ("Avblåses\tcancelled\t\t\t\t\tsure", ":2: “sure” is no modality; there are decided, "),
        ("Avsluttes 1.5.\tends\t\t1.5.2018", ":2: “1.5.2018” is no day; write it as 2018-12-31."),
        ("Avblåses\tcancelled\nAvblåses\tcancelled", ":3: “Avblåses” stands in line 2, too."),
    ],
)
def test_fault_of_the_table_is_told(line: str, told: str) -> None:
    (fault,) = table_faults(f"{HEAD}\n{line}\n".encode())
    assert fault.startswith(f"statuses.tsv{told}")


def test_table_in_another_encoding_or_without_its_head_is_told() -> None:
    assert "UTF-8" in next(table_faults("Avblåses".encode("latin-1")))
    assert next(table_faults(b"phrase;kind")).startswith(
        "statuses.tsv:1: the first line must be phrase, kind, "
    )
