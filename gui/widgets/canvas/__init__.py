"""The canvas: pans and zooms in pictures of any size, and lays a result over the original to compare them."""

from .canvas import DIFFERENCE_GAIN, MODES, Canvas
from .picture import Picture

__all__ = ["DIFFERENCE_GAIN", "MODES", "Canvas", "Picture"]
