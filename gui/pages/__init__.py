"""The pages of the window, in the order of the side navigation: one a file, one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enhancer.registry import Registry

if TYPE_CHECKING:
    from .page import Page

PAGES: Registry[type[Page]] = Registry(
    "page",
    __name__,
    [
        ("enhance", ".enhance:EnhancePage"),
        ("batch", ".batch:BatchPage"),
        ("generate", ".generate:GeneratePage"),
        ("train", ".train:TrainPage"),
        ("models", ".models:ModelsPage"),
        ("settings", ".settings:SettingsPage"),
    ],
)
