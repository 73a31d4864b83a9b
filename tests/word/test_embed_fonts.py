"""Fonts inside a Word file: the obfuscation, the licence bits, the parts, and LibreOffice reading them."""

from __future__ import annotations

import shutil
import struct
import subprocess
import uuid

import pytest
from lxml import etree

from taahodname.resources import fonts_dir
from taahodname.word.embed_fonts import LeftOut, embed, font_key, obfuscate, refusal, slot
from taahodname.word.lint import lint
from taahodname.word.names import OFFICE, WORD_TYPE, qn
from taahodname.word.package import rels_name
from tests.word import making

TABLE = "word/fontTable.xml"
SETTINGS = "word/settings.xml"
FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
RTL = "<w:bidi/>"


def font(
    rights: int | None = 0, *, version: int = 4, kind: bytes = b"\x00\x01\x00\x00", mark: str = ""
) -> bytes:
    """Return the least that is a font: a directory, an OS/2 table (none for None), a mark to know it by."""
    os2 = b"" if rights is None else struct.pack(">HhHHH", version, 500, 400, 5, rights) + bytes(86)
    tables = [(b"OS/2", os2)] if os2 else []
    tables.append((b"name", mark.encode()))
    place = 12 + 16 * len(tables)
    head, body = struct.pack(">4sHHHH", kind, len(tables), 0, 0, 0), b""
    for tag, data in tables:
        head += struct.pack(">4sLLL", tag, 0, place + len(body), len(data))
        body += data
    return head + body


PLAIN, BOLD = font(mark="plain"), font(mark="bold")


def letter(table: str | None = None, settings: str = "", fonts: dict[str, bytes] | None = None) -> bytes:
    """Return a letter; `table` is the inside of its font table, `fonts` the font files it refers to."""
    if table is None:
        return making.docx("نامه", settings=settings)
    files = fonts or {}
    lines = making.relations(*((name, "font", f"fonts/{name}.odttf") for name in files))
    extra: dict[str, str | bytes] = {TABLE: making.part("w:fonts", table), rels_name(TABLE): lines}
    extra |= {f"word/fonts/{name}.odttf": data for name, data in files.items()}
    parts = making.parts(
        "نامه", settings=settings, lines=[("rIdFonts", "fontTable", "fontTable.xml")], extra=extra
    )
    types = {"word/document.xml": f"{WORD_TYPE}.document.main+xml", TABLE: f"{WORD_TYPE}.fontTable+xml"}
    types |= {f"word/fonts/{name}.odttf": FONT_TYPE for name in files}
    return making.zipped({**parts, "[Content_Types].xml": making.content_types(types).encode()})


def taken_out(data: bytes) -> dict[tuple[str, str], bytes]:
    """Return the fonts of a Word file as a reader of the standard gets them, by family and element."""
    package = making.opened(data)
    targets = {line.id: line.target for line in package.relations(TABLE)}
    found = {}
    for entry in package.xml(TABLE).iter(qn("w:font")):
        for element in entry:
            if element.get(qn("r:id")) is not None:
                digits = element.get(qn("w:fontKey"), "").strip("{}").replace("-", "")
                mask = bytes.fromhex(digits)[::-1]
                file = package.parts[targets[element.get(qn("r:id"), "")]]
                plain = bytes(byte ^ mask[place % 16] for place, byte in enumerate(file[:32])) + file[32:]
                name = etree.QName(element).localname
                found[entry.get(qn("w:name"), ""), name] = plain
    return found


# The obfuscation


def test_the_bytes_of_the_key_are_taken_backwards_and_twice():
    # The key and its reverse are the example of ECMA-376 part 1, §17.8.1.
    key = uuid.UUID("001B70DC-AA60-4AD5-90EC-18A0948E1EAE")
    reverse = bytes.fromhex("AE1E8E94A018EC90D54A60AADC701B00")
    assert obfuscate(bytes(40), key) == reverse * 2 + bytes(8)


@pytest.mark.parametrize("length", [0, 7, 32, 33, 200])
def test_obfuscating_twice_gives_the_font_again(length):
    data = bytes(range(200))[:length]
    assert obfuscate(obfuscate(data, font_key(data)), font_key(data)) == data


def test_the_key_comes_from_the_content_of_the_font():
    assert font_key(PLAIN) == font_key(bytes(PLAIN)) != font_key(BOLD)


# The licence bits


@pytest.mark.parametrize(
    ("rights", "version", "why"),
    [
        (0x0000, 4, None),
        (0x0008, 4, None),
        (0x0100, 4, None),
        (0x0108, 4, None),
        (0x0001, 1, None),
        (0x0002, 4, "restricted"),
        (0x0102, 4, "restricted"),
        (0x0004, 4, "preview"),
        (0x0104, 4, "preview"),
        (0x0200, 4, "bitmaps"),
        (0x0208, 4, "bitmaps"),
        # Two bits at once: the least restrictive counts in old tables, the strictest where only one may be.
        (0x000C, 1, None),
        (0x000A, 2, None),
        (0x0006, 2, "preview"),
        (0x0002, 2, "restricted"),
        (0x000C, 3, "preview"),
        (0x000A, 3, "restricted"),
        (0x0006, 3, "restricted"),
    ],
)
def test_only_fonts_that_may_be_installed_or_edited_are_embedded(rights, version, why):
    assert refusal(font(rights, version=version)) == why


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (font(None), "unsaid"),
        (font()[:40], "unsaid"),
        (b"\x00\x01\x00\x00", "unsaid"),
        (b"\x00\x01\x00\x00\xff\xff" + bytes(20), "unsaid"),
        (font(kind=b"OTTO"), "kind"),
        (font(kind=b"ttcf"), "kind"),
        (b"", "kind"),
        (font(kind=b"true"), None),
    ],
)
def test_a_file_that_does_not_say_what_it_allows_is_not_embedded(data, why):
    assert refusal(data) == why


def test_the_shipped_fonts_may_be_embedded():
    assert {refusal(file.read_bytes()) for file in fonts_dir().glob("*.ttf")} == {None}


@pytest.mark.parametrize("reason", ["restricted", "preview", "bitmaps", "unsaid", "kind"])
def test_a_font_that_is_left_out_is_named_in_both_languages(reason):
    told = LeftOut("B Titr", reason)
    assert "«B Titr»" in told.message
    assert "'B Titr'" in told.message_en


# The parts


def test_a_font_can_be_taken_out_again_as_it_was():
    made = embed(letter(), {"B Nazanin": {"regular": PLAIN, "bold": BOLD}})
    assert made.left_out == ()
    assert taken_out(made.data) == {
        ("B Nazanin", "embedRegular"): PLAIN,
        ("B Nazanin", "embedBold"): BOLD,
    }


def test_no_font_lies_open_in_the_file():
    package = making.opened(embed(letter(), {"X": {"regular": PLAIN}}).data)
    assert all(PLAIN[:32] not in data for data in package.parts.values())


def test_the_parts_are_of_the_types_that_the_standard_names():
    package = making.opened(embed(letter(), {"X": {"regular": PLAIN}}).data)
    (line,) = package.relations(TABLE)
    assert line.type == f"{OFFICE}/font"
    assert package.content_type(line.target) == FONT_TYPE
    assert package.content_type(TABLE) == f"{WORD_TYPE}.fontTable+xml"
    assert package.related("word/document.xml", "fontTable") == (TABLE,)


def test_the_key_is_written_as_the_schema_wants_it():
    (element,) = making.opened(embed(letter(), {"X": {"regular": PLAIN}}).data).xml(TABLE)[0]
    assert element.get(qn("w:fontKey")) == f"{{{str(font_key(PLAIN)).upper()}}}"


def test_a_font_that_may_not_be_embedded_is_told_once_and_the_others_are_embedded():
    closed = {"regular": font(2, mark="a"), "bold": font(2, mark="b")}
    made = embed(letter(), {"B Titr": closed, "X": {"regular": PLAIN}})
    assert made.left_out == (LeftOut("B Titr", "restricted"),)
    assert set(taken_out(made.data)) == {("X", "embedRegular")}


def test_a_file_into_which_nothing_goes_stays_as_it_was():
    data = letter()
    assert embed(data, {}).data == data
    assert embed(data, {"X": {"regular": font(2)}}).data == data


def test_a_file_that_serves_two_names_is_there_once():
    package = making.opened(embed(letter(), {"X": {"regular": PLAIN}, "Y": {"regular": PLAIN}}).data)
    assert [name for name in package.parts if name.endswith(".odttf")] == ["word/fonts/font1.odttf"]
    assert len(package.relations(TABLE)) == 1


def test_an_entry_of_the_font_table_is_kept_whatever_the_case_of_its_name():
    inside = '<w:font w:name="Vazirmatn"><w:altName w:val="Tahoma"/><w:pitch w:val="variable"/></w:font>'
    root = making.opened(embed(letter(inside), {"vazirmatn": {"regular": PLAIN}}).data).xml(TABLE)
    (entry,) = root
    assert [etree.QName(one).localname for one in entry] == ["altName", "pitch", "embedRegular"]


def test_the_faces_stand_in_the_order_of_the_schema():
    old = '<w:font w:name="X"><w:embedItalic r:id="a" w:fontKey="{0}"/></w:font>'
    files = {"bold-italic": font(mark="bi"), "bold": BOLD, "regular": PLAIN}
    (entry,) = making.opened(embed(letter(old, fonts={"a": b"italic" * 9}), {"X": files}).data).xml(TABLE)
    assert [etree.QName(one).localname for one in entry] == [
        "embedRegular",
        "embedBold",
        "embedItalic",
        "embedBoldItalic",
    ]


def test_a_font_that_was_there_before_gives_way_to_the_whole_one_and_others_stay():
    old = (
        '<w:font w:name="X"><w:embedRegular r:id="a" w:fontKey="{0}" w:subsetted="true"/></w:font>'
        '<w:font w:name="Y"><w:embedRegular r:id="font1" w:fontKey="{0}"/></w:font>'
    )
    data = letter(old, fonts={"a": b"subset" * 9, "font1": b"foreign" * 9})
    package = making.opened(embed(data, {"X": {"regular": PLAIN}}).data)
    assert sorted(name for name in package.parts if name.endswith(".odttf")) == [
        "word/fonts/font1.odttf",
        "word/fonts/font2.odttf",
    ]
    assert package.parts["word/fonts/font1.odttf"] == b"foreign" * 9
    assert b"a.odttf" not in package.parts["[Content_Types].xml"]
    assert {line.id for line in package.relations(TABLE)} == {"font1", "rIdFont"}


def test_word_is_asked_to_keep_the_fonts_whole_when_it_saves():
    settings = '<w:zoom w:percent="100"/><w:saveSubsetFonts/><w:defaultTabStop w:val="720"/>'
    root = making.opened(embed(letter(settings=settings), {"X": {"regular": PLAIN}}).data).xml(SETTINGS)
    assert [etree.QName(one).localname for one in root] == ["zoom", "embedTrueTypeFonts", "defaultTabStop"]


def test_a_letter_without_settings_gets_them():
    data = letter('<w:font w:name="X"/>')
    parts = {name: part for name, part in making.opened(data).parts.items() if name != SETTINGS}
    lines = making.relations(("rIdFonts", "fontTable", "fontTable.xml"))
    bare = making.zipped({**parts, "word/_rels/document.xml.rels": lines.encode()})
    package = making.opened(embed(bare, {"X": {"regular": PLAIN}}).data)
    assert package.content_type(SETTINGS) == f"{WORD_TYPE}.settings+xml"
    assert package.xml(SETTINGS).find(qn("w:embedTrueTypeFonts")) is not None


def test_the_same_letter_and_fonts_give_the_same_bytes_and_twice_is_once():
    faces = {"X": {"regular": PLAIN, "bold": BOLD}, "Y": {"regular": PLAIN}}
    turned = {"Y": {"regular": PLAIN}, "X": {"bold": BOLD, "regular": PLAIN}}
    once = embed(letter(), faces).data
    assert embed(letter(), turned).data == once
    assert embed(once, faces).data == once


def test_a_letter_with_fonts_is_as_clean_as_without():
    assert lint(making.docx("نامه", section=making.SECTION + RTL)) == ()
    made = embed(making.docx("نامه", section=making.SECTION + RTL), {"Vazirmatn": {"regular": PLAIN}})
    assert lint(made.data) == ()


@pytest.mark.parametrize(
    ("bold", "italic", "face"),
    [
        (False, False, "regular"),
        (True, False, "bold"),
        (False, True, "italic"),
        (True, True, "bold-italic"),
    ],
)
def test_a_style_asks_for_one_of_four_faces(bold, italic, face):
    assert slot(bold=bold, italic=italic) == face


# LibreOffice

FAMILY = "Namunetst"  # as long as Vazirmatn, so that the offsets in the font stay


def renamed(name: str) -> bytes:
    """Return a shipped font under a family name that no machine has."""
    data = (fonts_dir() / name).read_bytes()
    return data.replace("Vazirmatn".encode("utf-16-be"), FAMILY.encode("utf-16-be"))


def fonts_in_pdf(data: bytes, folder) -> str:
    """Return what pdffonts says of the PDF that LibreOffice makes of a Word file."""
    folder.mkdir()
    (folder / "letter.docx").write_bytes(data)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'user').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            folder / "letter.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    done = subprocess.run(["pdffonts", folder / "letter.pdf"], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")
@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler (pdffonts) is not installed")
def test_libreoffice_sets_a_letter_in_the_fonts_that_it_carries(tmp_path):
    body = making.paragraph(making.run("متن ساده"), making.run("متن سیاه", "<w:b/><w:bCs/>"))
    data = making.docx(body, styles=making.STYLES.replace("Vazirmatn", FAMILY))
    faces = {FAMILY: {"regular": renamed("Vazirmatn-Regular.ttf"), "bold": renamed("Vazirmatn-Bold.ttf")}}
    carried = fonts_in_pdf(embed(data, faces).data, tmp_path / "with")
    assert f"{FAMILY}-Regular" in carried
    assert f"{FAMILY}-Bold" in carried
    assert FAMILY not in fonts_in_pdf(data, tmp_path / "without")
