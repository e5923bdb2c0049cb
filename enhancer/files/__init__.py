"""Files: atomic writes, hashes, safe names and templates, the output lock. Knows nothing of pictures or models."""
