"""The command `template check`: what is wrong with a form for a line, and what a program can mend in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from taahodname.cli.app import Command
from taahodname.cli.lines import known_line
from taahodname.cli.parsing import wrong
from taahodname.cli.screen import Screen
from taahodname.errors import TemplateError, WordFileError

if TYPE_CHECKING:
    from taahodname.forms.faults import FormFault, FormReport

_REFUSED = 2


@click.command("template.check", cls=Command)
@click.argument("form", metavar="FORM.docx")
@click.option("--line", required=True, type=known_line, metavar="3000|1000|021")
@click.option("--fix", is_flag=True)
@click.option("--out", "fixed_out", metavar="FILE")
@click.option("--replace", "replace_form", is_flag=True)
@click.option("--office", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def command(
    screen: Screen,
    form: str,
    line: str,
    fix: bool,
    fixed_out: str | None,
    replace_form: bool,
    office: bool,
    as_json: bool,
) -> int:
    """Check a form; 1 when it has errors, 2 when it cannot be read or is refused."""
    file = Path(form)
    target = _target(file, fixed_out, fix=fix, replace=replace_form)
    from taahodname.forms.opening import read_form

    data = read_form(file)
    try:
        report, changes, mended = _look(data, line, file.name, fix=fix, office=office)
    except (TemplateError, WordFileError) as error:
        if as_json:
            from taahodname.cli import programs

            screen.out.raw(programs.refused_form(file.name, line, error))
            return _REFUSED
        raise
    if target is not None and mended is not None:
        from taahodname.dossier.files import write_file

        write_file(target, mended)
    if as_json:
        from taahodname.cli import programs

        screen.out.raw(programs.form(report, changes))
    else:
        _show(screen, report, changes, target if changes else None)
    return 0 if report.ok else 1


def _target(file: Path, out: str | None, *, fix: bool, replace: bool) -> Path | None:
    """Return where the mended form goes: never over a file that is there, unless that was asked for."""
    if not fix:
        if out is not None:
            raise wrong("template.out-without-fix")
        return None
    if out is None:
        raise wrong("template.fix-without-out")
    target = Path(out)
    if target.suffix.lower() != ".docx":
        raise wrong("template.out-ending", file=out)
    if target.exists() and file.exists() and target.samefile(file):
        raise wrong("same-file", file=out)
    if target.exists() and not replace:
        raise wrong("in-the-way", given=out)
    return target


def _look(
    data: bytes, line: str, name: str, *, fix: bool, office: bool
) -> tuple[FormReport, tuple[FormFault, ...], bytes | None]:
    from taahodname.forms.check import check_form, fix_form

    if not fix:
        return check_form(data, line, name, office=office), (), None
    mended, changes, report = fix_form(data, line, name, office=office)
    return report, changes, mended


def _show(screen: Screen, report: FormReport, changes: tuple[FormFault, ...], target: Path | None) -> None:
    if changes:
        screen.out.print(screen.word("template.changes"))
        done: dict[str, list[FormFault]] = {}
        for one in changes:
            done.setdefault(one.message, []).append(one)
        for several in done.values():
            _said(screen, several)
        screen.out.print()
    if target is not None:
        screen.out.print(screen.word("template.written"))
        screen.out.path(target)
        screen.out.print()
    alike: dict[tuple[str, str], list[FormFault]] = {}
    for one in report.faults:
        alike.setdefault((one.code, one.message), []).append(one)
    for several in alike.values():
        _faults(screen, several)
    told = {
        "line": screen.digits(report.line),
        "errors": screen.digits(len(report.errors)),
        "warnings": screen.digits(len(report.warnings)),
    }
    screen.out.print(screen.word("template.ok" if report.ok else "template.faulty", **told))
    if any(one.fixable for one in report.faults):
        screen.out.print(screen.word("template.fixable"))


def _faults(screen: Screen, several: list[FormFault]) -> None:
    first = several[0]
    screen.out.print(f"{screen.word(f'severity.{first.severity}')} ({first.code})")
    _said(screen, several)


def _said(screen: Screen, several: list[FormFault]) -> None:
    """Write a sentence once, and under it every place that it is true of."""
    screen.out.print(screen.pick(several[0].message, several[0].message_en), indent=2)
    for one in several:
        place = screen.pick(one.place.persian, one.place.english)
        if place:
            screen.out.print(place, indent=4)
