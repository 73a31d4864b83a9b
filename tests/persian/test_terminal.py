"""Facts about Persian on terminals that neither shape nor order."""

from __future__ import annotations

import pytest

from taahodname.persian import terminal


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("سلام", "\ufee1\ufefc\ufeb3"),
        ("hello (x).", "hello (x)."),
        ("", ""),
        ("می\u200cشود", "\ufea9\ufeee\ufeb7\ufbfd\ufee3"),
        ("(الف)", "(\ufed2\ufedf\ufe8d)"),
        ("الف\nAbc\nب", "\ufed2\ufedf\ufe8d\nAbc\n\ufe8f"),
    ],
)
def test_letters_are_joined_and_ordered_line_by_line(text: str, drawn: str) -> None:
    assert terminal.visual(text) == drawn


@pytest.mark.parametrize(
    "token", ["021-8877-6655", "info@arya-data.ir", "ISO 9001:2015", "۱۴۰۵/۱۰/۱", "company.email"]
)
def test_numbers_and_latin_keep_their_order_and_brackets_their_side(token: str) -> None:
    assert f"({token})" in terminal.visual(f"این مقدار ({token}) درست نیست.")


def test_a_sentence_that_begins_with_latin_is_still_read_from_the_right() -> None:
    drawn = terminal.visual("company.email: نشانی نیست.")
    assert drawn.startswith(".")
    assert drawn.endswith(":company.email")


@pytest.mark.parametrize("mark", ["\u064b", "\u0651", "\u0654", "\u0670"])
def test_a_mark_is_kept_and_follows_its_letter(mark: str) -> None:
    bare = terminal.visual("آبر")
    drawn = terminal.visual(f"آب{mark}ر")
    assert drawn.replace(mark, "") == bare
    assert drawn[drawn.index(mark) - 1] == bare[1]


def test_the_ligature_that_fonts_lack_is_not_used() -> None:
    drawn = terminal.visual("الله عبدالله فضل\u200cالله")
    assert "\ufdf2" not in drawn
    assert drawn.count("\ufee0") + drawn.count("\ufedf") == 6


@pytest.mark.parametrize(
    ("environ", "platform", "visual"),
    [
        ({}, "linux", False),
        ({"TERM": "xterm-256color"}, "linux", False),
        ({"TERM": "linux"}, "linux", True),
        ({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(390)"}, "linux", True),
        ({"TERM": "alacritty"}, "linux", True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600", "XTERM_VERSION": "XTerm(390)"}, "linux", False),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "230800"}, "linux", False),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux", "XTERM_VERSION": "XTerm(390)"}, "linux", False),
        ({"TERM": "dumb", "XTERM_VERSION": "XTerm(390)"}, "linux", False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "darwin", False),
        ({"TERM": "xterm-kitty"}, "linux", False),
        ({}, "win32", True),
        ({"WT_SESSION": "1"}, "win32", True),
        ({"TERM": "xterm-256color", "WT_SESSION": "1"}, "linux", True),
        ({"TERM": "xterm", "TERM_PROGRAM": "mintty"}, "win32", False),
        ({"TERM_PROGRAM": "vscode", "WT_SESSION": "1"}, "win32", False),
    ],
)
def test_auto_says_yes_only_where_a_terminal_is_known_to_do_neither(
    environ: dict[str, str], platform: str, visual: bool
) -> None:
    assert terminal.wants_visual("auto", environ, platform) is visual


def test_a_mode_that_is_asked_for_is_taken() -> None:
    assert terminal.wants_visual("visual", {}, "linux")
    assert not terminal.wants_visual("logical", {}, "win32")


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="auto, logical, visual"):
        terminal.wants_visual("rtl", {}, "linux")
