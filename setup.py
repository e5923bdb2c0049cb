"""What pyproject.toml cannot say: `pretrained/` of the checkout travels in the wheel as `enhancer/pretrained/`."""

from setuptools import find_namespace_packages, setup

setup(
    packages=[*find_namespace_packages(include=["enhancer*", "cli*", "gui*"]), "enhancer.pretrained"],
    package_dir={"enhancer.pretrained": "pretrained"},
)
