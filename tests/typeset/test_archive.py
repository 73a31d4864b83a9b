from __future__ import annotations

import datetime
import re
import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
import uharfbuzz as hb
from msgspec.structs import replace
from PIL import Image, ImageCms
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ContentStream, NameObject
from reportlab.pdfgen.canvas import Canvas

import taahodname as tn
from taahodname.paper.blocks import Document, FloatingPicture, PageNumber, Picture, Text, TextStyle
from taahodname.typeset import FontBook
from taahodname.typeset.colour_profile import srgb
from taahodname.typeset.fonts import shipped_book
from taahodname.typeset.pdf_codes import CodePage, shown
from taahodname.typeset.pdf_fonts import add_font
from taahodname.units import Pt
from taahodname.word import package as packages
from taahodname.word.finish import Properties, finish
from taahodname.word.read import read
from tests.office.shape_files import FILES as SHAPE_FILES

from ..office.feature_files import FEATURES
from ..word.docx_xml import docx, para, run
from . import verapdf
from .blocks import BOLD, PLAIN, document, paragraph, table
from .finished import Finished, made, meanings
from .supplied_fonts import without_layout

DAY = datetime.date(2026, 11, 23)
TITLE = "تعهدنامه & <پیوست>"
MARKS = "نامهٔ کتباً ملّی مؤمنی عبدالله می‌شود (ABC) ۰۲۱-۸۸۷۷للّه "
SAMPLES = Path(__file__).parents[2] / "samples"
XMP = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def picture(mode: str, kind: str = "PNG", alt: str = "", **options: object) -> Picture:
    out = BytesIO()
    colours = {"RGBA": (200, 30, 40, 120), "LA": (90, 100), "CMYK": (0, 200, 200, 10), "RGB": (200, 30, 40)}
    Image.new(mode, (6, 5), colours.get(mode, 1)).save(out, kind, **options)
    return Picture(out.getvalue(), Pt(30), Pt(25), alt)


PICTURES = {
    "red-green-blue": picture("RGB"),
    "grey": picture("L"),
    "black and white": picture("1"),
    "transparent": picture("RGBA"),
    "transparent grey": picture("LA"),
    "palette": picture("P"),
    "transparent palette": picture("P", transparency=1),
    "16 bits": picture("I;16"),
    "jpeg": picture("RGB", "JPEG"),
    "grey jpeg": picture("L", "JPEG"),
    "cmyk jpeg": picture("CMYK", "JPEG"),
}


def everything(**rest: object) -> Document:
    """Return a document with every kind of thing that can be drawn."""
    styles = {"underline": True, "strike": True, "shade": "FFEE00", "colour": "AA0000"}
    slanted = TextStyle("Vazirmatn", Pt(11), italic=True, bold=True)
    head = paragraph("سربرگ", FloatingPicture(PICTURES["transparent"], "page", "page"))
    return document(
        paragraph("عنوان", heading=1),
        paragraph(Text(MARKS * 12, TextStyle("Vazirmatn", Pt(12), **styles)), Text(MARKS, slanted)),
        table([["الف", "ب"], ["", "info@arya-data.ir"]], [90, 90]),
        *(paragraph(one) for one in PICTURES.values()),
        paragraph("مهر", picture("RGB", alt="مهر شرکت")),
        paragraph(Text("A note in English, 100 %", BOLD), rtl=False, heading=2),
        headers={"default": (head,)},
        footers={"default": (paragraph("صفحهٔ ", PageNumber("page", PLAIN)),)},
        watermark="پیش‌نویس",
        title=TITLE,
        **rest,
    )


FULL = everything(author="شرکت آریا", subject="خط ۳۰۰۰", date=DAY)
BARE = document(paragraph("متن"))


@pytest.fixture(scope="module")
def full() -> Finished:
    return Finished(made(FULL))


@pytest.fixture(scope="module", params=["shipped", "old"])
def lettered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """A document in the shipped font, and one in a font from before OpenType."""
    if request.param == "shipped":
        return Finished(made(FULL))
    return Finished(in_an_old_font(tmp_path_factory.mktemp("fonts")))


def in_an_old_font(folder: Path) -> bytes:
    (folder / "old.ttf").write_bytes(without_layout())
    text = Text(MARKS * 3, TextStyle("Vazirbare", Pt(12)))
    return made(document(paragraph(text), title=TITLE), FontBook([folder]))


# The file ----------------------------------------------------------------------------------------


def test_the_head_of_the_file_shows_that_it_is_binary(full: Finished) -> None:
    first, second = full.data.split(b"\n", 2)[:2]
    assert first == b"%PDF-1.7"
    assert second[:1] == b"%"
    assert all(byte > 127 for byte in second[1:5])


def test_the_file_has_an_identifier_and_no_lock(full: Finished) -> None:
    first, second = full.reader.trailer["/ID"]
    assert first == second
    assert len(first.original_bytes) == 16
    assert "/Encrypt" not in full.reader.trailer


def test_every_stream_is_as_long_as_it_says_and_ends_with_a_line(full: Finished) -> None:
    assert full.data.count(b"endstream") == full.data.count(b"\nendstream") > 10
    for match in re.finditer(rb"/Length (\d+).*?>>\nstream\n", full.data, re.DOTALL):
        end = match.end() + int(match[1])
        assert full.data[end : end + 10] == b"\nendstream"


def test_the_same_document_gives_the_same_bytes(full: Finished) -> None:
    assert made(FULL) == full.data


def test_the_bytes_do_not_hang_on_hash_seeds() -> None:
    program = (
        "import hashlib, sys; from tests.typeset import test_archive as t;"
        "sys.stdout.write(hashlib.sha256(t.made(t.FULL)).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "PATH": "", "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tehran"))
    }
    assert len(said) == 1


def test_other_words_give_another_identifier() -> None:
    ids = [Finished(made(document(paragraph(text)))).reader.trailer["/ID"][0] for text in ("الف", "ب")]
    assert ids[0] != ids[1]


# What it says of itself ----------------------------------------------------------------------------


def test_the_catalog_says_what_an_archive_and_an_assistive_reader_need(full: Finished) -> None:
    catalog = full.catalog
    assert catalog["/Lang"] == "fa-IR"
    assert catalog["/MarkInfo"]["/Marked"].value is True
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert catalog["/Metadata"]["/Subtype"] == "/XML"
    assert "/Filter" not in catalog["/Metadata"]
    assert not {"/AA", "/OpenAction", "/Names", "/AcroForm", "/OCProperties"} & set(catalog)


def test_tabs_follow_the_structure(full: Finished) -> None:
    assert {page["/Tabs"] for page in full.reader.pages} == {"/S"}


def said(finished: Finished, path: str) -> str | None:
    root = ElementTree.fromstring(finished.catalog["/Metadata"].get_data().decode())
    found = root.find(f".//{path}", XMP)
    if found is not None and len(found):
        found = found.find(".//rdf:li", XMP)
    return None if found is None else found.text


def test_the_metadata_claims_pdf_a_2u(full: Finished) -> None:
    assert (said(full, "pdfaid:part"), said(full, "pdfaid:conformance")) == ("2", "U")


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ("dc:title", "/Title", TITLE),
        ("dc:creator", "/Author", "شرکت آریا"),
        ("dc:description", "/Subject", "خط ۳۰۰۰"),
        ("xmp:CreatorTool", "/Creator", "taahodname"),
        ("pdf:Producer", "/Producer", "taahodname, ReportLab"),
    ],
)
def test_metadata_and_information_say_the_same(full: Finished, path: str, key: str, value: str) -> None:
    assert said(full, path) == full.reader.metadata[key] == value


def test_the_date_is_the_letter_s_in_metadata_and_information(full: Finished) -> None:
    midnight = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
    info = full.reader.metadata
    assert info.creation_date == info.modification_date == midnight
    stamps = [said(full, f"xmp:{name}") for name in ("CreateDate", "ModifyDate")]
    assert [datetime.datetime.fromisoformat(stamp or "") for stamp in stamps] == [midnight] * 2


@pytest.mark.parametrize(
    ("created", "day"),
    [("2026-11-23T00:00:00Z", DAY), ("2026-11-23", DAY), ("yesterday", None), ("", None)],
)
def test_a_word_file_s_date_becomes_the_pdf_s(created: str, day: datetime.date | None) -> None:
    letter = finish(docx(para(run("متن"))), Properties("نامه", "شرکت", DAY))
    package = packages.read(letter, "letter.docx")
    core = package.parts["docProps/core.xml"].replace(b"2026-11-23T00:00:00Z", created.encode())
    document = read(package.replace({"docProps/core.xml": core}).to_bytes())
    found = Finished(made(document)).reader.metadata.creation_date
    assert (found and found.date()) == document.date == day


def test_a_document_that_says_nothing_of_itself_claims_nothing() -> None:
    bare = Finished(made(BARE))
    assert set(bare.reader.metadata) == {"/Creator", "/Producer"}
    paths = ("dc:title", "dc:creator", "dc:description", "xmp:CreateDate", "xmp:ModifyDate")
    assert [said(bare, path) for path in paths] == [None] * 5


# Colours -------------------------------------------------------------------------------------------


def test_the_output_intent_carries_the_profile(full: Finished) -> None:
    (intent,) = full.catalog["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"]["/N"] == 3
    assert intent["/DestOutputProfile"].get_data() == srgb()


def test_the_profile_is_srgb() -> None:
    colours = [(red, green, blue) for red in (0, 51, 255) for green in (0, 128, 255) for blue in (0, 13, 255)]
    image = Image.new("RGB", (len(colours), 1))
    image.putdata(colours)
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb()))
    theirs = ImageCms.createProfile("sRGB")
    turned = ImageCms.profileToProfile(image, ours, theirs)
    away = [abs(a - b) for a, b in zip(image.tobytes(), turned.tobytes(), strict=True)]
    assert max(away) <= 1


def test_the_profile_s_primaries_make_its_white() -> None:
    tags = {srgb()[at : at + 4]: at for at in range(132, 132 + 12 * 10, 12)}

    def xyz(name: bytes) -> list[float]:
        start = int.from_bytes(srgb()[tags[name] + 4 : tags[name] + 8], "big") + 8
        return [value / 65536 for value in struct.unpack(">3i", srgb()[start : start + 12])]

    total = [sum(column) for column in zip(xyz(b"rXYZ"), xyz(b"gXYZ"), xyz(b"bXYZ"), strict=True)]
    assert total == pytest.approx(xyz(b"wtpt"), abs=2e-4)
    assert int.from_bytes(srgb()[:4], "big") == len(srgb())


def images(finished: Finished) -> list[object]:
    found = {}
    for page in finished.reader.pages:
        for reference in page["/Resources"].get("/XObject", {}).values():
            found[reference.idnum if hasattr(reference, "idnum") else id(reference)] = reference.get_object()
    return list(found.values())


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_grey_or_red_green_blue(name: str) -> None:
    (image,) = images(Finished(made(document(paragraph(PICTURES[name])))))
    grey = name in ("grey", "grey jpeg")
    assert image["/ColorSpace"] == ("/DeviceGray" if grey else "/DeviceRGB")
    assert image["/Filter"] == ("/DCTDecode" if name in ("jpeg", "grey jpeg") else "/FlateDecode")
    assert ("/SMask" in image) == name.startswith("transparent")
    assert not {"/Interpolate", "/Alternates", "/OPI"} & set(image)


def test_a_picture_is_drawn_in_its_colours() -> None:
    (image,) = images(Finished(made(document(paragraph(PICTURES["transparent"])))))
    assert set(image.get_data()) == {200, 30, 40}
    assert set(image["/SMask"].get_data()) == {120}


def test_a_picture_on_every_page_stands_in_the_file_once() -> None:
    head = paragraph(PICTURES["red-green-blue"])
    finished = Finished(made(document(*[paragraph("سطر")] * 40, headers={"default": (head,)})))
    assert len(finished.pages) > 1
    assert len(images(finished)) == 1


# Fonts ---------------------------------------------------------------------------------------------


def fonts(finished: Finished) -> dict[str, dict[str, object]]:
    found = {}
    for page in finished.reader.pages:
        found.update({name: font.get_object() for name, font in page["/Resources"]["/Font"].items()})
    return found


def test_every_font_in_the_file_is_an_embedded_subset(lettered: Finished) -> None:
    assert fonts(lettered)
    for font in fonts(lettered).values():
        (below,) = font["/DescendantFonts"]
        assert re.fullmatch(r"/[A-Z]{6}\+.+", font["/BaseFont"])
        assert font["/BaseFont"] == below["/BaseFont"] == below["/FontDescriptor"]["/FontName"]
        assert below["/FontDescriptor"]["/FontFile2"].get_data()[:4] == b"\0\1\0\0"


def test_every_width_is_the_font_program_s_own_in_whole_thousandths(lettered: Finished) -> None:
    for font in fonts(lettered).values():
        (below,) = font["/DescendantFonts"]
        face = hb.Face(below["/FontDescriptor"]["/FontFile2"].get_data())
        program = hb.Font(face)
        gids = below["/CIDToGIDMap"].get_data()
        first, widths = below["/W"]
        assert first == 1
        assert len(gids) == 2 * (len(widths) + 1)
        for code in meanings(font):
            advance = program.get_glyph_h_advance(int.from_bytes(gids[2 * code : 2 * code + 2], "big"))
            assert widths[code - 1] == round(advance * 1000 / face.upem)


def used(finished: Finished) -> dict[str, set[int]]:
    """Return the codes that the pages draw, by font."""
    found: dict[str, set[int]] = {}
    for page in finished.reader.pages:
        name = ""
        for operands, operator in ContentStream(page.get_contents(), finished.reader).operations:
            if operator == b"Tf":
                name = operands[0]
            elif operator in (b"Tj", b"TJ"):
                pieces = operands[0] if isinstance(operands[0], list) else operands
                for piece in pieces:
                    data = getattr(piece, "original_bytes", b"")
                    found.setdefault(name, set()).update(
                        int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2)
                    )
    return found


def test_every_code_that_is_drawn_means_characters(lettered: Finished) -> None:
    for name, codes in used(lettered).items():
        known = meanings(fonts(lettered)[name])
        assert codes <= set(known)
        assert not {"\0", "\ufeff", "\ufffe", ""} & set(known.values())


def test_the_second_glyph_of_a_character_means_a_word_joiner() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    codes = CodePage(shipped_book().find("Vazirmatn").face)
    codes.code(shown(codes.face, (5, "ۀ", 0)))
    codes.code(shown(codes.face, (6, "", 0)))
    add_font(canvas, codes)
    canvas.showPage()
    canvas.save()
    font = PdfReader(out).pages[0]["/Resources"]["/Font"][f"/{codes.face.name}"].get_object()
    assert list(meanings(font).values()) == ["ۀ", "\u2060"]


# The checker ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All there is to check: the documents above, and every sample's papers, drafts too."""
    if reason := verapdf.missing():
        pytest.skip(reason)
    old = in_an_old_font(tmp_path_factory.mktemp("fonts"))
    letters = {"full": made(FULL), "old": old, "bare": made(BARE)}
    for name, file in SHAPE_FILES.items():
        letters[f"shapes-{name}"] = made(replace(read(file()), title=TITLE))
    for path in sorted(SAMPLES.glob("*/profile.yaml")):
        profile = tn.Profile.load(path)
        for line in sorted({one.type for one in profile.lines if one.type}):
            for draft in (False, True):
                dossier = tn.render(profile, line, date="1405/09/02", draft=draft)
                for name in (name for name in dossier if name.endswith(".pdf")):
                    letters[f"{path.parent.name}-{line}-{draft}-{name}"[:-4]] = dossier[name]
    for make in FEATURES.values():
        letters[f"feature-{make.__name__}"] = made(replace(read(make()), title="نمونه"))
    folder = tmp_path_factory.mktemp("letters")
    for name, data in letters.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return sorted(folder.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("profile", "lacking"),
    [
        ("PDFA-2U", set()),
        # What follows is not claimed, and the claim is all that lacks: the identification in the metadata.
        ("PDFA-2A", {"6.6.4-3"}),
        ("PDFUA-1", {"5-1"}),
    ],
)
def test_verapdf_finds_nothing_broken(files: list[Path], profile: str, lacking: set[str]) -> None:
    found = verapdf.broken(profile, files)
    assert len(found) >= 8
    expected = dict.fromkeys(found, lacking)
    if profile == "PDFUA-1":
        expected["bare"] = {*lacking, *found["bare"]}  # it has no title, which this one asks for
    assert found == expected


@pytest.mark.slow
def test_verapdf_would_have_found_what_is_broken(files: list[Path], tmp_path: Path) -> None:
    bad = PdfWriter(clone_from=files[0])
    (intent,) = bad.root_object["/OutputIntents"]
    intent.get_object()[NameObject("/S")] = NameObject("/GTS_PDFX1")
    bad.write(tmp_path / "bad.pdf")
    assert "6.2.4.3-2" in verapdf.broken("PDFA-2U", [tmp_path / "bad.pdf"])["bad"]
