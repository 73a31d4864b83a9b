"""Runs the command line for `python -m taahodname`."""

import sys

from taahodname.cli import main

if __name__ == "__main__":
    sys.exit(main())
