"""Writing shards: any pictures to learn from as tar files in the layout of WebDataset, the same bytes each time."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import numpy as np

from ..errors import DataError, OutputError, SpecError
from ..events import NullSink, Sink
from ..files.atomic import discard, put_in_place, temporary_beside, write_text
from ..files.names import display
from ..files.oserrors import output_error
from ..images.image import Image
from ..images.write import WriteOptions, encode
from .configs.gan import GanDataConfig
from .sources import SOURCES
from .sources.guess import guess_source
from .sources.shards import CLASS_FILE
from .sources.source import Bytes, Part, Source, readable


def write_shards(
    pictures: str | Path | Source,
    folder: str | Path,
    per_shard: int = 1_000,
    *,
    source: str = "",
    part: Part = "train",
    sink: Sink | None = None,
) -> list[Path]:
    """Write `folder`/shard-000000.tar and so on, PNG and class numbers, and the names of classes beside them.

    pictures: a folder or file that `enhancer train --data` takes, or a source that is open already. source: how a
    folder is read (folder, classes, mnist, ...); it is looked at without. part: of data that come in two; of others
    all is written. Pictures that cannot be read are named and left out. No shard has its name before all are written.
    DataError for pictures that are not there; OutputError if the folder holds shards already, or cannot be written.
    """
    if per_shard < 1:
        raise SpecError(f"{per_shard} pictures a shard cannot be.", "Ask for one or more.")
    folder = Path(folder)
    opened = pictures if isinstance(pictures, Source) else _opened(str(pictures), source, part, sink or NullSink())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(path for path in folder.glob("*.tar") if not path.name.startswith(".")):
            raise OutputError(f"{display(str(folder))} holds shards already.", "Choose an empty folder.", "exists")
    except OSError as error:
        raise output_error(error, folder) from error
    written: list[tuple[Path, Path]] = []
    tar: tarfile.TarFile | None = None
    count = 0
    try:
        for index, pixels in readable(opened, np.arange(len(opened)), sink or NullSink()):
            if tar is None or count % per_shard == 0:
                if tar is not None:
                    tar.close()
                final = folder / f"shard-{len(written):06d}.tar"
                written.append((temporary_beside(final), final))
                tar = tarfile.open(written[-1][0], "x:", format=tarfile.PAX_FORMAT)  # noqa: SIM115
            _add(tar, f"{index:08d}.png", _png(pixels))
            if opened.labels is not None:
                _add(tar, f"{index:08d}.cls", str(int(opened.labels[index])).encode())
            count += 1
        if tar is None:
            raise DataError("There is no picture to write.")
        tar.close()
        if opened.classes:
            write_text(folder / CLASS_FILE, "".join(f"{_one_line(name)}\n" for name in opened.classes))
        for temporary, final in written:
            put_in_place(temporary, final, replace=False)
    except OSError as error:
        raise output_error(error, folder) from error
    finally:
        if tar is not None:
            tar.close()
        for temporary, _ in written:
            discard(temporary)
    return [final for _, final in written]


def _opened(place: str, source: str, part: Part, sink: Sink) -> Source:
    name = source or guess_source(place)
    return SOURCES.get(name)(GanDataConfig(source=name, path=place, hold_out=0), part, sink)


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    tar.addfile(info, io.BytesIO(data))


def _png(pixels: Bytes) -> bytes:
    alpha = np.ascontiguousarray(pixels[..., 3]) if pixels.shape[2] == 4 else None
    return encode(Image(np.ascontiguousarray(pixels[..., :3]), alpha), WriteOptions("png")).data


def _one_line(name: str) -> str:
    return " ".join(name.split()) or "_"
