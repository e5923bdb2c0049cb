"""Parts of one job that run at the same time, what a whole run makes of them, and what other jobs left in a folder."""

from __future__ import annotations

import pytest

from enhancer.batch.claim import GATE, claimed
from enhancer.errors import OutputError, OutputInUse
from enhancer.events import NullSink
from enhancer.files.lock import OutputLock
from enhancer.jobs import run
from enhancer.jobs.run_enhance import preview
from tests.helpers_jobs import job, save_png, tree_hash

pytestmark = pytest.mark.usefixtures("house")
JOB, OTHER = "a" * 64, "b" * 64


def pictures(folder, count=6):
    for number in range(count):
        save_png(folder / f"{number}.png", seed=number)
    return folder


class StartsAnother(NullSink):
    """Runs another job from within the first, once that works on its first picture."""

    def __init__(self, other):
        self.other, self.report = other, None

    def emit(self, event):
        if self.report is None:
            self.report = "running"
            self.report = run(self.other)


@pytest.mark.parametrize("place", ["folder", "beside"])
def test_shards_run_at_the_same_time_and_a_whole_run_then_has_nothing_to_do(tmp_path, place):
    source = pictures(tmp_path / "in")
    where = {"output": str(tmp_path / "out")} if place == "folder" else {}
    outer = StartsAnother(job(source, shard="2/2", **where))
    first = run(job(source, shard="1/2", **where), outer)
    counts = first.counts["done"], outer.report.counts["done"]
    assert min(counts) > 0
    assert sum(counts) == 6
    before = tree_hash(tmp_path)
    assert preview(job(source, **where)).counts["done"] == 6
    assert run(job(source, **where)).counts == {"done": 0, "skipped": 6, "failed": 0}
    for shard in ("1/2", "2/2", "1/3", "2/3", "3/3"):
        assert run(job(source, shard=shard, **where)).counts["done"] == 0
    assert tree_hash(tmp_path) == before


def test_what_a_shard_did_anew_counts_over_what_a_whole_run_did_before(tmp_path):
    source, where = pictures(tmp_path / "in", 2), {"output": str(tmp_path / "out")}
    run(job(source, **where))
    save_png(source / "0.png", seed=9)
    assert sum(run(job(source, shard=shard, **where)).counts["done"] for shard in ("1/2", "2/2")) == 1
    assert run(job(source, **where)).counts == {"done": 0, "skipped": 2, "failed": 0}


def test_a_damaged_journal_of_a_shard_hinders_nobody_else(tmp_path):
    source, out = pictures(tmp_path / "in", 2), tmp_path / "out"
    run(job(source, output=str(out)))
    (out / ".enhancer" / "journal-0-1-of-2.sqlite").write_bytes(b"SQLite format 3\0 but no more")
    own = next((out / ".enhancer").glob("journal-*[0-9a-f].sqlite"))
    own.with_name(f"{own.stem}-1-of-2.sqlite").write_bytes(b"nothing of the kind")
    assert run(job(source, output=str(out))).counts["skipped"] == 2


@pytest.mark.parametrize(
    ("identity", "shard", "other", "other_shard", "together"),
    [
        (JOB, "1/2", JOB, "2/2", True),
        (JOB, "1/2", JOB, "1/2", False),
        (JOB, "1/2", JOB, "1/12", False),
        (JOB, "1/2", OTHER, "2/2", False),
        (JOB, "1/2", JOB, "1/1", False),
        (JOB, "1/1", JOB, "1/2", False),
        (JOB, "1/1", OTHER, "1/1", False),
    ],
)
def test_only_shards_of_one_division_of_one_job_share_a_folder(tmp_path, identity, shard, other, other_shard, together):
    out = tmp_path / "out"
    with claimed(out, identity, shard):
        if together:
            with claimed(out, other, other_shard):
                pass
        else:
            with pytest.raises(OutputInUse), claimed(out, other, other_shard):
                pass
    assert not list(out.iterdir())


def test_a_gate_that_stays_shut_is_reported(tmp_path, monkeypatch):
    monkeypatch.setattr("enhancer.batch.claim.PATIENCE", 0.05)
    with OutputLock(tmp_path, GATE), pytest.raises(OutputInUse), claimed(tmp_path, JOB):
        pass


def test_results_of_another_job_beside_the_inputs_are_left_out_with_a_note(tmp_path):
    source = pictures(tmp_path / "in", 1)
    run(job(source))
    report = run(job(source, model="tiny-x4"))
    assert {item.key: (item.state, item.code) for item in report.items} == {
        "0.png": ("done", ""),
        "0_tiny-x2.png": ("skipped", "made-before"),
    }
    save_png(source / "0_tiny-x2.png", seed=5)  # now it is the user's own
    assert run(job(source, model="tiny-x4")).counts["done"] == 1


def test_a_result_that_is_named_alone_is_enlarged_again(tmp_path):
    source = pictures(tmp_path / "in", 1)
    run(job(source / "0.png"))
    report = run(job(source / "0_tiny-x2.png"))
    assert report.items[0].outputs == (str(source / "0_tiny-x2_tiny-x2.png"),)
    assert run(job(source)).counts == {"done": 0, "skipped": 1, "failed": 0}


def test_outputs_of_other_settings_are_named_as_such_and_looking_leaves_no_files(tmp_path):
    source, out = pictures(tmp_path / "in", 1), tmp_path / "out"
    run(job(source, output=str(out)))
    before = sorted(path.name for path in (out / ".enhancer").iterdir())
    with pytest.raises(OutputError, match="other settings or another model made"):
        run(job(source, output=str(out), fidelity="off"))
    assert sorted(path.name for path in (out / ".enhancer").iterdir()) == before
