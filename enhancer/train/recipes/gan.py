"""Adversarial training: two players, any sensible mix of networks, losses and penalties, watched and judged."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor

from ...errors import SpecError
from ...events import NullSink, Sink
from ...features import FEATURES
from ...generate.reject import Manifold
from ...images.grid import grid
from ...images.image import Pixels
from ...models.generator import Generator, open_generator
from ...models.info import ModelInfo, Score
from ..adversarial.batch import GanBatch, Material, Stream
from ..adversarial.compiling import compile_players
from ..adversarial.judge import Judge
from ..adversarial.losses import ADVERSARIAL_LOSSES
from ..adversarial.networks import build_discriminator, build_generator, class_names
from ..adversarial.players import Players
from ..adversarial.sampling import AverageSampler
from ..advice import advice
from ..augmentation.adaptive import Adaptive
from ..augmentation.pipeline import augment, width
from ..configs.gan import GanConfig
from ..ema import average
from ..moment import Moment
from ..monitors.monitor import Finding, Monitors, build_monitors
from ..optimizers import build_optimizer
from ..pictures import Pictures, load_pictures
from ..ranks import Ranks
from ..run_folder import REFERENCE
from ..state import Counters, Parts, Stateful
from .recipe import Verdict

PREVIEWED = 64


class Adversarial:
    """GANs. What the networks see is in [-1,1]; everything that leaves is in [0,1] or uint8."""

    whole_batches: ClassVar[bool] = True
    smaller: ClassVar[str] = "Lower batch, raise slices, or use smaller networks, in a new run folder."

    def __init__(
        self, config: GanConfig, device: torch.device, autocast: torch.dtype | None, ranks: Ranks | None = None
    ) -> None:
        self.config, self.device, self.autocast, self.ranks = config, device, autocast, ranks or Ranks()
        self.ranks.slices(config.slices)
        self.metric = config.judge.metric
        self.lower_is_better = config.judge.lower_is_better
        self.heals = config.monitors.heal
        self.loss = ADVERSARIAL_LOSSES.get(config.loss)
        self.names: tuple[str, ...] = ()
        self.material: Material | None = None
        self.judging: Judge | None = None
        self.learned: Pictures | None = None
        self.held = 0
        self.sink: Sink = NullSink()
        self.compiled: Parts | None = None

    def prepare(self, sink: Sink) -> None:
        self.sink = sink
        self.learned = load_pictures(self.config.data, "train", sink)
        held = load_pictures(self.config.data, "test", sink)
        self.held = len(held)
        self.material = Material(self.config, self.learned, self.loss.paired, self._draws, self.device, self.ranks)
        if self.ranks.first:
            for event in advice(self.config, len(self.learned), len(self.learned.classes)):
                sink.emit(event)
            self.judging = Judge.prepare(self.config, self.learned, held)
            self.noise = self.judging.noise(self.learned)

    def counts(self) -> tuple[int, int]:
        return len(self.pictures), self.held

    def fingerprint(self) -> str:
        return self.pictures.fingerprint

    @property
    def sampler(self) -> AverageSampler:
        return AverageSampler(
            self.config, self.names, None if self.learned is None else self.learned.labels, self.device
        )

    @property
    def pictures(self) -> Pictures:
        assert self.learned is not None, "prepare comes first"
        return self.learned

    def build(self) -> Parts:
        config = self.config
        torch.manual_seed(config.seed)
        self.names = class_names(config)
        generator = build_generator(config, len(self.names), self.device)
        discriminator = build_discriminator(config, len(self.names), self.device)
        slow = copy.deepcopy(generator).requires_grad_(False).eval()
        settings = config.discriminator_optimizer or config.optimizer
        others: dict[str, Stateful] = {
            "augment": Adaptive.of(config.augment),
            "monitors": build_monitors(config),
            "scaler": self._scaler(),
        }
        return Parts(
            {"generator": generator, "discriminator": discriminator},
            {"generator": slow},
            {
                "generator": build_optimizer(generator.parameters(), config.optimizer),
                "discriminator": build_optimizer(discriminator.parameters(), settings),
            },
            others,
        )

    def open_start(self, name: str) -> Generator:
        return open_generator(name, self.device)

    def adopt(self, parts: Parts, start: Generator) -> None:
        """Only the generator is exported; the discriminator has to learn anew what is real."""
        try:
            for module in (parts.networks["generator"], parts.averages["generator"]):
                module.load_state_dict(start.net.state_dict())
        except RuntimeError:
            mine, theirs = self.config.generator, start.info
            raise SpecError(
                f"{theirs.name} is another network ({theirs.network} {theirs.arguments}) than this run trains "
                f"({mine.name} {mine.arguments}).",
                "Use its preset, or set generator.arguments to the same.",
                "model-shape",
            ) from None

    def rates(self) -> dict[str, float]:
        other = self.config.discriminator_optimizer or self.config.optimizer
        return {"generator": self.config.optimizer.lr, "discriminator": other.lr}

    def batch(self, first: int, count: int) -> GanBatch:
        assert self.material is not None
        return self.material.batch(first, count)

    def step(self, parts: Parts, batch: GanBatch, moment: Moment) -> dict[str, Tensor]:
        players = self._players(parts, moment)
        if self.config.compiled and self.compiled is not parts:
            # Not before the first step: only now are the shapes known with which everything is called.
            self.compiled = parts
            nets, seen = (players.generator, players.discriminator), batch.discriminator[0]
            compile_players(self.config, *nets, seen, players.half, self.sink, self.ranks)
        terms: dict[str, Tensor] = {}
        *earlier, last = batch.discriminator
        for seen in earlier:
            terms |= players.update_discriminator(seen, parts.optimizers["discriminator"], moment)
        fakes = players.fakes(batch.generator)
        terms |= players.update_discriminator(last, parts.optimizers["discriminator"], moment, fakes)
        terms |= players.update_generator(batch.generator, parts.optimizers["generator"], fakes)
        gradient = terms["gradient_discriminator"] + terms["gradient_generator"]
        if bool(torch.isfinite(gradient)):
            average(parts.averages["generator"], parts.networks["generator"], moment.decay)
        adaptive = augmentation_of(parts)
        if self.config.augment.kind == "adaptive":
            adaptive.update(float(terms["real_sign"]), moment.count)
        return {
            "loss": terms["loss_discriminator"] + terms["loss_generator"],
            "gradient": gradient,
            **terms,
            "augment_probability": torch.tensor(adaptive.probability * moment.knob("augment")),
        }

    def evaluate(self, parts: Parts) -> dict[str, float]:
        assert self.judging is not None
        return self.judging.scores(
            lambda count: self.sampler.samples(self.sampler.model(parts.averages["generator"]), count)
        )

    def judge(self, model: Generator) -> dict[str, float]:
        if self.judging is None:
            return {}
        return self.judging.scores(lambda count: self.sampler.samples(model, count))

    def watch_step(self, parts: Parts, terms: Mapping[str, float], images: int) -> Finding | None:
        return monitors_of(parts).step(terms, images)

    def watch_tick(self, parts: Parts, scores: Mapping[str, float], images: int) -> Finding | None:
        return monitors_of(parts).tick(scores, images)

    def healed(self, parts: Parts, subjects: Collection[str]) -> None:
        monitors_of(parts).reset()
        augmentation_of(parts).disabled |= set(subjects) & set(self.config.augment.operations)

    def verdict(self, scores: Mapping[str, float], counters: Counters) -> Verdict:
        assert self.judging is not None
        noise, start = self.noise.values, counters.start_scores
        rows = tuple(
            Score(
                metric=name,
                data=f"{self.held:,} held-out pictures",
                value=round(scores[name], 5),
                baseline=round(noise[name], 5),
                protocol=self.noise.protocol,
            )
            for name in (self.metric, *(n for n in noise if n != self.metric))
        )
        sign = -1 if self.lower_is_better else 1
        rivals = [noise[self.metric], *([start[self.metric]] if start else [])]
        return Verdict(rows, all(sign * scores[self.metric] > sign * rival for rival in rivals))

    def preview(self, parts: Parts) -> tuple[Pixels, Pixels | None]:
        """Fixed latents, class by class where there are classes: a place shows the same digit from tick to tick."""
        made = self.sampler.samples(self.sampler.model(parts.averages["generator"]), PREVIEWED, Stream.PREVIEW)
        cells = (made * 255).round().to(torch.uint8).permute(0, 2, 3, 1).numpy()
        sheet = grid(list(cells))
        return (sheet[..., :3], sheet[..., 3]) if sheet.shape[2] == 4 else (sheet, None)

    def leave_beside(self, run_dir: Path) -> None:
        """The features of real pictures by which `generate --reject` tells good samples from bad ones."""
        assert self.judging is not None
        judging = self.judging
        name = judging.extractor.name
        if name in FEATURES:
            labels = judging.labels.tolist() if self.names else ()
            Manifold.of_reference(judging.reference, name, labels).save(run_dir / REFERENCE)

    def export(self, parts: Parts) -> tuple[ModelInfo, dict[str, Tensor]]:
        model = self.sampler.model(parts.averages["generator"])
        return model.info, dict(model.net.state_dict())

    def _players(self, parts: Parts, moment: Moment) -> Players:
        config, adaptive = self.config, augmentation_of(parts)
        probability = adaptive.probability * moment.knob("augment")
        wraps = bool(config.discriminator.arguments.get("wrap", False))

        def augmented(pictures: Tensor, draws: Tensor) -> Tensor:
            if config.augment.kind == "none":
                return pictures
            return augment(
                pictures, draws, config.augment.operations, probability, wrap=wraps, disabled=adaptive.disabled
            )

        return Players(
            config,
            parts.networks["generator"],
            parts.networks["discriminator"],
            self.loss,
            augmented,
            scaler_of(parts),
            self.autocast,
            self.device,
            self.ranks,
        )

    @property
    def _draws(self) -> int:
        return 0 if self.config.augment.kind == "none" else width(self.config.augment.operations)

    def _scaler(self) -> torch.amp.GradScaler:
        return torch.amp.GradScaler(self.device.type, enabled=self.autocast == torch.float16)


def augmentation_of(parts: Parts) -> Adaptive:
    found = parts.others["augment"]
    assert isinstance(found, Adaptive)
    return found


def monitors_of(parts: Parts) -> Monitors:
    found = parts.others["monitors"]
    assert isinstance(found, Monitors)
    return found


def scaler_of(parts: Parts) -> Any:
    return parts.others["scaler"]
