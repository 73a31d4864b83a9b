"""A template on a letterhead, finished but for its values: what all letters share is made once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from jinja2 import Template
from msgspec import Struct

from taahodname.word.environment import MAX_OUTPUT, TooLong, environment
from taahodname.word.families import parts_with_fonts, replace_families
from taahodname.word.graft import join_package
from taahodname.word.graft_marginals import Marginal, Side, marginals
from taahodname.word.graft_material import Material
from taahodname.word.late_numbers import Count, hide_names, hide_numbers, number
from taahodname.word.marked import (
    CLOSES,
    OPENS,
    PARAGRAPH,
    SPACE,
    Marked,
    close_cells,
    holds_tag,
    outer_paragraphs,
)
from taahodname.word.markup import Element, bare_copy, serialise
from taahodname.word.metadata import CORE, LAST_PLACE, Properties, describe, remove_traces
from taahodname.word.names import qn
from taahodname.word.package import Package, relations_part, rels_name
from taahodname.word.paragraphs import Paragraphs
from taahodname.word.runs import direct
from taahodname.word.styles import is_of_letterhead, styles_of

Families = tuple[tuple[str, str], ...]
"""Pairs of an old family and the one to put for it."""

# Between pieces, and behind the number of a paragraph: no value can hold them (`environment.printable`).
_PIECE, _UNIT = "\x02", "\x1f"
_STATIC, _CELL, _WORDS = "s", "c", "p"
_MARK = re.compile(r'<form:(tag|cell|paragraph) n="(\d+)"/>')
_SIGN = re.compile(f"{OPENS}([0-9]+){CLOSES}")
_ENDS_IN_PARAGRAPH = re.compile(r"(?:</w:p>|<w:p(?: [^<>]*)?/>)\Z")
_EMPTY: Final = "<w:p/>"
_NOBODY = Properties("", "", datetime.date.min)


class Ground(Struct, frozen=True):
    """A template whose tags are marked, ready to be set on any letterhead.

    Attributes:
        package: the template; its main part is marked.
        sections: the same with nothing in its main part but the sections.
        tags: what the marks stand for.
        names: of its bookmarks.
    """

    package: Package
    sections: Package
    tags: tuple[str, ...]
    names: tuple[str, ...]


def ground(filled: Package, marked: Marked) -> Ground:
    """Return a template as a ground.

    Args:
        filled: the template once filled: its other parts are as every letter will have them.
        marked: its body with marks.
    """
    root = filled.xml(filled.main)
    body = root.find(qn("w:body"))
    close_cells(marked.body)
    if body is not None:
        root.replace(body, marked.body)
    names = hide_names(root)
    bare = bare_copy(root)
    bare.append(bare_copy(marked.body))
    for section in marked.body.iter(qn("w:sectPr")):
        bare[0].append(_copied(section))
    return Ground(
        filled.replace({filled.main: serialise(root)}),
        filled.replace({filled.main: serialise(bare)}),
        marked.tags,
        names,
    )


def _copied(section: Element) -> Element:
    copy = bare_copy(section)
    for child in section:
        copy.append(_copied(child))
    return copy


class Heads(Struct, frozen=True):
    """The heads and feet of one letterhead, finished but for the numbers in them.

    Attributes:
        parts: by name.
        others: what comes with them: their relations and pictures.
    """

    parts: Mapping[str, bytes]
    others: Mapping[str, bytes]


class Form:
    """A template on one kind of letterhead; serves any number of letters, from many threads.

    Args:
        of: the template.
        material: a letterhead; others serve as well where only their heads, feet and pictures differ.
        fonts: families to put for others.

    Attributes:
        main: the name of the main part.
        static: the parts that are the same in every letter: all but the main one, the properties, the heads.
        usable: whether letters can be made from it; one that is not is of no use.
    """

    def __init__(self, of: Ground, material: Material, fonts: Families) -> None:
        self._ground = of
        self._fonts = dict(fonts)
        package = join_package(of.package, material)
        self._styles = styles_of(package)
        self.main = package.main
        others = {part: package.xml(part) for part in self._others(package)}
        remove_traces(others.values())
        for root in others.values():
            self._swap(root)
        self._compile(package.xml(self.main))
        written = {part: serialise(root) for part, root in others.items()}
        heads = self.heads(material)
        gone = {self.main, CORE, *heads.parts, *heads.others}
        described = describe(package.replace(written), _NOBODY).parts
        self.static = MappingProxyType({name: data for name, data in described.items() if name not in gone})

    def heads(self, material: Material) -> Heads:
        """Return the heads and feet that a letterhead gives this form's letters."""
        parts: dict[str, bytes] = {}
        others: dict[str, bytes] = dict(material.media)
        sides: tuple[Side, Side] = ("header", "footer")
        for side in sides:
            for marginal in marginals(self._ground.sections, material, side).values():
                parts[marginal.name] = self._head(marginal)
                if marginal.relations:
                    others[rels_name(marginal.name)] = relations_part(marginal.relations)
        return Heads(parts, others)

    def _head(self, marginal: Marginal) -> bytes:
        root = marginal.root
        self._direct(root.iter(qn("w:p")))
        remove_traces([root])
        self._swap(root)
        return serialise(root)

    def _others(self, package: Package) -> Iterable[str]:
        settings = package.related(package.main, "settings")
        for part in dict.fromkeys((*parts_with_fonts(package), *settings)):
            if self._fonts or b"rsid" in package.parts[part]:
                yield part

    def _swap(self, root: Element) -> None:
        if self._fonts:
            replace_families(root, self._fonts)

    def _direct(self, paragraphs: Iterable[Element]) -> None:
        for paragraph in paragraphs:
            if self._styles.is_bidi(paragraph) and not is_of_letterhead(paragraph):
                direct(paragraph)

    # The main part -----------------------------------------------------------------------------------

    def _compile(self, root: Element) -> None:
        outer = outer_paragraphs(root)
        with_tags = [one for one in outer if holds_tag(one)]
        for paragraph in outer:
            if paragraph not in with_tags:
                self._direct(list(paragraph.iter(qn("w:p"))))
        last_place = any(map(_holds_last_place, with_tags))
        remove_traces([root])
        hide_numbers(root)
        directed = [self._to_direct(one) for one in with_tags]
        for place, one in enumerate(with_tags):
            _take_out(one, place)
        self._paragraphs = Paragraphs(root, with_tags, directed, self._fonts)
        sources = self._paragraphs.sources
        self.usable = not last_place and not any("\n" in source or "\r" in source for source in sources)
        self._swap(root)
        text = serialise(root).decode().replace(f' xmlns:form="{SPACE}"', "")
        self._chunks: list[str] = []
        self._template: Template = environment().from_string(self._skeleton(text, sources))
        self._closed = [_ENDS_IN_PARAGRAPH.search(chunk) is not None for chunk in self._chunks]

    def _to_direct(self, paragraph: Element) -> tuple[bool, ...]:
        """Tell of a paragraph, and of those in text boxes on it, whether their runs are to be directed."""
        return tuple(
            self._styles.is_bidi(one) and not is_of_letterhead(one) for one in paragraph.iter(qn("w:p"))
        )

    def _skeleton(self, text: str, sources: Sequence[str]) -> str:
        """Return the main part for Jinja: its tags, the words around values, and numbers for all the rest."""
        pieces: list[str] = []
        place = 0
        for match in _MARK.finditer(text):
            pieces.append(self._chunk(text[place : match.start()]))
            place, kind, which = match.end(), match.group(1), int(match.group(2))
            if kind == "tag":
                pieces.append(self._ground.tags[which])
            elif kind == "cell":
                pieces.append(f"{_PIECE}{_CELL}")
            else:
                pieces.append(f"{_PIECE}{_WORDS}{which}{_UNIT}{self._with_tags(sources[which])}")
        pieces.append(self._chunk(text[place:]))
        return "".join(pieces)

    def _chunk(self, text: str) -> str:
        if not text:
            return ""
        self._chunks.append(text)
        return f"{_PIECE}{_STATIC}{len(self._chunks) - 1}"

    def _with_tags(self, source: str) -> str:
        return _SIGN.sub(lambda sign: self._ground.tags[int(sign.group(1))], source)

    def fill(self, values: Mapping[str, Any]) -> tuple[str, Count]:
        """Return the main part of a letter, and what it holds of numbered things.

        Args:
            values: what the tags stand for.

        Raises:
            TooLong: past `MAX_OUTPUT` characters.
            BadValue, jinja2.TemplateError: when a value cannot be printed.
        """
        text, room, closed = [], MAX_OUTPUT, False
        for piece in self._template.render(values).split(_PIECE)[1:]:
            kind = piece[0]
            if kind == _STATIC:
                which = int(piece[1:])
                found, closed = self._chunks[which], self._closed[which]
            elif kind == _WORDS:
                number_of, _, words = piece[1:].partition(_UNIT)
                found, closed = self._paragraphs.finished(int(number_of), words), True
            else:
                found = "" if closed else _EMPTY
            room -= len(found)
            if room < 0:
                raise TooLong(f"more than {MAX_OUTPUT} characters")
            text.append(found)
        return number("".join(text), self._ground.names)


def _holds_last_place(paragraph: Element) -> bool:
    return any(mark.get(qn("w:name")) == LAST_PLACE for mark in paragraph.iter(qn("w:bookmarkStart")))


def _take_out(paragraph: Element, place: int) -> None:
    """Take a paragraph out of its part, and leave a mark in its place."""
    parent = paragraph.getparent()
    if parent is not None:
        parent.replace(paragraph, paragraph.makeelement(PARAGRAPH, {"n": str(place)}))
