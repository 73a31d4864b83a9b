"""The command `check`: tells what the operator would send back."""

from __future__ import annotations

import click

import taahodname as tn
from taahodname.cli.app import Command
from taahodname.cli.lines import known_line, wanted
from taahodname.cli.screen import Screen


@click.command("check", cls=Command)
@click.argument("profile")
@click.option("--line", "lines", type=known_line, multiple=True, metavar="3000|1000|021")
@click.option("--data", metavar="FILE")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def command(screen: Screen, profile: str, lines: tuple[str, ...], data: str | None, as_json: bool) -> int:
    """Check a profile for its lines; 1 when any of them has an error."""
    loaded = tn.Profile.load(profile)
    operators = tn.OperatorData.load(data) if data else None
    reports = [tn.check(loaded, line, data=operators) for line in wanted(loaded, lines)]
    if as_json:
        from taahodname.cli import programs

        screen.out.raw(programs.reports(reports))
    else:
        _show(screen, reports)
    return 0 if all(report.ok for report in reports) else 1


def _show(screen: Screen, reports: list[tn.Report]) -> None:
    from taahodname.cli import tables

    for report in reports:
        tables.report(screen, screen.out, report)
        screen.out.print(screen.word("check.ok" if report.ok else "check.failed"))
        screen.out.print()
    tables.changes(screen, screen.out, reports)
