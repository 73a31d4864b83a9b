"""Puts text on the terminal: wrapped to its width, and shaped and ordered where it cannot do so itself."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import textwrap
from pathlib import Path
from typing import NamedTuple, TextIO

from taahodname.cli.words import Lang, word

_NARROWEST = 40
_WIDEST = 100
# Control characters, line separators, bidi embeddings, overrides and isolates, lone surrogates: from a
# profile they could move the cursor, recolour the terminal or turn a sentence round.
_UNSAFE = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
# What Python calls not printable though it harms nothing: line ends, half-spaces, marks of direction.
_HARMLESS = str.maketrans("", "", "\n\u200c\u200e\u200f")
_PERSIAN = r"[\u0600-\u06ff]"
# A piece of Persian inside an English sentence, with the spaces and half-spaces between its words.
_PERSIAN_RUN = rf"{_PERSIAN}(?:[\s\u200c]*{_PERSIAN})*"


def safe(text: str) -> str:
    """Return the text with each character that steers a terminal shown as «<U+001B>»; newlines stay."""
    if text.translate(_HARMLESS).isprintable():
        return text
    return re.sub(_UNSAFE, lambda match: f"<U+{ord(match[0]):04X}>", text)


class Pane(NamedTuple):
    """One stream of the terminal.

    Attributes:
        file: where it goes.
        lang: the language that is read on it, and so the side on which lines begin.
        visual: each line is shaped and ordered here, because the terminal does neither.
    """

    file: TextIO
    lang: Lang = "fa"
    visual: bool = False

    @property
    def width(self) -> int:
        """The columns a line may take."""
        return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))

    def lines(self, text: str, width: int) -> list[str]:
        """Return the text as lines of at most `width` columns, ready for the terminal.

        A line is ordered only after it is cut: the other way round its words would stand in the wrong line.
        """
        return [self._ordered(line) for part in safe(text).split("\n") for line in _wrap(part, width)]

    def piece(self, text: str) -> str:
        """Return a text that takes part of one line, ready for the terminal."""
        return self._ordered(safe(text).replace("\n", " "))

    def _ordered(self, line: str) -> str:
        if not self.visual:
            return line
        from taahodname.persian.terminal import visual

        if self.lang == "fa":
            return visual(line)
        return re.sub(_PERSIAN_RUN, lambda match: visual(match[0]), line)

    @property
    def from_right(self) -> bool:
        """Whether lines must be put at the right, because the terminal would not do it."""
        return self.visual and self.lang == "fa"

    def print(self, text: str = "", *, indent: int = 0) -> None:
        """Write a text, wrapped, after an indent; one without Persian stands at the left even so."""
        width = self.width - indent
        from_right = self.from_right and re.search(_PERSIAN, text)
        for line in self.lines(text, width):
            placed = line.rjust(width) if from_right else " " * indent + line
            self.file.write(placed.rstrip() + "\n")

    def raw(self, text: str) -> None:
        """Write a text as it is, neither wrapped nor ordered: JSON, which programs read."""
        self.file.write(text + "\n")

    def path(self, path: Path) -> None:
        """Write a path on a line of its own, neither wrapped nor ordered, so that it can be copied."""
        self.raw(safe(str(path)))


def _wrap(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]


class Screen(NamedTuple):
    """The terminal as the commands see it: results on `out`, all that is told besides on `err`."""

    lang: Lang
    out: Pane
    err: Pane

    def word(self, key: str, **values: object) -> str:
        """Return one piece of text in the reader's language."""
        return word(key, self.lang, **values)

    def pick(self, persian: str, english: str) -> str:
        """Return the sentence in the reader's language."""
        return persian if self.lang == "fa" else english

    def digits(self, number: int | str) -> str:
        """Return a number in the reader's digits."""
        if self.lang == "en":
            return str(number)
        from taahodname.persian.digits import to_persian

        return to_persian(str(number))


def open_screen(lang: Lang, terminal: str) -> Screen:
    """Return the screen on standard output and standard error.

    Args:
        lang: the language of messages.
        terminal: «auto», «logical» or «visual».
    """
    # A program that was started without a console, or with a closed stream, has None in its place.
    out, err = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    return Screen(lang, _pane(out, lang, terminal), _pane(err, lang, terminal))


def _pane(file: TextIO, lang: Lang, terminal: str) -> Pane:
    """Order the lines when asked to, or for a terminal that cannot; never on the way to a file."""
    if terminal == "visual":
        return Pane(file, lang, visual=True)
    if terminal == "logical" or not file.isatty():
        return Pane(file, lang)
    from taahodname.persian.terminal import wants_visual

    return Pane(file, lang, visual=wants_visual(terminal, os.environ, sys.platform))
