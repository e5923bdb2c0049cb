"""One picture from standard input, to standard output, or both: no journal, no lock, nothing left behind."""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path
from typing import BinaryIO

from ..errors import EnhancerError, OutputError, SpecError
from ..events import ItemDone, Sink
from ..files.atomic import discard, put_in_place, write_temporary
from ..files.names import display
from ..files.oserrors import output_error
from .enhance_engines import Engines, Forgetful
from .enhance_plan import STREAM, EnhancePlan
from .enhance_stages import Loaded, Worked, check, encoded_as, load, work
from .job import ItemReport, Report
from .planning import absolute, check_folder

STEM = "stdin"


def run_stream(plan: EnhancePlan, sink: Sink) -> Report:
    """Raises EnhancerError for whatever is wrong: with one picture, its failure is the job's."""
    job = plan.job
    if len(job.inputs) > 1 or (job.inputs[0] != STREAM and absolute(job.inputs[0]).is_dir()):
        raise SpecError("Standard output takes one picture.", "Name one input, or a folder with -o.")
    if job.shard != "1/1":
        raise SpecError("One picture cannot be divided into shards.", "Leave out --shard.")
    key = job.inputs[0]
    engines = Engines(plan, Forgetful())
    engines.ready(sink)
    source = load(plan, _input(key), plan.place.file)
    output = None if job.output == STREAM else _output(plan, source)
    if output is not None and os.path.lexists(output) and job.if_exists == "skip":
        reason = f"{display(str(output))} exists."
        sink.emit(ItemDone(key, "skipped", (), "exists", reason))
        return Report(job.kind, "done", (ItemReport(key, "skipped", (), "exists", reason),), _counts("skipped"))
    result = work(plan, engines, source, sink)
    facts = _to_stdout(plan, result) if output is None else _to_file(plan, result, output)
    outputs = (STREAM,) if output is None else (str(output),)
    sink.emit(ItemDone(key, "done", outputs, facts=facts))
    report_facts = {"models": plan.family.hashes, "device": str(engines.device)}
    item = ItemReport(key, "done", outputs, facts=facts)
    return Report(job.kind, "done", (item,), _counts("done"), facts=report_facts)


def _counts(state: str) -> dict[str, int]:
    return {name: int(name == state) for name in ("done", "skipped", "failed")}


def _input(key: str) -> Path | BinaryIO:
    if key != STREAM:
        return absolute(key)
    if sys.stdin is None or sys.stdin.isatty():
        raise SpecError(
            "There is nothing on standard input.", "Send a picture into it: enhancer enhance - -o - < a.png"
        )
    return sys.stdin.buffer


def _output(plan: EnhancePlan, source: Loaded) -> Path:
    """Where the file goes; checked now, since nothing else looks at it before work."""
    path = plan.place.file or (plan.place.folder or Path()) / plan.file_name(STEM, "", source.format, source.want)
    check_folder(path.parent)
    if os.path.lexists(path):
        if plan.job.if_exists == "error":
            raise OutputError(
                f"{display(str(path))} exists already.",
                "Choose another name, or --if-exists overwrite.",
                "exists",
            )
        if plan.job.if_exists == "rename":
            return next(free for n in count(2) if not (free := path.with_stem(f"{path.stem}-{n}")).exists())
    return path


def _to_stdout(plan: EnhancePlan, result: Worked) -> dict[str, object]:
    encoded = encoded_as(plan, result)
    facts = check(result, encoded, encoded.data, 0.0)
    try:
        sys.stdout.buffer.write(encoded.data)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise OutputError(
            f"Standard output was closed: {error.strerror}.", "Was the reader stopped?", "output"
        ) from error
    return facts


def _to_file(plan: EnhancePlan, result: Worked, output: Path) -> dict[str, object]:
    encoded = encoded_as(plan, result)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(error, output.parent) from error
    temporary = write_temporary(output, encoded.data)
    try:
        facts = check(result, encoded, temporary, 0.0)
    except EnhancerError:
        discard(temporary)
        raise
    put_in_place(temporary, output, replace=plan.job.if_exists == "overwrite")
    return facts
