"""Shapes and orders Persian for terminals that do neither; never used for paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from taahodname.persian import isolation

MODES = ("auto", "logical", "visual")
_SPEAKS_FOR_ITSELF = ("TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "MLTERM", "TERM_PROGRAM", "ConEmuPID")

# Compiled when first used: few terminals need them.
_RTL = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
_MARKS_THEN_BASE = f"([{_MARKS}]+)([^{_MARKS}])"
_EMBEDDINGS = "[\u202a-\u202e]"
# Of the ligatures only lam-alef: the one for Allah (U+FDF2) misses in most fonts of terminals.
_LAM_ALEF = ("", " WITH HAMZA ABOVE", " WITH HAMZA BELOW", " WITH MADDA ABOVE")


@cache
def _reshaper() -> Any:
    """Return the one reshaper; it keeps nothing of the texts it has shaped."""
    from arabic_reshaper import ArabicReshaper
    from arabic_reshaper.ligatures import LIGATURES

    wanted = {f"ARABIC LIGATURE LAM WITH ALEF{ending}" for ending in _LAM_ALEF}
    configuration = {name: name in wanted for name, _ in LIGATURES}
    reshaper = ArabicReshaper({"delete_harakat": False, "support_ligatures": True, **configuration})
    reshaper.reshape(
        "لا"
    )  # It builds its table of ligatures at the first use; not to be done by two threads.
    return reshaper


def visual(text: str) -> str:
    """Return text for a terminal that draws characters from left to right as they come.

    Each line with a right-to-left letter becomes joined forms in the order of the eye, the line read from
    right to left; other lines stay. Vowel signs are kept, and a half-space parts the letters and is then
    dropped, because such terminals draw it as a blank. Numbers, addresses and Latin phrases keep their
    order. Break long lines before, not after.

    Args:
        text: plain text in logical order, without escape codes.
    """
    return "\n".join(_visual_line(line) if re.search(_RTL, line) else line for line in text.split("\n"))


def _visual_line(line: str) -> str:
    """Return one line, joined and ordered."""
    from bidi.algorithm import get_display

    # python-bidi's algorithm knows no isolates; the marks that `isolate` sets do their work here.
    plain = re.sub(_EMBEDDINGS, "", isolation.strip_controls(line))
    shaped = _reshaper().reshape(isolation.isolate(plain)).replace("\u200c", "")
    ordered = isolation.strip_controls(get_display(shaped, base_dir="R"))
    # In right-to-left text a mark comes out before its letter; a terminal puts it on the cell before.
    return re.sub(_MARKS_THEN_BASE, lambda match: match[2] + match[1][::-1], ordered)


def wants_visual(mode: str, environ: Mapping[str, str], platform: str) -> bool:
    """Return whether messages must be shaped and ordered before they are printed.

    «auto» says yes only for terminals known to do neither. They are:

    - the Windows console and Windows Terminal: both draw the characters in the order they come, on purpose
      (microsoft/terminal#12294 and #12722 for the console, #17904 and #18659 for Terminal since 1.21);
    - the Linux console (TERM=linux), xterm and alacritty, which have no bidi at all
      (alacritty/alacritty#663; xterm names itself in XTERM_VERSION).

    Inside tmux, screen or mintty, or under a terminal that names itself (VTE, Konsole, TERM_PROGRAM), the
    variables of another one may be left over, so they are not trusted. An unknown terminal gets logical
    order: most of today's shape and order by themselves, and doing it twice would garble the text.

    Args:
        mode: «auto», «logical» or «visual».
        environ: the environment (`os.environ`).
        platform: the platform (`sys.platform`).

    Raises:
        ValueError: when the mode is none of the three.
    """
    if mode not in MODES:
        raise ValueError(f"the mode must be one of {', '.join(MODES)}")
    if mode != "auto":
        return mode == "visual"
    if any(environ.get(name) for name in _SPEAKS_FOR_ITSELF):
        return False
    term = environ.get("TERM", "")
    if "WT_SESSION" in environ or (platform == "win32" and not term):
        return True
    return term in ("linux", "alacritty") or ("XTERM_VERSION" in environ and term.startswith("xterm"))
