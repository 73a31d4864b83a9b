"""An operator's own blank form: its dotted blanks found, understood by their labels, and made into tags."""
