"""Textures for the demonstration scene, drawn by numbers alone: (H,W,3) float32 in [0,1], the same for a seed."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]
Colour = tuple[int, int, int]


def rgb(colour: Colour) -> Floats:
    return np.asarray(colour, np.float32) / 255


def mix(a: Floats, b: Floats, share: Floats) -> Floats:
    """a where share is 0, b where it is 1; share (H,W)."""
    return np.asarray(a + (b - a) * share[..., None], np.float32)


def noise(rng: np.random.Generator, height: int, width: int, cell: float, octaves: int = 5) -> Floats:
    """Smooth fractal noise (H,W) in about [0,1]; `cell` is the size of the largest bumps in pixels."""
    total, weight = np.zeros((height, width), np.float32), 0.0
    for octave in range(octaves):
        size = max(cell / 2**octave, 1.0)
        grid = rng.random((int(height / size) + 3, int(width / size) + 3), np.float32)
        layer = cv2.resize(grid, None, fx=size, fy=size, interpolation=cv2.INTER_CUBIC)
        total += layer[:height, :width] * 0.55**octave
        weight += 0.55**octave
    return total / weight


def sky(rng: np.random.Generator, height: int, width: int) -> Floats:
    """A clear evening: a long gradient, a glow near the horizon, thin clouds that hide none of it."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    y, x = y / height, x / width
    sheet = mix(np.broadcast_to(rgb((46, 98, 172)), (height, width, 3)), rgb((250, 214, 170)), y**0.9)
    glow = np.exp(-(((x - 0.16) / 0.22) ** 2 + ((y - 0.42) / 0.34) ** 2))
    sheet = mix(sheet, rgb((255, 238, 196)), 0.85 * glow)
    edge = np.hypot((x - 0.16) * width, (y - 0.40) * height) - 0.05 * height
    disc = np.clip(0.5 - edge * 60 / height, 0, 1)
    sheet = mix(sheet, rgb((255, 250, 232)), disc)
    stretched = cv2.resize(noise(rng, height, max(width // 3, 2), height * 0.30, 6), (width, height))
    wisps = np.clip((stretched - 0.52) * 4.5, 0, 1) * np.clip(1.1 - y, 0, 1)
    return mix(sheet, rgb((255, 244, 236)), 0.75 * wisps)


def ridge(rng: np.random.Generator, width: int, height: float, rough: float) -> Floats:
    """A mountain line: for every column how high it stands, around `height`, by summed noise."""
    line = noise(rng, 4, width, width / 3.5, 8)[1]
    fine = noise(rng, 4, width, width / 40, 5)[2]
    return np.asarray(height * (1 + rough * (line - 0.5) * 2 + 0.10 * rough * (fine - 0.5)))


def bricks(rng: np.random.Generator, height: int, width: int, brick: float) -> Floats:
    """A wall of running bond: every brick has its own red, rough faces, light from above left, sandy joints."""
    tall, joint = brick * 0.36, brick * 0.045
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    row = np.floor(y / tall)
    shifted = x + (row % 2) * brick / 2
    column = np.floor(shifted / brick)
    u, v = shifted - column * brick, y - row * tall
    tones = rng.random((int(height / tall) + 2, int(width / brick) + 3), np.float32)
    tone = tones[row.astype(int), column.astype(int)]
    face = mix(np.broadcast_to(rgb((128, 52, 38)), (height, width, 3)), rgb((190, 98, 68)), tone)
    rough = noise(rng, height, width, brick / 3, 5)
    face = face * (0.72 + 0.56 * rough[..., None])
    inside = np.minimum(np.minimum(u, brick - u), np.minimum(v, tall - v)) - joint
    wobble = (noise(rng, height, width, brick / 8, 3) - 0.5) * joint * 1.6
    solid = np.clip((inside + wobble) / (joint * 0.5) + 0.5, 0, 1)
    mortar = rgb((196, 186, 170)) * (0.75 + 0.4 * noise(rng, height, width, brick / 10, 3)[..., None])
    lit = 1 + 0.16 * (np.clip(1 - (v - joint) / joint, 0, 1) - np.clip(1 - (tall - v - joint) / joint, 0, 1))
    return mix(mortar, face * lit[..., None], solid)


def fabric(rng: np.random.Generator, height: int, width: int, thread: float) -> Floats:
    """A twill of blue and cream threads with a coarse check: warp over weft, each thread round and uneven."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    bend = (noise(rng, height, width, thread * 14, 3) - 0.5) * thread * 2.2
    x, y = x + bend, y + bend[::-1]
    column, row = np.floor(x / thread), np.floor(y / thread)
    over = ((column + row) % 4) < 2
    across, down = (x / thread) % 1 - 0.5, (y / thread) % 1 - 0.5
    round_warp, round_weft = np.sqrt(np.clip(1 - 3.4 * across**2, 0, 1)), np.sqrt(np.clip(1 - 3.4 * down**2, 0, 1))
    cream, blue, red = rgb((228, 214, 184)), rgb((44, 76, 122)), rgb((168, 52, 50))
    warp_tone = np.where((column // 9) % 3 == 0, 1.0, 0.0)
    weft_tone = np.where((row // 9) % 3 == 0, 1.0, 0.0)
    warp = mix(np.broadcast_to(blue, (height, width, 3)), cream, warp_tone)
    warp = mix(warp, np.broadcast_to(red, warp.shape), ((column % 27) == 13).astype(np.float32))
    weft = mix(np.broadcast_to(blue * 0.9, (height, width, 3)), cream, weft_tone)
    fuzz = 0.80 + 0.40 * noise(rng, height, width, thread * 1.5, 3)
    shade = np.where(over, 0.45 + 0.55 * round_warp, 0.45 + 0.55 * round_weft) * fuzz
    return np.asarray(np.where(over[..., None], warp, weft) * shade[..., None], np.float32)


def wood(rng: np.random.Generator, height: int, width: int, plank: float) -> Floats:
    """Planks from left to right: rings stretched along the grain, fine pores, dark joints."""
    y, _ = np.mgrid[0:height, 0:width].astype(np.float32)
    number = np.floor(y / plank)
    long = cv2.resize(noise(rng, height, max(width // 14, 3), plank * 0.9, 6), (width, height))
    tones = rng.random(int(height / plank) + 2, np.float32)[number.astype(int)]
    rings = 0.5 + 0.5 * np.sin((long * 9 + tones * 5) * 2 * np.pi)
    pores = cv2.resize(noise(rng, height, max(width // 24, 3), 3.0, 2), (width, height))
    sheet = mix(np.broadcast_to(rgb((112, 74, 44)), (height, width, 3)), rgb((172, 124, 80)), rings * 0.6 + long * 0.3)
    sheet = sheet * (0.84 + 0.22 * pores[..., None]) * (0.90 + 0.2 * tones[..., None])
    gap = np.minimum(y % plank, plank - y % plank)
    return np.asarray(sheet * np.clip(0.25 + gap / (plank * 0.025), 0, 1)[..., None], np.float32)


def paper(rng: np.random.Generator, height: int, width: int) -> Floats:
    """Warm white with a faint grain."""
    grain = noise(rng, height, width, 40, 6)
    return np.asarray(rgb((250, 247, 240)) * (0.975 + 0.05 * (grain[..., None] - 0.5)), np.float32)
