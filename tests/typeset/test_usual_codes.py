"""The usual codes are those of the face alone, need no escape, and cover what letters show."""

from __future__ import annotations

import pytest

from taahodname.typeset import FontBook, typeset
from taahodname.typeset.fonts import Face, shipped_book
from taahodname.typeset.usual_codes import MOST_CODES, code_at, usual_codes, usual_groups

from .blocks import document, paragraph

ESCAPED = b"\n\r()\\%"


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "bold"])
def face(request: pytest.FixtureRequest) -> Face:
    return shipped_book().find("Vazirmatn", bold=request.param).face


def test_no_code_is_given_twice_and_none_needs_an_escape(face: Face) -> None:
    codes = [code for code, _ in usual_codes(face).values()]
    assert len(codes) == len(set(codes)) > 300
    assert 0 not in codes
    assert not {byte for code in codes for byte in divmod(code, 256)} & set(ESCAPED)


def test_codes_grow_with_their_place_up_to_the_last() -> None:
    places = [*range(1_000), MOST_CODES - 1, MOST_CODES]
    codes = [code_at(place) for place in places]
    assert codes == sorted(set(codes))
    assert code_at(0) == 0
    assert code_at(MOST_CODES) == 0xFFFF


def test_every_glyph_of_a_usual_code_is_in_the_group_of_the_code(face: Face) -> None:
    for group in usual_groups(face):
        assert {gid for gid, _, _ in group.codes} == group.glyphs


def test_what_comes_most_often_has_the_first_codes(face: Face) -> None:
    codes = {text: code for (_, text, _), (code, _) in reversed(usual_codes(face).items())}
    assert max(codes[char] for char in " \u200f\u2069") < 10
    assert max(codes[char] for char in "ابردمنسشیوهتکخ۰") < 60
    assert min(codes[char] for char in "ذغچثژaA") > 100


def test_a_font_opened_once_more_has_the_same_name_and_codes(face: Face) -> None:
    other = FontBook().find("Vazirmatn", bold=face.bold).face
    assert (other.name, usual_codes(other)) == (face.name, usual_codes(face))


def test_the_faces_of_a_family_have_names_of_their_own() -> None:
    plain, bold = (shipped_book().find("Vazirmatn", bold=bold).face for bold in (False, True))
    assert plain.name != bold.name
    assert len(plain.name) == 6
    assert plain.name.isupper()


def test_a_letter_has_the_same_bytes_whatever_was_made_before_it() -> None:
    letter = document(paragraph("شرکت نمونه ☐ ژرف‌نگر، ئ ﷼ 021"))
    first = typeset(letter, shipped_book()).data
    typeset(document(paragraph("﷼ ☐ ۀ ي ك ٱ ڤ")), shipped_book())
    assert typeset(letter, shipped_book()).data == first
