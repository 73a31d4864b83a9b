"""Makes a dossier: the profile is checked, each paper composed, read back and put in its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from taahodname.documents import undertaking
from taahodname.documents.undertaking import Office, Undertaking
from taahodname.documents.values import Values, context
from taahodname.dossier import manifest
from taahodname.dossier.files import Dossier, Note
from taahodname.dossier.inputs import Inputs
from taahodname.dossier.preflight import asked, inspect, inspect_sheet, own_numbers
from taahodname.dossier.reading import own_pdf_texts, pdf_pages
from taahodname.dossier.slug import folder_name
from taahodname.errors import UnsupportedFeature, UsageError
from taahodname.letterhead import Letterhead
from taahodname.paper.blocks import Document
from taahodname.persian.dates import JalaliDate
from taahodname.profile import Profile
from taahodname.rules import CheckedProfile, Operators, admit, operators_of
from taahodname.typeset import FontBook, typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.word import package as packages
from taahodname.word.notes import Note as FormNote

if TYPE_CHECKING:
    from taahodname.forms.load import Form, Forms, Template
    from taahodname.typeset.imported import ImportedPage


class _Sheet(NamedTuple):
    """A sheet that was made: its file, what it was made from, and the PDF whose pages it shows in small."""

    data: bytes
    document: Document
    in_small: bytes | None = None


class _Making(Struct, frozen=True, dict=True):
    """The papers of one dossier in the making; what several of them need is made once.

    Attributes:
        checked: the profile.
        letterhead: what the letter is set on.
        fonts: the faces at hand.
        font: the family to set the letter in, or None.
        embed_fonts: put the fonts into the DOCX.
        form: the form to set the undertaking on, instead of our own template.
        office: makes the PDF of what our reader refuses; None where that was not asked for.
    """

    checked: CheckedProfile
    letterhead: Letterhead
    fonts: FontBook
    font: str | None
    embed_fonts: bool
    form: Form | None = None
    office: Office | None = None

    @cached_property
    def undertaking(self) -> Undertaking:
        """The undertaking."""
        try:
            return undertaking.compose(
                self.checked,
                self.letterhead,
                self.fonts,
                font=self.font,
                embed_fonts=self.embed_fonts,
                form=self.form.data if self.form else None,
                office=self.office,
                values=self._values,
            )
        except UnsupportedFeature as error:
            from taahodname.office import hint

            raise hint(error) from error

    @cached_property
    def _values(self) -> Values:
        """What the papers print of the profile."""
        return context(self.checked)

    @cached_property
    def _own(self) -> set[str]:
        """The codes that may stand on the client's papers, where ours is the form of the undertaking."""
        return own_numbers(self.checked, values=self._values)

    @cached_property
    def _sheets(self) -> list[_Sheet]:
        """The sheets that were made, to be read back."""
        return []

    def guarantee_note(self) -> bytes:
        """Return the instruction sheet on the guarantee note."""
        from taahodname.documents import guarantee_note

        return self._set(guarantee_note.compose(self.checked, self._values))

    def signing_guide(self) -> bytes:
        """Return the signing guide."""
        from taahodname.documents import signing_guide

        sheet = signing_guide.compose(self.checked, self.undertaking)
        in_small = None if self.undertaking.layout is None else self.undertaking.pdf
        return self._set(sheet, self.letterhead.artwork, in_small)

    def _set(
        self,
        sheet: Document,
        artwork: Mapping[str, ImportedPage] | None = None,
        in_small: bytes | None = None,
    ) -> bytes:
        """Return a sheet as a PDF, and note that it is to be read back.

        Args:
            sheet: what it says.
            artwork: see `typeset`.
            in_small: the PDF whose pages it shows in small.
        """
        data = typeset(sheet, self.fonts, artwork).data
        self._sheets.append(_Sheet(data, sheet, in_small))
        return data

    def customer_list(self) -> bytes | None:
        """Return the list of the customers' numbers, read back; None in a draft that has none."""
        from taahodname.documents import customer_list

        return customer_list.compose(self.checked)

    def read_back(self) -> tuple[FormNote, ...]:
        """Read back all papers that were made, and return what a person is to see to because of the form.

        Each paper is not read as soon as it is made: what makes one and what reads one are large enough to
        drive each other out of the processor's caches, which took a fortieth of a dossier.

        Raises:
            CheckFailed, PreflightError: see `inspect` and `inspect_sheet`.
        """
        notes: tuple[FormNote, ...] = ()
        made = self.undertaking if self._has_undertaking else None
        ours = [] if made is None or made.refused else [(made.pdf, asked(made, self.checked))]
        read = own_pdf_texts([*ours, *((sheet.data, ()) for sheet in self._sheets)])
        if made is not None:
            own = None if self.form else self._own
            notes = inspect(made, self.checked, own, *read[: len(ours)])
        for sheet, words in zip(self._sheets, read[len(ours) :], strict=True):
            inspect_sheet(sheet.data, sheet.document, self.checked, sheet.in_small, self._own, words)
        return notes

    @property
    def _has_undertaking(self) -> bool:
        return "undertaking" in vars(self)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is to be told of the papers that were made, besides what is seen when they are read back."""
        if not self._has_undertaking:
            return ()
        made = self.undertaking
        of_form = self.form.warnings if self.form else ()
        of_letterhead = (*self.letterhead.warnings, *self.letterhead.notes_on(made.values["letter"]))
        return (*of_form, *of_letterhead, *made.substitutions, *made.left_out)


_FILES: Mapping[str, Callable[[_Making], bytes | None]] = MappingProxyType(
    {
        undertaking.DOCX_NAME: lambda making: making.undertaking.docx,
        undertaking.PDF_NAME: lambda making: making.undertaking.pdf,
        "guarantee-note.pdf": _Making.guarantee_note,
        "signing-guide.pdf": _Making.signing_guide,
        "customer-list.xlsx": _Making.customer_list,
    }
)

FILES = (*_FILES, manifest.NAME)
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
    data: Operators = None,
    template: Template | Forms | None = None,
    office: bool = False,
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
        data: what the operators ask for where it differs from the shipped table: a TOML file of the same
            shape as templates/data/lines.toml, or what was read from one.
        template: the operator's own form in the place of ours: a Word file with tags (its bytes or path), a
            folder of forms by line, or a mapping of lines to forms. It is checked first.
        office: leave the PDF of the undertaking to LibreOffice, where it is installed, when our reader
            refuses the form or the letterhead by name; the notes say so.

    Raises:
        CheckFailed: when the profile has errors and no draft is asked for.
        UsageError: when the line or a file's name is unknown.
        DataError: when `data` cannot be used.
        LetterheadError: when the letterhead cannot be used.
        TemplateError: when a template cannot be filled.
        FormRefused: when the form is hostile or too large.
        FormFaulty: when the form has errors; all are told.
        OfficeError: when LibreOffice was asked for and is not there or fails.
        FontError: when a font cannot be used, or none has a character that is printed.
        LayoutError: when a text is too long for its place on the drawing of the guarantee note.
        PreflightError: when a finished paper does not say what it must.
    """
    wanted = wanted_files(only)
    operators = operators_of(data)
    checked = admit(profile, line, draft=draft, date=date, data=operators)
    form = None if template is None else _form(template, checked.line, office=office)
    head = letterhead or _letterhead(checked)
    folders = tuple(str(Path(folder)) for folder in fonts)
    fallback = _office(folders) if office else None
    making = _Making(checked, head, _book(folders), font, embed_fonts, form, fallback)
    made = {name: make(making) for name, make in _FILES.items() if name in wanted}
    form_notes = making.read_back()
    files = {name: content for name, content in made.items() if content is not None}
    if manifest.NAME in wanted:
        inputs = Inputs(
            profile,
            checked.line,
            checked.date,
            draft,
            embed_fonts,
            font,
            folders,
            letterhead,
            only=tuple(sorted(wanted)) if only is not None else None,
            operators=operators,
            form=form,
            office=office,
        )
        files[manifest.NAME] = manifest.compose(files, checked, inputs, form_notes)
    company = checked.profile.company
    return Dossier(
        MappingProxyType(files),
        f"{folder_name(company.name, company.national_id)}/{checked.line}",
        checked.report,
        (*form_notes, *making.notes),
    )


def wanted_files(only: Collection[str] | None) -> frozenset[str]:
    """Return the names of the files to make: those that are asked for, or all.

    Raises:
        UsageError: when a name is unknown.
    """
    if only is None:
        return frozenset(FILES)
    unknown = sorted(set(only) - set(FILES))
    if unknown:
        raise UsageError(
            f"فایلی به نام «{unknown[0]}» ساخته نمی‌شود؛ یکی از این‌ها را بنویسید: {'، '.join(FILES)}.",
            f"there is no file {unknown[0]!r} in a dossier; choose of: {', '.join(FILES)}",
        )
    return frozenset(only)


def _form(template: Template | Forms, line: str, *, office: bool) -> Form:
    from taahodname.forms.load import load

    return load(template, (line,), office=office).of(line)


def _letterhead(checked: CheckedProfile) -> Letterhead:
    return Letterhead.from_profile(checked.profile)


def _office(folders: tuple[str, ...]) -> Office:
    from taahodname.forms.opening import refuse_dangers
    from taahodname.office import to_pdf

    def make(docx: bytes) -> tuple[bytes, int]:
        # The letterhead, too, may be a stranger's: our reader starts nothing, LibreOffice might.
        refuse_dangers(packages.read(docx, undertaking.DOCX_NAME))
        pdf = to_pdf(docx, folders)
        return pdf, len(pdf_pages(pdf))

    return make


def _book(folders: Iterable[str]) -> FontBook:
    paths = [Path(folder) for folder in folders]
    return FontBook(paths) if paths else shipped_book()
