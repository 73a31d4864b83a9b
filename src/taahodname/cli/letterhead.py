"""The command `letterhead`: a company's own paper, looked at before a letter is set on it."""

from __future__ import annotations

import click

from taahodname.cli import parsing
from taahodname.cli.app import Group

COMMANDS = {"check": "taahodname.cli.letterhead_check"}
"""Its own commands and their modules."""


@click.group("letterhead", cls=Group, table=COMMANDS, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say what is missing when no command was given."""
    if ctx.invoked_subcommand is None:
        raise parsing.wrong("no-command")
