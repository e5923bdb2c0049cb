"""`enhancer train`: a preset with overrides becomes a TrainJob; a folder that holds a run goes on with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from enhancer.errors import SpecError

from ..command import argument, cli_command, option
from ..options import complete_models, device_option, json_option, threads_option
from ..running import run_job, show

if TYPE_CHECKING:
    from enhancer.jobs.train import TrainJob


def _complete_presets(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from enhancer.train.preset import GOALS, presets

    return [CompletionItem(name) for name in (*GOALS, *presets()) if name.startswith(incomplete)]


@cli_command(
    examples=[
        ("enhancer train runs/mine --preset photo-x2 --data photos/ --plan", "How long would it take here?"),
        (
            "enhancer train runs/mine --preset photo-x2 --data photos/",
            "Train. The same command again goes on.",
        ),
        (
            "enhancer train runs/more --preset photo-x2 --data scans/ --from photo-x2 --set optimizer.lr=2e-4",
            "Teach a model that exists on other pictures.",
        ),
        ("enhancer train runs/faces --preset dcgan-r3 --data faces/", "Learn to make pictures like these."),
        (
            "torchrun --nproc-per-node 2 -m cli train runs/faces --preset dcgan-r3 --data faces/ --set slices=2",
            "The same by two processes.",
        ),
        ("echo stop > runs/mine/control", "Ask a running training to stop; pause and run work too."),
    ]
)
@argument(
    "run_dir",
    "Folder of the run: configuration, checkpoints, log, previews.",
    metavar="RUN_DIR",
    type=click.Path(),
)
@option(
    "--preset",
    default="",
    metavar="P",
    shell_complete=_complete_presets,
    help="Settings to start from: upscale or generate for the usual ones. To enlarge: photo-x2, photo-x4, quick-x2. To "
    "generate: dcgan-r3, dcgan, r3gan, resgan, sngan, wgan-gp, wgan, lsgan, mlp. Not needed to go on with a run.",
)
@option("--data", default="", metavar="DIR", type=click.Path(), help="Folder of pictures to learn from.")
@option(
    "--source",
    default="",
    metavar="S",
    help="How generators read --data: folder, classes, mnist, cifar10, imagenet, shards. By default it is looked at.",
)
@option(
    "--set",
    "overrides",
    multiple=True,
    metavar="a.b=c",
    help="Change one setting, e.g. budget=200000 or optimizer.lr=5e-4. Repeatable.",
)
@option(
    "--from",
    "start",
    default="",
    metavar="MODEL",
    shell_complete=complete_models,
    help="Start from the weights of this model: a name or a file.",
)
@option("--force", is_flag=True, help="Publish the model even if it loses to its start, to bicubic or to noise.")
@option(
    "--plan",
    is_flag=True,
    help="Train nothing; measure briefly and say how long and how much memory it takes.",
)
@device_option()
@threads_option()
@json_option("Print each event as one JSON line.")
def command(
    run_dir: str,
    preset: str,
    data: str,
    source: str,
    overrides: tuple[str, ...],
    start: str,
    force: bool,
    plan: bool,
    device: str,
    threads: int,
    as_json: bool,
) -> int:
    """Train a model on your own pictures, or go on with its training.

    The best weights by pictures that were held out become a model, if they beat the start and what needs no network
    (bicubic, or noise). The store then has it for 'enhancer enhance --model' or 'enhancer generate', called like
    the run folder (or as --set name=... says). RUN_DIR/index.html shows how it goes. Ctrl-C stops safely; the same
    command goes on, bit for bit on a CPU.
    """
    job = _build(run_dir, preset, data, source, overrides, start)
    job = job.model_copy(update={"force": force, "device": device, "threads": threads})
    if plan:
        from enhancer.train.plan import plan_training

        show(plan_training(job), as_json)
        return 0
    return run_job(job, as_json, "")


def name_of_run(run_dir: str, otherwise: str) -> str:
    """A run's model is called like its folder, so that two runs of one preset are two models."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(run_dir).resolve().name).strip("-._")[:64]
    return name or otherwise


def _build(run_dir: str, preset: str, data: str, source: str, overrides: tuple[str, ...], start: str) -> TrainJob:
    from enhancer.jobs.train import TrainJob
    from enhancer.train.preset import load_preset, presets
    from enhancer.train.run_folder import CONFIG

    frozen = Path(run_dir) / CONFIG
    if not preset:
        if not frozen.is_file():
            raise SpecError(f"{run_dir} holds no run yet.", f"Start one with --preset {', '.join(presets())}.")
        if data or source or overrides or start:
            raise SpecError(
                "--data, --source, --set and --from belong to a preset.", "Give --preset, or RUN_DIR alone."
            )
        return TrainJob.load(frozen).model_copy(update={"run_dir": run_dir})
    config = load_preset(preset, overrides)
    if not any(override.partition("=")[0].strip() == "name" for override in overrides):
        name = TrainJob.load(frozen).config.name if frozen.is_file() else name_of_run(run_dir, config.name)
        config = config.model_copy(update={"name": name})
    if data or source:
        # Absolute, so that the run can be gone on with from any folder.
        config = config.with_data(str(Path(data).resolve()) if data else "", source)
    if not any(config.folders):
        raise SpecError("There is nothing to learn from.", "Name a folder of good pictures with --data.")
    return TrainJob(run_dir=run_dir, config=config, start=start)
