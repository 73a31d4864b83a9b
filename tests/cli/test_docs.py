"""What README and CHANGELOG say of the commands and keys is true of the code."""

from __future__ import annotations

import re
import shutil
from importlib import import_module
from pathlib import Path

import click
import pytest

from taahodname.cli import app
from taahodname.profile import Profile
from taahodname.profile.fields import record_in
from taahodname.version import __version__

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def row(key: str) -> str:
    return next(line for line in README.splitlines() if line.startswith(f"| `{key}` |"))


@pytest.mark.parametrize("key", Profile.model_fields)
def test_readme_names_every_key_of_a_profile(key):
    inner = record_in(Profile.model_fields[key].annotation)
    names = set(re.findall(r"`([a-z_]+)`", row(key)))
    if key == "representative":
        names |= set(re.findall(r"`([a-z_]+)`", row("ceo")))
    assert set(inner.model_fields if inner else ()) <= names


def test_readme_names_no_key_that_is_not_there():
    known = {"generated", "preprinted"}
    for name, field in Profile.model_fields.items():
        known |= {name, *(record_in(field.annotation) or Profile).model_fields}
    told = {name for key in Profile.model_fields for name in re.findall(r"`([a-z_]+)`", row(key))}
    assert told <= known


def commands() -> dict[str, click.Command]:
    """Return every command that does something, by the words that call it."""
    found = {name: import_module(module).command for name, module in app.COMMANDS.items()}
    for name, group in [pair for pair in found.items() if isinstance(pair[1], app.Group)]:
        del found[name]
        found |= {f"{name} {one}": import_module(module).command for one, module in group.table.items()}
    return found


COMMANDS = commands()


@pytest.mark.parametrize("name", COMMANDS)
def test_readme_shows_every_option_of_a_command_and_no_other(name):
    command = COMMANDS[name]
    there = {option for param in command.params if isinstance(param, click.Option) for option in param.opts}
    usage = re.search(
        rf"^taahodname {name}\b[^\n]*(?:\n +[^\n]*)*", README.partition("### 1.")[2], re.MULTILINE
    )
    assert usage is not None
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", usage[0])) == there


def test_every_picture_of_the_readme_is_there():
    pictures = re.findall(r'src="([^"]+)"', README)
    assert len(pictures) >= 3
    assert [name for name in pictures if not (ROOT / name).is_file()] == []


def test_every_example_in_python_runs(tmp_path, monkeypatch, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "samples" / "arya-software", tmp_path / "samples" / "arya-software")
    exec(compile(code, "README.md", "exec"), {})
    assert list((tmp_path / "out").rglob("undertaking.pdf"))
    capsys.readouterr()


def test_the_changelog_speaks_of_this_version():
    assert __version__ in (ROOT / "CHANGELOG.md").read_text("utf-8")
