"""The runner of ProjectJob: photos found, each projected, its picture, both side by side and the latent written."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..batch.item import Item, Staged
from ..batch.journal import Journal
from ..batch.plan import LeftOut
from ..batch.scan import scan
from ..errors import DataError, EnhancerError
from ..events import Sink
from ..files.atomic import discard, write_temporary
from ..generate.origin import LATENT_SUFFIX, Origin, latent_text
from ..generate.seeds import chosen_labels
from ..images.grid import grid
from ..images.image import Image
from ..images.read import probe, read
from ..images.verify import verify
from ..images.write import WriteOptions, encode
from ..models.store import Entry
from .batched import run_batch
from .generate_plan import generator_entry, output_folder
from .job import Report
from .planning import KNOWN, absolute, identity_of, left_out, names_one_picture
from .project import PLACE, ProjectJob

if TYPE_CHECKING:
    from ..generate.project import Projection
    from ..generate.reject import Extractor
    from ..generate.sampler import Sampler

ENDINGS = (".png", "-beside.png", LATENT_SUFFIX)
"""Of the outputs: the picture, photo and picture side by side, the latent."""


@dataclass(frozen=True)
class ProjectPlan:
    """What is the same for all photos. Made by `prepare`."""

    job: ProjectJob
    entry: Entry
    sha256: str
    labels: tuple[int, ...]
    folder: Path

    @cached_property
    def inputs(self) -> tuple[Path, ...]:
        return tuple(absolute(name) for name in self.job.inputs)

    @property
    def names_one_picture(self) -> bool:
        return names_one_picture(self.inputs)

    @property
    def state_folder(self) -> Path:
        return self.folder

    @cached_property
    def identity(self) -> str:
        values = {
            "job": self.job.fingerprint(PLACE | {"output", "model"}),
            "output": os.fspath(self.folder),
            "model": self.sha256,
        }
        return identity_of(values)

    def candidates(self) -> Iterator[Item | LeftOut]:
        skip = [self.folder] if self.folder not in self.inputs else []
        for one in scan(self.inputs, extensions=KNOWN, skip=skip):
            if one.code:
                yield left_out(one)
                continue
            try:
                header = probe(one.path, max_pixels=self.job.max_pixels)
            except EnhancerError as error:
                yield LeftOut(one.key, error.code, str(error), "failed")
                continue
            folder = self.folder / one.relative.parent
            outputs = tuple(folder / f"{one.path.stem}{ending}" for ending in ENDINGS)
            yield Item(one.key, (one.path,), outputs, {"size": [header.width, header.height]})


@dataclass(frozen=True)
class Projected:
    """The photo as the generator sees it, what was found, and the seconds it took."""

    photo: Any
    codes: Any
    found: Projection
    origin: Origin
    seconds: float


def prepare(job: ProjectJob) -> ProjectPlan:
    """SpecError, ModelError or OutputError for what concerns the whole job; torch stays unloaded."""
    entry = generator_entry(job.model)
    labels = chosen_labels(job.classes, entry.info.classes, entry.info.name)
    return ProjectPlan(job, entry, entry.sha256, labels, output_folder(job.output))


def run_project(job: ProjectJob, sink: Sink) -> Report:
    """Project what is not projected yet; a photo that cannot be read stays alone with that."""
    plan = prepare(job)

    def stages(journal: Journal) -> ProjectStages:
        from ..generate.sampler import Sampler
        from ..models.generator import open_generator
        from ..runtime.device import choose_device

        sampler = Sampler(open_generator(plan.entry.path), choose_device(job.device), None, job.threads)
        journal.remember("device", sampler.device.kind)
        journal.remember("plan", sampler.plan.as_json())
        return ProjectStages(plan, sampler, open_extractor(plan, str(sampler.device)))

    def nothing() -> DataError:
        text = f"There are no pictures in {', '.join(job.inputs[:3])}."
        return DataError(text, "Photos end in .png, .jpg, .webp or .tif.", "no-pictures")

    def facts(journal: Journal) -> Mapping[str, Any]:
        return {
            "program": f"enhancer {__version__}",
            "model": {"name": plan.entry.info.name, "sha256": plan.sha256},
            "device": journal.recall("device", ""),
            "plan": journal.recall("plan", {}),
            "job": job.to_mapping(),
        }

    return run_batch(plan, sink, stages, nothing, facts)


def open_extractor(plan: ProjectPlan, device: str) -> Extractor | None:
    """The network whose features count beside the pixels; None where only pixels do."""
    if plan.job.features == "none":
        return None
    from ..features import AUTO, choose_features, open_features

    info, name = plan.entry.info, plan.job.features
    if name == AUTO:
        name = choose_features(info.out_channels, (info.height, info.width))
    return open_features(name, device)


class ProjectStages:
    """The stages of `batch.item.Stages` for photos."""

    def __init__(self, plan: ProjectPlan, sampler: Sampler, extractor: Extractor | None) -> None:
        self._plan = plan
        self._sampler = sampler
        self._extractor = extractor

    def read(self, item: Item) -> tuple[Image, int]:
        image = read(item.inputs[0], max_pixels=self._plan.job.max_pixels)
        return image, image.pixels.nbytes

    def work(self, item: Item, loaded: Image, sink: Sink) -> Projected:
        from ..generate.pixels import fitted, planes, to_codes
        from ..generate.project import Settings, project

        job, info, sampler = self._plan.job, self._plan.entry.info, self._sampler
        began = time.perf_counter()
        target = planes(fitted(loaded, info.height, info.width), info.out_channels)
        settings = Settings(job.seed, job.randoms, job.starts, job.steps, features=job.weight)
        found = project(sampler, target, settings, self._plan.labels, self._extractor, sink)
        asked = None if found.label is None else [found.label]
        codes = to_codes(sampler.pictures([0], found.z[None], asked)[0])
        origin = Origin(
            program=f"enhancer {__version__}",
            model=info.name,
            sha256=self._plan.sha256,
            label=found.label,
            class_name="" if found.label is None else info.classes[found.label],
            latent=latent_text(found.z),
            batch=sampler.plan.batch,
            precision=sampler.plan.precision,
            wraps=info.wraps,
        )
        return Projected(to_codes(target), codes, found, origin, time.perf_counter() - began)

    def write(self, item: Item, result: Projected) -> tuple[list[Staged], Mapping[str, Any]]:
        from ..generate.pixels import to_image

        picture, beside, latent = item.outputs
        staged: list[Staged] = []
        try:
            images = (to_image(result.codes, result.origin.packet()), to_image(grid([result.photo, result.codes], 2)))
            for path, image in zip((picture, beside), images, strict=True):
                encoded = encode(image, WriteOptions(format="png"), path)
                staged.append(Staged(write_temporary(path, encoded.data), path))
                verify(staged[-1].temporary, encoded)
            text = json.dumps(result.origin.to_mapping(), indent=1) + "\n"
            staged.append(Staged(write_temporary(latent, text.encode()), latent))
        except BaseException:
            for one in staged:
                discard(one.temporary)
            raise
        found = result.found
        return staged, {
            "error": found.error,
            "random_error": found.random_error,
            "label": found.label,
            "seconds": {"search": round(result.seconds, 4)},
        }
