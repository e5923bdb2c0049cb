"""Parts of the Enhance page: settings, live preview, comparison of models, what came of it, results so far."""
