"""What stands outside in the demonstration scene: sky, mountains, meadow, a house of bricks, wires, trees."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PIL import Image as Pillow

from . import demo_textures as textures
from .demo_stage import SHEET, Stage

# Where the meadow ends and the table begins.
TABLE = 404


def draw_outdoors(stage: Stage) -> None:
    """Everything above the table, far things first."""
    _landscape(stage)
    _wires(stage)
    _house(stage)
    _trees(stage)


def _landscape(stage: Stage) -> None:
    stage.paste((0, 0, SHEET[0], 300), lambda h, w: textures.sky(stage.rng, h, w))
    layers = ((120, 0.5, (146, 150, 176)), (84, 0.6, (98, 112, 138)), (44, 0.45, (62, 88, 84)))
    for height, rough, colour in layers:
        _mountain(stage, height, rough, colour)
    left, top, right, bottom = stage.box((0, 282, SHEET[0], TABLE))
    rows = np.linspace(0, 1, bottom - top, dtype=np.float32)[:, None]
    field = np.broadcast_to(rows, (bottom - top, right - left))
    grass = textures.mix(
        np.broadcast_to(textures.rgb((122, 140, 74)), (*field.shape, 3)), textures.rgb((60, 92, 34)), field
    )
    grass = grass * (0.75 + 0.5 * textures.noise(stage.rng, bottom - top, right - left, 9 * stage.unit, 6)[..., None])
    stage.paste((0, 282, SHEET[0], TABLE), lambda h, w: grass[:h, :w])
    for y in np.sort(stage.rng.uniform(296, TABLE + 4, 2600)):
        x, tall = stage.rng.uniform(0, SHEET[0]), (y - 270) * stage.rng.uniform(0.05, 0.11)
        lean, tone = stage.rng.uniform(-0.5, 0.5) * tall, stage.rng.uniform(0.55, 1.25)
        colour = (int(92 * tone), int(126 * tone), int(48 * tone))
        stage.line([(x, y), (x + lean * 0.4, y - tall * 0.6), (x + lean, y - tall)], colour, 0.7)


def _mountain(stage: Stage, height: float, rough: float, colour: tuple[int, int, int]) -> None:
    left, top, right, bottom = stage.box((0, 100, SHEET[0], 300))
    tall, wide = bottom - top, right - left
    line = (190 - textures.ridge(stage.rng, wide, height, rough)) * stage.scale_y
    y = np.arange(tall, dtype=np.float32)[:, None]
    depth = np.clip((y - line) / (height * stage.scale_y), 0, 1)
    rock = textures.noise(stage.rng, tall, wide, 26 * stage.unit, 7)
    slope = (rock - np.roll(rock, (-4, -6), (0, 1))) * 2.2
    tone = np.clip(0.82 + 0.4 * (rock - 0.5) + np.clip(slope, -0.16, 0.16), 0.4, 1.3)
    sheet = textures.mix(textures.rgb(colour) * tone[..., None], textures.rgb((206, 196, 190)), 0.55 * depth)
    cover = Pillow.fromarray((np.clip(y - line + 0.5, 0, 1) * 255).astype(np.uint8))
    stage.paste((0, 100, SHEET[0], 300), lambda h, w: sheet, cover)


def _house(stage: Stage) -> None:
    rng, draw = stage.rng, stage.draw
    stage.paste((612, 160, 948, TABLE), lambda h, w: textures.bricks(rng, h, w, 27 * stage.unit))
    draw.polygon([stage.at(*point) for point in ((640, 62), (912, 62), (960, 166), (592, 166))], (46, 30, 34))
    for row in range(15):
        y, low = 58 + row * 7.2, 58 + row * 7.2 + 11
        inset = (15 - row) * 3.4
        x = 590 + inset - (row % 2) * 5
        while x < 962 - inset:
            tone = rng.uniform(0.72, 1.15)
            colour = (int(88 * tone), int(58 * tone), int(62 * tone))
            draw.pieslice(stage.box((x, y - 6, x + 10, low)), 0, 180, colour, (46, 30, 34))
            x += 10
    for x in (648, 732, 844):
        _window(stage, x, 206, 58, 78)
    for x in (648, 844):
        _window(stage, x, 312, 58, 66)
    draw.rectangle(stage.box((736, 304, 788, TABLE)), (58, 42, 30))
    draw.rectangle(stage.box((741, 309, 783, TABLE)), (36, 92, 88))
    for y in (316, 350):
        draw.rectangle(stage.box((747, y, 777, y + 26)), (28, 76, 74), (66, 124, 118), round(stage.unit))
    draw.ellipse(stage.box((774, 380, 780, 386)), (226, 196, 112))


def _window(stage: Stage, x: float, y: float, wide: float, tall: float) -> None:
    draw = stage.draw
    draw.rectangle(stage.box((x - 5, y - 5, x + wide + 5, y + tall + 5)), (232, 226, 212), (120, 112, 98))
    stage.paste((x, y, x + wide, y + tall), lambda h, w: textures.sky(stage.rng, h, w) * 0.55)
    for i in range(11):
        lifted = y + 2 + i * tall / 26
        stage.line([(x, lifted), (x + wide, lifted)], (222, 214, 198), 0.9)
    for share in (1 / 3, 2 / 3):
        stage.line([(x + wide * share, y), (x + wide * share, y + tall)], (232, 226, 212), 2.2)
    stage.line([(x, y + tall / 2), (x + wide, y + tall / 2)], (232, 226, 212), 2.2)
    draw.rectangle(stage.box((x - 8, y + tall + 4, x + wide + 8, y + tall + 10)), (206, 198, 184), (110, 100, 88))


def _wires(stage: Stage) -> None:
    """A pole and its wires: the thinnest lines of the scene, at many angles."""
    dark = (44, 40, 44)
    stage.line([(318, 300), (326, 28)], (70, 54, 46), 6)
    for y, half in ((44, 34), (64, 28)):
        stage.line([(324 - half, y + 2), (324 + half, y - 2)], (70, 54, 46), 3.2)
    for index, end in enumerate((66, 84, 104, 122, 146)):
        x, y, reach = 300 + 12 * index, 42 + 4 * (index % 2), 350 - 12 * index - 0.47 * (end - 58)
        sag = [(x + reach * t, y + (end - y) * t + 60 * t * (1 - t)) for t in np.linspace(0, 1, 40)]
        stage.line(sag, dark, 0.5 + 0.22 * index)
        stage.line([(x, y), (x - 300, y - 150 + 16 * index)], dark, 0.45)
    _pylon(stage, 470, 288, 214)
    for x, y in ((400, 30), (426, 40), (520, 26)):
        stage.line([(x - 8, y - 4), (x - 3, y - 6), (x, y), (x + 3, y - 6), (x + 8, y - 4)], dark, 1.1)


def _pylon(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A lattice mast, crossed from leg to leg at a dozen angles."""
    steel = (72, 74, 84)

    def leg(side: int, share: float) -> tuple[float, float]:
        return x + side * (27 * (1 - share) ** 1.6 + 3.2), foot - tall * share

    heights = [1 - (1 - step / 12) ** 1.35 for step in range(13)]
    for side in (-1, 1):
        stage.line([leg(side, share) for share in heights], steel, 1.3)
    for low, high in pairwise(heights):
        for side in (-1, 1):
            stage.line([leg(side, low), leg(-side, high)], steel, 0.7)
        stage.line([leg(-1, high), leg(1, high)], steel, 0.6)
    for share, arm in ((0.72, 34), (0.84, 40), (0.95, 30)):
        y = foot - tall * share
        for side in (-1, 1):
            stage.line([leg(side, share), (x + side * arm, y + 2), leg(side, share + 0.04)], steel, 0.8)
            stage.line([(x + side * arm, y + 2), (x + side * arm, y + 9)], steel, 1.2)


def _trees(stage: Stage) -> None:
    """Crowns of single leaves, dark ones first, light ones last and higher."""
    draw, rng = stage.draw, stage.rng
    for x, y, wide, tall in ((70, 300, 86, 74), (176, 322, 96, 66), (282, 306, 78, 72), (560, 330, 58, 50)):
        stage.line([(x, y), (x + 3, 402)], (62, 46, 34), 9)
        for side in (-1, 1):
            stage.line([(x + 1, y + 40), (x + side * wide * 0.5, y - 6)], (62, 46, 34), 3)
        count = int(wide * tall * 0.75)
        for index in range(count):
            turn, reach = rng.uniform(0, 2 * math.pi), math.sqrt(rng.uniform(0, 1))
            bump = 1 + 0.08 * math.sin(5 * turn + x)
            px, py = x + math.cos(turn) * reach * wide * 0.62 * bump, y + math.sin(turn) * reach * tall * 0.85 * bump
            light = 0.35 + 0.75 * index / count - 0.25 * math.sin(turn) * reach + rng.uniform(-0.14, 0.14)
            colour = tuple(int(np.clip(value * light, 0, 255)) for value in (96, 142, 50))
            angle, size = rng.uniform(0, math.pi), rng.uniform(1.6, 3.4)
            dx, dy = math.cos(angle) * size, math.sin(angle) * size
            leaf = [
                (px - dx, py - dy),
                (px - dy * 0.42, py + dx * 0.42),
                (px + dx, py + dy),
                (px + dy * 0.42, py - dx * 0.42),
            ]
            draw.polygon([stage.at(*point) for point in leaf], colour)
