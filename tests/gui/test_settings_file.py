"""The file of settings: what it keeps, and what becomes of a bad one, of two windows and of a full disk."""

from __future__ import annotations

import json

import platformdirs
import pytest

from gui.settings import Settings, config_folder


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "window.json"


@pytest.fixture
def open_settings(qapp, path):
    made = []

    def build(where=path):
        made.append(Settings(where))
        return made[-1]

    yield build
    for settings in made:
        settings.save()
        settings.deleteLater()


def test_what_was_set_is_there_next_time(open_settings, path):
    first = open_settings()
    first.set("look.theme", "dark")
    first.set("pages.batch.columns", [1, 2, 3])
    first.save()
    second = open_settings()
    assert second.get("look.theme", "system") == "dark"
    assert second.get("pages.batch.columns", []) == [1, 2, 3]


def test_a_change_reaches_the_disk_without_being_asked(open_settings, path, qtbot):
    open_settings().set("a", 1)
    assert not path.exists()
    qtbot.waitUntil(path.exists, timeout=3_000)
    assert json.loads(path.read_text()) == {"a": 1}


@pytest.mark.parametrize(
    ("stored", "default", "given"),
    [("x", 5, 5), (True, 5, 5), (1, True, True), (3, 2.5, 3.0), ([1], "", ""), ({"a": 1}, [], []), (None, "", "")],
)
def test_a_value_of_another_type_gives_the_default(open_settings, stored, default, given):
    settings = open_settings()
    settings.set("key", stored)
    assert settings.get("key", default) == given
    assert type(settings.get("key", default)) is type(given)


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00garbage", b"null", b"[" * 100_000])
def test_a_bad_file_gives_defaults_and_is_kept(open_settings, path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    settings = open_settings()
    assert settings.get("look.theme", "system") == "system"
    assert settings.kept_bad is not None
    assert settings.kept_bad.read_bytes() == content
    settings.set("a", 1)
    settings.save()
    assert json.loads(path.read_text()) == {"a": 1}


def test_two_windows_write_only_what_each_has_changed(open_settings, path):
    first, second = open_settings(), open_settings()
    first.set("one", 1)
    second.set("two", 2)
    first.save()
    second.save()
    second.remove("two")
    second.save()
    assert json.loads(path.read_text()) == {"one": 1}


def test_a_write_that_dies_halfway_leaves_the_old_file(open_settings, path, monkeypatch):
    import enhancer.files.atomic as atomic
    from enhancer.errors import OutputError

    settings = open_settings()
    settings.set("a", 1)
    settings.save()

    def fails(final, data):
        raise OutputError("no space")

    monkeypatch.setattr(atomic, "write_temporary", fails)
    settings.set("a", 2)
    settings.save()
    assert json.loads(path.read_text()) == {"a": 1}
    monkeypatch.undo()
    settings.save()
    assert json.loads(path.read_text()) == {"a": 2}


def test_in_safe_mode_nothing_is_read_or_written(open_settings, path):
    settings = open_settings(None)
    settings.set("a", 1)
    settings.save()
    assert settings.get("a", 0) == 1
    assert not path.parent.exists()


def test_a_change_is_told_once_and_only_if_it_is_one(open_settings):
    settings = open_settings()
    told = []
    settings.changed.connect(told.append)
    settings.set("a", 1)
    settings.set("a", 1)
    settings.set("a", True)  # equal to 1, but another value
    settings.remove("b")
    assert told == ["a", "a"]


def test_the_short_cut_on_linux_names_the_same_place_as_platformdirs(monkeypatch, tmp_path):
    monkeypatch.delenv("ENHANCER_CONFIG")
    for value in (str(tmp_path), "", None):
        if value is None:
            monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
        else:
            monkeypatch.setenv("XDG_CONFIG_HOME", value)
        assert config_folder() == platformdirs.user_config_path("enhancer")
