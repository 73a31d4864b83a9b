"""Sees to the letterhead that a profile names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from taahodname.profile import LetterheadOptions
from taahodname.rules.case import Case
from taahodname.rules.faults import Fault, error, reminder
from taahodname.rules.registry import rule


@rule("letterhead")
def letterhead(case: Case) -> Iterator[Fault]:
    """A letterhead is chosen and its files are there; stamp and signature are for a person to see."""
    options = case.given.letterhead_options
    table = "letterhead.file" if isinstance(case.given.letterhead, LetterheadOptions) else "letterhead"
    if options is None or (options.kind == "file" and not options.file):
        yield error(
            table if options else "letterhead",
            "missing",
            "انتخاب نشده است؛ فایل سربرگ، «generated» یا «preprinted» را بنویسید.",
            "is not chosen; name a file, «generated» or «preprinted»",
        )
    else:
        yield from _absent(case, table, options.file)
        yield from _absent(case, "letterhead.logo", options.logo)
    yield reminder(
        "letterhead",
        "stamp",
        "تعهدنامه را روی سربرگ چاپ کنید، مهر شرکت بزنید و صاحبان امضا امضا کنند؛ چیزی با دست ننویسید.",
        "print the undertaking on the letterhead, stamp it and have it signed; write nothing by hand",
    )


def _absent(case: Case, path: str, name: str | None) -> Iterator[Fault]:
    """A file that the profile names is not there."""
    if name and not _is_file(case.given.resolve(name)):
        yield error(
            path,
            "no-file",
            "پیدا نشد؛ نام فایل را نسبت به پوشهٔ پروفایل بررسی کنید.",
            "is not there; check the file's name, which counts from the profile's folder",
        )


def _is_file(path: Path) -> bool:
    """Tell whether there is a file; a name that the system cannot hold is none."""
    try:
        return path.is_file()
    except OSError:
        return False
