"""Word files: opened safely, filled, finished right-to-left, set on a letterhead, linted and read back."""
