"""Sets the same words with this project and with the tools a Persian user has today; each returns a PDF."""

from __future__ import annotations

import datetime
import html
import io
import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from taahodname.paper.blocks import (
    Align,
    Block,
    Border,
    Borders,
    Cell,
    Document,
    PageGeometry,
    Paragraph,
    ParagraphFormat,
    Row,
    Table,
    Text,
    TextStyle,
)
from taahodname.persian.isolation import isolate
from taahodname.resources import fonts_dir
from taahodname.units import Pt

FONT = fonts_dir() / "Vazirmatn-Regular.ttf"
SIZE = 11


@dataclass(frozen=True)
class Source:
    """The words that every tool sets: paragraphs, then rows of a table."""

    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every paragraph and cell."""
        return (*self.paragraphs, *(cell for row in self.rows for cell in row))


def by_taahodname(words: Source) -> bytes:
    """Set the words with this project's typesetter."""
    from taahodname.typeset import typeset
    from taahodname.typeset.fonts import shipped_book

    style = TextStyle("Vazirmatn", Pt(SIZE))
    fmt = ParagraphFormat(align=Align.JUSTIFY, space_after=Pt(4))

    def paragraph(text: str) -> Paragraph:
        return Paragraph((Text(isolate(text), style),), fmt, style)

    ruled = Borders(*[Border()] * 4)
    rows = tuple(
        Row(tuple(Cell((paragraph(text),), index, borders=ruled) for index, text in enumerate(row)))
        for row in words.rows
    )
    page = PageGeometry(Pt(595), Pt(842), Pt(57), Pt(57), Pt(57), Pt(57), Pt(28), Pt(28))
    blocks: tuple[Block, ...] = (
        *(paragraph(text) for text in words.paragraphs),
        Table(rows, (Pt(240), Pt(240))),
    )
    return typeset(Document(blocks, page, title="متن"), shipped_book()).data


_TYPST = """
#set page(paper: "a4", margin: 2cm)
#set text(font: "Vazirmatn", lang: "fa", dir: rtl, size: 11pt)
#set par(justify: true)
#let data = json(bytes(sys.inputs.words))
#for text in data.paragraphs [#par(text)]
#table(columns: (1fr, 1fr), ..data.rows.flatten().map(cell => [#cell]))
"""


def by_typst(words: Source) -> bytes:
    """Set the words with Typst."""
    import typst

    data = {
        "paragraphs": [isolate(text) for text in words.paragraphs],
        "rows": [[isolate(cell) for cell in row] for row in words.rows],
    }
    pdf: bytes = typst.compile(
        _TYPST.encode(), font_paths=[str(fonts_dir())], sys_inputs={"words": json.dumps(data)}
    )
    return pdf


def typst_kept(folder: Path) -> Callable[[Source], bytes]:
    """Return a call that sets words with Typst, its compiler and what it has compiled kept.

    Args:
        folder: for the source, which the compiler wants as a file.
    """
    import typst

    source = folder / "words.typ"
    source.write_text(_TYPST, encoding="utf-8")
    compiler = typst.Compiler(str(source), font_paths=[str(fonts_dir())])

    def compiled(words: Source) -> bytes:
        data = {
            "paragraphs": [isolate(text) for text in words.paragraphs],
            "rows": [[isolate(cell) for cell in row] for row in words.rows],
        }
        pdf: bytes = compiler.compile(sys_inputs={"words": json.dumps(data)})
        return pdf

    return compiled


def by_weasyprint(words: Source) -> bytes:
    """Set the words with WeasyPrint."""
    import weasyprint

    paragraphs = "".join(f"<p>{html.escape(isolate(text))}</p>" for text in words.paragraphs)
    rows = "".join(
        f"<tr>{''.join(f'<td>{html.escape(isolate(cell))}</td>' for cell in row)}</tr>" for row in words.rows
    )
    style = (
        f"@font-face {{font-family: V; src: url({FONT.as_uri()})}} @page {{size: A4; margin: 2cm}}"
        "body {font: 11pt V; text-align: justify} td {border: 1px solid; width: 50%}"
    )
    body = f"<body>{paragraphs}<table>{rows}</table></body>"
    page = weasyprint.HTML(string=f'<html lang="fa" dir="rtl"><style>{style}</style>{body}</html>')
    pdf: bytes = page.write_pdf()
    return pdf


def by_fpdf2(words: Source) -> bytes:
    """Set the words with fpdf2, shaped by HarfBuzz."""
    import fpdf

    pdf = fpdf.FPDF(format="A4")
    pdf.add_page()
    pdf.add_font("V", fname=FONT)
    pdf.set_font("V", size=SIZE)
    pdf.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="fa")
    for text in words.paragraphs:
        pdf.multi_cell(0, text=isolate(text), align="R", new_x="LMARGIN", new_y="NEXT")
    with pdf.table(text_align="RIGHT", first_row_as_headings=False) as table:
        for row in words.rows:
            table.row([isolate(cell) for cell in row])
    return bytes(pdf.output())


def by_libreoffice(words: Source) -> bytes:
    """Set the words with LibreOffice, from a Word file with every direction told."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "words.docx").write_bytes(_word_file(words))
        fonts = f"<fontconfig><dir>{fonts_dir()}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>"
        (folder / "fonts.conf").write_text(fonts, encoding="utf-8")
        home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
        order = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", name]
        surroundings = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        subprocess.run(
            [*order, str(folder / "words.docx")],
            check=True,
            capture_output=True,
            timeout=300,
            env=surroundings,
        )
        return (folder / "words.pdf").read_bytes()


def _word_file(words: Source) -> bytes:
    import docx
    from docx.oxml.ns import qn

    from taahodname.word.finish import Properties, finish

    file = docx.Document()
    fonts = file.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{slot}"), "Vazirmatn")
    for text in words.paragraphs:
        file.add_paragraph(text)
    table = file.add_table(rows=len(words.rows), cols=2)
    for row, texts in zip(table.rows, words.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text)
    for paragraph in file.element.body.iter(qn("w:p")):
        properties = paragraph.get_or_add_pPr()
        properties.append(properties.makeelement(qn("w:bidi"), {}))
    kept = io.BytesIO()
    file.save(kept)
    return finish(kept.getvalue(), Properties("متن", "شرکت", datetime.date(2026, 11, 23)))


def by_reshaper(words: Source) -> bytes:
    """Set the words with ReportLab, arabic-reshaper and python-bidi, as is often done."""
    import arabic_reshaper
    from bidi.algorithm import get_display
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("V", str(FONT)))
    reshape = arabic_reshaper.ArabicReshaper({"delete_harakat": False}).reshape
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    canvas.setFont("V", SIZE)
    y = 800.0
    for text in words.texts:
        for line in _wrapped(text, lambda part: pdfmetrics.stringWidth(reshape(part), "V", SIZE)):
            canvas.drawRightString(540, y, get_display(reshape(line)))
            y -= 18
            if y < 40:
                canvas.showPage()
                canvas.setFont("V", SIZE)
                y = 800.0
    canvas.save()
    return buffer.getvalue()


def _wrapped(text: str, width: Callable[[str], float]) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and width(f"{line} {word}") > 480:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


TOOLS: Mapping[str, tuple[Callable[[Source], bytes], str]] = {
    "taahodname": (by_taahodname, "taahodname"),
    "Typst": (by_typst, "typst"),
    "WeasyPrint": (by_weasyprint, "weasyprint"),
    "fpdf2": (by_fpdf2, "fpdf2"),
    "LibreOffice": (by_libreoffice, "soffice"),
    "arabic-reshaper, python-bidi, ReportLab": (by_reshaper, "reportlab"),
}
"""Every tool: how it sets the words, and the package or program it needs."""
