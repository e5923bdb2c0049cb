"""The containers that pictures come in, as lists of blocks: taken apart and put together, never decoded."""
