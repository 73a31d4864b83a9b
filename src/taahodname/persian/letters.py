"""Cleans Persian text of what keyboards leave in it, tells each change, and finds what cannot be printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from taahodname.persian import digits

ZWNJ = "\u200c"
_KEPT = 1_000  # texts whose clean form is remembered: a profile is checked more than once on its way to paper


class Reason(NamedTuple):
    """Why a text is written otherwise than it was given.

    Attributes:
        slug: a stable name («arabic-letters»).
        fa: a Persian phrase for a reader.
        en: the same in English.
    """

    slug: str
    fa: str
    en: str


class Cleaned(NamedTuple):
    """A cleaned text and the reasons of its changes, in a fixed order; no reason means no change."""

    text: str
    reasons: tuple[Reason, ...] = ()


class Flaw(NamedTuple):
    """One character that may not stand in a printed field.

    Attributes:
        position: its place in the text, counted from 0.
        code_point: its number in Unicode.
        kind: «control», «separator», «bidi-override», «isolate», «surrogate», «noncharacter»
            or «replacement».
    """

    position: int
    code_point: int
    kind: str

    @property
    def code(self) -> str:
        """The code point as people write it: «U+202E»."""
        return f"U+{self.code_point:04X}"

    @property
    def message(self) -> str:
        """A Persian phrase that says what the character is."""
        return _FLAWS[self.kind][0]

    @property
    def message_en(self) -> str:
        """The same in English."""
        return _FLAWS[self.kind][1]


_FLAWS = {
    "control": ("نویسهٔ کنترلی", "a control character"),
    "separator": ("جداکنندهٔ سطر یا بند یونیکد", "a Unicode line or paragraph separator"),
    "bidi-override": ("نویسهٔ تغییر جهت نوشتار", "a character that overrides the direction of text"),
    "isolate": ("نویسهٔ جداساز جهت که جفت ندارد", "a direction isolate without its pair"),
    "surrogate": ("نیمهٔ یک نویسه (رمزگذاری خراب)", "half a character (broken encoding)"),
    "noncharacter": ("کدی که نویسه نیست", "a code point that is no character"),
    "replacement": (
        "نویسهٔ جایگزین، یعنی متن اصلی از دست رفته است",
        "a replacement character: the text was lost",
    ),
}

# U+2060 is what editors write today for the older meaning of U+FEFF.
_JUNK = re.compile("[\u200b\u2060\ufeff\u00ad]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_PRESENTATION_MARKS = range(0xFE70, 0xFE80)
# U+0649 is Arabic's dotless final alef; Persian keyboards of the nineties wrote it for ی.
_ARABIC_LETTERS = (("\u064a", "ی"), ("\u0649", "ی"), ("\u0643", "ک"))
_SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Each begins with what is sought, which is found at once so: behind an edge, before one, behind another.
_EDGE_ZWNJ = re.compile(
    f"{ZWNJ}(?:(?<![^{_SPACES}\n\r]{ZWNJ}){ZWNJ}*|{ZWNJ}*(?=[{_SPACES}\n\r]|$)|(?<={ZWNJ}{ZWNJ}){ZWNJ}*)"
)
_LINE_ENDS = re.compile(f"[{_SPACES}]*(?:\r\n|\r|\n)[{_SPACES}]*")
_SPACE_RUN = re.compile(f"[{_SPACES[1:]}][{_SPACES}]*| [{_SPACES}]+")  # not a plain space by itself


def _expand(match: re.Match[str]) -> str:
    """Return the ordinary letters of one presentation form.

    The forms of single marks decompose to a mark on a space or a tatweel; that carrier is not part
    of the word, so the mark alone stays.
    """
    char = match.group()
    plain = unicodedata.normalize("NFKC", char)
    return plain.lstrip(" \u0640") if ord(char) in _PRESENTATION_MARKS else plain


def _persian_letters(text: str) -> str:
    for arabic, persian in _ARABIC_LETTERS:
        text = text.replace(arabic, persian)
    return text


def _spaces(text: str) -> str:
    """Return the text with one plain space where there were several or odd ones, and none at its edges."""
    if "\n" in text or "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    return _SPACE_RUN.sub(" ", text).strip(" \n")


_STEPS: tuple[tuple[Reason, Callable[[str], str]], ...] = (
    (
        Reason(
            "presentation-forms",
            "شکل‌های نمایشی حروف به حروف عادی تبدیل شد",
            "presentation forms to plain letters",
        ),
        lambda text: _PRESENTATION.sub(_expand, text),
    ),
    (
        Reason("invisible", "نویسه‌های ناپیدای بی‌کاربرد حذف شد", "useless invisible characters taken out"),
        lambda text: _JUNK.sub("", text),
    ),
    (
        Reason("composed", "حرف و نشانهٔ جدا یک نویسه شد (NFC)", "letter and mark composed (NFC)"),
        lambda text: unicodedata.normalize("NFC", text),
    ),
    (
        Reason(
            "arabic-letters", "«ي» و «ك» عربی به «ی» و «ک» فارسی تبدیل شد", "Arabic ye and kaf to Persian"
        ),
        _persian_letters,
    ),
    (
        Reason("arabic-digits", "رقم‌های عربی به رقم‌های فارسی تبدیل شد", "Arabic-Indic digits to Persian"),
        digits.arabic_to_persian,
    ),
    (
        Reason(
            "half-spaces", "نیم‌فاصلهٔ تکراری یا لب واژه حذف شد", "needless zero-width non-joiners taken out"
        ),
        lambda text: _EDGE_ZWNJ.sub("", text) if ZWNJ in text else text,
    ),
    (
        Reason("spaces", "فاصله‌های اضافی حذف شد", "needless spaces taken out"),
        _spaces,
    ),
)


@lru_cache(maxsize=_KEPT)
def clean(text: str) -> Cleaned:
    """Return the text as a Persian typist would have it, and why each change was made.

    NFC; ي ى ك to ی ی ک; Arabic-Indic digits to Persian; presentation forms to letters; U+200B, U+2060,
    U+FEFF and U+00AD taken out; every kind of space to one plain space and none at the edges of a line;
    U+200C kept inside words only and never doubled. Line ends become «\\n». Vowel signs, tanvin, tashdid
    and hamza are never taken away, and nothing else is changed. Cleaning twice changes nothing more.

    Args:
        text: any text.
    """
    reasons = []
    for reason, step in _STEPS:
        changed = step(text)
        if changed != text:
            reasons.append(reason)
            text = changed
    return Cleaned(text, tuple(reasons))


_INVISIBLE = re.compile("[\u061c\u200d\u200e\u200f\u2066-\u2069\u0640]")


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> str:
    """Return a form that is equal for texts a reader takes for the same; for comparison, never for print.

    Cleaned, without case, vowel signs, hamza, tatweel and direction marks, digits in ASCII; U+200C counts
    as a space, because a clerk without that key types one («قرعه‌کشی» = «قرعه کشی»).

    Args:
        text: any text.
    """
    plain = _INVISIBLE.sub("", clean(text).text).replace(ZWNJ, " ")
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
    for mark in (char for char in set(parts) if unicodedata.category(char) == "Mn"):
        parts = parts.replace(mark, "")
    return digits.to_ascii(clean(parts).text)


def _kind(char: str) -> str | None:
    """Return what is wrong with a character that is wrong wherever it stands, or None."""
    point = ord(char)
    if char in "\t\n\r":
        return None  # `clean` makes a space or a line end of these.
    if 0x202A <= point <= 0x202E:
        return "bidi-override"
    if 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE:
        return "noncharacter"
    if char == "\ufffd":
        return "replacement"
    return {"Cc": "control", "Cs": "surrogate", "Zl": "separator", "Zp": "separator"}.get(
        unicodedata.category(char)
    )


def _unpaired_isolates(text: str) -> list[int]:
    """Return the places of isolates that are not closed, or not opened, within their line (UAX #9, BD9)."""
    unpaired: list[int] = []
    opened: list[int] = []
    for position, char in enumerate(text):
        if "\u2066" <= char <= "\u2068":
            opened.append(position)
        elif char == "\u2069" and opened:
            opened.pop()
        elif char == "\u2069":
            unpaired.append(position)
        elif char == "\n":
            unpaired += opened
            opened.clear()
    return unpaired + opened


# No flaw anywhere; isolates and what lies beyond U+FFFF are left for a closer look. Python compiles a range
# sign by sign, so those that are left out are named, which are few.
_FLAWLESS = re.compile(
    "[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffd-\U0010ffff]*"
)


def flaws(text: str) -> tuple[Flaw, ...]:
    """Return every character that may not stand in a printed field, in the order of the text.

    Control characters other than tab and line ends, U+2028/2029, direction embeddings and overrides
    (U+202A–202E), isolates without a pair, lone surrogates, noncharacters and U+FFFD.

    Args:
        text: any text, as it was given.
    """
    if _FLAWLESS.fullmatch(text):
        return ()
    found = [Flaw(place, ord(char), kind) for place, char in enumerate(text) if (kind := _kind(char))]
    found += [Flaw(place, ord(text[place]), "isolate") for place in _unpaired_isolates(text)]
    return tuple(sorted(found, key=lambda flaw: flaw.position))


_WORD = re.compile(r"\S+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_PERSIAN_LETTER = "[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f]"
_ENDS_PHRASE = tuple("،؛؟.,;:!?»)]")
_OPENS_PHRASE = tuple("«([")
_PROSE_DIGITS = str.maketrans(digits.ASCII, digits.PERSIAN)


def persian_digits_in_prose(text: str) -> str:
    """Return Persian prose with its ASCII digits as Persian ones, and Latin phrases left alone.

    A word with a Latin letter keeps its digits, and so does a word of digits beside it («ISO 9001»,
    «Tel 021 8877»); «پلاک 12» becomes «پلاک ۱۲». A comma, full stop or bracket between the two parts them.

    Args:
        text: any text; words are parted by white space.
    """
    if _LATIN.search(text) is None:
        return text.translate(_PROSE_DIGITS)
    words = [(match.start(), match.group()) for match in _WORD.finditer(text)]
    latin = [bool(_LATIN.search(word)) for _, word in words]
    _spread(words, latin, range(1, len(words)), -1)
    _spread(words, latin, range(len(words) - 2, -1, -1), 1)
    pieces: list[str] = []
    end = 0
    for (start, word), is_latin in zip(words, latin, strict=True):
        pieces += [text[end:start], word if is_latin else word.translate(_PROSE_DIGITS)]
        end = start + len(word)
    return "".join(pieces) + text[end:]


def _spread(words: list[tuple[int, str]], latin: list[bool], order: range, step: int) -> None:
    """Mark the words without Persian letters that stand beside a Latin one as part of its phrase.

    `step` tells on which side the neighbour is looked for: -1 before the word, 1 after it.
    """
    for index in order:
        first, second = sorted((index, index + step))
        parted = words[first][1].endswith(_ENDS_PHRASE) or words[second][1].startswith(_OPENS_PHRASE)
        if latin[index + step] and not parted and not re.search(_PERSIAN_LETTER, words[index][1]):
            latin[index] = True
