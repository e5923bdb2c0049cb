"""Training: the one loop, its state, its data, the recipes and losses."""
