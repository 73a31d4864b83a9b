"""The undertaking (تعهدنامه): the line's Word template filled, set on the letterhead, and typeset."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct, field

from taahodname import resources
from taahodname.documents.values import Values, context
from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Document
from taahodname.paper.walk import families, named_texts, styles
from taahodname.persian.digits import to_persian
from taahodname.rules import CheckedProfile
from taahodname.typeset import FontBook, Layout, Place, Substitution, typeset
from taahodname.word.families import named_families
from taahodname.word.fill import fill
from taahodname.word.finish import Properties, finish
from taahodname.word.graft import Material
from taahodname.word.package import read as open_package
from taahodname.word.press import Printed, is_asked_again, print_letter, print_once
from taahodname.word.read import read_package
from taahodname.word.watermark import watermark

if TYPE_CHECKING:
    from taahodname.typeset.imported import ImportedPage
    from taahodname.word.embed_fonts import Embedded, LeftOut, Slot

DOCX_NAME = "undertaking.docx"
PDF_NAME = "undertaking.pdf"
BODY_FAMILY = "Vazirmatn"
"""The family the templates are set in; `font` puts another in its place."""

SIGN_CEO = "sign_ceo"
SIGN_REPRESENTATIVE = "sign_representative"
SIGN_SIGNATORY = "sign_signatory"
EMPTY_REPRESENTATIVE = "empty_representative"
EMPTY_BOX_LINES = ("1000",)
"""Lines on whose form the place of the representative's signature stays empty (service-lines 1000.7)."""

_WATERMARK = "پیش‌نویس"

Office = Callable[[bytes], tuple[bytes, int]]
"""Makes a PDF of a Word file that our reader refuses, and counts its pages."""


class OnLetterhead(Protocol):
    """What sets a letter on a letterhead."""

    @property
    def artwork(self) -> Mapping[str, ImportedPage]:
        """Pages that the PDF draws in place of pictures, by the SHA-256 of the picture's file."""

    def apply(self, docx: bytes, letter: Mapping[str, str] | None = None) -> bytes:
        """Return the letter on the letterhead, its number, date and attachments on the letterhead's lines."""

    @property
    def grafted(self) -> Material | None:
        """What `apply` puts on a letter, where it does nothing else."""


class Undertaking(Struct, frozen=True):
    """A finished undertaking.

    Attributes:
        docx, pdf: the two files, with the same words.
        values: what the template was filled with.
        layout: the pages of the PDF as they were laid out; None where LibreOffice made it.
        pages: how many there are.
        texts: what those places say.
        substitutions: fonts that were asked for and not at hand.
        left_out: fonts that were to be put into the DOCX and may not be.
        form: the form it is set on, where it is not our own template.
        refused: what our reader refused, where LibreOffice made the PDF for it.
    """

    docx: bytes
    pdf: bytes
    values: Mapping[str, Any]
    layout: Layout | None
    pages: int
    texts: Mapping[str, str] = field(default_factory=dict)
    substitutions: tuple[Substitution, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    form: bytes | None = None
    refused: UnsupportedFeature | None = None

    @property
    def places(self) -> Mapping[str, Place]:
        """Where clause 3 and the signature boxes stand on the pages of the PDF, as far as it is known."""
        return {} if self.layout is None else self.layout.places


@cache
def template(line: str) -> bytes:
    """Return the Word template of a line, read once."""
    return (resources.templates_dir() / f"undertaking-{line}.docx").read_bytes()


def compose(
    checked: CheckedProfile,
    letterhead: OnLetterhead,
    fonts: FontBook,
    *,
    font: str | None = None,
    embed_fonts: bool = False,
    form: bytes | None = None,
    office: Office | None = None,
    values: Values | None = None,
) -> Undertaking:
    """Return the undertaking of a checked profile as DOCX and PDF.

    Args:
        checked: the profile, checked for one line.
        letterhead: what the letter is set on.
        fonts: the faces at hand.
        font: the family to set the letter in, instead of the templates' own.
        embed_fonts: put the fonts that are at hand into the DOCX, where their licence bits allow it; not
            where LibreOffice makes the PDF, as nobody then knows which faces the letter is set in.
        form: a form to fill instead of our own template of the line.
        office: makes the PDF where our reader refuses the letter by name.
        values: what papers print of the profile, where that is known already; see `values.context`.

    Raises:
        TemplateError: when the template asks for what there is not.
        WordFileError: when the template or the letterhead cannot be opened, or holds what cannot be read.
        FontError: when no font at hand has a character of the letter.
    """
    values = values or context(checked)
    source = template(checked.line) if form is None else form
    properties = Properties(
        title=f"تعهدنامه تعریف شماره خدماتی، خط {to_persian(checked.line)}",
        author=values["company"]["legal_name"],
        date=checked.date.to_gregorian(),
    )
    letter = _letter(checked, source, values, letterhead, properties, _families(source, form, font))
    try:
        document = read_package(letter.package)
    except UnsupportedFeature as refused:
        if office is None:
            raise
        pdf, pages = office(letter.data)
        return Undertaking(letter.data, pdf, values, None, pages, form=form, refused=refused)
    result = typeset(document, fonts, letterhead.artwork)
    missing = (fonts.substitution(family) for family in families(document))
    carried = _carrying(letter.data, document, fonts) if embed_fonts else None
    return Undertaking(
        letter.data if carried is None else carried.data,
        result.data,
        values,
        result.layout,
        len(result.layout.pages),
        named_texts(document.blocks),
        tuple(one for one in missing if one is not None),
        () if carried is None else carried.left_out,
        form,
    )


def _letter(
    checked: CheckedProfile,
    source: bytes,
    values: Mapping[str, Any],
    letterhead: OnLetterhead,
    properties: Properties,
    fonts: Mapping[str, str] | None,
) -> Printed:
    """Return the finished letter: from a form where that can be, else step by step."""
    material = letterhead.grafted
    if material is not None and not checked.draft:
        again = is_asked_again(source, material)
        printed = print_letter(source, values, material, properties, fonts=fonts) if again else None
        return printed or print_once(source, values, material, properties, fonts=fonts)
    docx = letterhead.apply(fill(source, values, draft=checked.draft), values["letter"])
    if checked.draft:
        docx = watermark(docx, _WATERMARK)
    docx = finish(docx, properties, draft=checked.draft, fonts=fonts)
    return Printed(docx, open_package(docx, DOCX_NAME))


def _families(source: bytes, form: bytes | None, font: str | None) -> dict[str, str] | None:
    """Return which families another is put for: our templates have one, a form names its own."""
    if font is None:
        return None
    return {BODY_FAMILY: font} if form is None else dict.fromkeys(named_families(source), font)


def _carrying(docx: bytes, document: Document, fonts: FontBook) -> Embedded:
    """Return a letter with the faces at hand it is set in, and always the plain one, for later typing."""
    from taahodname.word.embed_fonts import embed, slot

    faces: dict[str, dict[Slot, bytes]] = {}
    looks = {(style.family, style.bold, style.italic) for style in styles(document)}
    looks |= {(family, False, False) for family in families(document)}
    for family, bold, italic in sorted(looks):
        if fonts.substitution(family) is None:
            face = fonts.find(family, bold=bold, italic=italic).face
            faces.setdefault(family, {})[slot(bold=face.bold, italic=face.italic)] = face.data
    return embed(docx, faces)
