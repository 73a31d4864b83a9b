from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image as Pillow

from taahodname.errors import UnsupportedFeature
from taahodname.paper.blocks import Crop, FloatingPicture, Paragraph, Picture
from taahodname.paper.drawings import Drawing, Image, Path
from taahodname.word.read import read

from . import drawn_xml as d
from .making import docx, paragraph

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"><rect width="9" height="6"/></svg>'
# A placeable metafile's head: its key, its box, its units to the inch; then the head of a WMF.
WMF = (
    b"\xd7\xcd\xc6\x9a\0\0"
    + b"\0\0\0\0\x64\0\x64\0"
    + b"\x60\0"
    + b"\0" * 6
    + b"\x01\0\x09\0\0\x03"
    + b"\0" * 12
)


def read_one(content: str, data: bytes = b"", ending: str = "png") -> Picture | Drawing | FloatingPicture:
    file = docx(
        paragraph(d.drawn(content)),
        lines=[("logo", "image", f"media/logo.{ending}"), ("svg", "image", "media/logo2.svg")],
        extra={f"word/media/logo.{ending}": data or d.logo(), "word/media/logo2.svg": SVG},
    )
    block = read(file).blocks[0]
    assert isinstance(block, Paragraph)
    (inline,) = block.inlines
    assert isinstance(inline, Picture | Drawing | FloatingPicture)
    return inline


def picture(content: str, data: bytes = b"", ending: str = "png") -> Picture:
    found = read_one(content, data, ending)
    assert isinstance(found, Picture)
    return found


def inline(**options: str) -> str:
    return d.inline(d.pic("logo", 60, 40, **options), 60, 40)  # type: ignore[arg-type]


def colour(data: bytes, x: int = 5, y: int = 5) -> tuple[int, ...]:
    with Pillow.open(BytesIO(data)) as image:
        found = image.convert("RGBA").getpixel((x, y))
    assert isinstance(found, tuple)
    return tuple(int(part) for part in found)


def refusal(content: str, data: bytes = b"", ending: str = "png") -> str:
    with pytest.raises(UnsupportedFeature) as caught:
        read_one(content, data, ending)
    return caught.value.feature


def test_a_cropped_picture_keeps_its_bytes_and_says_what_is_cut_off() -> None:
    found = picture(inline(crop='l="25000" t="12500" r="10000"'))
    assert found.crop == Crop(top=0.125, right=0.1, bottom=0.0, left=0.25)
    assert found.data == d.logo()


def test_a_crop_of_nothing_is_none_and_one_of_all_is_refused() -> None:
    assert picture(inline(crop='l="0" t="0"')).crop is None
    assert "srcRect" in refusal(inline(crop='l="60000" r="40000"'))


def test_a_turned_and_mirrored_picture_says_so() -> None:
    found = picture(inline(turn='rot="2700000" flipH="1"'))
    assert (found.turn, found.flip_x, found.flip_y) == (45, True, False)


def test_a_turned_picture_in_the_line_takes_the_room_that_word_leaves_it() -> None:
    turned = inline(turn='rot="5400000"').replace(
        "<wp:docPr ", '<wp:effectExtent l="0" t="127000" r="0" b="127000"/><wp:docPr '
    )
    found = read_one(turned)
    assert isinstance(found, Drawing)
    assert (found.width, found.height) == (60, 60)
    (image,) = found.shapes
    assert isinstance(image, Image)
    assert (image.x, image.y, image.picture.turn) == (0, 10, 90)


def test_a_picture_with_a_line_around_it_is_a_drawing_of_both() -> None:
    lined = inline().replace("</pic:spPr>", f"{d.ln('D1495B', 2)}</pic:spPr>")
    found = read_one(lined)
    assert isinstance(found, Drawing)
    image, line = found.shapes
    assert isinstance(image, Image)
    assert isinstance(line, Path)
    assert line.pen is not None
    assert (line.pen.colour, line.pen.width, line.fill) == ("D1495B", 2, None)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_that_breaks_off_in_its_middle_is_refused_by_its_name(kind: str) -> None:
    whole = BytesIO()
    Pillow.effect_noise((90, 60), 80).save(whole, kind)
    data, ending = whole.getvalue(), kind.lower()
    assert picture(inline(), data, ending).data == data
    told = refusal(inline(), data[: len(data) // 2], ending)
    assert "تصویر خراب" in told
    assert f"word/media/logo.{ending}" in told


def test_a_picture_that_lacks_its_last_mark_alone_is_taken_as_it_is() -> None:
    data = d.logo().removesuffix(b"\0\0\0\0IEND\xaeB`\x82")
    assert picture(inline(), data).data == data != d.logo()


def test_a_washed_out_picture_is_pale_and_what_was_white_stays_white() -> None:
    white = BytesIO()
    Pillow.new("RGB", (20, 20), "white").save(white, "PNG")
    blip = '<a:lum bright="70000" contrast="-70000"/>'
    assert colour(picture(inline(blip=blip), white.getvalue()).data) == (255, 255, 255, 255)
    black = BytesIO()
    Pillow.new("RGB", (20, 20), "black").save(black, "PNG")
    red, green, blue, _ = colour(picture(inline(blip=blip), black.getvalue()).data)
    assert red == green == blue == round(255 * 0.7)


def test_a_transparent_picture_has_its_share_of_opacity() -> None:
    assert colour(picture(inline(blip='<a:alphaModFix amt="20000"/>')).data)[3] == 51
    half = picture(inline(blip='<a:alphaModFix amt="50000"/>'), d.logo(clear=True))
    assert colour(half.data, 100, 60)[3] == 60  # what was half seen through is so by half again


def test_a_picture_made_grey_is_grey() -> None:
    red, green, blue, _ = colour(picture(inline(blip="<a:grayscl/>")).data)
    assert red == green == blue


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_older_kinds_of_pictures_become_png(kind: str) -> None:
    found = picture(inline(), d.logo(kind=kind), kind.lower())
    assert found.data.startswith(b"\x89PNG")
    # A GIF has a palette, which may be a shade away.
    assert colour(found.data)[:3] == pytest.approx((0x16, 0x32, 0x5C), abs=3)


def test_of_a_vector_picture_with_a_png_beside_it_the_png_is_read() -> None:
    blip = '<a:extLst><a:ext uri="{96DAC541}"><asvg:svgBlip r:embed="svg"/></a:ext></a:extLst>'
    assert picture(inline(blip=blip)).data == d.logo()


def test_vector_pictures_are_refused_with_what_to_do() -> None:
    assert "PNG" in refusal(inline(), SVG, "svg")
    assert "WMF" in (said := refusal(inline(), WMF, "wmf"))
    assert "PNG" in said


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (
            inline(blip='<a:duotone><a:srgbClr val="FF0000"/><a:srgbClr val="FFFFFF"/></a:duotone>'),
            "a:duotone",
        ),
        (inline(blip="<a:clrChange/>"), "a:clrChange"),
        (inline().replace("r:embed", "r:link"), "a:blip"),
        (inline().replace("</pic:spPr>", "<a:effectLst><a:glow/></a:effectLst></pic:spPr>"), "a:effectLst"),
    ],
    ids=["two colours", "a colour made another", "a link", "a glow"],
)
def test_what_is_done_to_a_picture_and_not_known_is_refused(content: str, name: str) -> None:
    assert name in refusal(content)


def test_a_picture_cut_to_a_shape_is_clipped_to_its_outline() -> None:
    found = read_one(inline().replace('prst="rect"', 'prst="ellipse"'))
    assert isinstance(found, Drawing)
    (image,) = found.shapes
    assert isinstance(image, Image)
    assert [step.kind for step in image.clip] == ["move", *["curve"] * 4, "close"]
    assert image.clip[0].points == ((60, 20),)


def test_the_ground_behind_a_picture_is_drawn_first() -> None:
    found = read_one(inline().replace("</pic:spPr>", f"{d.solid('FFEE00')}</pic:spPr>"))
    assert isinstance(found, Drawing)
    ground, image = found.shapes
    assert isinstance(ground, Path)
    assert (ground.fill, ground.pen) == ("FFEE00", None)
    assert isinstance(image, Image)


def test_a_picture_that_fills_a_shape_is_as_large_as_the_shape_says_and_clipped_to_it() -> None:
    fill = (
        '<a:blipFill><a:blip r:embed="logo"/><a:stretch><a:fillRect l="-50000" r="-50000" '
        't="25000"/></a:stretch>'
        "</a:blipFill>"
    )
    found = read_one(d.inline(d.wsp(60, 40, fill=fill, line=d.ln()), 60, 40))
    assert isinstance(found, Drawing)
    image, line = found.shapes
    assert isinstance(image, Image)
    assert (image.x, image.y, image.picture.width, image.picture.height) == (-30, 10, 120, 30)
    assert image.clip[2].points == ((60, 40),)
    assert isinstance(line, Path)
    assert line.fill is None


def test_a_picture_laid_like_tiles_is_refused() -> None:
    fill = '<a:blipFill><a:blip r:embed="logo"/><a:tile/></a:blipFill>'
    assert "a:blipFill" in refusal(d.inline(d.wsp(60, 40, fill=fill), 60, 40))


def test_a_picture_drawn_with_others_keeps_what_is_said_of_it() -> None:
    lined = d.inline(d.pic("logo", 60, 40), 60, 40, alt="نشان شرکت")
    found = read_one(lined.replace("</pic:spPr>", f"{d.ln()}</pic:spPr>"))
    assert isinstance(found, Drawing)
    image = found.shapes[0]
    assert isinstance(image, Image)
    assert image.picture.alt == "نشان شرکت"
