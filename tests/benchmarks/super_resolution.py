"""Set5 and Set14 by the published protocol, through the engine in float32, fidelity off and exact.

python -m tests.benchmarks.super_resolution --set5 DIR --set14 DIR [--models photo-x2 photo-x4] [--device cpu]

DIR holds `x2/` and `x4/` with `*_LR.png` and `*_HR.png`; the LR files given are used. Y of BT.601 from results rounded
to 8 bits, border = scale, no ensemble. First bicubic must give what MATLAB gives on these files.
"""

from __future__ import annotations

import sys
from pathlib import Path

from enhancer.errors import EnhancerError
from enhancer.evaluate.benchmark_sets import benchmark_set
from tests.benchmarks.measure import Line, begin, finish, model_facts, parser
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.super_resolution --set5 DIR --set14 DIR"
# What MATLAB's bicubic gives on these files; another value means another protocol or other files.
BICUBIC = {("set5", 2): 33.67, ("set14", 2): 30.33, ("set5", 4): 28.43, ("set14", 4): 26.09}
TOLERANCE = 0.03
NAMES = {"set5": "Set5", "set14": "Set14"}
ASKED = {
    ("photo-x4", "set5"): "30.9 / 31.2 / 31.5, with a GPU 32.0",
    ("photo-x4", "set14"): "27.85 / 28.0 / 28.15, with a GPU 28.5",
    ("photo-x2", "set5"): "36.9 / 37.3 / 37.6, with a GPU 37.9",
    ("photo-x2", "set14"): "32.6 / 32.9 / 33.1, with a GPU 33.5",
}


def lines(row: Row) -> list[Line]:
    name = row["settings"]["set"]
    found = {score["method"]: score for score in row["scores"]}
    off, exact, bicubic = (found[method]["psnr_y"] for method in ("off", "exact", "bicubic"))
    what = f"`{row['model']}`, {NAMES[name]}: Y-PSNR in dB, fidelity off"
    measured = f"{off:.2f} (SSIM {found['off']['ssim']:.4f}; exact {exact:.2f}; bicubic {bicubic:.2f})"
    return [Line(what, measured, ASKED.get((row["model"], name), ""))]


def main() -> None:
    options = parser(__doc__)
    for name in NAMES:
        options.add_argument(f"--{name}", type=Path, metavar="DIR")
    options.add_argument("--models", nargs="+", default=["photo-x2", "photo-x4"])
    options.add_argument("--device", default="cpu")
    chosen = options.parse_args()
    folders = {name: path for name in NAMES if (path := getattr(chosen, name))}
    if not folders:
        options.error("name --set5 DIR, --set14 DIR or both")
    begin("super-resolution benchmarks")
    for model in chosen.models:
        facts = model_facts(model)
        scale = facts["scale"]
        for name, root in folders.items():
            result = benchmark_set(model, root / f"x{scale}", device=chosen.device)
            bicubic = next(score.psnr_y for score in result.scores if score.method == "bicubic")
            expected = BICUBIC.get((name, scale), bicubic)
            if abs(bicubic - expected) > TOLERANCE:
                sys.exit(f"bicubic gives {bicubic:.3f}, not {expected}: the protocol or the files are wrong")
            settings = {"set": name, "device": chosen.device, "precision": "fp32", "border": scale}
            finish("super_resolution", settings, {**result.as_json(), **facts}, chosen, lines)


if __name__ == "__main__":
    try:
        main()
    except EnhancerError as error:
        sys.exit(str(error))
