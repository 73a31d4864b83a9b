"""Measures a batch: dossiers a second, the gain of a second core, peak memory as clients grow in number.

    python benchmarks/batch.py                  # 100, 1,000 and 5,000 clients; half an hour or more
    python benchmarks/batch.py 100 500          # other numbers

Clients are invented ones of the tests; every run is a process of its own, with its workers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.batch.clients import write_jsonl  # noqa: E402

NUMBERS = (100, 1_000, 5_000)
_STEP = 0.2


def resident(root: int) -> tuple[int, int]:
    """Return the resident memory, in bytes, of a process and of all its workers, from /proc."""
    children: dict[int, list[int]] = {}
    sizes: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        number = int(path.parent.name)
        children.setdefault(int(fields[1]), []).append(number)
        sizes[number] = int(fields[21]) * 4096
    waiting, found = [root], []
    while waiting:
        one = waiting.pop()
        found.append(sizes.get(one, 0))
        waiting += children.get(one, [])
    return found[0], sum(found)


class Peak(threading.Thread):
    """Watches the memory of a process until it ends."""

    def __init__(self, number: int) -> None:
        super().__init__(daemon=True)
        self._number = number
        self.own = self.whole = 0
        self.ended = threading.Event()

    def run(self) -> None:
        """Look again and again."""
        while not self.ended.wait(_STEP):
            own, whole = resident(self._number)
            self.own, self.whole = max(self.own, own), max(self.whole, whole)


def run(source: Path, out: Path, jobs: int) -> tuple[float, Peak]:
    """Run a batch; return its seconds and its peak memory."""
    command = [sys.executable, "-m", "taahodname", "batch", str(source), "--out", str(out)]
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--jobs", str(jobs), "--date", "1405/09/03"], stdout=subprocess.DEVNULL
    )
    peak = Peak(process.pid)
    peak.start()
    code = process.wait()
    peak.ended.set()
    peak.join()
    if code:
        raise SystemExit(f"the batch ended with {code}")
    return time.perf_counter() - started, peak


def main(arguments: list[str]) -> int:
    """Measure every number of clients with two workers, the first number with one as well."""
    numbers = [int(one) for one in arguments] or list(NUMBERS)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            place = Path(folder) / str(number)
            place.mkdir()
            source = write_jsonl(place, number)
            for jobs in (1, 2) if number == numbers[0] else (2,):
                seconds, peak = run(source, place / f"out-{jobs}", jobs)
                rows.append(
                    {
                        "clients": number,
                        "workers": jobs,
                        "seconds": round(seconds, 1),
                        "dossiers a second": round(number / seconds, 2),
                        "MiB, parent": round(peak.own / 2**20),
                        "MiB, all": round(peak.whole / 2**20),
                    }
                )
                print(json.dumps(rows[-1]), flush=True)
    one, two = rows[0]["seconds"], rows[1]["seconds"]
    print(f"the second core: {one / two:.2f} times as fast")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
