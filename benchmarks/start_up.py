"""Measures whole calls of the command line, the start of Python included, beside Python doing nothing.

python benchmarks/start_up.py
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROFILE = ROOT / "samples" / "arya-software" / "profile.yaml"
RUNS = 20
# As Python runs unless told otherwise: it keeps what it compiled.
_SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def median(*command: str | Path) -> float:
    """Return the median of seconds of a command, after a run that does not count."""
    took = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=_SURROUNDINGS)
        took.append(time.perf_counter() - begun)
    return statistics.median(took[1:])


def main() -> int:
    """Print a row for each call: seconds, and how many times as long as Python alone."""
    with tempfile.TemporaryDirectory() as out:
        program = (sys.executable, "-m", "taahodname")
        render = (*program, "render", PROFILE, "--line", "3000", "--out", out, "--replace")
        calls: dict[str, tuple[str | Path, ...]] = {
            "python -c pass": (sys.executable, "-c", "pass"),
            "--help": (*program, "--help"),
            "check": (*program, "check", PROFILE, "--line", "3000"),
            "render, undertaking.pdf": (*render, "--only", "undertaking.pdf"),
            "render, the whole dossier": render,
        }
        bare = 0.0
        for name, command in calls.items():
            seconds = median(*command)
            bare = bare or seconds
            print(f"{name:28} {seconds:6.3f} s  {seconds / bare:6.1f} times Python alone")
    return 0


if __name__ == "__main__":
    sys.exit(main())
