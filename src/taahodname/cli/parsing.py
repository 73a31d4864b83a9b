"""Reads the command line: options that may stand anywhere, and a sentence for every wrong call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import cast

import click

from taahodname.cli.words import Lang, both, word
from taahodname.errors import UsageError
from taahodname.persian.terminal import MODES

PROGRAMME = "taahodname"
LANGS = ("fa", "en")
COMMON_OPTIONS = (("--lang", LANGS), ("--terminal", MODES))


class WrongCall(UsageError):
    """A command line that cannot be understood; `command` is the one whose help tells how to write it."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message, message_en)
        ctx = click.get_current_context(silent=True)
        self.command = ctx.command_path if ctx else PROGRAMME


def wrong(key: str, **values: object) -> WrongCall:
    """Return the error for a wrong call, in the words of the table."""
    return WrongCall(*both(key, **values))


def take_option(
    args: Sequence[str], name: str, allowed: Sequence[str], default: str
) -> tuple[str, list[str]]:
    """Take one common option out of the arguments, wherever it stands; the last one given holds.

    Args:
        args: the arguments of the call.
        name: the option, «--lang».
        allowed: the values it may have.
        default: its value when it is not there.

    Returns:
        the value, and the arguments that are left.

    Raises:
        WrongCall: when its value is missing or not allowed.
    """
    value, rest = default, list[str]()
    pending = iter(args)
    for arg in pending:
        if arg == "--":
            return value, [*rest, arg, *pending]
        head, equals, given = arg.partition("=")
        if head != name:
            rest.append(arg)
            continue
        value = _allowed(name, given if equals else next(pending, None), allowed)
    return value, rest


def _allowed(name: str, given: str | None, allowed: Sequence[str]) -> str:
    if given is None:
        raise wrong("missing-value", name=name)
    if given not in allowed:
        raise wrong("bad-choice", name=name, given=given, allowed=", ".join(allowed))
    return given


def take_lang(args: Sequence[str], environ: Mapping[str, str]) -> tuple[Lang, list[str]]:
    """Take the language out of the arguments, or out of TAAHODNAME_LANG.

    Raises:
        WrongCall: when the option or the variable says anything but «fa» or «en».
    """
    default = _allowed("TAAHODNAME_LANG", environ.get("TAAHODNAME_LANG") or "fa", LANGS)
    lang, rest = take_option(args, "--lang", LANGS, default)
    return cast(Lang, lang), rest


def suggest(given: str, known: Iterable[str], lang: Lang) -> str:
    """Return «did you mean …», or nothing when no name is near."""
    near = get_close_matches(given, list(known), n=2, cutoff=0.7)
    if not near:
        return ""
    names = near[0] if len(near) == 1 else word("or", lang, first=near[0], second=near[1])
    return " " + word("did-you-mean", lang, names=names)


def unknown(key: str, given: str, known: Sequence[str]) -> WrongCall:
    """Return the error for a name that nothing bears, with the names that are near it."""
    persian, english = both(key, given=given, allowed=", ".join(known))
    return WrongCall(persian + suggest(given, known, "fa"), english + suggest(given, known, "en"))


def explain(error: click.UsageError, ctx: click.Context) -> WrongCall:
    """Return click's complaint about a command as a sentence of ours."""
    match error:
        case click.NoSuchOption():
            return unknown("unknown-option", error.option_name, _options(ctx))
        case click.MissingParameter() if error.param is not None:
            return wrong("missing-argument", name=error.param.human_readable_name)
        case click.BadOptionUsage():
            key = "needless-value" if _is_flag(ctx, error.option_name) else "missing-value"
            return wrong(key, name=error.option_name)
    return wrong("bad-call", reason=error.format_message())


def _is_flag(ctx: click.Context, name: str) -> bool:
    params = ctx.command.get_params(ctx)
    return any(isinstance(param, click.Option) and param.is_flag and name in param.opts for param in params)


def _options(ctx: click.Context) -> list[str]:
    """Return the long names of the options that may stand here."""
    own = [name for param in ctx.command.get_params(ctx) for name in param.opts if name.startswith("--")]
    return own + [name for name, _ in COMMON_OPTIONS]
