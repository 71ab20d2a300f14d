"""The catalogue of a home: the shipped definitions as they were checked before, the user's own checked each time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sanctions import catalogue
from sanctions.acquisition.definitions import KEPT, open_catalogue
from sanctions.catalogue import load_catalogue
from sanctions.data import data_folder
from sanctions.errors import DefinitionError
from sanctions.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(tmp_path / "home")
    found.readings.mkdir(parents=True)
    return found


def refuse(path: Path) -> None:
    raise AssertionError(f"{path} was read again")


def test_what_is_kept_is_what_the_files_say(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = dict(load_catalogue())
    assert dict(open_catalogue(home)) == expected
    monkeypatch.setattr(catalogue, "read_definition", refuse)
    assert dict(open_catalogue(home)) == expected


def test_a_home_that_holds_nothing_is_not_begun(tmp_path: Path) -> None:
    assert dict(open_catalogue(Home(tmp_path / "none"))) == dict(load_catalogue())
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("damage", [b"", b"{", b'{"digest": "", "definitions": {}}', b'{"digest": 3}'])
def test_what_is_damaged_is_made_anew(home: Home, damage: bytes) -> None:
    (home.readings / KEPT).write_bytes(damage)
    assert dict(open_catalogue(home)) == dict(load_catalogue())


def test_a_shipped_file_that_changes_is_read_again(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = tmp_path / "lists"
    shutil.copytree(data_folder("lists"), lists)
    monkeypatch.setattr(catalogue, "data_folder", lambda kind: tmp_path / kind)
    assert open_catalogue(home)["un_sc"].stale_after_hours != 7
    file = lists / "un_sc.toml"
    file.write_text(f"stale_after_hours = 7\n{file.read_text('utf-8').replace('stale_after_hours', '# stale_after_hours')}", "utf-8")
    assert open_catalogue(home)["un_sc"].stale_after_hours == 7
    file.write_text("key = 7", "utf-8")
    with pytest.raises(DefinitionError, match=r"un_sc\.toml"):
        open_catalogue(home)


def test_the_users_own_definitions_are_checked_each_time(home: Home) -> None:
    open_catalogue(home)
    home.overlay.mkdir()
    own = home.overlay / "towns.toml"
    own.write_text((data_folder("lists") / "un_sc.toml").read_text("utf-8").replace('key = "un_sc"', 'key = "towns"'), "utf-8")
    assert open_catalogue(home)["towns"].overlay
    own.write_text("key = 'towns'", "utf-8")
    with pytest.raises(DefinitionError, match=r"towns\.toml"):
        open_catalogue(home)


def test_a_home_that_cannot_be_written_to_answers_all_the_same(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(place: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sanctions.acquisition.disk.put_file", full)
    assert dict(open_catalogue(home)) == dict(load_catalogue())
    assert not (home.readings / KEPT).exists()
