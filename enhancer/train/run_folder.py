"""What lies where in a run folder, for those who write it and those who read it. Torch-free; the logs are in `log`."""

from __future__ import annotations

from pathlib import Path

from ..models.store import REFERENCE_SUFFIX

CONFIG = "config.toml"
"""The frozen job."""
CHECKPOINTS = "checkpoints"
PREVIEWS = "previews"
BEST = "best.safetensors"
"""The best weights so far, as a model."""
REFERENCE = REFERENCE_SUFFIX.removeprefix(".")
"""What a recipe leaves for its model; published beside it as NAME.reference.safetensors."""
NUMBERED = r"images-(\d{12})\.(?:png|state)"
"""Names of previews and checkpoints: the images at which they were made, so that names sort as moments do."""


def preview_path(run_dir: Path, images: int) -> Path:
    return run_dir / PREVIEWS / f"images-{images:012d}.png"


def checkpoint_path(folder: Path, images: int) -> Path:
    """folder: the checkpoints' own."""
    return folder / f"images-{images:012d}.state"


def images_of(path: Path) -> int:
    """The images in the name of a preview or a checkpoint."""
    return int(path.stem.removeprefix("images-"))
