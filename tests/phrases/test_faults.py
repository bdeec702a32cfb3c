"""Whatever is wrong in a word list is told in plain words, with its line."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from vrplan.phrases.words.faults import faults
from vrplan.phrases.words.known_lists import known_lists

VERBS = """
[irregular]
finne = 'finner; finnes; fant; funnet'

[[verb]]
kind = 'ends'
eve = true
lyse = 'stenge'
irregular = 'finne opp'

[[verb]]
kind = 'cancelled'
lyse = 'avlyse, stryke ut'
happened = '''utgått, avlyst,
  droppet'''
"""


def write_lists(folder: Path) -> None:
    """Every list with a word of its own in it, made up, so that these tests do not hang on the real ones."""
    number = count(1)
    for name, lists in known_lists().items():
        text = "".join(
            f"[{table}]\n" + "".join(f"'{key}' = 'ord{next(number)}'\n" for key in sorted(keys))
            for table, keys in lists.items()
        )
        (folder / name).write_text(VERBS if name == "verbs.toml" else text, encoding="utf-8")


def test_lists_that_are_in_order_have_no_fault(tmp_path: Path) -> None:
    write_lists(tmp_path)
    assert faults(tmp_path) == []


@pytest.fixture
def after(tmp_path: Path) -> Callable[[str, str, str], list[str]]:
    """The faults after a change of one file, which holds the `old` words, with "at" for the file and their line."""

    def told(name: str, old: str, new: str) -> list[str]:
        write_lists(tmp_path)
        text = (tmp_path / name).read_text(encoding="utf-8")
        before, found, _ = text.partition(old)
        assert found
        (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        line = before.count("\n") + 1
        return [fault.replace(f"{name}:{line}:", "at:") for fault in faults(tmp_path)]

    return told


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("how.toml", "[neutral]", "[neutrale]", "at: there is no list called [neutrale]. Is neutral meant?"),
        ("small.toml", "[inserted]", "ja = 'nei'\n[inserted]",
         "at: “ja” stands above the first [list] and so in none."),
        ("times.toml", "'earliest'", "'erliest'", "at: “erliest” is no name in [prepositions]. Is earliest meant?"),
        ("counts.toml", "'yearly'", "'annually'",
         "at: “annually” is no name in [round]. There are half-yearly, monthly, quarterly, tertial, weekly, yearly."),
        ("how.toml", "'coming' = 'ord", "'coming' = 7 # '",
         "at: what stands after “coming =” must stand between quotation marks."),
        ("verbs.toml", "eve = true", "eve = 'true'",
         "at: what stands after “eve =” must be true, without quotation marks."),
        ("verbs.toml", "lyse = 'avlyse, stryke", "lyse = 'avlyse, avlyse, stryke",
         "at: “avlyse” stands twice in “lyse” of [verb]."),
        ("verbs.toml", "avlyst,\n", "avlyst\n", "at: a comma is missing at the end of the line, in “avlyst droppet”."),
        ("verbs.toml", "kind = 'cancelled'", "kind = 'canceled'", "at: “canceled” is no kind. Is cancelled meant?"),
        ("verbs.toml", "lyse = 'avlyse, ", "lyse = 'avlyst, ", "at: “avlyst” after “lyse =” is no infinitive in -e."),
        ("verbs.toml", "irregular = 'finne opp", "irregular = 'stå ut",
         "at: “stå” has no line in [irregular] at the top."),
        ("verbs.toml", "finne = 'finner; finnes; fant; funnet'", "finne = 'finner; fant'",
         "at: “finne” needs “present; passive; past; participle”."),
        ("verbs.toml", "lyse = 'stenge'", "happened = 'avlyst'",
         "verbs.toml:14: “avlyst” stands in “happened” of [verb], but is read as verbs.toml:8 has it."),
    ],
)  # fmt: skip
def test_fault_of_a_list_is_told_with_its_line(
    after: Callable[[str, str, str], list[str]], name: str, old: str, new: str, told: str
) -> None:
    assert told in after(name, old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lyse = 'avlyse, ", "lyse = avlyse, "),
        ("lyse = 'avlyse, ", "lyse = ’avlyse, "),
        ("lyse = 'avlyse, ", "lyse 'avlyse, "),
        ("finne = ", "gå = "),
        ("stryke ut'", "stryke ut'ord'"),
    ],
)
def test_file_that_cannot_be_read_tells_where_to_look(
    after: Callable[[str, str, str], list[str]], old: str, new: str
) -> None:
    (fault,) = after("verbs.toml", old, new)
    assert fault.startswith("at: the file cannot be read from here on. Look at this line and the one above: ")


def test_list_that_never_ends_is_told_where_it_begins(after: Callable[[str, str, str], list[str]]) -> None:
    (fault,) = after("verbs.toml", "'''utgått, avlyst,\n  droppet'''", "'''utgått, avlyst,\n  droppet")
    assert fault == "at: the list that begins here with ''' has no ''' at its end."


def test_name_that_stands_twice_is_told(after: Callable[[str, str, str], list[str]]) -> None:
    (fault,) = after("times.toml", "'and' =", "'or' = 'ord'\n'and' =")
    assert fault.endswith("the [name] of this list, or a name before an equals sign in it, has stood before.")


def test_list_or_file_that_is_gone_is_told(
    after: Callable[[str, str, str], list[str]], tmp_path: Path
) -> None:
    assert "how.toml:1: the list [late] is gone." in after("how.toml", "[late]", "[late_]")
    (tmp_path / "typos.toml").unlink()
    assert f"typos.toml:1: there is no such file in {tmp_path}." in faults(tmp_path)


def test_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    write_lists(tmp_path)
    (tmp_path / "small.toml").write_bytes("[be]\npast = 'vår'".encode("latin-1"))
    (fault,) = faults(tmp_path)
    assert (
        fault == "small.toml:1: the file is not saved as UTF-8; choose that in the editor and save it again."
    )


def test_file_that_an_editor_marked_as_utf8_is_in_order(tmp_path: Path) -> None:
    write_lists(tmp_path)
    (tmp_path / "verbs.toml").write_text(VERBS, encoding="utf-8-sig")
    assert faults(tmp_path) == []
