import numpy as np

from enhancer.images.demo_scene import REGIONS, render_scene


def test_the_scene_is_detailed_deterministic_and_named_by_regions():
    image, regions = render_scene(240, 160)
    again, _ = render_scene(240, 160)
    other, _ = render_scene(240, 160, seed=1)
    assert image.pixels.shape == (160, 240, 3)
    assert np.array_equal(image.pixels, again.pixels)
    assert np.array_equal(image.alpha, again.alpha)
    assert not np.array_equal(image.pixels, other.pixels)
    assert regions.keys() == REGIONS.keys()
    for name, (left, top, right, bottom) in regions.items():
        assert 0 <= left < right <= 240, name
        assert 0 <= top < bottom <= 160, name
        detail = image.pixels[top:bottom, left:right].astype(float)
        assert detail.std() > (4 if name == "sky" else 12), name
    left, top, right, bottom = regions["transparency"]
    soft = image.alpha[top:bottom, left:right]
    assert soft.min() == 0
    assert soft.max() == 255
    assert ((soft > 20) & (soft < 235)).mean() > 0.1
    assert image.alpha[:top].min() == 255
