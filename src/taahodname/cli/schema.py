"""The command `schema`: prints the JSON schema of a profile."""

from __future__ import annotations

import click

from taahodname.cli import programs
from taahodname.cli.app import Command
from taahodname.cli.screen import Screen


@click.command("schema", cls=Command)
@click.pass_obj
def command(screen: Screen) -> int:
    """Print the schema."""
    from taahodname.profile import Profile

    screen.out.raw(programs.schema(Profile.model_json_schema()))
    return 0
