"""Set5 and Set14 by the published protocol; run by hand, its rows are committed and make the README's table.

    python -m tests.benchmarks.super_resolution --set5 DIR --set14 DIR [--models photo-x2 photo-x4] [--device cpu]

DIR holds `x2/` and `x4/` with `*_LR.png` and `*_HR.png`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from enhancer.errors import EnhancerError
from enhancer.evaluate.benchmark_sets import benchmark_set
from enhancer.models.store import Store
from tests.benchmarks.rows import append_row

# What MATLAB's bicubic gives on these files; another value means another protocol or other files.
BICUBIC = {("set5", 2): 33.67, ("set14", 2): 30.33, ("set5", 4): 28.43, ("set14", 4): 26.09}
TOLERANCE = 0.03


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set5", type=Path)
    parser.add_argument("--set14", type=Path)
    parser.add_argument("--models", nargs="+", default=["photo-x2", "photo-x4"])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--no-row", action="store_true", help="print only")
    options = parser.parse_args()
    folders = {name: path for name in ("set5", "set14") if (path := getattr(options, name))}
    if not folders:
        parser.error("name --set5 DIR, --set14 DIR or both")
    for model in options.models:
        scale = Store.default().find(model).info.scale
        for name, root in folders.items():
            result = benchmark_set(model, root / f"x{scale}", device=options.device)
            print(*result.lines(), sep="\n", flush=True)
            bicubic = next(s.psnr_y for s in result.scores if s.method == "bicubic")
            expected = BICUBIC.get((name, scale), bicubic)
            if abs(bicubic - expected) > TOLERANCE:
                print(f"bicubic gives {bicubic:.3f}, not {expected}: the protocol or the files are wrong")
                return 1
            if not options.no_row:
                append_row(
                    "super_resolution",
                    settings={"set": name, "device": options.device, "precision": "fp32", "border": scale},
                    values=result.as_json(),
                )
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except EnhancerError as error:
        sys.exit(str(error))
