"""The command `template adopt`: makes a form with tags from an operator's blank, and tells what it did."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from taahodname.cli.app import Command
from taahodname.cli.lines import known_line
from taahodname.cli.parsing import wrong
from taahodname.cli.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taahodname.forms.adopt import Adopted, Match

_ENDING = ".docx"
_STYLES = {"sure": "bold green", "likely": "bold yellow", "unsure": "bold red", "left": "bold"}


@click.command("template.adopt", cls=Command)
@click.argument("blank", metavar="BLANK.docx")
@click.option("--line", required=True, type=known_line, metavar="3000|1000|021")
@click.option("--out", "form_out", required=True, metavar="FORM.docx")
@click.option("--marked", metavar="FILE")
@click.option("--replace", "replace_form", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def command(
    screen: Screen,
    blank: str,
    line: str,
    form_out: str,
    marked: str | None,
    replace_form: bool,
    as_json: bool,
) -> int:
    """Write the form and its marked copy; 1 when it lacks something that the line's rules need."""
    source = Path(blank)
    form, copy = _targets(source, Path(form_out), marked, replace=replace_form)
    data = source.read_bytes()
    from taahodname.dossier.files import write_file
    from taahodname.forms.adopt import adopt

    done = adopt(data, line, source.name)
    write_file(form, done.docx)
    write_file(copy, done.marked)
    if as_json:
        from taahodname.cli import programs

        screen.out.raw(programs.adopted(done, line, form, copy))
    else:
        _tell(screen, done, line)
        for key, path in (("template.adopted", form), ("template.marked", copy)):
            screen.err.print(screen.word(key))
            screen.out.path(path)
    return 0 if done.ok else 1


def _targets(source: Path, form: Path, marked: str | None, *, replace: bool) -> tuple[Path, Path]:
    """Return where the form and its marked copy go: never over the blank, nor over what is there unasked."""
    copy = Path(marked) if marked else form.with_name(f"{form.stem}-marked{_ENDING}")
    for target in (form, copy):
        if target.suffix.lower() != _ENDING:
            raise wrong("template.out-ending", file=target)
        if target.exists() and source.exists() and target.samefile(source):
            raise wrong("same-file", file=target)
        if target.exists() and not replace:
            raise wrong("in-the-way", given=str(target))
    if form.absolute() == copy.absolute():
        raise wrong("template.same-out", file=copy)
    return form, copy


def _tell(screen: Screen, done: Adopted, line: str) -> None:
    from taahodname.cli import tables

    out = screen.out
    count = {grade: sum(one.grade == grade for one in (*done.matches, *done.left)) for grade in _STYLES}
    told = {name: screen.digits(number) for name, number in count.items()}
    out.print(screen.word("template.adopt-sum", line=screen.digits(line), **told))
    tables.rows(out, [_row(screen, one) for one in _ordered(done)])
    if done.places:
        names = "، ".join(place.name for place in done.places)
        out.print(screen.word("template.places", names=names))
    for lack in done.missing:
        severity = screen.word(f"severity.{lack.severity}")
        out.print(f"{severity} ({lack.code}): {screen.pick(lack.message, lack.message_en)}")
    out.print(screen.word("template.ready" if done.ok else "template.not-ready", line=screen.digits(line)))


def _ordered(done: Adopted) -> Iterable[Match]:
    return sorted((*done.matches, *done.left), key=lambda one: one.number)


def _row(screen: Screen, one: Match) -> tuple[list[tuple[str, str]], str]:
    """Return the head of a row (number, grade, label, field) and its sentence."""
    from taahodname.forms.tagging import name_of

    grade = one.grade.value
    label = f"«{one.label}»" if one.label else screen.word("template.no-label")
    becomes = one.field or screen.word(f"template.stays.{grade}")
    head = [
        (screen.digits(one.number), "bold"),
        (screen.word(f"template.grade.{grade}"), _STYLES[grade]),
        (label, ""),
        (becomes, "bold"),
    ]
    sentence = screen.pick(one.reason, one.reason_en)
    if one.candidates:
        names = [screen.pick(f"{name_of(name)} ({name})", name) for name in one.candidates]
        sentence = screen.word(
            "template.candidates", reason=sentence, names=screen.pick("، ", ", ").join(names)
        )
    if one.near:
        sentence = screen.word("template.near", near=one.near, sentence=sentence)
    return head, sentence
