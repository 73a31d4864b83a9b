"""Tokens: a paragraph cut into words and what parts them, most of it phrases that sentences share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from taahodname.paper.blocks import (
    FloatingPicture,
    Inline,
    LineBreak,
    Note,
    PageBreak,
    PageNumber,
    Paragraph,
    Picture,
    Tab,
    Text,
    TextStyle,
)
from taahodname.paper.drawings import Drawing
from taahodname.persian.counters import counted
from taahodname.typeset import bidi
from taahodname.typeset.bonds import Bonds, are_of_one_run
from taahodname.typeset.fonts import FontBook, FontChoice
from taahodname.typeset.pieces import (
    Kind,
    PageNumbers,
    Piece,
    Token,
    choice_of,
    piece_alone,
    style_of,
    text_piece,
)
from taahodname.typeset.spaces import SPACES

_OBJECT = "\ufffc"
_LINE_END = "\u2028"
# They steer the order and have no shape: the levels hold what they said.
_CONTROLS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_JOINERS = frozenset("\u200c\u200d")
_KEPT_LOOKS, _KEPT_WORDS, _KEPT_PHRASES = 32, 1_000, 500

_ALONE: dict[str, Kind] = {"\t": "tab", _LINE_END: "break", "\f": "page-break", _OBJECT: "picture"}
_SEPARATE = "".join(_ALONE) + "".join(sorted(SPACES))
_STEERING = "".join(sorted(_CONTROLS))
# A word without the controls around it, or one of what parts words.
_SPAN = re.compile(f"[^{_SEPARATE}{_STEERING}](?:[^{_SEPARATE}]*[^{_SEPARATE}{_STEERING}])?|[{_SEPARATE}]")


def tokens(paragraph: Paragraph, fonts: FontBook, numbers: PageNumbers) -> list[Token]:
    """Return a paragraph as tokens in logical order.

    Raises:
        FontError: when no font at hand has one of its characters.
    """
    source = _Source(paragraph.inlines, numbers, fonts)
    runs = bidi.level_runs(source.text, rtl=paragraph.format.rtl)
    found = _of_phrases(source, runs)
    return _of_words(source, runs) if found is None else found


def _of_phrases(source: _Source, runs: Sequence[bidi.LevelRun]) -> list[Token] | None:
    """Return the tokens of a paragraph of plain words, as nearly all are; None for any other.

    What is of one look and level is shaped by itself, whatever stands beside it. So sentences that differ in
    a name or a number have all phrases between these in common.
    """
    found: list[Token] = []
    last: _Phrase | None = None
    bonds: Bonds | None = None
    for phrase, begins_inline in source.phrases(runs):
        if phrase is None:
            return None
        own: Sequence[Token] = phrase.tokens
        if last is not None and are_of_one_run(last.tokens[-1].pieces[-1], own[0].pieces[0]):
            if bonds is None:
                bonds = Bonds()
                _bound(last.tokens, bonds)
            own = _bound(own, bonds)
        else:
            bonds = None
        if last is not None and last.ends_within_word and phrase.begins_within_word:
            if begins_inline or last.steers_behind or phrase.steers_before:
                return None  # a word of several looks, or with what steers the order inside
            one, other = found.pop(), own[0]
            found.append(Token("text", (*one.pieces, *other.pieces), bound=one.bound or other.bound))
            found += own[1:]
        else:
            found += own
        last = phrase
    return found


def _of_words(source: _Source, runs: Sequence[bidi.LevelRun]) -> list[Token]:
    """Return the tokens of any paragraph, looked for word by word."""
    levels = bidi.levels_of(runs)
    words = [span.span() for span in _SPAN.finditer(source.text)]
    found = [source.known(*ends, levels) or _taken_apart(source, levels, *ends) for ends in words]
    return _bound(found, Bonds())


def _bound(found: Sequence[Token], bonds: Bonds) -> list[Token]:
    """Return tokens that know whether they are bound to those before them, which `bonds` has seen."""
    result: list[Token] = []
    for token in found:
        bound = False
        for piece in token.pieces:
            bound |= bonds.is_bound(piece)  # it must see every one
        result.append(token if token.bound == bound else Token(token.kind, token.pieces, bound=bound))
    return result


def _taken_apart(source: _Source, levels: Sequence[int], start: int, end: int) -> Token:
    """Return a span with pieces that are looked for character by character."""
    text = source.text[start:end]
    kind = _kind(text)
    if kind == "text":
        return Token(kind, tuple(_word_pieces(source, levels, start, end)))
    return Token(kind, (piece_alone(kind, source.owner(start), levels[start], text, source.fonts),))


class _Source:
    """The characters of a paragraph and, for each, the inline it came from."""

    def __init__(self, inlines: tuple[Inline, ...], numbers: PageNumbers, fonts: FontBook) -> None:
        self.fonts = fonts
        self._inlines = inlines
        self._parts = [_characters(inline, numbers) for inline in inlines]
        self._words = [
            _words(choice_of(inline.style, fonts), inline.style) if isinstance(inline, Text) else None
            for inline in inlines
        ]
        self.text = "".join(self._parts)

    @cached_property
    def _places(self) -> list[int]:
        """The place among all inlines of that of each character."""
        return [place for place, part in enumerate(self._parts) for _ in part]

    @cached_property
    def has_notes(self) -> bool:
        return any(isinstance(inline, Note) for inline in self._inlines)

    def owner(self, index: int) -> Inline:
        """Return the inline that a character came from."""
        return self._inlines[self._places[index]]

    def phrases(self, runs: Sequence[bidi.LevelRun]) -> Iterator[tuple[_Phrase | None, bool]]:
        """Yield what is of one inline and level, and whether it begins the inline; None if it is strange."""
        waiting = iter(runs)
        level = left = 0
        for inline, part, words in zip(self._inlines, self._parts, self._words, strict=True):
            start, length = 0, len(part)
            while start < length:
                if not left:
                    level, left = next(waiting)
                stop = min(length, start + left)
                if words is not None:
                    yield words.phrase(part[start:stop], level), not start
                elif part in _ALONE:
                    alone = piece_alone(_ALONE[part], inline, level, part, self.fonts)
                    yield _Phrase((Token(alone.kind, (alone,)),)), True
                else:
                    yield None, True
                left -= stop - start
                start = stop

    def known(self, start: int, end: int, levels: Sequence[int]) -> Token | None:
        """Return a word or a space of one look without anything strange, as nearly all are; else None."""
        words, level = self._words[self._places[start]], levels[start]
        if words is None or self._places[end - 1] != self._places[start]:
            return None
        if end - start == 1 or levels[start:end].count(level) == end - start:
            return words.token(self.text[start:end], level)
        pieces: list[Piece] = []
        while start < end:
            stop, level = start + 1, levels[start]
            while stop < end and levels[stop] == level:
                stop += 1
            part = words.token(self.text[start:stop], level)
            if part is None:
                return None
            pieces += part.pieces
            start = stop
        return Token("text", tuple(pieces))

    def style(self, index: int) -> TextStyle:
        return style_of(self.owner(index))

    def note(self, index: int) -> Note | None:
        """Return the footnote that a character is the mark of."""
        owner = self.owner(index)
        return owner if isinstance(owner, Note) else None


def _characters(inline: Inline, numbers: PageNumbers) -> str:
    match inline:
        case Text(text=text):
            return text
        case Tab():
            return "\t"
        case LineBreak():
            return _LINE_END
        case PageBreak():
            return "\f"
        case Picture() | Drawing():
            return _OBJECT
        case Note(text=text):
            return text
        case PageNumber():
            return _number(inline, numbers)
        case FloatingPicture():
            return ""


def _number(field: PageNumber, numbers: PageNumbers) -> str:
    found = {"page": numbers.page, "pages": numbers.pages, "section-pages": numbers.section_pages}[field.kind]
    way = field.way or (numbers.way if field.kind == "page" else "decimal")
    return counted(found, way, persian=field.persian)


def _kind(span: str) -> Kind:
    return _ALONE.get(span) or ("space" if span in SPACES else "text")


class _Phrase(Struct, frozen=True, gc=False):
    """Words and spaces of one look and level, as sentences share them, or a tab, break or picture.

    Attributes:
        tokens: they, bound as they are where nothing before them is of the same run.
        begins_within_word, ends_within_word: no space or the like is its first and its last character.
        steers_before, steers_behind: what steers the order is.
    """

    tokens: tuple[Token, ...]
    begins_within_word: bool = False
    ends_within_word: bool = False
    steers_before: bool = False
    steers_behind: bool = False


class _Words:
    """The words and phrases of one look that were met so far: most of a client are known before."""

    def __init__(self, choice: FontChoice, style: TextStyle) -> None:
        self._choice = choice
        self._style = style
        self._known: dict[tuple[str, int], Token] = {}
        self._phrases: dict[tuple[str, int], _Phrase] = {}

    def phrase(self, text: str, level: int) -> _Phrase | None:
        """Return words and spaces, None when there are none, or when `token` does not know one of them."""
        known = self._phrases.get((text, level))
        if known is None:
            words = [self.token(word, level) for word in _SPAN.findall(text)]
            found = [token for token in words if token is not None]
            if not found or len(found) < len(words):
                return None
            if len(self._phrases) >= _KEPT_PHRASES:
                self._phrases.clear()
            first, last = text[0], text[-1]
            known = self._phrases[text, level] = _Phrase(
                tuple(_bound(found, Bonds())),
                first not in _SEPARATE,
                last not in _SEPARATE,
                first in _CONTROLS,
                last in _CONTROLS,
            )
        return known

    def token(self, text: str, level: int) -> Token | None:
        """Return a word or a space, None when it may take another font or has what is not drawn."""
        known = self._known.get((text, level))
        if known is not None or not self._choice.face.plain.issuperset(text):
            return known
        if len(self._known) >= _KEPT_WORDS:
            self._known.clear()
        kind: Kind = "space" if text in SPACES else "text"
        token = Token(kind, (text_piece(kind, text, level, self._choice, self._style),))
        self._known[text, level] = token
        return token


_words = lru_cache(maxsize=_KEPT_LOOKS)(_Words)


def _word_pieces(source: _Source, levels: Sequence[int], start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of a word: cut where level, style or font change, shaped in their surroundings."""
    index, fonts = start, source.fonts
    while index < end:
        if source.text[index] in _CONTROLS:
            index += 1
            continue
        level, style = levels[index], source.style(index)
        choice = fonts.covering(source.text[index], choice_of(style, fonts))
        stop = index + 1
        while stop < end and _belongs(source, levels, stop, level, style, choice, fonts):
            stop += 1
        text = source.text[index:stop]
        # Letters join across a change of style, not across a change of font or direction.
        before = source.text[start:index] if index > start and levels[index - 1] == level else ""
        after = source.text[stop:end] if stop < end and levels[stop] == level else ""
        piece = text_piece("text", text, level, choice, style, _visible(before), _visible(after))
        if source.has_notes:
            piece.note = source.note(index)
        yield piece
        index = stop


def _visible(text: str) -> str:
    return "".join(char for char in text if char not in _CONTROLS)


def _belongs(
    source: _Source,
    levels: Sequence[int],
    index: int,
    level: int,
    style: TextStyle,
    choice: FontChoice,
    fonts: FontBook,
) -> bool:
    char = source.text[index]
    if char in _CONTROLS or levels[index] != level:
        return False
    if source.has_notes and source.note(index) is not source.note(index - 1):
        return False
    own = source.style(index)
    if own is not style and own != style:
        return False
    # A half-space or a mark stays with its letter, whichever font that is taken from: by itself readers lose
    # the one, and nobody puts the other in its place.
    if char in _JOINERS or (unicodedata.combining(char) and choice.face.covers(char)):
        return True
    return fonts.covering(char, choice_of(own, fonts)) == choice
