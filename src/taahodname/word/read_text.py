"""Reading paragraphs: runs, breaks, tabs, page numbers, pictures, bookmarks; the rest is refused by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import (
    Block,
    FloatingPicture,
    Inline,
    LineBreak,
    PageBreak,
    PageGeometry,
    PageNumber,
    Paragraph,
    Tab,
    Text,
    TextStyle,
)
from taahodname.word.markup import Element, is_on, own_text, shorten
from taahodname.word.names import prefixed, qn
from taahodname.word.package import Package
from taahodname.word.read_drawn import chosen, plain_watermark
from taahodname.word.read_pictures import read_drawing
from taahodname.word.read_site import Shared, Site
from taahodname.word.read_styles import Cascade, Properties, is_rtl, paragraph_format

_TRANSPARENT = {"w:hyperlink", "w:smartTag", "w:customXml"}
_IGNORED = {
    "w:pPr", "w:rPr", "w:proofErr", "w:bookmarkEnd", "w:permStart", "w:permEnd", "w:lastRenderedPageBreak",
    "w:softHyphen", "w:commentRangeStart", "w:commentRangeEnd", "w:smartTagPr", "w:customXmlPr",
}  # fmt: skip
_REFUSED_RUN = {
    "w:vertAlign": ("baseline", "بالانویس یا زیرنویس"),
    "w:position": ("0", "نوشتهٔ جابه‌جاشده"),
    "w:spacing": ("0", "فاصلهٔ نویسه‌ها"),
    "w:w": ("100", "نوشتهٔ کشیده"),
}
_REFUSED_SWITCHES = {"w:smallCaps": "حروف بزرگ کوچک", "w:outline": "حروف توخالی", "w:emboss": "حروف برجسته"}
_REFUSED_PARAGRAPH = {
    "w:framePr": "قاب متن",
    "w:sectPr": "شکست بخش",
    "w:textDirection": "متن عمودی",
}
_PAGE_FIELDS: dict[str, Literal["page", "pages"]] = {
    "PAGE": "page",
    "NUMPAGES": "pages",
    "SECTIONPAGES": "pages",
}
_KEPT_FIELDS = {"HYPERLINK"}


@dataclass
class Story:
    """What a part's paragraphs are read with, and what is found on the way.

    Attributes:
        package, part: where they stand.
        styles: the package's style sheet.
        watermark: the words of a watermark, once one is met.
        page: the sheet, for drawings that are a share of it.
        read_blocks: reads the blocks of a text box.
        boxed: it is a text box itself.
        shared: what drawings of all parts share.
    """

    package: Package
    part: str
    styles: Cascade
    watermark: str | None = None
    page: PageGeometry | None = None
    read_blocks: Callable[[Iterable[Element], Story], tuple[Block, ...]] | None = None
    boxed: bool = False
    shared: Shared | None = None

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
        styles = replace(self.styles, ink=ink or "000000")
        return self.read_blocks(content, replace(self, styles=styles, boxed=True))


@dataclass
class _Field:
    """A field in the making: begin, instruction, separator, result, end."""

    instruction: str = ""
    in_result: bool = False
    style: TextStyle | None = None
    rtl: bool = False
    page: bool = False


@dataclass
class _Reader:
    story: Story
    element: Element
    style_id: str
    inlines: list[Inline] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def near(self) -> str:
        return shorten(own_text(self.element))

    def refuse(self, feature: str) -> UnsupportedFeature:
        return UnsupportedFeature(feature, self.story.part, self.near)

    # The children of a paragraph ------------------------------------------------------------------

    def read(self, parent: Element) -> None:
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            tag = prefixed(child.tag)
            if tag == "w:r":
                self.read_run(child)
            elif tag == "w:bookmarkStart":
                self.names.append(child.get(qn("w:name"), ""))
            elif tag == "w:fldSimple":
                self.read_simple_field(child)
            elif tag == "w:sdt":
                content = child.find(qn("w:sdtContent"))
                if content is not None:
                    self.read(content)
            elif tag in _TRANSPARENT:
                self.read(child)
            elif tag not in _IGNORED:
                raise self.refuse(tag)

    def read_simple_field(self, element: Element) -> None:
        kind = _kind_of(element.get(qn("w:instr"), ""))
        if kind in _PAGE_FIELDS:
            run = element.find(qn("w:r"))
            props = self.run_properties(element if run is None else run)
            self.add_page_number(kind, self.story.styles.text_style(props, "۱"), rtl=is_rtl(props))
        elif kind in _KEPT_FIELDS:
            self.read(element)
        else:
            raise self.refuse(f"میدان {kind} (w:fldSimple)")

    # The children of a run ------------------------------------------------------------------------

    def run_properties(self, run: Element) -> Properties:
        own = run.find(qn("w:rPr"))
        style = None if own is None else own.find(qn("w:rStyle"))
        props = self.story.styles.run_properties(
            self.style_id, "" if style is None else style.get(qn("w:val"), ""), own
        )
        self.check_run(props)
        return props

    def check_run(self, props: Properties) -> None:
        for tag, (plain, label) in _REFUSED_RUN.items():
            if tag in props and props[tag].get(qn("w:val"), plain) != plain:
                raise self.refuse(f"{label} ({tag})")
        for tag, label in _REFUSED_SWITCHES.items():
            if is_on(props.get(tag)):
                raise self.refuse(f"{label} ({tag})")

    def read_run(self, run: Element) -> None:
        props = self.run_properties(run)
        if is_on(props.get("w:vanish")):
            return  # hidden text is not printed by Word either
        for child in run:
            if isinstance(child.tag, str):
                self.read_run_child(child, prefixed(child.tag), props)

    def read_run_child(self, child: Element, tag: str, props: Properties) -> None:
        if tag in ("w:fldChar", "w:instrText"):
            self.read_field(child, tag, props)
        elif self.fields and not self.fields[-1].in_result:
            return
        elif self.fields and self.fields[-1].page:
            self.note_result(props)
        elif tag in ("w:t", "w:noBreakHyphen"):
            self.add_text(child, tag, props)
        elif tag in ("w:tab", "w:cr", "w:br"):
            self.add_break(child, tag, props)
        elif tag == "w:drawing":
            drawn = read_drawing(child, self.story.site(self.near), begins=self.begins)
            self.inlines += [] if drawn is None else [drawn]
        elif tag == "w:pict":
            self.read_pict(child)
        elif tag == "mc:AlternateContent":
            for part in chosen(child, self.story.site(self.near)):
                self.read_run_child(part, prefixed(part.tag), props)
        elif tag not in _IGNORED:
            raise self.refuse(tag)

    def add_text(self, child: Element, tag: str, props: Properties) -> None:
        text = "\u2011" if tag == "w:noBreakHyphen" else (child.text or "")
        if is_on(props.get("w:caps")):
            text = text.upper()
        if text:
            self.inlines.append(Text(text, self.story.styles.text_style(props, text)))

    def add_break(self, child: Element, tag: str, props: Properties) -> None:
        if tag == "w:tab":
            self.inlines.append(Tab(self.story.styles.text_style(props)))
            return
        kind = child.get(qn("w:type"), "textWrapping")
        if kind == "column":
            raise self.refuse("شکست ستون (w:br)")
        self.inlines.append(PageBreak() if kind == "page" else LineBreak())

    @property
    def begins(self) -> bool:
        """Whether nothing stands before what is read now, but what floats."""
        return all(isinstance(inline, FloatingPicture) for inline in self.inlines)

    def read_pict(self, child: Element) -> None:
        words = plain_watermark(child)
        if words is not None:
            self.story.watermark = words
            return
        from taahodname.word.read_vml import read_pict  # few files are so old

        self.inlines += read_pict(child, self.story.site(self.near), begins=self.begins)

    # Fields ---------------------------------------------------------------------------------------

    def read_field(self, child: Element, tag: str, props: Properties) -> None:
        if tag == "w:instrText":
            if self.fields:
                self.fields[-1].instruction += child.text or ""
            return
        kind = child.get(qn("w:fldCharType"))
        if kind == "begin":
            self.fields.append(_Field())
        elif not self.fields:
            raise self.refuse("میدان ناتمام (w:fldChar)")
        elif kind == "separate":
            self.open_result(props)
        else:
            self.close_field(props)

    def open_result(self, props: Properties) -> None:
        current = self.fields[-1]
        current.in_result = True
        name = _kind_of(current.instruction)
        if name not in _PAGE_FIELDS and name not in _KEPT_FIELDS:
            raise self.refuse(f"میدان {name} (w:fldChar)")
        current.page = name in _PAGE_FIELDS

    def note_result(self, props: Properties) -> None:
        current = self.fields[-1]
        if current.style is None:
            current.style = self.story.styles.text_style(props, "۱")
            current.rtl = is_rtl(props)

    def close_field(self, props: Properties) -> None:
        current = self.fields[-1]
        if not current.in_result:
            self.open_result(props)
        self.fields.pop()
        if current.page:
            style = current.style or self.story.styles.text_style(props, "۱")
            self.add_page_number(_kind_of(current.instruction), style, rtl=current.rtl or is_rtl(props))

    def add_page_number(self, kind: str, style: TextStyle, *, rtl: bool) -> None:
        self.inlines.append(PageNumber(_PAGE_FIELDS[kind], style, persian=rtl))


def _kind_of(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def read_paragraph(element: Element, story: Story) -> Paragraph:
    """Return a paragraph.

    Args:
        element: the w:p.
        story: what it is read with.

    Raises:
        UnsupportedFeature: when it holds something the reader does not know.
    """
    own = element.find(qn("w:pPr"))
    style = None if own is None else own.find(qn("w:pStyle"))
    style_id = story.styles.default("paragraph") if style is None else style.get(qn("w:val"), "")
    props = story.styles.paragraph_properties(style_id, own)
    reader = _Reader(story, element, style_id)
    for tag, label in _REFUSED_PARAGRAPH.items():
        if tag in props:
            raise reader.refuse(f"{label} ({tag})")
    if _is_numbered(props):
        raise reader.refuse("شماره‌گذاری خودکار (w:numPr)")
    reader.read(element)
    if reader.fields:
        raise reader.refuse("میدان ناتمام (w:fldChar)")
    mark = None if own is None else own.find(qn("w:rPr"))
    mark_props = story.styles.run_properties(style_id, "", mark)
    named = [name for name in reader.names if name and not name.startswith("_")]
    return Paragraph(
        tuple(_joined(reader.inlines)),
        paragraph_format(props, style_id),
        # The end of a right-to-left paragraph is right-to-left, whatever its own run says.
        story.styles.text_style(mark_props, "پ" if is_on(props.get("w:bidi")) else ""),
        named[0] if named else None,
    )


def _is_numbered(props: Properties) -> bool:
    numbering = props.get("w:numPr")
    if numbering is None:
        return False
    number = numbering.find(qn("w:numId"))
    return number is not None and number.get(qn("w:val")) != "0"


def _joined(inlines: list[Inline]) -> Iterator[Inline]:
    """Yield inlines with neighbouring texts of one style made one."""
    held: Text | None = None
    for inline in inlines:
        if isinstance(inline, Text) and held is not None and held.style == inline.style:
            held = replace(held, text=held.text + inline.text)
            continue
        if held is not None:
            yield held
        held = inline if isinstance(inline, Text) else None
        if held is None:
            yield inline
    if held is not None:
        yield held
