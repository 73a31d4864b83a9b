"""A finished PDF read back with pypdf: its structure tree, its marked content and what stands outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

from taahodname.paper.blocks import Document
from taahodname.typeset import typeset
from taahodname.typeset.fonts import FontBook, shipped_book

PAINTING = frozenset(
    {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"Do", b"sh"}
)


def made(document: Document, fonts: FontBook | None = None) -> bytes:
    return typeset(document, fonts or shipped_book()).data


@dataclass
class Marked:
    """One marked-content sequence: its tag, its number, what kind of artifact it is, and what it draws."""

    tag: str
    mcid: int | None
    kind: str
    painted: list[bytes] = field(default_factory=list)
    text: str = ""


@dataclass
class Node:
    """One structure element: its role, the (page, MCID) of its content, and its children in order."""

    role: str
    entries: DictionaryObject
    content: list[tuple[int, int]]
    children: list[Node]

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def roles(self) -> Any:
        """Return the role, with those of the children behind it where there are some."""
        return [self.role, *(child.roles() for child in self.children)] if self.children else self.role


_FONT = re.compile("/[A-Z]{6}")  # what our pages call a font


class Finished:
    """A PDF as a reader sees it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(BytesIO(data))
        self.catalog = self.reader.root_object
        self.pages = [list(self._sequences(page)) for page in self.reader.pages]
        self._numbers = {page.indirect_reference.idnum: i for i, page in enumerate(self.reader.pages)}

    # Marked content -------------------------------------------------------------------------------

    def _sequences(self, page: Any) -> Iterator[Marked]:
        """Yield the sequences of a page; what stands outside any has the tag «»."""
        fonts = self._fonts(page)
        current, font, inner = Marked("", None, ""), {}, 0
        for operands, operator in ContentStream(page.get_contents(), self.reader).operations:
            if operator in (b"BDC", b"BMC") and current.tag:
                assert operands[0] == "/Span", "only spans may stand in marked content"
                inner += 1
            elif operator == b"BDC":
                current = _opened(*operands)
            elif operator == b"EMC" and inner:
                inner -= 1
            elif operator == b"EMC":
                yield current
                current = Marked("", None, "")
            elif operator == b"Tf":
                font = fonts[operands[0]]
            if operator in PAINTING:
                if not current.tag:
                    yield Marked("", None, "", [operator])
                current.painted.append(operator)
            if operator in (b"Tj", b"TJ"):
                current.text += "".join(font[code] for code in _codes(operands[0]))
            if operator == b"Do":
                current.text += self._text_of(page["/Resources"]["/XObject"][operands[0]].get_object())
        assert not current.tag, "a page ends within marked content"

    @staticmethod
    def _fonts(holder: Any) -> dict[str, dict[int, str]]:
        fonts = holder["/Resources"]["/Font"] if "/Font" in holder.get("/Resources", {}) else {}
        return {name: meanings(font.get_object()) for name, font in fonts.items()}

    def _text_of(self, form: Any) -> str:
        """Return the characters of a page in small; a picture has none, nor has artwork."""
        fonts, font, found = self._fonts(form), {}, ""
        if form["/Subtype"] != "/Form" or not any(_FONT.fullmatch(name) for name in fonts):
            return ""
        for operands, operator in ContentStream(form, self.reader).operations:
            assert operator not in (b"BDC", b"BMC", b"EMC"), "a picture is one figure"
            if operator == b"Tf":
                font = fonts[operands[0]]
            if operator in (b"Tj", b"TJ"):
                found += "".join(font[code] for code in _codes(operands[0]))
        return found

    def artifacts(self, kind: str) -> list[Marked]:
        return [one for page in self.pages for one in page if one.tag == "/Artifact" and one.kind == kind]

    def text(self, node: Node) -> str:
        """Return the characters of a node's own content, as they are drawn from left to right."""
        numbers = [{one.mcid: one.text for one in page if one.mcid is not None} for page in self.pages]
        return "".join(numbers[page][mcid] for page, mcid in node.content)

    # Structure ------------------------------------------------------------------------------------

    @property
    def tree(self) -> Node:
        (root,) = self.catalog["/StructTreeRoot"]["/K"]
        return self._node(root.get_object())

    def _node(self, element: DictionaryObject) -> Node:
        node = Node(element["/S"].removeprefix("/"), element, [], [])
        for raw in element["/K"]:
            kid = raw.get_object()
            if isinstance(kid, int):
                node.content.append((self._page(element.raw_get("/Pg")), int(kid)))
            elif kid.get("/Type") == "/MCR":
                node.content.append((self._page(kid.raw_get("/Pg")), int(kid["/MCID"])))
            else:
                node.children.append(self._node(kid))
        return node

    def _page(self, reference: IndirectObject) -> int:
        return self._numbers[reference.idnum]

    @property
    def parents(self) -> list[list[DictionaryObject]]:
        """Return the parent tree: per page, the element of each number."""
        numbers = self.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        by_key = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        rows = [by_key[int(page["/StructParents"])] for page in self.reader.pages]
        return [[one.get_object() for one in row] for row in rows]


def _opened(tag: str, properties: DictionaryObject) -> Marked:
    kind = properties.get("/Subtype", properties.get("/Type", "")).removeprefix("/")
    return Marked(tag, properties.get("/MCID"), kind)


def _codes(shown: Any) -> Iterator[int]:
    for piece in shown if isinstance(shown, list) else [shown]:
        if isinstance(piece, str | bytes):
            data = getattr(piece, "original_bytes", piece)
            yield from (int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))


def meanings(font: Any) -> dict[int, str]:
    """Return what each code of a font means, from its ToUnicode map."""
    text = font["/ToUnicode"].get_data().decode("ascii").partition("endcodespacerange")[2]
    ranges = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]{4})> \[(.+)\]$", text, re.MULTILINE)
    found: dict[int, str] = {}
    for first, last, told in ranges:
        texts = [bytes.fromhex(one).decode("utf-16-be") for one in re.findall("<([0-9A-F]+)>", told)]
        codes = range(int(first, 16), int(last, 16) + 1)
        found |= dict(zip(codes, texts, strict=True))
    return found
