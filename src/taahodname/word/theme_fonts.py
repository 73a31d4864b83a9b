"""The fonts that a theme names, by the slots under which styles ask for them."""

from __future__ import annotations

from taahodname.word.markup import Element
from taahodname.word.names import qn


def theme_fonts(theme: Element | None) -> dict[str, str]:
    """Return font names by theme slot; Arabic ones stand under the script «Arab» where «cs» is empty."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for kind in ("major", "minor"):
        fonts = theme.find(f".//{qn(f'a:{kind}Font')}")
        if fonts is None:
            continue
        for child, slots in (("a:latin", ("HAnsi", "Ascii")), ("a:cs", ("Bidi",))):
            element = fonts.find(qn(child))
            name = "" if element is None else element.get("typeface", "")
            found.update({f"{kind}{slot}": name for slot in slots})
        arabic = next((f for f in fonts.iter(qn("a:font")) if f.get("script") == "Arab"), None)
        if not found.get(f"{kind}Bidi") and arabic is not None:
            found[f"{kind}Bidi"] = arabic.get("typeface", "")
    return found
