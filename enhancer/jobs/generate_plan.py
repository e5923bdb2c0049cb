"""From a GenerateJob to planned items: model found, classes, names and origins checked. Torch stays unloaded."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..batch.item import Item
from ..batch.plan import LeftOut
from ..errors import ModelError, OutputError, SpecError
from ..files.names import NameTemplate, display, safe_name
from ..generate.origin import LATENT_SUFFIX, Origin, origin_of
from ..generate.plan import reference_of
from ..generate.seeds import SEED_LIMIT, chosen_labels, label_of
from ..images.formats import EXTENSIONS, FORMATS
from ..images.prepare import check_writable
from ..images.write import WriteOptions
from ..models.info import ModelInfo
from ..models.store import Entry, Store
from .generate import PLACE, SELECTION, GenerateJob
from .planning import absolute, check_folder, identity_of, writable_format

FIELDS = ("model", "seed", "class", "index", "ext")
MOST_ON_A_SHEET = 2500
MOST_FRAMES = 5000
DIGITS = 6
"""Of a seed in a name, so that names sort as seeds do."""


@dataclass(frozen=True)
class GeneratePlan:
    """What is the same for all items of a job. Made by `prepare`."""

    job: GenerateJob
    entry: Entry
    sha256: str
    labels: tuple[int, ...]
    template: NameTemplate
    options: WriteOptions
    folder: Path
    origins: tuple[tuple[Path, Origin], ...]

    names_one_picture = False

    @property
    def info(self) -> ModelInfo:
        return self.entry.info

    @property
    def state_folder(self) -> Path:
        return self.folder

    @cached_property
    def identity(self) -> str:
        values = {
            "job": self.job.fingerprint(PLACE | SELECTION | {"output", "model"}),
            "output": os.fspath(self.folder),
            "model": self.sha256,
        }
        return identity_of(values)

    @property
    def seeds(self) -> range:
        """Of the pictures of this job; none where it makes others."""
        asked = self.job.interpolate is None and not self.origins
        return range(self.job.seed, self.job.seed + self.job.count) if asked else range(0)

    def candidates(self) -> Iterator[Item | LeftOut]:
        for index, (path, origin) in enumerate(self.origins):
            values: dict[str, Any] = {"what": "like", "origin": origin.to_mapping(), "label": origin.label}
            name = path.name.removesuffix(LATENT_SUFFIX) if path.name.endswith(LATENT_SUFFIX) else path.stem
            if self.job.vary:
                yield from self._neighbours(path, index, name, values)
                continue
            yield self._item(f"like {display(path.name)} {index}", index, name, origin.label, values, named=True)
        if self.job.interpolate is not None:
            first, last = self.job.interpolate
            label = label_of(first, self.labels)
            for index in range(self.job.steps):
                values = {"what": "between", "seeds": [first, last], "position": index / (self.job.steps - 1)}
                name = f"{_padded(first)}-{_padded(last)}-{index:03d}"
                yield self._item(
                    f"between {first} {last} {index}/{self.job.steps}", index, name, label, {**values, "label": label}
                )
        for index, seed in enumerate(self.seeds):
            label = label_of(seed, self.labels)
            values = {"what": "seed", "seed": seed, "label": label}
            yield self._item(_padded(seed), index, _padded(seed), label, values)
        if self.job.grid:
            yield self._extra("grid", "png" if self.options.format in ("jpeg", "tiff") else self.options.format)
        if self.job.film:
            yield self._extra("film", "webp")

    def _neighbours(self, path: Path, index: int, name: str, values: Mapping[str, Any]) -> Iterator[Item]:
        """Of one of `like`, each towards a seed of its own."""
        strength = self.job.strength
        for nth, seed in enumerate(range(self.job.seed, self.job.seed + self.job.vary)):
            key = f"near {display(path.name)} {index} {seed} {strength:g}"
            near = {**values, "what": "near", "seed": seed, "strength": strength}
            label = values["label"]
            named = f"{name}-near-{_padded(seed)}-{strength:g}"
            yield self._item(key, index * self.job.vary + nth, named, label, near, named=True)

    def _item(
        self, key: str, index: int, seed: str, label: int | None, values: Mapping[str, Any], named: bool = False
    ) -> Item:
        folder = self.folder
        class_name = "" if label is None else self.info.classes[label]
        if self.job.by_class:
            folder = folder / safe_name(class_name)
        extension = FORMATS.get(self.options.format).extensions[0].removeprefix(".")
        if named and not self.job.name:
            name = safe_name(f"{seed}.{extension}")
        else:
            fields = {"model": self.info.name, "seed": seed, "class": class_name, "index": f"{index:0{DIGITS}d}"}
            name = self.template.render(**fields, ext=extension)
        return Item(key, (), (folder / name,), {**values, "index": index})

    def _extra(self, what: str, extension: str) -> Item:
        if self.job.interpolate is not None:
            span = "-".join(map(_padded, self.job.interpolate)) + f"-{self.job.steps}"
        else:
            span = f"{_padded(self.seeds[0])}-{_padded(self.seeds[-1])}"
        key = f"{what} {span}" + (f" {self.job.frames}" if what == "film" else "")
        name = safe_name(f"{self.info.name}-{span}-{what}.{extension}")
        return Item(key, (), (self.folder / name,), {"what": what})


def prepare(job: GenerateJob) -> GeneratePlan:
    """Everything that can be wrong with the job as a whole. SpecError, ModelError, ImageError or OutputError."""
    entry = generator_entry(job.model)
    info = entry.info
    check_fields(job)
    labels = chosen_labels(job.classes, info.classes, info.name)
    if job.by_class and not info.classes:
        raise SpecError(f"{info.name} knows no classes, so there are no folders for them.", "Leave out --by-class.")
    sha256 = entry.sha256
    origins = tuple((absolute(name), _checked(absolute(name), info, sha256)) for name in job.like)
    if job.reject:
        reference_of(entry.path, job.reference)
    options = write_options(job)
    check_writable(options.format, info.width, info.height, info.out_channels == 4, options.background)
    named_by_class = info.classes and not job.by_class
    default = "{model}-{class}-{seed}.{ext}" if named_by_class else "{model}-{seed}.{ext}"
    template = NameTemplate(job.name or default, FIELDS)
    folder = output_folder(job.output)
    return GeneratePlan(job, entry, sha256, labels, template, options, folder, origins)


def generator_entry(name: str) -> Entry:
    """A model that generates; ModelError for another, naming those that do."""
    store = Store.default()
    entry = store.find(name)
    if entry.info.purpose != "generate":
        able = [other.name for other in store if other.info.purpose == "generate"]
        hint = f"These do: {', '.join(able)}." if able else "Train one: 'enhancer train --help'."
        raise ModelError(f"{entry.name} does not generate pictures.", hint, "model-purpose")
    return entry


def check_fields(job: GenerateJob) -> None:
    """SpecError for settings that do not go together."""
    if job.like and (job.interpolate or job.grid or job.film or job.reject or job.by_class):
        raise SpecError("--like makes single pictures again; it goes with nothing that makes others.")
    if job.vary and not job.like:
        raise SpecError("--vary makes neighbours of a picture, and there is none.", "Name it with --like.")
    if job.interpolate and (job.film or job.reject):
        other = "--film" if job.film else "--reject"
        raise SpecError(f"--interpolate and {other} exclude each other.", "A film goes through the seeds of --count.")
    if job.seed + max(job.count, job.vary) > SEED_LIMIT:
        raise SpecError("The last seed would be 2^63 or more.")
    if not job.count and not (job.like or job.interpolate):
        raise SpecError("There is nothing to make.", "Ask for one picture or more with --count.")
    if job.grid and job.count > MOST_ON_A_SHEET:
        raise SpecError(f"A sheet holds at most {MOST_ON_A_SHEET:,} pictures.", "Ask for it with a smaller --count.")
    if job.film and (job.count < 2 or job.count * job.frames > MOST_FRAMES):
        raise SpecError(
            f"A film needs 2 seeds or more and {MOST_FRAMES:,} frames or less.", "See --count and --frames."
        )
    if job.reference and not job.reject:
        raise SpecError("--reference is what --reject judges by.", "Add --reject.")


def write_options(job: GenerateJob) -> WriteOptions:
    return WriteOptions(format=writable_format(job.format), quality=job.quality, background=job.background)


def output_folder(output: str) -> Path:
    """SpecError for what looks like a picture's name; OutputError for a file, or where nothing can be written."""
    folder = absolute(output)
    if folder.exists() and not folder.is_dir():
        raise OutputError(
            f"{display(output)} is a file, and pictures need a folder.", "Choose another.", "not-a-folder"
        )
    if not folder.exists() and folder.suffix.lower() in EXTENSIONS:
        raise SpecError(f"-o names a folder, and {display(folder.name)} looks like a picture.", "Leave out its ending.")
    check_folder(folder)
    return folder


def _checked(path: Path, info: ModelInfo, sha256: str) -> Origin:
    origin = origin_of(path)
    if origin.sha256 != sha256:
        hint = f"It names {origin.model}, sha256 {origin.sha256[:12]}."
        raise ModelError(f"{display(path.name)} was made by another model than {info.name}.", hint, "model-other")
    labels = range(len(info.classes))
    if (origin.label is None) != (not labels) or (origin.label is not None and origin.label not in labels):
        raise SpecError(f"{display(path.name)} names a class that {info.name} does not have.")
    if origin.slot >= origin.batch:
        raise SpecError(f"{display(path.name)} names a row that its batch does not have.")
    return origin


def _padded(seed: int) -> str:
    return f"{seed:0{DIGITS}d}"
