"""`enhancer run`: a job file, as `--save-job` or the window wrote it, runs again with the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from enhancer.errors import SpecError

from ..command import argument, cli_command, option
from ..options import EVENT_LINES, device_option, json_option, report_option, threads_option
from ..running import checked_target, run_job, show


@cli_command(
    examples=[
        ("enhancer enhance photos/ -o out/ --save-job job.toml --dry-run", "Write a job without running it."),
        ("enhancer run job.toml", "Run it; paths in it count from the current folder."),
    ]
)
@argument("job_file", "A job in TOML. Its 'kind' says what it does.", metavar="JOB.toml", type=click.Path())
@device_option(default=None)
@threads_option(default=None)
@option("--dry-run", is_flag=True, help="Do nothing; say what would be done.")
@report_option()
@json_option(EVENT_LINES)
def command(
    job_file: str, device: str | None, threads: int | None, dry_run: bool, report_file: str, as_json: bool
) -> int:
    """Run a job file.

    --device and --threads replace what the file says of the place; everything else is as written there.
    """
    from enhancer.jobs import load_job

    checked_target(report_file, "--report", ".json")
    job = load_job(Path(job_file))
    place: dict[str, Any] = {"device": device, "threads": threads}
    for name, value in place.items():
        if value is not None and name not in type(job).model_fields:
            raise SpecError(f"A job of kind {job.kind!r} takes no --{name}.")
    job = job.model_copy(update={name: value for name, value in place.items() if value is not None})
    if dry_run:
        show(_preview(job), as_json, to_stderr=getattr(job, "output", "") == "-")
        return 0
    return run_job(job, as_json, report_file)


def _preview(job: Any) -> Any:
    if job.kind == "enhance":
        from enhancer.jobs.run_enhance import preview

        return preview(job)
    if job.kind == "generate":
        from enhancer.jobs.run_generate import preview as preview_generate

        return preview_generate(job)
    if job.kind == "train":
        from enhancer.train.plan import plan_training

        return plan_training(job)
    raise SpecError(f"There is no --dry-run for a job of kind {job.kind!r}.")
