"""A training before it starts: whether its settings can be meant (no torch), and how long it will take (a probe)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..serving import CallSink
from ..turns import DEVICE

if TYPE_CHECKING:
    from enhancer.jobs.train import TrainJob


def presets(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """Every preset with its settings by dotted name, and which ones are recommended."""
    from enhancer.train.preset import GOALS, load_preset
    from enhancer.train.preset import presets as names
    from enhancer.train.report.run import flat

    found = []
    for name in names():
        sink.check()
        config = load_preset(name)
        found.append(
            {
                "name": name,
                "goal": "generate" if config.recipe == "gan" else "upscale",
                "summary": config.summary,
                "recommended": name in GOALS.values(),
                "values": (values := flat(config.to_mapping())),
                "texts": _texts(values),
                "about": _about(config),
            }
        )
    found.sort(key=lambda row: (not row["recommended"], row["name"]))
    return {"presets": found}


def check_settings(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "preset", "overrides", "folder", "data". SpecError says what cannot be meant; else all settings."""
    from enhancer.jobs.run_train import check_apart
    from enhancer.train.preset import load_preset
    from enhancer.train.report.run import flat

    config = load_preset(arguments["preset"], arguments["overrides"])
    if arguments.get("data"):
        config = config.with_data(arguments["data"], arguments.get("source", ""))
    if arguments.get("folder"):
        check_apart(Path(arguments["folder"]), config)
    values = flat(config.to_mapping())
    return {"values": values, "texts": _texts(values), "about": _about(config)}


def measure(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "folder", "preset", "data", "source", "overrides", "start", "device", "threads". Time and memory."""
    from enhancer.train.plan import plan_training

    with DEVICE.short():
        return plan_training(_job(arguments), sink).as_json()


def use(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "folder", "start". Put the run's best model into the user's store, whatever its verdict."""
    from enhancer.errors import ModelError
    from enhancer.models.store import Store
    from enhancer.train.export import publish

    path, sentence = publish(Path(arguments["folder"]), arguments.get("start", ""), force=True)
    if path is None:
        raise ModelError(sentence)
    shown = Store.default().find(path.stem)
    return {"model": shown.name if shown.path == path else str(path), "path": str(path), "sentence": sentence}


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {name: toml_text(value) for name, value in values.items()}


def toml_text(value: Any, inner: bool = False) -> str:
    """A value as an override may give it: strings bare, but quoted within others."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if inner else value
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml_text(one, True) for one in value) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {toml_text(one, True)}" for key, one in value.items()) + "}"
    return str(value)


def _job(arguments: Mapping[str, Any]) -> TrainJob:
    from enhancer.jobs.train import TrainJob
    from enhancer.train.preset import load_preset

    config = load_preset(arguments["preset"], arguments["overrides"])
    config = config.with_data(str(Path(arguments["data"]).resolve()), arguments.get("source", ""))
    return TrainJob(
        run_dir=arguments["folder"],
        config=config,
        start=arguments.get("start", ""),
        device=arguments.get("device", "auto"),
        threads=arguments.get("threads", 0),
    )


def _about(config: Any) -> dict[str, str]:
    """What each field is for, by dotted name, in the words of its description."""
    found: dict[str, str] = {}

    def walk(spec: Any, prefix: str) -> None:
        for name, field in type(spec).model_fields.items():
            if field.description:
                found[prefix + name] = field.description
            value = getattr(spec, name)
            if hasattr(type(value), "model_fields"):
                walk(value, f"{prefix}{name}.")

    walk(config, "")
    return found
