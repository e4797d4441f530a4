"""Where a shop's data lies: never beside the program, unless a file there says so."""

import pytest

from counter import paths


@pytest.fixture
def program(tmp_path, monkeypatch):
    """An installed program, and a person whose home is elsewhere."""
    folder = tmp_path / "program"
    folder.mkdir()
    monkeypatch.setattr(paths, "PROGRAM", folder)
    monkeypatch.delenv("COUNTER_DATA_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "share"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home" / "state"))
    return folder


def everywhere(folders):
    return (folders.data, folders.slips, folders.logs, folders.database)


def test_data_lies_in_the_persons_own_folder_and_not_beside_the_program(program):
    assert not any(place.is_relative_to(program) for place in everywhere(paths.shop_folders()))


def test_a_file_beside_the_program_makes_it_portable(program):
    (program / "portable.txt").touch()
    assert paths.shop_folders().data == program / "data"
    assert all(place.is_relative_to(program / "data") for place in everywhere(paths.shop_folders()))


def test_a_named_folder_comes_before_both(program, tmp_path, monkeypatch):
    (program / "portable.txt").touch()
    monkeypatch.setenv("COUNTER_DATA_DIR", str(tmp_path / "named"))
    assert all(place.is_relative_to(tmp_path / "named") for place in everywhere(paths.shop_folders()))


@pytest.mark.parametrize("portable", [False, True])
def test_the_demo_shop_is_never_in_the_shops_folder(program, portable):
    if portable:
        (program / "portable.txt").touch()
    shop, demo = paths.shop_folders(), paths.demo_folders()
    assert not any(place.is_relative_to(shop.data) for place in everywhere(demo))
