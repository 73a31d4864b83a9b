"""Codes that are not usual are given out by each PDF for itself."""

from __future__ import annotations

import pytest

from taahodname.errors import FontError
from taahodname.typeset import pdf_codes
from taahodname.typeset.fonts import Face, shipped_book
from taahodname.typeset.pdf_codes import GAP, CodePage, PdfCodes, in_string, shown
from taahodname.typeset.usual_codes import usual_codes

STRANGE = "ڤڨڮ"


@pytest.fixture(scope="module")
def face() -> Face:
    return shipped_book().find("Vazirmatn").face


def strange(face: Face, place: int, twin: int = 0) -> pdf_codes.Shown:
    return shown(face, (5, STRANGE[place], twin))


def test_a_usual_sign_has_its_code_and_another_has_a_gap(face: Face) -> None:
    (key, (code, group)) = next(iter(usual_codes(face).items()))
    usual, other = shown(face, key), strange(face, 0)
    assert (usual.code, usual.group) == (in_string(code), 1 << group)
    assert (other.code, other.group) == (GAP, 0)


def test_a_pair_keeps_its_code_and_none_is_a_usual_one(face: Face) -> None:
    page = CodePage(face)
    wanted = [strange(face, 0), strange(face, 1), strange(face, 0), strange(face, 0, twin=1)]
    first, second, again, twin = (page.code(one) for one in wanted)
    assert first == again
    assert len({first, second, twin}) == 3
    assert not {first, second, twin} & {code for code, _ in usual_codes(face).values()}
    assert list(page.signs()) == [
        (first, 5, STRANGE[0], wanted[0].width),
        (second, 5, STRANGE[1], wanted[1].width),
        (twin, 5, STRANGE[0], wanted[0].width),
    ]


def test_a_font_is_embedded_with_the_groups_that_are_shown_alone(face: Face) -> None:
    digits = next(one for key, one in usual_codes(face).items() if key[1] == "7")
    codes = PdfCodes()
    codes.use(((face, 1 << digits[1]),))
    (page,) = codes.pages.values()
    assert sorted(text for _, _, text, _ in page.signs()) == list("0123456789")


def test_the_codes_of_another_pdf_go_on_where_these_end(face: Face) -> None:
    codes = PdfCodes()
    (first,) = codes.of([strange(face, 0)])
    further = codes.further()
    assert further.of([strange(face, 0)]) == (first,)
    (second,) = further.of([strange(face, 1)])
    assert codes.of([strange(face, 2)]) == (second,)


def test_too_many_signs_are_refused(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    page = CodePage(face)
    page.code(strange(face, 0))
    monkeypatch.setattr(pdf_codes, "MOST_CODES", len(usual_codes(face)) + 1)
    with pytest.raises(FontError, match="make it shorter"):
        page.code(strange(face, 1))
