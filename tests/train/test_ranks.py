"""Processes that share one run take its steps together, write once, stop together and die together."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch

from enhancer.errors import Cancelled, SpecError
from enhancer.jobs.train import TrainJob
from enhancer.train import log
from enhancer.train.ranks import LostProcess, Ranks, join
from enhancer.train.state import checkpoints
from tests.helpers_gan import distance, draw_classes, gan_here, recipe_of, small_gan
from tests.helpers_training import Listener

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
PAIR = ("conditioning='projection'", "slices=2", "optimizer={name='sgd', lr=1e-3}", "precision='fp32'")
AUGMENT = "augment={kind='adaptive', start=0.4, speed=300, operations=['translation']}"

# What each process runs: the job in a file; one of them may be made to die, or to stop, after some steps.
SCRIPT = """
import os, sys
from pathlib import Path
from enhancer.jobs import load_job, run
from enhancer.errors import Cancelled
from enhancer.train.recipes.gan import Adversarial

job, mode, after = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
rank, step, seen = int(os.environ["RANK"]), Adversarial.step, []

def counted(self, parts, batch, moment):
    seen.append(moment.images)
    if len(seen) == after and mode == "die" and rank == 1:
        os._exit(9)
    if len(seen) == after and mode == "stop" and rank == 0:
        (Path(load_job(job).run_dir) / "control").write_text("stop")
    return step(self, parts, batch, moment)

Adversarial.step = counted
if mode == "stop":
    import enhancer.train.control as control
    control.POLL_SECONDS = 0.0
try:
    run(load_job(job))
except Cancelled:
    (job.parent / f"stopped-{rank}").write_text(str(len(seen)))
tasks = Path("/proc/self/task")
(job.parent / f"threads-{rank}").write_text(str(len(list(tasks.iterdir())) if tasks.exists() else 1))
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_classes(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def config(data):
    generator = "generator={name='r3gan', arguments={width=2, limit=4, blocks=1, groups=1}}"
    return small_gan(data, "sngan", "discriminator_steps=2", *PAIR, AUGMENT, generator)


@pytest.fixture(scope="module")
def alone(config, tmp_path_factory):
    """The whole run in one process that takes both slices in turn."""
    run_dir = tmp_path_factory.mktemp("alone")
    return run_dir, gan_here(config, run_dir)[1]


def launch(folder, config, mode="run", after=0):
    """Two processes on one run folder; returns exit status, seconds, and what was said."""
    script, job = folder / "script.py", folder / "job.toml"
    script.write_text(SCRIPT)
    job.write_text(TrainJob(run_dir=str(folder / "run"), config=config, device="cpu", threads=1).to_toml())
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    own = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "ENHANCER_MODELS": str(folder / "store")}
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    began = time.monotonic()
    done = subprocess.run(
        [*command, str(script), str(job), mode, str(after)],
        check=False,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        env={**os.environ, **own, "PYTHONPATH": path},
        cwd=folder,
    )
    return done.returncode, time.monotonic() - began, done.stdout + done.stderr


def test_one_process_and_two_take_the_same_steps_whatever_dies_or_stops_in_between(config, alone, tmp_path):
    run_dir = tmp_path / "run"
    with pytest.raises(Cancelled):
        gan_here(config, run_dir, Listener(checks=2))

    # Two go on at 16 images; in the step after 40, the second one dies.
    status, seconds, said = launch(tmp_path, config, "die", after=4)
    assert status != 0
    assert seconds < SECONDS / 2, "nobody waits for the dead"
    assert "Another process of this run has ended" in said or "SIGTERM" in said
    assert checkpoints(run_dir / "checkpoints")[-1].stem == "images-000000000032", "what two had tried is not kept"

    # The same command goes on from there, until the control file asks to stop.
    status, _, said = launch(tmp_path, config, "stop", after=2)
    assert status == 0, said
    assert (tmp_path / "stopped-0").read_text() == (tmp_path / "stopped-1").read_text() == "2", "both, at one step"
    assert [(tmp_path / f"threads-{rank}").read_text() for rank in (0, 1)] == ["1", "1"], "none outlives the group"
    assert checkpoints(run_dir / "checkpoints")[-1].stem == "images-000000000048"

    # One process does the rest, and all is as if it had been alone from the start.
    trained, state = gan_here(config, run_dir)
    assert trained == 16
    assert distance(state, alone[1]) < 1e-6
    assert state.parts.others["augment"].probability == alone[1].parts.others["augment"].probability
    rows, expected = log.read_rows(run_dir), log.read_rows(alone[0])
    assert [row["images"] for row in rows] == [row["images"] for row in expected] == [0, 32, 64], "one writes"
    assert [row["fid"] for row in rows] == pytest.approx([row["fid"] for row in expected], rel=1e-3)
    assert len(list((run_dir / "previews").iterdir())) == 3


def test_processes_that_cannot_share_the_slices_equally_are_refused_with_the_remedy(data):
    with pytest.raises(SpecError, match="2 slices of a batch cannot be shared by 3 processes") as error:
        recipe_of(small_gan(data, "mlp", "slices=2"), ranks=Ranks(0, 3))
    assert "multiple of 3" in error.value.hint
    assert [list(Ranks(rank, 2).slices(4)) for rank in (0, 1)] == [[0, 1], [2, 3]]


def test_alone_nothing_is_sent_and_nothing_joined(monkeypatch):
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    ranks = join("cpu")
    assert (ranks.first, ranks.world) == (True, 1)
    weight = torch.nn.Parameter(torch.ones(2))
    ranks.add_gradients([weight])
    assert weight.grad is None
    assert ranks.told({"fid": 1.0}) == {"fid": 1.0}
    ranks.stop_together(None)
    with pytest.raises(Cancelled):
        ranks.stop_together(Cancelled())


def test_a_process_that_nobody_answers_says_so(monkeypatch):
    def closed(*arguments, **more):
        raise RuntimeError("[pair.cc:534] Connection closed by peer")

    for name in ("all_reduce", "broadcast", "broadcast_object_list"):
        monkeypatch.setattr(torch.distributed, name, closed)
    ranks = Ranks(0, 2)
    for word in (lambda: ranks.add(torch.ones(1)), lambda: ranks.told({}), lambda: ranks.stop_together(None)):
        with pytest.raises(LostProcess, match="Another process of this run has ended"):
            word()


def test_only_the_first_process_judges(config):
    recipe = recipe_of(config, ranks=Ranks(1, 2))
    assert recipe.judging is None
    assert recipe.batch(0, 8).generator.z.shape == (4, config.latent.size)
    whole = recipe_of(config).batch(0, 8).discriminator[0]
    mine = recipe.batch(0, 8).discriminator[0]
    for name, value in vars(whole).items():
        half = vars(mine)[name]
        assert name == "mix" or torch.equal(value[4:], half), "the second half of the same batch"
