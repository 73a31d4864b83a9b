"""What makes a PDF one for the archive: PDF/A-2u, its colours, its metadata and its dates (ISO 19005-2)."""

from __future__ import annotations

import datetime
import zlib
from functools import cache
from html import escape

from msgspec import Struct

from taahodname.typeset.colour_profile import NAME, srgb
from taahodname.typeset.pdf_canvas import PdfCanvas
from taahodname.typeset.pdf_objects import Stream, add, document_of, text_string

LANGUAGE = "fa-IR"
INFORMATION = "Information"
"""What the information dictionary is called in the document."""

_TOOL = "taahodname"
_PRODUCER = "taahodname, ReportLab"


class About(Struct, frozen=True):
    """What a PDF says of itself.

    Attributes:
        title, author, subject: in words; empty where there is none.
        date: the day it is dated; it stands for both «created» and «modified». A file without one names none.
        archival: it claims to be PDF/A-2u. A file that holds what may break the claim makes none.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    date: datetime.date | None = None
    archival: bool = True


def describe(canvas: PdfCanvas, about: About) -> None:
    """Write the metadata, the output intent and the language of a PDF.

    Args:
        canvas: the PDF in the making, before it is saved.
        about: what it says of itself; the information dictionary and the XMP say the same.
    """
    document = document_of(canvas)
    add(document, _information(about), INFORMATION)
    metadata = Stream(_xmp(about), deflate=False, Type="/Metadata", Subtype="/XML")
    profile = add(document, Stream(_profile(), deflated=True, N=3), "colour-profile")
    document.Catalog.add(
        Lang=f"({LANGUAGE})",
        Metadata=add(document, metadata, "metadata"),
        ViewerPreferences="<</DisplayDocTitle true>>",
        OutputIntents=(
            f"[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({NAME}) /Info ({NAME}) "
            f"/DestOutputProfile {profile}>>]"
        ),
    )


@cache
def _profile() -> bytes:
    return zlib.compress(srgb(), 9)


def _information(about: About) -> str:
    """Return the information dictionary, with the letter's date (ISO 32000-1, 14.3.3)."""
    words = {"Title": about.title, "Author": about.author, "Subject": about.subject}
    entries = {name: text_string(value) for name, value in words.items() if value}
    entries |= {"Creator": f"({_TOOL})", "Producer": f"({_PRODUCER})"}
    if about.date is not None:
        stamp = f"(D:{about.date:%Y%m%d}000000+00'00')"
        entries |= {"CreationDate": stamp, "ModDate": stamp}
    return f"<<{' '.join([f'/{name} {value}' for name, value in entries.items()])}>>"


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{lines}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def _xmp(about: About) -> bytes:
    """Return the metadata stream (ISO 16684-1): the same facts as the information dictionary."""
    lines = ["<dc:format>application/pdf</dc:format>"]
    if about.archival:
        lines[:0] = ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>"]
    lines.append(_list("dc:language", "Bag", LANGUAGE))
    for name, kind, words in (
        ("dc:title", "Alt", about.title),
        ("dc:creator", "Seq", about.author),
        ("dc:description", "Alt", about.subject),
    ):
        if words:
            lines.append(_list(name, kind, words))
    lines.append(f"<xmp:CreatorTool>{_TOOL}</xmp:CreatorTool>")
    lines.append(f"<pdf:Producer>{_PRODUCER}</pdf:Producer>")
    if about.date is not None:
        stamp = f"{about.date.isoformat()}T00:00:00Z"
        lines += [f"<xmp:{name}>{stamp}</xmp:{name}>" for name in ("CreateDate", "ModifyDate")]
    return _PACKET.format(lines="\n".join(lines)).encode()


def _list(name: str, kind: str, words: str) -> str:
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    return (
        f"<{name}><rdf:{kind}><rdf:li{language}>{escape(words, quote=False)}</rdf:li></rdf:{kind}></{name}>"
    )
