"""Measures the customers' numbers: python benchmarks/contacts.py [--rows 1000000].

Two lists that it makes itself: 500 numbers, read, checked and written in one warm process (the least of many
runs), and a sheet of a million rows, read in a process of its own whose peak of resident memory is told.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

from taahodname.contacts import Numbers, read_list
from taahodname.contacts.writing import write_list

SMALL = 500
RUNS = 30


def numbers(count: int) -> list[int]:
    """Return the nine digits after 09 of distinct invented numbers, in no order, the same every time."""
    chance = random.Random(count)
    return [120_000_000 + tail for tail in chance.sample(range(10_000_000), count)]


def large(path: Path, rows: int, *, text: bool) -> None:
    """Write a sheet of numbers, as text cells or as a spreadsheet stores numbers, without their zero."""
    book = xlsxwriter.Workbook(path, {"constant_memory": not text})
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "شماره همراه")
    for row, tail in enumerate(numbers(rows - 1), 1):
        if text:
            sheet.write_string(row, 0, f"09{tail:09d}")
        else:
            sheet.write_number(row, 0, 9_000_000_000 + tail)
    book.close()


def small(folder: Path) -> dict[str, float]:
    """Return milliseconds: the list read and checked, written, and both."""
    path = folder / "small.xlsx"
    path.write_bytes(write_list(Numbers(numbers(SMALL))))
    best = {"read and check": float("inf"), "write": float("inf"), "together": float("inf")}
    for _ in range(RUNS):
        start = time.perf_counter()
        found = read_list(path)
        middle = time.perf_counter()
        write_list(found.numbers)
        end = time.perf_counter()
        for name, span in zip(best, (middle - start, end - middle, end - start), strict=True):
            best[name] = min(best[name], span * 1000)
    return best


def measure(path: str) -> None:
    """Read one list and print what it took, as JSON; for a process of its own."""
    start = time.perf_counter()
    found = read_list(path)
    seconds = time.perf_counter() - start
    json.dump({"numbers": len(found.numbers), "seconds": seconds, "MiB": _peak()}, sys.stdout)


def _peak() -> float:
    """Return the most memory this process had resident, in MiB."""
    status = Path("/proc/self/status")
    if status.is_file():  # Linux's getrusage counts in what the parent had before the process began
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        measure(given.measure)
        return 0
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, spent in small(folder).items():
            out.write(f"{SMALL} rows, {what}: {spent:.1f} ms\n")
        for text in (True, False):
            path = folder / "large.xlsx"
            large(path, given.rows, text=text)
            done = subprocess.run(
                [sys.executable, __file__, "--measure", str(path)], capture_output=True, check=True
            )
            told = json.loads(done.stdout)
            kind = "text" if text else "numeric"
            out.write(
                f"{given.rows} rows of {kind} cells ({path.stat().st_size / 2**20:.1f} MiB): "
                f"{told['numbers']} numbers in {told['seconds']:.1f} s, peak {told['MiB']:.0f} MiB\n"
            )
    sys.stdout.write(out.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
