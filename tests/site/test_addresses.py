from __future__ import annotations

import pytest

from vrplan.site.addresses import Addresses


@pytest.mark.parametrize(
    ("name", "page"), [("CON", "con-x"), ("nul", "nul-x"), ("LPT1", "lpt1-x"), ("konto", "konto")]
)
def test_no_page_is_called_as_a_device_of_windows(name: str, page: str) -> None:
    assert Addresses("parties", [name])[name] == f"parties/{page}.html"
