"""The command `contacts update`: old list, additions and removals in; new list and an account of it out."""

from __future__ import annotations

from pathlib import Path

import click

from taahodname.cli import contacts_shared as shared
from taahodname.cli.app import Command
from taahodname.cli.parsing import wrong
from taahodname.cli.screen import Screen


@click.command("contacts.update", cls=Command)
@click.argument("old")
@click.option("--add", metavar="FILE")
@click.option("--remove", metavar="FILE")
@click.option("--out", "list_out", default="customer-list.xlsx", metavar="FILE")
@click.option("--changes", metavar="FILE")
@shared.INCLUDE
@shared.LINE
@click.pass_obj
def command(
    screen: Screen,
    old: str,
    add: str | None,
    remove: str | None,
    list_out: str,
    changes: str | None,
    include: tuple[str, ...],
    limits_of: str | None,
) -> int:
    """Write the new list and the account; 1 and nothing when the operator does not take so many numbers."""
    from taahodname.contacts.updating import update, write_changes
    from taahodname.contacts.writing import write_list

    if not add and not remove:
        raise wrong("no-update")
    inputs = [old, add, remove]
    target = shared.check_output(list_out, inputs)
    account = shared.check_output(changes or _beside(target), [*inputs, list_out])
    before = shared.read(screen, old, include=include)
    new = shared.read(screen, add, include=include) if add else None
    gone = shared.read(screen, remove, every_operator=True) if remove else None
    for role, found in (("contacts.of-old", before), ("contacts.of-add", new), ("contacts.of-remove", gone)):
        if found is not None:
            shared.tell(screen, screen.err, found, role)
    done = update(before, new, gone)
    screen.err.print(
        screen.word(
            "contacts.updated",
            **{
                name: screen.digits(len(getattr(done, name)))
                for name in ("removed", "added", "absent", "present")
            },
        )
    )
    if not shared.judge(screen, screen.err, len(done.numbers), limits_of):
        screen.err.print(screen.word("contacts.not-written"))
        return 1
    shared.write_file(target, write_list(done.numbers))
    shared.write_file(account, write_changes(done))
    screen.err.print(screen.word("contacts.written", count=screen.digits(len(done.numbers))))
    screen.out.path(target)
    screen.err.print(screen.word("contacts.changes"))
    screen.out.path(account)
    return 0


def _beside(target: Path) -> str:
    """Return the name of the account of a list."""
    return str(target.with_name(f"{target.stem}-changes.xlsx"))
