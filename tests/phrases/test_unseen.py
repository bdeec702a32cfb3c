"""The table of unseen texts is sound, its judge is fair, and the reader does no worse than docs/reader.md tells."""

import csv
import datetime
import re
import subprocess
import sys
from pathlib import Path

import pytest

from vrplan.phrases import Kind, Modality, Recurrence

ROOT = Path(__file__).parents[2]
TEXTS = Path(__file__).with_name("unseen.tsv")
COLUMNS = "phrase\tkind\tstart\tend\trecipient\trecurrence\tmodality\tdone\tor\ton\tsource\tset\n"
FOUR = """\
Q3\tdue\t2018-07-01\t2018-09-30\t\t\tdecided\t\t\t2018\ttiltaksplan\tone
Q4\tunknown\t\t\t\t\t\t\tends decided | due 2018-10-01..2018-12-31 decided to=KHS\t2018-05\ttiltaksplan\tone
Det vil senere utarbeides en oversikt\tdue\t\t\t\t\tdecided\t\tdue expected\t2018-05-31\treferat\tone
Avsluttes 30.6.18\tends\t\t2018-06-30\t\t\tintended\t\t\t2018\treferat\tother
"""
TABLE = """\
| papers | texts | right | silent | wrong |
| --- | ---: | ---: | ---: | ---: |
| referat | 2 | 0 | 1 | 1 |
| tiltaksplan | 2 | 2 | 0 | 0 |
| **one set** | 3 | 2 | 1 | 0 |
| **other set** | 1 | 0 | 0 | 1 |
| **all** | 4 | 2 | 1 | 1 |
"""
MISSES = """\
silent: Det vil senere utarbeides en oversikt
    read unknown, labelled due decided | due expected
wrong: Avsluttes 30.6.18
    read ends ..2018-06-30 decided, labelled ends ..2018-06-30 intended
"""
ALL = re.compile(r"^\| \*\*all\*\* \| \d+ \| (\d+) \| \d+ \| (\d+) \|$", re.MULTILINE)


def judge(*words: str) -> str:
    """What the judge prints: it is no part of the package, so it is run and not imported."""
    command = [sys.executable, "-m", "bench.unseen", *words]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def rows() -> list[dict[str, str]]:
    with TEXTS.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture
def four(tmp_path: Path) -> str:
    file = tmp_path / "four.tsv"
    file.write_text(COLUMNS + FOUR, encoding="utf-8", newline="\n")
    return str(file)


def test_judge_tells_right_from_silent_and_wrong(four: str) -> None:
    assert judge(four) == TABLE


def test_judge_lists_what_was_not_read_right(four: str) -> None:
    assert judge(four, "--misses") == MISSES


def test_table_has_the_columns_that_the_judge_reads() -> None:
    with TEXTS.open(encoding="utf-8") as table:
        assert next(table) == COLUMNS


def test_every_label_is_of_the_reader_s_own_words() -> None:
    for row in rows():
        assert row["kind"] in set(Kind), row
        assert row["modality"] in {"", *Modality}, row
        assert row["recurrence"] in {"", *Recurrence}, row
        assert row["done"] in {"", "yes"}, row


def test_unknown_carries_nothing_and_everything_else_a_modality() -> None:
    for row in rows():
        said = [row[column] for column in ("start", "end", "recipient", "recurrence", "modality", "done")]
        assert not any(said) if row["kind"] == "unknown" else row["modality"], row


def test_windows_are_days_in_their_order() -> None:
    for row in rows():
        for window in (f"{row['start']}..{row['end']}", *re.findall(r"\S*\.\.\S*", row["or"])):
            days = [datetime.date.fromisoformat(day) for day in window.split("..") if day]
            assert days == sorted(days), row


def test_other_readings_are_of_one_form() -> None:
    form = rf"({'|'.join(Kind)})( \S*\.\.\S*)?( ({'|'.join(Modality)}))?( yes)?( to=[^|]+)?( every=\S+)?"
    for row in rows():
        for other in filter(None, row["or"].split(" | ")):
            assert re.fullmatch(form, other), row


def test_no_text_stands_twice_or_in_the_table_of_known_statuses() -> None:
    phrases = [row["phrase"] for row in rows()]
    with Path(__file__).with_name("statuses.tsv").open(encoding="utf-8") as table:
        known = {row["phrase"] for row in csv.DictReader(table, delimiter="\t")}
    assert len(phrases) == len(set(phrases))
    assert known.isdisjoint(phrases)


def test_reader_does_no_worse_than_the_page_tells() -> None:
    recorded = ALL.search((ROOT / "docs" / "reader.md").read_text(encoding="utf-8"))
    if recorded is None:
        pytest.skip("docs/reader.md records no figures yet")
    found = ALL.search(judge())
    assert found is not None
    assert int(found[1]) >= int(recorded[1])
    assert int(found[2]) <= int(recorded[2])
