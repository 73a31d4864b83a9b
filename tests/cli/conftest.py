"""Runs the program inside the test's own process."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from taahodname.cli import main


class Run(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """What was told, on one line, so that a test need not know where lines were cut."""
        return " ".join(self.err.split())


@pytest.fixture
def run(capsys, monkeypatch) -> Callable[..., Run]:
    """Return a function that calls the program with arguments and gives its code and what it printed."""
    monkeypatch.delenv("TAAHODNAME_LANG", raising=False)

    def call(*args: object) -> Run:
        capsys.readouterr()
        code = main([str(arg) for arg in args])
        printed = capsys.readouterr()
        return Run(code, printed.out, printed.err)

    return call
