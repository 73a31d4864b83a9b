"""The operators of one line of text: fonts, places and codes, written stretch by stretch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import or_

from msgspec import Struct

from taahodname.typeset.codes import Key, empty_glyph
from taahodname.typeset.fonts import Face
from taahodname.typeset.guides import PDI, Guided
from taahodname.typeset.inks import INVISIBLE, SLANT, Ink, Look
from taahodname.typeset.operators import number, ratio, rgb
from taahodname.typeset.outlines import outline
from taahodname.typeset.pdf_codes import GAP, PdfCodes, Shown, shown
from taahodname.typeset.pdf_words import LEAST_MOVE
from taahodname.typeset.stretches import Kind

_EMBOLDEN = 0.03  # stroke width in em
# Of an em: a space raised so far, but not above the letters, ends PDFium's line without a line of its own.
_RAISE = 0.58
_WIDE = 0.75  # of an em: before such a letter it would not do, since PDFium asks for 3/4 of its width
_LATER_TWINS = 10  # guides behind a sign are other codes than those before the next
_UPRIGHT = "1 0 0 1"
_KEPT = 1_024
_KEPT_STEPS = 2_048


class Operators(Struct, frozen=True, gc=False):
    """The operators of one line.

    Places in them count from the left of the column and from the base line.

    Attributes:
        head: what comes before the first place; None where only a matrix can move all places.
        across, up: the first place, from which all others are told, in points.
        tail: what follows, with a gap for each code that is not usual.
        fonts: each with the bits of the groups of its usual codes that are shown.
        others: what the codes for the gaps are asked for by.
    """

    head: str | None
    across: float
    up: float
    tail: str
    fonts: tuple[tuple[Face, int], ...]
    others: tuple[Shown, ...]

    def put(self, x: float, y: float, codes: PdfCodes) -> str:
        """Return the operators at a place in a PDF.

        Args:
            x: the left edge of the column, in points from the left of the sheet.
            y: the base line, in points from the foot of the sheet.
            codes: those of the PDF.
        """
        codes.use(self.fonts)
        tail = self.tail % codes.of(self.others) if self.others else self.tail
        if self.head is None:
            return f"q 1 0 0 1 {number(x)} {number(y)} cm BT {tail} Q"
        return f"q BT {self.head} {number(x + self.across)} {number(y + self.up)} Td {tail} Q"


class GuideCodes(Struct, frozen=True, gc=False):
    """Guides as they are drawn.

    Attributes:
        fragment: their codes as they stand in a string.
        alone: the operator that shows them by themselves.
        groups: the bits of the groups of the codes.
        others: those that are not usual.
    """

    fragment: str
    alone: str
    groups: int
    others: tuple[Shown, ...]


@lru_cache(maxsize=_KEPT)
def guide_codes(face: Face, guides: str, twin: int, step: float) -> GuideCodes:
    """Return the codes of guides in a face that has an empty glyph.

    Args:
        face: the font.
        guides: they.
        twin: what tells the first from others that are like it; the others follow.
        step: how far apart they stand, in thousandths of an em.
    """
    empty = empty_glyph(face) or 0
    codes = [shown(face, (empty, char, place)) for place, char in enumerate(guides, twin)]
    between = f"){-round(step)}(" if step else ""
    fragment, others = between.join([one.code for one in codes]), [one for one in codes if one.code == GAP]
    groups = reduce(or_, [one.group for one in codes], 0)
    return GuideCodes(fragment, f"({fragment})Tj", groups, tuple(others))


@lru_cache(maxsize=_KEPT_STEPS)
def _step(across: int, up: int) -> str:
    """Return the operator that goes on from where text began last, by thousandths of a point."""
    return f"{number(across / 1000)} {number(up / 1000)} Td"


class LineWriter:
    """Writes the operators of one line, which `TextDrawing` puts into a PDF.

    Args:
        shipped: a face that has an empty glyph for sure.
    """

    def __init__(self, shipped: Face) -> None:
        self._shipped = shipped
        self._out: list[str] = []
        self._fonts: dict[Face, int] = {}
        self._others: list[Shown] = []
        self._paths: list[str] = []
        self._array: list[str] = []
        self._pen = 0.0
        self._is_behind_gap = False
        self._look: Look | None = None
        self._paint: tuple[str, int, float] | None = None
        self._is_upright = True  # no matrix is in force but the plainest
        self._head: str | None = None
        self._origin = (0.0, 0.0)
        self._line: tuple[int, int] | None = None
        self._is_bound = False

    def write(self, guided: Guided, inks: Sequence[Ink], places: Sequence[float]) -> None:
        """Write a stretch.

        Args:
            guided: the stretch with its guides.
            inks: those of the line.
            places: the pen before each, in points from the left of the column.
        """
        stretch, start = guided.stretch, guided.stretch.start
        ink, x = inks[start], places[start]
        for index, lead in guided.leads:
            self._alone(inks[index].look, places[index], lead)
        if stretch.kind is Kind.GAP:
            self.space(ink, x, raised=True)
            return
        look = ink.look
        is_first = self._line is None
        self._begin(look, x)
        if is_first:
            # Pypdf puts a space that it finds before the line behind what it has not yet put out.
            self._use(look)
        before = guided.before or self._narrow_start(ink)
        if before:
            left_end = min(x, places[start - 1] + inks[start - 1].end) if start else x
            self._guides(look, before, left_end)
        if stretch.singly:
            self._singly(stretch.indices, inks, places)
        else:
            self._together(stretch.indices, inks, places)
        if guided.after:
            last = stretch.indices[-1]
            ink = inks[last]
            self._guides(ink.look, guided.after, places[last] + ink.end, twins=_LATER_TWINS)
        self._is_behind_gap = False

    def _alone(self, look: Look, x: float, guides: str) -> None:
        """Write guides apart from all ink, and at one place: so they have no extent.

        Poppler, which takes any order there, heeds only those that are right-to-left, all of them alike.
        """
        self._begin(look, x - look.step)
        if look.empty is not None:
            codes = guide_codes(look.face, guides, 2 * _LATER_TWINS, 0.0)
            self._out.append(codes.alone)
            self._note(look, codes.groups, codes.others)
            return
        for place, guide in enumerate(guides):
            self._strange(look, guide, 2 * _LATER_TWINS + place)
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
        self._begin(ink.look, x, _RAISE * ink.look.style.size if raised else 0.0)
        self._is_behind_gap = raised
        if raised:
            self._out.append("1 Tr 1 w")
            self._paint = self._look = None
        self._out.append(f"({self._code(shown(ink.look.face, key))})Tj")
        if raised:
            self._out.append("0 Tr")

    @staticmethod
    def _space_key(ink: Ink) -> Key | None:
        if ink.slot.text == " ":
            return ink.slot.key
        gid = ink.look.face.glyph_of(" ")
        return (gid, " ", 0) if gid else None

    def _begin(self, look: Look, x: float, up: float = 0.0) -> None:
        """Begin to write in a font, size and colour at a place; the font is named anew, which pypdf needs."""
        self._use(look)
        if look is not self._look:
            self._change(look)
        across, above = round(x * 1000), round(up * 1000)
        if self._is_upright and self._line is not None:
            self._out.append(_step(across - self._line[0], above - self._line[1]))
        elif self._is_upright:
            self._head, self._out = " ".join(self._out), []
            self._origin = across / 1000, above / 1000
        else:
            self._out.append(f"{look.matrix} {number(across / 1000)} {number(above / 1000)} Tm")
            self._is_bound, self._is_upright = True, look.matrix == _UPRIGHT
        self._line = across, above
        self._pen = x

    def _change(self, look: Look) -> None:
        """Write in a font, a colour and a direction of the letters that were others before."""
        self._look = look
        self._fonts.setdefault(look.face, 0)
        if look.paint != self._paint:
            self._change_paint(look)
            self._paint = look.paint
        self._is_upright &= look.matrix == _UPRIGHT

    def _use(self, look: Look) -> None:
        if self._array:
            self._flush()
        self._out.append(look.font)

    def _change_paint(self, look: Look) -> None:
        colour = rgb(look.style.colour)
        self._out.append(f"{colour} rg")
        if look.mode == INVISIBLE:
            self._out.append("3 Tr")
        elif look.mode:
            self._out.append(f"2 Tr {number(look.style.size * _EMBOLDEN)} w {colour} RG")
        elif self._paint is not None and self._paint[1]:
            self._out.append("0 Tr")

    def _narrow_start(self, ink: Ink) -> str:
        """Return a guide to begin with behind a raised space, if a wide glyph comes first."""
        is_wide = self._is_behind_gap and ink.slot.advance >= _WIDE * ink.look.face.upem
        return PDI if is_wide else ""

    def _guides(self, look: Look, text: str, end: float, twins: int = 0) -> None:
        """Write guides one by one up to a place."""
        step = look.step
        if look.empty is None:
            for place, char in enumerate(text):
                self._move(look, end - step * (len(text) - place))
                self._strange(look, char, twins + place)
            return
        self._move(look, end - step * len(text))
        codes = guide_codes(look.face, text, twins, step / look.unit)
        self._array.append(codes.fragment)
        self._note(look, codes.groups, codes.others)
        self._pen = end - step

    def _strange(self, look: Look, char: str, twin: int) -> None:
        """Write a guide in the shipped font, since the font at hand has no empty glyph."""
        gid = empty_glyph(self._shipped)
        if gid is not None:
            self._flush()
            self._out.append(f"/{self._shipped.name} {number(look.style.size)} Tf")
            self._show(shown(self._shipped, (gid, char, twin)))
            self._use(look)

    def _move(self, look: Look, x: float) -> None:
        back = (self._pen - x) / look.unit
        if abs(back) >= LEAST_MOVE:
            whole = round(back)
            self._array.append(f"){whole}(")
            self._pen -= whole * look.unit

    def _show(self, code: Shown) -> None:
        self._array.append(self._code(code))

    def _code(self, code: Shown) -> str:
        """Return a code as it stands in a string, and note that it is shown."""
        self._fonts[code.face] = self._fonts.get(code.face, 0) | code.group
        if code.code == GAP:
            self._others.append(code)
        return code.code

    def _note(self, look: Look, groups: int, others: tuple[Shown, ...]) -> None:
        """Note that codes of a font are shown."""
        self._fonts[look.face] |= groups
        if others:
            self._others += others

    def _together(self, indices: Sequence[int], inks: Sequence[Ink], places: Sequence[float]) -> None:
        """Write inks one after another, and begin anew only where they look different."""
        look = inks[indices[0]].look
        for index in indices:
            ink, x = inks[index], places[index]
            if ink.look is not look and ink.look != look:
                look = ink.look
                self._begin(look, x)
            part = ink.part
            if part.codes:
                self._move(look, x + ink.start)
                self._array.append(part.fragment)
                self._note(look, part.groups, part.others)
                self._pen += ink.advance
            else:
                self._outlined(ink, x)

    def _singly(self, indices: Sequence[int], inks: Sequence[Ink], places: Sequence[float]) -> None:
        """Write inks code by code, the font named before each."""
        look = inks[indices[0]].look
        for place, index in enumerate(indices):
            ink, x = inks[index], places[index]
            if ink.look is not look and ink.look != look:
                look = ink.look
                self._begin(look, x)
            elif place:
                self._use(look)
            if ink.part.codes:
                self._one_by_one(ink, x)
            else:
                self._outlined(ink, x)

    def _one_by_one(self, ink: Ink, x: float) -> None:
        look, part = ink.look, ink.part
        em, unit = look.em, look.unit
        for rank, (slot, code) in enumerate(zip(part.slots, part.codes, strict=True)):
            if rank:
                self._use(look)
            self._move(look, x + slot.before * em)
            self._array.append(code.code)
            self._pen += code.width * unit
            x += (slot.before + slot.advance + slot.after) * em
        self._note(look, part.groups, part.others)

    def _outlined(self, ink: Ink, x: float) -> None:
        """Write a slot whose glyph is drawn as an outline, or that has none."""
        slot, look = ink.slot, ink.look
        if slot.outline is not None:
            self._draw_outline(ink, x, slot.outline)
        elif ink.apart is not None and slot.key is not None:
            self._draw_outline(ink, x, slot.key[0])
        if slot.key is None:
            if slot.text:
                self._move(look, x)
                self._strange(look, slot.text, 0)
            return
        self._move(look, x + slot.before * look.em)
        code = shown(look.face, slot.key)
        self._show(code)
        self._pen += code.width * look.unit

    def _draw_outline(self, ink: Ink, x: float, gid: int) -> None:
        """Draw a glyph that stands off the base line; as text it would look like a line of its own."""
        choice, apart = ink.look.choice, ink.apart
        style = ink.look.style if apart is None else apart.style
        upem = choice.face.upem
        across, up = style.size * style.stretch / upem, style.size / upem
        slant = SLANT * up if choice.slant else 0.0
        paint = f"{rgb(style.colour)} rg"
        if apart is not None:
            x += apart.shift
            if choice.embolden:
                paint += f" {rgb(style.colour)} RG {number(_EMBOLDEN * upem)} w"
        rise = style.rise if apart is not None else 0.0
        self._paths += [
            f"q {paint} {ratio(across)} 0 {ratio(slant)} {ratio(up)}",
            f"{number(x + ink.slot.x * across)} {number(ink.slot.y * up + rise)} cm",
            f"{outline(choice.face, gid)} {'B' if ' w' in paint else 'f'} Q",
        ]

    def _flush(self) -> None:
        """End what is shown: codes alone as a string, with moves between them as an array of strings."""
        if self._array:
            codes = "".join(self._array)
            self._out.append(f"[({codes})]TJ".replace("()", "") if ")" in codes else f"({codes})Tj")
            self._array.clear()

    def finish(self) -> Operators:
        """Return the operators."""
        self._flush()
        head, (across, up) = self._head, self._origin
        out = [*self._out, "ET", *self._paths]
        if head is not None and (self._is_bound or self._paths):
            out.insert(0, f"{head} {number(across)} {number(up)} Td")
            head = None
        return Operators(head, across, up, " ".join(out), tuple(self._fonts.items()), tuple(self._others))
