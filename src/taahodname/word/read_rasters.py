"""Reading the bytes of pictures: PNG and JPEG as they are, others and changed ones made PNG."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from taahodname.errors import UnsupportedFeature, WordFileError
from taahodname.word.markup import Element
from taahodname.word.names import prefixed, qn
from taahodname.word.read_site import Site

if TYPE_CHECKING:
    from PIL import Image

_MOST_PIXELS = 40_000_000
_KINDS = {"PNG", "JPEG", "GIF", "BMP", "TIFF"}
_VECTORS = {"WMF": "WMF", "EMF": "EMF"}
_KEPT = 8  # a head's pictures come once for each kind of page


class Changes(Struct, frozen=True):
    """What Office does to a picture: each channel times `gain` plus `lift`, made grey, seen through."""

    gain: float = 1.0
    lift: float = 0.0
    opacity: float = 1.0
    grey: bool = False


NONE = Changes()


def target_of(relation_id: str, site: Site) -> str:
    """Return the part of a picture.

    Raises:
        UnsupportedFeature: when the file does not hold it.
    """
    for relation in site.package.relations(site.part):
        if relation.id == relation_id and not relation.external and relation.target in site.package.parts:
            return relation.target
    raise site.refuse("تصویر پیوندی یا گمشده (a:blip)")


def changes_of(blip: Element, site: Site) -> Changes:
    """Return what an `a:blip` says is done to its picture.

    Raises:
        UnsupportedFeature: for changes that are not known, as two colours for all (duotone).
    """
    found = NONE
    for change in blip:
        tag = prefixed(change.tag) if isinstance(change.tag, str) else "a:extLst"
        if tag == "a:lum":
            bright, contrast = site.share(change.get("bright")), site.share(change.get("contrast"))
            found = _luminance(found, bright, contrast)
        elif tag == "a:alphaModFix":
            found = replace(found, opacity=min(1.0, max(0.0, site.share(change.get("amt"), 1.0))))
        elif tag == "a:grayscl":
            found = replace(found, grey=True)
        elif tag == "a:extLst":
            _check_extensions(change, site)
        else:
            raise site.refuse(f"دگرگونی رنگ تصویر ({tag})")
    return found


def _luminance(changes: Changes, bright: float, contrast: float) -> Changes:
    """Return changes with brightness and contrast as a gain and a lift about the middle grey.

    Word writes its «washout» as 70 % and -70 % here, and as a gain of 0.3 and a black level of 0.35 in VML.
    """
    gain = 1 + contrast if contrast <= 0 else 1 / max(1e-3, 1 - contrast)
    return replace(changes, gain=gain, lift=0.5 - 0.5 * gain + bright / 2)


def _check_extensions(extensions: Element, site: Site) -> None:
    for effect in extensions.iter(qn("a14:imgEffect")):
        kinds = [prefixed(child.tag) for child in effect if isinstance(child.tag, str)]
        raise site.refuse(f"جلوهٔ هنری تصویر ({', '.join(kinds)})")


def raster(name: str, changes: Changes, site: Site) -> bytes:
    """Return a picture as PNG or JPEG, as it is where it is one and nothing is done to it.

    Args:
        name: of its part.
        changes: what is done to its colours.
        site: the file.

    Raises:
        UnsupportedFeature: when it is broken or of a kind that is not drawn.
        WordFileError: when it has too many pixels.
    """
    try:
        return _raster(site.package.parts[name], name, changes)
    except _Refused as error:
        raise UnsupportedFeature(str(error), site.part, site.near) from error.__cause__


class _Refused(ValueError):
    """A picture that is not drawn; the words say why."""


@lru_cache(maxsize=_KEPT)
def _raster(data: bytes, name: str, changes: Changes) -> bytes:
    from PIL import Image, UnidentifiedImageError  # only letters with pictures need it

    if name.lower().endswith(".svg"):
        raise _Refused(f"تصویر SVG بی جایگزین PNG ({name})؛ آن را در ورد به PNG تبدیل کنید")
    try:
        with Image.open(BytesIO(data)) as image:
            kind, size = image.format, image.size
            if kind in _VECTORS:
                raise _Refused(f"تصویر {kind} ({name})؛ آن را در ورد با Paste Special به PNG تبدیل کنید")
            if kind not in _KINDS:
                raise _Refused(f"تصویر {kind} ({name})")
            if size[0] * size[1] > _MOST_PIXELS:
                raise WordFileError(
                    f"تصویر {name} بیش از اندازه بزرگ است ({size[0]}×{size[1]} نقطه)؛ آن را کوچک‌تر کنید.",
                    f"the picture {name} is too large ({size[0]}x{size[1]} pixels); make it smaller",
                )
            if not _is_sound(data, kind):
                image.load()  # one that breaks off in its middle is refused here, where its name is known
            if kind in ("PNG", "JPEG") and changes == NONE:
                return data
            out = BytesIO()
            _changed(image.convert("RGBA"), changes).save(out, "PNG")
            return out.getvalue()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError) as error:
        raise _Refused(f"تصویر خراب یا ناشناخته ({name})") from error


def _is_sound(data: bytes, kind: str) -> bool:
    """Tell whether the checksums of a PNG hold, which takes far less than to decode it."""
    from PIL import Image

    if kind != "PNG":
        return False
    with Image.open(BytesIO(data)) as image:
        try:
            image.verify()
        except (OSError, SyntaxError):
            return False
    return True


def _changed(image: Image.Image, changes: Changes) -> Image.Image:
    if changes == NONE:
        return image
    alpha = image.getchannel("A")
    colours = image.convert("L").convert("RGB") if changes.grey else image.convert("RGB")
    table = [
        min(255, max(0, round((value / 255 * changes.gain + changes.lift) * 255))) for value in range(256)
    ]
    colours = colours.point(table * 3)
    colours.putalpha(alpha.point([round(value * changes.opacity) for value in range(256)]))
    return colours
