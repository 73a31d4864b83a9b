"""The command `contacts`: the customers' numbers, checked, cleaned and brought up to date."""

from __future__ import annotations

import click

from taahodname.cli import parsing
from taahodname.cli.app import Group

COMMANDS = {
    "check": "taahodname.cli.contacts_check",
    "clean": "taahodname.cli.contacts_clean",
    "update": "taahodname.cli.contacts_update",
}
"""Its own commands and their modules."""


@click.group("contacts", cls=Group, table=COMMANDS, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say what is missing when no command was given."""
    if ctx.invoked_subcommand is None:
        raise parsing.wrong("no-command")
