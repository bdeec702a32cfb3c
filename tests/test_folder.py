from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from vrplan.folder import FolderError, find_folder, holds_plan, holds_yaml, read_folder, shipped_folder


def plan_in(folder: Path, name: str = "actionplan_x.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"plan: x\n")
    return folder


def test_named_folder_is_taken_whatever_lies_here(tmp_path: Path) -> None:
    plan_in(tmp_path / "data")
    assert find_folder(plan_in(tmp_path / "other"), tmp_path) == tmp_path / "other"


def test_data_is_taken_before_the_folder_that_holds_it(tmp_path: Path) -> None:
    plan_in(tmp_path)
    assert find_folder(None, tmp_path) == tmp_path
    plan_in(tmp_path / "data")
    assert find_folder(None, tmp_path) == tmp_path / "data"


def test_nothing_is_found_where_no_yaml_lies(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "data").mkdir()
    assert find_folder(None, tmp_path) is None


@pytest.mark.parametrize("place", ["plan.yaml", "plan.yml", "data/decisions.yaml"])
def test_yaml_that_is_no_plan_is_told_and_not_passed_over(tmp_path: Path, place: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / place).write_text("x")
    where = re.escape(str((tmp_path / place).parent))
    with pytest.raises(FolderError, match=f"no plan in {where}: YAML files lie there, but none is called"):
        find_folder(None, tmp_path)


def test_named_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="nowhere does not exist; name the folder that holds"):
        find_folder(tmp_path / "nowhere", tmp_path)


def test_named_file_is_no_folder(tmp_path: Path) -> None:
    plan = plan_in(tmp_path) / "actionplan_x.yaml"
    with pytest.raises(FolderError, match=r"actionplan_x\.yaml is a file, not a folder"):
        find_folder(plan, tmp_path)


def test_named_folder_without_a_plan_is_not_replaced_by_another(tmp_path: Path) -> None:
    plan_in(tmp_path / "data")
    (tmp_path / "empty").mkdir()
    with pytest.raises(FolderError, match=r"no plan in .*empty: no file there is called actionplan_\*\.yaml"):
        find_folder(tmp_path / "empty", tmp_path)


def test_a_file_holds_no_plan(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    assert not holds_plan(tmp_path / "data")
    assert not holds_yaml(tmp_path / "data")


def test_files_are_named_as_the_folder_was(tmp_path: Path) -> None:
    plan_in(tmp_path)
    (tmp_path / "decisions.yaml").write_bytes(b"bodies: {}\n")
    (tmp_path / "notes.yaml").write_bytes(b"not ours")
    folder = read_folder(tmp_path, Path("plans/2018"))
    assert folder.plans == {"plans/2018/actionplan_x.yaml": b"plan: x\n"}
    assert folder.decisions == {"plans/2018/decisions.yaml": b"bodies: {}\n"}


def test_decisions_that_are_not_there_are_known_by_name(tmp_path: Path) -> None:
    folder = read_folder(plan_in(tmp_path), Path())
    assert folder.decisions == {}
    assert folder.missing_decisions == "decisions.yaml"


def test_several_plans_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    plan_in(tmp_path, "actionplan_2019.yaml")
    plan_in(tmp_path, "actionplan_2018.yaml")
    assert list(read_folder(tmp_path, Path()).plans) == ["actionplan_2018.yaml", "actionplan_2019.yaml"]


def test_folder_named_like_a_plan_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "actionplan_x.yaml").mkdir()
    with pytest.raises(FolderError, match=r"actionplan_x\.yaml cannot be opened: Is a directory"):
        read_folder(tmp_path)


@pytest.mark.parametrize("name", ["actionplan_x.yaml", "decisions.yaml"])
def test_link_to_nothing_cannot_be_opened(tmp_path: Path, name: str) -> None:
    plan_in(tmp_path, "actionplan_a.yaml")
    (tmp_path / name).symlink_to(tmp_path / "gone")
    with pytest.raises(FolderError, match=f"{re.escape(name)} cannot be opened: No such file"):
        read_folder(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_folder_that_nobody_may_look_into_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0)
    with pytest.raises(FolderError, match="data cannot be opened: Permission denied"):
        find_folder(None, tmp_path)


def test_shipped_plan_of_a_checkout_is_its_data() -> None:
    checkout = Path(__file__).parent.parent
    assert shipped_folder() == checkout / "data"
