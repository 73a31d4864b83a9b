"""The documents of a dossier, one module each; they take only a checked profile."""
