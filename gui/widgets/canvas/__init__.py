"""The canvas: pans and zooms in pictures of any size, and lays a result over the original to compare them."""

from .canvas import Canvas
from .picture import Picture
from .scene import DIFFERENCE_GAIN, MODES, Mode

__all__ = ["DIFFERENCE_GAIN", "MODES", "Canvas", "Mode", "Picture"]
