"""Reading fields: page numbers are set anew, some keep their saved words, the rest is refused by name."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Block, Inline, PageGeometry, PageNumber, Text, TextStyle
from taahodname.units import Pt
from taahodname.word.markup import Element, integer, is_on, own_text, shorten
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.read_numbering import Numbering
from taahodname.word.read_site import Shared, Site
from taahodname.word.read_styles import DEFAULT_TAB, Cascade, Properties, is_rtl
from taahodname.word.read_written import Written

PAGE_FIELDS: dict[str, Literal["page", "pages", "section-pages"]] = {
    "PAGE": "page",
    "NUMPAGES": "pages",
    "SECTIONPAGES": "section-pages",
}
KEPT_FIELDS = frozenset({"HYPERLINK", "REF", "SEQ", "FORMTEXT"})
"""Fields whose words do not hang on the day or on where the pages end: what Word saved holds."""

_FORM_FIELDS = frozenset({"FORMCHECKBOX", "FORMDROPDOWN"})
_WAYS = {
    "Arabic": "decimal", "ArabicDash": "numberInDash", "ROMAN": "upperRoman", "roman": "lowerRoman",
    "ALPHABETIC": "upperLetter", "alphabetic": "lowerLetter", "ArabicAbjad": "arabicAbjad",
    "ARABICABJAD": "arabicAbjad", "ArabicAlpha": "arabicAlpha", "ARABICALPHA": "arabicAlpha",
}  # fmt: skip
"""The switches of a number (ECMA-376 §17.16.4.3.1) as the ways of §17.18.59."""
_KEPT_SWITCHES = frozenset({"MERGEFORMAT", "CHARFORMAT"})
_CHECKED, _UNCHECKED = "☒", "☐"


class Story(Struct):
    """What a part's paragraphs are read with, and what is found on the way.

    Attributes:
        package, part: where they stand.
        styles: the package's style sheet.
        watermark: the words of a watermark, once one is met.
        lists: the package's lists; the counts go on from paragraph to paragraph.
        table: the layers of the table style that the paragraphs stand in.
        notes: gives the notes that the paragraphs point to.
        default_tab: how far apart the document has tab stops that nobody named.
        own_mark: the mark of the note that is being read.
        page: the sheet, for drawings that are a share of it.
        read_blocks: reads the blocks of a text box.
        boxed: it is a text box itself.
        shared: what drawings of all parts share.
        written: the main part as it is written.
    """

    package: Package
    part: str
    styles: Cascade
    watermark: str | None = None
    lists: Numbering | None = None
    table: tuple[Element, ...] = ()
    notes: object = None
    default_tab: Pt = DEFAULT_TAB
    own_mark: str = ""
    page: PageGeometry | None = None
    read_blocks: Callable[[Iterable[Element], Story], tuple[Block, ...]] | None = None
    boxed: bool = False
    shared: Shared | None = None
    written: Written | None = None

    def site(self, near: str) -> Site:
        """Return what a drawing is read with.

        Args:
            near: the words beside it, for messages.
        """
        if self.shared is None:
            self.shared = Shared(self.package)
        return Site(self.package, self.part, near, self._read_boxed, self.shared, self.page, self.boxed)

    def _read_boxed(self, content: Iterable[Element], ink: str | None) -> tuple[Block, ...]:
        if self.read_blocks is None:
            raise UnsupportedFeature("کادر متن (w:txbxContent)", self.part, "")
        styles = dataclasses.replace(self.styles, ink=ink or "000000")
        return self.read_blocks(content, replace(self, styles=styles, table=(), boxed=True))


class _Field(Struct):
    """A field in the making: begin, instruction, separator, result, end."""

    instruction: str = ""
    in_result: bool = False
    style: TextStyle | None = None
    rtl: bool = False
    page: bool = False
    form: Element | None = None


class FieldReader(Struct):
    """The part of reading a paragraph that sees its fields.

    Attributes:
        story: what it is read with.
        element: the w:p.
        style_id: its style.
        inlines: what was read so far.
        fields: those that are open.
    """

    story: Story
    element: Element
    style_id: str
    inlines: list[Inline] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)

    @property
    def near(self) -> str:
        """The words of the paragraph, for messages."""
        return shorten(own_text(self.element))

    def refuse(self, feature: str) -> UnsupportedFeature:
        """Return the error that names what is not read, with the words beside it."""
        return UnsupportedFeature(feature, self.story.part, self.near)

    def read_field(self, child: Element, tag: str, props: Properties) -> None:
        """Read a `w:fldChar` or a `w:instrText`."""
        if tag == "w:instrText":
            if self.fields:
                self.fields[-1].instruction += child.text or ""
            return
        kind = child.get(qn("w:fldCharType"))
        if kind == "begin":
            self.fields.append(_Field(form=child.find(qn("w:ffData"))))
        elif not self.fields:
            raise self.refuse("میدان ناتمام (w:fldChar)")
        elif kind == "separate":
            self._open_result()
        else:
            self._close(props)

    def _open_result(self) -> None:
        current = self.fields[-1]
        current.in_result = True
        name = kind_of(current.instruction)
        if name not in PAGE_FIELDS and name not in KEPT_FIELDS and name not in _FORM_FIELDS:
            raise self.refuse(f"میدان {name} (w:fldChar)")
        current.page = name in PAGE_FIELDS or name in _FORM_FIELDS

    def note_result(self, props: Properties) -> None:
        """Note the look of a result that is set anew."""
        current = self.fields[-1]
        if current.style is None:
            current.style = self.story.styles.text_style(props, "۱")
            current.rtl = is_rtl(props)

    def _close(self, props: Properties) -> None:
        current = self.fields[-1]
        if not current.in_result:
            self._open_result()
        self.fields.pop()
        name = kind_of(current.instruction)
        if name in PAGE_FIELDS:
            style = current.style or self.story.styles.text_style(props, "۱")
            self.add_page_number(current.instruction, style, rtl=current.rtl or is_rtl(props))
        elif name in _FORM_FIELDS:
            text = _form_text(name, current.form)
            if text:
                self.inlines.append(Text(text, self.story.styles.text_style(props, text)))

    def add_page_number(self, instruction: str, style: TextStyle, *, rtl: bool) -> None:
        """Add a number that is known only when the pages are laid out."""
        way = ""
        for switch in re.findall(r"\\\*\s*(\w+)", instruction):
            if switch.upper() not in _KEPT_SWITCHES and switch not in _WAYS:
                raise self.refuse(f"میدان {' '.join(instruction.split())} (w:fldChar)")
            way = _WAYS.get(switch, way)
        self.inlines.append(PageNumber(PAGE_FIELDS[kind_of(instruction)], style, persian=rtl, way=way))


def _form_text(name: str, form: Element | None) -> str:
    """Return what a check box or a list of choices of an old form shows (§17.16.7, §17.16.9)."""
    if form is None:
        return _UNCHECKED if name == "FORMCHECKBOX" else ""
    if name == "FORMCHECKBOX":
        box = form.find(qn("w:checkBox"))
        states = [] if box is None else [box.find(qn(tag)) for tag in ("w:checked", "w:default")]
        state = next((one for one in states if one is not None), None)
        return _CHECKED if is_on(state) else _UNCHECKED
    choices = form.find(qn("w:ddList"))
    if choices is None:
        return ""
    chosen = choices.find(qn("w:result"))
    if chosen is None:
        chosen = choices.find(qn("w:default"))
    number = integer(chosen, 0)
    entries = [entry.get(qn("w:val"), "") for entry in choices.iterfind(qn("w:listEntry"))]
    return entries[number] if 0 <= number < len(entries) else ""


def kind_of(instruction: str) -> str:
    """Return the name of a field."""
    words = instruction.split()
    return words[0].upper() if words else ""
