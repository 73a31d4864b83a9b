from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from taahodname.errors import LetterheadError
from taahodname.letterhead import scan as scans
from taahodname.letterhead.scan import read_scan

from .making import scan


def corners(image: Image.Image) -> list[bool]:
    """Tell which corners are dark: top left, top right, bottom left, bottom right."""
    right, bottom = image.width - 5, image.height - 5
    return [sum(image.getpixel(at)) < 400 for at in ((5, 5), (right, 5), (5, bottom), (right, bottom))]


def turned_scan(orientation: int) -> bytes:
    """Return the sheet as a camera that was held otherwise stores it, with the tag that says so."""
    upright = Image.open(BytesIO(scan()))
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    stored = upright if undo is None else upright.transpose(undo)
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = BytesIO()
    stored.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_tag_is_honoured(orientation: int) -> None:
    found = read_scan(turned_scan(orientation), "a.jpg")
    assert corners(found.image) == [True, False, False, False]
    assert found.turned == (orientation != 1)
    assert (found.width, found.height) == (1654, 2339)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "PNG"), ("L", "JPEG"), ("P", "PNG"), ("1", "PNG"), ("CMYK", "JPEG"), ("RGBA", "PNG")],
)
def test_every_kind_of_colours_becomes_red_green_blue(mode: str, kind: str) -> None:
    found = read_scan(scan(mode=mode, kind=kind), "a")
    assert found.image.mode == "RGB"
    assert corners(found.image) == [True, False, False, False]


def test_sixteen_bits_a_pixel_are_read() -> None:
    deep = Image.new("I;16", (1654, 2339), 65000)
    deep.paste(Image.new("I;16", (800, 200), 3000), (0, 0))
    out = BytesIO()
    deep.save(out, "PNG")
    assert corners(read_scan(out.getvalue(), "a.png").image) == [True, False, False, False]


def test_what_is_transparent_becomes_white_paper() -> None:
    clear = Image.new("RGBA", (1654, 2339), (0, 0, 0, 0))
    out = BytesIO()
    clear.save(out, "PNG")
    assert read_scan(out.getvalue(), "a.png").image.getpixel((800, 800)) == (255, 255, 255)


@pytest.mark.parametrize(("width", "dpi"), [(827, 100), (1654, 200), (2480, 300), (4960, 600)])
def test_the_fineness_is_counted_from_the_pixels_on_a4(width: int, dpi: int) -> None:
    found = read_scan(scan((width, round(width * 297 / 210))), "a.jpg")
    assert found.source_dpi == dpi
    assert found.dpi == min(dpi, 300)
    assert found.image.width == pytest.approx(210 / 25.4 * found.dpi, abs=1)


@pytest.mark.parametrize(
    ("size", "place"), [((2339, 1654), (0.0, 1.0)), ((2000, 300), (0.0, 1.0)), ((1000, 2000), (0.146, 0.707))]
)
def test_another_shape_is_fitted_without_distortion_and_at_the_top(
    size: tuple[int, int], place: tuple[float, float]
) -> None:
    found = read_scan(scan(size), "a.jpg")
    assert not found.place.is_a4
    assert (found.place.x, found.place.width) == pytest.approx(place, abs=0.01)
    assert found.place.y + found.place.height == pytest.approx(1)
    drawn = found.place.width * 210 / (found.place.height * 297)
    assert drawn == pytest.approx(size[0] / size[1], rel=0.01)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (scan()[:4000], "سالم نیست"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "سالم نیست"),
        (scan((60, 80)), "اسکن"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(LetterheadError) as caught:
        read_scan(data, "اسکن.jpg")
    assert said in caught.value.message
    assert "اسکن.jpg" in caught.value.message


def test_a_picture_of_too_many_pixels_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "MAX_PIXELS", 1000)
    with pytest.raises(LetterheadError, match="million pixels"):
        read_scan(scan(), "a.jpg")
