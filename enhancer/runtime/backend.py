"""Backends: what runs a model's network. One protocol, so that ONNX Runtime or OpenVINO can stand where torch does."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Protocol

import torch
from torch import Tensor, nn

from .device import Device
from .precision import DTYPES, Precision

if TYPE_CHECKING:
    from ..models.model import Model


class Backend(Protocol):
    """One model on one device in one precision. Pictures are (N,3,H,W) float32 on `device.torch`."""

    name: str
    device: Device
    precision: Precision

    def base(self, batch: Tensor) -> Tensor:
        """The resampled input, (N,3,H*scale,W*scale) float32; zeros for a model without base."""

    def residual(self, batch: Tensor, exact: bool = False) -> Tensor:
        """What the network adds, same shape as the base, any float dtype; `exact` computes it in float32."""

    def synchronize(self) -> None:
        """Return when all queued work is done, so that time and errors belong to it."""

    def checked(self, check: Callable[[], None]) -> AbstractContextManager[None]:
        """While it holds, `check` runs before every layer, and what it raises ends the call."""


class TorchBackend:
    """A model run by torch, eager and channels-last.

    deep: the input has more than 8 bits. Then, in half precision, the first convolution stays float32, so that the
    input itself is never rounded: a fraction of a per cent of the work, and two thirds of the error.
    """

    name = "torch"

    def __init__(self, model: Model, device: Device, precision: Precision, deep: bool = False) -> None:
        self.device = device
        self.precision = precision
        self._source = model
        self._model = model.to(device.torch, DTYPES[precision])
        if deep and precision != "fp32":
            self._model = _first_in_float32(self._model)
        self._exact: Model | None = self._model if precision == "fp32" else None

    def base(self, batch: Tensor) -> Tensor:
        return self._model.base(batch)

    def residual(self, batch: Tensor, exact: bool = False) -> Tensor:
        model = self._in_float32() if exact else self._model
        x = batch.to(model.dtype, memory_format=torch.channels_last)
        if self.device.kind != "cuda":
            return model.residual(x)
        # float32 shall mean float32: cuDNN would else use TensorFloat-32, with 10 bits of mantissa.
        with torch.backends.cudnn.flags(enabled=True, deterministic=True, allow_tf32=False):
            return model.residual(x)

    def synchronize(self) -> None:
        kind = self.device.kind
        if kind == "cuda":
            torch.cuda.synchronize(self.device.torch)
        elif kind == "mps":
            torch.mps.synchronize()
        elif kind == "xpu":
            torch.xpu.synchronize(self.device.torch)

    @contextmanager
    def checked(self, check: Callable[[], None]) -> Iterator[None]:
        def hook(_module: nn.Module, _inputs: object) -> None:
            check()

        nets = [model.net for model in {id(m): m for m in (self._model, self._in_float32())}.values()]
        leaves = [module for net in nets for module in net.modules() if next(module.children(), None) is None]
        handles = [leaf.register_forward_pre_hook(hook) for leaf in leaves]
        try:
            yield
        finally:
            for handle in handles:
                handle.remove()

    def _in_float32(self) -> Model:
        if self._exact is None:
            self._exact = self._source.to(self.device.torch, torch.float32)
        return self._exact


def _first_in_float32(model: Model) -> Model:
    """The model with its first convolution in float32 if it can run so, else as it is."""
    half = model.dtype
    net = copy.deepcopy(model.net)
    first = next((module for module in net.modules() if isinstance(module, nn.Conv2d)), None)
    if first is None or first.weight is not next(net.parameters()):
        return model
    first.float()

    def narrow(_module: nn.Module, _inputs: object, output: Tensor) -> Tensor:
        return output.to(half)

    first.register_forward_hook(narrow)
    mixed = dataclasses.replace(model, net=net)
    try:
        with torch.inference_mode():
            mixed.residual(torch.zeros(1, 3, 16, 16, device=first.weight.device))
    except RuntimeError:  # another layer reads the input too, and its type must be one
        return model
    return mixed
