"""Looks at a logo before it is printed: a PNG or JPEG picture that can be read whole."""

from __future__ import annotations

import io

from msgspec import Struct

from taahodname.errors import LetterheadError
from taahodname.letterhead.files import MAX_BYTES

MAX_PIXELS = 25_000_000
"""Far finer than a logo of a few centimetres can be printed."""

_MILLIONS = MAX_PIXELS // 1_000_000
_ENDINGS = {"PNG": "png", "JPEG": "jpeg"}


class Logo(Struct, frozen=True):
    """A picture that was read whole.

    Attributes:
        data: the file.
        ending: «png» or «jpeg».
        width, height: in pixels.
    """

    data: bytes
    ending: str
    width: int
    height: int

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Return the largest size of its shape inside a box, in the unit of the box."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def load_logo(data: bytes, name: str) -> Logo:
    """Return a logo.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        LetterheadError: when it is not a PNG or JPEG picture, is broken, or too large.
    """
    from PIL import Image, UnidentifiedImageError

    if len(data) > MAX_BYTES:
        raise _too_large(name)
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_ENDINGS)) as picture:
            width, height = picture.size
            if width * height > MAX_PIXELS:
                raise _too_large(name)
            picture.load()
            ending = _ENDINGS[picture.format or ""]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(name) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError) as error:
        raise LetterheadError(
            f"نشان «{name}» تصویر PNG یا JPEG سالم نیست. تصویر دیگری بدهید.",
            f"the logo {name} is not a sound PNG or JPEG picture; give another one",
        ) from error
    return Logo(data, ending, width, height)


def _too_large(name: str) -> LetterheadError:
    return LetterheadError(
        f"نشان «{name}» بیش از اندازه بزرگ است. آن را تا {_MILLIONS} میلیون نقطه کوچک کنید.",
        f"the logo {name} is too large; make it smaller (up to {_MILLIONS} million pixels)",
    )
