from __future__ import annotations

import pytest

from vrplan.site.addresses import Addresses, outside


@pytest.mark.parametrize(
    ("name", "page"), [("CON", "con-x"), ("nul", "nul-x"), ("LPT1", "lpt1-x"), ("konto", "konto")]
)
def test_no_page_is_called_as_a_device_of_windows(name: str, page: str) -> None:
    assert Addresses("parties", [name])[name] == f"parties/{page}.html"


@pytest.mark.parametrize(
    "address",
    [
        "https://vestregionen.no/om/vestregionens-framtid",
        "http://x.no",
        "https://x.no:8080/a?b=1&c=%C3%A6#d",
        "https://x.no/(1)",
    ],
)
def test_page_may_lead_to_an_address_on_the_web(address: str) -> None:
    assert outside(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "x.no",
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://x.no",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://x.no",
        "https://",
        "https:///x.no",
        "https://[::1",
        "https://x.no@y.no/",
        "https://x.no/ y",
        'https://x.no/"onclick=',
        "https://x.no/<b>",
        "https://x.no/\u202ekcol",
        "https://bærum.no/",
        "https://x.no\n",
        " https://x.no",
    ],
)
def test_page_leads_to_no_other_address(address: str | None) -> None:
    assert outside(address) is None
