"""Pictures: what an image is, the formats, colour, alpha, resampling. numpy only, never torch."""
