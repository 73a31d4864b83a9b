"""The letterhead: one object for several kinds, made once and put on any number of letters."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Self

from msgspec import Struct, field
from msgspec.structs import replace

from taahodname.letterhead.facts import SheetFacts
from taahodname.letterhead.fields import Slot
from taahodname.letterhead.files import check_size, kind_of, read_file
from taahodname.letterhead.free_area import Area
from taahodname.letterhead.kept import kept
from taahodname.letterhead.told import unused
from taahodname.letterhead.wishes import BLANK, SAME, Wishes
from taahodname.letterhead.word_file import read_word
from taahodname.profile import Profile
from taahodname.units import Mm
from taahodname.word.graft import Material, join, prepare
from taahodname.word.notes import NONE, Note

if TYPE_CHECKING:
    from taahodname.letterhead.generated import CompanyLines
    from taahodname.letterhead.sheets import Artwork
    from taahodname.typeset.imported import ImportedPage

Kind = Literal["file", "pdf", "picture", "generated", "preprinted", "none"]

HEAD, FOOT = Mm(50), Mm(30)
"""What is left free on preprinted paper where nothing is said."""

_NO_PAGES: Mapping[str, ImportedPage] = MappingProxyType({})


class Letterhead(Struct, frozen=True):
    """What a letter is set on; safe to use from many threads at once.

    Attributes:
        kind: how it came about; «file» is a Word file.
        material: what it puts on each letter, its own blanks left blank.
        warnings: what is to be told of it.
        artwork: pages that the PDF draws in place of pictures, by the SHA-256 of the picture's file.
        blanks: the same material with its blanks for number, date and attachments marked, or None.
        fields: the names of those blanks.
        slots: their places, where the sheet's own words were not to be had.
        first, following: what is left free, where it is known; `following` is None where it is the same.
        sheets: what its first page was, and its following one where that is another; empty for Word files.
    """

    kind: Kind
    material: Material
    warnings: tuple[Note, ...] = ()
    artwork: Mapping[str, ImportedPage] = field(default_factory=lambda: _NO_PAGES)
    blanks: Material | None = None
    fields: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    first: Area | None = None
    following: Area | None = None
    sheets: tuple[SheetFacts, ...] = ()

    def apply(self, docx: bytes, letter: Mapping[str, str] | None = None) -> bytes:
        """Return a letter on this letterhead; the same letter gives the same bytes.

        Args:
            docx: the letter, a Word file.
            letter: its number, date and attachments. Those that the letterhead has lines for are written
                there, and the letter's own line is taken out. None writes nothing there.

        Raises:
            WordFileError: when the letter cannot be opened safely.
        """
        if self.kind == "none":
            return docx
        if letter is None or self.blanks is None:
            return join(docx, self.material)
        from taahodname.letterhead.slots import filled, without_lines

        values = {name: letter.get(name, "") for name in self.fields}
        rest, gone = without_lines(docx, self.fields, values)
        # What a form prints in a sentence of its own stays there, and is not written a second time.
        return join(rest, filled(self.blanks, {name: values[name] for name in gone}))

    def notes_on(self, letter: Mapping[str, str]) -> tuple[Note, ...]:
        """Return what is to be told of one letter on it: blanks that are too narrow.

        Args:
            letter: its number, date and attachments.
        """
        if not self.slots:
            return ()
        from taahodname.letterhead.widths import too_narrow

        return tuple(too_narrow(self.slots, letter))

    @property
    def grafted(self) -> Material | None:
        """What `apply` puts on a letter, where it does nothing else; None where it does more, or nothing."""
        return None if self.kind == "none" or self.blanks is not None else self.material

    @classmethod
    def from_word(cls, data: bytes, name: str, wishes: Wishes | None = None) -> Self:
        """Return a company's own letterhead in Word.

        Args:
            data: a .docx or .dotx file.
            name: its name, for messages.
            wishes: what is said of it besides.

        Raises:
            LetterheadError: when it is no Word file that can be used.
            UnsupportedFeature: when it holds what cannot be carried to a letter.
        """
        own = read_word(data, name, wishes or Wishes())
        return cls(
            "file",
            own.material,
            own.notes,
            blanks=own.blanks,
            fields=own.fields,
            first=own.area,
        )

    @classmethod
    def from_file(
        cls,
        data: bytes,
        name: str,
        wishes: Wishes | None = None,
        following: tuple[bytes, str] | None = None,
    ) -> Self:
        """Return a company's own letterhead: a Word file, a PDF, or a scan (PNG or JPEG).

        Args:
            data: the file.
            name: its name, for messages.
            wishes: what is said of it besides.
            following: the file of the pages after the first with its name, where the wishes name one.

        Raises:
            LetterheadError: when it is no file that can be used.
            UnsupportedFeature: when a Word file holds what cannot be carried to a letter.
        """
        check_size(data, name)
        if kind_of(data) == "word":
            return cls.from_word(data, name, wishes)
        from taahodname.letterhead.sheets import read_sheets

        return cls._from_sheets(read_sheets(data, name, wishes or Wishes(), following))

    @classmethod
    def _from_sheets(cls, sheets: Artwork) -> Self:
        from taahodname.letterhead.slots import filled

        marked = dataclasses.replace(
            prepare(sheets.docx, "letterhead.docx"), feet=MappingProxyType(sheets.feet)
        )
        later = sheets.following
        return cls(
            "pdf" if sheets.first.kind == "pdf" else "picture",
            filled(marked, {}),
            sheets.notes,
            artwork=MappingProxyType(dict(sheets.pages)),
            blanks=marked if sheets.slots else None,
            fields=tuple(slot.name for slot in sheets.slots),
            slots=sheets.slots,
            first=sheets.first.area,
            following=None if later is None else later.area,
            sheets=tuple(sheet.facts for sheet in (sheets.first, later) if sheet is not None),
        )

    @classmethod
    def generated(cls, company: CompanyLines, logo: bytes | None = None, logo_name: str = "logo") -> Self:
        """Return a letterhead made from what is known of the company.

        Args:
            company: what it says.
            logo: a PNG or JPEG file.
            logo_name: its name, for messages.

        Raises:
            LetterheadError: when the logo is no picture that can be used.
        """
        from taahodname.letterhead.generated import generated_material
        from taahodname.letterhead.logo import load_logo

        picture = None if logo is None else load_logo(logo, logo_name)
        return cls("generated", generated_material(company, picture))

    @classmethod
    def preprinted(cls, head: Mm, foot: Mm) -> Self:
        """Return the room that preprinted paper needs.

        Args:
            head: the height to leave free above, in millimetres.
            foot: the height to leave free below.

        Raises:
            LetterheadError: when they leave no room for a letter.
        """
        from taahodname.letterhead.preprinted import preprinted_sheet

        return cls("preprinted", prepare(preprinted_sheet(head, foot), "letterhead.docx"))

    @classmethod
    def _on_preprinted(cls, wishes: Wishes) -> Self:
        """Return preprinted paper as a profile describes it."""
        head, foot = wishes.head, wishes.foot
        if not wishes.of_sheets and not wishes.of_sides:
            return cls.preprinted(HEAD if head is None else head, FOOT if foot is None else foot)
        from taahodname.letterhead.sheets import preprinted_sheets

        made = replace(cls._from_sheets(preprinted_sheets(wishes, HEAD, FOOT)), kind="preprinted", sheets=())
        if wishes.following and wishes.following.lower() not in (SAME, BLANK):
            return replace(made, warnings=(*made.warnings, unused(["following"])))
        return made

    def _without(self, wishes: Wishes) -> Self:
        """Return the letterhead with a warning on the wishes that mean nothing for it."""
        keys = (*wishes.of_sheets, *wishes.of_sides, *wishes.of_heights)
        return replace(self, warnings=(*self.warnings, unused(keys))) if keys else self

    @classmethod
    def none(cls) -> Self:
        """Return no letterhead at all, for a draft of a profile that chose none yet; a warning says so."""
        from taahodname.letterhead.preprinted import preprinted_sheet

        return cls("none", prepare(preprinted_sheet(Mm(0), Mm(0)), "letterhead.docx"), (NONE,))

    @classmethod
    def from_profile(cls, profile: Profile) -> Self:
        """Return the letterhead a profile asks for; its files are read now and never again.

        One that was read before, with the same options, is not made anew.

        Args:
            profile: the client's profile, in its clean form.

        Raises:
            LetterheadError: when a file is missing or cannot be used.
            UnsupportedFeature: when the company's own holds what cannot be carried to a letter.
        """
        options = profile.letterhead_options
        if options is None:
            return cls.none()
        if options.kind == "preprinted":
            return cls._on_preprinted(Wishes.of(options))
        if options.kind == "generated":
            from taahodname.letterhead.lines import company_lines

            logo = None if not options.logo else read_file(profile.resolve(options.logo))
            made = cls.generated(company_lines(profile.company), logo, options.logo or "")
            return made._without(Wishes.of(options))
        if not options.file:
            return cls.none()
        path = profile.resolve(options.file)
        wishes = Wishes.of(options)
        after = wishes.following_file
        following = None
        if after is not None:
            later = profile.resolve(after)
            following = (read_file(later), later.name)
        given = read_file(path), path.name, wishes, following
        return kept(given, lambda: cls.from_file(*given))
