"""Finds what must be read left to right inside Persian text, and holds it so with direction marks (UAX #9).

After a Persian letter the bidi algorithm takes digits for Arabic numbers (rule W2) and lets a hyphen, a
space, «+» or «%» between or beside them follow the paragraph (W4–W6, N2): «021-8877» is drawn «8877-021».
Between two left-to-right marks the same characters are plain left-to-right text, whatever stands around.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

LRM = "\u200e"
RLM = "\u200f"
_CONTROLS = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")

# What stands between the marks that `isolate` sets, which are U+200E, or U+200E and U+200F.
_UNMARKED = re.compile("(?:(?<!\u200e)\u200f|[^\u200e\u200f])+")

Span = tuple[int, int]

_KEPT = 1_500  # texts whose marks are remembered: most texts of a letter stand in every letter

_D = "[0-9۰-۹]"
# A letter of any script but the right-to-left ones.
_L = r"(?:(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff])[^\W\d_])"

# A URL, an e-mail address, a bare domain. Non-ASCII letters of a path turn round by their own strength
# whatever is put around them, so a URL ends where they begin.
# «Co.Ltd» looks like a domain and is none.
_ADDRESS = re.compile(
    r"""(?<![A-Za-z0-9])(?!(?i:Co|Pty|Pvt)\.Ltd(?![A-Za-z0-9/]))(?:
        [A-Za-z][A-Za-z0-9+.-]{0,15}://[!#-;=?-~]+
      | [A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+
      | (?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,9}
        [A-Za-z]{2,}(?![A-Za-z0-9_])(?:[/?\#:][!#-;=?-~]*)?
    )""",
    re.VERBOSE,
)

# Latin words with the digits, brackets and ASCII punctuation between them; trimmed by `_latin_pieces`.
# Quotation marks, «|», bullets, line ends and everything Persian part one phrase from the next.
_LATIN_RUN = re.compile(
    rf"(?:{_L}|{_D}|[ \u00a0!#-'()*+,./:;<=>?@\[\\\]^_`{{}}~°±²³·×–—’™®©\u0300-\u036f-])+"
)
_LETTER = re.compile(_L)
_ALNUM = re.compile(rf"{_L}|{_D}")
_CAN_TURN = _ALNUM  # every address, phrase and number holds a letter or a digit
# A number before a phrase; the first group of a card whose other digits are crossed out is none.
_LEADING_NUMBER = (
    rf"[+(]?(?!{_D}{{4}}(?:[ \u00a0](?:{_D}|[*xX]){{4}}){{3}}(?!\w)){_D}(?:(?!{_L})\S)*[ \u00a0]+"
)
_STARTERS = frozenset("#@.$€£~/\\+_")
_ENDERS = frozenset("+#%°²³™®©_")
# A full stop behind these is theirs: it ends no sentence, or the sentence and the word at once. They are the
# usual ones of English business letters: company forms, titles, what stands before a number or a name.
_ABBREVIATIONS = frozenset(
    [
        "approx", "assn", "ave", "blvd", "bros", "co", "corp", "dept", "dr", "etc", "ext",
        "inc", "intl", "jr", "ltd", "mfg", "mr", "mrs", "ms", "no", "nos", "prof",
        "pty", "pvt", "rd", "sr", "st", "tel", "univ", "vol", "vs",
    ]
)  # fmt: skip
# These are words, too: they must be written as «Co» is, or stand behind another word.
_ALSO_WORDS = frozenset({"co", "no", "st"})
# «U.S.», «Ph.D.», «Co.Ltd.»: short parts with a full stop behind each. «B.Sc» is found as a domain.
_DEGREE = re.compile(r"[BM]\.(?:Sc|Eng|Ed|Arch)")
_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]|(?i:(?:Co|Pty|Pvt)\.Ltd)")
_LAST_WORD = re.compile(r"(?<![A-Za-z.])[A-Za-z.]+\Z")
_LONGEST_ABBREVIATION = 12
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BRACKETS = frozenset("()[]{}")

# A digit that is not told, and a group with some of them.
_MASKS = "*•●"
_M = f"[{_MASKS}]"
_DM = f"[0-9۰-۹{_MASKS}]"
_MASKED_END = re.compile(rf"{_D}\*{{3,20}}\Z")

# Between the groups of a phone number: a space, or a hyphen with or without spaces.
_S = "(?:[ \u00a0]?[-–][ \u00a0]?|[ \u00a0])"
_G = f"{_S}?{_D}"
# A number with digits that are not told. Few texts have one, and each of these takes its time to be compiled.
_MASKED = rf"""
        (?=[*•●–-]{{0,24}}{_D})(?=[0-9۰-۹–-]{{0,24}}{_M}[0-9۰-۹–-]{{0,24}}{_M})
          {_DM}+(?:[-–]{_DM}+)+                                                 # 6037-99**-****-5678
      | (?=[*•● \u00a0]{{0,19}}{_D})(?=[0-9۰-۹ \u00a0]{{0,19}}{_M})
          {_DM}{{4}}(?:[ \u00a0]{_DM}{{4}}){{3}}(?!{_DM})                        # 6037 99** **** 5678
      | (?<!{_M})(?:{_M}{{4}}[ \u00a0]){{1,3}}{_D}{{4}}(?!{_DM})                 # **** 5678
      | {_D}{{2,}}[ \u00a0]{_M}{{3,}}[ \u00a0]{_D}{{2,}}(?!{_DM})               # 021 **** 6655
      | (?:\+|[0۰]){_D}+(?:[ \u00a0]{_D}{{2,}}){{0,3}}[ \u00a0]{_M}{{3,}}
          (?:[ \u00a0]{_D}{{2,}})?(?!{_DM})                                     # +98 912 *** 4567
      | {_D}+(?:[/.](?:{_D}+|{_M}{{2,}}(?!{_DM}))){{0,2}}[/.]{_M}{{2,}}(?!{_DM})        # 1358/**/**
      | (?<!{_M}){_M}{{3,}}{_D}+(?!{_DM}) | {_D}+{_M}{{3,}}(?!{_DM})              # ****5678, 5678****
      | {_D}+(?:[•●]+{_D}+)+                                                    # 0912•••4567
      |"""
_TOLD = rf"""
        (?:\+|[0۰]{{2}})[9۹][8۸]{_S}?\([0۰]?{_D}{{2}}\)(?:{_G}){{8}}(?!{_D})     # +98 (21) 8877 6655
      | \([0۰]{_D}{{2}}\){_S}?{_D}(?:{_G}){{6,7}}(?!{_D})                       # (021) 8877 6655
      | (?:\+|[0۰]{{2}})[9۹][8۸](?:{_S}?\(?[0۰]\)?)?(?:{_G}){{10}}(?!{_D})       # +98 912 345 6789
      | [9۹][8۸](?:{_G}){{10}}(?!{_D})                                          # 98 912 345 6789
      | \+{_D}{{1,3}}(?:{_G}){{6,12}}(?!{_D})                                   # other countries
      | [0۰](?:{_G}){{10}}(?!{_D})                                              # 0912 345 6789
      | [0۰]{_D}{{2}}(?:{_G}){{7}}(?!{_D})                                      # an old 021 887 7665
      | {_D}{{4}}(?:[ \u00a0]{_D}{{4}}){{3}}(?!{_D})                            # a bank card
      | {_D}{{5}}[ \u00a0]{_D}{{5}}(?!{_D})                                     # a postal code
      | (?:(?<![\w)\]]){_D}+)?[*#]{_D}+(?:[*#]{_D}+)*\#?                        # *780*1#
      | (?:(?<![\w)\]%])[+\u2212-])?{_D}+%?(?:(?:[-–/.,:×+_٫٬]|\*+){_D}+%?)*"""
_NUMBER_OPENS, _NUMBER_ENDS = rf"(?:(?<!{_D})|(?=\())(?:", rf")(?:[-–/~]{_D}+)*"
# No other sign can begin one: most places of a text are passed over without a look at the forms above.
_BEGINS_NUMBER = r"(?=[0-9۰-۹+(*\#\u2212-])"
_NUMBER = re.compile(_BEGINS_NUMBER + _NUMBER_OPENS + _TOLD + _NUMBER_ENDS, re.VERBOSE)
_PLAIN_NUMBER = re.compile(f"{_D}+(?:٬{_D}+)*")


def ltr_spans(text: str) -> tuple[Span, ...]:
    """Return the places of the pieces that must be read left to right inside Persian text.

    URLs, e-mail addresses, domains, Latin phrases (with their inner spaces, brackets and digits), phone and
    card numbers, and digits joined by separators or with a sign or «%». A plain number is none of them:
    it keeps its order anyway. Brackets and quotation marks around a piece and the punctuation after it stay
    outside. Direction marks already in the text count for nothing.

    Args:
        text: Persian text, with or without direction marks.

    Returns:
        Pairs of start and end, in order, without overlap.
    """
    if _CAN_TURN.search(text) is None:
        return ()
    if LRM not in text and RLM not in text:
        return tuple(_spans(text))
    kept = [match.span() for match in _UNMARKED.finditer(text)]
    places = [place for start, end in kept for place in range(start, end)]
    bare = "".join(text[start:end] for start, end in kept)
    return tuple((places[start], places[end - 1] + 1) for start, end in _spans(bare))


def _spans(text: str) -> list[Span]:
    """Return the spans of a text without marks: addresses, then phrases between them, then numbers."""
    if _LETTER.search(text) is None:
        return [match.span() for match in _number_in(text).finditer(text) if _turns(match.group())]
    addresses = [_trimmed_address(text, *match.span()) for match in _ADDRESS.finditer(text)]
    spans = list(addresses)
    for start, end in _gaps(addresses, len(text)):
        for run in _LATIN_RUN.finditer(text, start, end):
            spans += _latin_pieces(text, *run.span())
    spans.sort()
    number = _number_in(text)
    for start, end in _gaps(list(spans), len(text)):
        spans += [match.span() for match in number.finditer(text, start, end) if _turns(match.group())]
    return sorted(spans)


def _number_in(text: str) -> re.Pattern[str]:
    """Return the pattern of the numbers of a text: the whole one only where digits may be masked."""
    return _masked_number() if any(sign in text for sign in _MASKS) else _NUMBER


@cache
def _masked_number() -> re.Pattern[str]:
    return re.compile(_NUMBER_OPENS + _MASKED + _TOLD + _NUMBER_ENDS, re.VERBOSE)


def _gaps(spans: list[Span], length: int) -> Iterator[Span]:
    """Yield the stretches that no span covers."""
    end = 0
    for start, stop in spans:
        yield end, start
        end = stop
    yield end, length


def _turns(number: str) -> bool:
    """Return whether a number would turn round in a right-to-left paragraph."""
    return _PLAIN_NUMBER.fullmatch(number) is None


def _trimmed_address(text: str, start: int, end: int) -> Span:
    """Return an address without the punctuation of the sentence around it; a last slash belongs to it.

    It ends before a bracket whose pair stands outside: the two would be ordered together (UAX #9, N0).
    """
    while lone := _lone(text, start, end):
        end = lone[0]
    while text[end - 1] in ".,;:!?'*_~-":
        end -= 1
    if _DEGREE.fullmatch(text, start, end) and text[end : end + 1] == ".":
        end += 1
    return start, end


def _lone(text: str, start: int, end: int) -> list[int]:
    """Return the places of the brackets without a pair."""
    partners = _partners(text, start, end)
    return [place for place in range(start, end) if text[place] in _BRACKETS and place not in partners]


def _partners(text: str, start: int, end: int) -> dict[int, int]:
    """Return the place of the other bracket for each bracket that has one."""
    opened: list[int] = []
    partners: dict[int, int] = {}
    for place in range(start, end):
        if text[place] in _PAIRS:
            opened.append(place)
        elif text[place] in _PAIRS.values() and opened and _PAIRS[text[opened[-1]]] == text[place]:
            partners[place] = opened.pop()
            partners[partners[place]] = place
    return partners


def _latin_pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the Latin phrases of a run, parted at brackets whose pair stands outside it."""
    lone = _lone(text, start, end)
    if lone:
        # A part may hold a bracket whose pair is in another part, so each is looked at anew.
        for stop in [*lone, end]:
            yield from _latin_pieces(text, start, stop)
            start = stop + 1
    elif _LETTER.search(text, start, end):
        yield _trimmed_phrase(text, start, end, _partners(text, start, end))


def _trimmed_phrase(text: str, start: int, end: int, partners: dict[int, int]) -> Span:
    """Return a phrase, which holds a letter, without what only stands beside it.

    That is: a number before it with a space between, punctuation, and brackets around the whole.
    """
    while True:
        number = re.match(_LEADING_NUMBER, text[start:end])
        if number is not None:
            start += number.end()
        elif not _opens(text, start, end, partners):
            start += 1
        elif not _closes(text, start, end, partners):
            end -= 1
        elif partners.get(start) == end - 1:
            start, end = start + 1, end - 1
        else:
            return start, end


def _opens(text: str, start: int, end: int, partners: dict[int, int]) -> bool:
    """Return whether a phrase can begin here: a letter, digit or paired bracket, or a sign before a word."""
    char = text[start]
    if char in _BRACKETS:
        return start < partners.get(start, -1) < end
    if char not in _STARTERS:
        return _ALNUM.match(char) is not None
    after_word = start > 0 and (text[start - 1].isalnum() or text[start - 1] in ")]}")
    return not after_word and start + 1 < end and _ALNUM.match(text[start + 1]) is not None


def _closes(text: str, start: int, end: int, partners: dict[int, int]) -> bool:
    """Return whether a phrase can end here: a letter, digit, mark or paired bracket, or as «C++» does."""
    char = text[end - 1]
    if char in _BRACKETS:
        return partners.get(end - 1, -1) >= start
    if unicodedata.combining(char) or _ALNUM.match(char):
        return True
    if char == ".":
        return _is_of_abbreviation(text, start, end - 1)
    if char == "*":
        return _MASKED_END.search(text, max(start, end - 21), end) is not None
    before_word = end < len(text) and text[end].isalnum()
    return char in _ENDERS and not before_word


def _is_of_abbreviation(text: str, start: int, stop: int) -> bool:
    """Return whether the full stop at a place belongs to the word before it; one of an ellipsis does not."""
    if text[stop + 1 : stop + 3] == ".." or text[stop - 1] == ".":
        return False
    word = _LAST_WORD.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop)
    if word is None:
        return False
    if _DOTTED.fullmatch(word.group()):
        return True
    last = word.group().rpartition(".")[2]
    if last.casefold() in _ALSO_WORDS and not last.istitle():
        return _LETTER.search(text, start, stop - len(last)) is not None
    return last.casefold() in _ABBREVIATIONS


@lru_cache(maxsize=_KEPT)
def isolate(text: str) -> str:
    """Return the text with U+200E on both sides of each piece that must be read left to right.

    Where only neutral characters part a piece from digits or from the next piece, U+200F follows it, or
    the two would become one left-to-right stretch and change places. Nothing else is added, nothing is
    taken away, and doing it twice changes nothing more.

    Args:
        text: Persian text, with or without direction marks.
    """
    pieces: list[str] = []
    end = 0
    for start, stop in ltr_spans(text):
        pieces.append(text[end:start])
        pieces += ["" if text[end:start].endswith(LRM) else LRM, text[start:stop]]
        end = stop
        pieces.append(LRM)
        if text[end : end + 1] == LRM:
            end += 1
        if _runs_on(text, end):
            pieces.append(RLM)
    return "".join(pieces) + text[end:]


def _runs_on(text: str, place: int) -> bool:
    """Return whether left-to-right text or a European number comes before the next right-to-left letter."""
    for char in text[place:]:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL", "AN", "B"):
            return False
        if kind in ("L", "EN"):
            return True
    return False


def strip_controls(text: str) -> str:
    """Return the text without LRM, RLM, ALM and isolates; U+200C (the half-space) and all else stay.

    Args:
        text: any text.
    """
    return _CONTROLS.sub("", text)
