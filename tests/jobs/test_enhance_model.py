"""Which model of a family makes which size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancer.enhance.size import parse_size
from enhancer.errors import ImageError, ModelError
from enhancer.jobs.enhance_model import Family, wanted
from enhancer.models.store import Entry, Store
from tests.helpers_generators import save_random_generator
from tests.helpers_models import plain_info, save_random_model


def entry(name, scale):
    return Entry(name, None, plain_info(name, scale=scale), shipped=True)


def family(named, *scales):
    members = tuple(entry(f"some-x{scale}", scale) for scale in scales)
    found = Family(next(one for one in members if one.info.scale == named), members)
    found.__dict__["hashes"] = {one.name: "" for one in members}
    return found


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(1, 9000))
def test_the_smallest_model_that_is_enough_is_taken_and_the_largest_where_none_is(width, height, side):
    want = wanted(family(2, 2, 3, 4), parse_size(f"long={side}"), width, height)
    enough = [scale for scale in (2, 3, 4) if scale * max(width, height) >= side]
    assert want.scale == (min(enough) if enough else 4)
    assert max(want.width, want.height) == side
    assert bool(want.note) == (not enough)


def test_rounding_of_the_target_is_no_reason_for_a_larger_model():
    # x2 of 3 pixels stays x2 even where a side of 2.5 is rounded up.
    assert wanted(family(2, 2, 4), parse_size("x1.9"), 3, 5).scale == 2
    assert wanted(family(2, 2, 4), parse_size("x2"), 3, 5).scale == 2


def test_without_a_size_the_named_model_gives_its_own_scale():
    want = wanted(family(4, 2, 4), None, 10, 7)
    assert (want.entry.name, want.width, want.height) == ("some-x4", 40, 28)


def test_a_family_is_found_by_its_name_and_strangers_stay_out(tmp_path):
    for name, scale in (("a-x2", 2), ("a-x4", 4), ("b-x4", 4), ("a-plus-x4", 4)):
        save_random_model(tmp_path, name, scale=scale)
    save_random_model(tmp_path, "a-x8", scale=2)  # its name and its card disagree
    store = Store(tmp_path, tmp_path / "none")
    found = Family.find("a-x2", alone=False, store=store)
    assert [one.name for one in found.members] == ["a-x2", "a-x4"]
    assert list(Family.find("a-x2", alone=True, store=store).hashes) == ["a-x2"]
    by_file = Family.find(str(tmp_path / "b-x4.safetensors"), alone=False, store=store)
    assert [one.name for one in by_file.members] == ["b-x4"]


def test_a_model_that_does_not_enhance_is_refused(tmp_path):
    save_random_generator(tmp_path, "faces")
    with pytest.raises(ModelError) as caught:
        Family.find("faces", alone=True, store=Store(tmp_path, tmp_path / "none"))
    assert caught.value.code == "model-purpose"


def test_a_size_that_no_memory_holds_is_refused():
    with pytest.raises(ImageError) as caught:
        wanted(family(2, 2, 4), parse_size("100000w"), 96, 80)
    assert caught.value.code == "too-large"
    assert "--size" in caught.value.hint
