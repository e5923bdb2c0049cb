"""What happens to one item of a GenerateJob: made, encoded with its origin inside, read again, checked."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .. import __version__
from ..batch.item import Item, Staged
from ..batch.journal import Journal
from ..errors import ImageError
from ..events import Sink
from ..files.atomic import discard, write_temporary
from ..files.hashing import sha256_bytes
from ..generate.near import latent_of, neighbour
from ..generate.origin import Origin
from ..generate.plan import checked
from ..generate.seeds import between, label_of, latent
from ..images.film import save_film
from ..images.grid import grid
from ..images.image import Image
from ..images.read import probe
from ..images.verify import verify
from ..images.write import encode
from .generate_plan import GeneratePlan

if TYPE_CHECKING:
    from ..generate.produce import Judge, Made, Producer, Want
    from ..generate.sampler import Sampler

FILM_RATE = 24.0
"""Frames a second."""


@dataclass(frozen=True)
class Picture:
    """A finished picture, or the frames of a film, and what the report says of it."""

    image: Image | None
    facts: Mapping[str, Any]
    frames: Sequence[NDArray[np.uint8]] = ()


class GenerateStages:
    """The stages of `batch.item.Stages`. `sampler` is made under the job's plan; `work` runs in one thread."""

    def __init__(self, plan: GeneratePlan, sampler: Sampler, judge: Judge | None, journal: Journal) -> None:
        self._plan = plan
        self._sampler = sampler
        self._judge = judge
        self._journal = journal
        self._producer: Producer | None = None
        self._others: dict[tuple[int, str], Sampler] = {}

    def read(self, item: Item) -> tuple[None, int]:
        return None, 0

    def work(self, item: Item, loaded: None, sink: Sink) -> Picture:
        what = item.params["what"]
        if what == "grid":
            return self._grid(sink)
        if what == "film":
            return self._film(sink)
        if what in ("like", "near"):
            origin = Origin.from_mapping(item.params["origin"])
            if what == "near":
                origin = neighbour(origin, self._plan.info, int(item.params["seed"]), float(item.params["strength"]))
            return self._like(origin)
        want = self._want(item.key, item.params)
        if self._producer is None:
            self._producer = self._producer_of(self._ahead())
        made = self._producer.take(want, sink)
        return self._picture(made, self._origin(want, made.candidate, item.params), made.rejected)

    def write(self, item: Item, result: Picture) -> tuple[list[Staged], Mapping[str, Any]]:
        final = item.outputs[0]
        if result.image is None:
            return self._write_film(final, result)
        began = time.perf_counter()
        options = self._plan.options
        # A sheet keeps its own lossless format where pictures have one that is lossy or holds no transparency.
        encoded = encode(result.image, replace(options, format="") if item.params["what"] == "grid" else options, final)
        temporary = write_temporary(final, encoded.data)
        try:
            verified = verify(temporary, encoded)
        except BaseException:
            discard(temporary)
            raise
        seconds = round(time.perf_counter() - began, 4)
        output = {"bytes": len(encoded.data), "sha256": sha256_bytes(encoded.data), "format": encoded.format}
        size = {"size": [verified.image.width, verified.image.height]}
        losses = list(verified.losses)
        return [Staged(temporary, final)], {
            **result.facts,
            "output": {**size, **output},
            "losses": losses,
            "seconds": {"write": seconds},
        }

    def _write_film(self, final: Path, result: Picture) -> tuple[list[Staged], Mapping[str, Any]]:
        with tempfile.TemporaryDirectory(prefix="enhancer-") as folder:
            path = Path(folder) / f"film{final.suffix}"
            save_film(result.frames, path, len(result.frames) / FILM_RATE)
            data = path.read_bytes()
        temporary = write_temporary(final, data)
        try:
            header = probe(temporary)
        except BaseException:
            discard(temporary)
            raise
        output = {"size": [header.width, header.height], "bytes": len(data), "sha256": sha256_bytes(data)}
        return [Staged(temporary, final)], {**result.facts, "output": output}

    def _producer_of(self, ahead: Iterator[Want] | list[Want]) -> Producer:
        from ..generate.produce import Producer

        return Producer(self._sampler, ahead, self._judge, self._plan.job.tries)

    def _ahead(self) -> Iterator[Want]:
        for item in self._journal.unfinished():
            if item.params["what"] in ("seed", "between"):
                yield self._want(item.key, item.params)

    def _want(self, key: str, params: Mapping[str, Any]) -> Want:
        from ..generate.produce import Want

        label, plan, truncation = params["label"], self._sampler.plan, self._plan.job.truncation
        if params["what"] == "seed":
            seed = int(params["seed"])
            return Want(key, plan.slot(seed), label, seed, truncation=truncation)
        info = self._plan.info
        first, last = (
            latent(info.latent_distribution, info.latent, int(seed), truncation=truncation) for seed in params["seeds"]
        )
        z = between(info.latent_distribution, first, last, float(params["position"]))
        return Want(key, plan.slot(int(params["index"])), label, z=z, truncation=truncation)

    def _origin(self, want: Want, candidate: int, params: Mapping[str, Any]) -> Origin:
        plan, info = self._sampler.plan, self._plan.info
        is_seed = params["what"] == "seed"
        return Origin(
            program=f"enhancer {__version__}",
            model=info.name,
            sha256=self._plan.sha256,
            label=want.label,
            class_name="" if want.label is None else info.classes[want.label],
            seed=want.seed if is_seed else None,
            candidate=candidate if is_seed else 0,
            truncation=want.truncation,
            seeds=None if is_seed else (int(params["seeds"][0]), int(params["seeds"][1])),
            position=0.0 if is_seed else float(params["position"]),
            slot=want.slot,
            batch=plan.batch,
            precision=plan.precision,
            wraps=info.wraps,
        )

    def _picture(self, made: Made, origin: Origin, rejected: Mapping[str, int]) -> Picture:
        from ..generate.pixels import to_image
        from ..generate.reject import REASONS

        if made.codes is None:
            why = ", ".join(f"{count} {REASONS[reason]}" for reason, count in rejected.items())
            raise ImageError(
                f"None of {self._plan.job.tries} candidates passed: {why}.", "Allow more with --tries.", "rejected"
            )
        facts = {name: value for name, value in origin.to_mapping().items() if name not in ("kind", "version")}
        if self._judge is not None:
            facts["rejected"] = dict(rejected)
        return Picture(to_image(made.codes, origin.packet()), facts)

    def _wants_of_seeds(self) -> list[Want]:
        plan = self._plan
        values = [{"what": "seed", "seed": seed, "label": label_of(seed, plan.labels)} for seed in plan.seeds]
        return [self._want(str(one["seed"]), one) for one in values]

    def _grid(self, sink: Sink) -> Picture:
        from ..generate.pixels import to_image

        if self._plan.job.interpolate is not None:
            params = [dict(item.params) for item in self._plan.candidates() if isinstance(item, Item)]
            wants = [self._want(str(one["index"]), one) for one in params if one["what"] == "between"]
        else:
            wants = self._wants_of_seeds()
        producer = self._producer_of(list(wants))
        codes = [made.codes for made in (producer.take(want, sink) for want in wants) if made.codes is not None]
        if not codes:
            raise ImageError("There is no picture for the sheet.", "Allow more candidates with --tries.", "rejected")
        columns = len(codes) if self._plan.job.interpolate is not None else None
        return Picture(to_image(grid(codes, columns)), {"pictures": len(codes)})

    def _film(self, sink: Sink) -> Picture:
        from ..generate.film import frames

        wants = self._wants_of_seeds()
        producer = self._producer_of(list(wants))
        stops = []
        for want in wants:
            made = producer.take(want, sink)
            if made.codes is not None:
                stops.append((want.latent(self._sampler, made.candidate), want.label))
        if len(stops) < 2:
            raise ImageError(
                "There are not two pictures for a film.", "Allow more candidates with --tries.", "rejected"
            )
        labels = [label for _, label in stops if label is not None]
        found = frames(self._sampler, [z for z, _ in stops], labels or None, self._plan.job.frames)
        return Picture(None, {"frames": len(found), "seconds_long": round(len(found) / FILM_RATE, 3)}, found)

    def _like(self, origin: Origin) -> Picture:
        from ..generate.produce import Want, produce
        from ..generate.sampler import Sampler

        key = (origin.batch, origin.precision)
        if key not in self._others:
            plan = checked(*key)
            same = plan == self._sampler.plan
            sampler = self._sampler
            self._others[key] = sampler if same else Sampler(sampler.generator, sampler.device, plan, sampler.threads)
        want = Want("like", origin.slot, origin.label, z=latent_of(origin, self._plan.info))
        (made,) = produce(self._others[key], [want])
        return self._picture(made, origin, {})
