"""The command `batch`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.clients import write_jsonl


def call(source: Path, out: Path, *options: str) -> tuple[str, ...]:
    quick = ("--only", "customer-list.xlsx", "--date", "1405/09/03", "--jobs", "1")
    return ("batch", str(source), "--out", str(out), *quick, *options)


def free_mail(number, data):
    if number == 1:
        data["company"]["email"] = "arya@gmail.com"


def test_some_that_are_refused_are_told_and_end_with_3(run, tmp_path):
    out = tmp_path / "out"
    result = run(*call(write_jsonl(tmp_path, 3, change=free_mail), out))
    assert result.code == 3
    assert result.out.splitlines() == [f"{out}/report.xlsx", f"{out}/report.json"]
    assert "clients.jsonl:2" in result.told
    assert "gmail.com" in result.told
    assert "۲ خط ساخته شد (۰ از پیش آماده بود)، ۱ رد شد، ۰ ساخته نشد." in result.told
    again = run(*call(tmp_path / "clients.jsonl", out))
    assert (again.code, again.out) == (2, "")
    assert "--resume" in again.told
    resumed = run(*call(tmp_path / "clients.jsonl", out, "--resume", "--lang", "en"))
    assert resumed.code == 3
    assert "2 line(s) made (2 of them were there), 1 refused, 0 failed." in resumed.told


@pytest.mark.parametrize(
    "options", [("--jobs", "0"), ("--date", "1405/13/01"), ("--only", "note.pdf"), ("--data", "none.toml")]
)
def test_a_wrong_call_is_2_and_makes_nothing(run, tmp_path, options):
    result = run("batch", str(write_jsonl(tmp_path, 1)), "--out", str(tmp_path / "out"), *options)
    assert (result.code, result.out) == (2, "")
    assert result.told.startswith("خطا")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("source", ["nowhere", "list.pdf"])
def test_a_source_that_is_none_is_2(run, tmp_path, source):
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7")
    result = run("batch", str(tmp_path / source), "--out", str(tmp_path / "out"))
    assert (result.code, result.out) == (2, "")
    assert source in result.told


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of processes to interrupt")
def test_ctrl_c_finishes_what_is_under_way_and_says_how_to_go_on(tmp_path):
    source, out = write_jsonl(tmp_path, 60), tmp_path / "out"
    command = [sys.executable, "-m", "taahodname", "batch", str(source), "--out", str(out), "--jobs", "2"]
    process = subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    deadline = time.monotonic() + 60
    while not list(out.glob("[!.]*/*/manifest.json")) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "--resume" in told.decode("utf-8")
    made = list(out.glob("[!.]*/*"))
    assert 0 < len(made) < 60
    assert all(len(list(folder.iterdir())) == 6 for folder in made)
