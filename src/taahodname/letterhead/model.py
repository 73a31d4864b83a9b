"""The letterhead: one object for several kinds, made once and put on any number of letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Self

from taahodname.errors import LetterheadError, UnsupportedFeature, WordFileError
from taahodname.letterhead.files import check_word_file, read_file
from taahodname.letterhead.generated import CompanyLines, generated_package
from taahodname.letterhead.lines import company_lines
from taahodname.letterhead.logo import load_logo
from taahodname.letterhead.preprinted import preprinted_sheet
from taahodname.profile import Profile
from taahodname.units import Mm
from taahodname.word.graft import Material, join, prepare, prepare_package
from taahodname.word.markup import own_text, parse, shorten
from taahodname.word.names import qn
from taahodname.word.notes import BLANK, NONE, PAPER_SIZE, Note
from taahodname.word.tags import has_tag

Kind = Literal["file", "generated", "preprinted", "none"]

_A4 = (11906, 16838)
_ROUNDING = 120


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a letter is set on; safe to use from many threads at once.

    Attributes:
        kind: how it came about.
        material: what it puts on each letter.
        warnings: what is to be told of it.
    """

    kind: Kind
    material: Material
    warnings: tuple[Note, ...] = ()

    def apply(self, docx: bytes) -> bytes:
        """Return a letter on this letterhead; the same letter gives the same bytes.

        Args:
            docx: the letter, a Word file.

        Raises:
            WordFileError: when the letter cannot be opened safely.
        """
        return docx if self.kind == "none" else join(docx, self.material)

    @property
    def grafted(self) -> Material | None:
        """What `apply` puts on a letter, where it does nothing else; None where it does more, or nothing."""
        return None if self.kind == "none" else self.material

    @classmethod
    def from_word(cls, data: bytes, name: str) -> Self:
        """Return a company's own letterhead.

        Args:
            data: a .docx or .dotx file.
            name: its name, for messages.

        Raises:
            LetterheadError: when it is no Word file that can be used.
            UnsupportedFeature: when it holds what cannot be carried to a letter.
        """
        check_word_file(data, name)
        try:
            material = prepare(data, name)
        except UnsupportedFeature:
            raise
        except WordFileError as error:
            raise LetterheadError(error.message, error.message_en) from error
        _refuse_tags(material, name)
        return cls("file", material, (*material.notes, *_oddities(material)))

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
        picture = None if logo is None else load_logo(logo, logo_name)
        return cls("generated", prepare_package(generated_package(company, picture)))

    @classmethod
    def preprinted(cls, head: Mm, foot: Mm) -> Self:
        """Return the room that preprinted paper needs.

        Args:
            head: the height to leave free above, in millimetres.
            foot: the height to leave free below.

        Raises:
            LetterheadError: when they leave no room for a letter.
        """
        return cls("preprinted", prepare(preprinted_sheet(head, foot), "letterhead.docx"))

    @classmethod
    def none(cls) -> Self:
        """Return no letterhead at all, for a draft of a profile that chose none yet; a warning says so."""
        return cls("none", prepare(preprinted_sheet(Mm(0), Mm(0)), "letterhead.docx"), (NONE,))

    @classmethod
    def from_profile(cls, profile: Profile) -> Self:
        """Return the letterhead a profile asks for; its files are read now and never again.

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
            return cls.preprinted(Mm(options.head_mm), Mm(options.foot_mm))
        if options.kind == "generated":
            logo = None if not options.logo else read_file(profile.resolve(options.logo))
            return cls.generated(company_lines(profile.company), logo, options.logo or "")
        if not options.file:
            return cls.none()
        path = profile.resolve(options.file)
        return cls.from_word(read_file(path), path.name)


def _texts(material: Material) -> Iterator[str]:
    stories = [*material.headers.values(), *material.footers.values()]
    if material.opening is not None:
        stories.append(material.opening)
    for story in stories:
        for paragraph in parse(story.xml, "letterhead").iter(qn("w:p")):
            yield own_text(paragraph)


def _refuse_tags(material: Material, name: str) -> None:
    for text in _texts(material):
        if has_tag(text):
            near = shorten(text)
            raise LetterheadError(
                f"سربرگ «{name}» برچسب پرنشده دارد: «{near}». متن واقعی را به جای آن بنویسید.",
                f"the letterhead {name} holds a tag that is not filled: {near!r}; write the real text",
            )


def _oddities(material: Material) -> Iterator[Note]:
    if not material.headers and not material.footers and material.opening is None:
        yield BLANK
    size = material.page.size
    sides = (size.get(qn("w:w"), _A4[0]), size.get(qn("w:h"), _A4[1]))
    if any(abs(float(side) - right) > _ROUNDING for side, right in zip(sides, _A4, strict=True)):
        yield PAPER_SIZE
