"""Measures the values that go on the lines of a letterhead, and tells those that are too long for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from taahodname.letterhead.artwork_sheet import FIELD_SIZE
from taahodname.letterhead.fields import Slot
from taahodname.letterhead.sheet import FONT
from taahodname.letterhead.told import narrow
from taahodname.units import Mm, Pt, pt_to_mm
from taahodname.word.notes import Note


def too_narrow(slots: Iterable[Slot], letter: Mapping[str, str]) -> Iterator[Note]:
    """Yield a warning for each blank that its value does not fit.

    Args:
        slots: the blanks.
        letter: the values, by name.
    """
    for slot in slots:
        value = letter.get(slot.name, "")
        room = Mm(slot.right - slot.left)
        wide = width_of(value) if value else Mm(0)
        if wide > room:
            yield narrow(slot.name, wide, room)


def width_of(text: str) -> Mm:
    """Return how wide a text is in the letters of those lines."""
    import uharfbuzz as hb

    from taahodname.typeset.fonts import shipped_book

    face = shipped_book().find(FONT).face
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer)
    advance = sum(position.x_advance for position in buffer.glyph_positions)
    return pt_to_mm(Pt(advance / face.upem * FIELD_SIZE))
