"""GanConfig: a run that learns to generate. What may be mixed is decided in `train/adversarial/mixes.py`."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ...spec import Spec
from ..config import NetworkConfig, OptimizerConfig, TrainConfig

Side = Annotated[int, Field(ge=4, le=2048)]


class GanDataConfig(Spec):
    """Which pictures are learned from, and in which shape they are learned."""

    source: str = Field(default="folder", description="registered source: folder, classes, mnist, cifar10, ...")
    path: str = Field(default="", description="folder or file that the source reads")
    validation: str = Field(default="", description="pictures that only judge; empty: the source's own test part")
    hold_out: float = Field(default=0.1, ge=0, le=0.5, description="share that only judges, without a test part")
    size: tuple[Side, Side] = Field(default=(32, 32), description="height and width")
    channels: Literal[1, 3, 4] = 3
    per_class: int = Field(default=0, ge=0, description="at most so many pictures of each class, 0 for all")
    class_counts: tuple[int, ...] = Field(default=(), description="at most so many pictures, class by class")
    balance: bool = Field(default=False, description="draw classes equally often, however many pictures they have")
    flips: tuple[Literal["horizontal", "vertical"], ...] = Field(
        default=(), description="mirrors that leave a picture plausible; none are assumed"
    )
    wraps: bool = Field(default=False, description="pictures tile: they are also shown shifted by any amount")
    stacked: bool = Field(default=False, description="three grey pictures become the channels of one (1,000 modes)")
    download: bool = Field(default=False, description="let the source fetch what is missing; never without this")


class LatentConfig(Spec):
    """What the generator starts from."""

    size: int = Field(default=128, ge=1, le=4096)
    distribution: Literal["normal", "uniform"] = "normal"


class PenaltyConfig(Spec):
    """One regulariser of the discriminator; `weight` is the paper's lambda, gamma, or bound."""

    name: str
    weight: float = Field(gt=0)
    final: float | None = Field(default=None, gt=0, description="weight at the end of the budget; None: the same")
    every: int = Field(default=1, ge=1, description="steps; the weight is multiplied by it, so the mean is the same")


class AugmentConfig(Spec):
    """Differentiable augmentation of what the discriminator sees, the same for real and generated pictures."""

    kind: Literal["none", "fixed", "adaptive"] = "none"
    operations: tuple[str, ...] = ("brightness", "saturation", "contrast", "translation", "cutout")
    probability: float = Field(default=1.0, ge=0, le=1, description="fixed: of each operation")
    start: float = Field(default=0.0, ge=0, le=1, description="adaptive: probability of each operation at the start")
    target: float = Field(default=0.6, gt=0, lt=1, description="adaptive: mean sign of the discriminator on real ones")
    speed: int = Field(default=500_000, ge=1, description="adaptive: images in which the probability can rise by 1")
    clamp: float = Field(default=0.8, ge=0, le=1, description="adaptive: the highest probability")


class JudgeConfig(Spec):
    """How samples are judged at each tick, and by which number the best weights are chosen."""

    metric: Literal["fid", "kid", "precision", "recall", "density", "coverage"] = "fid"
    samples: int = Field(default=2_000, ge=16, description="generated pictures, against as many held-out ones")
    features: str = Field(default="auto", description="feature network by name: digits, photos, inception; auto fits")

    @property
    def lower_is_better(self) -> bool:
        return self.metric in ("fid", "kid")


class MonitorConfig(Spec):
    """What watches the run, and how often it may step in."""

    names: tuple[str, ...] = ("finite", "collapse", "divergence", "discriminator", "leak", "plateau")
    heal: bool = Field(default=True, description="return to a checkpoint and turn one knob; else only report")
    patience: int = Field(default=10, ge=1, description="plateau: ticks without a better score")


class GanConfig(TrainConfig):
    """Networks, losses, regularisers, data, augmentation, judge and monitors of adversarial training.

    `optimizer` is the generator's; the discriminator has its own, or the same where it is None.
    """

    recipe: Literal["gan"] = "gan"
    generator: NetworkConfig = NetworkConfig(name="dcgan")
    discriminator: NetworkConfig = NetworkConfig(name="dcgan")
    latent: LatentConfig = LatentConfig()
    conditioning: Literal["none", "projection", "per-class"] = "none"
    loss: str = "bce"
    penalties: tuple[PenaltyConfig, ...] = ()
    discriminator_steps: int = Field(default=1, ge=1, le=100, description="updates for each of the generator's")
    shared_fakes: bool = Field(
        default=False, description="the generator learns from the samples its discriminator saw last: one pass less"
    )
    discriminator_optimizer: OptimizerConfig | None = None
    slices: int = Field(default=1, ge=1, description="equal parts of a batch: passed in turn, or shared by ranks")
    compiled: bool = Field(default=False, description="torch.compile where it works here")
    data: GanDataConfig = GanDataConfig()
    augment: AugmentConfig = AugmentConfig()
    judge: JudgeConfig = JudgeConfig()
    monitors: MonitorConfig = MonitorConfig()

    @model_validator(mode="after")
    def _meaningful(self) -> GanConfig:
        from ..adversarial.mixes import refuse_nonsense

        refuse_nonsense(self)
        return self

    @property
    def folders(self) -> tuple[str, ...]:
        return self.data.path, self.data.validation

    def with_data(self, folder: str, source: str = "") -> Self:
        from ..sources.guess import guess_source

        found = source or (guess_source(folder) if folder else self.data.source)
        changed = {"path": folder or self.data.path, "source": found}
        return self.model_copy(update={"data": self.data.model_copy(update=changed)})

    def anonymous(self) -> GanConfig:
        data = self.data.model_copy(update={"path": "", "validation": ""})
        return self.model_copy(update={"data": data})
