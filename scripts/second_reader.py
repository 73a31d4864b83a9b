"""Writes docs/second-reader.md: how our reading of Word files and LibreOffice's agree, file by file.

Run it after a change of the reader or of the layout: `python scripts/second_reader.py`. It needs LibreOffice.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.office.conftest import SOFFICE, Office  # noqa: E402
from tests.office.second_reader import NEAR_MM, Comparison, compare_all  # noqa: E402
from tests.office.test_second_reader import FILES, made  # noqa: E402

PAPER = ROOT / "docs" / "second-reader.md"
_OPENING = f"""# LibreOffice as a second reader

The PDF of an undertaking is set from its Word file by our own reader. So that nobody has to take its word,
LibreOffice reads the same files: the papers of all samples, and a small file for every feature the reader
knows. Written by `python scripts/second_reader.py`; held by `tests/office/test_second_reader.py`.

- **Pages**: ours / LibreOffice's.
- **Words in order**: share of the words of both readings that stand in the same order (LibreOffice's from its
  own text export of the body; marks on letters and the order within a word left aside).
- **Begin near**: share of the paragraphs found in both PDFs whose first lines stand within {NEAR_MM:g} mm of
  each other, heads and feet included; then how far apart the middle and the worst one are, in millimetres,
  «–» where one stands on another page.
"""


def main() -> int:
    """Compare all files and write the table."""
    if SOFFICE is None:
        print("LibreOffice (soffice) is not installed; docs/second-reader.md is as it was")
        return 1
    home = Path(tempfile.mkdtemp())
    try:
        found = compare_all(made(), Office(home))
    finally:
        shutil.rmtree(home, ignore_errors=True)
    PAPER.write_text(_page(found), encoding="utf-8")
    print(f"{len(found)} files compared; look at {PAPER.relative_to(ROOT)}")
    return 0


def _page(found: Mapping[str, Comparison]) -> str:
    version = subprocess.run([str(SOFFICE), "--version"], capture_output=True, text=True, check=True).stdout
    told = " ".join(version.split()[:2])
    samples = {name: one for name, one in found.items() if name in FILES}
    features = {name: one for name, one in found.items() if name not in FILES}
    parts = [_OPENING, f"Read with {told}.", "", "## Papers of the samples", "", *_table(samples)]
    if features:
        parts += ["", "## One file for each feature", "", *_table(features)]
    return "\n".join(parts) + "\n"


def _table(found: Mapping[str, Comparison]) -> list[str]:
    lines = [
        "| file | pages | words | words in order | paragraphs found | begin near | middle / worst, mm |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, one in found.items():
        lines.append(
            f"| {name} | {one.pages[0]} / {one.pages[1]} | {one.words} | {_percent(one.in_order)} "
            f"| {one.placed} / {one.paragraphs} | {_percent(one.near)} | {_gaps(one)} |"
        )
    return lines


def _percent(share: float) -> str:
    # Rounded down, so that 100 means all.
    return f"{int(share * 1000) / 10:g} %"


def _gaps(one: Comparison) -> str:
    known = sorted(gap for gap in one.apart if gap is not None)
    worst = "–" if None in one.apart or not known else f"{known[-1]:.1f}"
    return f"{known[len(known) // 2]:.1f} / {worst}" if known else "–"


if __name__ == "__main__":
    raise SystemExit(main())
