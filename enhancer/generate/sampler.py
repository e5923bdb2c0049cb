"""The sampler: a generator on its device, run in batches of one fixed size; latents in, float pictures out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..errors import DeviceError
from ..models.generator import Generator
from ..runtime.device import Device, choose_device, set_threads
from ..runtime.memory import is_out_of_memory, release
from ..runtime.precision import DTYPES
from .plan import SamplePlan, make_plan

Pictures = NDArray[np.float32]


class Sampler:
    """Serves any number of calls from one thread. The generator that is given stays as it is."""

    def __init__(
        self,
        generator: Generator,
        device: str | Device = "auto",
        plan: SamplePlan | None = None,
        threads: int = 0,
    ) -> None:
        """`plan`: one recorded earlier, for the same bytes again; without it the automatic one."""
        self.device = device if isinstance(device, Device) else choose_device(device)
        self.threads = set_threads(threads)
        self.info = generator.info
        self.plan = plan or make_plan(self.info.height, self.info.width, self.device.kind)
        self.generator = generator.to(self.device.torch, DTYPES[self.plan.precision])

    def pictures(self, slots: Sequence[int], z: NDArray[np.float32], labels: Sequence[int] | None = None) -> Pictures:
        """(n,C,H,W) float32 in [0,1] from z (n,latent), each computed in its own row of the batch: n <= plan.batch.

        slots: different rows. labels: for a model with classes. DeviceError if memory does not suffice for the batch.
        """
        batch = self.plan.batch
        assert len(set(slots)) == len(slots) == len(z) <= batch, (slots, z.shape, batch)
        rows = torch.as_tensor(list(slots), dtype=torch.long)
        full = torch.zeros(batch, self.info.latent)
        full[rows] = torch.from_numpy(np.ascontiguousarray(z, np.float32))
        classes: Tensor | None = None
        if labels is not None:
            classes = torch.zeros(batch, dtype=torch.long)
            classes[rows] = torch.as_tensor(list(labels), dtype=torch.long)
        try:
            with torch.inference_mode(), self.exact():
                found = self.generator(full, classes).cpu()[rows].numpy()
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            release(self.device.torch)
            raise DeviceError(
                f"There is not enough memory for a batch of {batch} pictures.", "Use a smaller --batch.", "no-memory"
            ) from None
        return np.ascontiguousarray(found, np.float32)

    def all(self, z: NDArray[np.float32], labels: Sequence[int] | None = None) -> Pictures:
        """(N,C,H,W) for any number of latents, in rows 0, 1, 2 ... of as many batches as it takes."""
        batch = self.plan.batch
        blocks = []
        for at in range(0, len(z), batch):
            part = z[at : at + batch]
            asked = None if labels is None else labels[at : at + batch]
            blocks.append(self.pictures(range(len(part)), part, asked))
        shape = (0, self.info.out_channels, self.info.height, self.info.width)
        return np.concatenate(blocks) if blocks else np.zeros(shape, np.float32)

    def exact(self) -> AbstractContextManager[object]:
        """While it holds, float32 means float32 on a GPU too, and algorithms are those that repeat."""
        if self.device.kind != "cuda":
            return nullcontext()
        return torch.backends.cudnn.flags(enabled=True, deterministic=True, allow_tf32=False)
