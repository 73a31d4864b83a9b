"""The codes of a PDF: usual ones, which are the same in each, and others, given out as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from taahodname.errors import FontError
from taahodname.typeset.codes import Key, own_advance
from taahodname.typeset.fonts import Face
from taahodname.typeset.usual_codes import MOST_CODES, code_at, usual_codes, usual_groups

GAP = "%s"
"""What stands in operators for a code that each PDF gives out anew."""


class Shown(Struct, frozen=True, eq=False):
    """A glyph of a face that means some characters: one code of a PDF. There is one object for each.

    Attributes:
        face: the font.
        gid: the glyph.
        text: the characters.
        width: its advance in thousandths of an em; PDFium knows whole ones only.
        code: as it stands in a string of a PDF; a gap where it is none of the usual ones.
        group: a number whose only bit is that of its group of usual codes; 0 for none.
    """

    face: Face
    gid: int
    text: str
    width: int
    code: str
    group: int


def shown(face: Face, key: Key) -> Shown:
    """Return what a code of a face is asked for by: always the same object, as long as the face is open.

    Args:
        face: the font.
        key: the glyph, the characters, and what tells codes apart that stand side by side and mean the same;
            a reader (PDFium) takes one code twice at one place for a double print.
    """
    known: Shown | None = face.shown.get(key)
    if known is None:
        gid, text, _ = key
        usual = usual_codes(face).get(key)
        code, group = (GAP, 0) if usual is None else (in_string(usual[0]), 1 << usual[1])
        width = declared(own_advance(face, gid), face)
        known = face.shown.setdefault(key, Shown(face, gid, text, width, code, group))
    return known


def declared(advance: int, face: Face) -> int:
    """Return an advance in font units as the thousandths of an em that a PDF says of it."""
    return round(advance * 1000 / face.upem)


def in_string(code: int) -> str:
    """Return a code as it stands between the brackets of a string; its bytes need no escape."""
    return chr(code >> 8) + chr(code & 0xFF)


class CodePage(Struct):
    """The codes of one face in one PDF.

    Attributes:
        face: the font.
        groups: the bits of the groups of usual codes that are shown.
        others: the codes that are none of them, given out as they are asked for.
    """

    face: Face
    groups: int = 0
    others: dict[Shown, int] = field(default_factory=dict)

    def code(self, wanted: Shown) -> int:
        """Return the code of a glyph that means some characters and has no usual one.

        Raises:
            FontError: when there are no more codes.
        """
        known = self.others.get(wanted)
        if known is None:
            place = len(usual_codes(self.face)) + len(self.others) + 1
            if place > MOST_CODES:
                raise FontError(
                    "نویسه‌های سند بیش از گنجایش قلم است؛ سند را کوتاه‌تر کنید.",
                    "the document uses more glyphs than one font can hold; make it shorter",
                )
            known = self.others[wanted] = code_at(place)
        return known

    def signs(self) -> Iterator[tuple[int, int, str, int]]:
        """Yield each code with its glyph, what it means, and its width: those of whole groups."""
        for number, group in enumerate(usual_groups(self.face)):
            if self.groups >> number & 1:
                for (gid, text, _), code in group.codes.items():
                    yield code, gid, text, declared(own_advance(self.face, gid), self.face)
        for one, code in self.others.items():
            yield code, one.gid, one.text, one.width


class PdfCodes:
    """The codes of all fonts of one PDF."""

    def __init__(self) -> None:
        self.pages: dict[str, CodePage] = {}
        """The codes of each font by its name, in the order of their first use."""
        self._used: set[tuple[tuple[Face, int], ...]] = set()

    def use(self, fonts: tuple[tuple[Face, int], ...]) -> None:
        """Note that fonts are drawn with.

        Args:
            fonts: each with the bits of the groups of its usual codes that are shown.
        """
        if fonts not in self._used:  # most lines show what others have shown
            self._used.add(fonts)
            for face, groups in fonts:
                self._page(face).groups |= groups

    def of(self, asked: Sequence[Shown]) -> tuple[str, ...]:
        """Return codes that are not usual, as they stand in a string."""
        return tuple([in_string(self._page(one.face).code(one)) for one in asked])

    def _page(self, face: Face) -> CodePage:
        # By its name, for a file may be open twice.
        page = self.pages.get(face.name)
        if page is None:
            page = self.pages[face.name] = CodePage(face)
        return page

    def further(self) -> PdfCodes:
        """Return the codes for another PDF: all of these, and those that are asked for there follow."""
        codes = PdfCodes()
        codes.pages = {
            name: CodePage(page.face, page.groups, page.others.copy()) for name, page in self.pages.items()
        }
        return codes
