"""Folders of the user, as the system names them."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths


def pictures_folder() -> str:
    places = QStandardPaths.StandardLocation
    found = (QStandardPaths.writableLocation(place) for place in (places.PicturesLocation, places.HomeLocation))
    return next(filter(None, found), "")
