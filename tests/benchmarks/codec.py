"""Reading, encoding and verifying a JPEG of 12 megapixels against bare Pillow.

python -m tests.benchmarks.codec [--megapixels 12] [--repeats N]

Ours keeps profile and metadata, checks limits before decoding, estimates the quality, and verifying compares. The rival
is `np.asarray(Image.open(f).convert("RGB"))` and `save(quality=95, subsampling=0)` to memory.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image as Pillow

from enhancer.images.read import read
from enhancer.images.verify import verify
from enhancer.images.write import WriteOptions, encode
from tests.benchmarks.measure import Line, begin, duration, finish, in_turn, parser, photo, save_jpeg, sides
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.codec"


def lines(row: Row) -> list[Line]:
    size, seconds = row["settings"]["megapixels"], row["seconds"]
    return [
        Line(
            f"{ours} a {size:g}-megapixel JPEG against bare Pillow, CPU time",
            f"{seconds[ours]['cpu'] / seconds[rival]['cpu']:.2f}x "
            f"({duration(seconds[ours]['cpu'])} against {duration(seconds[rival]['cpu'])})",
        )
        for ours, rival in (("reading", "decode"), ("encoding", "encode"), ("verifying", "decode"))
    ]


def decode(path: Path) -> np.ndarray:
    with Pillow.open(path) as picture:
        return np.asarray(picture.convert("RGB"))


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--megapixels", type=float, default=12.0)
    options.add_argument("--repeats", type=int, default=9)
    chosen = options.parse_args()
    begin("JPEG in and out")
    width, height = sides(chosen.megapixels)
    with tempfile.TemporaryDirectory() as name:
        path = save_jpeg(Path(name) / "photo.jpg", photo(width, height, chosen.seed))
        image = read(path)
        bare = Pillow.fromarray(image.pixels)
        wanted = WriteOptions(format="jpeg")
        encoded = encode(image, wanted)
        seconds = in_turn(
            {
                "reading": lambda: read(path),
                "decode": lambda: decode(path),
                "encoding": lambda: encode(image, wanted),
                "encode": lambda: bare.save(io.BytesIO(), "jpeg", quality=95, subsampling=0),
                "verifying": lambda: verify(encoded.data, encoded),
            },
            chosen.repeats,
        )
    settings = {"megapixels": round(width * height / 1e6, 2), "quality": 95, "repeats": chosen.repeats}
    finish("codec", settings, {"seconds": seconds}, chosen, lines)


if __name__ == "__main__":
    main()
