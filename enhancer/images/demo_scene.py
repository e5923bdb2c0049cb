"""A detailed scene drawn without any file: text, line art, textures, gradients, transparency, each in a named box.

The truth for `enhancer demo`: it is drawn several times as large and averaged down in linear light, so that its
edges are those of a camera and not of a drawing program.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow

from . import demo_textures as textures
from .demo_outdoors import TABLE, draw_outdoors
from .demo_stage import SHEET, Stage
from .image import Image, ImageMeta
from .transfer import decode_to_linear, encode_from_linear

SUPERSAMPLING = 3


class Box(NamedTuple):
    """Pixels [left, right) x [top, bottom)."""

    left: int
    top: int
    right: int
    bottom: int


# On the sheet of 960 x 640.
REGIONS = {
    "sky": Box(10, 10, 290, 190),
    "thin lines": Box(300, 10, 590, 270),
    "foliage": Box(20, 236, 330, 396),
    "bricks": Box(640, 176, 930, 396),
    "text": Box(24, 424, 336, 626),
    "line art": Box(356, 424, 544, 626),
    "fabric": Box(564, 424, 744, 626),
    "transparency": Box(764, 412, 958, 638),
}


def render_scene(width: int = 960, height: int = 640, seed: int = 0) -> tuple[Image, dict[str, Box]]:
    """The scene as 8-bit RGB with alpha, and its regions by name. The same bytes for the same arguments."""
    rng = np.random.default_rng(seed)
    size = width * SUPERSAMPLING, height * SUPERSAMPLING
    stage = Stage(Pillow.new("RGB", size), size[0] / SHEET[0], size[1] / SHEET[1], rng)
    draw_outdoors(stage)
    stage.paste((0, TABLE, *SHEET), lambda h, w: textures.wood(rng, h, w, 60 * stage.unit))
    _shadowed_cards(stage)
    _text(stage)
    _line_art(stage)
    stage.paste(REGIONS["fabric"], lambda h, w: textures.fabric(rng, h, w, 2.1 * stage.unit))
    light = decode_to_linear(np.asarray(stage.paint))
    alpha = np.ones(light.shape[:2], np.float32)
    left, top, right, bottom = stage.box(REGIONS["transparency"])
    shine, alpha[top:bottom, left:right] = _glass(stage)
    under = light[top:bottom, left:right]
    light[top:bottom, left:right] = under + (shine[..., :3] - under) * shine[..., 3:]
    pixels = encode_from_linear(_averaged(light, width, height), np.dtype(np.uint8))
    cover = np.rint(_averaged(alpha, width, height) * 255).astype(np.uint8)
    meta = ImageMeta(format="png", mode="RGBA", alpha_kind="straight")
    regions = {name: _scaled(box, width, height) for name, box in REGIONS.items()}
    return Image(pixels, cover, meta), regions


def _averaged(sheet: NDArray[np.float32], width: int, height: int) -> NDArray[np.float32]:
    return np.asarray(cv2.resize(sheet, (width, height), interpolation=cv2.INTER_AREA), np.float32)


def _scaled(box: Box, width: int, height: int) -> Box:
    x, y = width / SHEET[0], height / SHEET[1]
    left, top = math.ceil(box.left * x), math.ceil(box.top * y)
    return Box(left, top, max(int(box.right * x), left + 1), max(int(box.bottom * y), top + 1))


def _shadowed_cards(stage: Stage) -> None:
    shadow = np.zeros((stage.paint.height, stage.paint.width), np.float32)
    for name in ("text", "line art", "fabric"):
        left, top, right, bottom = stage.box(REGIONS[name])
        drop = round(5 * stage.unit)
        shadow[top + drop : bottom + drop, left + drop : right + drop] = 0.55
    soft = cv2.GaussianBlur(shadow, (0, 0), 4 * stage.unit)
    shaded = np.asarray(stage.paint, np.float32) * (1 - np.asarray(soft)[..., None])
    stage.paint.paste(Pillow.fromarray((shaded + 0.5).astype(np.uint8)))
    for name in ("text", "line art"):
        stage.paste(REGIONS[name], lambda h, w: textures.paper(stage.rng, h, w))


def _text(stage: Stage) -> None:
    ink, draw = (28, 30, 40), stage.draw
    lines = (
        (38, 430, "Sharp letters", (148, 34, 40)),
        (36, 474, "The quick brown fox jumps", ink),
        (36, 498, "over the lazy dog, 0123456789.", ink),
        (36, 526, "Sphinx of black quartz, judge my vow & be quick?", ink),
        (36, 544, "Pack my box with five dozen liquor jugs; (x + y) * 64 = 27 %", (30, 62, 120)),
        (36, 560, "How vexingly quick daft zebras jump! No. 12 [a] {b} <c> «d» @ # $ & ?", ink),
        (36, 574, "minimum illumination, million villi, rn m cl d 1lI| O0Q 5S 8B 2Z, ff fi fl", ink),
    )
    for (x, y, words, colour), size in zip(lines, (34, 19, 19, 12.5, 10, 9, 8), strict=True):
        draw.text(stage.at(x, y), words, colour, stage.font(size))
    for column in range(6):
        for row in range(3):
            number = f"{(column * 37 + row * 11) % 100:02d}.{(column * 53 + row * 29) % 1000:03d}"
            draw.text(stage.at(38 + 49 * column, 590 + 11 * row), number, ink, stage.font(9))


def _line_art(stage: Stage) -> None:
    draw, ink = stage.draw, (22, 24, 30)
    centre, reach = (412, 482), 46
    for spoke in range(36):
        a, b = (2 * math.pi * (spoke + share) / 36 for share in (0.0, 0.5))
        tips = [(centre[0] + reach * math.cos(t), centre[1] + reach * math.sin(t)) for t in (a, (a + b) / 2, b)]
        draw.polygon([stage.at(*point) for point in (centre, *tips)], ink)
    for ring in range(1, 17):
        r = 1.7 * ring + 0.045 * ring * ring
        box = stage.box((498 - r, 482 - r, 498 + r, 482 + r))
        draw.ellipse(box, None, ink, max(1, round((1.3 - 0.055 * ring) * stage.unit)))
    for index in range(22):
        x = 366 + index * (2.2 + 0.16 * index)
        stage.line([(x, 540), (x, 572)], ink, 0.6 + 0.05 * index)
    for index in range(15):
        stage.line([(366, 578 + 3 * index), (452, 578 + 2.1 * index)], ink, 0.8)
    turns = np.linspace(0, 9 * math.pi, 400)
    curl = [(498 + 1.35 * t * math.cos(t), 582 + 1.2 * t * math.sin(t)) for t in turns]
    stage.line(curl, (30, 62, 120), 1.2)


def _glass(stage: Stage) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Soap bubbles over the table, inside of their region only: colour and cover of their shine (H,W,4), and the
    alpha (H,W) that fades the corner away.
    """
    left, top, right, bottom = stage.box(REGIONS["transparency"])
    y, x = np.mgrid[top:bottom, left:right].astype(np.float32)
    px, py = x / stage.scale_x, y / stage.scale_y
    shine = np.zeros((*px.shape, 4), np.float32)
    away = np.hypot((px - 958) / 200, (py - 638) / 232)
    alpha = np.clip((away - 0.30) / 0.55, 0, 1) ** 1.5
    for cx, cy, r in ((822, 480, 46), (896, 530, 38), (816, 582, 30), (912, 452, 24), (872, 604, 17)):
        d = np.hypot(px - cx, py - cy) / r
        body = np.clip((1 - d) * r * 0.9, 0, 1)
        rim = body * np.exp(-(((d - 0.94) / 0.10) ** 2))
        glint = ((px - cx + 0.40 * r) / (0.22 * r)) ** 2 + ((py - cy + 0.45 * r) / (0.13 * r)) ** 2
        spot = body * np.exp(-glint)
        hue = np.arctan2(py - cy, px - cx) + 3 * d
        film = np.stack([0.5 + 0.5 * np.cos(hue + shift) for shift in (0.0, 2.1, 4.2)], axis=-1)
        cover = np.clip(0.10 * body + 0.55 * rim + 0.95 * spot, 0, 1)
        colour = np.clip(0.45 + 0.55 * film + spot[..., None], 0, 1)
        shine[..., :3] = np.where(cover[..., None] > shine[..., 3:], colour, shine[..., :3])
        shine[..., 3] = np.maximum(shine[..., 3], cover)
        # A bubble is seen even where the table has faded away, but never fully.
        alpha = np.maximum(alpha, np.clip(1.3 * cover, 0, 1))
    return shine, alpha.astype(np.float32)
