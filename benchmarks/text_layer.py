"""Measures what can be copied out of a PDF: our text layer beside that of other tools, on the same words.

Run it with the extra `bench` installed: `python benchmarks/text_layer.py`. A tool or reader that is not at
hand is left out and named. `--write` puts the figures into docs/text-layer.md; `--losses` tells lost words.
"""

from __future__ import annotations

import argparse
import datetime
import html
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import taahodname as package
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
from taahodname.persian.isolation import isolate, strip_controls
from taahodname.resources import fonts_dir
from taahodname.units import Pt

ROOT = Path(__file__).resolve().parents[1]
PAPER = ROOT / "docs" / "text-layer.md"
FONT = fonts_dir() / "Vazirmatn-Regular.ttf"
SAMPLES = {"arya-software": ("3000", "1000", "021"), "mehr-clinic": ("1000",), "sepid-stores": ("021",)}
DATE = "1405/09/02"
SIZE = 11

HARD = (
    "نامهٔ هیئت‌مدیرهٔ شرکت کتباً و شفاهاً به مؤمنی و عبدالله‌زاده، فرزند فضل‌الله، رسید.",
    "متعهّد می‌شود حقّ ملّی را اصلاً و قطعاً للّه و بالله نپذیرد؛ الآن لا و بلا و کلاً.",
    "تلفن 021-88776655 و +98 912 174 0386 و کارت 6037-9971-1234-5678 (به نام مؤسسه) است.",
    "شرکت (Arya Data) و «SMS» و نسخهٔ 2.10.4 و بازهٔ ۱۰-۲۰ و مبلغ ۵۰۰٬۰۰۰٬۰۰۰ ریال (پانصد میلیون ریال).",
    "نشانی info@arya-data.ir و https://www.arya-data.ir/a-b/?q=1 در تاریخ ۱۴۰۵/۰۹/۰۲ [پیوست ۳] و «بند ۴».",
)
"""Sentences with what text layers lose: marks, half-spaces, lam-alef, brackets, numbers and Latin."""

_NOISE = str.maketrans(
    {"\ufffe": "-", "\x02": "-", **dict.fromkeys("\xad\ufeff\u202a\u202b\u202c\u202d\u202e")}
)
"""What PDFium writes for a hyphen at the end of a line; what is no text, such as poppler's embeddings."""


@dataclass(frozen=True)
class Source:
    """The words that every tool sets: paragraphs, then rows of a table."""

    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every paragraph and cell."""
        return (*self.paragraphs, *(cell for row in self.rows for cell in row))


@dataclass(frozen=True)
class Score:
    """How much of a source was found: shares of one."""

    words: float
    pairs: float
    lost: tuple[str, ...]

    def __str__(self) -> str:
        return f"{_percent(self.words)} / {_percent(self.pairs)}"


def _percent(share: float) -> str:
    # Rounded down, so that 100 means all.
    return f"{int(share * 1000) / 10:.1f}".removesuffix(".0")


def words_of(text: str) -> list[str]:
    """Return the words of a text: NFC, direction marks left out, parted at white space."""
    return unicodedata.normalize("NFC", strip_controls(text.translate(_NOISE))).split()


def score(texts: Iterable[str], found: str) -> Score:
    """Return the share of words found exactly, and of neighbours found side by side and in order."""
    split = [words_of(text) for text in texts]
    wanted = Counter(word for words in split for word in words)
    wanted_pairs = Counter(pair for words in split for pair in pairwise(words))
    read = words_of(found)
    words, pairs = wanted & Counter(read), wanted_pairs & Counter(pairwise(read))
    lost = tuple((wanted - words).elements())
    return Score(words.total() / wanted.total(), pairs.total() / wanted_pairs.total(), lost)


# The words ------------------------------------------------------------------------------------------


@cache
def undertaking(sample: str, line: str) -> Mapping[str, bytes]:
    """Return the papers of a sample."""
    from taahodname.dossier.assemble import render
    from taahodname.profile import Profile

    return render(Profile.load(ROOT / "samples" / sample / "profile.yaml"), line, date=DATE)


def blocks_of(docx: bytes) -> tuple[Block, ...]:
    """Return the blocks of a letter."""
    from taahodname.word.read import read

    return read(docx, "undertaking.docx").blocks


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of every paragraph and cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from texts_of(cell.blocks)


def source() -> Source:
    """Return the letter of a sample, its tables as rows of two cells, and the hard sentences."""
    blocks = blocks_of(undertaking("arya-software", "3000")["undertaking.docx"])
    plain = [text for text in texts_of(b for b in blocks if isinstance(b, Paragraph)) if text.strip()]
    cells = [text for text in texts_of(b for b in blocks if isinstance(b, Table)) if text.strip()]
    cells += [""] * (len(cells) % 2)
    rows = tuple(zip(cells[::2], cells[1::2], strict=True))
    clean = tuple(strip_controls(text).replace("\t", " ").replace("\n", " ") for text in (*plain, *HARD))
    return Source(clean, tuple((strip_controls(a), strip_controls(b)) for a, b in rows))


# The tools ------------------------------------------------------------------------------------------


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


# The readers ----------------------------------------------------------------------------------------


def with_pdfium(data: bytes) -> str:
    """Read a PDF with PDFium, the reader of Chrome."""
    from taahodname.dossier.reading import pdf_pages

    return "\n".join(pdf_pages(data))


def with_poppler(data: bytes) -> str:
    """Read a PDF with poppler, the reader of GNOME."""
    order = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(order, input=data, check=True, capture_output=True, timeout=120).stdout.decode(
        "utf-8"
    )


def with_mupdf(data: bytes) -> str:
    """Read a PDF with MuPDF."""
    import pymupdf

    with pymupdf.open(stream=data) as document:
        return "\n".join(page.get_text() for page in document)


def with_pypdf(data: bytes) -> str:
    """Read a PDF with pypdf."""
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


READERS: Mapping[str, tuple[Callable[[bytes], str], str]] = {
    "PDFium": (with_pdfium, "pypdfium2"),
    "poppler": (with_poppler, "pdftotext"),
    "MuPDF": (with_mupdf, "pymupdf"),
    "pypdf": (with_pypdf, "pypdf"),
}
"""Every reader, and the package or program it needs."""


def at_hand(needed: str) -> bool:
    """Return whether a package or a program is here."""
    module = {"fpdf2": "fpdf"}.get(needed, needed)
    return shutil.which(needed) is not None or importlib.util.find_spec(module) is not None


def version_of(needed: str) -> str:
    """Return the version of a package or a program."""
    asked = {"pdftotext": "-v", "soffice": "--version"}.get(needed)
    if asked is None:
        return package.__version__ if needed == "taahodname" else version(needed)
    told = subprocess.run([needed, asked], check=False, capture_output=True, text=True, timeout=60)
    found = re.search(r"[0-9]+(\.[0-9]+)+", told.stdout + told.stderr)
    return found.group() if found else "?"


# The report -----------------------------------------------------------------------------------------


def report(*, losses: bool) -> Iterator[str]:
    """Yield the lines of the figures as Markdown."""
    readers = {name: read for name, (read, needed) in READERS.items() if at_hand(needed)}
    head = f"| | {' | '.join(readers)} |\n|---|{'---|' * len(readers)}"
    words = source()
    count = sum(len(words_of(text)) for text in words.texts)
    yield f"{count} words: found exactly / neighbours in order, per cent\n"
    yield head
    lost: list[str] = []
    for name, (make, needed) in TOOLS.items():
        if not at_hand(needed):
            continue
        scores = {
            reader: score(words.texts, read(made))
            for made in [make(words)]
            for reader, read in readers.items()
        }
        yield f"| {name} | {' | '.join(map(str, scores.values()))} |"
        lost += [f"- {name}, {reader}: {'  '.join(found.lost[:25])}" for reader, found in scores.items()]
    yield "\nOur papers as they leave the house, heads and feet left out\n"
    yield head
    for sample, lines in SAMPLES.items():
        for line in lines:
            yield _sample_row(sample, line, readers)
    yield ""
    yield from _versions()
    if losses:
        yield from ["", *lost]


def _sample_row(sample: str, line: str, readers: Mapping[str, Callable[[bytes], str]]) -> str:
    papers = undertaking(sample, line)
    texts = list(texts_of(blocks_of(papers["undertaking.docx"])))
    scores = [str(score(texts, read(papers["undertaking.pdf"]))) for read in readers.values()]
    return f"| {sample}, {line} | {' | '.join(scores)} |"


def _versions() -> Iterator[str]:
    everything = {name: needed for name, (_, needed) in (*TOOLS.items(), *READERS.items())}
    here = [f"{name} {version_of(needed)}" for name, needed in everything.items() if at_hand(needed)]
    gone = [f"{name} ({needed})" for name, needed in everything.items() if not at_hand(needed)]
    today = datetime.datetime.now(tz=datetime.UTC).date()
    yield f"Measured on {today:%Y-%m-%d} with Python {sys.version.split()[0]}: {', '.join(here)}."
    if gone:
        yield f"Left out, because not at hand: {', '.join(gone)}."


_FIGURES = re.compile("(?<=<!-- figures -->\n).*(?=<!-- end of figures -->)", re.DOTALL)


def main() -> None:
    """Print the figures, or put them into the paper."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/text-layer.md")
    parser.add_argument("--losses", action="store_true", help="tell the words that were lost")
    wish = parser.parse_args()
    text = "\n".join(report(losses=wish.losses))
    if wish.write:
        paper = PAPER.read_text(encoding="utf-8")
        PAPER.write_text(_FIGURES.sub(lambda _: f"{text}\n", paper), encoding="utf-8")
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()
