"""Measures the PDFs: their making beside Typst's, their size, and the cost of a whole dossier.

    python benchmarks/pdf.py                    # needs the extra `bench`

Every round sets another invented client, so that no result can be one of an earlier round; the rounds of all
tools alternate, and every figure is a median of process time. Compare the ratios: times drift from machine to
machine and from hour to hour.
"""

from __future__ import annotations

import io
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pypdf
from peers import Source, by_taahodname, typst_kept
from text_layer import texts_of

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.batch.clients import client, write_lists  # noqa: E402

from taahodname.dossier.assemble import render  # noqa: E402
from taahodname.paper.blocks import Document, Paragraph, Table  # noqa: E402
from taahodname.persian.isolation import strip_controls  # noqa: E402
from taahodname.profile import Profile  # noqa: E402
from taahodname.typeset import typeset  # noqa: E402
from taahodname.typeset.fonts import shipped_book  # noqa: E402
from taahodname.word.read import read  # noqa: E402

ROUNDS, WARM = 24, 6
DATE = "1405/09/02"
_FONT = re.compile("/[A-Z]{6}")  # what our pages call a font
SAMPLES = {"arya-software": ("3000", "1000", "021"), "mehr-clinic": ("1000",), "sepid-stores": ("021",)}


def words_of(document: Document) -> Source:
    """Return the words of a letter as paragraphs and rows of two cells, for the tools beside ours."""
    plain = list(texts_of(block for block in document.blocks if isinstance(block, Paragraph)))
    cells = list(texts_of(block for block in document.blocks if isinstance(block, Table)))
    clean = [
        [" ".join(strip_controls(text).split()) for text in texts if text.strip()] for texts in (plain, cells)
    ]
    clean[1] += [""] * (len(clean[1]) % 2)
    return Source(tuple(clean[0]), tuple(zip(clean[1][::2], clean[1][1::2], strict=True)))


def medians(calls: dict[str, Callable[[int], Any]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median of milliseconds of process time of each call, which gets the number of the round.

    The words of a round that a call shares with one before it are known to it already.
    """
    took: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(-WARM, rounds):
        for name, call in calls.items():
            begun = time.process_time()
            call(number + WARM)
            if number >= 0:
                took[name].append((time.process_time() - begun) * 1000)
    return {name: statistics.median(times) for name, times in took.items()}


def letter_of(one: tuple[Profile, str]) -> bytes:
    """Return the Word file of a client's undertaking."""
    return render(*one, date=DATE, only=("undertaking.docx",))["undertaking.docx"]


def beside_typst(letters: Sequence[bytes]) -> None:
    """Print what setting a letter takes, by us from its blocks and from its Word file, and by Typst."""
    book = shipped_book()
    documents = [read(letter, "undertaking.docx") for letter in letters]
    words = [words_of(document) for document in documents]
    with tempfile.TemporaryDirectory() as folder:
        typst = typst_kept(Path(folder))
        found = medians(
            {
                "Typst, its compiler kept": lambda number: typst(words[number]),
                "taahodname, the letter": lambda number: typeset(documents[number], book),
                "taahodname, the same letter again": lambda _: typeset(documents[0], book),
                "taahodname, the words as plainly as Typst": lambda number: by_taahodname(words[number]),
                "reading the letter's Word file": lambda number: read(letters[number], "undertaking.docx"),
            }
        )
    theirs = found["Typst, its compiler kept"]
    print("\n| the words of an undertaking set | ms | of Typst's |\n|---|---|---|")
    for name, took in found.items():
        print(f"| {name} | {took:.1f} | {took / theirs:.2f} |")


def dossiers(profiles: Sequence[tuple[Profile, str]]) -> None:
    """Print what a whole dossier takes, and papers of it by themselves, each time of another client."""
    wanted: dict[str, tuple[str, ...] | None] = {
        "the whole dossier": None,
        "guarantee-note.pdf": ("guarantee-note.pdf",),
    }

    def making(place: int, only: tuple[str, ...] | None) -> Callable[[int], Any]:
        return lambda number: render(*profiles[len(wanted) * number + place], date=DATE, only=only)

    found = medians({name: making(place, only) for place, (name, only) in enumerate(wanted.items())})
    print("\n| checked, made and read back | ms of one core |\n|---|---|")
    for name, took in found.items():
        print(f"| {name} | {took:.1f} |")


def artwork(data: bytes) -> int:
    """Return how many bytes of a PDF are pictures, those on pages in small too."""
    seen: dict[int, int] = {}
    waiting = [one for page in pypdf.PdfReader(io.BytesIO(data)).pages for one in drawn_by(page)]
    while waiting:
        one = waiting.pop()
        entries = one.get_object()
        if is_page_in_small(entries):
            waiting += drawn_by(entries)
            continue
        seen[one.idnum] = len(entries._data)
        waiting += [entries.raw_get("/SMask")] if "/SMask" in entries else []
    return sum(seen.values())


def drawn_by(content: Any) -> list[Any]:
    """Return what a page or a form draws by name, as references."""
    found = content["/Resources"].get("/XObject", {})
    return [found.raw_get(name) for name in found]


def is_page_in_small(entries: Any) -> bool:
    """Tell whether an object is a form with text in the fonts that we embed."""
    resources = entries.get("/Resources", {})
    return any(_FONT.fullmatch(name) for name in resources.get("/Font", {}))


def sizes() -> None:
    """Print how large the PDFs of the samples are."""
    print("\n| sample, line | paper | pages | KB | without artwork |\n|---|---|---|---|---|")
    for sample, lines in SAMPLES.items():
        profile = Profile.load(ROOT / "samples" / sample / "profile.yaml")
        for line in lines:
            for name, data in render(profile, line, date=DATE).items():
                if name.endswith(".pdf"):
                    pages = len(pypdf.PdfReader(io.BytesIO(data)).pages)
                    whole, bare = (round(size / 1000, 1) for size in (len(data), len(data) - artwork(data)))
                    print(f"| {sample}, {line} | {name} | {pages} | {whole} | {bare} |")


def main() -> int:
    """Measure and print, as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        lists = write_lists(Path(folder))
        count = 2 * (ROUNDS + WARM)
        # One kind of line, so that the rounds are alike.
        clients = [client(3 * number, lists[number % len(lists)]) for number in range(count)]
        profiles = [(Profile.model_validate(data), "3000") for data in clients]
        # In a process of its own: rendering sets the PDF too, and what was set is kept.
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            letters = list(other.map(letter_of, profiles[: ROUNDS + WARM]))
        beside_typst(letters)
        dossiers(profiles)
    sizes()
    return 0


if __name__ == "__main__":
    sys.exit(main())
