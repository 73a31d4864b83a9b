"""Runs the command line for `python -m taahodname` and for the installed `taahodname`."""

import gc
import os
import sys

from taahodname.cli import main


def run() -> int:
    """Run the program as a process of its own; see `taahodname.cli.main`."""
    # Looking for plugins of Pydantic, it would read what every package at hand says of itself.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code = main()
    # What was loaded goes with the process: Python would look through all of it for garbage on its way out,
    # a tenth of the time of a short call.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(run())
