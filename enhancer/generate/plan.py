"""The plan under which pictures are generated: batch and precision, and what they are judged by. Knows no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast

from ..errors import SpecError
from ..files.names import display
from ..models.store import REFERENCE_SUFFIX

Precision = Literal["fp32", "fp16", "bf16"]
PRECISIONS = ("fp32", "fp16", "bf16")
LARGEST_BATCH = 4096
PIXELS = {"cpu": 64 * 32 * 32}
GPU_PIXELS = 256 * 64 * 64


@dataclass(frozen=True)
class SamplePlan:
    """A batch always has `batch` rows, those that nobody asked for are zeros; picture bytes are a pure function of what
    is asked, the row (`slot`) it stands in, and this.
    """

    batch: int
    precision: Precision = "fp32"

    def slot(self, seed: int) -> int:
        """The row in which a seed is always computed, so that its neighbours, or how many there are, change nothing."""
        return seed % self.batch

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> SamplePlan:
        return checked(int(values["batch"]), str(values["precision"]))


def make_plan(height: int, width: int, device_kind: str, batch: int = 0, precision: str = "auto") -> SamplePlan:
    """A pure function of the size of a picture and the kind of device; never of free memory.

    batch: 0 chooses a power of two that keeps the device busy. precision: `auto` is fp32, since a generator has no
    float32 base as enhancing has, and the whole picture would pass through half precision.
    """
    if not batch:
        room = max(PIXELS.get(device_kind, GPU_PIXELS) // max(height * width, 1), 1)
        batch = min(1 << (room.bit_length() - 1), 256)
    return checked(batch, "fp32" if precision == "auto" else precision)


def checked(batch: int, precision: str) -> SamplePlan:
    if precision not in PRECISIONS:
        raise SpecError(f"There is no precision {precision!r}.", "Use auto, fp32, fp16 or bf16.")
    if not 1 <= batch <= LARGEST_BATCH:
        raise SpecError(f"A batch of {batch} cannot be.", f"Use 1 to {LARGEST_BATCH}.")
    return SamplePlan(batch, cast(Precision, precision))


def reference_of(model: Path, asked: str = "") -> Path:
    """The file or folder of real pictures that candidates are judged by: as asked, else the file beside the model.

    SpecError if it is not there.
    """
    path = Path(asked) if asked else model.with_name(model.stem + REFERENCE_SUFFIX)
    if not path.exists():
        raise SpecError(
            f"There is nothing to judge pictures of {model.stem} by: {display(str(path))} is not there.",
            "Give a folder of real pictures with --reference, or leave out --reject.",
        )
    return path
