"""python -m enhancer.train.feature_training NAME --data DIR -o DIR [--teacher DIR]: events as JSON lines, as `--json`.

NAME is a shipped feature network (features-digits, classifier-digits, features-photos) or a TOML file of settings.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ...errors import EnhancerError
from ...events import Event, NullSink
from ...runtime.device import set_threads
from ...spec import parse_toml, read_spec_text
from .config import ClassifierConfig, FeatureConfig, PerceptualConfig
from .recipes import shipped
from .run import train_features


class _Lines(NullSink):
    """One JSON object a line."""

    def emit(self, event: Event) -> None:
        sys.stdout.write(json.dumps(event.as_json()) + "\n")
        sys.stdout.flush()


def settings(name: str) -> FeatureConfig:
    """Of a shipped network, or of a TOML file whose `kind` says which training it is."""
    if not name.endswith(".toml"):
        return shipped(name)
    values = parse_toml(read_spec_text(Path(name)), name)
    kind = PerceptualConfig if values.get("kind") == "perceptual" else ClassifierConfig
    return kind.from_mapping(values, name)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m enhancer.train.feature_training", description=__doc__)
    parser.add_argument("name", help="features-digits, classifier-digits, features-photos, or a TOML file")
    parser.add_argument("--data", type=Path, required=True, help="folder that the source reads, or of photos")
    parser.add_argument("--teacher", type=Path, help="folder of the weights of SqueezeNet and LPIPS")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder for model, curve and recipe")
    parser.add_argument("--threads", type=int, default=0, help="0 for all cores")
    given = parser.parse_args(arguments)
    try:
        set_threads(given.threads)
        train_features(settings(given.name), given.data, given.teacher, given.output, _Lines())
    except EnhancerError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main())
