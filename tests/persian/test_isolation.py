"""Facts about the pieces that are read left to right, proven with an independent bidi algorithm."""

from __future__ import annotations

import re

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from taahodname.persian import isolation
from taahodname.persian.isolation import LRM

TOKENS = (
    "021-88776655",
    "۰۲۱-۸۸۷۷۶۶۵۵",
    "021 8877 6655",
    "021 - 88776655",
    "(021) 8877 6655",
    "+98 21 8877 6655",
    "+98 (21) 8877 6655",
    "+982188776655",
    "0098 912 345 6789",
    "0912 345 6789",
    "۰۹۱۲ ۳۴۵ ۶۷۸۹",
    "0912-345-6789",
    "6037-9912-3456-7890",
    "6037 9912 3456 7890",
    "6037-99**-****-5678",
    "6037 99** **** 5678",
    "۶۰۳۷-۹۹**-****-۵۶۷۸",
    "6037-99xx-xxxx-5678",
    "6037 99XX XXXX 5678",
    "6037-99••-••••-5678",
    "603799******5678",
    "6037-****-****-****",
    "**** 5678",
    "**** **** **** ۵۶۷۸",
    "****5678",
    "5678****",
    "0912***4567",
    "0912 *** 4567",
    "+98 912 *** 4567",
    "0912 345 ****",
    "021-88**",
    "021-****6655",
    "1358/**/**",
    "IR06****",
    "IR06 **** **** 1234",
    "۶۰۳۷ ۹۹۱۲ ۳۴۵۶ ۷۸۹۰",
    "19688-43111",
    "19688 43111",
    "۱۴۰۵/۱۰/۱",
    "1402-05-12",
    "1402.05.12",
    "2.1.3",
    "۸-۱۷",
    "8:30-17:00",
    "10×20",
    "25%",
    "20%-30%",
    "-5",
    "*780*1#",
    "ISO 9001:2015",
    "Microsoft (R) Word",
    "Word (MS Word)",
    "Word, Excel and Access",
    "Arya Data Co.",
    "Arya Data Co., Ltd.",
    "ARYA DATA CO.",
    "Arya Ltd.",
    "Data Inc.",
    "Data Corp.",
    "Serial No.",
    "No. 12",
    "Dr.",
    "Dr. No",
    "Pty. Ltd.",
    "Arya Co.Ltd.",
    "U.S.A.",
    "Ph.D.",
    "B.Sc.",
    "e.g.",
    "Windows ۱۰",
    "C++",
    ".NET",
    "@arya_data",
    "IR 12 0170 0000",
    "info@arya-data.ir",
    "first.last+tag@mail.arya-data.ir",
    "https://www.arya-data.ir/",
    "https://arya-data.ir/a(b)?x=1&y=2#z",
    "www.arya-data.ir",
    "arya-data.ir/login",
    "café Zürich",
)
FRAMES = (
    "{}",
    "تلفن {}",
    "{} تلفن",
    "تلفن {} است",
    "تلفن: {}.",
    "تلفن «{}»، بنویسید",
    "تلفن ({}) است",
    "({})",
    "[{}]؛",
    "ردیف 12 {} 34",
    "از {} تا {}",
    "از {}، {}",
    "از {} (12)",
)


def _drawn(text: str) -> str:
    """Return the characters in the order the eye meets them from the left, in a right-to-left paragraph."""
    return re.sub("[\u200e\u200f]", "", get_display(text, base_dir="R"))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("token", TOKENS)
def test_a_piece_is_drawn_as_it_is_written_wherever_it_stands(token: str, frame: str) -> None:
    drawn = _drawn(isolation.isolate(frame.replace("{}", token)))
    assert drawn.count(token) == frame.count("{}")


def test_the_bidi_algorithm_does_turn_a_phone_number_that_is_not_isolated() -> None:
    assert "021-8877" not in _drawn("تلفن 021-8877")


@pytest.mark.parametrize("token", TOKENS)
def test_a_piece_is_found_whole_and_alone(token: str) -> None:
    text = f"شماره ({token})، است."
    assert [text[start:end] for start, end in isolation.ltr_spans(text)] == [token]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("(021-88776655)", ["021-88776655"]),
        ("تلفن021-88776655است", ["021-88776655"]),
        ("سایت www.arya-data.ir.", ["www.arya-data.ir"]),
        ("سایت https://arya-data.ir/؟", ["https://arya-data.ir/"]),
        ("نشانی https://arya-data.ir/درباره است", ["https://arya-data.ir/"]),
        ("(گواهی ISO 9001) (ISO 14001)", ["ISO 9001", "ISO 14001"]),
        ("[Word]", ["Word"]),
        ("((Word))", ["Word"]),
        ('"Word" و "Excel"', ["Word", "Excel"]),
        ("Email: info@arya-data.ir | Tel: 021-88776655", ["Email", "info@arya-data.ir", "Tel: 021-88776655"]),
        ("SMS/پیامک", ["SMS"]),
        ("با Arya Data Co. و", ["Arya Data Co."]),
        ("با Arya Data Co.", ["Arya Data Co."]),
        ("با Arya Data Co..", ["Arya Data Co."]),
        ("با Arya Data Co...", ["Arya Data Co"]),
        ("با (Arya Data Co.).", ["Arya Data Co."]),
        ("با Arya Data Co.، تهران", ["Arya Data Co."]),
        ("با Arya Data Co., تهران", ["Arya Data Co."]),
        ("گاز CO.", ["CO"]),
        ("سامانهٔ SMS.", ["SMS"]),
        ("گروه A.", ["A"]),
        ("سایت t.co.", ["t.co"]),
        ("سایت www.arya.co.", ["www.arya.co"]),
        ("شرکت Falcon.", ["Falcon"]),
        ("Dr. احمدی", ["Dr."]),
        ("کارت 6037 99XX XXXX 5678 ما", ["6037 99XX XXXX 5678"]),
        ("کارت ****5678", ["****5678"]),
        ("مبلغ 500*", []),
        ("مبلغ 500** ریال", []),
        ("** ۱۲ نفر", []),
        ("*** ۱۲ نفر", []),
        ("5 * 3", []),
        ("Word** و", ["Word"]),
        ("6 Word", ["Word"]),
        ("متن/Latin", ["Latin"]),
        ("۲۴/۷ Support", ["۲۴/۷", "Support"]),
        ("021-88776655 داخلی 12", ["021-88776655"]),
        ("0912 345 6789 12 نفر", ["0912 345 6789"]),
        ("پلاک 12 واحد 3 طبقه 4 5", []),
        ("کووید-19، تهران-021", []),
        ("۵۰۰٬۰۰۰٬۰۰۰ ریال و ۲۵٪", []),
        ("ریال 500000000", []),
        ("می\u200cشود", []),
        ("", []),
    ],
)
def test_only_what_would_turn_round_is_a_piece(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in isolation.ltr_spans(text)] == pieces


def test_marks_stand_on_both_sides_of_a_piece() -> None:
    assert isolation.isolate("تلفن (021-8877) است") == f"تلفن ({LRM}021-8877{LRM}) است"


def test_two_pieces_with_only_a_comma_between_keep_their_order() -> None:
    drawn = _drawn(isolation.isolate("تلفن 021-1111، 021-2222"))
    assert drawn.index("021-2222") < drawn.index("021-1111")


def test_a_number_after_a_piece_stays_after_it() -> None:
    drawn = _drawn(isolation.isolate("تلفن 021-1111 12 خط"))
    assert drawn.index("12 021-1111") >= 0


def test_marks_that_are_there_already_are_not_doubled() -> None:
    assert isolation.isolate(f"تلفن {LRM}021-1111{LRM}") == f"تلفن {LRM}021-1111{LRM}"
    assert isolation.isolate(f"تلفن {LRM}021-1111") == f"تلفن {LRM}021-1111{LRM}"


_PIECES = st.lists(
    st.one_of(
        st.sampled_from(TOKENS),
        st.sampled_from(
            ["تلفن", "می\u200cشود", "«", "»", "(", ")", "،", ".", "-", "/", "+", "%", "12", "۵", "a", "\n"]
        ),
        st.text(alphabet="اب12a-+/.()[]{}@:%*#•x, \u200e\n", max_size=6),
    ),
    max_size=8,
)


@given(_PIECES, st.sampled_from(["", " "]))
def test_isolating_adds_marks_only(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    assert isolation.strip_controls(isolation.isolate(text)) == isolation.strip_controls(text)


@given(_PIECES, st.sampled_from(["", " "]))
def test_isolating_twice_changes_nothing_more(pieces: list[str], between: str) -> None:
    once = isolation.isolate(between.join(pieces))
    assert isolation.isolate(once) == once


@given(_PIECES, st.sampled_from(["", " "]))
def test_pieces_are_in_order_apart_and_hold_no_persian_letter(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    end = 0
    for start, stop in isolation.ltr_spans(text):
        assert end <= start < stop
        assert not re.search("[\u0620-\u06d3]", text[start:stop])
        end = stop


@given(_PIECES, st.sampled_from(["", " "]))
def test_every_piece_found_is_drawn_as_it_is_written(pieces: list[str], between: str) -> None:
    for line in between.join(pieces).split("\n"):
        drawn = _drawn(isolation.isolate(line))
        for start, stop in isolation.ltr_spans(line):
            assert isolation.strip_controls(line[start:stop]) in drawn


@pytest.mark.parametrize(
    "text",
    [
        "a-" * 5000,
        "(" * 5000 + "a" + ")" * 5000,
        "1 " * 5000 + "a",
        "a.b@" * 2500,
        "1-" * 5000,
        "*-" * 5000,
        "1 " * 5000 + "*",
        "a 1" + "*" * 9000,
        "Co." * 3000,
    ],
)
def test_a_very_long_field_is_read_without_delay_or_overflow(text: str) -> None:
    assert isolation.strip_controls(isolation.isolate(text)) == text


def test_controls_are_stripped_and_the_half_space_stays() -> None:
    assert isolation.strip_controls("\u200e\u200f\u061c\u2066می\u200cشود\u2069\u2067\u2068") == "می\u200cشود"


@given(st.text(alphabet=st.sampled_from("0129۰۸۹-–\u2212 \u00a0/.,()+#%×:_~سAx"), max_size=40))
def test_numbers_are_the_same_whether_masks_are_looked_for_or_not(text: str) -> None:
    told = [match.span() for match in isolation._NUMBER.finditer(text)]
    assert told == [match.span() for match in isolation._masked_number().finditer(text)]
