from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsFrom = Callable[..., list[tuple[str, int, int]]]
COLUMNS = """
columns:
  HP 2018: {{adopted_by: sg-1}}
  {name}: {{proposed_by: sg-2}}
"""


@pytest.mark.parametrize("name", ["sg-1", "SG-1", "sg-2", "sg-2/1", "Sg-2/1"])
def test_column_that_is_called_like_a_decision_is_an_error(findings_from: FindingsFrom, name: str) -> None:
    assert findings_from(COLUMNS.format(name=name)) == [("VR218", 3, 3)]


@pytest.mark.parametrize("name", ["sg-3", "sg-2/2", "sg", "sg-1/1", "1", "SG", "Justert"])
def test_other_names_are_free(findings_from: FindingsFrom, name: str) -> None:
    assert "VR218" not in [code for code, *_ in findings_from(COLUMNS.format(name=f"'{name}'"))]
