"""Several changes of both files are written together, or none of them is."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from vrplan.folder import FolderError
from vrplan.folder.several import replace_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    both = tmp_path / "decisions.yaml", tmp_path / "actionplan_x.yaml"
    for file in both:
        file.write_bytes(b"old\r\n")
    return both


def test_both_get_their_new_text(files: tuple[Path, Path]) -> None:
    replace_all([(file, b"old\r\n", b"new\r\n") for file in files])
    assert [file.read_bytes() for file in files] == [b"new\r\n", b"new\r\n"]


def test_the_first_gets_its_old_text_back_when_the_second_was_changed(files: tuple[Path, Path]) -> None:
    files[1].write_bytes(b"theirs")
    with pytest.raises(FolderError, match="changed by somebody else"):
        replace_all([(file, b"old\r\n", b"new") for file in files])
    assert [file.read_bytes() for file in files] == [b"old\r\n", b"theirs"]
    assert sorted(path.name for path in files[0].parent.iterdir()) == sorted(file.name for file in files)


def test_a_new_file_goes_again_when_another_cannot_be_written(files: tuple[Path, Path]) -> None:
    paper = files[0].with_name("sak.md")
    with pytest.raises(FolderError, match="changed by somebody else"):
        replace_all([(paper, None, b"paper"), (files[0], b"theirs", b"new")])
    assert not paper.exists()


def test_what_somebody_writes_in_the_meantime_is_not_taken_back(files: tuple[Path, Path]) -> None:
    def changes() -> Iterator[tuple[Path, bytes, bytes]]:
        yield files[0], b"old\r\n", b"new"
        for file in files:
            file.write_bytes(b"theirs")
        yield files[1], b"old\r\n", b"new"

    with pytest.raises(FolderError, match=r"not all could be written, and .*decisions\.yaml stays"):
        replace_all(changes())
    assert files[0].read_bytes() == b"theirs"


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="nothing is closed to root",
)
def test_write_protected_plan_leaves_the_decisions_as_they_were(files: tuple[Path, Path]) -> None:
    files[1].chmod(0o400)
    with pytest.raises(FolderError, match="write-protected"):
        replace_all([(file, b"old\r\n", b"new") for file in files])
    assert files[0].read_bytes() == b"old\r\n"
