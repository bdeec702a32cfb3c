"""Every line of statuses.tsv reads as it says there; a new word of the vocabulary comes with a line."""

import csv
from datetime import date
from pathlib import Path

import pytest

from vrplan.phrases import Context, Reading, read_status

BODIES = ("Bærum kulturskole", "Bærum kommune", "Norsk Helsenett", "Asker kommune", "Drammen kommune")
COUNTIES = ("Viken fylkeskommune", "Buskerud fylkeskommune")
KHS = ("KHS", "Kommunehelsesamarbeidet", "Kommunehelsesamarbeidet i Vestre Viken")
CONTEXT = Context(
    year=2018,
    document_date=date(2018, 5, 31),
    parties=dict.fromkeys(KHS, "KHS") | {name: name for name in BODIES + COUNTIES},
)


def rows() -> list[dict[str, str]]:
    with Path(__file__).with_name("statuses.tsv").open(encoding="utf-8") as table:
        return list(csv.DictReader(table, delimiter="\t"))


def as_row(phrase: str, reading: Reading) -> dict[str, str]:
    return {
        "phrase": phrase,
        "kind": str(reading.kind),
        "start": str(reading.start or ""),
        "end": str(reading.end or ""),
        "recipient": reading.recipient or "",
        "recurrence": str(reading.recurrence or ""),
        "modality": str(reading.modality or ""),
        "done": "yes" if reading.done else "",
    }


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["phrase"])
def test_status_reads_as_the_table_says(row: dict[str, str]) -> None:
    assert as_row(row["phrase"], read_status(row["phrase"], CONTEXT)) == row


def test_no_phrase_stands_twice_in_the_table() -> None:
    phrases = [row["phrase"] for row in rows()]
    assert sorted(phrases) == sorted(set(phrases))
