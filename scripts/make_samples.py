"""Makes the drawn and counted parts of the samples anew: python scripts/make_samples.py [FOLDER].

The profiles of the clients are written by hand; from them come those of samples/broken/, each with one
thing spoilt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import broken_profiles
import sample_picture_letterhead
from sample_letterhead import letterhead_parts
from sample_logos import clinic_logo, software_logo
from sample_numbers import customer_list, customer_workbook
from sample_sheets import cargo_pdf, farm_scan
from word_zip import write

WORKBOOK = "sepid-stores"  # keeps its customers in a workbook with other columns
COUNTS = {
    "arya-software": 452,
    "mehr-clinic": 437,
    "sepid-stores": 468,
    "toranj-cargo": 461,
    "sabzineh-farm": 429,
    "aftab-media": 444,
}


def main(arguments: Sequence[str]) -> None:
    """Write into a folder, samples/ by default."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[1] / "samples"
    for client, count in COUNTS.items():
        if client == WORKBOOK:
            _write(folder / client / "customers.xlsx", customer_workbook(client, count))
        else:
            _write(folder / client / "customers.csv", customer_list(client, count))
    for name, data in broken_lists().items():
        _write(folder / "broken" / name, data)
    _write(folder / "mehr-clinic" / "logo.png", clinic_logo())
    letterhead = folder / "arya-software" / "letterhead.docx"
    write(letterhead, letterhead_parts(software_logo()))
    print(letterhead)
    pictures = folder / "aftab-media" / "letterhead.docx"
    write(pictures, sample_picture_letterhead.parts())
    print(pictures)
    _write(folder / "toranj-cargo" / "letterhead.pdf", cargo_pdf())
    _write(folder / "sabzineh-farm" / "letterhead.jpg", farm_scan())
    for name, text in broken_profiles.files(folder).items():
        _write(folder / "broken" / name, text.encode())


def broken_lists() -> dict[str, bytes]:
    """Return lists that the operator would send back, by their names in samples/broken/."""
    return {
        "customers-312.csv": customer_list("too few", 312),
        "customers-540.csv": customer_list("too many", 540),
        "customers-pdf.xlsx": b"%PDF-1.7\n% a PDF that was given the name of a workbook\n",
    }


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
