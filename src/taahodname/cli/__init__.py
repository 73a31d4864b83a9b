"""The command line: what `taahodname` and `python -m taahodname` run."""

from taahodname.cli.app import main

__all__ = ["main"]
