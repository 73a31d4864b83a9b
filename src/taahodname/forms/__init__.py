"""The operators' own forms: Word files that others wrote, made ready for filling, checked and mended."""
