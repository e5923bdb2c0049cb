import json
import os
import subprocess
import sys

import pytest

from enhancer.errors import OutputError, OutputInUse
from enhancer.files import lock as lock_module
from enhancer.files import process
from enhancer.files.lock import OutputLock, is_held

HOLD = """
import sys, time
from pathlib import Path
from enhancer.files.lock import OutputLock
with OutputLock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def hold(folder):
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "held\n"
    return child


def end(child):
    child.kill()
    child.wait()
    child.stdout.close()


def test_a_second_run_is_told_who_holds_the_folder_and_a_killed_one_gives_it_up(tmp_path):
    child = hold(tmp_path / "out")
    try:
        with pytest.raises(OutputInUse) as caught, OutputLock(tmp_path / "out"):
            pass
        assert caught.value.exit_status == 11
        assert caught.value.code == "locked"
        text = str(caught.value)
        assert f"process {child.pid} on {process.host()}" in text
        assert "started 20" in text
        assert "lock.json" in text
    finally:
        end(child)
    assert (tmp_path / "out" / ".enhancer" / "lock.json").exists()
    with OutputLock(tmp_path / "out"):
        pass
    assert list((tmp_path / "out").iterdir()) == []


def test_whether_a_folder_is_held_can_be_seen_without_disturbing_anyone(tmp_path):
    folder = tmp_path / "out"
    assert not is_held(folder)
    assert not folder.exists(), "looking leaves nothing"
    child = hold(folder)
    try:
        assert is_held(folder)
        with pytest.raises(OutputInUse), OutputLock(folder):
            pass
    finally:
        end(child)
    assert (folder / ".enhancer" / "lock.json").exists()
    assert not is_held(folder), "a killed run holds nothing"
    with OutputLock(folder):
        assert is_held(folder), "one's own lock counts"
    assert not is_held(folder)


def test_the_lock_holds_within_one_process_too(tmp_path):
    with OutputLock(tmp_path), pytest.raises(OutputInUse), OutputLock(tmp_path):
        pass
    with OutputLock(tmp_path), OutputLock(tmp_path, "lock-1-of-2"):
        pass


def leave(tmp_path, **changes):
    """A lock file whose owner did not leave in order; the system's own lock on it is free."""
    with OutputLock(tmp_path) as held:
        values = json.loads(held.path.read_bytes())
    held.path.parent.mkdir(exist_ok=True)
    held.path.write_text(json.dumps({**values, **changes}))


def refused(tmp_path):
    try:
        with OutputLock(tmp_path):
            return False
    except OutputInUse:
        return True


def test_a_lock_of_a_free_process_number_is_taken_over(tmp_path):
    child = hold(tmp_path / "x")
    end(child)
    leave(tmp_path, pid=child.pid)
    assert not refused(tmp_path)


def test_a_lock_of_a_live_process_is_kept_even_where_the_file_system_has_no_locks(tmp_path):
    leave(tmp_path, pid=os.getppid(), born=process.born_at(os.getppid()))
    assert refused(tmp_path)


def test_a_lock_of_a_reused_process_number_is_taken_over(tmp_path):
    if not process.born_at(os.getppid()):
        return
    leave(tmp_path, pid=os.getppid(), born="00000000")
    assert not refused(tmp_path)


def test_a_lock_of_another_machine_is_kept(tmp_path):
    leave(tmp_path, host="elsewhere", boot="other")
    assert refused(tmp_path)


def test_a_lock_from_before_the_machine_was_restarted_is_taken_over(tmp_path, monkeypatch):
    leave(tmp_path, boot="before", pid=os.getppid(), born=process.born_at(os.getppid()))
    monkeypatch.setattr(lock_module, "boot", lambda: "now")
    assert not refused(tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": "x"}'])
def test_a_lock_file_that_was_cut_off_is_taken_over(tmp_path, content):
    (tmp_path / ".enhancer").mkdir()
    (tmp_path / ".enhancer" / "lock.json").write_text(content)
    assert not refused(tmp_path)


def test_a_folder_that_cannot_be_made_is_an_output_error(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError) as caught, OutputLock(tmp_path / "file" / "out"):
        pass
    assert caught.value.code == "not-a-folder"
