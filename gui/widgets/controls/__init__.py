"""Controls that pages put together: a labelled field, joined buttons, a fold, a path, an elided text, a number."""

from __future__ import annotations

from .elided_label import ElidedLabel
from .field import Field
from .fold import Fold
from .number_edit import NumberEdit
from .path_edit import PathEdit
from .segments import Segments

__all__ = ["ElidedLabel", "Field", "Fold", "NumberEdit", "PathEdit", "Segments"]
