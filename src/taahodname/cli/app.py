"""The program and its commands: which there are, how one is found, and how every end becomes an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, TextIO

import click

from taahodname.cli import parsing, words
from taahodname.cli.help import command_help, group_help, programme_help
from taahodname.cli.screen import Screen, open_screen
from taahodname.errors import ProfileError, TaahodnameError, UsageError
from taahodname.persian.terminal import MODES
from taahodname.version import __version__

COMMANDS = {
    "render": "taahodname.cli.render",
    "check": "taahodname.cli.check",
    "batch": "taahodname.cli.batch",
    "rules": "taahodname.cli.rules",
    "contacts": "taahodname.cli.contacts",
    "letterhead": "taahodname.cli.letterhead",
    "template": "taahodname.cli.template",
    "schema": "taahodname.cli.schema",
    "init": "taahodname.cli.init",
    "demo": "taahodname.cli.demo",
}
"""The commands and their modules, each loaded only when it is called; another is one row and one file."""

DONE = 0
# What shells report of a program that was interrupted (128 + SIGINT) or whose reader left (128 + SIGPIPE).
_INTERRUPTED, _READER_LEFT = 130, 141
_OBJECTS_BEFORE_COLLECTING = 200_000


class _Helping(click.Command):
    """What the program and its commands have in common: help in our words, in the reader's language."""

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Return the option that shows the help and ends the program."""

        def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
            if asked and not ctx.resilient_parsing:
                self.show_help(ctx, ctx.obj)
                ctx.exit(DONE)

        return click.Option(["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=show)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            WrongCall: when they cannot be understood.
        """
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise parsing.explain(error, ctx) from error

    def show_help(self, ctx: click.Context, screen: Screen) -> None:
        """Write the help of one command on the screen."""
        usage = " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)])
        command_help(screen, screen.out, usage, ctx)


class Group(_Helping, click.Group):
    """A command that has commands of its own, each loaded only when it is called.

    Args:
        table: the commands and where they are, «module» or «module:name».
        options: click's own.
    """

    def __init__(self, *args: Any, table: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loading its module; None when there is none of that name."""
        module, _, name = self.table.get(cmd_name, "").partition(":")
        if not module:
            return None
        found: click.Command = getattr(import_module(module), name or "command")
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, and what is left of them.

        Raises:
            WrongCall: when there is no such command.
        """
        if args[0] not in self.table:
            raise parsing.unknown("unknown-command", args[0], list(self.table))
        return args[0], self.get_command(ctx, args[0]), args[1:]

    def show_help(self, ctx: click.Context, screen: Screen) -> None:
        """Write the help of the command with its own commands on the screen."""
        usage = f"{ctx.command_path} COMMAND …"
        group_help(screen, screen.out, usage, ctx.command.name or "", list(self.table))


class Programme(Group):
    """The group of all commands."""

    def show_help(self, ctx: click.Context, screen: Screen) -> None:
        """Write the help of the whole program on the screen."""
        programme_help(screen, screen.out, f"{parsing.PROGRAMME} COMMAND …", list(self.table))


class Command(_Helping):
    """A command of the program."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            WrongCall: when one is too many.
        """
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise parsing.wrong("extra-argument", given=rest[0])
        return rest


@click.group(cls=Programme, table=COMMANDS, invoke_without_command=True)
@click.version_option(__version__, prog_name=parsing.PROGRAMME, message="%(prog)s %(version)s")
@click.pass_context
def programme(ctx: click.Context) -> None:
    """Say what is missing when no command was given."""
    if ctx.invoked_subcommand is None:
        raise parsing.wrong("no-command")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: the arguments after the program's name; those of the process when left out.

    Returns:
        the exit code: 0 done, 1 findings of severity error, 2 wrong use or a file that cannot be read or
        written, 3 some of a batch failed, 130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    kept = gc.get_threshold()
    # Loading the libraries makes objects by the ten thousands and hardly any garbage: a tenth of the time of
    # a short call went into looking for it.
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        _silence(sys.stdout, sys.stderr)
        return _READER_LEFT
    finally:
        gc.set_threshold(*kept)


def _run(args: list[str]) -> int:
    screen = open_screen("fa", "auto")
    try:
        lang, args = parsing.take_lang(args, os.environ)
        screen = open_screen(lang, "auto")
        terminal, args = parsing.take_option(args, "--terminal", MODES, "auto")
        screen = open_screen(lang, terminal)
        code = _call(args, screen)
        screen.out.file.flush()
        return code
    except TaahodnameError as error:
        return _tell(screen, error)
    except BrokenPipeError:
        raise
    except OSError as error:
        # A name too long, a disk that is full, a closed folder: the system knows more of them than we.
        if error.filename is None:
            _silence(sys.stdout)
        return _tell(screen, _no_access(error))
    except KeyboardInterrupt:
        screen.err.print(screen.word("stopped"))
        return _INTERRUPTED


def _call(args: list[str], screen: Screen) -> int:
    """Let click find the command and run it."""
    try:
        with programme.make_context(parsing.PROGRAMME, args, obj=screen) as ctx:
            result: object = programme.invoke(ctx)
    except click.exceptions.Exit as end:
        return end.exit_code
    return result if isinstance(result, int) else DONE


def _tell(screen: Screen, error: TaahodnameError) -> int:
    """Say what is wrong and return the exit code that belongs to it."""
    screen.err.print(f"{screen.word('error')}: {screen.pick(error.message, error.message_en)}")
    if isinstance(error, parsing.WrongCall):
        screen.err.print(screen.word("hint", command=f"{error.command} --help"))
    if isinstance(error, ProfileError):
        from taahodname.cli import tables

        tables.findings(screen, screen.err, error.findings)
    return error.exit_code


def _no_access(error: OSError) -> UsageError:
    file, reason = error.filename or "—", error.strerror or type(error).__name__
    return UsageError(*words.both("no-access", file=file, reason=reason))


def _speak_utf8(stream: TextIO | None) -> None:
    """Windows pipes and some locales cannot write Persian; UTF-8 can, and what it cannot is replaced."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


def _silence(*streams: TextIO) -> None:
    """Point streams that cannot be written at nothing, or Python complains of them once more when it ends."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(devnull, stream.fileno())
    os.close(devnull)
