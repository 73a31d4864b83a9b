"""The command `contacts clean`: writes a client's list as the operator takes it."""

from __future__ import annotations

import click

from taahodname.cli import contacts_shared as shared
from taahodname.cli.app import Command
from taahodname.cli.parsing import wrong
from taahodname.cli.screen import Screen


@click.command("contacts.clean", cls=Command)
@click.argument("contacts", metavar="FILE")
@click.option("--out", "list_out", default="customer-list.xlsx", metavar="FILE")
@click.option("--take", callback=shared.whole_number, metavar="500")
@click.option("--rejected", metavar="FILE")
@shared.SHEET
@shared.COLUMN
@shared.INCLUDE
@shared.LINE
@click.pass_obj
def command(
    screen: Screen,
    contacts: str,
    list_out: str,
    take: int | None,
    rejected: str | None,
    sheet: str | None,
    column: str | None,
    include: tuple[str, ...],
    limits_of: str | None,
) -> int:
    """Write the list; 1 and nothing but the marked copy when the operator does not take so many numbers."""
    from taahodname.contacts.marking import write_marked
    from taahodname.contacts.writing import write_list

    least, most = shared.limits(limits_of)
    if take is not None and not least <= take <= most:
        raise wrong("bad-take", name="--take", least=least, most=most, given=take)
    target = shared.check_output(list_out, [contacts])
    copy = shared.check_output(rejected, [contacts, list_out]) if rejected else None
    found = shared.read(screen, contacts, sheet=sheet, column=column, include=include)
    if take is not None:
        found = found.take(take)
    shared.tell(screen, screen.err, found)
    good = shared.judge(screen, screen.err, len(found.numbers), limits_of)
    if good:
        shared.write_file(target, write_list(found.numbers))
        screen.err.print(screen.word("contacts.written", count=screen.digits(len(found.numbers))))
        screen.out.path(target)
    else:
        screen.err.print(screen.word("contacts.not-written"))
    if copy is not None:
        shared.write_file(copy, write_marked(contacts, found))
        screen.err.print(screen.word("contacts.marked"))
        screen.out.path(copy)
    return 0 if good else 1
