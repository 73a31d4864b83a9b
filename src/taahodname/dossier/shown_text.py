"""What Word shows of a paragraph: its written words, and those that it makes itself, such as list numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import cached_property

from taahodname.persian.counters import counted, is_way
from taahodname.word.markup import Element, is_on
from taahodname.word.names import qn
from taahodname.word.package import Package
from taahodname.word.read_fields import PAGE_FIELDS, kind_of
from taahodname.word.read_numbering import UnknownNumbering, numbering_of
from taahodname.word.read_styles import cascade
from taahodname.word.styles import Styles
from taahodname.word.symbols import is_symbol_font, meaning

_NOTES = ("footnote", "endnote")
_WAYS = {"footnote": "decimal", "endnote": "lowerRoman"}
_P, _FALLBACK, _BOXED = qn("w:p"), qn("mc:Fallback"), qn("w:txbxContent")
_T, _LOOK, _FONTS = qn("w:t"), qn("w:rPr"), qn("w:rFonts")
_CAPITALS = (qn("w:caps"), qn("w:smallCaps"))
_FIELD, _INSTRUCTION, _ASCII = qn("w:fldChar"), qn("w:instrText"), qn("w:ascii")
_REFERENCES = {qn(f"w:{kind}{end}"): (kind, end) for kind in _NOTES for end in ("Reference", "Ref")}
_APART = frozenset({qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:ptab")})
_SAYING = (
    *(qn(f"w:{name}") for name in ("fldChar", "instrText", "t", "noBreakHyphen", "sym")),
    *_APART,
    *(qn(f"w:{kind}{word}") for kind in _NOTES for word in ("Reference", "Ref")),
)
"""All elements that `_said_of` and `_said` know."""


_Words = Callable[[Element], str]
"""Gives the words of a `w:t` as they are shown."""


class ShownText:
    """Reads the paragraphs of a package one after the other, for their numbers go on.

    Args:
        package: the Word file.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        has_lists = bool(package.related(package.main, "numbering"))
        self._lists = numbering_of(package, self._styles) if has_lists else None
        self._marks = dict.fromkeys(_NOTES, 0)

    def anew(self) -> ShownText:
        """Return the same for another part, whose lists count for themselves."""
        if self._lists is None:
            return self
        other = copy(self)
        other._lists = self._lists.anew()
        return other

    @cached_property
    def _styles(self) -> Styles:
        return cascade(self._package).sheet

    def paragraphs(self, root: Element) -> Iterator[str]:
        """Yield the text of each paragraph that is seen, those of text boxes included, each word once."""
        words = self._words_of(root)
        if next(root.iter(_BOXED, _FALLBACK), None) is None:
            return (self._text(p, parts, words) for p, parts in _parted(root))
        older = {p for version in root.iter(_FALLBACK) for p in version.iter(_P)}
        return (self._paragraph(p, words) for p in root.iter(_P) if p not in older)

    def _paragraph(self, element: Element, words: _Words) -> str:
        holds_box = next(element.iter(_BOXED, _FALLBACK), None) is not None
        return self._text(element, _own(element) if holds_box else element.iter(*_SAYING), words)

    def _text(self, element: Element, parts: Iterable[Element], words: _Words) -> str:
        return self._label(element) + "".join(self._said_of(parts, words))

    def _words_of(self, root: Element) -> _Words:
        """Return what gives the words of a part: most parts have neither capitals nor signs for letters."""
        fonts = {fonts.get(_ASCII, "") for fonts in root.iter(_FONTS)}
        altered = any(map(is_symbol_font, fonts)) or _holds_capitals(root)
        return self._words if altered or self._has_capital_styles else _written

    @cached_property
    def _has_capital_styles(self) -> bool:
        package = self._package
        return any(_holds_capitals(package.seen(part)) for part in package.related(package.main, "styles"))

    def notes(self) -> Iterator[str]:
        """Yield the paragraphs of footnotes and endnotes, after those of the letter."""
        for kind in _NOTES:
            if not self._marks[kind]:
                continue
            for part in self._package.related(self._package.main, f"{kind}s"):
                yield from self.paragraphs(self._package.seen(part))

    def _label(self, element: Element) -> str:
        if self._lists is None:
            return ""
        try:
            found = self._lists.label_of(element)
        except UnknownNumbering:
            return ""
        return "" if found is None else f"{found[1].text} "

    def _said_of(self, parts: Iterable[Element], words: _Words) -> Iterator[str]:
        fields: list[list[str]] = []  # of each open field its instruction, and a second item in its result
        for element in parts:
            tag = element.tag
            if tag == _T and not fields:
                yield words(element)
            elif tag == _FIELD:
                kind = element.get(qn("w:fldCharType"))
                if kind == "begin":
                    fields.append([""])
                elif kind == "separate" and fields:
                    fields[-1].append("")
                elif fields:
                    fields.pop()
            elif tag == _INSTRUCTION and fields:
                fields[-1][0] += element.text or ""
            elif all(len(field) > 1 and kind_of(field[0]) not in PAGE_FIELDS for field in fields):
                yield words(element) if tag == _T else self._said(element)

    def _said(self, element: Element) -> str:
        if element.tag == qn("w:noBreakHyphen"):
            return "-"
        if element.tag == qn("w:sym"):
            return _sign(element.get(qn("w:font"), ""), element.get(qn("w:char"), ""))
        if element.tag in _APART and element.getparent() is not None:
            return " "
        if element.tag in _REFERENCES:
            kind, end = _REFERENCES[element.tag]
            if end == "Ref":
                return self._own_mark(kind, element)
            self._marks[kind] += 1
            return self._mark(kind, self._marks[kind], element)
        return ""

    def _words(self, element: Element) -> str:
        """Return the words of a `w:t`, in capitals and as signs where its run says so."""
        text, run = element.text or "", element.getparent()
        look = None if run is None else run.find(_LOOK)
        fonts = None if look is None else look.find(_FONTS)
        family = "" if fonts is None else fonts.get(_ASCII, "")
        if family and is_symbol_font(family):
            return "".join(meaning(family, char) or "" for char in text)
        if text == text.upper():
            return text
        paragraph = next(element.iterancestors(_P), None)
        if run is None or paragraph is None:
            return text
        kinds = (self._styles.run_property(paragraph, run, name) for name in ("w:caps", "w:smallCaps"))
        return text.upper() if any(is_on(kind) for kind in kinds) else text

    def _own_mark(self, kind: str, element: Element) -> str:
        """Return the mark that a note says again before its words."""
        note = next(element.iterancestors(qn(f"w:{kind}")), None)
        own = [] if note is None or (parent := note.getparent()) is None else [
            one for one in parent if one.get(qn("w:type"), "normal") == "normal"
        ]  # fmt: skip
        return self._mark(kind, own.index(note) + 1, element) if note is not None and note in own else ""

    def _mark(self, kind: str, number: int, element: Element) -> str:
        paragraph = next(element.iterancestors(qn("w:p")), None)
        way = _WAYS[kind] if is_way(_WAYS[kind]) else "decimal"
        return counted(number, way, persian=paragraph is not None and self._styles.is_bidi(paragraph))


def _holds_capitals(root: Element) -> bool:
    return next(root.iter(*_CAPITALS), None) is not None


def _written(element: Element) -> str:
    """Return the words of a `w:t` as they are written."""
    return element.text or ""


def _parted(root: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Yield each paragraph with what it says, of a part where none stands in another one."""
    paragraph: Element | None = None
    parts: list[Element] = []
    for element in root.iter(_P, *_SAYING):
        if element.tag != _P:
            parts.append(element)
            continue
        if paragraph is not None:
            yield paragraph, parts
        paragraph, parts = element, []
    if paragraph is not None:
        yield paragraph, parts


def _own(paragraph: Element) -> Iterator[Element]:
    """Yield what is in a paragraph, without what stands in text boxes that hang on it."""
    for child in paragraph:
        yield child
        if child.tag not in (_FALLBACK, _BOXED):
            yield from _own(child)


def _sign(family: str, code: str) -> str:
    try:
        return meaning(family, chr(int(code, 16))) or ""
    except (ValueError, OverflowError):
        return ""
