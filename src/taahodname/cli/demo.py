"""The command `demo`: writes an invented client's files into a new folder and makes its papers there."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from taahodname.cli.app import Command
from taahodname.cli.screen import Screen
from taahodname.cli.words import both
from taahodname.errors import OutputError, UsageError

_FOLDER = "taahodname-demo"
_PROFILE = "profile.yaml"
_PAPERS = "papers"


@click.command("demo", cls=Command)
@click.argument("folder", required=False, default=_FOLDER)
@click.pass_obj
def command(screen: Screen, folder: str) -> int:
    """Write the client's files, render every line it has, and tell the paths."""
    target = Path(folder)
    _copy(target)
    import taahodname as tn

    profile = tn.Profile.load(target / _PROFILE)
    for line in dict.fromkeys(str(one.type) for one in profile.lines):
        dossier = tn.render(profile, line)
        written = dossier.write(target / _PAPERS)
        for name in dossier:
            screen.out.path(written / name)
    screen.err.print(screen.word("demo.done"))
    screen.err.print(f"taahodname check {target / _PROFILE}", indent=2)
    return 0


def _copy(target: Path) -> None:
    """Write the files of the invented client.

    Raises:
        UsageError: when there is something of the folder's name.
        OutputError: when it cannot be written.
    """
    from taahodname.resources import demo_dir

    try:
        target.mkdir(parents=True)
        for file in sorted(demo_dir().iterdir()):
            if file.is_file():
                shutil.copyfile(file, target / file.name)
    except FileExistsError as error:
        raise UsageError(*both("demo.exists", folder=str(target))) from error
    except OSError as error:
        raise OutputError(*both("cannot-write", file=str(target), reason=error.strerror)) from error
