from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
    TextStringObject,
)

import taahodname as tn
from taahodname.errors import LetterheadError
from taahodname.letterhead import Letterhead, pdf_file, vector_content
from taahodname.letterhead.wishes import Wishes
from taahodname.paper.drawings import Box
from taahodname.units import Mm
from taahodname.word.package import read
from tests.builders import profile_with

from .making import NAME, changed, company_pdf, drawn, page, pdf, reader, scan


def codes(letterhead: Letterhead) -> list[str]:
    return [note.code for note in letterhead.warnings]


def made(letterhead: Letterhead, **options: Any) -> tn.Dossier:
    return tn.render(profile_with({}), "3000", letterhead=letterhead, **options)


@pytest.fixture(scope="module")
def company() -> Letterhead:
    return Letterhead.from_file(company_pdf(), "سربرگ.pdf")


@pytest.fixture(scope="module")
def papers(company: Letterhead) -> tn.Dossier:
    return made(company)


# The two outputs -----------------------------------------------------------------------------------


def test_the_pdf_has_the_page_itself_once_and_the_docx_a_small_picture(papers: tn.Dossier) -> None:
    finished = reader(papers["undertaking.pdf"])
    forms: dict[int, list[int]] = {}
    for number, sheet in enumerate(finished.pages):
        for reference in sheet["/Resources"]["/XObject"].values():
            assert reference.get_object()["/Subtype"] == "/Form"
            forms.setdefault(reference.idnum, []).append(number)
    assert sorted(forms.values()) == [[0], list(range(1, len(finished.pages)))]
    package = read(papers["undertaking.docx"], "x")
    pictures = [data for name, data in package.parts.items() if "/media/" in name]
    assert len(pictures) == 2
    assert sum(map(len, pictures)) < 150_000
    assert b'behindDoc="1"' in package.parts["word/letterhead-header-first.xml"]
    assert "سربرگ شرکت" in package.parts["word/letterhead-header-first.xml"].decode()


def test_the_words_of_the_artwork_stay_words_and_do_not_fail_the_reading_back(papers: tn.Dossier) -> None:
    text = reader(papers["undertaking.pdf"]).pages[0].extract_text()
    assert "شرکت" in text
    document = pypdfium2.PdfDocument(papers["undertaking.pdf"])
    assert NAME.split()[0] in document[0].get_textpage().get_text_range()


def test_the_artwork_is_an_artifact(papers: tn.Dossier) -> None:
    content = reader(papers["undertaking.pdf"]).pages[0].get_contents().get_data().decode("latin-1")
    before = content[: re.search(r"/\S+ Do", content).start()]  # type: ignore[union-attr]
    assert re.findall(r"/(\w+) <<[^>]*>> BDC", before)[-1] == "Artifact"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_page_and_picture_look_the_same_however_the_page_is_turned(turned: int) -> None:
    def turn(writer: PdfWriter) -> None:
        writer.pages[0].cropbox = RectangleObject((20, 40, 575, 825))
        writer.pages[0].rotate(turned)

    letterhead = Letterhead.from_file(changed(company_pdf(second=False), turn), "a.pdf", Wishes(head=Mm(60)))
    papers = made(letterhead, only={"undertaking.docx", "undertaking.pdf"})
    package = read(papers["undertaking.docx"], "x")
    (picture,) = (data for name, data in package.parts.items() if "/media/" in name)
    from PIL import Image, ImageChops

    shown = Image.open(BytesIO(picture)).convert("L").resize((210, 297))
    document = pypdfium2.PdfDocument(papers["undertaking.pdf"])
    page = document[0]
    for one in list(page.get_objects(max_depth=1)):
        if one.type != pypdfium2.raw.FPDF_PAGEOBJ_FORM:
            page.remove_obj(one)
    drawn_page = page.render(scale=2).to_pil().convert("L").resize((210, 297))
    off = ImageChops.difference(shown, drawn_page).histogram()
    assert sum(off[60:]) < 0.01 * 210 * 297
    assert min(shown.getextrema()) < 200


# PDF/A ---------------------------------------------------------------------------------------------


def claims(data: bytes) -> bool:
    return b"pdfaid:part" in reader(data).trailer["/Root"]["/Metadata"].get_data()


def spot(canvas: Any) -> None:
    from reportlab.lib.colors import PCMYKColorSep

    canvas.setFillColor(PCMYKColorSep(100, 60, 0, 0, spotName="PANTONE 1"))
    canvas.rect(0, 0, 400, 30, stroke=0, fill=1)


@pytest.mark.parametrize(
    ("draw", "said"),
    [
        (None, ""),
        (lambda canvas: canvas.setFillColorCMYK(1, 0.6, 0, 0.2) or canvas.rect(0, 0, 500, 30, fill=1), ""),
        (lambda canvas: canvas.setFillAlpha(0.4) or canvas.rect(0, 0, 500, 30, fill=1), ""),
        (lambda canvas: canvas.drawString(60, 810, "Helvetica is not embedded"), "قلم"),
        (spot, "CMYK"),
    ],
)
def test_the_claim_of_pdf_a_is_made_only_where_the_page_holds_it(
    draw: Callable[[Any], None] | None, said: str
) -> None:
    letterhead = Letterhead.from_file(drawn(draw), "a.pdf")
    told = [note.message for note in letterhead.warnings if note.code == "letterhead.not-archival"]
    assert bool(told) == bool(said)
    assert said in "".join(told)
    assert claims(made(letterhead, only={"undertaking.pdf"})["undertaking.pdf"]) == (not said)
    assert "letterhead.as-picture" not in codes(letterhead)


def test_printing_inks_have_the_colours_of_the_picture() -> None:
    data = drawn(lambda canvas: canvas.setFillColorCMYK(1, 0, 0, 0) or canvas.rect(0, 0, 600, 40, fill=1))
    (form,) = (
        reference.get_object()
        for reference in reader(
            made(Letterhead.from_file(data, "a.pdf"), only={"undertaking.pdf"})["undertaking.pdf"]
        )
        .pages[0]["/Resources"]["/XObject"]
        .values()
    )
    operators = form.get_data()
    assert b" k\n" not in operators
    red, green, blue = (float(part) for part in re.findall(rb"([\d. ]+) rg", operators)[-1].split())
    assert (red, green, blue) == pytest.approx((0, 0.68, 0.94), abs=0.03)


def test_a_page_with_hidden_layers_becomes_a_picture_and_says_so() -> None:
    def hide(writer: PdfWriter) -> None:
        layer = writer._add_object(
            DictionaryObject(
                {NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("x")}
            )
        )
        shown = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
        writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
            {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): shown}
        )

    letterhead = Letterhead.from_file(changed(drawn(), hide), "a.pdf")
    assert codes(letterhead) == ["letterhead.as-picture"]
    assert not letterhead.artwork
    finished = made(letterhead, only={"undertaking.pdf"})["undertaking.pdf"]
    assert claims(finished)
    kinds = {
        one.get_object()["/Subtype"] for one in reader(finished).pages[0]["/Resources"]["/XObject"].values()
    }
    assert kinds == {"/Image"}


# Following pages -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("following", "pictures", "head"),
    [("", 2, 20), ("same", 1, None), ("blank", 1, 20), ("page 1", 2, None), ("صفحهٔ ۲", 2, 20)],
)
def test_the_following_pages_are_what_is_asked_for(following: str, pictures: int, head: float | None) -> None:
    letterhead = Letterhead.from_file(company_pdf(), "a.pdf", Wishes(following=following))
    later = letterhead.following
    if head is None:
        assert later is None or later.head == letterhead.first.head  # type: ignore[union-attr]
    else:
        assert later is not None
        assert later.head == head
    shown = [story.xml.count(b"<w:drawing") for story in letterhead.material.headers.values()]
    assert sum(shown) == pictures


def test_another_file_may_follow() -> None:
    letterhead = Letterhead.from_file(
        company_pdf(), "a.pdf", Wishes(following="b.jpg"), (scan(head=0.2), "b.jpg")
    )
    assert [sheet.kind for sheet in letterhead.sheets] == ["pdf", "picture"]
    assert letterhead.following is not None
    assert letterhead.following.head > 60


def test_heights_of_the_following_pages_may_be_given_alone() -> None:
    letterhead = Letterhead.from_file(scan(), "a.jpg", Wishes(next_head=Mm(90)))
    assert letterhead.first is not None
    assert letterhead.following is not None
    assert (letterhead.following.head, letterhead.first.head < 60) == (90, True)


def test_a_page_that_is_not_there_is_told() -> None:
    with pytest.raises(LetterheadError, match="no page 7"):
        Letterhead.from_file(company_pdf(), "a.pdf", Wishes(following="page 7"))


# Strangers' files ----------------------------------------------------------------------------------


def locked(writer: PdfWriter) -> None:
    writer.encrypt("secret", algorithm="RC4-128")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (changed(drawn(), locked), "گذرواژه"),
        (b"%PDF-1.7\n% nothing else", "سالمی نیست"),
        (drawn()[:300], "سالمی نیست"),
        (changed(drawn(), lambda writer: writer.remove_page(0)), "سالمی نیست"),
        (drawn(size=(60, 60)), "میلی‌متر"),
    ],
)
def test_a_pdf_that_cannot_be_used_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(LetterheadError) as caught:
        Letterhead.from_file(data, "سربرگ.pdf")
    assert said in caught.value.message
    assert "سربرگ.pdf" in caught.value.message


@pytest.mark.parametrize(
    ("size", "code"),
    [
        ((841.89, 595.276), "letterhead.landscape"),
        ((612, 792), "letterhead.not-a4"),
        ((419.5, 595.3), "letterhead.not-a4"),
        ((14000, 14000 * 297 / 210), "letterhead.not-a4"),
        ((595.276, 841.89), None),
    ],
)
def test_another_size_is_scaled_and_told(size: tuple[float, float], code: str | None) -> None:
    assert codes(Letterhead.from_file(drawn(size=size), "a.pdf")) == ([code] if code else [])


def test_a_printer_s_file_is_trimmed_to_its_sheet() -> None:
    def marks(writer: PdfWriter) -> None:
        writer.pages[0].trimbox = RectangleObject((20, 20, 20 + 595.276, 20 + 841.89))

    letterhead = Letterhead.from_file(changed(drawn(size=(635.3, 881.9)), marks), "a.pdf")
    assert codes(letterhead) == []
    assert letterhead.sheets[0].width == pytest.approx(210, abs=0.1)


def test_notes_that_would_be_seen_are_told() -> None:
    def note(writer: PdfWriter) -> None:
        square = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Square"),
                NameObject("/Rect"): RectangleObject((100, 300, 300, 400)),
                NameObject("/C"): ArrayObject([FloatObject(1), FloatObject(0), FloatObject(0)]),
                NameObject("/IC"): ArrayObject([FloatObject(1), FloatObject(0), FloatObject(0)]),
            }
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(square)])

    assert codes(Letterhead.from_file(changed(drawn(), note), "a.pdf")) == ["letterhead.notes-lost"]


def test_scripts_and_actions_stay_behind() -> None:
    def script(writer: PdfWriter) -> None:
        action = {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.beep()"),
        }
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
        writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): DictionaryObject(action)})

    data = changed(drawn(), script)
    assert b"JavaScript" in data
    letterhead = Letterhead.from_file(data, "a.pdf")
    assert b"JavaScript" not in made(letterhead, only={"undertaking.pdf"})["undertaking.pdf"]
    assert codes(letterhead) == []


def test_a_page_that_takes_too_long_to_draw_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def many(canvas: Any) -> None:
        for step in range(4000):
            canvas.rect(step % 500, step % 700, 90, 90, fill=1)

    monkeypatch.setattr(pdf_file, "MOST_SECONDS", 0.0)
    with pytest.raises(LetterheadError, match="too long"):
        Letterhead.from_file(drawn(many), "a.pdf")


def test_a_page_of_too_many_operators_is_drawn_as_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_content, "MOST_OPERATIONS", 500)
    data = drawn(lambda canvas: [canvas.rect(60, 800, 9, 9, fill=1) for _ in range(400)])
    assert codes(Letterhead.from_file(data, "a.pdf")) == ["letterhead.as-picture"]


def test_a_dark_page_gives_nothing_sure_until_the_heights_are_given() -> None:
    data = pdf(page(Box(0, 0, 596, 400, fill="16325C"), Box(0, 500, 596, 342, fill="16325C")))
    letterhead = Letterhead.from_file(data, "a.pdf")
    assert codes(letterhead) == ["letterhead.area-unsure"]
    assert (letterhead.first.head, letterhead.first.foot) == (50, 30)  # type: ignore[union-attr]
    given = Letterhead.from_file(data, "a.pdf", Wishes(head=Mm(40), foot=Mm(30)))
    assert given.first.head == 40  # type: ignore[union-attr]
    assert codes(given) == []


def test_a_head_and_a_foot_that_leave_too_little_are_refused() -> None:
    data = pdf(page(Box(0, 0, 596, 380, fill="16325C"), Box(0, 540, 596, 302, fill="DDE4EE")))
    with pytest.raises(LetterheadError, match="head_mm"):
        Letterhead.from_file(data, "a.pdf", Wishes(head=Mm(140), foot=Mm(60)))


# The three lines -----------------------------------------------------------------------------------


def test_the_lines_of_a_page_are_found_where_they_stand(company: Letterhead) -> None:
    assert company.fields == ("number", "date", "attachments")
    assert codes(company) == ["letterhead.fields-guessed"]
    tops = [slot.y for slot in company.slots]
    assert tops == sorted(tops)
    assert all(15 < slot.y < 40 and 45 < slot.right < 65 for slot in company.slots)


def test_a_letter_s_values_go_beside_those_lines_and_not_into_the_letter(papers: tn.Dossier) -> None:
    document = pypdfium2.PdfDocument(papers["undertaking.pdf"])
    text = document[0].get_textpage()
    found = text.search("۱۴۰۵/۱۲۳")
    place, count = found.get_next()
    left, _, _, top = text.get_charbox(place + count - 1)
    assert 841.89 - top < 40 / 25.4 * 72
    assert left < 200
    package = read(papers["undertaking.docx"], "x")
    body = package.parts["word/document.xml"].decode()
    assert "شماره: " not in body
    assert "بسمه تعالی" in body


def test_places_that_are_given_serve_a_scan(tmp_path: Path) -> None:
    fields = {name: f"20، {y}، 45" for name, y in (("number", 40), ("date", 47), ("attachments", 54))}
    (tmp_path / "سربرگ.jpg").write_bytes(scan(head=0.2))
    profile = profile_with({"letterhead": {"file": str(tmp_path / "سربرگ.jpg"), "fields": fields}})
    letterhead = Letterhead.from_profile(profile)
    assert [(slot.left, slot.right, slot.y, slot.given) for slot in letterhead.slots] == [
        (20, 65, 40, True),
        (20, 65, 47, True),
        (20, 65, 54, True),
    ]
    assert codes(letterhead) == []
    dossier = tn.render(profile, "3000")
    text = pypdfium2.PdfDocument(dossier["undertaking.pdf"])[0].get_textpage()
    place, _ = text.search("یک برگ").get_next()
    _, bottom, right, _ = text.get_charbox(place)
    assert right / 72 * 25.4 == pytest.approx(65, abs=1.5)
    assert (841.89 - bottom) / 72 * 25.4 == pytest.approx(54, abs=2)


def test_a_value_too_long_for_its_blank_is_told() -> None:
    letterhead = Letterhead.from_file(company_pdf(), "a.pdf")
    long = {"number": "۱۴۰۵/" + "الف" * 40, "date": "۱۴۰۵/۰۹/۰۲"}
    (note,) = letterhead.notes_on(long)
    assert note.code == "letterhead.field-narrow"
    assert "شماره" in note.message
