"""Which case a written number names."""

from __future__ import annotations

import pytest

from vrplan.model.case_numbers import Case, case_of


@pytest.mark.parametrize(
    ("written", "case"),
    [
        ("24/2017", Case("", 24, "", 2017)),
        ("04/2016", Case("", 4, "", 2016)),
        ("067/14", Case("", 67, "", 2014)),
        ("24a/2017", Case("", 24, "a", 2017)),
        ("24 A/2017", Case("", 24, "a", 2017)),
        ("143/17", Case("", 143, "", 2017)),
        ("57/95", Case("", 57, "", 1995)),
        ("sak 24/2017", Case("", 24, "", 2017)),
        ("Sak 35", Case("", 35, "", None)),
        ("35", Case("", 35, "", None)),
        ("PS 30/10", Case("PS", 30, "", 2010)),
        ("ps 30/2010", Case("PS", 30, "", 2010)),
        ("RS 30/10", Case("RS", 30, "", 2010)),
        ("K-sak 41/17", Case("K", 41, "", 2017)),
        ("SR-sak 32/14", Case("SR", 32, "", 2014)),
        ("2017/2525", None),
        ("2017/25", None),
        ("17/6709", None),
        ("arkivsak 17/67", None),
        ("0/2017", None),
        ("24/2017-2", None),
        ("24 AB/2017", None),
        ("Eventuelt", None),
        ("", None),
    ],
)
def test_case_is_read_in_the_ways_in_which_it_is_written(written: str, case: Case | None) -> None:
    assert case_of(written) == case
