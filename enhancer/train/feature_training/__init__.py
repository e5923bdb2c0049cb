"""How the feature networks that come with the program were trained; `python -m enhancer.train.feature_training`."""
