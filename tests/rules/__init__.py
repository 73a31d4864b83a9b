"""Facts about what the operators demand."""
