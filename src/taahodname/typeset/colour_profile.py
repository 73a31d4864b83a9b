"""The ICC profile of sRGB, built from its published numbers, so that the same bytes come out everywhere."""

from __future__ import annotations

import struct
from functools import cache

NAME = "sRGB IEC61966-2.1"
"""The name by which output intents know the colour space."""

_WHITE = (0.9642, 1.0, 0.8249)  # D50, the white of every profile's connection space (ICC.1:2004-10, 7.2.16)
# The primaries of IEC 61966-2-1 (ITU-R BT.709), brought from D65 to D50 by the Bradford transform.
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
# Bradford, D65 to D50, row by row.
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02960, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
# The curve of IEC 61966-2-1 as «parametricCurveType» 3: g, a, b, c, d.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_RIGHTS = "Public domain"
_HEADER_SIZE = 128
_CREATED = (2004, 10, 1, 0, 0, 0)  # the issue of the specification it follows: no clock is asked


@cache
def srgb() -> bytes:
    """Return the profile: version 4.2, a display, RGB to XYZ (ICC.1:2004-10)."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text(NAME),
        b"cprt": _text(_RIGHTS),
        b"wtpt": _xyz(_WHITE),
        b"chad": b"sf32\0\0\0\0" + _fixed(*_ADAPTATION),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    body = _table(tags)
    return _header(_HEADER_SIZE + len(body)) + body


def _header(size: int) -> bytes:
    parts = (
        struct.pack(">I4sI", size, b"\0\0\0\0", 0x04200000),
        b"mntrRGB XYZ ",
        struct.pack(">6H", *_CREATED),
        b"acsp",
        bytes(28),  # no platform, flags, device or intent of its own: perceptual
        _fixed(*_WHITE),
    )
    return b"".join(parts).ljust(_HEADER_SIZE, b"\0")


def _table(tags: dict[bytes, bytes]) -> bytes:
    """Return the tag table and the data; tags of the same data share it."""
    start = _HEADER_SIZE + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    data = b""
    for value in tags.values():
        if value not in places:
            places[value] = start + len(data)
            data += value + bytes(-len(value) % 4)
    entries = [struct.pack(">4sII", name, places[value], len(value)) for name, value in tags.items()]
    return struct.pack(">I", len(tags)) + b"".join(entries) + data


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _text(words: str) -> bytes:
    encoded = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded
