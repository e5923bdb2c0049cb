"""The quality a JPEG was saved with, estimated from its quantisation tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

# ITU-T T.81, annex K.1, row by row.
_LUMA = """
16 11 10 16 24 40 51 61 12 12 14 19 26 58 60 55 14 13 16 24 40 57 69 56 14 17 22 29 51 87 80 62
18 22 37 56 68 109 103 77 24 35 55 64 81 104 113 92 49 64 78 87 103 121 120 101 72 92 95 98 112 100 103 99
"""
_CHROMA = """
17 18 24 47 99 99 99 99 18 21 26 66 99 99 99 99 24 26 56 99 99 99 99 99 47 66 99 99 99 99 99 99
99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99 99
"""


def estimate(tables: Mapping[int, Sequence[int]]) -> int | None:
    """1..100 on the scale of the IJG library, whose files are told exactly; None without tables.

    tables: by number, 64 steps each; 0 is luma and 1, if present, chroma. The order within a table does not
    matter: steps are compared sorted, so that tables of other makers get the quality of the nearest IJG
    table, measured by the ratio of steps. Each is first tried as it is.
    """
    if 0 not in tables:
        return None
    # Chroma is often kept finer or coarser than IJG would; luma decides how blocky a picture looks.
    steps = np.sort(np.asarray(tables[0], np.float64))
    distance = np.abs(np.log(np.maximum(steps, 1)) - _log_tables()).mean(axis=1)
    best = np.flatnonzero(np.isclose(distance, distance.min()))
    if len(best) > 1 and 1 in tables:
        chroma = np.sort(np.asarray(tables[1], np.float64))
        ties = np.abs(np.log(np.maximum(chroma, 1)) - _log_tables(chroma=True)[best]).mean(axis=1)
        best = best[np.isclose(ties, ties.min())]
    return int(best[-1]) + 1


@lru_cache(maxsize=2)
def _log_tables(chroma: bool = False) -> NDArray[np.float64]:
    """Logarithms of the sorted IJG tables of qualities 1..100: (100, 64). From jpeg_quality_scaling in jcparam.c."""
    base = np.array((_CHROMA if chroma else _LUMA).split(), np.int64)
    quality = np.arange(1, 101)[:, None]
    percent = np.where(quality < 50, 5000 // quality, 200 - 2 * quality)
    steps = np.clip((base * percent + 50) // 100, 1, 255)
    return np.log(np.sort(steps, axis=1).astype(np.float64))
