"""Characters that are not what they look like, or that nobody sees, and what was meant by them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from vrplan.findings import N_, Told

if TYPE_CHECKING:
    from vrplan.findings import Value


class Strange(NamedTuple):
    """One such character: its position in the value (from 1), what Unicode calls it, its number, what was meant."""

    at: int
    what: Value
    point: str
    meant: str


_LOOKS_LIKE = dict(
    zip(
        # Cyrillic capitals and small letters, Greek capitals and small letters
        "АВЕЅІЈКМНОРСТУХӔаеорсухѕіјһԁԛԝкӕΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυκ",
        "ABESIJKMHOPCTYXÆaeopcyxsijhdqwkæABEZHIKMNOPTYXaivopuk",
        strict=True,
    )
)
_HYPHENS = frozenset("\u2010\u2011\u2212")
_DASHES = frozenset("\u2012\u2013\u2014\u2015")
# Fullwidth forms, ligatures, mathematical letters and digits, the signs for kelvin and ångström.
_OTHER_FORMS = re.compile("[\uff01-\uff5e\ufb00-\ufb06\u212a\u212b\U0001d400-\U0001d7ff]")
_WORD = re.compile(r"[^\W\d_]+")


def strange_in(value: str, *, dashes: bool = False) -> list[Strange]:
    """The strange characters of a value in order; the letters of Norwegian, Sami and other tongues are not strange.

    The dashes of running text are right in a name; `dashes` counts them in, for an id or a date.
    """
    if value.isascii() and "\t" not in value:
        return []
    foreign = _foreign_letters(value)
    found = []
    for index, sign in enumerate(value):
        meant = _LOOKS_LIKE[sign] if index in foreign else _meant(value, index)
        if dashes and sign in _DASHES:
            meant = "-"
        if meant is not None:
            found.append(Strange(index + 1, _called(value, index), f"U+{ord(sign):04X}", meant))
    return found


def plain(value: str, strange: list[Strange]) -> str:
    """The value as it would be typed: what it looks like, in the characters of a keyboard."""
    meant = {one.at - 1: one.meant for one in strange}
    typed = "".join(meant.get(index, sign) for index, sign in enumerate(value))
    return unicodedata.normalize("NFC", typed).strip()


def _foreign_letters(value: str) -> set[int]:
    """Where letters of another alphabet pass for Latin ones: in a word with Latin ones, or alone in the value."""
    looks = {index for index, sign in enumerate(value) if sign in _LOOKS_LIKE}
    if not looks or not any(sign.isalpha() and sign not in _LOOKS_LIKE for sign in value):
        return looks
    mixed = [word.span() for word in _WORD.finditer(value) if any(map(_is_latin, word[0]))]
    return {index for start, stop in mixed for index in range(start, stop)} & looks


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")


def _meant(value: str, index: int) -> str | None:
    """What was meant by the character there; None when it means itself."""
    sign = value[index]
    category = unicodedata.category(sign)
    if sign != " " and (sign == "\t" or category == "Zs"):
        return " "
    if (
        category == "Cf" or "\ufe00" <= sign <= "\ufe0f"
    ):  # unseen, as are the signs that choose between two forms
        return ""
    if sign in _HYPHENS:
        return "-"
    if category == "Nd" and not sign.isascii():
        return str(unicodedata.digit(sign))
    if _OTHER_FORMS.match(sign):
        return unicodedata.normalize("NFKC", sign)
    joins = (
        category == "Mn" and index and len(unicodedata.normalize("NFC", value[index - 1 : index + 1])) == 1
    )
    return sign if joins else None


_ALPHABETS = {"CYRILLIC": N_("Cyrillic"), "GREEK": N_("Greek")}
_WITHOUT_A_NAME = {"\t": N_("tab")}
_USUAL = (
    N_("no-break space"), N_("narrow no-break space"), N_("zero width space"), N_("zero width no-break space"),
    N_("soft hyphen"), N_("non-breaking hyphen"), N_("minus sign"), N_("en dash"), N_("em dash"),
    N_("left-to-right mark"), N_("right-to-left mark"), N_("zero width joiner"), N_("zero width non-joiner"),
)  # fmt: skip
"""What Unicode calls the characters that come with text from Word, a PDF or a web page, for the catalogues."""


def _called(value: str, index: int) -> Value:
    """What the character is, in words: with the name that Unicode gives it where it has no plainer one."""
    sign = value[index]
    if sign in _LOOKS_LIKE:
        alphabet = Told(_ALPHABETS[unicodedata.name(sign).split()[0]])
        seen: dict[str, Value] = {"alphabet": alphabet, "letter": _LOOKS_LIKE[sign]}
        return Told("a {alphabet} letter that looks like {letter}", seen)
    if unicodedata.combining(sign):
        whole = unicodedata.normalize("NFC", value[index - 1 : index + 1])
        return Told("the second half of {letter}", {"letter": whole})
    name = unicodedata.name(sign, _WITHOUT_A_NAME.get(sign, N_("character without a name"))).lower()
    values = {"name": Told(name)}
    return Told("an {name}", values) if name[0] in "aeiou" else Told("a {name}", values)
