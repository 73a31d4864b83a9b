"""A batch is killed again and again and resumed: nothing finished is lost, and it ends as if undisturbed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from taahodname.dossier.manifest import is_intact

from .clients import tree, write_jsonl

CLIENTS = 1_000
KILLS = 20
SEED = 14050903


def begin(source: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "taahodname", "batch", str(source), "--out", str(out), *options]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def end(process: subprocess.Popen[bytes]) -> None:
    """Wait for a run to end well."""
    _, told = process.communicate()
    assert process.returncode == 0, told.decode("utf-8")


def finished(out: Path) -> set[str]:
    """Return the folders that are there; each must be whole.

    What a killed run had in the making is none of them, though its manifest be written: it is cleared away.
    """
    found = set()
    for manifest in out.glob("[!.]*/*/manifest.json"):
        told = manifest.read_bytes()
        names = [*json.loads(told)["files"], manifest.name]
        assert sorted(path.name for path in manifest.parent.iterdir()) == sorted(names)
        assert is_intact(told, {name: (manifest.parent / name).read_bytes() for name in names})
        found.add(manifest.parent.relative_to(out).as_posix())
    return found


@pytest.mark.slow
def test_a_thousand_clients_killed_twenty_times_end_as_if_nothing_had_happened(tmp_path: Path) -> None:
    source = write_jsonl(tmp_path, CLIENTS)
    started = time.monotonic()
    end(begin(source, tmp_path / "whole", "--date", "1405/09/03"))
    whole = time.monotonic() - started
    chance = random.Random(SEED)
    done: set[str] = set()
    for kill in range(KILLS):
        options = ("--resume",) if kill else ("--date", "1405/09/03")
        process = begin(source, tmp_path / "out", *options)
        # Anywhere from the start-up to the middle of the work that a twentieth of the time allows for.
        time.sleep(chance.uniform(0.2, 2.2 * whole / KILLS + 1.0))
        process.kill()
        process.communicate()
        now = finished(tmp_path / "out")
        assert done <= now, f"kill {kill} lost {done - now}"
        done = now
    assert 0 < len(done) <= CLIENTS
    end(begin(source, tmp_path / "out", "--resume"))
    assert not (tmp_path / "out/.making").exists()
    expected, found = dict(tree(tmp_path / "whole")), dict(tree(tmp_path / "out"))
    assert found.keys() == expected.keys()
    assert [name for name in expected if found[name] != expected[name]] == []
    assert len(expected) == 6 * CLIENTS + 3
