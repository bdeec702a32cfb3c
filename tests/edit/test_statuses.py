"""What a column or a decision says of an entry is added to its status, whatever form that has."""

from __future__ import annotations

import pytest

from vrplan.edit import Edited, Refused, Value, add_entry, add_pair

STYLES = {
    "no status yet": (
        "a:\n  - id: bpa\n    name: BPA\n    # tiltak\n    measures: []\n",
        "a:\n  - id: bpa\n    name: BPA\n    status:\n      sg-2/1: Avsluttes\n    # tiltak\n    measures: []\n",
        4,
    ),
    "no status yet, in a file indented by four": (
        "a:\n    -   id: bpa\n",
        "a:\n    -   id: bpa\n        status:\n            sg-2/1: Avsluttes\n",
        3,
    ),
    "a status in lines": (
        "a:\n  - status:\n       HP 2018: Løpende # ja\n       # mer\n    id: bpa\n",
        "a:\n  - status:\n       HP 2018: Løpende # ja\n       # mer\n       sg-2/1: Avsluttes\n    id: bpa\n",
        5,
    ),
    "a status whose last text says more": (
        "a:\n  - status:\n      HP 2018:\n        note: >-\n          Fjerde\n          kv.\n",
        "a:\n  - status:\n      HP 2018:\n        note: >-\n          Fjerde\n          kv.\n      sg-2/1: Avsluttes\n",
        7,
    ),
    "a status whose last texts are a list": (
        "a:\n  - status:\n      HP 2018:\n      - Q4\n      - Q3\n",
        "a:\n  - status:\n      HP 2018:\n      - Q4\n      - Q3\n      sg-2/1: Avsluttes\n",
        6,
    ),
    "a status in braces": (
        "a:\n  - status: {HP 2018: Løpende}\n",
        "a:\n  - status: {HP 2018: Løpende, sg-2/1: Avsluttes}\n",
        2,
    ),
    "a status in braces over several lines": (
        "a:\n  - status: {\n      HP 2018: Løpende\n    }\n",
        "a:\n  - status: {\n      HP 2018: Løpende,\n      sg-2/1: Avsluttes\n    }\n",
        4,
    ),
    "empty braces": ("a:\n  - status: {}\n", "a:\n  - status: {sg-2/1: Avsluttes}\n", 2),
    "a sign for nothing": (
        "a:\n  - id: bpa\n    status: ~  # ingen\n    name: BPA\n",
        "a:\n  - id: bpa\n    status:  # ingen\n      sg-2/1: Avsluttes\n    name: BPA\n",
        4,
    ),
    "a word for nothing": (
        "a:\n  - id: bpa\n    status: null\n",
        "a:\n  - id: bpa\n    status:\n      sg-2/1: Avsluttes\n",
        4,
    ),
    "nothing": (
        "a:\n  - status:\n    id: bpa\n",
        "a:\n  - status:\n      sg-2/1: Avsluttes\n    id: bpa\n",
        3,
    ),
    "a sign for nothing in braces": ("a: [{status: ~}]\n", "a: [{status: {sg-2/1: Avsluttes}}]\n", 1),
    "nothing in braces": ('a: [{"status":}]\n', 'a: [{"status": {"sg-2/1": Avsluttes}}]\n', 1),
    "keys in quotation marks": (
        "a:\n  - status:\n      'HP 2018': Løpende\n",
        "a:\n  - status:\n      'HP 2018': Løpende\n      'sg-2/1': Avsluttes\n",
        4,
    ),
}


@pytest.mark.parametrize(("before", "after", "line"), STYLES.values(), ids=STYLES)
def test_text_is_added_in_the_form_that_is_there(before: str, after: str, line: int) -> None:
    ahead_of = {"measures", "events"}
    assert add_pair(before, ("a", 0, "status"), "sg-2/1", "Avsluttes", ahead_of=ahead_of) == Edited(
        after, line
    )


def test_text_with_a_source_is_a_group_of_keys() -> None:
    value = {"text": "Avsluttes", "source": "notat"}
    in_lines = add_pair("status:\n    HP 2018: x\n", ("status",), "sg-2", value)
    assert (
        in_lines.text
        == "status:\n    HP 2018: x\n    sg-2:\n        text: Avsluttes\n        source: notat\n"
    )
    in_braces = add_pair("status: {HP 2018: x}\n", ("status",), "sg-2", value)
    assert in_braces.text == "status: {HP 2018: x, sg-2: {text: Avsluttes, source: notat}}\n"


SENTENCE: Value = {"text": "Avsluttes", "only": ["a", "b"], "means": {"to": "2018-06-30"}}
IN_BRACES = "{text: Avsluttes, only: [a, b], means: {to: 2018-06-30}}"


def test_text_of_some_leaves_room_for_another() -> None:
    begun = add_pair("status:\n  HP 2018: x\n", ("status",), "sg-2", [SENTENCE])
    assert begun.text == (
        "status:\n  HP 2018: x\n  sg-2:\n    - text: Avsluttes\n      only: [a, b]\n"
        "      means:\n        to: 2018-06-30\n"
    )
    more = add_entry(begun.text, ("status", "sg-2"), {"text": "Videreføres", "except": ["a", "b"]})
    assert more == Edited(f"{begun.text}    - text: Videreføres\n      except: [a, b]\n", 8)


def test_what_stands_beside_says_whether_in_braces() -> None:
    text = "columns:\n  'HP 2018': { adopted_by: sg-1 }  # en\n"
    added = add_pair(text, ("columns",), "HP 2019", {"adopted_by": "sg-2"})
    assert added.text == f"{text}  'HP 2019': {{ adopted_by: sg-2 }}\n"
    text = "status:\n  HP 2018: {text: x, note: n}\n  gf-1: Ja\n"
    assert add_pair(text, ("status",), "sg-2", SENTENCE).text == f"{text}  sg-2: {IN_BRACES}\n"
    text = "columns:\n  HP 2017: {adopted_by: a}\n  HP 2018:\n    adopted_by: b\n"
    assert add_pair(text, ("columns",), "X", {"adopted_by": "c"}).text == f"{text}  X:\n    adopted_by: c\n"


@pytest.mark.parametrize(
    ("sign", "becomes"),
    [("|", "|-"), (">", ">-"), ("|+", "|-"), (">+", ">-"), ("|2", "|2-"), ("|2+", "|2-"), ("|+2", "|2-")]
    + [(sign, sign) for sign in ("|-", ">-", "|2-", ">-2")],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_last_text_of_a_file_stays_what_it_is(sign: str, becomes: str, line_break: str) -> None:
    before = f"note: {sign}  # merknad\n  Brev |\n  fra > 2".replace("\n", line_break)
    after = f"{before.replace(sign, becomes, 1)}\nstatus:\n  sg-2: Avsluttes".replace("\r\n", "\n")
    assert add_pair(before, ("status",), "sg-2", "Avsluttes") == Edited(after.replace("\n", line_break), 4)


def test_key_that_is_there_is_not_written_again() -> None:
    with pytest.raises(Refused, match="HP 2018 stands there already"):
        add_pair("a:\n  status: {HP 2018: x}\n", ("a", "status"), "HP 2018", "y")
