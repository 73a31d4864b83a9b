"""Choosing among the versions of one thing that a Word file holds, and knowing a plain watermark."""

from __future__ import annotations

from taahodname.word.markup import Element
from taahodname.word.names import NAMESPACES, qn
from taahodname.word.read_site import Site
from taahodname.word.watermark import SHAPE_ID, STYLE

_KNOWN = {NAMESPACES[prefix] for prefix in ("wps", "wpg", "wpc", "wp14", "w14", "w15", "a14")}
_INK = NAMESPACES["wpi"]


def chosen(alternatives: Element, site: Site) -> list[Element]:
    """Return what stands in the version of an mc:AlternateContent that is to be read, and in no other.

    Args:
        alternatives: the element.
        site: the file.

    Raises:
        UnsupportedFeature: when it is drawn by hand (ink), or no version can be read.
    """
    for choice in alternatives.iterfind(qn("mc:Choice")):
        needed = [choice.nsmap.get(prefix, "") for prefix in choice.get("Requires", "").split()]
        if _INK in needed:
            raise site.refuse("دست‌نوشته، ink (wpi)")
        if set(needed) <= _KNOWN:
            return [child for child in choice if isinstance(child.tag, str)]
    fallback = alternatives.find(qn("mc:Fallback"))
    if fallback is None:
        raise site.refuse("محتوای تازه‌تر از این نسخه (mc:AlternateContent)")
    return [child for child in fallback if isinstance(child.tag, str)]


def plain_watermark(pict: Element) -> str | None:
    """Return the words of a watermark whose look is ours to choose: our own, or one without a size."""
    for shape in pict.iter(qn("v:shape")):
        words = shape.find(qn("v:textpath"))
        if shape.get("id", "").startswith(SHAPE_ID) and words is not None:
            return words.get("string", "") if shape.get("style", STYLE) == STYLE else None
    return None
