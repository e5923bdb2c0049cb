"""Runtime: devices, precision, memory, backends."""
