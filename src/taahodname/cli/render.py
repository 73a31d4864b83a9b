"""The command `render`: checks a profile and writes the papers of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import taahodname as tn
from taahodname.cli.app import Command
from taahodname.cli.lines import known_line, wanted
from taahodname.cli.parsing import wrong
from taahodname.cli.screen import Screen
from taahodname.cli.values import a_date, a_folder

if TYPE_CHECKING:
    from taahodname.forms.load import Forms
    from taahodname.persian.dates import JalaliDate


_KINDS = ("generated", "preprinted")
_GUIDE = "signing-guide.pdf"


def _letterhead(given: str) -> str:
    if given in _KINDS:
        return given
    # The profile's own paths count from its folder, those of a call from where it is made.
    file = Path(given).absolute()
    if not file.is_file():
        raise wrong("no-letterhead", given=given)
    return str(file)


@click.command("render", cls=Command)
@click.argument("profile")
@click.option("--line", "lines", type=known_line, multiple=True, metavar="3000|1000|021")
@click.option("--out", default="out", metavar="DIR")
@click.option("--letterhead", type=_letterhead, metavar="FILE|generated|preprinted")
@click.option("--date", type=a_date, metavar="1405/09/02")
@click.option("--only", multiple=True, metavar="NAME")
@click.option("--draft", is_flag=True)
@click.option("--replace", is_flag=True)
@click.option("--zip", "as_zip", is_flag=True)
@click.option("--fonts", type=a_folder, multiple=True, metavar="DIR")
@click.option("--font", metavar="NAME")
@click.option("--embed-fonts", is_flag=True)
@click.option("--data", metavar="FILE")
@click.option("--template", metavar="FORM.docx|DIR")
@click.option("--office", is_flag=True)
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
    replace: bool,
    as_zip: bool,
    fonts: tuple[Path, ...],
    font: str | None,
    embed_fonts: bool,
    data: str | None,
    template: str | None,
    office: bool,
) -> int:
    """Render every line before the first file is written: one line's error keeps all of them back."""
    loaded = tn.Profile.load(profile)
    if letterhead is not None:
        loaded = _on(loaded, letterhead)
    operators = tn.OperatorData.load(data) if data else None
    made: list[tn.Dossier] = []
    failed: list[tn.CheckFailed] = []
    asked = wanted(loaded, lines)
    forms = _forms(template, asked, office=office)
    for line in asked:
        try:
            made.append(
                tn.render(
                    loaded,
                    line,
                    only=set(only) or None,
                    date=date,
                    fonts=fonts,
                    font=font,
                    embed_fonts=embed_fonts,
                    draft=draft,
                    data=operators,
                    template=forms,
                    office=office,
                )
            )
        except tn.CheckFailed as error:
            failed.append(error)
    if failed:
        return _refuse(screen, failed)
    if as_zip:
        _write_zip(screen, made, Path(out), draft=draft, replace=replace)
    else:
        _refuse_to_replace(made, out, replace=replace)
        for dossier in made:
            _write(screen, dossier, out, draft=draft)
    _tell_changes(screen, [dossier.report for dossier in made])
    return 0


def _forms(template: str | None, lines: Sequence[str], *, office: bool) -> Forms | None:
    """Return the forms of all lines that are asked for, checked before the first is made."""
    if template is None:
        return None
    from taahodname.forms.load import load

    return load(template, lines, office=office)


def _on(profile: tn.Profile, letterhead: str) -> tn.Profile:
    """Return the profile on another letterhead; the options of its own stay where only the kind is named."""
    options = profile.letterhead_options
    if letterhead in _KINDS and options is not None:
        return profile.model_copy(update={"letterhead": options.model_copy(update={"kind": letterhead})})
    return profile.model_copy(update={"letterhead": letterhead})


def _refuse(screen: Screen, failed: list[tn.CheckFailed]) -> int:
    from taahodname.cli import tables

    for error in failed:
        screen.err.print(f"{screen.word('error')}: {screen.pick(error.message, error.message_en)}")
        tables.summary(screen, screen.err, error.report)
        tables.findings(screen, screen.err, (*error.report.errors, *error.report.warnings))
    _tell_changes(screen, [error.report for error in failed])
    return tn.CheckFailed.exit_code


def _refuse_to_replace(made: list[tn.Dossier], out: str, *, replace: bool) -> None:
    """See that no folder is in the way, before the first is written."""
    for dossier in made:
        folder = Path(out) / dossier.folder
        if folder.exists() and not replace:
            raise wrong("in-the-way", given=str(folder))


def _write_zip(screen: Screen, made: list[tn.Dossier], out: Path, *, draft: bool, replace: bool) -> None:
    """Write all lines of a client into one file."""
    from taahodname.dossier.files import write_file, zipped

    file = out / f"{made[0].folder.partition('/')[0]}.zip"
    if file.exists() and not replace:
        raise wrong("in-the-way", given=str(file))
    write_file(file, zipped({f"{one.folder}/{name}": data for one in made for name, data in one.items()}))
    screen.out.path(file)
    for dossier in made:
        _tell_made(screen, dossier, draft=draft)


def _write(screen: Screen, dossier: tn.Dossier, out: str, *, draft: bool) -> None:
    """Write one dossier: the paths on standard output, all that is told besides on standard error."""
    replaced = (Path(out) / dossier.folder).exists()
    folder = dossier.write(out, replace=True)
    for name in dossier:
        screen.out.path(folder / name)
    _tell_made(screen, dossier, draft=draft)
    if replaced:
        screen.err.print(screen.word("rendered.replaced"), indent=2)


def _tell_made(screen: Screen, dossier: tn.Dossier, *, draft: bool) -> None:
    report = dossier.report
    key = "rendered.draft" if draft else "rendered"
    screen.err.print(screen.word(key, line=screen.digits(report.line), count=screen.digits(len(dossier))))
    for note in dossier.notes:
        screen.err.print(screen.pick(note.message, note.message_en), indent=2)
    found = (*report.errors, *report.warnings)
    if found:
        from taahodname.cli import tables  # they load Rich

        tables.findings(screen, screen.err, found)
    if report.manual:
        told = "rendered.manual.guide" if _GUIDE in dossier else "rendered.manual.check"
        screen.err.print(screen.word(told, count=screen.digits(len(report.manual))))


def _tell_changes(screen: Screen, reports: list[tn.Report]) -> None:
    if any(report.changes for report in reports):
        from taahodname.cli import tables  # they load Rich

        tables.changes(screen, screen.err, reports)
