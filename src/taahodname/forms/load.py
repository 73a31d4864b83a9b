"""The forms of a call: one file, a folder or a mapping by line; each is opened and checked once."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from taahodname.errors import FormFaulty, UsageError
from taahodname.forms.check import report_on
from taahodname.forms.clause import mark
from taahodname.forms.faults import FormReport
from taahodname.forms.opening import open_form, read_form
from taahodname.persian.digits import to_ascii, to_persian
from taahodname.profile.shown import printable
from taahodname.rules.lines import LINES, known_line
from taahodname.word.notes import Note

FormFile = bytes | str | os.PathLike[str]
Template = FormFile | Mapping[str, FormFile]
"""A form, a folder of forms, or forms by line."""

_NAME: Final = re.compile(rf"(?:(?:undertaking|form|template)[-_ ]?)?({'|'.join(LINES)})", re.IGNORECASE)
_NAMES_SHOWN: Final = "3000.docx, form-3000.docx, undertaking-3000.docx"
_MOST_SHOWN: Final = 8
_NOT_TOLD = frozenset({"field-unprinted", "clause-3-unfound", "empty-box-unmarked", "rtl-run", "rtl-section"})
"""Warnings that are told of each finished paper instead, or that the filling itself sees to."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form, checked for its line and ready to be filled.

    Attributes:
        name: the file's name.
        line: the line it is for.
        data: the form to fill: as it was given, with a bookmark on its third clause where it had none.
        digest: the SHA-256 of the file as it was given, in hexadecimal.
        warnings: what the check told besides.
    """

    name: str
    line: str
    data: bytes
    digest: str
    warnings: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Forms:
    """The forms of one call or one batch, by line; a plain value that other processes can be handed.

    Attributes:
        by_line: the forms.
        given: what they came from, for messages.
    """

    by_line: Mapping[str, Form]
    given: str

    def of(self, line: str) -> Form:
        """Return the form of a line: nobody gets another one than he believes.

        Raises:
            UsageError: when there is none.
        """
        if line not in self.by_line:
            raise UsageError(*no_form(line, self.given))
        return self.by_line[line]


def no_form(line: str, given: str) -> tuple[str, str]:
    """Return what is said, in both languages, of a line that the given forms do not have."""
    return (
        f"در «{given}» فرمی برای خط {line} نیست؛ فایلی به نام {line}.docx در آن بگذارید، یا آن خط را بی "
        f"--template "
        "بسازید.",
        f"{given} has no form for line {line}; put a file {line}.docx into it, or make that line without "
        "--template",
    )


def load(template: Template | Forms, wanted: Collection[str] | None = None, *, office: bool = False) -> Forms:
    """Return forms, each opened and checked for its line.

    A folder's files are known by their names: 3000.docx, form-3000.docx, undertaking-3000.docx; others
    in it are left alone. A single file is for the line that its name says, else for the one that is wanted.

    Args:
        template: see `Template`; forms that were loaded already come back as they are.
        wanted: the lines that will be made; every line that there is a form for when None.
        office: see `check_form`.

    Raises:
        UsageError: when there is no such file, or it cannot be told which line a form is for.
        WordFileError, FormRefused: when a form cannot be opened safely.
        FormFaulty: when a form has errors; all of them are told.
    """
    if isinstance(template, Forms):
        return template
    files, given = _files(template, wanted)
    chosen = {line: file for line, file in files.items() if wanted is None or line in wanted}
    missing = [line for line in wanted or () if line not in files]
    if missing:
        raise UsageError(*no_form(missing[0], given))
    return Forms({line: _form(data, line, name, office) for line, (name, data) in chosen.items()}, given)


def _files(template: Template, wanted: Collection[str] | None) -> tuple[dict[str, tuple[str, bytes]], str]:
    if isinstance(template, Mapping):
        named = {known_line(line): _named(file) for line, file in template.items()}
        return named, "template"
    if isinstance(template, bytes):
        return {_only(wanted, "form.docx"): ("form.docx", template)}, "form.docx"
    path = Path(template)
    if path.is_dir():
        return dict(_of_folder(path)), path.name
    line = line_of(path)
    name, data = _named(path)
    return {line or _only(wanted, path.name): (name, data)}, path.name


def _named(file: FormFile) -> tuple[str, bytes]:
    if isinstance(file, bytes):
        return "form.docx", file
    try:
        return Path(file).name, read_form(Path(file))
    except OSError as error:
        name = printable(str(file))
        raise UsageError(
            f"فرم «{name}» خوانده نشد ({error.strerror})؛ نشانی آن را درست بنویسید.",
            f"the form {name!r} cannot be read ({error.strerror}); write its path right",
        ) from error


def line_of(path: Path) -> str | None:
    """Return the line that a form's name says, or None."""
    match = _NAME.fullmatch(to_ascii(path.stem).strip())
    return match[1] if match and path.suffix.lower() == ".docx" else None


def _of_folder(folder: Path) -> Iterator[tuple[str, tuple[str, bytes]]]:
    names: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        line = line_of(path) if path.is_file() else None
        if line is None:
            continue
        if line in names:
            raise UsageError(
                f"برای خط {line} دو فرم هست ({names[line]} و {path.name})؛ یکی را از پوشه بردارید.",
                f"there are two forms for line {line} ({names[line]} and {path.name}); take one away",
            )
        names[line] = path.name
        yield line, _named(path)
    if not names:
        raise UsageError(
            f"در پوشهٔ «{folder.name}» فرمی نیست؛ فرم هر خط را با یکی از این نام‌ها بگذارید: {_NAMES_SHOWN}.",
            f"the folder {folder.name!r} holds no form; name the form of each line like {_NAMES_SHOWN}",
        )


def _only(wanted: Collection[str] | None, name: str) -> str:
    """Return the one line a form without a line in its name can be for."""
    if wanted is not None and len(wanted) == 1:
        return next(iter(wanted))
    raise UsageError(
        f"معلوم نیست فرم «{name}» برای کدام خط است؛ نام خط را در نام فایل بیاورید ({_NAMES_SHOWN})، تنها "
        f"یک خط با "
        "--line بخواهید، یا پوشه‌ای با یک فرم برای هر خط بدهید.",
        f"it cannot be told which line the form {name} is for; name the file after its line "
        f"({_NAMES_SHOWN}), "
        "ask for one line with --line, or give a folder with a form for each line",
    )


@lru_cache(maxsize=16)
def _form(data: bytes, line: str, name: str, office: bool) -> Form:
    # A form is set on thousands of papers: it is looked through once.
    package = open_form(data, name)
    report = report_on(package, line, office=office)
    if not report.ok:
        raise _faulty(report)
    marked = mark(package)
    notes = (
        Note(f"form.{one.code}", _said(name, one.place.persian, one.message),
             _said(name, one.place.english, one.message_en))
        for one in report.warnings if one.code not in _NOT_TOLD
    )  # fmt: skip
    ready = data if marked is package else marked.to_bytes()
    return Form(name, line, ready, hashlib.sha256(data).hexdigest(), tuple(dict.fromkeys(notes)))


def _said(name: str, place: str, message: str) -> str:
    return f"{name}: {f'{place}: ' if place else ''}{message}"


def _faulty(report: FormReport) -> FormFaulty:
    shown = report.errors[:_MOST_SHOWN]
    more = len(report.errors) - len(shown)
    persian = [_line(one.place.persian, one.message, one.code) for one in shown]
    english = [_line(one.place.english, one.message_en, one.code) for one in shown]
    if more:
        persian.append(f"و {to_persian(str(more))} خطای دیگر.")
        english.append(f"and {more} more")
    call = f"taahodname template check {report.name} --line {report.line}"
    return FormFaulty(
        f"فرم «{report.name}» برای خط {to_persian(report.line)} خطا دارد و چیزی روی آن چاپ نشد:\n"
        + "\n".join(persian)
        + f"\nهمه را این فرمان می‌گوید: {call}",
        f"the form {report.name} has errors for line {report.line} and nothing was printed on it:\n"
        + "\n".join(english)
        + f"\nall of them: {call}",
    )


def _line(place: str, message: str, code: str) -> str:
    return f"{place}: {message} ({code})" if place else f"{message} ({code})"
