"""Small Word files from pieces of WordprocessingML, for the tests of the reader."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION = (
    '<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720"/>'
    "{more}<w:bidi/></w:sectPr>"
)


def run(text: str, properties: str = "<w:rtl/>") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, properties: str = "<w:bidi/>") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def field(instruction: str, result: str = "۱", properties: str = "<w:rtl/>") -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return char("begin") + code + char("separate") + run(result, properties) + char("end")


def docx(
    body: str,
    *,
    styles: str = "",
    header: str | None = None,
    more: str = "",
    media: dict[str, bytes] | None = None,
    settings: str = "",
) -> bytes:
    """Return a Word file with a body, and perhaps styles, a head, section properties and pictures."""
    refs = '<w:headerReference w:type="default" r:id="rIdH"/>' if header is not None else ""
    relations = f'<Relationship Id="rIdS" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    overrides = f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    parts: dict[str, bytes] = {}
    if header is not None:
        relations += f'<Relationship Id="rIdH" Type="{_OFFICE}/header" Target="header1.xml"/>'
        overrides += f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/>'
        parts["word/header1.xml"] = f"<w:hdr {_W}>{header}</w:hdr>".encode()
    if settings:
        relations += f'<Relationship Id="rIdT" Type="{_OFFICE}/settings" Target="settings.xml"/>'
        overrides += f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
        parts["word/settings.xml"] = f"<w:settings {_W}>{settings}</w:settings>".encode()
    for name, data in (media or {}).items():
        relations += f'<Relationship Id="{name}" Type="{_OFFICE}/image" Target="media/{name}.png"/>'
        parts[f"word/media/{name}.png"] = data
    section = SECTION.format(refs=refs, more=more)
    parts |= {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}'
            "</Types>"
        ).encode(),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>"
        ).encode(),
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{relations}</Relationships>"
        ).encode(),
        "word/document.xml": f"<w:document {_W}><w:body>{body}{section}</w:body></w:document>".encode(),
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>".encode(),
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()
