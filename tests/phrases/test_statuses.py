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
    text = Path(__file__).with_name("statuses.tsv").read_bytes().decode("utf-8", "replace")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", restval=""))


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


@pytest.mark.parametrize(
    ("line", "row"), [pytest.param(*one, id=f"line {one[0]}") for one in enumerate(rows(), 2)]
)
def test_status_reads_as_the_table_says(line: int, row: dict[str, str]) -> None:
    read = as_row(row["phrase"], read_status(row["phrase"], CONTEXT))
    wrong = [
        f"{name} is {read[name] or 'empty'}, the table has {row[name] or 'nothing'}"
        for name in read
        if read[name] != row[name]
    ]
    if wrong:
        pytest.fail(
            f"statuses.tsv:{line}: “{row['phrase']}” is read otherwise: {'; '.join(wrong)}.", pytrace=False
        )
