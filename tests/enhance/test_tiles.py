"""Tile plans as integers: partition, coverage, context, equal shapes, JSON."""

import itertools
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancer.enhance.tiles import TilePlan, plan_tiles, smallest_tile
from enhancer.errors import SpecError


@st.composite
def plans(draw):
    multiple = draw(st.sampled_from([1, 1, 2, 4, 8]))
    overlap = draw(st.integers(0, 24))
    feather = draw(st.sampled_from([0, 0, 3, 8]))
    least = smallest_tile(overlap, multiple, feather)
    tall, wide = draw(st.integers(least, least + 90)), draw(st.integers(least, least + 90))
    height, width = draw(st.integers(1, 300)), draw(st.integers(1, 300))
    return plan_tiles(
        height,
        width,
        scale=draw(st.integers(1, 4)),
        overlap=overlap,
        tile=(tall, wide),
        batch=draw(st.integers(1, 8)),
        multiple_of=multiple,
        feather=feather,
    ), (tall, wide)


@given(plans())
def test_keep_boxes_partition_the_picture_exactly(case):
    plan, _ = case
    seen = np.zeros((plan.height, plan.width), np.int32)
    for tile in plan.tiles():
        seen[tile.keep.top : tile.keep.bottom, tile.keep.left : tile.keep.right] += 1
    assert (seen == 1).all()


@given(plans())
def test_every_written_pixel_has_its_context_or_the_border_of_the_picture(case):
    plan, _ = case
    for tile in plan.tiles():
        read, write = tile.read, tile.write
        assert 0 <= read.top <= write.top < write.bottom <= read.bottom <= plan.height
        assert 0 <= read.left <= write.left < write.right <= read.right <= plan.width
        assert read.top == 0 or write.top - read.top >= plan.overlap
        assert read.left == 0 or write.left - read.left >= plan.overlap
        assert read.bottom == plan.height or read.bottom - write.bottom >= plan.overlap
        assert read.right == plan.width or read.right - write.right >= plan.overlap


@given(plans())
def test_all_tiles_read_the_same_shape_unless_strides_cut_off_the_last(case):
    plan, (tall, wide) = case
    for tile in plan.tiles():
        assert tile.read.top % plan.multiple_of == tile.read.left % plan.multiple_of == 0
        assert tile.read.height == plan.tile[0] or (plan.multiple_of > 1 and tile.read.bottom == plan.height)
        assert tile.read.width == plan.tile[1] or (plan.multiple_of > 1 and tile.read.right == plan.width)
    assert plan.tile[0] <= max(tall, 1)
    assert plan.tile[1] <= max(wide, 1)
    assert plan.batch <= plan.count


@given(plans())
def test_at_most_two_tiles_blend_at_a_seam(case):
    plan, _ = case
    for spans in (plan.rows, plan.columns):
        inner = [span.keep[1] - span.keep[0] for span in spans[1:-1]]
        assert all(kept >= 2 * plan.feather for kept in inner)
        if len(spans) > 1:
            assert min(spans[0].keep[1], spans[-1].keep[1] - spans[-1].keep[0]) >= plan.feather


@given(plans())
def test_a_plan_survives_json(case):
    plan, _ = case
    assert TilePlan.from_json(json.loads(json.dumps(plan.as_json()))) == plan


@given(plans(), st.integers(0, 299))
def test_the_rest_of_a_plan_covers_exactly_the_rows_that_are_left(case, row):
    plan, _ = case
    row = min(row, plan.height - 1)
    rest = plan.below(row)
    assert rest.rows[0].keep[0] == row
    assert rest.rows[-1].keep[1] == plan.height
    assert all(a.keep[1] == b.keep[0] for a, b in itertools.pairwise(rest.rows))
    assert min(tile.write.top for tile in rest.tiles()) == row


def test_tiles_are_evened_out_instead_of_leaving_a_thin_rest():
    plan = plan_tiles(1100, 100, scale=2, overlap=12, tile=512)
    assert len(plan.rows) == 3
    assert plan.tile == (383, 100)
    kept = [row.keep[1] - row.keep[0] for row in plan.rows]
    assert max(kept) - min(kept) <= 13


def test_a_picture_smaller_than_a_tile_runs_at_its_own_size():
    plan = plan_tiles(7, 9, scale=4, overlap=12, tile=128)
    assert plan.count == 1
    assert plan.tile == (7, 9)


def test_zero_means_one_tile_for_the_whole_picture():
    assert plan_tiles(5000, 4000, scale=2, overlap=500, tile=0).count == 1


def test_a_tile_that_is_all_context_is_refused_with_the_smallest_that_works():
    with pytest.raises(SpecError, match="at least 25"):
        plan_tiles(500, 500, scale=2, overlap=12, tile=24)
    assert plan_tiles(500, 500, scale=2, overlap=12, tile=25).count == 476**2


@pytest.mark.parametrize(
    "damage",
    [{"version": 9}, {"rows": [[0, 5, 0, 3], [2, 9, 4, 9]]}, {"rows": []}, {"size": [3]}, {"batch": "many"}],
)
def test_a_damaged_plan_is_refused(damage):
    values = plan_tiles(90, 90, scale=2, overlap=4, tile=40).as_json() | damage
    with pytest.raises(SpecError):
        TilePlan.from_json(values)
