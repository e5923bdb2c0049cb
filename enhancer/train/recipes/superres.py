"""Super-resolution: learn the residual between the bicubic enlargement and the picture it came from."""

from __future__ import annotations

import copy
import math
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from ...errors import DataError, ModelError, SpecError
from ...events import Sink, Warned
from ...images.image import Pixels
from ...metrics.fidelity import psnr_y
from ...models.info import Licence, ModelInfo, Score
from ...models.model import Model, open_model, resample
from ...models.networks import NETWORKS
from ...models.networks.network import Network
from ..configs.superres import SuperResConfig
from ..data import Crops, Pair, find_pictures, fingerprint, load_pairs, split
from ..ema import average
from ..losses import LOSSES
from ..moment import Moment
from ..monitors.finite import Finite
from ..monitors.monitor import Finding
from ..optimizers import build_optimizer
from ..ranks import Ranks
from ..state import Counters, Parts, Stateful
from .recipe import Verdict

JUDGED_SIDE = 576
"""Held-out pictures are judged on a centre piece of at most this side, so that large ones do not drown small ones."""
MARGIN = 0.005
"""Decibels by which a model must beat its start: less is noise of the held-out set."""
FEW = 3
"""Held-out pictures below which a mean over them is hardly more than a sample."""
PREVIEWED = 4
PREVIEW_SIDE = 192


class SuperResolution:
    """Pairs are made by the degradation that the card will name: antialiased bicubic on encoded values, rounded."""

    metric = "psnr_y"
    lower_is_better = False
    whole_batches: ClassVar[bool] = False
    smaller: ClassVar[str] = "Lower batch or data.patch with --set, in a new run folder."
    heals = True

    def __init__(
        self, config: SuperResConfig, device: torch.device, autocast: torch.dtype | None, ranks: Ranks | None = None
    ) -> None:
        self.config, self.device, self.autocast = config, device, autocast
        if ranks is not None and ranks.world > 1:
            raise SpecError("Super-resolution trains in one process.", "Start it without torchrun.")
        self.losses = [(loss.name, LOSSES.get(loss.name), loss.weight) for loss in config.losses]
        scale = config.network.arguments.get("scale")
        if type(scale) is not int or not 2 <= scale <= 8:
            raise SpecError("network.arguments.scale must be a whole number, 2 to 8, for super-resolution.")
        self.scale: int = scale
        self.crops: Crops | None = None
        self.held: list[Pair] = []
        self.learned, self.data_hash = 0, ""

    def prepare(self, sink: Sink) -> None:
        data = self.config.data
        learn, judge = split(find_pictures(data.train, "training"), data.hold_out)
        pairs = load_pairs(learn, self.scale, data.patch, data.shrink, sink)
        self.learned, self.data_hash = len({pair.path for pair in pairs}), fingerprint(pairs)
        self.crops = Crops(pairs, self.scale, data.patch, self.config.seed, self.device)
        if data.validation:
            judge = [*find_pictures(data.validation, "validation"), *judge]
        if not judge:
            raise DataError(
                "No picture is left to judge by, so nobody could say whether the model is any good.",
                "Add pictures, hold some out with data.hold_out, or name others with data.validation.",
            )
        held = load_pairs(judge, self.scale, 1, (1.0,), sink)
        if len(held) < FEW:
            text = f"Few pictures judge the model ({len(held)}): its score says little about others."
            sink.emit(Warned(text, "few-held-out"))
        self.held = [_centre(pair, JUDGED_SIDE // self.scale, self.scale) for pair in held]

    def counts(self) -> tuple[int, int]:
        return self.learned, len(self.held)

    def fingerprint(self) -> str:
        return self.data_hash

    def build(self) -> Parts:
        torch.manual_seed(self.config.seed)
        net = self._network()
        others: dict[str, Stateful] = {"monitors": Finite(self.config)}
        slow = copy.deepcopy(net).requires_grad_(False).eval()
        optimizer = build_optimizer(net.parameters(), self.config.optimizer)
        return Parts({"generator": net}, {"generator": slow}, {"generator": optimizer}, others)

    def open_start(self, name: str) -> Model:
        return open_model(name, self.device)

    def adopt(self, parts: Parts, start: Model) -> None:
        same_scale = start.info.scale == self.scale
        for module in (parts.networks["generator"], parts.averages["generator"]):
            assert isinstance(module, Network)
            try:
                module.adopt(start.net.state_dict(), same_scale)
            except (KeyError, RuntimeError):  # torch says it by the names of tensors
                mine, theirs = self.config.network, start.info
                raise ModelError(
                    f"{theirs.name} is another network ({theirs.network} {theirs.arguments}) than this run trains "
                    f"({mine.name} {mine.arguments}).",
                    "Use its preset, or set network.arguments to the same.",
                    "model-shape",
                ) from None

    def rates(self) -> dict[str, float]:
        return {"generator": self.config.optimizer.lr}

    def batch(self, first: int, count: int) -> tuple[Tensor, Tensor]:
        assert self.crops is not None
        low, high = self.crops.batch(first, count)
        return low.contiguous(memory_format=torch.channels_last), high

    def step(self, parts: Parts, batch: Any, moment: Moment) -> dict[str, Tensor]:
        low, high = batch
        net, optimizer = parts.networks["generator"], parts.optimizers["generator"]
        with torch.autocast(self.device.type, self.autocast, enabled=self.autocast is not None):
            residual = net(low)
        prediction = resample(low, self.scale, self._base(net)) + residual.float()
        terms = {name: loss(prediction, high) for name, loss, _ in self.losses}
        total = sum((terms[name] * weight for name, _, weight in self.losses), torch.zeros((), device=self.device))
        optimizer.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        norm = nn.utils.clip_grad_norm_(net.parameters(), self.config.optimizer.clip or math.inf)
        # The loss too: the gradient of |x - NaN| is zero, so a broken target would pass unseen.
        if bool(torch.isfinite(norm + total.detach())):
            optimizer.step()
            average(parts.averages["generator"], net, moment.decay)
        return {
            "loss": total.detach(),
            "gradient": norm.detach(),
            **{k: v.detach() for k, v in terms.items()},
        }

    def evaluate(self, parts: Parts) -> dict[str, float]:
        return self.judge(self._model(parts))

    def judge(self, model: Model) -> dict[str, float]:
        if model.info.scale != self.scale:
            return {}
        return self._score(lambda low: model(low.to(self.device)))

    def baseline(self) -> dict[str, float]:
        return self._score(lambda low: resample(low, self.scale, "bicubic").clamp(0, 1))

    def watch_step(self, parts: Parts, terms: Mapping[str, float], images: int) -> Finding | None:
        return _monitor(parts).step(terms, images)

    def watch_tick(self, parts: Parts, scores: Mapping[str, float], images: int) -> Finding | None:
        return None

    def healed(self, parts: Parts, subjects: Collection[str]) -> None:
        _monitor(parts).reset()

    def verdict(self, scores: Mapping[str, float], counters: Counters) -> Verdict:
        value, bicubic = scores[self.metric], self.baseline()[self.metric]
        start = counters.start_scores.get(self.metric)
        score = Score(
            metric=self.metric,
            data="held-out pictures",
            value=round(value, 4),
            bicubic=round(bicubic, 4),
            protocol="Y of BT.601, 8 bit, border of the scale left out, mean over pictures",
        )
        return Verdict((score,), value > bicubic and (start is None or value > start + MARGIN))

    def preview(self, parts: Parts) -> tuple[Pixels, None]:
        """Rows of bicubic, result, truth."""
        model = self._model(parts)
        side = PREVIEW_SIDE // self.scale
        rows = []
        for pair in self.held[:PREVIEWED]:
            small = _centre(pair, side, self.scale)
            low = _floats(small.low)
            triple = [
                resample(low, self.scale, "bicubic"),
                model(low.to(self.device)).cpu(),
                _floats(small.high),
            ]
            canvas = np.zeros((PREVIEW_SIDE, 3 * PREVIEW_SIDE, 3), np.uint8)
            for index, picture in enumerate(triple):
                pixels = _bytes(picture)
                canvas[: pixels.shape[0], index * PREVIEW_SIDE :][:, : pixels.shape[1]] = pixels
            rows.append(canvas)
        return np.concatenate(rows), None

    def leave_beside(self, run_dir: Path) -> None:
        return

    def export(self, parts: Parts) -> tuple[ModelInfo, dict[str, Tensor]]:
        slow = parts.averages["generator"]
        assert isinstance(slow, Network)
        folded = slow.folded()
        return self._info(folded), dict(folded.state_dict())

    def _network(self) -> Network:
        config = self.config.network
        try:
            net = NETWORKS.get(config.name).trainable(**config.arguments)
        except (TypeError, ValueError, RuntimeError) as error:
            raise SpecError(f"network.arguments: {str(error).splitlines()[0]}") from None
        return net.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]

    def _model(self, parts: Parts) -> Model:
        slow = parts.averages["generator"]
        assert isinstance(slow, Network)
        folded = slow.folded().to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        return Model(self._info(folded), folded.eval().requires_grad_(False))

    def _info(self, net: Network) -> ModelInfo:
        config = self.config
        return ModelInfo(
            name=config.name,
            network=config.network.name,
            arguments=config.network.arguments,
            purpose="upscale",
            scale=self.scale,
            base=net.base,
            degradation="bicubic",
            receptive_field=net.radius,
            multiple_of=net.multiple_of,
            precisions=("fp32", "bf16", "fp16"),
            summary=config.summary,
            licence=Licence(weights=config.licence, data=config.data_licence),
        )

    def _base(self, net: nn.Module) -> str:
        assert isinstance(net, Network)
        return net.base

    @torch.inference_mode()
    def _score(self, enlarge: Any) -> dict[str, float]:
        values = [
            psnr_y(_bytes(enlarge(_floats(pair.low)).cpu()), _bytes(_floats(pair.high)), border=self.scale)
            for pair in self.held
        ]
        return {"psnr_y": float(np.mean(values)), "psnr_y_worst": float(np.min(values))}


def _monitor(parts: Parts) -> Finite:
    monitor = parts.others["monitors"]
    assert isinstance(monitor, Finite)
    return monitor


def _centre(pair: Pair, side: int, scale: int) -> Pair:
    """The pair's centre piece of at most `side` low-resolution pixels a side."""
    height, width = pair.low.shape[1:]
    h, w = min(height, side), min(width, side)
    top, left = (height - h) // 2, (width - w) // 2
    low = pair.low[:, top : top + h, left : left + w]
    high = pair.high[:, top * scale : (top + h) * scale, left * scale : (left + w) * scale]
    return Pair(pair.path, high, low)


def _floats(planes: Tensor) -> Tensor:
    return planes[None].float() / 255


def _bytes(picture: Tensor) -> Pixels:
    """(1,3,H,W) [0,1] to (H,W,3) uint8, rounded."""
    pixels: Pixels = (picture[0].clamp(0, 1) * 255).round().to(torch.uint8).permute(1, 2, 0).numpy()
    return pixels
