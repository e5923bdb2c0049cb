"""Tiling pictures are shifted without losing a pixel, the same way in any batch."""

from __future__ import annotations

import numpy as np
import torch

from enhancer.train.rolls import roll, rolls


def test_a_shift_is_that_of_torch_picture_by_picture():
    x = torch.arange(3 * 2 * 5 * 7).reshape(3, 2, 5, 7)
    shifts = np.array([[0, 0], [2, 3], [4, 6]])
    expected = torch.stack([torch.roll(one, tuple(map(int, s)), (1, 2)) for one, s in zip(x, shifts, strict=True)])
    assert torch.equal(roll(x, shifts), expected)


def test_a_draw_is_the_same_in_any_batch_and_reaches_every_shift():
    whole = rolls(3, 0, 400, (4, 6))
    assert (rolls(3, 37, 5, (4, 6)) == whole[37:42]).all()
    assert {tuple(row) for row in whole.tolist()} == {(a, b) for a in range(4) for b in range(6)}
