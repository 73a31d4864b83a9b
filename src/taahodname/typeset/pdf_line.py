"""The operators of one line of text: fonts, places and codes, written stretch by stretch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from taahodname.paper.blocks import TextStyle
from taahodname.typeset.codes import STEP, CodePage, Key, Shown, Slot, empty_glyph, shown
from taahodname.typeset.fonts import Face, FontChoice
from taahodname.typeset.guides import PDI, Guided
from taahodname.typeset.operators import number, ratio, rgb
from taahodname.typeset.outlines import outline
from taahodname.typeset.pdf_words import Drawn
from taahodname.typeset.stretches import Kind

_SLANT = 0.21  # about 12 degrees, what word processors use where no italic is at hand
_EMBOLDEN = 0.03  # stroke width in em
# Of an em: a space raised so far, but not above the letters, ends PDFium's line without a line of its own.
_RAISE = 0.58
_WIDE = 0.75  # of an em: before such a letter it would not do, since PDFium asks for 3/4 of its width
_KEPT = 256
_LATER_TWINS = 10  # guides behind a sign are other codes than those before the next


class Apart(NamedTuple):
    """Where the outline of a glyph stands: the pen before it, and the style that says how high and wide."""

    x: float
    style: TextStyle


class Ink(NamedTuple):
    """One slot of a line at its place.

    Attributes:
        slot: the code.
        x: the pen before it, in points from the left of the column.
        choice, style: how it is drawn.
        level: its bidi level.
        em: points of one font unit, along the line.
        tab: it stands for a tab.
        apart: where its glyph is drawn as an outline, the code itself being invisible; None for what is
            drawn as text.
        word: several slots that are drawn as one, the slot being the first of them.
    """

    slot: Slot
    x: float
    choice: FontChoice
    style: TextStyle
    level: int
    em: float
    tab: bool = False
    apart: Apart | None = None
    word: Drawn | None = None

    @property
    def text(self) -> str:
        """What is read."""
        return self.slot.text if self.word is None else self.word.text

    @property
    def end(self) -> float:
        """Where the pen stands after the code."""
        x, em, last = self.x, self.em, self.slot
        if self.word is not None:
            *others, last = self.word.slots
            for slot in others:
                x += (slot.before + slot.advance + slot.after) * em
        return x + (last.before + last.advance) * em


class Operators:
    """The operators of one line, with gaps for the codes and font names of the PDF it is drawn in.

    Places in them count from the left of the column and from the base line; a matrix moves them.

    Args:
        template: the operators, «%s» where a code or a font stands.
        picks: the codes and fonts, in their order.
    """

    __slots__ = ("_pick", "_template")

    def __init__(self, template: str, picks: Sequence[Shown | Face]) -> None:
        # Two more than there are make a tuple of what is picked, however many there are to be picked.
        self._pick = itemgetter(*picks, None, None)
        self._template = template

    def put(self, x: float, y: float, names: PdfNames) -> str:
        """Return the operators at a place in a PDF.

        Args:
            x: the left edge of the column, in points from the left of the sheet.
            y: the base line, in points from the foot of the sheet.
            names: what this PDF calls its fonts and codes.
        """
        return f"q 1 0 0 1 {number(x)} {number(y)} cm {self._template % self._pick(names)[:-2]} Q"


class PdfNames(dict[Shown | Face | None, str]):
    """What one PDF calls the codes and fonts that its lines show, given out as they are asked for."""

    def __init__(self) -> None:
        super().__init__({None: ""})
        self.pages: dict[Face, CodePage] = {}
        """The codes of each font, in the order of their first use."""

    def __missing__(self, asked: Shown | Face) -> str:
        if isinstance(asked, Shown):
            page = self.pages.get(asked.face)
            if page is None:
                self[asked.face]
                page = self.pages[asked.face]
            name = f"{page.code(asked):04X}"
        else:
            self.pages[asked] = CodePage(asked)
            name = f"/T{len(self.pages)}"
        self[asked] = name
        return name

    def further(self) -> PdfNames:
        """Return names for another PDF: all of these, and those that are asked for there follow."""
        names = PdfNames()
        names.update(self)
        names.pages = {face: page.further() for face, page in self.pages.items()}
        return names


@lru_cache(maxsize=_KEPT)
def _shape(stretch: float, slant: float) -> str:
    """Return the part of a text matrix that does not depend on the place."""
    return f"{number(stretch)} 0 {number(slant)} 1"


@lru_cache(maxsize=_KEPT)
def _font(size: float) -> str:
    return f"%s {number(size)} Tf"


_INVISIBLE = 3


def _mode(ink: Ink) -> int:
    """Return the text rendering mode (ISO 32000-1, 9.3.6): filled, filled and stroked, or invisible."""
    return _INVISIBLE if ink.apart is not None else 2 * ink.choice.embolden


class LineWriter:
    """Writes the operators of one line, which `TextDrawing` puts into a PDF.

    Args:
        shipped: a face that has an empty glyph for sure.
    """

    def __init__(self, shipped: Face) -> None:
        self._shipped = shipped
        self._out = ["BT"]
        self._picks: list[Shown | Face] = []
        self._paths: list[str] = []
        self._array: list[str] = []
        self._is_in_code = False
        self._pen = 0.0
        self._is_behind_gap = False
        self._paint: tuple[str, int, float] | None = None

    def write(self, guided: Guided, inks: Sequence[Ink]) -> None:
        """Write a stretch."""
        stretch = guided.stretch
        ink = inks[stretch.start]
        for index, lead in guided.leads:
            self._alone(inks[index], lead)
        if stretch.kind is Kind.GAP:
            self.space(ink, ink.x, raised=True)
            return
        self._begin(ink, ink.x)
        self._guides(ink, guided.before or self._narrow_start(ink), self._left_end(inks, stretch.start))
        for index in stretch.indices:
            last, ink = ink, inks[index]
            if (last.choice, last.style) != (ink.choice, ink.style):
                self._begin(ink, ink.x)
            elif stretch.singly and index != stretch.start:
                self._use(ink.choice.face, ink.style.size)
            if ink.word is None:
                self._code(ink)
            else:
                self._word(ink, ink.word, ink.word.codes or (), singly=stretch.singly)
        self._guides(ink, guided.after, ink.end, twins=_LATER_TWINS)
        self._is_behind_gap = False

    def _alone(self, ink: Ink, guides: str) -> None:
        """Write guides apart from all ink, each by itself: together they would have an extent."""
        for place, guide in enumerate(guides):
            x = ink.x - STEP * (len(guides) - place) * ink.style.size
            self._begin(ink, x)
            self._empty(ink, guide, 2 * _LATER_TWINS + place)
        self._flush()

    def space(self, ink: Ink, x: float, *, raised: bool) -> None:
        """Write a lone space.

        Args:
            ink: what gives the font; its code is a space, or the face has one.
            x: where it stands.
            raised: off the base line, where PDFium ends its line; it is stroked then, since PDFium
                overlooks what has no extent.
        """
        key = self._space_key(ink)
        if key is None:
            return
        self._begin(ink, x, _RAISE * ink.style.size if raised else 0.0)
        self._is_behind_gap = raised
        if raised:
            self._out.append("1 Tr 1 w")
            self._paint = None
        self._out.append("<%s>Tj")
        self._picks.append(shown(ink.choice.face, key))
        if raised:
            self._out.append("0 Tr")

    @staticmethod
    def _space_key(ink: Ink) -> Key | None:
        if ink.slot.text == " ":
            return ink.slot.key
        gid = ink.choice.face.glyph_of(" ")
        return (gid, " ", 0) if gid else None

    def _begin(self, ink: Ink, x: float, up: float = 0.0) -> None:
        """Begin to write in a font, size and colour at a place; the font is named anew, which pypdf needs."""
        self._use(ink.choice.face, ink.style.size)
        paint = (ink.style.colour, _mode(ink), ink.style.size)
        if paint != self._paint:
            self._change_paint(ink)
            self._paint = paint
        slant = _SLANT if ink.choice.slant else 0.0
        self._out.append(f"{_shape(ink.style.stretch, slant)} {number(x)} {number(up) if up else '0'} Tm")
        self._pen = x

    def _use(self, face: Face, size: float) -> None:
        self._flush()
        self._out.append(_font(size))
        self._picks.append(face)

    def _change_paint(self, ink: Ink) -> None:
        colour = rgb(ink.style.colour)
        self._out.append(f"{colour} rg")
        mode = _mode(ink)
        if mode == _INVISIBLE:
            self._out.append("3 Tr")
        elif mode:
            self._out.append(f"2 Tr {number(ink.style.size * _EMBOLDEN)} w {colour} RG")
        elif self._paint is not None and self._paint[1]:
            self._out.append("0 Tr")

    @staticmethod
    def _left_end(inks: Sequence[Ink], index: int) -> float:
        """Return where a sign begins, or, if there is a gap before it, where that begins."""
        return min(inks[index].x, inks[index - 1].end) if index else inks[index].x

    def _narrow_start(self, ink: Ink) -> str:
        """Return a guide to begin with behind a raised space, if a wide glyph comes first."""
        is_wide = ink.slot.advance >= _WIDE * ink.choice.face.upem
        return PDI if self._is_behind_gap and is_wide else ""

    def _guides(self, ink: Ink, text: str, end: float, twins: int = 0) -> None:
        """Write guides one by one up to a place."""
        for place, char in enumerate(text):
            self._move(ink, end - STEP * (len(text) - place) * ink.style.size)
            self._empty(ink, char, twins + place)

    def _empty(self, ink: Ink, char: str, twin: int) -> None:
        """Write a guide, in the shipped font if the font at hand has no empty glyph."""
        face = ink.choice.face
        gid = empty_glyph(face)
        if gid is not None:
            self._show(shown(face, (gid, char, twin)))
            return
        face = self._shipped
        gid = empty_glyph(face)
        if gid is not None:
            self._use(face, ink.style.size)
            self._show(shown(face, (gid, char, twin)))
            self._use(ink.choice.face, ink.style.size)

    def _move(self, ink: Ink, x: float) -> None:
        thousandths = (x - self._pen) / (ink.style.size * ink.style.stretch) * 1000
        if abs(thousandths) >= 0.05:
            self._array.append(f">{number(-thousandths)}" if self._is_in_code else number(-thousandths))
            self._is_in_code = False
            self._pen = x

    def _show(self, code: Shown) -> None:
        """Write a code; those that follow one another stand within one pair of brackets."""
        self._array.append("%s" if self._is_in_code else "<%s")
        self._is_in_code = True
        self._picks.append(code)

    def _code(self, ink: Ink) -> None:
        slot = ink.slot
        if slot.outline is not None:
            self._draw_outline(ink, slot.outline)
        elif ink.apart is not None and slot.key is not None:
            self._draw_outline(ink, slot.key[0])
        if slot.key is None:
            if slot.text:
                self._move(ink, ink.x)
                self._empty(ink, slot.text, 0)
            return
        self._move(ink, ink.x + slot.before * ink.em)
        self._show(shown(ink.choice.face, slot.key))
        self._pen += slot.advance * ink.em

    def _word(self, ink: Ink, word: Drawn, codes: Sequence[Shown], *, singly: bool) -> None:
        """Write slots that are drawn as one, as `_code` would write them one by one."""
        x, em = ink.x, ink.em
        if word.is_even and not singly:
            self._move(ink, x)
            self._array.append(("" if self._is_in_code else "<") + "%s" * len(codes))
            self._is_in_code = True
            self._picks += codes
            for slot in word.slots:
                self._pen += slot.advance * em
            return
        for place, (slot, code) in enumerate(zip(word.slots, codes, strict=True)):
            if singly and place:
                self._use(ink.choice.face, ink.style.size)
            self._move(ink, x + slot.before * em)
            self._show(code)
            self._pen += slot.advance * em
            x += (slot.before + slot.advance + slot.after) * em

    def _draw_outline(self, ink: Ink, gid: int) -> None:
        """Draw a glyph that stands off the base line; as text it would look like a line of its own."""
        place = ink if ink.apart is None else ink.apart
        style, upem = place.style, ink.choice.face.upem
        across, up = style.size * style.stretch / upem, style.size / upem
        slant = _SLANT * up if ink.choice.slant else 0.0
        paint = f"{rgb(style.colour)} rg"
        if ink.apart is not None and ink.choice.embolden:
            paint += f" {rgb(style.colour)} RG {number(_EMBOLDEN * upem)} w"
        rise = style.rise if ink.apart is not None else 0.0
        self._paths += [
            f"q {paint} {ratio(across)} 0 {ratio(slant)} {ratio(up)}",
            f"{number(place.x + ink.slot.x * across)} {number(ink.slot.y * up + rise)} cm",
            f"{outline(ink.choice.face, gid)} {'B' if ' w' in paint else 'f'} Q",
        ]

    def _flush(self) -> None:
        if self._array:
            self._out.append(f"[{''.join(self._array)}{'>' if self._is_in_code else ''}]TJ")
            self._array, self._is_in_code = [], False

    def finish(self) -> Operators:
        """Return the operators."""
        self._flush()
        return Operators(" ".join([*self._out, "ET", *self._paths]), self._picks)
