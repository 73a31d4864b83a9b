"""Measures what can be copied out of a PDF: our text layer beside that of other tools, on the same words.

Run it with the extra `bench` installed: `python benchmarks/text_layer.py`. A tool or reader that is not at
hand is left out and named. `--write` puts the figures into docs/text-layer.md; `--losses` tells lost words.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import io
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from peers import TOOLS, Source

from taahodname import __version__
from taahodname.paper.blocks import Block, Paragraph, Table
from taahodname.persian.isolation import strip_controls

ROOT = Path(__file__).resolve().parents[1]
PAPER = ROOT / "docs" / "text-layer.md"
SAMPLES = {"arya-software": ("3000", "1000", "021"), "mehr-clinic": ("1000",), "sepid-stores": ("021",)}
DATE = "1405/09/02"

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
        return __version__ if needed == "taahodname" else version(needed)
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
    here = [
        f"{_named(name, needed)} {version_of(needed)}"
        for name, needed in everything.items()
        if at_hand(needed)
    ]
    gone = [f"{name} ({needed})" for name, needed in everything.items() if not at_hand(needed)]
    today = datetime.datetime.now(tz=datetime.UTC).date()
    yield f"Measured on {today:%Y-%m-%d} with Python {sys.version.split()[0]}: {', '.join(here)}."
    if gone:
        yield f"Left out, because not at hand: {', '.join(gone)}."


def _named(name: str, needed: str) -> str:
    """Return a tool's name, with the package or program it comes in where that is called otherwise."""
    return name if needed in (name.lower(), "soffice") else f"{name}: {needed}"


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
