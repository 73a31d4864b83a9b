"""Writes the help: Latin names on lines of their own, where no terminal can mix them with Persian."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import click

from taahodname.cli.parsing import COMMON_OPTIONS
from taahodname.cli.screen import Pane, Screen

_STEP = 2
_EXIT_CODES = ("0", "1", "2", "3")
Row = tuple[str, str]


def programme_help(screen: Screen, pane: Pane, usage: str, commands: Sequence[str]) -> None:
    """Write the help of the whole program.

    Args:
        screen: the reader's language.
        pane: where to write.
        usage: how it is called, in one line.
        commands: the names of the commands, in the order to show them.
    """
    _opening(screen, pane, usage, screen.word("about"))
    _section(screen, pane, "commands", [(name, screen.word(name)) for name in commands])
    _section(screen, pane, "options", [("--version", screen.word("option.version"))])
    _section(screen, pane, "common-options", _common(screen))
    _section(screen, pane, "exit-codes", [(code, screen.word(f"exit.{code}")) for code in _EXIT_CODES])


def group_help(screen: Screen, pane: Pane, usage: str, name: str, commands: Sequence[str]) -> None:
    """Write the help of a command that has commands of its own; see `programme_help`.

    Args:
        screen, pane, usage: see `programme_help`.
        name: its own name, before which no other stands.
        commands: the names of its commands.
    """
    _opening(screen, pane, usage, screen.word(name))
    _section(screen, pane, "commands", [(one, screen.word(f"{name}.{one}")) for one in commands])
    _section(screen, pane, "common-options", _common(screen))


def command_help(screen: Screen, pane: Pane, usage: str, ctx: click.Context) -> None:
    """Write the help of one command: its use, its arguments and options, and the common options."""
    name = ctx.command.name or ""
    _opening(screen, pane, usage, screen.word(name))
    params = ctx.command.get_params(ctx)
    arguments = [param for param in params if isinstance(param, click.Argument)]
    options = [param for param in params if isinstance(param, click.Option) and param.name != "help"]
    _section(screen, pane, "arguments", list(_described(screen, arguments, _argument_name)))
    _section(screen, pane, "options", list(_described(screen, options, _option_name)))
    _section(screen, pane, "common-options", _common(screen))


def _opening(screen: Screen, pane: Pane, usage: str, about: str) -> None:
    pane.print(about)
    pane.print()
    pane.print(screen.word("usage"))
    pane.print(usage, indent=_STEP)


def _section(screen: Screen, pane: Pane, heading: str, rows: Sequence[Row]) -> None:
    if not rows:
        return
    pane.print()
    pane.print(screen.word(heading))
    for name, sentence in rows:
        pane.print(name, indent=_STEP)
        pane.print(sentence, indent=2 * _STEP)


def _common(screen: Screen) -> list[Row]:
    rows = [
        (f"{name} {'|'.join(values)}", screen.word(f"option.{name.removeprefix('--')}"))
        for name, values in COMMON_OPTIONS
    ]
    return [*rows, ("-h, --help", screen.word("option.help"))]


def _described(
    screen: Screen, params: Sequence[click.Parameter], naming: Callable[[click.Parameter], str]
) -> Iterator[Row]:
    for param in params:
        kind = "argument" if isinstance(param, click.Argument) else "option"
        yield naming(param), screen.word(f"{kind}.{param.name}")


def _argument_name(param: click.Parameter) -> str:
    return param.human_readable_name if param.required else f"[{param.human_readable_name}]"


def _option_name(param: click.Parameter) -> str:
    name = param.opts[-1]
    return (
        name
        if isinstance(param, click.Option) and param.is_flag
        else f"{name} {param.metavar or (param.name or '').upper()}"
    )
