"""The command `render`: checks a profile and writes the papers of its lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

import taahodname as tn
from taahodname.cli.app import Command
from taahodname.cli.lines import LINE, wanted
from taahodname.cli.parsing import WrongCall, wrong
from taahodname.cli.screen import Screen
from taahodname.cli.words import word
from taahodname.findings import Severity

if TYPE_CHECKING:
    from taahodname.persian.dates import JalaliDate


class _Date(click.ParamType):
    """A Jalali date, in the digits of any keyboard."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> JalaliDate:
        from taahodname.persian.dates import DateError, parse

        try:
            return parse(value)
        except DateError as error:
            persian = word("bad-date", "fa", given=value, reason=error.message)
            raise WrongCall(
                persian, word("bad-date", "en", given=value, reason=error.message_en), ctx
            ) from error


class _Folder(click.ParamType):
    """A folder that is there."""

    name = "folder"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        folder = Path(value)
        if not folder.is_dir():
            raise wrong("no-folder", given=value)
        return folder


@click.command("render", cls=Command)
@click.argument("profile")
@click.option("--line", "lines", type=LINE, multiple=True, metavar="3000|1000|021")
@click.option("--out", default="out", metavar="DIR")
@click.option("--letterhead", metavar="FILE|generated|preprinted")
@click.option("--date", type=_Date(), metavar="1405/09/02")
@click.option("--only", multiple=True, metavar="NAME")
@click.option("--draft", is_flag=True)
@click.option("--fonts", type=_Folder(), multiple=True, metavar="DIR")
@click.option("--font", metavar="NAME")
@click.pass_obj
def command(
    screen: Screen,
    profile: str,
    lines: tuple[str, ...],
    out: str,
    letterhead: str | None,
    date: JalaliDate | None,
    only: tuple[str, ...],
    draft: bool,
    fonts: tuple[Path, ...],
    font: str | None,
) -> int:
    """Render every line before the first file is written: one line's error keeps all of them back."""
    loaded = tn.Profile.load(profile)
    if letterhead is not None:
        loaded = _on(loaded, letterhead)
    made: list[tn.Dossier] = []
    failed: list[tn.CheckFailed] = []
    for line in wanted(loaded, lines):
        try:
            made.append(
                tn.render(
                    loaded, line, only=set(only) or None, date=date, fonts=fonts, font=font, draft=draft
                )
            )
        except tn.CheckFailed as error:
            failed.append(error)
    if failed:
        return _refuse(screen, failed)
    for dossier in made:
        _write(screen, dossier, out, draft=draft)
    return 0


def _on(profile: tn.Profile, letterhead: str) -> tn.Profile:
    """Return the profile on another letterhead; the options of its own stay where only the kind is named."""
    options = profile.letterhead_options
    if letterhead in ("generated", "preprinted") and options is not None:
        return profile.model_copy(update={"letterhead": options.model_copy(update={"kind": letterhead})})
    if letterhead not in ("generated", "preprinted"):
        # The profile's own paths count from its folder, those of a call from where it is made.
        letterhead = str(Path(letterhead).absolute())
    return profile.model_copy(update={"letterhead": letterhead})


def _refuse(screen: Screen, failed: list[tn.CheckFailed]) -> int:
    from taahodname.cli import tables

    for error in failed:
        screen.err.print(f"{screen.word('error')}: {screen.pick(error.message, error.message_en)}")
        tables.report(screen, screen.err, error.report)
    return tn.CheckFailed.exit_code


def _write(screen: Screen, dossier: tn.Dossier, out: str, *, draft: bool) -> None:
    """Write one dossier: the paths on standard output, all that is told on standard error."""
    from taahodname.cli import tables

    folder = dossier.write(out, replace=True)
    for name in dossier:
        screen.out.path(folder / name)
    key = "rendered.draft" if draft else "rendered"
    line, count = screen.digits(dossier.report.line), screen.digits(len(dossier))
    screen.err.print(screen.word(key, line=line, count=count))
    for note in dossier.notes:
        screen.err.print(screen.pick(note.message, note.message_en), indent=2)
    manual = len(dossier.report.manual)
    tables.findings(
        screen, screen.err, [one for one in dossier.report.findings if one.severity is not Severity.MANUAL]
    )
    tables.changes(screen, screen.err, dossier.report.changes)
    if manual:
        screen.err.print(screen.word("rendered.manual", count=screen.digits(manual)))
