"""A folder of files that can be made again: what is put there, what goes, and what stays."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

import pytest

from vrplan.folder import FolderError
from vrplan.folder import published as module
from vrplan.folder.published import LIST

SHAPE = re.compile(r"([a-z]+/)?[a-z]+\.html")
NEW = ".vrplan-new"
Published = partial(module.Published, shape=SHAPE)


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


def test_nothing_is_changed_when_something_goes_wrong_before_all_are_made(tmp_path: Path) -> None:
    publish(tmp_path, "index.html", "old.html")
    published = Published(tmp_path, ["index.html", "new.html", "late.html"], "plan-a", may_replace=False)
    with suppress(KeyboardInterrupt), published:
        published.put("index.html", b"1")
        published.put("new.html", b"2")
        raise KeyboardInterrupt
    assert lying_in(tmp_path) == [LIST, "index.html", "old.html"]
    assert (tmp_path / "index.html").read_bytes() == b"index.html"


def test_files_take_their_places_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """Of three one is lost, as where the process is killed: those before it are new, those after it are not there."""
    paths = ["items/a.html", "items/b.html", "index.html", "about.html"]
    published = Published(tmp_path, paths, "plan-a", may_replace=False)
    put = ExitStack()
    put.enter_context(published)
    for path in paths:
        if path != "index.html":
            published.put(path, b"")
    with pytest.raises(FolderError, match=r"index\.html cannot be written"):
        put.close()
    assert lying_in(tmp_path) == [LIST, "items", "items/a.html", "items/b.html"]


def test_folder_on_another_disk_is_refused_before_anything_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page can be moved there at once."""
    publish(tmp_path, "index.html", "items/a.html")
    stat = Path.stat

    def elsewhere(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = stat(path, follow_symlinks=follow_symlinks)
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:])) if path.name == "items" else found

    monkeypatch.setattr(Path, "stat", elsewhere)
    told = r"items lies on another disk than .*; nothing was written: move it aside, or name another folder"
    with pytest.raises(FolderError, match=told):
        publish(tmp_path, "about.html", "items/a.html")
    assert lying_in(tmp_path) == [LIST, "index.html", "items", "items/a.html"]
    publish(tmp_path, "index.html")
    assert lying_in(tmp_path) == [LIST, "index.html"]


def test_what_was_put_before_something_went_wrong_in_between_is_known_the_next_time(tmp_path: Path) -> None:
    publish(tmp_path, "index.html", "old.html")
    published = Published(tmp_path, ["index.html", "lost.html", "new.html"], "plan-a", may_replace=False)
    put = ExitStack()
    put.enter_context(published)
    published.put("index.html", b"1")
    published.put("new.html", b"2")
    told = r"lost\.html cannot be written: .*; some files are new and some are of last time: try again"
    with pytest.raises(FolderError, match=told):
        put.close()
    assert lying_in(tmp_path) == [LIST, "index.html", "old.html"]
    assert (tmp_path / LIST).read_text().splitlines()[1:] == [
        "index.html",
        "lost.html",
        "new.html",
        "old.html",
    ]
    publish(tmp_path, "index.html")
    assert lying_in(tmp_path) == [LIST, "index.html"]


def test_what_a_killed_process_has_left_goes(tmp_path: Path) -> None:
    (tmp_path / NEW / "items").mkdir(parents=True)
    (tmp_path / NEW / "items" / "a.html").write_text("half")
    publish(tmp_path, "index.html")
    assert lying_in(tmp_path) == [LIST, "index.html"]


def test_of_two_that_begin_at_once_the_later_one_knows_what_the_first_has_put(tmp_path: Path) -> None:
    first = Published(tmp_path, ["index.html", "a.html"], "plan-a", may_replace=False)
    second = Published(tmp_path, ["index.html", "b.html"], "plan-a", may_replace=False)
    for one, own in ((first, "a.html"), (second, "b.html")):
        with one:
            one.put("index.html", b"")
            one.put(own, b"")
    assert lying_in(tmp_path) == [LIST, "b.html", "index.html"]


def test_what_cannot_be_removed_is_told_and_stays_in_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, "index.html", "old.html", "older.html")
    unlink = Path.unlink

    def refusing(path: Path, missing_ok: bool = False) -> None:
        if path.name == "old.html":
            raise PermissionError
        unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refusing)
        with Published(tmp_path, ["index.html"], "plan-a", may_replace=False) as published:
            published.put("index.html", b"")
    assert published.left == ("old.html",)
    assert lying_in(tmp_path) == [LIST, "index.html", "old.html"]
    publish(tmp_path, "index.html", "old.html")
    publish(tmp_path, "index.html")
    assert lying_in(tmp_path) == [LIST, "index.html"]


@pytest.mark.parametrize(
    "line", [".git/config", "foo", ".", "items/a.html/b.html", "notes.txt", " index.html"]
)
def test_nothing_else_goes_whatever_the_list_says(tmp_path: Path, line: str) -> None:
    file = tmp_path / line
    file.parent.mkdir(parents=True, exist_ok=True)
    if line != ".":
        file.write_text("stays")
    (tmp_path / LIST).write_text(f"# of plan-a\n{line}\n")
    publish(tmp_path, "index.html")
    assert line == "." or file.read_text() == "stays"
    assert (tmp_path / LIST).read_text() == "# of plan-a\nindex.html\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_write_protected_page_is_refused_before_any_is_replaced(tmp_path: Path) -> None:
    publish(tmp_path, "index.html", "next.html")
    (tmp_path / "next.html").chmod(0o444)
    with pytest.raises(FolderError, match="is write-protected; nothing was written"):
        publish(tmp_path, "index.html", "next.html", "new.html")
    assert (tmp_path / "index.html").read_bytes() == b"index.html"


def test_whoever_reads_a_page_while_it_is_replaced_reads_the_old_one_to_its_end(tmp_path: Path) -> None:
    publish(tmp_path, "index.html")
    with (tmp_path / "index.html").open("rb") as reader:
        with Published(tmp_path, ["index.html"], "plan-a", may_replace=False) as published:
            published.put("index.html", b"new")
            assert (tmp_path / "index.html").read_bytes() == b"index.html"
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


@pytest.mark.parametrize("link", ["index.html", "items", LIST, NEW])
def test_link_in_the_way_is_refused_and_not_followed(tmp_path: Path, link: str) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    publish(site, "index.html", "items/a.html")
    other.mkdir()
    if os.path.lexists(site / link):
        (site / link).rename(tmp_path / "moved")
    (site / link).symlink_to(other)
    with pytest.raises(FolderError, match="is a link; nothing was written"):
        publish(site, "index.html", "items/a.html", may_replace=True)
    assert lying_in(other) == []
