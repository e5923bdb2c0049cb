"""Fields of a job into the controls that show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from .choice import Choice
from .controls import NumberEdit
from .model_choice import ModelChoice
from .name_edit import NameEdit

Control = QCheckBox | QLineEdit | Choice | NumberEdit | ModelChoice | NameEdit


def show_values(values: Mapping[str, Any], controls: Mapping[str, Control]) -> None:
    """controls: by the name of their field. What is not named in `values` is left as it is. No signal."""
    for name, control in controls.items():
        if name not in values:
            continue
        if isinstance(control, QCheckBox):
            control.setChecked(bool(values[name]))
        elif isinstance(control, QLineEdit):
            control.setText(str(values[name]))
        else:
            control.value = values[name]
