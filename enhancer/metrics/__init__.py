"""Metrics: pure functions on arrays."""

from __future__ import annotations

from .colour import ciede2000, srgb_to_lab
from .fidelity import luma, psnr, psnr_y
from .frechet import fid, frechet_distance
from .kernel import Kid, kid
from .memorisation import Memorisation, memorisation
from .neighbours import DensityCoverage, PrecisionRecall, density_coverage, precision_recall
from .ranks import spearman
from .structure import ssim

__all__ = [
    "DensityCoverage",
    "Kid",
    "Memorisation",
    "PrecisionRecall",
    "ciede2000",
    "density_coverage",
    "fid",
    "frechet_distance",
    "kid",
    "luma",
    "memorisation",
    "precision_recall",
    "psnr",
    "psnr_y",
    "spearman",
    "srgb_to_lab",
    "ssim",
]
