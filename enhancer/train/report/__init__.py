"""What a run folder shows: record, page, film and TensorBoard log, and how runs compare. Trains nothing."""
