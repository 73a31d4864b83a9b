"""Tagging: what is drawn is marked as part of the document's structure."""

from __future__ import annotations

from functools import lru_cache

from taahodname.typeset.bookmarks import write_bookmarks
from taahodname.typeset.pdf_canvas import PdfCanvas
from taahodname.typeset.pdf_objects import add, add_many, document_of
from taahodname.typeset.structure import Artifact, Element, Tag
from taahodname.typeset.structure_tree import Box, Content, StructureTree


class Tagging:
    """The marked content of one PDF: what is drawn is announced, and all ends in a structure tree.

    Args:
        canvas: the PDF in the making.
        root: the document's structure.
    """

    def __init__(self, canvas: PdfCanvas, root: Element) -> None:
        self._canvas = canvas
        self._put = canvas.addLiteral
        self._root = root
        self._found: dict[Element, Content] = {}
        self._pages: list[list[Element]] = []
        self._marked: list[Element] = []
        self._open: Tag | None = None

    def enter(self, tag: Tag, top: float) -> None:
        """Announce what is drawn next; what belongs together and is drawn together is one sequence.

        Args:
            tag: the element or artifact.
            top: its upper edge, in points from the foot of the sheet.
        """
        before = self._open
        if tag is before or tag == before:
            return
        if isinstance(tag, Element):
            page, mark = len(self._pages), len(self._marked)
            start = f"/{tag.role} <</MCID {mark}>> BDC"
            content = self._found.get(tag)
            if content is None:
                self._found[tag] = Content(len(self._found), top, page, mark)
            elif content.more:
                content.more.append((page, mark))
            else:
                content.more = [(page, mark)]
            self._marked.append(tag)
        else:
            start = _start(tag)
        self._put(start if before is None else f"EMC\n{start}")
        self._open = tag

    def leave(self) -> None:
        """End what was announced last."""
        if self._open is not None:
            self._put("EMC")
            self._open = None

    def enclose(self, tag: Tag, box: Box) -> None:
        """Note the place of a picture that was announced; an assistive reader shows it."""
        if isinstance(tag, Element):
            self._found[tag].box = box

    def end_page(self) -> None:
        """End a page, before the canvas does."""
        self.leave()
        self._pages.append(self._marked)
        self._marked = []

    def finish(self) -> None:
        """Write the structure tree and the bookmarks, after the last page."""
        document = document_of(self._canvas)
        pages = self._canvas.end()
        tree = StructureTree(self._found, pages, document.objectcounter + 1)
        tree.write(self._root)
        add_many(document, tree.objects)
        root = add(document, tree.root(self._pages), "structure")
        document.Catalog.add(StructTreeRoot=root, MarkInfo="<</Marked true>>")
        outline = write_bookmarks(document, tree.bookmarks, pages)
        if outline is not None:
            document.Catalog.add(Outlines=outline)


@lru_cache(maxsize=16)
def _start(artifact: Artifact) -> str:
    if artifact.kind in ("Header", "Footer", "Watermark"):
        return f"/Artifact <</Type /Pagination /Subtype /{artifact.kind}>> BDC"
    return f"/Artifact <</Type /{artifact.kind}>> BDC"
