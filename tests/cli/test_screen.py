"""How text reaches the terminal."""

from __future__ import annotations

import io

import pytest

from taahodname.cli.screen import Pane, open_screen, safe

SENTENCE = "نشانی ایمیل شرکت رایگان است؛ نشانی‌ای بر دامنهٔ خود شرکت بنویسید تا اپراتور آن را برنگرداند."


@pytest.fixture(autouse=True)
def _sixty_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")


def printed(pane_of: dict[str, object], text: str, **options: int) -> str:
    file = io.StringIO()
    Pane(file, **pane_of).print(text, **options)  # type: ignore[arg-type]
    return file.getvalue()


def test_a_long_sentence_is_cut_at_the_width_and_no_word_is_lost():
    lines = printed({}, SENTENCE).splitlines()
    assert len(lines) == 2
    assert max(map(len, lines)) <= 60
    assert " ".join(lines) == SENTENCE


@pytest.mark.parametrize(("columns", "width"), [("10", 40), ("60", 60), ("400", 100)])
def test_the_width_stays_within_what_can_be_read(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    assert Pane(io.StringIO()).width == width


def test_a_logical_terminal_is_given_the_letters_in_their_order():
    assert printed({}, "خط ۳۰۰۰", indent=2) == "  خط ۳۰۰۰\n"


def test_a_visual_terminal_is_given_joined_letters_from_the_right():
    line = printed({"visual": True}, "شرکت", indent=2).rstrip("\n")
    assert line == "ﺖﮐﺮﺷ".rjust(58)


def test_a_sentence_is_cut_before_it_is_ordered():
    first, second = printed({"visual": True}, SENTENCE).splitlines()
    assert first.strip().endswith("ﯽﻧﺎﺸﻧ"[-1])
    assert "ﺩﺍﺩﺮﮕﻧﺮﺑ" not in first
    assert second.strip().startswith(".")


def test_a_line_that_begins_in_latin_is_ordered_as_part_of_its_persian_sentence():
    pane = Pane(io.StringIO(), visual=True)
    assert pane.lines("info@arya-data.ir، بنویسید.", 60) == [".ﺪﯿﺴﯾﻮﻨﺑ ،info@arya-data.ir"]


def test_an_english_sentence_stays_at_the_left_and_its_persian_names_are_ordered():
    line = printed({"lang": "en", "visual": True}, "the name «شرکت آریا» is short").rstrip("\n")
    assert line.startswith("the name «ﺎﯾﺭﺁ ﺖﮐﺮﺷ» is")


def test_commands_stay_at_the_left_in_every_language():
    assert printed({"visual": True}, "taahodname check", indent=2) == "  taahodname check\n"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\x00b", "a<U+0000>b"),
        ("a\x9bb", "a<U+009B>b"),
        ("a\rb", "a<U+000D>b"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2067b", "a<U+2067>b"),
        ("a\u2028b", "a<U+2028>b"),
        ("a\ud800b", "a<U+D800>b"),
        ("می‌شود\n۱۲", "می‌شود\n۱۲"),
    ],
)
def test_what_would_steer_the_terminal_is_shown_by_name(given, shown):
    assert safe(given) == shown
    assert "\x1b" not in printed({}, given)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "stream", "visual"),
    [
        ("auto", io.StringIO, False),
        ("auto", Terminal, True),
        ("logical", Terminal, False),
        ("visual", io.StringIO, True),
    ],
)
def test_auto_orders_the_lines_only_for_a_terminal_that_cannot(monkeypatch, terminal, stream, visual):
    for name in ("TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "MLTERM", "TERM_PROGRAM", "ConEmuPID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.setattr("sys.stdout", stream())
    assert open_screen("fa", terminal).out.visual is visual


def test_each_stream_is_judged_by_itself(monkeypatch):
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.setattr("sys.stderr", Terminal())
    for name in ("STY", "VTE_VERSION", "KONSOLE_VERSION", "MLTERM", "TERM_PROGRAM", "ConEmuPID"):
        monkeypatch.delenv(name, raising=False)
    screen = open_screen("fa", "auto")
    assert (screen.out.visual, screen.err.visual) == (False, True)


def test_numbers_are_told_in_the_digits_of_the_language():
    assert open_screen("fa", "logical").digits(12) == "۱۲"
    assert open_screen("en", "logical").digits(12) == "12"
