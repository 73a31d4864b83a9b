"""The program as it is called: help, wrong calls, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from taahodname.cli import app
from taahodname.version import __version__

HINT = "برای راهنما: taahodname"


def test_the_version_is_told(run):
    assert run("--version") == (0, f"taahodname {__version__}\n", "")


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["--lang", "fa", "--help"]])
def test_the_help_is_persian_by_default_and_names_every_command(run, args):
    code, out, err = run(*args)
    assert (code, err) == (0, "")
    assert "فرمان‌ها:" in out
    assert [name for name in app.COMMANDS if f"\n  {name}\n" not in out] == []


@pytest.mark.parametrize("place", [0, 1, 2])
def test_english_may_be_asked_for_before_or_after_the_command(run, place):
    args = ["check", "--help"]
    args[place:place] = ["--lang", "en"]
    code, out, _ = run(*args)
    assert code == 0
    assert "Options:" in out
    assert "فرمان" not in out


@pytest.mark.parametrize("lang", ["fa", "en"])
@pytest.mark.parametrize("name", app.COMMANDS)
def test_every_command_has_help_in_both_languages(run, name, lang):
    code, out, err = run(name, "--help", "--lang", lang)
    assert (code, err) == (0, "")
    group = isinstance(import_module(app.COMMANDS[name]).command, click.Group)
    assert f"taahodname {name} {'COMMAND …' if group else '[OPTIONS]'}" in out
    assert out.count("--terminal auto|logical|visual") == 1
    assert out.count("--help") == 1


def test_in_persian_help_no_line_mixes_a_name_and_its_sentence(run):
    lines = run("render", "--help").out.splitlines()
    named = [line for line in lines if line.startswith("  --")]
    assert len(named) > 8
    assert all(line.isascii() for line in named)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "فرمانی ننوشته‌اید. برای راهنما: taahodname --help"),
        (["chekc"], "فرمان chekc شناخته نیست."),
        (["chekc"], "شاید منظورتان check است."),
        (["--lng", "fa"], "شاید منظورتان --lang است."),
        (["check", "--jason", "p.yaml"], "شاید منظورتان --json است."),
        (["check", "-x", "p.yaml"], "گزینهٔ -x شناخته نیست."),
        (["check"], "ورودی PROFILE نوشته نشده است؛"),
        (["check"], f"{HINT} check --help"),
        (["check", "a.yaml", "b.yaml"], "ورودی «b.yaml» زیادی است؛"),
        (["check", "a.yaml", "--line"], "پس از گزینهٔ --line مقداری نیامده است؛"),
        (["check", "a.yaml", "--json=yes"], "گزینهٔ --json مقدار نمی‌گیرد؛"),
        (["--lang"], "پس از گزینهٔ --lang مقداری نیامده است؛"),
        (["--lang", "de", "check"], "مقدار «de» برای --lang پذیرفته نیست. یکی از این‌ها را بنویسید: fa, en."),
        (["--terminal", "x", "check"], "برای --terminal پذیرفته نیست."),
        (["schema", "x\x1b[2Jy"], "«x<U+001B>[2Jy»"),
        (["schema", ""], "ورودی «» زیادی است؛"),
    ],
)
def test_a_wrong_call_is_told_in_persian_with_code_2(run, args, says):
    result = run(*args)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("خطا: ")
    assert says in result.told


def test_a_wrong_call_is_told_in_english_when_asked(run):
    result = run("chekc", "--lang", "en")
    assert result.told.startswith("Error: There is no command chekc.")
    assert result.told.endswith("Did you mean check? For help: taahodname --help")


def test_the_variable_sets_the_language(run, monkeypatch):
    monkeypatch.setenv("TAAHODNAME_LANG", "en")
    assert run("chekc").told.startswith("Error: ")


def test_an_interruption_is_told_and_is_130(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(app.Programme, "get_command", interrupted)
    assert run("schema") == (130, "", "به خواست شما متوقف شد.\n")


def test_a_fault_of_ours_is_not_hidden(run, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(app.Programme, "get_command", broken)
    with pytest.raises(ZeroDivisionError):
        run("schema")


def start(*args: str, **environ: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "taahodname", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environ},
    )


def test_a_reader_that_leaves_early_gets_no_traceback():
    program = start("schema")
    program.stdout.close()
    assert program.stderr.read() == b""
    program.stderr.close()
    assert program.wait() == 141


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only Linux has /dev/full, a disk that is always full"
)
def test_a_full_disk_behind_standard_output_is_told():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "taahodname", "schema"], stdout=full, stderr=subprocess.PIPE
        )
    told = done.stderr.decode("utf-8")
    assert done.returncode == 2
    assert told.startswith("خطا: ")
    assert "Traceback" not in told
    assert "Exception" not in told


def test_a_program_without_streams_ends_quietly(monkeypatch):
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    assert app.main(["--help"]) == 0


def test_persian_is_written_as_utf_8_whatever_the_locale():
    program = start("chekc", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    out, err = program.communicate()
    assert (program.returncode, out) == (2, b"")
    assert err.decode("utf-8").startswith("خطا: ")
