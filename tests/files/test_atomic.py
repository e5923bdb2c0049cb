import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from enhancer.errors import OutputError
from enhancer.files import atomic
from enhancer.files.atomic import (
    is_temporary,
    put_in_place,
    sweep,
    temporary_beside,
    write_bytes,
    write_temporary,
    write_text,
)


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_temporary_lies_beside_its_final_with_the_same_suffix(tmp_path):
    temporary = temporary_beside(tmp_path / "photo.PNG")
    assert temporary.parent == tmp_path
    assert temporary.suffix == ".PNG"
    assert temporary.name.startswith(".")
    assert is_temporary(temporary.name)
    assert temporary != temporary_beside(tmp_path / "photo.PNG")


@pytest.mark.parametrize("final", ["x" * 251 + ".png", "x." + "y" * 253, "é" * 127, "plain", ".hidden"])
def test_a_temporary_name_is_short_however_long_the_final_is(tmp_path, final):
    temporary = temporary_beside(tmp_path / final)
    assert len(os.fsencode(temporary.name)) < 150
    assert is_temporary(temporary.name)
    write_bytes(tmp_path / final, b"content")
    assert names(tmp_path) == [final]


def test_a_write_replaces_the_old_file_whole(tmp_path):
    final = tmp_path / "a.txt"
    write_text(final, "old")
    write_text(final, "nëw\n")
    assert final.read_bytes() == "nëw\n".encode()
    assert names(tmp_path) == ["a.txt"]


def test_without_replace_a_file_that_appeared_meanwhile_stays(tmp_path):
    final = tmp_path / "a.png"
    temporary = write_temporary(final, b"mine")
    final.write_bytes(b"theirs")
    with pytest.raises(OutputError) as caught:
        put_in_place(temporary, final, replace=False)
    assert caught.value.code == "exists"
    assert final.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.png"]


def test_without_replace_a_dangling_link_counts_as_taken(tmp_path):
    final = tmp_path / "a.png"
    try:
        final.symlink_to(tmp_path / "nowhere")
    except OSError:
        return  # no right to make links here, so none can be in the way
    with pytest.raises(OutputError, match="cannot be written"):
        put_in_place(write_temporary(final, b"mine"), final, replace=False)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("sync", [True, False])
def test_a_free_name_is_taken_with_and_without_hard_links(tmp_path, monkeypatch, sync):
    put_in_place(write_temporary(tmp_path / "a", b"1"), tmp_path / "a", sync, replace=False)

    def no_links(*args, **kwargs):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    put_in_place(write_temporary(tmp_path / "b", b"2"), tmp_path / "b", sync, replace=False)
    with pytest.raises(OutputError) as caught:
        put_in_place(write_temporary(tmp_path / "b", b"3"), tmp_path / "b", sync, replace=False)
    assert caught.value.code == "exists"
    assert (tmp_path / "b").read_bytes() == b"2"
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "no-space"),
        (errno.EFBIG, "no-space"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "permission"),
        (errno.ENAMETOOLONG, "name-too-long"),
        (errno.EIO, "output"),
    ],
)
def test_system_errors_become_output_errors_with_stable_codes(tmp_path, monkeypatch, number, code):
    final = tmp_path / "a\nb.png"
    final.write_bytes(b"old")

    def fail(self, target):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError) as caught:
        write_bytes(final, b"new")
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
    assert final.read_bytes() == b"old"
    assert names(tmp_path) == ["a\nb.png"]


def test_a_folder_in_the_way_is_named_as_such(tmp_path):
    (tmp_path / "a.png").mkdir()
    for replace in (True, False):
        with pytest.raises(OutputError) as caught:
            put_in_place(write_temporary(tmp_path / "a.png", b"x"), tmp_path / "a.png", replace=replace)
        assert caught.value.code == "is-directory"
    assert names(tmp_path) == ["a.png"]


def test_a_disk_that_fills_in_the_middle_of_a_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "a.png").write_bytes(b"old")
    monkeypatch.setenv("ENHANCER_FAULT", "mid_write:1:no-space")
    monkeypatch.setattr("enhancer.files.fault._hits", __import__("collections").Counter())
    with pytest.raises(OutputError) as caught:
        write_bytes(tmp_path / "a.png", b"new" * 1000)
    assert caught.value.code == "no-space"
    assert (tmp_path / "a.png").read_bytes() == b"old"
    assert names(tmp_path) == ["a.png"]


def test_sweeping_removes_only_what_a_dead_run_left(tmp_path):
    program = (
        "import sys; from pathlib import Path; from enhancer.files.atomic import write_temporary;"
        "write_temporary(Path(sys.argv[1]) / 'a.png', b'x')"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True)
    dead = names(tmp_path)
    mine = write_temporary(tmp_path / "b.png", b"y")
    other_host = tmp_path / ".00000000-1-abcdef01-01234567.enhancer-tmp.png"
    other_host.write_bytes(b"z")
    (tmp_path / ".somebody.enhancer-tmp.png").write_bytes(b"not ours")
    assert len(dead) == 1
    assert sweep(tmp_path) == 1
    assert names(tmp_path) == sorted([mine.name, other_host.name, ".somebody.enhancer-tmp.png"])
    assert sweep(tmp_path / "missing") == 0


def test_a_reused_process_number_does_not_protect_a_dead_runs_files(tmp_path):
    mine = temporary_beside(tmp_path / "a.png")
    host, pid, born, rest = mine.name.split("-", 3)
    if not born:
        return  # this system does not tell when a process was born; then only the number counts
    left = tmp_path / "-".join([host, pid, "0" * 8, rest])
    left.write_bytes(b"x")
    assert sweep(tmp_path) == 1


def test_flushing_many_files_reaches_every_one(tmp_path, monkeypatch):
    paths = [write_temporary(tmp_path / str(n), b"x") for n in range(5)]
    atomic.flush(paths)
    monkeypatch.setattr(atomic, "_flush_file_systems", lambda paths: False)
    synced = []
    monkeypatch.setattr(os, "fsync", synced.append)
    atomic.flush(paths)
    assert len(synced) == 5
