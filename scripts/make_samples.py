"""Makes the drawn and counted parts of the samples anew: python scripts/make_samples.py [FOLDER].

The profiles of the three clients are written by hand; from them come those of samples/broken/, each with one
thing spoilt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import broken_profiles
from sample_letterhead import letterhead_parts
from sample_logos import clinic_logo, software_logo
from sample_numbers import customer_list
from word_zip import write

COUNTS = {"arya-software": 452, "mehr-clinic": 437, "sepid-stores": 468}


def main(arguments: Sequence[str]) -> None:
    """Write into a folder, samples/ by default."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[1] / "samples"
    for client, count in COUNTS.items():
        _write(folder / client / "customers.csv", customer_list(client, count))
    _write(folder / "mehr-clinic" / "logo.png", clinic_logo())
    letterhead = folder / "arya-software" / "letterhead.docx"
    write(letterhead, letterhead_parts(software_logo()))
    print(letterhead)
    for name, text in broken_profiles.files(folder).items():
        _write(folder / "broken" / name, text.encode())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
