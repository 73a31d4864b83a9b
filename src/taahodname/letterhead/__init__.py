"""What a letter is set on: the company's own Word file, one made from its profile, or preprinted paper."""

from taahodname.letterhead.model import Letterhead
from taahodname.word.notes import Note

__all__ = ["Letterhead", "Note"]
