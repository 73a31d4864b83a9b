"""Reading paragraphs: labels, runs, breaks, tabs, fields, notes, pictures; the rest is refused by name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from msgspec import field
from msgspec.structs import replace

from taahodname.paper.blocks import (
    Align,
    FloatingPicture,
    Inline,
    LineBreak,
    PageBreak,
    Paragraph,
    Tab,
    Text,
    TextStyle,
)
from taahodname.units import Pt
from taahodname.word.markup import Element, is_on
from taahodname.word.names import prefixed, qn
from taahodname.word.read_drawn import chosen, plain_watermark
from taahodname.word.read_fields import KEPT_FIELDS, PAGE_FIELDS, FieldReader, Story, kind_of
from taahodname.word.read_notes import note
from taahodname.word.read_numbering import Label, Numbering, UnknownNumbering
from taahodname.word.read_patterns import Reading
from taahodname.word.read_pictures import read_drawing
from taahodname.word.read_styles import Properties, is_rtl, paragraph_format
from taahodname.word.symbols import is_symbol_font, meaning

__all__ = ["Story", "read_paragraph"]

_TRANSPARENT = {"w:hyperlink", "w:smartTag", "w:customXml"}
_IGNORED = {
    "w:pPr", "w:rPr", "w:proofErr", "w:bookmarkEnd", "w:permStart", "w:permEnd", "w:lastRenderedPageBreak",
    "w:softHyphen", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:annotationRef",
    "w:smartTagPr", "w:customXmlPr",
}  # fmt: skip
_TRACKED = {
    "w:ins": "متن افزودهٔ ردیابی‌شده",
    "w:del": "متن حذف‌شدهٔ ردیابی‌شده",
    "w:moveFrom": "متن جابه‌جاشدهٔ ردیابی‌شده",
    "w:moveTo": "متن جابه‌جاشدهٔ ردیابی‌شده",
}
_ACCEPT = "در ورد، زبانهٔ Review، گزینهٔ Accept All Changes را بزنید"
_REFUSED_SWITCHES = {
    "w:outline": "حروف توخالی",
    "w:emboss": "حروف برجسته",
    "w:imprint": "حروف فرورفته",
}
_REFUSED_PARAGRAPH = {
    "w:framePr": "قاب متن",
    "w:textDirection": "متن عمودی",
}
_SMALL_CAPS = 0.8  # of the size: capitals for small letters, as Word and LibreOffice draw them


class _Reader(FieldReader):
    names: list[str] = field(default_factory=list)
    rtl: bool = False
    altered: bool = False

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
            elif tag in _TRACKED:
                raise self.refuse(f"{_TRACKED[tag]} ({tag})؛ {_ACCEPT}")
            elif tag not in _IGNORED:
                raise self.refuse(tag)

    def read_simple_field(self, element: Element) -> None:
        instruction = element.get(qn("w:instr"), "")
        kind = kind_of(instruction)
        if kind in PAGE_FIELDS:
            run = element.find(qn("w:r"))
            props = self.run_properties(element if run is None else run)
            self.add_page_number(instruction, self.story.styles.text_style(props, "۱"), rtl=is_rtl(props))
        elif kind in KEPT_FIELDS:
            self.read(element)
        else:
            raise self.refuse(f"میدان {kind} (w:fldSimple)")

    # The children of a run ------------------------------------------------------------------------

    def run_properties(self, run: Element) -> Properties:
        own = run.find(qn("w:rPr"))
        style = None if own is None else own.find(qn("w:rStyle"))
        props = self.story.styles.run_properties(
            self.style_id,
            "" if style is None else style.get(qn("w:val"), ""),
            own,
            table=self.story.table,
        )
        self.check_run(props)
        return props

    def check_run(self, props: Properties) -> None:
        for tag, label in _REFUSED_SWITCHES.items():
            if is_on(props.get(tag)):
                raise self.refuse(f"{label} ({tag})")

    def read_run(self, run: Element) -> None:
        props = self.run_properties(run)
        if is_on(props.get("w:vanish")):
            self.altered = True
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
            self.add_text("\u2011" if tag == "w:noBreakHyphen" else child.text or "", props)
        elif tag in ("w:tab", "w:cr", "w:br", "w:ptab"):
            self.add_break(child, tag, props)
        elif tag == "w:sym":
            self.add_symbol(child, props)
        elif tag in ("w:footnoteReference", "w:endnoteReference"):
            self.inlines.append(
                note(self.story, child, props, self.style_of, self.refuse, rtl=self.rtl or is_rtl(props))
            )
        elif tag in ("w:footnoteRef", "w:endnoteRef"):
            self.add_text(self.story.own_mark, props)
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

    def style_of(self, props: Properties, text: str = "") -> TextStyle:
        return self.story.styles.text_style(props, text)

    def add_text(self, text: str, props: Properties) -> None:
        if not text:
            return
        style = self.style_of(props, text)
        capitals, small = is_on(props.get("w:caps")), is_on(props.get("w:smallCaps"))
        if not (capitals or small or is_symbol_font(style.family)):
            self.inlines.append(Text(text, style))
            return
        self.altered = True
        if is_symbol_font(style.family):
            for char in text:
                self.add_sign(style.family, char, props)
        elif capitals:
            self.inlines.append(Text(text.upper(), style))
        else:
            self.inlines += _small_caps(text, style)

    def add_symbol(self, child: Element, props: Properties) -> None:
        code = child.get(qn("w:char"), "")
        try:
            char = chr(int(code, 16))
        except (ValueError, OverflowError):
            raise self.refuse(f"نماد {code} (w:sym)") from None
        self.add_sign(child.get(qn("w:font"), ""), char, props)

    def add_sign(self, family: str, char: str, props: Properties) -> None:
        """Add a sign of a symbol font as what it means, in the paragraph's own font."""
        sign = meaning(family, char)
        if sign is None:
            raise self.refuse(f"نماد {ord(char):04X} از قلم {family or '—'} (w:sym)")
        plain = self.story.styles.run_properties(self.style_id, table=self.story.table)
        style = self.style_of(
            {**props, "w:rFonts": plain["w:rFonts"]} if "w:rFonts" in plain else props, sign
        )
        self.inlines.append(Text(sign, style))

    def add_break(self, child: Element, tag: str, props: Properties) -> None:
        if tag == "w:tab":
            self.inlines.append(Tab(self.style_of(props)))
            return
        if tag == "w:ptab":
            self.inlines.append(self.placed_tab(child, props))
            return
        kind = child.get(qn("w:type"), "textWrapping")
        if kind == "column":
            raise self.refuse("شکست ستون (w:br)")
        self.inlines.append(PageBreak() if kind == "page" else LineBreak())

    def placed_tab(self, child: Element, props: Properties) -> Tab:
        """Return a tab that names its own place (§17.3.3.23)."""
        stops: dict[str, Literal["center", "end"]] = {"center": "center", "right": "end"}
        stop = stops.get(child.get(qn("w:alignment"), ""))
        if stop is None or child.get(qn("w:relativeTo"), "margin") != "margin":
            raise self.refuse("پرش به جای نام‌برده (w:ptab)")
        leaders = {"dot": ".", "hyphen": "-", "underscore": "_", "middleDot": "·"}
        return Tab(self.style_of(props), stop, leaders.get(child.get(qn("w:leader"), ""), ""))

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


def _small_caps(text: str, style: TextStyle) -> Iterator[Text]:
    """Yield a text in capitals, those for small letters smaller."""
    small = replace(style, size=Pt(style.size * _SMALL_CAPS))
    for is_small, group in groupby(text, str.islower):
        yield Text("".join(group).upper(), small if is_small else style)


def read_paragraph(element: Element, story: Story) -> Paragraph:
    """Return a paragraph.

    Args:
        element: the w:p.
        story: what it is read with.

    Raises:
        UnsupportedFeature: when it holds something the reader does not know.
    """
    return read_whole(element, story).paragraph


def read_whole(element: Element, story: Story) -> Reading:
    """Return a paragraph, and what others may have of it; see `read_paragraph`."""
    own = element.find(qn("w:pPr"))
    style = None if own is None else own.find(qn("w:pStyle"))
    style_id = story.styles.default("paragraph") if style is None else style.get(qn("w:val"), "")
    reader = _Reader(story, element, style_id)
    lists = story.lists
    place = None if lists is None else lists.place(story.styles.chain(style_id), own)
    level = None if lists is None or place is None else lists.level(*place)
    props = story.styles.paragraph_properties(
        style_id, own, table=story.table, level=None if level is None else level.paragraph
    )
    _check_paragraph(reader, props, own)
    fmt = paragraph_format(props, style_id, story.default_tab)
    reader.rtl = fmt.rtl
    mark = None if own is None else own.find(qn("w:rPr"))
    mark_props = story.styles.run_properties(style_id, "", mark, table=story.table)
    if lists is not None and place is not None:
        found = _label(lists, place, fmt.rtl, reader)
        if found is not None:
            reader.inlines += _label_inlines(found, mark_props, reader, rtl=fmt.rtl)
            fmt = replace(fmt, label_align=_LABEL_ALIGNS.get(found.align, Align.START))
    reader.read(element)
    if reader.fields:
        raise reader.refuse("میدان ناتمام (w:fldChar)")
    named = [name for name in reader.names if name and not name.startswith("_")]
    paragraph = Paragraph(
        tuple(_joined(reader.inlines)),
        fmt,
        # The end of a right-to-left paragraph is right-to-left, whatever its own run says.
        story.styles.text_style(mark_props, "پ" if is_on(props.get("w:bidi")) else ""),
        named[0] if named else None,
    )
    return Reading(paragraph, reader.inlines, reader.altered)


def _check_paragraph(reader: _Reader, props: Properties, own: Element | None) -> None:
    for tag, label in _REFUSED_PARAGRAPH.items():
        if tag in props:
            raise reader.refuse(f"{label} ({tag})")
    if own is None:
        return
    if own.find(qn("w:sectPr")) is not None and next(own.iterancestors(qn("w:tc")), None) is not None:
        raise reader.refuse("شکست بخش در جدول (w:sectPr)")
    mark = own.find(qn("w:rPr"))
    for tag in _TRACKED:
        if mark is not None and mark.find(qn(tag)) is not None:
            raise reader.refuse(f"پایان ردیابی‌شدهٔ بند ({tag})؛ {_ACCEPT}")


# «Left» is where a line begins, whichever side that is (ECMA-376 part 4, §14.10.1).
_LABEL_ALIGNS = {"center": Align.CENTER, "right": Align.END, "end": Align.END}


def _label(lists: Numbering, place: tuple[str, int], rtl: bool, reader: _Reader) -> Label | None:
    try:
        return lists.label(*place, rtl=rtl)
    except UnknownNumbering as error:
        raise reader.refuse(str(error)) from None


def _label_inlines(label: Label, mark: Properties, reader: _Reader, *, rtl: bool) -> Iterator[Inline]:
    """Yield the label before a paragraph: it looks as the paragraph's end does, and as its level says."""
    # Word underlines no label with its paragraph.
    plain = {tag: value for tag, value in mark.items() if tag != "w:u"}
    props = reader.story.styles.with_own(plain, label.level.text)
    if label.symbol and "w:rFonts" in plain:
        props["w:rFonts"] = plain["w:rFonts"]
    text = label.text.upper() if is_on(props.get("w:caps")) else label.text
    style = reader.style_of(props, "پ" if rtl else text)
    if text and not is_on(props.get("w:vanish")):
        yield Text(text, style)
    if label.suffix == "tab":
        yield Tab(style)
    elif label.suffix == "space":
        yield Text(" ", style)


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
