"""Running a job from the command line: its events on the terminal, its report in a file, its end as exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from enhancer.errors import Cancelled, OutputError, SpecError

from .exits import INTERRUPTED, one_line
from .output import shown
from .plain import plain
from .streams import say, tell

if TYPE_CHECKING:
    from enhancer.jobs.job import Job


class Showable(Protocol):
    """What every finding of the core offers: lines for people, plain values for programs."""

    def as_json(self) -> dict[str, Any]: ...

    def lines(self) -> list[str]: ...


def carry_out(
    job: Job, preview: Callable[[Any], Showable], dry_run: bool, job_file: str, report_file: str, as_json: bool
) -> int:
    """What `options.job_options` asks: save the job, then show what `preview` says of it, or run it. Exit status."""
    checked_target(report_file, "--report", ".json")
    if job_file:
        save_job(job, job_file)
    if dry_run:
        show(preview(job), as_json, to_stderr=getattr(job, "output", "") == "-")
        return 0
    return run_job(job, as_json, report_file)


def run_job(job: Job, as_json: bool, report_file: str) -> int:
    """Run `job`, show it, write its report if a file is named; returns the exit status."""
    from enhancer.jobs import run

    from .summary import exit_status, summary_lines

    checked_target(report_file, "--report", ".json")
    picture_on_stdout = getattr(job, "output", "") == "-"
    with shown(as_json, picture_on_stdout) as sink:
        report = run(job, sink)
    if report_file:
        _write(Path(report_file), json.dumps(plain(report.as_json()), indent=1, allow_nan=False) + "\n")
    if not as_json:
        for line in summary_lines(report):
            (tell if picture_on_stdout else say)(line)
    try:
        sink.check()
    except Cancelled as cancelled:
        return exit_status(report, cancelled.exit_status)
    return exit_status(report, INTERRUPTED)


def save_job(job: Job, target: str) -> None:
    """Write the job as TOML, complete, so that `enhancer run` repeats it."""
    checked_target(target, "--save-job", ".toml")
    text = job.to_toml()
    try:
        text.encode()
    except UnicodeEncodeError:
        raise SpecError(
            "A job file is UTF-8, and a name in this job is not.",
            "Name the folder instead of the file, or rename it.",
        ) from None
    _write(Path(target), text)
    tell(f"Saved as {one_line(target)}; 'enhancer run {one_line(target)}' repeats it.")


def show(finding: Showable, as_json: bool, to_stderr: bool = False) -> None:
    """Print a finding: one JSON document, or its lines."""
    out = tell if to_stderr else say
    if as_json:
        out(json.dumps(plain(finding.as_json()), indent=1, allow_nan=False))
    else:
        for line in finding.lines():
            out(line)


def checked_target(target: str, option: str, suffix: str) -> None:
    """Refuse a target of another kind: a slip of the hand must not replace a picture by a report."""
    if target and Path(target).suffix.lower() != suffix:
        raise SpecError(f"{option} writes a {suffix} file, not {one_line(target)}.", f"Let its name end in {suffix}.")
    if target and not Path(target).parent.is_dir():
        raise OutputError(f"There is no folder {one_line(str(Path(target).parent))}.", f"Make it, for {option}.")


def _write(target: Path, text: str) -> None:
    from enhancer.files.atomic import write_text

    write_text(target, text)
