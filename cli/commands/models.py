"""`enhancer models`: what the store has, what a card says, whether a model computes what it should."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from ..command import Command, F, Group, argument
from ..exits import FATAL, OK, one_line
from ..human import size_text
from ..options import complete_models, json_option
from ..plain import plain
from ..running import show
from ..streams import say, tell

if TYPE_CHECKING:
    from enhancer.models.info import ModelInfo, Score
    from enhancer.models.store import Entry


@click.group(cls=Group)
def command() -> None:
    """List, show and check models.

    Models are files: those that came with the program, then those in your own folder (the environment
    variable ENHANCER_MODELS names another). They hold numbers and a card, never code.
    """


def _model_argument() -> Callable[[F], F]:
    return argument(
        "model",
        "Name of a model, or a model file.",
        metavar="NAME_OR_FILE",
        type=click.Path(),
        shell_complete=complete_models,
    )


@command.command(
    "list",
    cls=Command,
    short_help="Names, scales and scores of all models.",
    examples=[("enhancer models list", "")],
)
@json_option()
def list_models(as_json: bool) -> int:
    """Names, scales and scores of all models here."""
    from enhancer.models.store import Store

    store = Store.default()
    entries = list(store)
    if as_json:
        say(json.dumps(plain([_as_json(entry) for entry in entries]), indent=1, allow_nan=False))
    elif entries:
        rows = [("name", "makes", "from", "score", "summary")]
        rows += [_row(entry) for entry in entries]
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        for row in rows:
            cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
            say(one_line("  ".join([*cells, row[4]]).rstrip()))
    else:
        say(f"There are no models. They belong in {one_line(str(store.shipped))} or {one_line(str(store.user))}.")
    for problem in store.problems():
        tell(one_line(f"warning: {problem}"))
    return OK


@command.command(
    "show",
    cls=Command,
    short_help="The card of a model.",
    examples=[("enhancer models show photo-x2", ""), ("enhancer models show mine.safetensors --json", "")],
)
@_model_argument()
@json_option()
def show_model(model: str, as_json: bool) -> int:
    """The card of a model: what it does, licence, data, scores, how it was trained."""
    from enhancer.models.store import Store

    entry = Store.default().find(model)
    if as_json:
        say(json.dumps(plain(_as_json(entry)), indent=1, allow_nan=False))
        return OK
    rows = _card(entry)
    width = max(len(name) for name, _ in rows)
    for name, text in rows:
        say(one_line(f"{name:{width}}  {text}"))
    return OK


@command.command(
    "check",
    cls=Command,
    short_help="Whether a model computes what it should.",
    examples=[("enhancer models check photo-x2", "")],
)
@_model_argument()
@json_option()
def check_model(model: str, as_json: bool) -> int:
    """Whether a model computes what it should on this machine.

    Runs it on a small picture: finite values, the right size, tiles equal to the whole, each precision near
    fp32. Of a generator, a few samples: the right size, the same for the same latent, classes, variety. Ends
    with 1 if it fails.
    """
    from enhancer.evaluate.check import check

    found = check(model)
    show(found, as_json)
    return OK if found.healthy else FATAL


def _as_json(entry: Entry) -> dict[str, Any]:
    place = {"name": entry.name, "file": str(entry.path), "shipped": entry.shipped, "sha256": entry.sha256}
    return {**place, "card": entry.info.to_mapping()}


def _row(entry: Entry) -> tuple[str, str, str, str, str]:
    info = entry.info
    score = _score_text(info.metrics[0], short=True) if info.metrics else ""
    badge = f"WORSE than its start or {_rival(info)}. " if info.verdict == "worse" else ""
    return entry.name, _makes(info), _origin(entry), score, badge + info.summary


def _card(entry: Entry) -> list[tuple[str, str]]:
    info = entry.info
    rival = _rival(info)
    verdict = {"better": f"better than its start and {rival}", "worse": f"WORSE than its start or {rival}"}
    changes = info.purpose not in ("generate", "features")
    rows = [
        ("Name", info.name),
        ("Summary", info.summary),
        ("Purpose", f"{info.purpose}, {_makes(info)}" + (", also repairs damage" if info.restores else "")),
        ("Classes", ", ".join(info.classes)),
        ("Starts from", f"{info.latent} numbers, {info.latent_distribution}" if info.latent else ""),
        ("Edges", "opposite edges continue: the picture tiles" if info.wraps else ""),
        ("Network", f"{info.network} {json.dumps(info.arguments)}"),
        ("Adds to", _base_text(info.base) if changes else ""),
        ("Made for", f"inputs reduced by {info.degradation}" if info.degradation else ""),
        ("Tiles", f"{info.tiling}; sees {info.receptive_field} pixels around each" if changes else ""),
        ("Precisions", ", ".join(info.precisions)),
        ("Licence", info.licence.weights),
        ("Data", info.licence.data),
        ("Images seen", f"{info.images_seen:,}"),
        ("Started from", info.started_from),
        ("Verdict", verdict.get(info.verdict, "")),
        *_scores(info.metrics),
        ("Learning", _learning(entry)),
        ("File", f"{entry.path} ({size_text(entry.path.stat().st_size)}, {_origin(entry)})"),
        ("SHA-256", entry.sha256),
    ]
    return [(name, text) for name, text in rows if text]


def _makes(info: ModelInfo) -> str:
    """In a word or two: by how much it enlarges, or what comes out of it."""
    if info.purpose == "generate":
        colours = {1: "grey", 3: "RGB", 4: "RGBA"}[info.out_channels]
        many = f", {len(info.classes)} classes" if info.classes else ""
        return f"{info.width}x{info.height} {colours}{many}"
    return "features" if info.purpose == "features" else f"x{info.scale}"


def _rival(info: ModelInfo) -> str:
    """What anybody could do without a network."""
    return "noise" if info.purpose == "generate" else "bicubic"


def _base_text(base: str) -> str:
    return "nothing: it computes the whole picture" if base == "none" else f"the input, enlarged ({base})"


def _origin(entry: Entry) -> str:
    return "shipped" if entry.shipped else "yours"


def _scores(scores: Sequence[Score]) -> list[tuple[str, str]]:
    """A row for each; where they share data and protocol, these are said once, below."""
    shared = {(score.data, score.protocol) for score in scores}
    if len(scores) < 2 or len(shared) > 1:
        return [("Score", _score_text(score)) for score in scores]
    data, protocol = shared.pop()
    rows = [("Score", _figure(score)) for score in scores]
    return [*rows, ("Judged by", data + (f"; {protocol}" if protocol else ""))]


def _figure(score: Score) -> str:
    beside = f" (bicubic {score.bicubic:.3f})" if score.bicubic is not None else ""
    beside += f" (noise {score.baseline:.3f})" if score.baseline is not None else ""
    return f"{score.metric} {score.value:.3f}{beside}"


def _score_text(score: Score, short: bool = False) -> str:
    if short:
        return f"{score.metric} {score.value:.2f}"
    protocol = f"; {score.protocol}" if score.protocol else ""
    return f"{_figure(score)} on {score.data}{protocol}"


def _learning(entry: Entry) -> str:
    """First, middle and last row of the learning curve that lies beside the model, NAME.curve.jsonl."""
    try:
        lines = entry.path.with_name(f"{entry.name}.curve.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [row for line in lines if isinstance(row := json.loads(line), dict)]
    except (OSError, ValueError):
        return ""
    metric = entry.info.metrics[0].metric if entry.info.metrics else ""
    points = [(row["images"], row[metric]) for row in rows if metric in row and "images" in row]
    chosen = dict.fromkeys(points[round(part * (len(points) - 1) / 4)] for part in range(5)) if points else {}
    return " -> ".join(f"{value:.2f} at {images:,}" for images, value in chosen)
