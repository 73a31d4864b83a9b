"""Makes a dossier: the profile is checked, each paper composed, read back and put in its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from taahodname.documents import customer_list
from taahodname.documents.undertaking import DOCX_NAME, PDF_NAME, Undertaking, compose
from taahodname.dossier.files import Dossier, Note
from taahodname.dossier.preflight import inspect
from taahodname.dossier.slug import folder_name
from taahodname.errors import UsageError
from taahodname.letterhead import Letterhead
from taahodname.persian.dates import JalaliDate
from taahodname.profile import Profile
from taahodname.rules import CheckedProfile, admit
from taahodname.typeset import FontBook
from taahodname.typeset.fonts import shipped_book

_FILES: Mapping[str, Callable[[Undertaking, CheckedProfile], bytes | None]] = MappingProxyType(
    {
        DOCX_NAME: lambda made, _: made.docx,
        PDF_NAME: lambda made, _: made.pdf,
        customer_list.NAME: lambda _, checked: customer_list.compose(checked),
    }
)

FILES = tuple(_FILES)
"""The names of a dossier's files, in their order."""


def render(
    profile: Profile,
    line: str,
    *,
    only: Collection[str] | None = None,
    date: JalaliDate | str | None = None,
    letterhead: Letterhead | None = None,
    fonts: Iterable[str | os.PathLike[str]] = (),
    font: str | None = None,
    embed_fonts: bool = False,
    draft: bool = False,
) -> Dossier:
    """Return the papers of a profile for one line.

    Every paper is read back before it is given out.

    Args:
        profile: the client's profile.
        line: «3000», «1000» or «021».
        only: the files that are wanted («undertaking.pdf»); all of them when None.
        date: the letter's date, also as text («1405/09/02»); the profile's, else today in Tehran, when None.
        letterhead: what the letter is set on; the profile's when None.
        fonts: folders with fonts of the user.
        font: the family to set the letter in, instead of the templates' own.
        embed_fonts: put the fonts that are at hand into the DOCX, where their licence bits allow it; those
            that had to be left out are among the notes.
        draft: make the papers in spite of errors, with a watermark and the gaps visible.

    Raises:
        CheckFailed: when the profile has errors and no draft is asked for.
        UsageError: when the line or a file's name is unknown.
        LetterheadError: when the letterhead cannot be used.
        TemplateError: when a template cannot be filled.
        FontError: when a font cannot be used, or none has a character that is printed.
        PreflightError: when a finished paper does not say what it must.
    """
    wanted = _wanted(only)
    checked = admit(profile, line, draft=draft, date=date)
    head = letterhead or _letterhead(checked)
    made = compose(checked, head, _book(fonts), font=font, embed_fonts=embed_fonts)
    inspect(made, checked)
    files = {name: make(made, checked) for name, make in _FILES.items() if name in wanted}
    company = checked.profile.company
    return Dossier(
        MappingProxyType({name: data for name, data in files.items() if data is not None}),
        f"{folder_name(company.name, company.national_id)}/{line}",
        checked.report,
        _notes(head, made),
    )


def _wanted(only: Collection[str] | None) -> frozenset[str]:
    if only is None:
        return frozenset(FILES)
    unknown = sorted(set(only) - set(FILES))
    if unknown:
        raise UsageError(
            f"فایلی به نام «{unknown[0]}» ساخته نمی‌شود؛ یکی از این‌ها را بنویسید: {'، '.join(FILES)}.",
            f"there is no file {unknown[0]!r} in a dossier; choose of: {', '.join(FILES)}",
        )
    return frozenset(only)


def _letterhead(checked: CheckedProfile) -> Letterhead:
    return Letterhead.from_profile(checked.profile)


def _book(folders: Iterable[str | os.PathLike[str]]) -> FontBook:
    paths = [Path(folder) for folder in folders]
    return FontBook(paths) if paths else shipped_book()


def _notes(letterhead: Letterhead, made: Undertaking) -> tuple[Note, ...]:
    return (*letterhead.warnings, *made.substitutions, *made.left_out)
