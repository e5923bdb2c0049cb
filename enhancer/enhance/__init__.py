"""Enhancing one picture: the tile plan, the engine, fidelity, the target size."""
