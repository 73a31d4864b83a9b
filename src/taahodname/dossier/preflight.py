"""Preflight: the finished files are read back, and what does not say what it must is withheld."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any, NoReturn

from taahodname.documents.undertaking import (
    DOCX_NAME,
    EMPTY_BOX_LINES,
    EMPTY_REPRESENTATIVE,
    Undertaking,
    template,
)
from taahodname.documents.values import GAP_END, GAP_START, context
from taahodname.dossier import foreign
from taahodname.dossier.ownership import codes_in, inspect_codes, own_codes
from taahodname.dossier.pdfium_text import Box, PdfText
from taahodname.dossier.reading import (
    DocxText,
    difference,
    docx_text,
    own_pdf_text,
    pdf_text,
    pieces,
)
from taahodname.dossier.small_pages import shows_pages
from taahodname.errors import CheckFailed, PreflightError
from taahodname.paper.blocks import Block, Document, Table
from taahodname.paper.walk import paragraphs
from taahodname.persian.counters import counted
from taahodname.persian.isolation import strip_controls
from taahodname.rules import CheckedProfile, clause_three_finding
from taahodname.typeset import Place
from taahodname.typeset.pieces import PageNumbers
from taahodname.word.notes import Note

CLAUSE_THREE = "clause_3"
_TAG_SIGNS = ("{{", "}}", "{%", "%}")
_MOST_SHOWN = 5
_OWN_WAYS = ("decimal", "upperRoman", "lowerRoman")  # those that a field's own switch asks for
_BOX_EDGE = 1.0  # points; the ruled line of a box is not in it


def asked(undertaking: Undertaking, checked: CheckedProfile) -> tuple[Box, ...]:
    """Return the rectangles of an undertaking's PDF whose text is asked for: the box that stays empty."""
    empty = undertaking.places.get(EMPTY_REPRESENTATIVE) if checked.line in EMPTY_BOX_LINES else None
    return () if empty is None else (_inside(empty),)


def inspect(
    undertaking: Undertaking,
    checked: CheckedProfile,
    own: Set[str] | None = None,
    read: PdfText | None = None,
) -> tuple[Note, ...]:
    """Read an undertaking's two files back and compare them with each other and with the profile.

    Args:
        undertaking: the finished files.
        checked: the profile they were made from.
        own: the codes that may stand there, where they are known already; see `own_numbers`.
        read: the words of the PDF, with those in the rectangles that are `asked` for, where they were read.

    Returns:
        What a person is to see to on somebody else's form: it has no bookmarks to go by, and may print less.

    Raises:
        CheckFailed: when clause 3 does not name the company where the operator demands it.
        PreflightError: when a word is in one file and not in the other, a value of the profile is not on
            paper, clause 3 does not name the company, the box that must stay empty holds something, or a
            tag was left.
    """
    word = docx_text(undertaking.docx)
    boxes = asked(undertaking, checked)
    if undertaking.refused is None:
        read = read or own_pdf_text(undertaking.pdf, boxes)
        _same_words(word, read, undertaking, checked)
    else:
        read = read or pdf_text(undertaking.pdf, boxes)
        foreign.same_letters(word, read.pages, checked.line)
    text = _plain(word.body)
    if undertaking.form is None:
        _all_values(text, word, undertaking.values)
        notes: list[Note] = []
    else:
        notes = list(foreign.inspect_values(word, undertaking, checked))
    _own_codes(word, undertaking, own_numbers(checked, undertaking.form) if own is None else own)
    _no_tags(text, undertaking.values)
    notes += _clause(undertaking, checked)
    if checked.line in EMPTY_BOX_LINES:
        if not boxes and _is_unmarked(undertaking):
            notes.append(foreign.BOX_UNFOUND)
        else:
            _empty_box(undertaking, read)
    return (*foreign.office_note(undertaking), *notes)


def _is_unmarked(undertaking: Undertaking) -> bool:
    """Tell whether the pages may lack the names of their places: a foreign form, or pages by LibreOffice."""
    return undertaking.form is not None or undertaking.refused is not None


def _clause(undertaking: Undertaking, checked: CheckedProfile) -> Iterator[Note]:
    """See to the third clause as far as the form lets it be found; yield what a person must see to."""
    if not _is_unmarked(undertaking):
        _clause_three(undertaking, checked)
        return
    if not checked.facts.clause_three:
        return
    place = undertaking.places.get(CLAUSE_THREE)
    text = foreign.clause_text(undertaking) if place is None else undertaking.texts.get(CLAUSE_THREE, "")
    first_page = checked.facts.clause_three == "first-page"
    if text is None:
        yield foreign.CLAUSE_UNFOUND
    elif not foreign.names_company(text, undertaking) or (place and first_page and place.page != 1):
        _refuse_clause(checked)
    elif place is None and first_page:
        yield foreign.CLAUSE_PAGE


def inspect_sheet(
    data: bytes,
    sheet: Document,
    checked: CheckedProfile,
    shown: bytes | None = None,
    own: Set[str] | None = None,
    read: PdfText | None = None,
) -> None:
    """Read a sheet of ours back: its words are those it was to say, and its codes the client's.

    Args:
        data: the finished PDF.
        sheet: what it was made from.
        checked: the profile it was made from.
        shown: the PDF whose pages it shows in small: read back already, for its words are not read again.
        own: the codes that may stand there, where they are known already; see `own_numbers`.
        read: its words, where they were read.

    Raises:
        PreflightError: when a word is missing or too many, a code is somebody else's, or a page in small is
            not the page.
    """
    said = [one.text for one in paragraphs(sheet.blocks)]
    inspect_codes(sheet.title, "\n".join(said), own_numbers(checked) if own is None else own, ())
    read = read or own_pdf_text(data)
    count = len(read.lines)
    feet = [block for blocks in sheet.footers.values() for block in blocks]
    wanted = [*said, *[one.text for one in paragraphs(feet)] * count]
    missing, extra = difference(wanted, chain.from_iterable(read.lines))
    free = [*_page_numbers(count), *_table_heads(sheet.blocks, count - 1)]
    extra = list((Counter(extra) - Counter(free)).elements())
    if missing or extra:
        raise PreflightError(
            f"«{sheet.title}» آنچه را باید بگوید نمی‌گوید و بیرون داده نشد؛ کم است: {_few(missing)}؛ "
            f"زیاد است: {_few(extra)}. این خطای برنامه است؛ آن را با همین پروفایل گزارش کنید.",
            f"{sheet.title!r} does not say what it must and was withheld; missing: {_few(missing)}; "
            f"too many: {_few(extra)}; please report it",
        )
    if shown is not None and not shows_pages(data, shown):
        raise PreflightError(
            f"صفحه‌هایی که «{sheet.title}» کوچک‌شده نشان می‌دهد، همان صفحه‌های تعهدنامه نیستند؛ این برگه بیرون "
            "داده نشد. این خطای برنامه است؛ آن را با همین پروفایل گزارش کنید.",
            f"the pages that {sheet.title!r} shows in small are not those of the undertaking; "
            "it was withheld; please report it",
        )


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    return chain.from_iterable(pieces(one.text) for one in paragraphs(blocks))


def _table_heads(blocks: Iterable[Block], times: int) -> Iterator[str]:
    """Yield what tables may say again at the top of further pages."""
    for block in blocks:
        if isinstance(block, Table):
            heads = [cell for row in block.rows if row.header for cell in row.cells]
            for _ in range(times):
                yield from (piece for cell in heads for piece in _said(cell.blocks))


def _same_words(word: DocxText, read: PdfText, undertaking: Undertaking, checked: CheckedProfile) -> None:
    """Compare the words of the two files; the PDF repeats head and foot on every page and numbers it."""
    margins = (word.of_page(number) for number in range(1, len(read.lines) + 1))
    missing, extra = difference(chain(word.paragraphs, margins), chain.from_iterable(read.lines))
    pages = () if undertaking.layout is None else undertaking.layout.pages
    numbers = Counter(said for page in pages for said in _said_by_fields(page.numbers))
    extra = list((Counter(extra) - numbers).elements())
    if missing or extra:
        raise PreflightError(
            f"فایل‌های ورد و PDF یکسان نیستند و بیرون داده نشدند؛ در PDF کم است: {_few(missing)}؛ "
            f"زیاد است: {_few(extra)}. این خطای برنامه است؛ آن را با همین پروفایل گزارش کنید.",
            f"the DOCX and the PDF of line {checked.line} differ and were withheld; "
            f"missing in the PDF: {_few(missing)}; too many: {_few(extra)}; please report it",
        )


def _page_numbers(count: int) -> Iterator[str]:
    """Yield what the page-number fields of our own sheets may say, in both kinds of digits."""
    for number in range(1, count + 1):
        yield from _said_by_fields(PageNumbers(number, count, count))


@lru_cache(maxsize=256)
def _said_by_fields(numbers: PageNumbers) -> tuple[str, ...]:
    """Return what the page-number fields of a page may say, as its section counts or by their own switch."""
    found: list[str] = []
    for number in (numbers.page, numbers.pages, numbers.section_pages):
        for way in dict.fromkeys((numbers.way, *_OWN_WAYS)):
            said = counted(number, way)
            found += pieces(said)
            if (persian := counted(number, way, persian=True)) != said:
                found += pieces(persian)
    return tuple(found)


def _few(found: list[str]) -> str:
    shown = "، ".join(f"«{word}»" for word in found[:_MOST_SHOWN])
    return shown + ("…" if len(found) > _MOST_SHOWN else "") if found else "—"


def _all_values(text: str, word: DocxText, values: Mapping[str, Any]) -> None:
    # The letterhead may have lines of its own for the letter's number, date and attachments.
    of_letter = f"{text} {_plain(word.of_page(1))}"
    for name, value in _leaves(values):
        if name in _NOT_PRINTED or not value:
            continue
        said = of_letter if name.startswith("letter.") else text
        # What is there as it stands is there without its marks of direction, too.
        if value not in said and _plain(value) not in said:
            raise PreflightError(
                f"مقدار «{name}» در متن تعهدنامه چاپ نشده است. برچسب آن را به قالب ورد بازگردانید.",
                f"the value {name} is not printed in the undertaking; put its tag back into the template",
            )


# What the forms print in another shape or only where it is asked for.
_NOT_PRINTED = frozenset({"company.name", "guarantee.payee", "line.type"}) | {
    f"{person}.{name}" for person in ("ceo", "representative") for name in ("first_name", "last_name")
}


def _own_codes(word: DocxText, undertaking: Undertaking, own: Set[str]) -> None:
    values = undertaking.values
    people = (values["ceo"]["national_code"], values["representative"]["national_code"])
    needed = [values["company"]["national_id"], *people, *(line["number"] for line in values["lines"])]
    inspect_codes(DOCX_NAME, word.body, own, needed)


def own_numbers(
    checked: CheckedProfile, form: bytes | None = None, values: Mapping[str, Any] | None = None
) -> set[str]:
    """Return the codes that may stand on a client's papers: his own, the template's and the operator's.

    Args:
        checked: his profile.
        form: the form of the undertaking, where it is not our own template.
        values: what papers print of the profile, where that is known already; see `values.context`.
    """
    note = checked.facts.guarantee
    # A draft's guide tells the findings, some with a number as an example.
    said = (finding.message for finding in checked.report.findings)
    told = (note.payee, note.several, *dict(note.write).values(), *said)
    return own_codes({"values": values or context(checked), "told": told}) | _template_codes(
        template(checked.line) if form is None else form
    )


@lru_cache(maxsize=16)
def _template_codes(source: bytes) -> set[str]:
    return codes_in(docx_text(source).body)


def _leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{name}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner, name)


def _plain(text: str) -> str:
    text = text.replace(GAP_START, "[").replace(GAP_END, "]")  # as a draft prints them
    return " ".join(strip_controls(text).split())


def _no_tags(text: str, values: Mapping[str, Any]) -> None:
    if not any(sign in text for sign in _TAG_SIGNS):
        return
    # What a client wrote with braces in it is his text, wherever the form prints it.
    own = {_plain(value) for _, value in _leaves(values) if any(sign in value for sign in _TAG_SIGNS)}
    for value in sorted(own, key=len, reverse=True):
        text = text.replace(value, "")
    sign = next((sign for sign in _TAG_SIGNS if sign in text), None)
    if sign is not None:
        raise PreflightError(
            f"برچسبی از قالب ({sign}) پرنشده در متن مانده است؛ قالب ورد را اصلاح کنید.",
            f"a tag of the template ({sign}) is left in the text; mend the Word template",
        )


def _clause_three(undertaking: Undertaking, checked: CheckedProfile) -> None:
    place = undertaking.places.get(CLAUSE_THREE)
    name = _plain(str(undertaking.values["company"]["legal_name"]))
    named = place is not None and name in _plain(undertaking.texts.get(CLAUSE_THREE, ""))
    first_page = checked.facts.clause_three == "first-page"
    if named and place is not None and (place.page == 1 or not first_page):
        return
    _refuse_clause(checked)


def _refuse_clause(checked: CheckedProfile) -> NoReturn:
    finding = clause_three_finding(checked.profile, checked.facts)
    if finding is not None:
        found = (finding, *checked.report.findings)
        raise CheckFailed(replace(checked.report, findings=found))
    raise PreflightError(
        "نام کامل شرکت در بند سوم تعهدنامه نیست. در قالب ورد، نشانک clause_3 و برچسب نام شرکت را "
        "به بند ۳ بازگردانید.",
        f"clause 3 of the undertaking for {checked.line} does not name the company; put the bookmark "
        "clause_3 and the tag of the company's name back into it",
    )


def _inside(place: Place) -> Box:
    """Return a ruled box without its lines."""
    left, top = place.x + _BOX_EDGE, place.y + _BOX_EDGE
    right, bottom = place.x + place.width - _BOX_EDGE, place.y + place.height - _BOX_EDGE
    return Box(place.page, left, top, right, bottom)


def _empty_box(undertaking: Undertaking, read: PdfText) -> None:
    if not read.within:
        raise PreflightError(
            "خانهٔ خالی «امضا و مهر نماینده» در قالب ورد نیست؛ نشانک empty_representative را بازگردانید.",
            "the empty box «امضا و مهر نماینده» is not in the template; put its bookmark back",
        )
    text = undertaking.texts.get(EMPTY_REPRESENTATIVE, "") + "".join(read.within)
    if text.strip():
        raise PreflightError(
            "خانهٔ «امضا و مهر نماینده» در فرم ۱۰۰۰ باید خالی بماند و خالی نیست؛ قالب ورد را اصلاح کنید.",
            "the box «امضا و مهر نماینده» of the 1000 form must stay empty and is not; mend the template",
        )
