"""The order of pictures: a function of seed and number, fair to pictures, and to classes if asked."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from enhancer.errors import DataError
from enhancer.train.order import Order, flips, mirror

seeds = st.integers(0, 2**63 - 1)
labels_of = st.lists(st.integers(0, 6), min_size=1, max_size=40).map(lambda found: np.array(found, np.int64))
few = settings(max_examples=60, deadline=None)


@few
@given(st.integers(1, 50), seeds, st.integers(0, 10**6))
def test_each_epoch_has_each_picture_once(count, seed, epoch):
    drawn = Order(count, seed).indices(epoch * count, count)
    assert sorted(drawn.tolist()) == list(range(count))


@few
@given(labels_of, seeds, st.booleans(), st.integers(0, 10**9), st.integers(0, 60), st.integers(0, 60))
def test_a_batch_is_a_slice_of_one_sequence_wherever_it_starts(labels, seed, balance, first, a, b):
    together = Order(labels, seed, balance).indices(first, a + b)
    order = Order(labels, seed, balance)
    later = order.indices(first + a, b)
    assert np.array_equal(together, np.concatenate([order.indices(first, a), later]))


@few
@given(labels_of, seeds, st.integers(0, 1000), st.integers(1, 20))
def test_balanced_rounds_have_each_class_once(labels, seed, first, rounds):
    present = np.unique(labels)
    drawn = Order(labels, seed, balance=True).indices(first * len(present), rounds * len(present))
    for row in labels[drawn].reshape(rounds, len(present)):
        assert np.array_equal(np.sort(row), present)


@few
@given(labels_of, seeds)
def test_a_class_goes_through_its_pictures_before_any_comes_again(labels, seed):
    order = Order(labels, seed, balance=True)
    classes = len(np.unique(labels))
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        drawn = order.indices(0, classes * len(members) * 2)
        of_class = drawn[labels[drawn] == label]
        assert np.array_equal(np.sort(of_class[: len(members)]), members)
        assert np.array_equal(np.sort(of_class[len(members) :]), members)
        assert len(of_class) == 2 * len(members)


def test_epochs_and_seeds_differ():
    order = Order(200, 3)
    assert not np.array_equal(order.indices(0, 200), order.indices(200, 200))
    assert not np.array_equal(order.indices(0, 200), Order(200, 4).indices(0, 200))
    assert np.array_equal(order.indices(0, 200), Order(200, 3).indices(0, 200))


def test_every_place_of_an_epoch_is_equally_likely():
    firsts = np.array([Order(5, seed).indices(0, 1)[0] for seed in range(2000)])
    assert np.abs(np.bincount(firsts, minlength=5) - 400).max() < 90  # five standard deviations


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(DataError, match="no pictures"):
        Order(0, 0)
    with pytest.raises(DataError, match="have none"):
        Order(5, 0, balance=True)


@few
@given(seeds, st.integers(0, 10**9), st.integers(0, 30), st.integers(0, 30))
def test_mirrors_depend_on_the_number_alone(seed, first, a, b):
    both = ("horizontal", "vertical")
    together = flips(seed, first, a + b, both)
    assert np.array_equal(together[a:], flips(seed, first + a, b, both))


def test_only_declared_mirrors_happen_each_half_of_the_time():
    assert not flips(0, 0, 500, ()).any()
    sideways = flips(0, 0, 2000, ("horizontal",))
    assert not sideways[:, 1].any()
    assert 850 < sideways[:, 0].sum() < 1150
    assert np.array_equal(flips(0, 0, 2000, ("horizontal", "vertical"))[:, 0], sideways[:, 0])


@pytest.mark.parametrize("dtype", [torch.uint8, torch.float32])
def test_mirrored_rows_are_mirrored_and_others_untouched(dtype):
    x = torch.arange(4 * 2 * 3 * 5).reshape(4, 2, 3, 5).to(dtype)
    out = mirror(x, np.array([[False, False], [True, False], [False, True], [True, True]]))
    assert torch.equal(out[0], x[0])
    assert torch.equal(out[1], x[1].flip(-1))
    assert torch.equal(out[2], x[2].flip(-2))
    assert torch.equal(out[3], x[3].flip(-1).flip(-2))
    assert mirror(x, np.zeros((4, 2), bool)) is x
