"""Neutral blocks of a page: what the Word reader finds and the typesetter lays out, knowing neither."""
