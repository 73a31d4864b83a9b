"""Folder names: plain ASCII, safe on every system, told apart by the company's number."""

from __future__ import annotations

from slugify import slugify

from taahodname.persian import digits

_LONGEST = 60  # letters; Windows allows 260 for a whole path
_NAMELESS = "company"

# The package writes no vowels; a clerk finds «arya-prdaz» sooner than «ry-prdz». With all letters of Persian
# here, it seldom has to load its table of the world's letters.
_LETTERS = (
    ("آ", "a"), ("ک", "k"), ("گ", "g"), ("پ", "p"),
    ("ا", "a"), ("أ", "a"), ("إ", "e"), ("ع", "a"), ("ئ", "y"), ("ی", "i"), ("و", "v"),
    ("ؤ", "o"), ("هٔ", "e"), ("ه", "h"), ("ۀ", "e"), ("چ", "ch"), ("ش", "sh"), ("خ", "kh"), ("ژ", "zh"),
    ("غ", "gh"), ("ق", "gh"), ("ح", "h"), ("ث", "s"), ("ص", "s"), ("ذ", "z"), ("ض", "z"), ("ظ", "z"),
    ("ط", "t"), ("ء", ""), ("\u200c", "-"), ("\u064b", ""), ("\u0651", ""),
    ("ب", "b"), ("ت", "t"), ("ج", "j"), ("د", "d"), ("ر", "r"), ("ز", "z"), ("س", "s"), ("ف", "f"),
    ("ل", "l"), ("م", "m"), ("ن", "n"), *zip(digits.PERSIAN, digits.ASCII, strict=True),
)  # fmt: skip


def folder_name(name: str | None, national_id: str | None) -> str:
    """Return «<company-slug>-<national_id>».

    Args:
        name: the company's name; its letters are written in Latin ones.
        national_id: its شناسه ملی; only what is plainly a number is used.
    """
    slug = slugify(name or "", max_length=_LONGEST, word_boundary=True, replacements=_LETTERS) or _NAMELESS
    number = "".join(char for char in national_id or "" if char in "0123456789")[:_LONGEST]
    return f"{slug}-{number}" if number else slug
