"""What the preflight asks of a paper on somebody else's form, which has no bookmarks of ours to go by."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from taahodname.documents.undertaking import Undertaking
from taahodname.dossier.reading import DocxText
from taahodname.errors import PreflightError
from taahodname.findings import Severity
from taahodname.persian.digits import to_ascii
from taahodname.persian.isolation import strip_controls
from taahodname.profile.labels import label
from taahodname.rules import CheckedProfile
from taahodname.word import package as packages
from taahodname.word.markup import own_text
from taahodname.word.notes import Note

if TYPE_CHECKING:
    from taahodname.forms.needs import Need

_GIVEN = ("letter.number", "letter.date", "letter.attachments", "letter.addressee", "representative.position")
"""What a client may give beyond what the rules ask for; a form that does not print it drops it."""

_TATWEEL = "\u0640"  # LibreOffice stretches words where it justifies
_TOLERANCE = 0.02
"""The share of letters that LibreOffice's text layer may turn round or lose (measured: under 0.01)."""


def plain(text: str) -> str:
    """Return a text without marks of direction and with single spaces, to be searched for and in."""
    return " ".join(strip_controls(text).split())


def inspect_values(word: DocxText, undertaking: Undertaking, checked: CheckedProfile) -> Iterator[Note]:
    """Yield a note for what a form does not print of what the client gave.

    Args:
        word: the finished letter.
        undertaking: what it was filled with.
        checked: the profile.

    Raises:
        PreflightError: when it is something that the line's operator asks for; all of it is named.
    """
    from taahodname.forms.needs import needs

    text = plain(word.body)
    lost = [need for need in needs(checked.line) if not _printed(need, undertaking.values, text)]
    grave = [need for need in lost if need.severity is Severity.ERROR]
    if grave:
        raise PreflightError(
            "این مقدارها در تعهدنامه چاپ نشد: "
            + "، ".join(f"«{need.label.fa}»" for need in grave)
            + ". برچسب هر یک را در متن فرم بگذارید؛ فرمان template check می‌گوید کدام برچسب.",
            "the form does not print: "
            + ", ".join(need.label.en for need in grave)
            + "; put their tags into its text, as the command template check tells",
        )
    names = [need.label for need in lost]
    # A letterhead may print the number and the date of a letter in its head.
    seen = f"{text} {plain(word.of_page(1))}"
    names += [
        label(path)
        for path in _given(checked)
        if not _stands_in(plain(_leaf(undertaking.values, path)), seen)
    ]
    if names:
        yield Note(
            "form.unprinted",
            "فرم این‌ها را چاپ نمی‌کند: "
            + "، ".join(f"«{one.fa}»" for one in names)
            + "؛ اگر باید باشند، برچسبشان را "
            "در فرم بگذارید.",
            "the form does not print: "
            + ", ".join(one.en for one in names)
            + "; put their tags in if they matter",
        )


def _given(checked: CheckedProfile) -> Iterator[str]:
    profile = checked.profile
    for path in _GIVEN:
        head, _, name = path.partition(".")
        if getattr(getattr(profile, head), name, None):
            yield path


def _leaf(values: Mapping[str, Any], path: str) -> str:
    head, _, name = path.partition(".")
    return str(values[head][name])


def _printed(need: Need, values: Mapping[str, Any], text: str) -> bool:
    """Tell whether each value of a need stands in a text, in one of the shapes that its tags give it."""
    shapes = [[plain(value) for value in _found(values, tag.split("."))] for tag in need.tags]
    each = [[value for value in one if value] for one in shapes]
    return any(all(_stands_in(value, text) for value in one) for one in each)


def _stands_in(value: str, text: str) -> bool:
    """Tell whether a value stands in a text, and not as part of a longer number."""
    if not value:
        return True
    before = r"(?<!\d)" if value[0].isdigit() else ""
    after = r"(?!\d)" if value[-1].isdigit() else ""
    return re.search(f"{before}{re.escape(value)}{after}", text) is not None


def _found(values: Any, path: Sequence[str]) -> list[str]:
    if not path:
        return [values] if isinstance(values, str) else []
    head, *rest = path
    if head == "*":
        return [found for item in values for found in _found(item, rest)]
    return _found(values[head], rest) if isinstance(values, Mapping) and head in values else []


def names_company(text: str, undertaking: Undertaking) -> bool:
    """Tell whether a text holds the company's registered name."""
    return plain(str(undertaking.values["company"]["name"])) in plain(text)


def clause_text(undertaking: Undertaking) -> str | None:
    """Return the words of the third clause of a finished letter; None where it cannot be told."""
    from taahodname.forms.clause import clause_three

    found = clause_three(packages.read(undertaking.docx, "undertaking.docx"))
    return None if found is None else "\n".join(own_text(one) for one in found.paragraphs)


CLAUSE_UNFOUND = Note(
    "form.clause-3",
    "بند سوم در این فرم پیدا نشد؛ پیش از امضا ببینید که نام شرکت در بند سوم (در خط ۱۰۰۰، در صفحهٔ نخست) "
    "آمده باشد.",
    "the third clause was not found in this form; see before signing that it names the company (for 1000, on "
    "the first page)",
)
CLAUSE_PAGE = Note(
    "form.clause-3-page",
    "صفحه‌بندی را LibreOffice کرده است؛ پیش از امضا ببینید که بند سوم با نام شرکت در صفحهٔ نخست باشد.",
    "LibreOffice made the pages; see before signing that the third clause with the company's name is on "
    "page 1",
)
BOX_UNFOUND = Note(
    "form.empty-box",
    "جای امضا و مهر نماینده در این فرم نشان‌گذاری نشده است؛ پیش از تحویل ببینید که خالی مانده باشد.",
    "the place of the representative's signature and stamp is not marked in this form; see that it stays "
    "empty",
)


def office_note(undertaking: Undertaking) -> Iterator[Note]:
    """Yield what is to be told where LibreOffice made the PDF, and for which feature."""
    refused = undertaking.refused
    if refused is not None:
        yield Note(
            "office.pdf",
            f"PDF تعهدنامه را LibreOffice ساخت، چون برنامه «{refused.feature}» را نمی‌خواند "
            f"({refused.part})؛ صفحه‌ها را "
            "پیش از چاپ ببینید. قلم‌ها در فایل Word جاسازی نشد.",
            f"LibreOffice made the PDF of the undertaking, as {refused.feature} is not read "
            f"({refused.part}); look "
            "at its pages before printing. No fonts were put into the Word file",
        )


def same_letters(word: DocxText, pages: Sequence[str], line: str) -> None:
    """Compare the letters and digits of the DOCX with those of a PDF that LibreOffice made.

    Its text layer turns ligatures round and cuts words, so words cannot be compared, but letters can. Digits
    must all be there; numbers of pages and clauses may be added.

    Raises:
        PreflightError: when more letters differ than that explains, or a digit is missing.
    """
    said = word.body + "".join(word.of_page(number) for number in range(1, len(pages) + 1))
    wanted, found = Counter(_signs(said)), Counter(_signs("".join(pages)))
    letters = {sign for sign in (*wanted, *found) if sign.isalpha()}
    lost = sum(abs(wanted[sign] - found[sign]) for sign in letters)
    digits = sum((wanted - found)[sign] for sign in wanted if sign.isdigit())
    if digits or lost > _TOLERANCE * max(wanted.total(), 1):
        raise PreflightError(
            f"PDFی که LibreOffice برای خط {line} ساخت با فایل Word یکسان نیست و بیرون داده نشد ({lost} حرف و "
            f"{digits} رقم)؛ آنچه را برنامه نمی‌خواند از فرم بردارید.",
            f"the PDF that LibreOffice made for line {line} differs from the DOCX ({lost} letters, {digits} "
            "digits) and was withheld; take out of the form what cannot be read",
        )


def _signs(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", to_ascii(text))
    return (sign for sign in plain if (sign.isalpha() and sign != _TATWEEL) or sign.isdigit())
