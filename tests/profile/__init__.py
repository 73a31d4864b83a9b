"""Facts about what a client fills."""
