"""Tries a form with an invented client of long values: filled, set on paper, read and typeset."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from taahodname.documents.undertaking import compose
from taahodname.errors import TaahodnameError, UnsupportedFeature
from taahodname.findings import Severity
from taahodname.forms.faults import FormFault, Place, place_of
from taahodname.forms.sample import sample
from taahodname.letterhead import Letterhead
from taahodname.office import program
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Mm
from taahodname.word.markup import Element, own_text, serialise, shorten
from taahodname.word.names import qn
from taahodname.word.package import Package

_MOST: Final = 20
"""Features that are named at once; each costs a reading of the form."""
_HEAD, _FOOT = Mm(50), Mm(30)
# What numbers and references that make no sense end in, deep in the reading of a file: not our slip but
# the form's, which is refused by name.
_NONSENSE: Final = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)

Setting = Callable[[bytes], None]


def try_out(package: Package, line: str, *, office: bool) -> list[FormFault]:
    """Return what keeps a form from being filled and typeset; every feature that is not read, at once.

    Args:
        package: the form, its tags found sound.
        line: the line.
        office: LibreOffice may be used for what our reader refuses: it is a warning then.
    """
    found: list[FormFault] = []
    while len(found) < _MOST:
        try:
            _compose(package.to_bytes(), line)
        except UnsupportedFeature as error:
            fault, rest = _unread(package, error, office=office)
            found.append(fault)
            if rest is None:
                return found
            package = rest
        except TaahodnameError as error:
            return [*found, _failed(error)]
        except _NONSENSE as error:
            return [*found, _nonsense(error)]
        else:
            return found
    return found


def _compose(form: bytes, line: str) -> None:
    paper = Letterhead.preprinted(_HEAD, _FOOT)
    compose(sample(line), paper, shipped_book(), form=form)


def _unread(package: Package, error: UnsupportedFeature, *, office: bool) -> tuple[FormFault, Package | None]:
    """Return the fault for a feature that is not read, and the form without it where it can be told apart."""
    root = package.xml(error.part) if error.part in package.parts else None
    paragraph = None if root is None or not error.near else _holder(root, error.near)
    where = Place(error.part, near=error.near) if paragraph is None else place_of(error.part, paragraph)
    fault = _feature(error, where, office=office)
    if root is None or paragraph is None:
        return fault, None
    for child in list(paragraph):
        paragraph.remove(child)
    return fault, package.replace({error.part: serialise(root)})


def _holder(root: Element, near: str) -> Element | None:
    """Return the paragraph that holds given words; a filled one is longer than its form."""
    begin = near.split("…")[0]
    for paragraph in root.iter(qn("w:p")):
        text = shorten(own_text(paragraph))
        if text and (text == near or begin.startswith(text.split("{")[0].strip() or "\0")):
            return paragraph
    return None


def _feature(error: UnsupportedFeature, where: Place, *, office: bool) -> FormFault:
    if office and program() is not None:
        return FormFault(
            "reader-office",
            Severity.WARNING,
            where,
            f"«{error.feature}» را برنامه نمی‌خواند و PDF این فرم با LibreOffice ساخته می‌شود؛ صفحه‌ها را "
            f"ببینید.",
            f"{error.feature} is not read, and the PDF of this form is made by LibreOffice; look at its "
            f"pages",
        )
    there = program() is not None
    return FormFault(
        "reader-unsupported",
        Severity.ERROR,
        where,
        f"«{error.feature}» را برنامه نمی‌خواند؛ آن را در ورد بردارید یا با متن ساده جایگزین کنید"
        + ("، یا با --office کار را به LibreOffice بسپارید." if there else "."),
        f"{error.feature} is not read; remove it in Word or replace it by plain text"
        + (", or leave the PDF to LibreOffice with --office" if there else ""),
    )


def _failed(error: TaahodnameError) -> FormFault:
    return FormFault(
        f"trial-{error.code}",
        Severity.ERROR,
        Place(),
        f"فرم با مقدارهای نمونه ساخته نشد: {error.message}",
        f"the form could not be made with invented values: {error.message_en}",
    )


def _nonsense(error: Exception) -> FormFault:
    name = type(error).__name__
    return FormFault(
        "form-nonsense",
        Severity.ERROR,
        Place(),
        f"فرم اندازه یا ارجاعی دارد که معنا نمی‌دهد ({name})؛ آن را در ورد باز کنید و با نامی تازه ذخیره "
        f"کنید.",
        f"the form holds a size or a reference that makes no sense ({name}); open it in Word and save it "
        f"anew",
    )
