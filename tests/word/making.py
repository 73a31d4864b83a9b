"""Makes small Word files for the tests, part by part, so that each test sees all that is in its file."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from taahodname.word.names import NAMESPACES, OFFICE, WORD_TYPE
from taahodname.word.package import Package, read

_PREFIXES = ("w", "r", "a", "o", "v", "w10", "wp", "pic", "w14", "mc", "wps", "wpg", "wpc", "wp14", "asvg")
PREFIXES = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in _PREFIXES)
_PICTURES = [
    f'<Default Extension="{ending}" ContentType="image/{kind}"/>'
    for ending, kind in {
        "png": "png",
        "jpg": "jpeg",
        "gif": "gif",
        "bmp": "bmp",
        "tiff": "tiff",
        "svg": "svg+xml",
        "emf": "x-emf",
    }.items()
]
STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Vazirmatn" w:hAnsi="Vazirmatn" w:cs="Vazirmatn"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:rtl/><w:lang w:val="fa-IR" w:bidi="fa-IR"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr><w:bidi/></w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
LTR_STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
    '<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:color w:val="000000" w:themeColor="accent1"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/>'
    '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>'
)
SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="720" w:footer="720" w:gutter="0"/>'
)


def run(text: str, look: str = "") -> str:
    """Return a run; `look` is the inside of its `w:rPr`."""
    inside = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*pieces: str, look: str = "") -> str:
    """Return a paragraph; a piece that is no XML becomes a run, `look` is the inside of its `w:pPr`."""
    inside = "".join(piece if piece.startswith("<") else run(piece) for piece in pieces)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{inside}</w:p>"


def table(*rows: Sequence[str], look: str = "<w:bidiVisual/>", width: int = 4000) -> str:
    """Return a table of cells; a cell that is no XML becomes a paragraph."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _ in rows[0])
    lines = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _cell(content: str) -> str:
    return f"<w:tc>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def part(root: str, inside: str) -> str:
    """Return the XML of a part with the usual prefixes."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><{root} {PREFIXES}>{inside}</{root}>'


def relations(*lines: tuple[str, ...]) -> str:
    """Return a .rels part from (id, kind, target[, mode])."""
    written = ""
    for name, kind, target, *mode in lines:
        external = f' TargetMode="{mode[0]}"' if mode else ""
        written += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{external}/>'
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{written}</Relationships>'


def content_types(overrides: Mapping[str, str]) -> str:
    """Return a [Content_Types].xml."""
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{NAMESPACES["ct"]}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{''.join(_PICTURES)}{lines}</Types>"
    )


def parts(
    *blocks: str,
    marginals: Mapping[str, str] | None = None,
    section: str = SECTION,
    styles: str = STYLES,
    settings: str = "",
    lines: Sequence[tuple[str, ...]] = (),
    extra: Mapping[str, str | bytes] | None = None,
    main_type: str = f"{WORD_TYPE}.document.main+xml",
    kinds: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """Return the parts of a Word file.

    Args:
        blocks: the body; a block that is no XML becomes a paragraph.
        marginals: heads and feet by «header-default», «footer-first» …: the inside of each part.
        section: the inside of `w:sectPr`, references left out.
        styles: the inside of `w:styles`.
        settings: the inside of `w:settings`.
        lines: further relations of the main part.
        extra: further parts.
        main_type: the content type of the main part.
        kinds: further parts of the main part by their kind («numbering»): the XML of each.
    """
    body = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    heads = marginals or {}
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="{kind}-{which}"/>'
        for kind, _, which in (name.partition("-") for name in heads)
    )
    types = {"word/document.xml": main_type, "word/styles.xml": f"{WORD_TYPE}.styles+xml"}
    types["word/settings.xml"] = f"{WORD_TYPE}.settings+xml"
    found: dict[str, str | bytes] = {
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part(
            "w:document", f"<w:body>{body}<w:sectPr>{references}{section}</w:sectPr></w:body>"
        ),
        "word/styles.xml": part("w:styles", styles),
        "word/settings.xml": part("w:settings", settings),
    }
    inner: list[tuple[str, ...]] = [("rIdS", "styles", "styles.xml"), ("rIdT", "settings", "settings.xml")]
    for name, inside in heads.items():
        kind = name.partition("-")[0]
        found[f"word/{name}.xml"] = part("w:hdr" if kind == "header" else "w:ftr", inside)
        types[f"word/{name}.xml"] = f"{WORD_TYPE}.{kind}+xml"
        inner.append((name, kind, f"{name}.xml"))
    for kind, xml in (kinds or {}).items():
        found[f"word/{kind}.xml"] = xml
        types[f"word/{kind}.xml"] = f"{WORD_TYPE}.{kind}+xml"
        inner.append((f"rId-{kind}", kind, f"{kind}.xml"))
    found["word/_rels/document.xml.rels"] = relations(*inner, *lines)
    found.update(extra or {})
    found["[Content_Types].xml"] = content_types(types)
    return {name: data.encode() if isinstance(data, str) else data for name, data in found.items()}


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """Return an archive of the parts, with none of the library's own care."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return target.getvalue()


def docx(*blocks: str, **options: object) -> bytes:
    """Return a Word file; see `parts`."""
    return zipped(parts(*blocks, **options))  # type: ignore[arg-type]


def opened(data: bytes) -> Package:
    """Return a Word file opened by the library."""
    return read(data, "test.docx")


def main_xml(data: bytes) -> str:
    """Return the main part of a Word file as text."""
    return opened(data).parts["word/document.xml"].decode()


def png(width: int = 2, height: int = 1) -> bytes:
    """Return a grey PNG picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\x00" + b"\x80" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def picture(relation: str, number: int = 1) -> str:
    """Return a run with a picture."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="180000"/>'
        f'<wp:docPr id="{number}" name="p"/><a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def field(instruction: str, result: str = "۱") -> str:
    """Return a field of several runs, as Word writes it."""

    def char(kind: str) -> str:
        return f'<w:r><w:rPr><w:rtl/></w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return char("begin") + code + char("separate") + run(result, "<w:rtl/>") + char("end")
