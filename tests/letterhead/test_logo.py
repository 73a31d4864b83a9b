from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from taahodname.errors import LetterheadError
from taahodname.letterhead import logo as room
from taahodname.letterhead.logo import Logo, load_logo


def image(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    target = io.BytesIO()
    Image.new(mode, size, 1).save(target, kind)
    return target.getvalue()


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpeg")])
def test_a_png_or_jpeg_is_taken_as_it_is(kind: str, ending: str) -> None:
    data = image(kind)
    assert load_logo(data, "logo") == Logo(data, ending, 40, 20)


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<svg/>", image("GIF", mode="P"), image("BMP"), image("TIFF")]
)
def test_any_other_file_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(LetterheadError) as caught:
        load_logo(data, "نشان.png")
    assert "نشان.png" in caught.value.message


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_cut_short_is_refused(kind: str) -> None:
    data = image(kind, (200, 200))
    with pytest.raises(LetterheadError):
        load_logo(data[: len(data) // 2], "logo")


def png_of(width: int, height: int) -> bytes:
    """Return the beginning of a picture that claims a size."""
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), b"IDAT" + zlib.compress(b""))
    written = (struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


@pytest.mark.parametrize("side", [5_001, 10_000, 60_000])
def test_a_picture_with_too_many_points_is_refused_before_it_is_drawn(side: int) -> None:
    with pytest.raises(LetterheadError, match="too large"):
        load_logo(png_of(side, side), "logo")


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_BYTES", 10)
    with pytest.raises(LetterheadError, match="too large"):
        load_logo(image("PNG"), "logo")


@pytest.mark.parametrize(
    ("size", "fitted"), [((40, 20), (20.0, 10.0)), ((20, 40), (9.0, 18.0)), ((10, 10), (18.0, 18.0))]
)
def test_a_logo_keeps_its_shape_inside_the_box(size: tuple[int, int], fitted: tuple[float, float]) -> None:
    assert Logo(b"", "png", *size).fitted(20, 18) == fitted
