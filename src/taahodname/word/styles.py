"""Answers what a paragraph or a run inherits: its own formatting, then its styles, then the defaults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from taahodname.word.markup import Element, is_on, parse
from taahodname.word.names import qn
from taahodname.word.package import Package

LETTERHEAD_STYLES: Final = "LH_"
"""Begins the identifier of every style that came with a letterhead."""

_DEEPEST: Final = 20
"""More styles than Word itself follows one from another (it stops at eleven)."""


class Styles:
    """The style sheet of one package, for questions.

    Args:
        root: the root of styles.xml, or None where the package has none.
    """

    def __init__(self, root: Element | None) -> None:
        self.root = root
        self._by_id: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        if root is None:
            return
        for style in root.iter(qn("w:style")):
            identifier, kind = style.get(qn("w:styleId"), ""), style.get(qn("w:type"), "")
            self._by_id[identifier] = style
            if style.get(qn("w:default")) in {"1", "true", "on"}:
                self._defaults[kind] = identifier

    def get(self, identifier: str) -> Element | None:
        """Return one style."""
        return self._by_id.get(identifier)

    def default(self, kind: str) -> str | None:
        """Return the identifier of the default style of a kind («paragraph», «table»)."""
        return self._defaults.get(kind)

    def defaults(self, properties: str) -> Element | None:
        """Return the document's defaults of a kind («w:pPr», «w:rPr»)."""
        if self.root is None:
            return None
        return self.root.find(f"{qn('w:docDefaults')}/{qn(properties + 'Default')}/{qn(properties)}")

    def chain(self, identifier: str | None) -> Iterator[Element]:
        """Yield a style and those it is based on, nearest first; a circle is cut."""
        for _ in range(_DEEPEST):
            style = self._by_id.get(identifier or "")
            if style is None:
                return
            yield style
            based = style.find(qn("w:basedOn"))
            identifier = None if based is None else based.get(qn("w:val"))

    def paragraph_property(self, paragraph: Element, name: str) -> Element | None:
        """Return the property of `w:pPr` that holds for a paragraph, or None."""
        own = paragraph.find(qn("w:pPr"))
        sources = [own, *self._of_styles(self._style_of(paragraph), "w:pPr"), self.defaults("w:pPr")]
        return _first(sources, name)

    def run_property(self, paragraph: Element, run: Element, name: str) -> Element | None:
        """Return the property of `w:rPr` that holds for a run of a paragraph, or None."""
        return _first(self._run_sources(paragraph, run), name)

    def run_attribute(
        self, paragraph: Element, run: Element, name: str, attributes: tuple[str, ...]
    ) -> str | None:
        """Return the nearest value of an attribute that is inherited by itself, as those of `w:rFonts` are.

        Args:
            paragraph: the paragraph.
            run: a run of it.
            name: the property («w:rFonts»).
            attributes: the attributes that will do («w:cs», «w:cstheme»).
        """
        for source in self._run_sources(paragraph, run):
            found = None if source is None else source.find(qn(name))
            if found is None:
                continue
            for attribute in attributes:
                if value := found.get(qn(attribute)):
                    return value
        return None

    def _run_sources(self, paragraph: Element, run: Element) -> list[Element | None]:
        own = run.find(qn("w:rPr"))
        character = None if own is None else own.find(qn("w:rStyle"))
        by_character = self._of_styles(None if character is None else character.get(qn("w:val")), "w:rPr")
        by_paragraph = self._of_styles(self._style_of(paragraph), "w:rPr")
        return [own, *by_character, *by_paragraph, self.defaults("w:rPr")]

    def is_bidi(self, paragraph: Element) -> bool:
        """Tell whether a paragraph runs from right to left."""
        return is_on(self.paragraph_property(paragraph, "w:bidi"))

    def _style_of(self, paragraph: Element) -> str | None:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self.default("paragraph") if named is None else named.get(qn("w:val"))

    def _of_styles(self, identifier: str | None, properties: str) -> list[Element | None]:
        return [style.find(qn(properties)) for style in self.chain(identifier)]


def _first(sources: list[Element | None], name: str) -> Element | None:
    for source in sources:
        found = None if source is None else source.find(qn(name))
        if found is not None:
            return found
    return None


def is_of_letterhead(paragraph: Element) -> bool:
    """Tell whether a paragraph came with a letterhead."""
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return named is not None and named.get(qn("w:val"), "").startswith(LETTERHEAD_STYLES)


def styles_part(package: Package) -> str | None:
    """Return the name of the part that holds the styles of the letter, or None."""
    return next(iter(package.related(package.main, "styles")), None)


def styles_of(package: Package) -> Styles:
    """Return the style sheet of a package."""
    part = styles_part(package)
    return Styles(None if part is None else parse(package.parts[part], part))
