"""How long a call takes, the start of Python included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
CALLS = [
    ("arya-software", "3000"),
    ("arya-software", "1000"),
    ("arya-software", "021"),
    ("mehr-clinic", "1000"),
    ("sepid-stores", "021"),
]


def seconds(*args: str | Path) -> float:
    """Return the best of three runs: the others show what else the machine was doing."""
    took = []
    for _ in range(3):
        begin = perf_counter()
        subprocess.run([sys.executable, "-m", "taahodname", *args], check=True, capture_output=True)
        took.append(perf_counter() - begin)
    return min(took)


@pytest.mark.slow
@pytest.mark.parametrize(("sample", "line"), CALLS)
def test_a_sample_renders_in_two_seconds(sample, line, tmp_path):
    assert seconds("render", SAMPLES / sample / "profile.yaml", "--line", line, "--out", tmp_path) < 2


@pytest.mark.slow
def test_the_help_shows_in_a_moment():
    assert seconds("--help") < 0.5
