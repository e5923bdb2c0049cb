"""The same job again: what is finished stays, the rest is done as it would have been."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from enhancer.errors import OutputError, OutputInUse
from enhancer.events import ControlledSink, Warned
from enhancer.files.lock import OutputLock
from enhancer.images.read import read
from enhancer.jobs import load_job, run
from enhancer.jobs.enhance_engines import Engines
from tests.helpers_jobs import Heard, child_environment, job, save_png, tree_hash

pytestmark = pytest.mark.usefixtures("house")


def test_the_same_job_again_does_nothing_and_loads_no_torch(tmp_path, house):
    save_png(tmp_path / "in" / "a.png")
    first = job(tmp_path / "in", output=str(tmp_path / "out"))
    run(first)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir() if path.is_file()}
    file = tmp_path / "job.toml"
    file.write_text(first.to_toml(), encoding="utf-8")
    code = """
import sys; from pathlib import Path
from enhancer.jobs import load_job, run
report = run(load_job(Path(sys.argv[1])))
print(report.counts["skipped"], report.items[0].code, "torch" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)],
        env=child_environment(house),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["1", "done-before", "False"]
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_a_folder_that_grew_is_done_on_with_the_same_journal(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    again = job(tmp_path / "in", output=str(tmp_path / "out"))
    run(again)
    save_png(tmp_path / "in" / "b.png", seed=1)
    report = run(again)
    assert report.counts == {"done": 1, "skipped": 1, "failed": 0}
    named = run(job(tmp_path / "in" / "a.png", tmp_path / "in" / "b.png", output=str(tmp_path / "out")))
    assert named.counts == {"done": 0, "skipped": 2, "failed": 0}


def test_an_input_that_changed_is_done_again(tmp_path):
    source = save_png(tmp_path / "in" / "a.png", 24, 16)
    again = job(tmp_path / "in", output=str(tmp_path / "out"))
    run(again)
    save_png(source, 30, 20, seed=3)
    assert run(again).counts["done"] == 1
    assert read(tmp_path / "out" / "a.png").width == 60


def test_outputs_beside_their_inputs_are_not_enlarged_again(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    run(job(tmp_path / "in"))
    report = run(job(tmp_path / "in"))
    assert report.counts == {"done": 0, "skipped": 1, "failed": 0}
    assert set(tree_hash(tmp_path / "in")) == {"a.png", "a_tiny-x2.png"}


def test_shards_do_together_what_one_run_does(tmp_path):
    for number in range(6):
        save_png(tmp_path / "in" / f"{number}.png", seed=number)
    whole = job(tmp_path / "in", output=str(tmp_path / "whole"))
    run(whole)
    for part in ("1/2", "2/2"):
        run(job(tmp_path / "in", output=str(tmp_path / "parts"), shard=part))
    assert tree_hash(tmp_path / "parts") == tree_hash(tmp_path / "whole")


def test_a_job_that_is_told_to_stop_keeps_what_is_finished_and_goes_on_later(tmp_path, monkeypatch):
    for number in range(4):
        save_png(tmp_path / "in" / f"{number}.png", seed=number)

    order = ControlledSink()
    real, calls = Engines.enhance, []

    def enhance(self, name, image, sink):
        calls.append(name)
        if len(calls) == 3:
            order.cancel()
        return real(self, name, image, sink)

    again = job(tmp_path / "in", output=str(tmp_path / "out"))
    with monkeypatch.context() as patch:
        patch.setattr(Engines, "enhance", enhance)
        report = run(again, order)
    assert report.state == "cancelled"
    assert report.counts == {"done": 2, "skipped": 0, "failed": 0}
    finished = {item.key for item in report.items}
    rest = run(again)
    assert rest.state == "done"
    assert {item.key for item in rest.items if item.state == "skipped"} == finished
    assert len(tree_hash(tmp_path / "out")) == 4


def test_a_saved_job_gives_the_same_bytes(tmp_path):
    source = save_png(tmp_path / "a.png", 40, 30)
    first = job(source, output=str(tmp_path / "first.png"))
    run(first)
    second = first.model_copy(update={"output": str(tmp_path / "second.png")})
    (tmp_path / "job.toml").write_text(second.to_toml(), encoding="utf-8")
    run(load_job(tmp_path / "job.toml"))
    assert (tmp_path / "first.png").read_bytes() == (tmp_path / "second.png").read_bytes()


def test_a_resumed_job_keeps_the_tile_plan_of_its_first_run(tmp_path, monkeypatch):
    from enhancer.enhance import engine

    save_png(tmp_path / "in" / "a.png", 90, 70)
    again = job(tmp_path / "in", output=str(tmp_path / "out"))
    monkeypatch.setattr(engine, "auto_tile", lambda kind, precision: (40, 1, 0))
    first = run(again).items[0].facts["tiles"]
    save_png(tmp_path / "in" / "b.png", 90, 70, seed=1)
    monkeypatch.setattr(engine, "auto_tile", lambda kind, precision: (64, 1, 0))
    second = run(again).items[1].facts["tiles"]
    assert second == first
    assert first["count"] > 1
    fresh = run(job(tmp_path / "in" / "b.png", output=str(tmp_path / "b.png"))).items[0].facts["tiles"]
    assert fresh != first


def test_a_resumed_job_keeps_the_precision_of_its_first_run(tmp_path, monkeypatch):
    from enhancer.enhance import engine
    from enhancer.runtime.precision import Choice

    save_png(tmp_path / "in" / "a.png")
    again = job(tmp_path / "in", output=str(tmp_path / "out"), precision="auto")

    def always(found):
        def choose(wanted, device, **facts):
            return Choice(found if wanted == "auto" else wanted)

        monkeypatch.setattr(engine, "choose_precision", choose)

    always("bf16")
    assert run(again).items[0].facts["precision"] == "bf16"
    save_png(tmp_path / "in" / "b.png", seed=1)
    always("fp32")
    assert run(again).items[1].facts["precision"] == "bf16"


def test_another_device_than_in_the_first_run_is_said(tmp_path):
    from enhancer.batch.journal import Journal
    from enhancer.jobs.enhance_plan import prepare

    save_png(tmp_path / "in" / "a.png")
    again = job(tmp_path / "in", output=str(tmp_path / "out"))
    report = run(again)
    with Journal.open(Path(report.facts["journal"]), prepare(again).identity) as journal:
        journal.remember("device", "cuda")
    save_png(tmp_path / "in" / "b.png", seed=1)
    sink = Heard()
    run(again, sink)
    assert [event.code for event in sink.of(Warned)] == ["device-changed"]


def test_a_folder_in_which_another_run_works_is_left_alone(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    with OutputLock(tmp_path / "out"), pytest.raises(OutputInUse):
        run(job(tmp_path / "in", output=str(tmp_path / "out")))
    assert tree_hash(tmp_path / "out") == {}


def test_a_full_disk_stops_the_run_and_the_same_job_finishes_it_later(tmp_path, monkeypatch):
    from enhancer.jobs import enhance_stages

    for number in range(3):
        save_png(tmp_path / "in" / f"{number}.png", seed=number)
    again = job(tmp_path / "in", output=str(tmp_path / "out"))
    real, calls = enhance_stages.write_temporary, []

    def write(final, data):
        calls.append(final)
        if len(calls) == 2:
            raise OutputError("The disk is full.", code="no-space")
        return real(final, data)

    with monkeypatch.context() as patch:
        patch.setattr(enhance_stages, "write_temporary", write)
        with pytest.raises(OutputError) as caught:
            run(again)
    assert caught.value.code == "no-space"
    assert len(tree_hash(tmp_path / "out")) < 3
    assert run(again).state == "done"
    assert len(tree_hash(tmp_path / "out")) == 3
