"""What a drawing is read with: its file, its place for messages, its limits, and how its words are read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Block, PageGeometry
from taahodname.units import Pt, emu_to_pt
from taahodname.word.graft_theme import Theme, theme_of
from taahodname.word.markup import Element, parse
from taahodname.word.names import qn
from taahodname.word.package import Package

ReadBoxed = Callable[[Iterable[Element], str | None], tuple[Block, ...]]
"""Reads what stands in a text box; words that name no colour have the one given."""

_LONGEST = 20_000.0  # points; the largest sheet of Word is 1584 points wide
_MOST_SHAPES = 2_000
_DEEPEST = 12


class Shared:
    """What all sites of one file share: its theme, and how many shapes were read.

    Args:
        package: the file.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self.shapes = 0
        self._kinds: dict[str, dict[str, Element]] = {}
        self._chained: dict[str, set[str]] = {}

    def kinds(self, part: str, element: Element) -> dict[str, Element]:
        """Return the kinds of VML shapes that a part defines, by their names; `element` stands in it."""
        if part not in self._kinds:
            root = element.getroottree().getroot()
            self._kinds[part] = {one.get("id", ""): one for one in root.iter(qn("v:shapetype"))}
        return self._kinds[part]

    def chained(self, part: str, element: Element) -> set[str]:
        """Return the numbers of the text boxes of a part that go on in another one."""
        if part not in self._chained:
            root = element.getroottree().getroot()
            self._chained[part] = {one.get("id", "") for one in root.iter(qn("wps:linkedTxbx"))}
        return self._chained[part]

    @cached_property
    def theme(self) -> Theme:
        """The theme of the file."""
        return theme_of(self._package)

    @cached_property
    def formats(self) -> Element | None:
        """The lines, fills and effects that the theme holds."""
        part = next(iter(self._package.related(self._package.main, "theme")), None)
        root = None if part is None else parse(self._package.parts[part], part)
        return None if root is None else next(root.iter(qn("a:fmtScheme")), None)


class Site(Struct, frozen=True):
    """Where a drawing stands and what it is read with.

    Attributes:
        package, part: the file and the part of it.
        near: the words beside it, for messages.
        read_boxed: reads the blocks of a text box.
        shared: what all drawings of the file share.
        page: the page of the section, for sizes that are a share of it.
        boxed: it stands in a text box.
        depth: how many groups and text boxes are around it.
    """

    package: Package
    part: str
    near: str
    read_boxed: ReadBoxed
    shared: Shared
    page: PageGeometry | None = None
    boxed: bool = False
    depth: int = 0

    @property
    def theme(self) -> Theme:
        """The theme of the file."""
        return self.shared.theme

    def formats(self, kind: str) -> list[Element]:
        """Return the theme's lines, fills or effects («a:lnStyleLst» and the like), the first one first."""
        scheme = self.shared.formats
        found = None if scheme is None else scheme.find(qn(kind))
        return [] if found is None else [child for child in found if isinstance(child.tag, str)]

    def refuse(self, feature: str) -> UnsupportedFeature:
        """Return the error that names what cannot be read."""
        return UnsupportedFeature(feature, self.part, self.near)

    def inside(self) -> Site:
        """Return the site of what stands in a group or a text box.

        Raises:
            UnsupportedFeature: when there are too many around it.
        """
        if self.depth >= _DEEPEST:
            raise self.refuse(f"شکل‌های تودرتوی بیش از {_DEEPEST} لایه")
        return replace(self, depth=self.depth + 1)

    def count(self) -> None:
        """Count a shape.

        Raises:
            UnsupportedFeature: when the file holds more than can be drawn.
        """
        self.shared.shapes += 1
        if self.shared.shapes > _MOST_SHAPES:
            raise self.refuse(f"بیش از {_MOST_SHAPES} شکل")

    # Numbers --------------------------------------------------------------------------------------

    def number(self, text: str | None, default: float = 0.0) -> float:
        """Return a number as a file says it.

        Raises:
            UnsupportedFeature: when it is none, or not finite.
        """
        if text is None or not text.strip():
            return default
        try:
            value = float(text)
        except ValueError as error:
            raise self.refuse(f"عدد نادرست در شکل ({text[:20]})") from error
        if not math.isfinite(value):
            raise self.refuse(f"عدد نادرست در شکل ({text[:20]})")
        return value

    def length(self, points: float) -> Pt:
        """Return a length that paper can hold.

        Raises:
            UnsupportedFeature: when it is longer than any sheet.
        """
        if not math.isfinite(points) or abs(points) > _LONGEST:
            raise self.refuse(f"اندازهٔ شکل بیش از هر کاغذی است ({points:.0f}pt)")
        return Pt(points)

    def emu(self, text: str | None, default: float = 0.0) -> Pt:
        """Return English Metric Units as points.

        Args:
            text: what the file says.
            default: in EMU, where it says nothing.

        Raises:
            UnsupportedFeature: when that is no length.
        """
        return self.length(emu_to_pt(self.number(text, default)))

    def share(self, text: str | None, default: float = 0.0) -> float:
        """Return a percentage in thousandths of a per cent, or with a sign, as a share of one."""
        if text is not None and text.strip().endswith("%"):
            return self.number(text.strip()[:-1]) / 100
        return self.number(text, default * 100_000) / 100_000

    def angle(self, text: str | None) -> float:
        """Return 60,000ths of a degree as degrees from 0 up to 360."""
        return (self.number(text) / 60_000) % 360
