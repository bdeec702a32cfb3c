"""A folder of files that can be made again: what is put there, what goes, and what stays."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from vrplan.folder import FolderError
from vrplan.folder.published import LIST, Published

if TYPE_CHECKING:
    from pathlib import Path


def publish(folder: Path, *paths: str, whose: str = "plan-a", may_replace: bool = False) -> None:
    with Published(folder, paths, whose, may_replace=may_replace) as published:
        for path in paths:
            published.put(path, path.encode())


def lying_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_of_last_time_that_are_not_put_again_go_with_their_folders(tmp_path: Path) -> None:
    publish(tmp_path / "new" / "site", "index.html", "items/a.html", "old/b.html")
    publish(tmp_path / "new" / "site", "index.html", "items/c.html")
    assert lying_in(tmp_path / "new" / "site") == [LIST, "index.html", "items", "items/c.html"]


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("plan.example.org")
    publish(tmp_path, "index.html", "old/b.html")
    (tmp_path / "old" / "mine.txt").write_text("mine")
    publish(tmp_path, "index.html")
    assert lying_in(tmp_path) == [LIST, "CNAME", "index.html", "old", "old/mine.txt"]


def test_files_of_another_plan_are_replaced_only_when_asked(tmp_path: Path) -> None:
    publish(tmp_path, "index.html", "items/a.html")
    with pytest.raises(FolderError, match=r"holds the pages of plan-a; nothing was written \(--force"):
        publish(tmp_path, "index.html", whose="plan-b")
    assert lying_in(tmp_path) == [LIST, "index.html", "items", "items/a.html"]
    publish(tmp_path, "index.html", whose="plan-b", may_replace=True)
    assert lying_in(tmp_path) == [LIST, "index.html"]


def test_two_do_not_put_files_into_a_folder_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vrplan.folder.writing.PATIENCE", 0.05)
    with Published(tmp_path, ["a.html"], "plan-a", may_replace=False) as first:
        first.put("a.html", b"a")
        with (
            pytest.raises(FolderError, match="another vrplan"),
            Published(tmp_path, ["b.html"], "plan-a", may_replace=False),
        ):
            pass
    assert lying_in(tmp_path) == [LIST, "a.html"]


def test_file_of_somebody_else_is_replaced_only_when_asked(tmp_path: Path) -> None:
    (tmp_path / "about.html").write_text("mine")
    with pytest.raises(FolderError, match=r"already holds about\.html; nothing was written \(--force"):
        publish(tmp_path, "index.html", "about.html")
    assert lying_in(tmp_path) == ["about.html"]
    publish(tmp_path, "index.html", "about.html", may_replace=True)
    assert (tmp_path / "about.html").read_bytes() == b"about.html"


def test_of_many_files_in_the_way_some_are_named(tmp_path: Path) -> None:
    names = [f"{letter}.html" for letter in "abcdefghij"]
    for name in names:
        (tmp_path / name).touch()
    with pytest.raises(FolderError, match=r"a\.html, .*, h\.html and 2 more; nothing"):
        publish(tmp_path, *names)


def test_what_was_put_before_something_went_wrong_is_known_the_next_time(tmp_path: Path) -> None:
    publish(tmp_path, "index.html", "old.html")
    published = Published(tmp_path, ["index.html", "new.html", "late.html"], "plan-a", may_replace=False)
    with suppress(KeyboardInterrupt), published:
        published.put("index.html", b"1")
        published.put("new.html", b"2")
        raise KeyboardInterrupt
    assert lying_in(tmp_path) == [LIST, "index.html", "new.html", "old.html"]
    publish(tmp_path, "index.html")
    assert lying_in(tmp_path) == [LIST, "index.html"]


def test_whoever_reads_a_page_while_it_is_replaced_reads_the_old_one_to_its_end(tmp_path: Path) -> None:
    publish(tmp_path, "index.html")
    with (tmp_path / "index.html").open("rb") as reader:
        with Published(tmp_path, ["index.html"], "plan-a", may_replace=False) as published:
            published.put("index.html", b"new")
        assert reader.read() == b"index.html"
    assert (tmp_path / "index.html").read_bytes() == b"new"


@pytest.mark.parametrize("line", ["../other.txt", "{top}/other.txt", "items/../../other.txt"])
def test_list_leads_nowhere_else(tmp_path: Path, line: str) -> None:
    site, other = tmp_path / "site", tmp_path / "other.txt"
    site.mkdir()
    other.write_text("stays")
    (site / LIST).write_text(line.format(top=tmp_path))
    publish(site, "index.html")
    assert other.read_text() == "stays"


@pytest.mark.parametrize("link", ["index.html", "items", LIST])
def test_link_in_the_way_is_refused_and_not_followed(tmp_path: Path, link: str) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    publish(site, "index.html", "items/a.html")
    other.mkdir()
    (site / link).rename(tmp_path / "moved") if link != LIST else (site / link).unlink()
    (site / link).symlink_to(other)
    with pytest.raises(FolderError, match="is a link; nothing was written"):
        publish(site, "index.html", "items/a.html", may_replace=True)
    assert lying_in(other) == []
