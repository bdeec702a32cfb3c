from __future__ import annotations

import re

import pytest

from vrplan.site.addresses import outside, plain


@pytest.mark.parametrize(
    "name", ["konto", "bpa-enkeltsaker", "gf-2018-06-14", "a", "2018", "con-1", "x" * 60]
)
def test_plain_id_is_its_address(name: str) -> None:
    assert plain(name) == name


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("blå", "bla"),
        ("bærum-økt", "baerum-okt"),
        ("Bærum kommune", "baerum-kommune"),
        ("A", "a"),
        ("1.", "1"),
        ("a.", "a"),
        ("con", "con"),
        ("NUL", "nul"),
        ("lpt1", "lpt1"),
        ("COM¹", "com1"),
        ("x" * 61, "x" * 60),
        ("../../etc", "etc"),
    ],
)
def test_other_names_are_told_apart_by_digits_of_their_own(name: str, address: str) -> None:
    assert re.fullmatch(f"{address}-[0-9a-f]{{10}}", plain(name))


@pytest.mark.parametrize("name", ["", "..", "日本", "\ud800"])
def test_name_without_a_plain_letter_has_an_address(name: str) -> None:
    assert re.fullmatch("[0-9a-f]{10}", plain(name))


def test_names_that_are_alike_in_plain_letters_have_addresses_of_their_own() -> None:
    names = ["bla", "blå", "Bla", "blä", "bla.", "bla-", "a b", "a-b", "a  b", "x" * 60, "x" * 61, "x" * 62]
    assert len({plain(name) for name in names}) == len(names)


def test_names_whose_first_six_digits_are_alike_have_addresses_of_their_own() -> None:
    first, second = plain("A!!'??"), plain("A!?,&;")
    assert first[:8] == second[:8]
    assert first != second


def test_address_is_the_same_for_ever() -> None:
    assert (plain("blå"), plain("Bærum kommune")) == ("bla-f10944f463", "baerum-kommune-a5b60b7365")


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
