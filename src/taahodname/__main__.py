"""Runs the command line for `python -m taahodname` and for the installed `taahodname`."""

import gc
import sys

from taahodname.cli import main


def run() -> int:
    """Run the program as a process of its own; see `taahodname.cli.main`."""
    code = main()
    # What was loaded goes with the process: Python would look through all of it for garbage on its way out,
    # a tenth of the time of a short call.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(run())
