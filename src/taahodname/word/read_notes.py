"""Reading footnotes and endnotes: their numbers, and the words that the mark in the text points to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Block, Note, Text, TextStyle
from taahodname.persian.counters import counted, is_way
from taahodname.word.markup import Element, integer
from taahodname.word.names import prefixed, qn
from taahodname.word.read_fields import Story
from taahodname.word.read_styles import Properties

ReadBlocks = Callable[[Iterable[Element], Story], tuple[Block, ...]]
StyleOf = Callable[[Properties, str], TextStyle]

_PLACES = {"footnote": "pageBottom", "endnote": "docEnd"}
_WAYS = {"footnote": "decimal", "endnote": "lowerRoman"}  # ECMA-376 §17.11.18, §17.11.17


class _Kind(Struct):
    """Footnotes, or endnotes: where they stand in the package, and how they count."""

    name: str
    part: str = ""
    known: dict[str, Element] = field(default_factory=dict)
    way: str = "decimal"
    start: int = 1
    restarts: bool = False
    number: int = 0

    def settle(self, layers: Iterable[Element | None]) -> str | None:
        """Take what settings and section say, the nearest last; return what of it is not known."""
        self.way, self.start, self.restarts = _WAYS[self.name], 1, False
        for layer in layers:
            props = None if layer is None else layer.find(qn(f"w:{self.name}Pr"))
            for child in () if props is None else props:
                tag, value = prefixed(child.tag), child.get(qn("w:val"), "")
                if tag == "w:numFmt":
                    self.way = value
                elif tag == "w:numStart":
                    self.start = integer(child, 1)
                elif tag == "w:numRestart":
                    self.restarts = value == "eachSect"
                    if value == "eachPage":
                        return "شماره‌گذاری تازهٔ پانویس در هر صفحه (w:numRestart)"
                elif tag == "w:pos" and value != _PLACES[self.name]:
                    return f"جای پانویس {value} (w:pos)"
        return None if is_way(self.way) else f"شماره‌گذاری پانویس از نوع {self.way} (w:numFmt)"


class Notes:
    """The notes of a package.

    Args:
        story: what the main part is read with.
        read_blocks: reads the words of a note.
        settings: the root of settings.xml, or None.
    """

    def __init__(self, story: Story, read_blocks: ReadBlocks, settings: Element | None) -> None:
        self._story = story
        self._read_blocks = read_blocks
        self._settings = settings
        self._section: Element | None = None
        self._kinds: dict[str, _Kind] = {}
        self.endnotes: list[Block] = []

    def begin_section(self, section: Element | None) -> None:
        """Let notes be numbered as a section says."""
        self._section = section
        for kind in self._kinds.values():
            self._settle(kind)
            if kind.restarts:
                kind.number = kind.start - 1

    def _settle(self, kind: _Kind) -> None:
        unknown = kind.settle((self._settings, self._section))
        if unknown is not None:
            raise UnsupportedFeature(unknown, self._story.part, "")

    def _kind(self, name: str) -> _Kind:
        if name not in self._kinds:
            kind = self._kinds[name] = _Kind(name)
            package, main = self._story.package, self._story.part
            parts = package.related(main, f"{name}s")
            if parts:
                kind.part = parts[0]
                notes = package.xml(kind.part).findall(qn(f"w:{name}"))
                kind.known = {one.get(qn("w:id"), ""): one for one in notes}
            self._settle(kind)
            kind.number = kind.start - 1
        return self._kinds[name]

    def _kind_of(self, reference: Element) -> _Kind:
        return self._kind(prefixed(reference.tag)[2:].removesuffix("Reference"))

    def holds(self, reference: Element) -> bool:
        """Return whether the note that a mark points to is there."""
        return reference.get(qn("w:id"), "") in self._kind_of(reference).known

    def read(self, reference: Element, props: Properties, style_of: StyleOf, *, rtl: bool) -> Note | Text:
        """Return the mark of a note, a footnote with its words; those of an endnote are kept for the end.

        Args:
            reference: the `w:footnoteReference` or `w:endnoteReference`.
            props: how its run looks.
            style_of: makes a style of them.
            rtl: the direction of the text around; a right-to-left one has Persian digits.

        Raises:
            KeyError: when the note is not there (`holds` tells).
            UnsupportedFeature: when it is numbered in a way that is not known.
        """
        kind = self._kind_of(reference)
        note = kind.known[reference.get(qn("w:id"), "")]
        kind.number += 1
        mark = counted(kind.number, kind.way, persian=rtl)
        blocks = self._read_blocks(note, replace(self._story, part=kind.part, own_mark=mark, notes=None))
        style = style_of(props, mark)
        if kind.name == "footnote":
            return Note(mark, style, blocks)
        self.endnotes += blocks
        return Text(mark, style)


def note(
    story: Story,
    reference: Element,
    props: Properties,
    style_of: StyleOf,
    refuse: Callable[[str], UnsupportedFeature],
    *,
    rtl: bool,
) -> Note | Text:
    """Return the mark of a note that a run points to.

    Raises:
        UnsupportedFeature: when notes cannot stand here, or the note has a mark of its own.
    """
    tag = prefixed(reference.tag)
    if not isinstance(story.notes, Notes):
        raise refuse(f"پانویس در این جا ({tag})")
    if reference.get(qn("w:customMarkFollows"), "0") not in ("0", "false", "off"):
        raise refuse(f"نشانهٔ دلخواه پانویس ({tag} w:customMarkFollows)")
    if not story.notes.holds(reference):
        raise refuse(f"پانویسی که در فایل نیست ({tag})")
    return story.notes.read(reference, props, style_of, rtl=rtl)
