"""Takes a page out of a foreign PDF with all that it draws, and judges whether it may stand in a PDF/A-2u."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from msgspec import Struct, field

from taahodname.letterhead.ink_colours import shown_as
from taahodname.letterhead.vector_content import Drawn, TooMuch, inks_of, rewrite
from taahodname.letterhead.vector_fonts import is_archival
from taahodname.typeset.imported import ImportedPage, Piece

MOST_OBJECTS = 4_000
MOST_BYTES = 24 * 1024 * 1024
_DEEPEST = 60

# What a form of ours has no use for, or a PDF/A may not hold (ISO 19005-2, 6.2.5, 6.2.8, 6.2.9).
_DROPPED = frozenset(
    {
        *(
            "/StructParent",
            "/StructParents",
            "/PieceInfo",
            "/Metadata",
            "/LastModified",
            "/OC",
            "/Alternates",
        ),
        *("/OPI", "/Interpolate", "/Thumb", "/AF", "/Parent", "/Annots", "/AA", "/A", "/TR", "/TR2", "/HT"),
        *("/HTP", "/BG", "/BG2", "/UCR", "/UCR2", "/OPM", "/Ref", "/CIDSet", "/CharSet", "/Measure"),
        *("/PtData", "/ID", "/SpiderInfo", "/PZ", "/B", "/Name"),
    }
)
_KEPT_FILTERS = frozenset(
    {"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/ASCII85Decode", "/ASCIIHexDecode"}
)
_RESOURCES = ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading")
_BLENDS = frozenset(
    {
        *("/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge"),
        *("/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation"),
        *("/Color", "/Luminosity"),
    }
)
_ICC_KINDS = {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4, b"Lab ": 3}

# pypdf complains of odd files by logging; what matters is told by us.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


class NotImported(Exception):
    """A page cannot be taken over as it is; `reason` says why («layers», «size», «structure»)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Vector(Struct, frozen=True):
    """A page that was taken over.

    Attributes:
        page: its objects.
        faults: why a file that holds it makes no claim to be PDF/A («fonts», «inks», «jpeg2000» …), sorted.
    """

    page: ImportedPage
    faults: tuple[str, ...] = ()


def import_page(data: bytes, index: int, matrix: tuple[float, ...], box: tuple[float, ...]) -> Vector:
    """Return a page of a PDF as a form that fills the unit square.

    Args:
        data: the PDF, not encrypted.
        index: of the page, from 0.
        matrix: from the page's own coordinates to the unit square.
        box: what is seen of it, in its own coordinates.

    Raises:
        NotImported: when it cannot be taken over.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data), strict=False)
        page = reader.pages[index]
        if _has_hidden_layers(reader):
            raise NotImported("layers")
        return _Import(reader).form(page, matrix, box)
    except TooMuch as error:
        raise NotImported("size") from error
    # A broken file may fail anywhere in pypdf; PDFium, which is more forgiving, then draws a picture of it.
    except (
        PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError,
        OSError, NotImplementedError, AssertionError, zlib.error,
    ) as error:  # fmt: skip
        raise NotImported("structure") from error


def _has_hidden_layers(reader: Any) -> bool:
    properties = reader.trailer["/Root"].get("/OCProperties")
    if properties is None:
        return False
    shown = properties.get_object().get("/D", {}).get_object()
    return bool(shown.get("/OFF")) or shown.get("/BaseState", "/ON") != "/ON"


class _Import(Struct):
    """One page on its way into another file."""

    reader: Any
    objects: list[tuple[Piece, ...]] = field(default_factory=list)
    places: dict[tuple[int, int], int] = field(default_factory=dict)
    faults: set[str] = field(default_factory=set)
    waiting: list[tuple[int, Any]] = field(default_factory=list)
    shown: dict[int, tuple[Any, list[bytes]]] = field(default_factory=dict)
    light: dict[Any, Any] = field(default_factory=dict)
    size: int = 0

    def form(self, page: Any, matrix: tuple[float, ...], box: tuple[float, ...]) -> Vector:
        from pypdf.generic import ContentStream

        contents = page.get_contents()
        self.objects.append(())
        if contents is None:
            drawn, resources = Drawn(), None
        else:
            resources = page.get("/Resources")
            drawn = self._drawn(ContentStream(contents, self.reader), resources)
        entries: list[Piece] = [
            b"<< /Type /XObject /Subtype /Form /BBox [" + _numbers(box) + b"] /Matrix [",
            _numbers(matrix) + b"]",
        ]
        group = page.get("/Group")
        if group is not None:
            entries += [b" /Group ", *self._value(group.get_object(), 0)]
        entries += [b" /Resources ", *self._resources(resources, drawn)]
        self.objects[0] = tuple(self._stream(entries, drawn.data))
        while self.waiting:
            place, target = self.waiting.pop()
            self.objects[place] = tuple(self._object(target))
        for font, texts in self.shown.values():
            if not is_archival(font, texts):
                self.faults.add("fonts")
        faults = tuple(sorted(self.faults))
        return Vector(ImportedPage(tuple(self.objects), not faults), faults)

    # Content streams ------------------------------------------------------------------------------

    def _drawn(self, content: Any, resources: Any) -> Drawn:
        """Return a content stream rewritten; fonts are noted with the strings they draw."""
        held = {} if resources is None else resources.get_object()
        spaces = {name: space == "/DeviceCMYK" for name, space in _named(held, "/ColorSpace").items()}
        missing = inks_of(content, spaces) - self.light.keys()
        if missing:
            self.light |= shown_as(missing)
        drawn = rewrite(content, spaces, self.light)
        self.faults |= drawn.faults
        fonts = _named(held, "/Font")
        for name, texts in drawn.shown.items():
            font = fonts.get(name)
            if font is None:
                self.faults.add("fonts")
                continue
            self.shown.setdefault(id(font), (font, []))[1].extend(texts)
        return drawn

    def _resources(self, resources: Any, drawn: Drawn) -> Iterator[Piece]:
        """Yield the resources that a content stream uses and no others."""
        held = {} if resources is None else resources.get_object()
        yield b"<<"
        for kind in _RESOURCES:
            names = _named(held, kind, whole=True)
            used = sorted(drawn.used.get(kind, set()) & names.keys())
            used += [name for name in names if kind == "/ColorSpace" and name.startswith("/Default")]
            if used:
                yield kind.encode() + b" <<"
                for name in used:
                    yield _name(name) + b" "
                    yield from self._value(names[name], 0)
                    yield b" "
                yield b">>"
        yield b">>"

    def _stream(self, entries: list[Piece], data: bytes) -> Iterator[Piece]:
        packed = zlib.compress(data, 9)
        self._count(len(packed))
        yield from entries
        yield b" /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
        yield packed + b"\nendstream"

    # Objects --------------------------------------------------------------------------------------

    def _object(self, target: Any) -> Iterator[Piece]:
        from pypdf.generic import ContentStream, StreamObject

        if not isinstance(target, StreamObject):
            yield from self._value(target, 0)
            return
        draws = target.get("/Subtype") == "/Form" or target.get("/PatternType") == 1
        if draws:
            drawn = self._drawn(ContentStream(target, self.reader), target.get("/Resources"))
            entries: list[Piece] = [b"<<", *self._entries(target, 0, skip=("/Resources", *_OF_STREAMS))]
            entries += [b" /Resources ", *self._resources(target.get("/Resources"), drawn)]
            yield from self._stream(entries, drawn.data)
            return
        self._judge_stream(target)
        filters = _filters(target)
        if set(filters) <= _KEPT_FILTERS | {"/JPXDecode"}:
            data, skip = bytes(target._data), ("/Length", "/F", "/FFilter", "/FDecodeParms")
            self._count(len(data))
            yield b"<<"
            yield from self._entries(target, 0, skip=skip)
            yield b" /Length %d >>\nstream\n" % len(data)
            yield data + b"\nendstream"
        else:
            yield from self._stream([b"<<", *self._entries(target, 0, skip=_OF_STREAMS)], target.get_data())

    def _judge_stream(self, target: Any) -> None:
        if "/JPXDecode" in _filters(target):
            self.faults.add("jpeg2000")
        if target.get("/Subtype") == "/PS" or "/PS" in target or "/F" in target:
            self.faults.add("operators")

    def _value(self, value: Any, depth: int) -> Iterator[Piece]:
        from pypdf import generic

        if depth > _DEEPEST:
            raise NotImported("structure")
        if isinstance(value, generic.IndirectObject):
            yield from self._reference(value, depth)
        elif isinstance(value, generic.StreamObject):
            yield self._new(None, value)
        elif isinstance(value, generic.DictionaryObject):
            self._judge(value)
            yield b"<<"
            yield from self._entries(value, depth)
            yield b">>"
        elif isinstance(value, list):
            self._judge_space(value)
            yield b"["
            for item in value:
                yield from self._value(item, depth + 1)
                yield b" "
            yield b"]"
        elif isinstance(value, generic.NameObject):
            if value == "/DeviceCMYK":
                self.faults.add("inks")
            yield _name(str(value))
        elif isinstance(value, generic.TextStringObject | generic.ByteStringObject):
            yield b"<" + bytes(value.original_bytes).hex().encode() + b">"
        elif isinstance(value, generic.BooleanObject):
            yield b"true" if value.value else b"false"
        elif isinstance(value, int):
            yield b"%d" % value
        elif isinstance(value, float | generic.FloatObject):
            yield _number(float(value))
        else:
            yield b"null"

    def _entries(self, value: Any, depth: int, skip: tuple[str, ...] = ()) -> Iterator[Piece]:
        for key, raw in value.items():
            if key in _DROPPED or key in skip or self._is_dropped(key, raw):
                continue
            yield b" " + _name(str(key)) + b" "
            yield from self._value(raw, depth + 1)

    def _is_dropped(self, key: str, raw: Any) -> bool:
        value = raw.get_object()
        if key == "/Type" and value in ("/OCG", "/OCMD"):
            return True
        return key == "/Intent" and isinstance(value, str) and value not in _INTENTS

    def _reference(self, reference: Any, depth: int) -> Iterator[Piece]:
        key = (reference.idnum, reference.generation)
        if key in self.places:
            yield self.places[key]
            return
        target = reference.get_object()
        from pypdf.generic import DictionaryObject

        if target is None:
            yield b"null"
        elif isinstance(target, list | DictionaryObject):
            yield self._new(key, target)
        else:
            yield from self._value(target, depth + 1)

    def _new(self, key: tuple[int, int] | None, target: Any) -> int:
        place = len(self.objects)
        if place > MOST_OBJECTS:
            raise TooMuch
        self.objects.append(())
        if key is not None:
            self.places[key] = place
        self.waiting.append((place, target))
        return place

    def _count(self, size: int) -> None:
        self.size += size
        if self.size > MOST_BYTES:
            raise TooMuch

    # What a PDF/A may not hold --------------------------------------------------------------------

    def _judge(self, value: Any) -> None:
        blend = value.get("/BM")
        if blend is not None:
            names = blend.get_object()
            if not set(names if isinstance(names, list) else [names]) <= _BLENDS:
                self.faults.add("blending")
        if value.get("/Type") == "/Font" and value.get("/Subtype") == "/Type3":
            self.faults.add("fonts")

    def _judge_space(self, value: list[Any]) -> None:
        if len(value) != 2 or value[0] != "/ICCBased":
            return
        profile = value[1].get_object()
        head = profile.get_data()[:128]
        if len(head) < 128 or head[8] > 4 or _ICC_KINDS.get(head[16:20]) != profile.get("/N"):
            self.faults.add("profiles")


_OF_STREAMS = ("/Length", "/Filter", "/DecodeParms", "/F", "/FFilter", "/FDecodeParms", "/DL")
_INTENTS = frozenset({"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"})


def _named(resources: Mapping[str, Any], kind: str, *, whole: bool = False) -> dict[str, Any]:
    """Return the resources of a kind by their names, references followed unless asked for `whole`."""
    found = resources.get(kind)
    if found is None:
        return {}
    held = found.get_object()
    return {str(name): held.raw_get(name) if whole else held[name].get_object() for name in held}


def _filters(stream: Any) -> list[str]:
    found = stream.get("/Filter", [])
    found = found.get_object() if hasattr(found, "get_object") else found
    return [str(one) for one in found] if isinstance(found, list) else [str(found)]


def _name(name: str) -> bytes:
    """Return a name as it stands in a file; what is no plain letter is written by its number."""
    plain = name.removeprefix("/").encode("utf-8", "surrogateescape")
    return b"/" + b"".join(
        bytes([char]) if 33 <= char <= 126 and char not in b"#/%()<>[]{}" else b"#%02X" % char
        for char in plain
    )


def _number(value: float) -> bytes:
    text = f"{value:.9f}".rstrip("0").rstrip(".")
    return (text if text not in ("", "-0") else "0").encode()


def _numbers(values: tuple[float, ...]) -> bytes:
    return b" ".join(_number(value) for value in values)
