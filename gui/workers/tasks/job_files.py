"""Job files read and written for the window, and checked on the way: their specs load here, not in its process."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from enhancer.events import Sink


def load_job(arguments: Mapping[str, Any], sink: Sink) -> dict[str, Any]:
    """arguments: "path" of a TOML file. "job": its values, complete."""
    from enhancer.jobs import load_job as load

    return {"job": load(Path(arguments["path"])).to_mapping()}


def save_job(arguments: Mapping[str, Any], sink: Sink) -> dict[str, Any]:
    """arguments: "job", its values; "path" of the TOML file that is written."""
    from enhancer.errors import SpecError
    from enhancer.files.atomic import write_text
    from enhancer.jobs import SPECS

    values = arguments["job"]
    text = SPECS.get(str(values["kind"])).from_mapping(values, "the job").to_toml()
    try:
        text.encode()
    except UnicodeEncodeError:
        raise SpecError("A job file is UTF-8, and a name in this job is not.", "Name the folder instead.") from None
    write_text(Path(arguments["path"]), text)
    return {"path": arguments["path"]}


def save_origins(arguments: Mapping[str, Any], sink: Sink) -> dict[str, Any]:
    """arguments: "origins", each name to how its picture is made; "folder". Writes a latent file for each,
    which a GenerateJob's `like` takes. "paths": of these.
    """
    import json

    from enhancer.files.atomic import write_text
    from enhancer.generate.origin import LATENT_SUFFIX, Origin

    folder = Path(arguments["folder"])
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, values in arguments["origins"].items():
        path = folder / f"{name}{LATENT_SUFFIX}"
        write_text(path, json.dumps(Origin.from_mapping(values, name).to_mapping(), indent=1) + "\n")
        paths.append(str(path))
    return {"paths": paths}
