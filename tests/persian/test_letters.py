"""Facts about cleaning, folding and flaws of Persian text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taahodname.persian import letters

_KEYBOARD = st.text(
    alphabet=st.sampled_from(
        "آابپيىكیکهٔئؤةًٌَُِّ٣۳3aB.، \u00a0\u2003\t\n\r\u200c\u200b\ufeff\u00ad\u2060\u200e"
        "\ufdf2\ufefb\ufe76\ufe77\u0653"
    ),
    max_size=25,
)


@pytest.mark.parametrize(
    ("given_text", "clean_text", "slugs"),
    [
        ("شركت علي", "شرکت علی", ["arabic-letters"]),
        ("موسى", "موسی", ["arabic-letters"]),
        ("پلاک ٣٤", "پلاک ۳۴", ["arabic-digits"]),
        ("پلاک 34", "پلاک 34", []),
        ("\ufeffداده\u200bپرداز\u00adی\u2060", "دادهپردازی", ["invisible"]),
        ("\ufee3\ufe91\ufee0\ufed0 \ufdfc", "مبلغ ریال", ["presentation-forms"]),
        ("\ufefb\ufef5", "لالآ", ["presentation-forms"]),
        ("م\ufe76ن", "مَن", ["presentation-forms"]),
        ("ا\u0653ریا", "آریا", ["composed"]),
        ("ي\u0654", "ئ", ["composed"]),
        ("  داده   آریا ", "داده آریا", ["spaces"]),
        ("داده\u00a0آریا\u202fپارس\u3000", "داده آریا پارس", ["spaces"]),
        ("سطر یک \r\n سطر دو\rسه\n", "سطر یک\nسطر دو\nسه", ["spaces"]),
        ("می\u200cشود", "می\u200cشود", []),
        ("می\u200c\u200cشود", "می\u200cشود", ["half-spaces"]),
        ("خانه\u200c بزرگ \u200cاست\u200c", "خانه بزرگ است", ["half-spaces"]),
        ("داده \u200c آریا", "داده آریا", ["half-spaces", "spaces"]),
        (" علي\u200c ٣ ", "علی ۳", ["arabic-letters", "arabic-digits", "half-spaces", "spaces"]),
        ("", "", []),
    ],
)
def test_what_keyboards_leave_is_cleaned_and_told(given_text: str, clean_text: str, slugs: list[str]) -> None:
    cleaned = letters.clean(given_text)
    assert cleaned.text == clean_text
    assert [reason.slug for reason in cleaned.reasons] == slugs


@pytest.mark.parametrize("text", ["کتباً", "معیّن", "نامهٔ", "مؤمنی", "فضل\u200cالله", "رأی", "مسئول", "مُحَمَّد"])
def test_marks_hamza_and_half_spaces_stay(text: str) -> None:
    assert letters.clean(unicodedata.normalize("NFD", text)).text == unicodedata.normalize("NFC", text)


@given(_KEYBOARD)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = letters.clean(text)
    assert letters.clean(once.text) == letters.Cleaned(once.text, ())
    assert (once.text == text) == (once.reasons == ())


@given(_KEYBOARD)
def test_a_clean_text_is_composed_and_free_of_arabic_letters(text: str) -> None:
    clean = letters.clean(text).text
    assert unicodedata.is_normalized("NFC", clean)
    assert not set("يىك٣\u00a0\ufeff\u200b\r\t") & set(clean)
    assert clean == clean.strip(" \n")


@given(st.text(alphabet="ابپ ًَُّٕٔ\u200c", max_size=20))
def test_no_mark_is_ever_lost(text: str) -> None:
    marks = [char for char in unicodedata.normalize("NFD", text) if unicodedata.combining(char)]
    left = [
        char for char in unicodedata.normalize("NFD", letters.clean(text).text) if unicodedata.combining(char)
    ]
    assert sorted(left) == sorted(marks)


def test_every_reason_speaks_both_languages() -> None:
    reasons = letters.clean(" ي٣\u200b\ufefb\u200c ا\u0653 ").reasons
    assert len({reason.slug for reason in reasons}) == 7
    assert all(reason.fa and reason.en.isascii() for reason in reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قرعه\u200cکشی", "قرعه کشی"),
        ("شركت آريا", "شرکت آریا"),
        ("نامهٔ", "نامه"),
        ("مؤمنی", "مومنی"),
        ("کتباً", "کتبا"),
        ("پلاک ۱۲", "پلاک 12"),
        ("GMail", "gmail"),
        ("ســلام", "سلام"),
        ("\u200fسلام\u200e", "سلام"),
    ],
)
def test_texts_that_read_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert letters.fold(one) == letters.fold(other)


def test_different_words_stay_different_when_folded() -> None:
    assert letters.fold("علی رضا") != letters.fold("علیرضا")
    assert letters.fold("پارس") != letters.fold("فارس")


@given(_KEYBOARD)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert letters.fold(letters.fold(text)) == letters.fold(text)


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        ("\x00", "control"),
        ("\x07", "control"),
        ("\x0b", "control"),
        ("\x0c", "control"),
        ("\x7f", "control"),
        ("\x85", "control"),
        ("\u2028", "separator"),
        ("\u2029", "separator"),
        ("\u202a", "bidi-override"),
        ("\u202e", "bidi-override"),
        ("\u2066", "isolate"),
        ("\u2069", "isolate"),
        ("\ud800", "surrogate"),
        ("\ufdd0", "noncharacter"),
        ("\uffff", "noncharacter"),
        ("\U0001fffe", "noncharacter"),
        ("\ufffd", "replacement"),
    ],
)
def test_what_cannot_be_printed_is_found_with_its_place(char: str, kind: str) -> None:
    (flaw,) = letters.flaws(f"سلام{char}دنیا")
    assert (flaw.position, flaw.kind, flaw.code) == (4, kind, f"U+{ord(char):04X}")
    assert flaw.message
    assert flaw.message_en.isascii()


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cشود",
        "سطر\nدو\tسه\r\n",
        "\u200e021\u200e\u200f",
        "\u2067سلام \u2066a\u2069\u2069",
        "😀",
        "ه\u200d",
    ],
)
def test_what_can_be_printed_is_no_flaw(text: str) -> None:
    assert letters.flaws(text) == ()


def test_an_isolate_does_not_reach_beyond_its_line() -> None:
    flaws = letters.flaws("\u2066الف\nب\u2069")
    assert [(flaw.position, flaw.code) for flaw in flaws] == [(0, "U+2066"), (6, "U+2069")]


def test_what_is_passed_over_at_once_has_no_flaw_and_is_nearly_all() -> None:
    passed = [char for char in map(chr, range(0x10000)) if letters._FLAWLESS.fullmatch(char)]
    assert [char for char in passed if letters.flaws(f"\u2066{char}")[1:]] == []
    looked_at = set(map(chr, range(0x10000))) - set(passed)
    assert {char for char in looked_at if not letters.flaws(char)} == set()


def test_flaws_come_in_the_order_of_the_text() -> None:
    assert [flaw.position for flaw in letters.flaws("\u2066\x00\u202e")] == [0, 1, 2]


@pytest.mark.parametrize(
    ("given_text", "prose"),
    [
        ("پلاک 12، واحد 3", "پلاک ۱۲، واحد ۳"),
        ("تاریخ 1405/10/1 ساعت 10:30", "تاریخ ۱۴۰۵/۱۰/۱ ساعت ۱۰:۳۰"),
        ("گواهی ISO 9001 در سال 1402", "گواهی ISO 9001 در سال ۱۴۰۲"),
        ("گواهی ISO 9001:2015", "گواهی ISO 9001:2015"),
        ("نسخهٔ 2 Word", "نسخهٔ 2 Word"),
        ("با Word، 12 نفر", "با Word، ۱۲ نفر"),
        ("با Word (12 نفر)", "با Word (۱۲ نفر)"),
        ("https://a.ir/12 و info2@a.ir", "https://a.ir/12 و info2@a.ir"),
        ("Tel 021 8877 6655 است", "Tel 021 8877 6655 است"),
        ("نسخهٔ2", "نسخهٔ۲"),
        ("  دو  فاصله 5\n", "  دو  فاصله ۵\n"),
        ("", ""),
    ],
)
def test_digits_of_prose_become_persian_and_latin_phrases_stay(given_text: str, prose: str) -> None:
    assert letters.persian_digits_in_prose(given_text) == prose


@given(st.text(alphabet="ابA1۲ \n،.(", max_size=30))
def test_prose_changes_digits_only(text: str) -> None:
    from taahodname.persian import digits

    assert digits.to_ascii(letters.persian_digits_in_prose(text)) == digits.to_ascii(text)
