"""Models: what a model is, its file, the store, the networks."""
