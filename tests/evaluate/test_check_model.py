"""Checks of a model against its card, beyond what the command line's tests ask."""

from __future__ import annotations

from enhancer.evaluate.check_model import check_model


def test_a_model_of_random_weights_computes_soundly_and_only_its_picture_is_damaged(house):
    found = check_model("tiny-x2", "cpu")
    assert [check.what for check in found.checks if not check.ok] == ["flat grey"]
    assert not found.healthy
    assert len(found.sha256) == 64
    assert found.speed > 0
    assert {"shape", "finite", "tiles", "bf16", "fp16", "speed", "weights"} <= {check.what for check in found.checks}
