"""The command `rules`: tells what each line demands."""

from __future__ import annotations

import click

from taahodname.cli.app import Command
from taahodname.cli.lines import known_line
from taahodname.cli.screen import Screen


@click.command("rules", cls=Command)
@click.argument("line", type=known_line, required=False)
@click.option("--data", metavar="FILE")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def command(screen: Screen, line: str | None, data: str | None, as_json: bool) -> int:
    """Tell the demands of one line, or of all."""
    from taahodname.rules import LINES, demands, operators_of

    operators = operators_of(data)
    told = {name: demands(name, operators) for name in ([line] if line else LINES)}
    if as_json:
        from taahodname.cli import programs

        screen.out.raw(programs.demands(told))
        return 0
    from taahodname.cli import tables

    for name, rows in told.items():
        screen.out.print(screen.word("rules.title", line=screen.digits(name)))
        tables.demands(screen, screen.out, rows)
        screen.out.print()
    return 0
