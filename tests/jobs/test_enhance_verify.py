"""Nothing gets its name that was not read back and found to be what was meant; and what is measured then."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image as PillowImage

from enhancer.files.atomic import write_temporary
from enhancer.jobs import enhance_stages, run
from tests.helpers_jobs import enhanced, job, save_png
from tests.helpers_models import save_random_model


@pytest.mark.parametrize("existing", [False, True])
def test_a_file_that_comes_back_otherwise_than_meant_never_gets_its_name(tmp_path, monkeypatch, house, existing):
    def written_wrongly(final, data):
        path = write_temporary(final, data)
        with PillowImage.open(path) as picture:
            pixels = np.array(picture)
        pixels[3, 5, 1] ^= 1
        PillowImage.fromarray(pixels).save(path)
        return path

    monkeypatch.setattr(enhance_stages, "write_temporary", written_wrongly)
    source = save_png(tmp_path / "in" / "a.png")
    out = tmp_path / "out"
    out.mkdir()
    if existing:
        save_png(out / "a.png", seed=7)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    item = run(job(source, output=str(out), if_exists="overwrite")).items[0]
    assert (item.state, item.code) == ("failed", "verify")
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before


def test_a_model_for_another_degradation_can_be_used_and_is_measured_alike_twice(tmp_path, house):
    model = save_random_model(tmp_path, "soft-x2", degradation="blur")
    item = enhanced(save_png(tmp_path / "a.png"), output=str(tmp_path / "b.png"), model=str(model))
    assert item.state == "done", item.reason
    assert item.facts["fidelity"] == "low"
    assert item.facts["consistency"]["file"]["psnr"] == pytest.approx(item.facts["consistency"]["result"]["psnr"])
