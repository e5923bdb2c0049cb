"""From the inputs of an EnhanceJob to planned items: found, their headers checked, models chosen, outputs named.

Nothing is decoded and nothing is written here; torch stays unloaded.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..batch.item import Item
from ..batch.plan import LeftOut
from ..batch.scan import Found, scan
from ..enhance.size import SizeRule, parse_size
from ..errors import EnhancerError, OutputError, SpecError
from ..files.names import NameTemplate, display
from ..images.formats import EXTENSIONS, FORMATS
from ..images.read import probe
from ..images.write import WriteOptions, check_writable
from .enhance import PLACE, SELECTION, EnhanceJob
from .enhance_model import Family, Wanted, wanted
from .planning import KNOWN, absolute, check_folder, identity_of, left_out, names_one_picture, writable_format

STREAM = "-"
BESIDE_NAME = "{stem}_{model}.{ext}"
FOLDER_NAME = "{stem}.{ext}"
STATE_VARIABLE = "ENHANCER_STATE"


@dataclass(frozen=True)
class Place:
    """Where outputs go: into `folder` (mirrored), into the one `file`, or, with neither, beside each input."""

    folder: Path | None = None
    file: Path | None = None


@dataclass(frozen=True)
class EnhancePlan:
    """What is the same for all items of a job. Made by `prepare`; raises SpecError, ModelError or OutputError there."""

    job: EnhanceJob
    family: Family
    rule: SizeRule | None
    place: Place
    template: NameTemplate
    options: WriteOptions

    @cached_property
    def inputs(self) -> tuple[Path, ...]:
        return tuple(absolute(name) for name in self.job.inputs)

    @property
    def names_one_picture(self) -> bool:
        return names_one_picture(self.inputs)

    @cached_property
    def root(self) -> Path | None:
        """The folder that all inputs have in common, None on several drives."""
        try:
            folders = [path if path.is_dir() else path.parent for path in self.inputs]
            return Path(os.path.commonpath(folders))
        except ValueError:
            return None

    @cached_property
    def identity(self) -> str:
        values = {
            "job": self.job.fingerprint(PLACE | SELECTION | {"output"}),
            "root": os.fspath(self.root or ""),
            "output": os.fspath(self.place.folder or self.place.file or ""),
            "models": self.family.hashes,
        }
        return identity_of(values)

    @property
    def state_folder(self) -> Path:
        """Where lock and journal lie: in the output folder, else with the user's state, one for each input folder."""
        if self.place.folder is not None:
            return self.place.folder
        place = os.fspath(self.place.file.parent if self.place.file else self.root or self.inputs[0].parent)
        return user_state() / hashlib.sha256(os.fsencode(place)).hexdigest()[:16]

    def candidates(self) -> Iterator[Item | LeftOut]:
        """One for everything that was found; a picture that cannot become an output is left out with its reason."""
        job = self.job
        skip = [self.place.folder] if self.place.folder and self.place.folder not in self.inputs else []
        found = scan(self.inputs, job.recursive, job.include, job.exclude, KNOWN | FOREIGN, skip)
        for one in found:
            if one.code:
                yield left_out(one)
                continue
            suffix = one.path.suffix.lower()
            if suffix.removeprefix(".") in FOREIGN and not one.named:
                yield LeftOut(one.key, "unsupported", f"Pictures of the kind {suffix} are not read.", "skipped")
                continue
            try:
                yield self.item(one)
            except EnhancerError as error:
                yield LeftOut(one.key, error.code, str(error), "failed")

    def item(self, found: Found) -> Item:
        """ImageError when the file is no picture, or its result could not be written; nothing is decoded."""
        header = probe(found.path, max_pixels=self.job.max_pixels)
        want = wanted(self.family, self.rule, header.width, header.height)
        target = self.output_format(header.format, self.place.file)
        check_writable(target, want.width, want.height)
        output = self.output(found, want, target)
        check_folder(output.parent)
        params = {
            "size": [header.width, header.height],
            "model": want.entry.name,
            "scale": want.scale,
            "target": [want.width, want.height],
            "format": target,
            "bits": header.bit_depth,
            "note": want.note,
        }
        return Item(found.key, (found.path,), (output,), params)

    def output_format(self, source: str, output: Path | None = None) -> str:
        """As asked, else as the output's extension says, else that of the source; png where that can only be read."""
        if self.options.format:
            return self.options.format
        named = EXTENSIONS.get(output.suffix.lower(), "") if output is not None else ""
        found = named or source
        return found if found in FORMATS and FORMATS.get(found).encode is not None else "png"

    def output(self, found: Found, want: Wanted, target: str) -> Path:
        if self.place.file is not None:
            return self.place.file
        name = self.file_name(found.path.stem, found.path.suffix, target, want)
        if self.place.folder is None:
            return found.path.parent / name
        return self.place.folder / found.relative.parent / name

    def file_name(self, stem: str, suffix: str, target: str, want: Wanted) -> str:
        """By the template; the input's own suffix stays where it fits the format, so .jpeg does not become .jpg."""
        fits = EXTENSIONS.get(suffix.lower()) == target and suffix.lower() not in MANY_PICTURES
        extension = suffix if fits else FORMATS.get(target).extensions[0]
        return self.template.render(
            stem=stem,
            model=want.entry.name,
            scale=want.scale,
            width=want.width,
            height=want.height,
            ext=extension.removeprefix("."),
        )


MANY_PICTURES = frozenset({".mpo", ".apng"})
"""Suffixes that promise more than the one picture that is written."""
FOREIGN = frozenset(
    [
        "arw",
        "avif",
        "cr2",
        "cr3",
        "dng",
        "exr",
        "hdr",
        "heic",
        "heif",
        "jp2",
        "jxl",
        "nef",
        "orf",
        "pbm",
        "pgm",
        "ppm",
        "psd",
        "raf",
        "rw2",
        "svg",
        "tga",
        "xcf",
    ]
)
"""Suffixes of pictures that are not read; found in a folder they are told of, since nobody misses them silently."""


def prepare(job: EnhanceJob) -> EnhancePlan:
    """Everything that can be wrong with the job as a whole is found here, before anything is looked at."""
    rule = parse_size(job.size)
    family = Family.find(job.model, alone=rule is None)
    place = find_place(job)
    default = BESIDE_NAME if place.folder is None else FOLDER_NAME
    options = write_options(job)
    if place.file is not None and not options.format:
        format_of(place.file)
    return EnhancePlan(job, family, rule, place, NameTemplate(job.name or default), options)


def write_options(job: EnhanceJob) -> WriteOptions:
    return WriteOptions(
        format=writable_format(job.format) if job.format else "",
        quality=job.quality,
        depth=job.depth,
        background=job.background,
        strip=job.strip,
        strip_gps=job.strip_gps,
    )


def find_place(job: EnhanceJob) -> Place:
    """`output` is a folder if it exists as one, ends in a separator, or there are several inputs or a folder."""
    if STREAM in job.inputs and len(job.inputs) > 1:
        raise SpecError("Standard input is one picture.", "Give - alone, or files and folders only.")
    if not job.output:
        if STREAM in job.inputs:
            raise SpecError("There is no place beside standard input.", "Name one with -o FILE, or -o - for output.")
        return Place()
    if job.output == STREAM:
        return Place()
    path = absolute(job.output)
    several = len(job.inputs) > 1 or absolute(job.inputs[0]).is_dir()
    separators = tuple(s for s in (os.sep, os.altsep) if s)
    if path.is_dir() or job.output.endswith(separators) or several:
        if path.exists() and not path.is_dir():
            raise OutputError(
                f"{display(job.output)} is a file, and several pictures need a folder.",
                "Choose another name with -o.",
                "not-a-folder",
            )
        return Place(folder=path)
    if job.name:
        raise SpecError(
            "A name template and the name of one file exclude each other.",
            "Leave out --name, or end -o in /.",
        )
    return Place(file=path)


def format_of(path: Path) -> str:
    """The format that a name's extension stands for; SpecError if it is none that can be written."""
    found = EXTENSIONS.get(path.suffix.lower())
    if found is None or FORMATS.get(found).encode is None:
        raise SpecError(
            f"{display(path.name)} does not end like a picture that can be written.",
            "Use .png, .jpg, .webp or .tif, or choose with --format.",
        )
    return found


def user_state() -> Path:
    """Journals of jobs that write beside their inputs; the environment variable ENHANCER_STATE names another place."""
    import platformdirs

    named = os.environ.get(STATE_VARIABLE)
    return Path(named) if named else platformdirs.user_state_path("enhancer")
