"""The command `contacts check`: how many numbers a list has, and what does not count."""

from __future__ import annotations

import click

from taahodname.cli import contacts_shared as shared
from taahodname.cli.app import Command
from taahodname.cli.screen import Screen


@click.command("contacts.check", cls=Command)
@click.argument("contacts", metavar="FILE")
@shared.SHEET
@shared.COLUMN
@shared.INCLUDE
@shared.LINE
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def command(
    screen: Screen,
    contacts: str,
    sheet: str | None,
    column: str | None,
    include: tuple[str, ...],
    limits_of: str | None,
    as_json: bool,
) -> int:
    """Check a list; 1 when the operator does not take so many numbers."""
    found = shared.read(screen, contacts, sheet=sheet, column=column, include=include)
    least, most = shared.limits(limits_of)
    if as_json:
        from taahodname.cli import programs

        screen.out.raw(programs.contacts(found, least, most))
        return 0 if least <= len(found.numbers) <= most else 1
    shared.tell(screen, screen.out, found)
    if found.rejects:
        screen.out.print()
        screen.out.print(screen.word("contacts.left-out", count=screen.digits(len(found.rejects))))
    for one in found.rejects:
        reason = screen.pick(one.message, one.message_en)
        screen.out.print(f"{one.cell}  {one.masked}  {reason}", indent=2)
    if found.rejects:
        screen.out.print()
    return 0 if shared.judge(screen, screen.out, len(found.numbers), limits_of) else 1
