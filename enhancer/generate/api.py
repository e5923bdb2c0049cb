"""One call from a model to pictures, for Python users. Folders, files and reports are `jobs`' business."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .. import __version__
from ..errors import SpecError
from ..events import Progressed, Sink
from ..images.image import Image
from ..models.generator import Generator, open_generator
from .origin import Origin
from .pixels import to_image
from .plan import make_plan
from .produce import Producer, Want
from .sampler import Sampler
from .seeds import SEED_LIMIT, chosen_labels, label_of


def generate(
    model: str | Path | Generator,
    count: int = 1,
    seed: int = 0,
    *,
    classes: Sequence[str] = (),
    truncation: float = 1.0,
    device: str = "auto",
    precision: str = "auto",
    batch: int = 0,
    threads: int = 0,
    sink: Sink | None = None,
) -> list[Image]:
    """`count` pictures of the seeds from `seed` on; each is what `enhancer generate` makes of that seed.

    model: a name in the store, a model file, or a generator that is open already. classes: names or numbers, in turn
    by seed; all of them without any. truncation: in (0,1], see `seeds.latent`. `meta.xmp` of each picture says how it
    was made. Raises EnhancerError.
    """
    if count < 1 or not 0 <= seed <= SEED_LIMIT - count:
        raise SpecError("Seeds are whole numbers from 0 to 2^63 - 1, and at least one is needed.")
    if not 0 < truncation <= 1:
        raise SpecError(f"A truncation of {truncation} cannot be.", "Use a number above 0, up to 1.")
    generator = model if isinstance(model, Generator) else open_generator(model)
    info = generator.info
    labels = chosen_labels(classes, info.classes, info.name)
    sampler = Sampler(generator, device, None, threads)
    if batch or precision != "auto":
        plan = make_plan(info.height, info.width, sampler.device.kind, batch, precision)
        sampler = Sampler(generator, sampler.device, plan, threads)
    wants = [
        Want(str(one), sampler.plan.slot(one), label_of(one, labels), one, 0, truncation)
        for one in range(seed, seed + count)
    ]
    producer = Producer(sampler, wants)
    found = []
    for want in wants:
        made = producer.take(want, sink)
        assert made.codes is not None
        found.append(to_image(made.codes, origin(sampler, want, made.candidate).packet()))
        if sink:
            sink.emit(Progressed(len(found) / count))
    return found


def origin(sampler: Sampler, want: Want, candidate: int) -> Origin:
    """What a picture of a seed was made from."""
    info, plan = sampler.info, sampler.plan
    return Origin(
        program=f"enhancer {__version__}",
        model=info.name,
        sha256=sampler.generator.sha256,
        label=want.label,
        class_name="" if want.label is None else info.classes[want.label],
        seed=want.seed,
        candidate=candidate,
        truncation=want.truncation,
        slot=want.slot,
        batch=plan.batch,
        precision=plan.precision,
        wraps=info.wraps,
    )
