"""The course of a batch: progress, stopping, pausing, full disks, killed runs, and what is read ahead."""

import errno
import os
import subprocess
import sys
import threading
import time

import pytest

from enhancer.batch.bounded import Bounded
from enhancer.batch.plan import make_plan
from enhancer.batch.runner import run_items
from enhancer.errors import Cancelled, EnhancerError, OutputError, OutputInUse
from enhancer.events import ControlledSink, ItemDone, NullSink, Progressed, Warned
from enhancer.files.atomic import temporary_beside
from enhancer.files.lock import OutputLock
from tests.helpers_batch import (
    Capitals,
    Recorder,
    candidates,
    leftovers,
    make_inputs,
    open_journal,
    run_batch,
    tree,
)


@pytest.mark.parametrize("threads", [(1, 1), (3, 2)])
def test_progress_never_falls_ends_at_one_and_every_item_ends_once(tmp_path, threads, monkeypatch):
    monkeypatch.setattr("enhancer.batch.progress._SECONDS_BETWEEN", 0.0)
    monkeypatch.setattr("enhancer.batch.progress._SECONDS_BEFORE_ETA", 0.0)
    root, out = make_inputs(tmp_path / "in", 12), tmp_path / "out"

    class Slow(Capitals):
        def work(self, item, loaded, sink):
            for part in (0.2, 0.1, 0.9):
                sink.emit(Progressed(part))
            sink.emit(Warned("odd"))
            return super().work(item, loaded, sink)

    sink = Recorder()
    run_batch(root, out, Slow(), sink, readers=threads[0], writers=threads[1])
    told = [event for event in sink.events if isinstance(event, Progressed)]
    fractions = [event.fraction for event in told]
    assert fractions == sorted(fractions)
    assert len(set(fractions)) > 12
    assert (fractions[-1], told[-1].eta, told[-1].text) == (1.0, 0.0, "12/12")
    assert any(event.eta for event in told)
    assert sorted(sink.ends()) == [f"{number:03}.txt" for number in range(12)]
    assert {event.key for event in sink.events if isinstance(event, Warned)} == set(sink.ends())


def test_progress_of_a_resumed_run_starts_where_the_last_ended(tmp_path, monkeypatch):
    monkeypatch.setattr("enhancer.batch.progress._SECONDS_BETWEEN", 0.0)
    root, out = make_inputs(tmp_path / "in", 9), tmp_path / "out"
    run_batch(root, out)
    make_inputs(root / "more", 1)
    sink = Recorder()
    run_batch(root, out, sink=sink)
    assert next(event for event in sink.events if isinstance(event, Progressed)).fraction == 0.9


def test_an_item_counts_as_done_only_after_its_row_is_on_the_disk(tmp_path):
    root, out = make_inputs(tmp_path / "in", 4), tmp_path / "out"
    states = []

    class Asking(NullSink):
        def emit(self, event):
            if isinstance(event, ItemDone):
                with open_journal(out) as other:
                    states.append(next(row.state for row in other.rows() if row.key == event.key))

    run_batch(root, out, sink=Asking())
    assert states == ["done"] * 4


def test_an_order_to_stop_finishes_what_was_worked_on_and_leaves_no_pieces(tmp_path):
    root, out = make_inputs(tmp_path / "in", 30), tmp_path / "out"
    sink = ControlledSink()

    class Stopping(Capitals):
        def work(self, item, loaded, inner):
            if len(self.worked) == 5:
                sink.cancel(143)
                inner.check()
            return super().work(item, loaded, inner)

    stages = Stopping()
    with pytest.raises(Cancelled) as caught:
        run_batch(root, out, stages, sink)
    assert caught.value.exit_status == 143
    assert sorted(tree(out)) == sorted(stages.worked)
    assert len(stages.worked) == 5
    assert leftovers(out) == []
    with open_journal(out) as journal:
        assert journal.counts() == {"pending": 25, "writing": 0, "done": 5, "failed": 0, "skipped": 0}
    again = Capitals()
    run_batch(root, out, again)
    assert len(again.worked) == 25


def test_a_second_interrupt_ends_at_once_and_still_leaves_nothing_half_done(tmp_path):
    root, out = make_inputs(tmp_path / "in", 30), tmp_path / "out"

    class Interrupted(Capitals):
        def work(self, item, loaded, sink):
            if len(self.worked) == 5:
                raise KeyboardInterrupt
            return super().work(item, loaded, sink)

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run_batch(root, out, Interrupted())
    assert time.monotonic() - started < 5
    run_batch(root, out)
    assert len(tree(out)) == 30
    assert leftovers(out) == []


def test_a_pause_holds_the_work(tmp_path):
    root, out = make_inputs(tmp_path / "in", 3), tmp_path / "out"
    sink, stages = ControlledSink(), Capitals()
    sink.pause()
    thread = threading.Thread(target=run_batch, args=(root, out, stages, sink))
    thread.start()
    time.sleep(0.3)
    assert stages.worked == []
    sink.resume()
    thread.join(10)
    assert len(stages.worked) == 3


@pytest.mark.parametrize("code", ["no-space", "read-only"])
@pytest.mark.parametrize("where", ["stage", "rename"])
def test_a_disk_that_takes_no_more_ends_the_run_and_spares_the_items(tmp_path, monkeypatch, code, where):
    root, out = make_inputs(tmp_path / "in", 40), tmp_path / "out"
    number = errno.ENOSPC if code == "no-space" else errno.EROFS

    class Full(Capitals):
        def write(self, item, result):
            if where == "stage" and item.key >= "010.txt":
                raise OSError(number, os.strerror(number))
            return super().write(item, result)

    real = os.link

    def link(source, target, **options):
        if str(target).endswith("010.txt"):
            raise OSError(number, os.strerror(number))
        real(source, target, **options)

    if where == "rename":
        monkeypatch.setattr(os, "link", link)
    with pytest.raises(OutputError) as caught:
        run_batch(root, out, Full())
    assert caught.value.code == code
    assert leftovers(out) == []
    with open_journal(out) as journal:
        counts = journal.counts()
    assert (counts["writing"], counts["failed"]) == (0, 0)
    assert counts["done"] == len(tree(out))
    monkeypatch.undo()
    run_batch(root, out)
    assert len(tree(out)) == 40


def test_a_limit_on_file_size_acts_like_a_full_disk(tmp_path):
    if os.name == "nt":
        return  # no such limit there
    root, out = make_inputs(tmp_path / "in", 3), tmp_path / "out"
    (root / "001.txt").write_text("x" * 3_000_000)
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from tests.helpers_batch import run_batch\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))\n"
        "run_batch(Path(sys.argv[1]), Path(sys.argv[2]), readers=1)\n"
    )
    command = [sys.executable, "-c", program, str(root), str(out)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert "cannot be written" in ended.stderr.splitlines()[-1]
    assert leftovers(out) == []
    run_batch(root, out)
    assert len(tree(out)) == 3


def test_a_journal_that_fails_ends_the_run_and_what_is_there_is_whole(tmp_path):
    root, out = make_inputs(tmp_path / "in", 20), tmp_path / "out"

    class Breaking(Capitals):
        def __init__(self, journal):
            super().__init__()
            self.journal = journal

        def work(self, item, loaded, sink):
            if len(self.worked) == 5:
                self.journal.close()
            return super().work(item, loaded, sink)

    with open_journal(out) as journal:
        make_plan(candidates(root, out), journal)
        with pytest.raises(EnhancerError):
            run_items(None, Breaking(journal), journal)
    run_batch(root, out)
    assert len(tree(out)) == 20
    assert leftovers(out) == []


def test_a_second_run_on_the_same_output_is_refused_while_the_first_goes_on(tmp_path):
    root, out = make_inputs(tmp_path / "in", 1), tmp_path / "out"
    with OutputLock(out):
        program = (
            "import sys\n"
            "from pathlib import Path\n"
            "from enhancer.errors import EnhancerError\n"
            "from tests.helpers_batch import run_batch\n"
            "try:\n"
            "    run_batch(Path(sys.argv[1]), Path(sys.argv[2]))\n"
            "except EnhancerError as error:\n"
            "    print(error)\n"
            "    sys.exit(error.exit_status)\n"
        )
        command = [sys.executable, "-c", program, str(root), str(out)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert ended.returncode == 11
        assert f"process {os.getpid()}" in ended.stdout
        with pytest.raises(OutputInUse):
            run_batch(root, out)
    assert run_batch(root, out).done == 1


def test_what_is_read_ahead_is_bounded_by_bytes(tmp_path):
    root, out = make_inputs(tmp_path / "in", 30), tmp_path / "out"
    held, most, lock = [0], [0], threading.Lock()

    class Heavy(Capitals):
        def read(self, item):
            with lock:
                held[0] += 1
                most[0] = max(most[0], held[0])
            return super().read(item)[0], 1_000

        def work(self, item, loaded, sink):
            time.sleep(0.005)
            with lock:
                held[0] -= 1
            return super().work(item, loaded, sink)

    run_batch(root, out, Heavy(), readers=2, memory_bytes=3_000)
    # Three in the queue, one in work, and what each of two readers holds until there is room.
    assert most[0] <= 6


def test_a_killed_runs_temporaries_are_swept_by_the_next(tmp_path):
    root, out = make_inputs(tmp_path / "in", 2), tmp_path / "out"
    program = (
        "import sys; from pathlib import Path; from enhancer.files.atomic import write_temporary;"
        "write_temporary(Path(sys.argv[1]) / '000.txt', b'x')"
    )
    out.mkdir()
    subprocess.run([sys.executable, "-c", program, str(out)], check=True)
    alive = temporary_beside(out / "y.txt")
    alive.write_text("someone is at it")
    run_batch(root, out)
    assert leftovers(out) == [alive.name]


def test_the_queue_is_first_in_first_out_and_lets_one_oversized_value_pass():
    queue = Bounded(10, max_bytes=5)
    assert queue.put("a", 100)
    assert queue.get() == "a"
    assert queue.put("b", 3)
    assert queue.put("c", 2)
    threading.Timer(0.05, queue.close).start()
    assert not queue.put("d", 1)
    assert [queue.get(), queue.get(), queue.get()] == ["b", "c", None]
    assert queue.ended
    assert not queue.wait_for_room()


def test_neither_files_nor_batches_import_torch_or_pictures():
    program = (
        "import sys, enhancer.batch.runner, enhancer.batch.plan, enhancer.batch.scan, enhancer.files.lock\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('torch', 'numpy', 'PIL', 'cv2')\n"
        "       or name.startswith(('enhancer.images', 'enhancer.models'))])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"
