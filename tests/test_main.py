"""What runs as a process of its own: `python -m taahodname`, and the installed program."""

from __future__ import annotations

import gc
import tomllib
from importlib import import_module
from pathlib import Path

from taahodname import __main__ as program


def test_the_installed_program_is_the_one_of_python_m():
    project = Path(__file__).parents[1] / "pyproject.toml"
    module, name = tomllib.loads(project.read_text("utf-8"))["project"]["scripts"]["taahodname"].split(":")
    assert getattr(import_module(module), name) is program.run


def test_it_returns_the_exit_code_and_leaves_no_garbage_to_look_for(monkeypatch):
    frozen = []
    monkeypatch.setattr(program, "main", lambda: 2)
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    assert program.run() == 2
    assert frozen == [True]
