"""The operators' own forms: Word files that others wrote, checked, mended and made ready to be filled."""
