"""Bonds: which pieces of a paragraph are not shaped by themselves as they are beside their neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taahodname.typeset.fonts import Face
from taahodname.typeset.shape import keeps_shape

if TYPE_CHECKING:
    from taahodname.typeset.pieces import Piece


def are_of_one_run(one: Piece, other: Piece) -> bool:
    """Return whether two neighbours are shaped together: words and spaces of one font, size and level."""
    if one.style is None or other.style is None or one.level != other.level:
        return False
    if one.kind == "tab" or other.kind == "tab" or one.style.size != other.style.size:
        return False
    return one.choice is other.choice or one.choice == other.choice


class Bonds:
    """Sees the pieces of a paragraph in logical order and tells what is not shaped alike by itself."""

    def __init__(self) -> None:
        self._last: Piece | None = None
        self._script: str | None = None  # that of the run: HarfBuzz takes its first letter's
        self._signs: list[str] = []  # what stands before that letter

    def is_bound(self, piece: Piece) -> bool:
        """Return whether the next piece, or one before it for its sake, depends on what it stands beside."""
        last, self._last = self._last, piece
        if last is None or not are_of_one_run(last, piece):
            last, self._script = None, None
            self._signs.clear()
        if piece.choice is None or piece.kind not in ("space", "text"):
            return False
        if piece.kind == "space" and piece.text == " " and (last is None or last.kind != "space"):
            return False
        face, rtl = piece.choice.face, piece.level % 2 == 1
        if piece.kind == "space":
            return piece.text != " " or not self._keeps(face, " ", rtl)
        follows = last is not None and last.kind == "text"
        keeps = (
            self._keeps(face, piece.text, rtl)
            if piece.script is None
            else self._suits(face, piece.script, rtl)
        )
        return face.reaches_over_spaces or not piece.apart or follows or not keeps

    def _keeps(self, face: Face, signs: str, rtl: bool) -> bool:
        """Return whether signs look alike in the run so far; those before its first letter wait for that."""
        if self._script is None:
            self._signs.append(signs)
            return True
        return keeps_shape(face, signs, self._script, rtl=rtl)

    def _suits(self, face: Face, script: str, rtl: bool) -> bool:
        """Return whether a word may stand in the run so far as it is, and the signs before it too."""
        if self._script is None:
            self._script = script
            return all(keeps_shape(face, signs, script, rtl=rtl) for signs in self._signs)
        return self._script == script
