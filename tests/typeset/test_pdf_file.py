"""Facts about the file of a PDF: objects, object stream, cross-reference stream."""

from __future__ import annotations

import io
import random
import zlib

import pypdf
import pytest

from taahodname.typeset.archive import About, describe
from taahodname.typeset.pdf_canvas import PdfCanvas
from taahodname.typeset.pdf_file import save
from taahodname.typeset.pdf_objects import Stream, add, add_many, document_of, packed


def _canvas() -> PdfCanvas:
    canvas = PdfCanvas(100, 100)
    describe(canvas, About("عنوان", "شرکت آریا", "خط ۳۰۰۰", None))
    return canvas


def _finished(canvas: PdfCanvas) -> bytes:
    canvas.showPage()
    canvas.end()
    return save(canvas)


def test_what_stands_behind_more_than_16_megabytes_is_found() -> None:
    canvas = _canvas()
    add(document_of(canvas), Stream(b"\0" * (1 << 24), deflate=False), "large")
    canvas.addLiteral("% behind it")
    read = pypdf.PdfReader(io.BytesIO(_finished(canvas)), strict=True)
    assert b"% behind it" in read.pages[0].get_contents().get_data()


def test_more_objects_than_two_bytes_count_stand_in_an_object_stream() -> None:
    canvas = _canvas()
    document = document_of(canvas)
    first = document.objectcounter + 1
    count = 0x10001
    add_many(document, (b"%d" % number for number in range(count)))
    read = pypdf.PdfReader(io.BytesIO(_finished(canvas)), strict=True)
    assert read.get_object(pypdf.generic.IndirectObject(first + count - 1, 0, read)) == count - 1


def test_the_same_objects_make_the_same_file() -> None:
    assert _finished(_canvas()) == _finished(_canvas())


@pytest.mark.parametrize("size", [0, 1, 1_000, 1 << 20])
def test_any_reader_unpacks_what_is_packed(size: int) -> None:
    data = random.Random(size).randbytes(size) + b"BT (a) Tj ET\n" * size
    assert zlib.decompress(packed(data)) == data
