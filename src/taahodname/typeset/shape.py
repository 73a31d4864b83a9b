"""Shaping: characters in logical order become HarfBuzz's glyphs in the order they are drawn."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

import uharfbuzz as hb
from msgspec import Struct

from taahodname.typeset.fonts import Face

_CACHED_WORDS = 2_500  # the words of the forms, and those of the latest clients
_CACHED_SIGNS = 2_000
_LANGUAGE = "fa"
_WHOLE = slice(None)
_UNSAFE = hb.GlyphFlags.UNSAFE_TO_BREAK
_PLACEMENTS = hb.BufferSerializeFlags.NO_CLUSTERS | hb.BufferSerializeFlags.NO_GLYPH_NAMES


class Glyph(Struct, frozen=True, gc=False):
    """One glyph as HarfBuzz placed it, in font units.

    Attributes:
        gid: the glyph's number in the font.
        advance: how far the pen moves on.
        x, y: how far the glyph is shifted from the pen.
        text: the characters it stands for, in logical order; empty for a further glyph of the same ones.
        cluster: the index of the first of them in the shaped text.
    """

    gid: int
    advance: int
    x: int
    y: int
    text: str
    cluster: int


class Glyphs(tuple[Glyph, ...]):
    """The glyphs of a word, and what is worked out of them alone (`pdf_words.drawn`)."""

    drawn: Any = None


class Word(Struct, frozen=True, gc=False):
    """A word, or a space, shaped by itself.

    Attributes:
        glyphs: its glyphs, from left to right.
        width: the sum of their advances, in font units.
        script: the script that HarfBuzz takes it for; None when it has no letters or Persian digits.
        apart: a space beside it changes nothing, neither in the word nor in the space.
    """

    glyphs: tuple[Glyph, ...]
    width: int
    script: str | None
    apart: bool


@lru_cache(maxsize=_CACHED_WORDS)
def shape_word(face: Face, text: str, *, rtl: bool, before: str = "", after: str = "") -> Word:
    """Return a word as it is shaped by itself, and what it has to do with its neighbours.

    Args:
        face: the font.
        text: characters of one direction without a space, or one space.
        rtl: their direction.
        before, after: the rest of the word, in other fonts.
    """
    lead, trail = not before, not after  # a space stands there
    left, right = (trail, lead) if rtl else (lead, trail)
    between = _shaped(face, " " * lead + text + " " * trail, rtl, before, after)
    script, start = between.script, len(before) + lead
    if (
        not face.reaches_over_spaces
        and (script is None or keeps_shape(face, " ", script, rtl=rtl))
        and _is_cut_safely(between, start, text, rtl, lead=lead, trail=trail)
    ):
        glyphs = _with_text(text, start, between, slice(left, -right or None))
        return Word(glyphs, width(glyphs), script, apart=True)
    buffer = _shaped(face, text, rtl, before, after)
    glyphs = _with_text(text, len(before), buffer)
    alone = _beside_spaces(face, buffer, rtl, left=left, right=right)
    return Word(glyphs, width(glyphs), script, _placements(face, between) == alone)


def _is_cut_safely(buffer: hb.Buffer, start: int, text: str, rtl: bool, *, lead: bool, trail: bool) -> bool:
    """Return whether a word that was shaped between spaces is for sure as if they were cut off.

    HarfBuzz marks what begins where a text may not be cut without being shaped anew (hb-buffer.h,
    HB_GLYPH_FLAG_UNSAFE_TO_BREAK). It marks too much rather than too little: what is marked has to be tried.
    In a long text it once marked too little (HarfBuzz, issue 3898), so that nothing is taken for sure where
    rules of the font reach over spaces.

    Args:
        buffer: what was shaped.
        start: the place of the word in its text.
        text: the word.
        rtl: its direction.
        lead, trail: there is a space before it, and behind it.
    """
    infos = buffer.glyph_infos
    if len(infos) <= lead + trail:
        return False
    if rtl:
        infos.reverse()
    if lead and (infos[1].cluster != start or _UNSAFE in infos[1].flags):
        return False
    stop = start + len(text)
    return not trail or (infos[-2].cluster < stop == infos[-1].cluster and _UNSAFE not in infos[-1].flags)


@lru_cache(maxsize=_CACHED_SIGNS)
def keeps_shape(face: Face, text: str, script: str, *, rtl: bool) -> bool:
    """Return whether digits and signs look in a run of a script, between spaces, as by themselves.

    Args:
        face: the font.
        text: signs without a script of their own, or one space.
        script: that of the run, as HarfBuzz names it.
        rtl: its direction.
    """
    if any(unicodedata.category(char)[0] in "LMC" for char in text):
        return False  # it may join what stands in another font
    alone = _beside_spaces(face, _shaped(face, text, rtl), rtl)
    return _placements(face, _shaped(face, f" {text} ", rtl, script=script)) == alone


def _beside_spaces(face: Face, buffer: hb.Buffer, rtl: bool, *, left: bool = True, right: bool = True) -> str:
    """Return the placements of a text as it is by itself, with spaces as they are by themselves beside it."""
    space = _space(face, rtl)
    parts = space if left else "", _placements(face, buffer), space if right else ""
    return "|".join([part for part in parts if part])


@lru_cache(maxsize=256)
def _space(face: Face, rtl: bool) -> str:
    return _placements(face, _shaped(face, " ", rtl))


def _placements(face: Face, buffer: hb.Buffer) -> str:
    """Return number, offsets and advances of each glyph, as HarfBuzz writes them, to be compared."""
    return str(buffer.serialize(face.hb_font, flags=_PLACEMENTS))[1:-1]


def shape(face: Face, text: str, *, rtl: bool, before: str = "", after: str = "") -> tuple[Glyph, ...]:
    """Return the glyphs of a piece of text, from left to right.

    Args:
        face: the font.
        text: characters of one direction, in logical order.
        rtl: their direction; HarfBuzz mirrors brackets of right-to-left text itself.
        before, after: the characters around the piece, for letters that join across it.
    """
    return _with_text(text, len(before), _shaped(face, text, rtl, before, after))


def _shaped(
    face: Face, text: str, rtl: bool, before: str = "", after: str = "", script: str | None = None
) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(before + text + after, len(before), len(text))
    if script is not None:
        buffer.script = script
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = _LANGUAGE
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(face.hb_font, buffer)
    return buffer


def _with_text(text: str, offset: int, buffer: hb.Buffer, part: slice = _WHOLE) -> tuple[Glyph, ...]:
    """Give every cluster's characters to its first glyph in logical order.

    Args:
        text: the characters.
        offset: the place of the first one in the text of the buffer.
        buffer: what is shaped.
        part: which of its glyphs stand for them.
    """
    infos, places = buffer.glyph_infos[part], buffer.glyph_positions[part]
    clusters = [info.cluster - offset for info in infos]
    starts = sorted(set(clusters))
    if len(starts) == len(clusters) == len(text):
        return Glyphs(
            [
                Glyph(info.codepoint, at.x_advance, at.x_offset, at.y_offset, text[cluster], cluster)
                for info, at, cluster in zip(infos, places, clusters, strict=True)
            ]
        )
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    taken: set[int] = set()
    owners: dict[int, int] = {}
    logical = range(len(clusters))
    if len(clusters) > 1 and clusters[0] > clusters[-1]:
        logical = range(len(clusters) - 1, -1, -1)
    for index in logical:
        if clusters[index] not in taken:
            taken.add(clusters[index])
            owners[index] = clusters[index]
    return Glyphs(
        Glyph(
            info.codepoint,
            pos.x_advance,
            pos.x_offset,
            pos.y_offset,
            text[owners[i] : ends[owners[i]]] if i in owners else "",
            clusters[i],
        )
        for i, (info, pos) in enumerate(zip(infos, places, strict=True))
    )


def width(glyphs: tuple[Glyph, ...]) -> int:
    """Return the sum of the advances, in font units."""
    return sum([glyph.advance for glyph in glyphs])
