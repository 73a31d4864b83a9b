from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import taahodname as tn
from taahodname.documents import sheet, signing_guide
from taahodname.documents.undertaking import Undertaking, compose
from taahodname.dossier.pdfium_text import Box
from taahodname.dossier.preflight import inspect_sheet
from taahodname.dossier.reading import pdf_pages, pdf_text, pieces
from taahodname.dossier.small_pages import shows_pages
from taahodname.errors import PreflightError
from taahodname.letterhead import Letterhead
from taahodname.paper.drawings import Drawing, Miniature
from taahodname.persian.isolation import strip_controls
from taahodname.rules import LINES, CheckedProfile, admit, demands
from taahodname.typeset import Typeset, typeset
from taahodname.typeset.fonts import shipped_book
from taahodname.units import Mm
from tests.builders import profile_with
from tests.word.making import docx, run

from .drawn import box_of, rectangles

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
Made = tuple[CheckedProfile, Undertaking, Typeset]
SIGNERS = [
    {"name": f"آرش مؤمن‌نژاد اصفهانی {number}", "title": "عضو هیئت‌مدیره"}
    for number in ("نخست", "دوم", "سوم", "چهارم", "پنجم")
]


def made(
    line: str, changes: dict[str, Any] | None = None, *, form: bytes | None = None, **options: Any
) -> Made:
    checked = admit(profile_with(changes or {}, line), line, **options)
    undertaking = compose(checked, Letterhead.preprinted(Mm(50), Mm(30)), shipped_book(), form=form)
    guide = signing_guide.compose(checked, undertaking)
    finished = typeset(guide, shipped_book())
    inspect_sheet(finished.data, guide, checked, undertaking.pdf)
    return checked, undertaking, finished


@pytest.fixture(scope="module")
def guides() -> dict[str, Made]:
    return {line: made(line) for line in LINES}


def text_of(finished: Typeset) -> str:
    return " ".join(strip_controls(" ".join(pdf_pages(finished.data))).split())


def in_small(undertaking: Undertaking, finished: Typeset, name: str) -> tuple[float, float, float, float]:
    """Return where a place of the undertaking stands on its page in small."""
    place = undertaking.places[name]
    page = finished.places[f"page_{place.page}"]
    scale = page.width / undertaking.layout.geometry.width
    left, top = page.x + place.x * scale, page.y + place.y * scale
    return left, top, left + place.width * scale, top + place.height * scale


@pytest.mark.parametrize("line", LINES)
def test_each_mark_lies_on_the_real_box_of_the_undertaking(guides: dict[str, Made], line: str) -> None:
    _, undertaking, finished = guides[line]
    names = [name for name in undertaking.places if name.startswith(("sign_", "empty_"))]
    assert len(names) == 2
    for name in names:
        wanted = in_small(undertaking, finished, name)
        drawn = [one for one in rectangles(finished.data, 1) if one.is_at(wanted, 0.1)]
        colour = sheet.INK if name.startswith("empty_") else sheet.RED
        assert colour in {one.stroke for one in drawn}, name
        assert box_of(finished.places[name]) == pytest.approx(wanted, abs=0.1)


@pytest.mark.parametrize("line", LINES)
def test_the_empty_box_of_1000_alone_is_crossed_and_says_so(guides: dict[str, Made], line: str) -> None:
    _, undertaking, finished = guides[line]
    if line != "1000":
        assert "empty_representative" not in finished.places
        return
    wanted = in_small(undertaking, finished, "empty_representative")
    assert any(one.clip and one.is_at(wanted, 0.1) for one in rectangles(finished.data, 1))
    assert "خالی بماند" in strip_controls(pdf_text(finished.data, [Box(1, *wanted)]).within[0])
    assert "هیچ‌کس" in text_of(finished)


@pytest.mark.parametrize("line", LINES)
def test_the_pages_in_small_are_the_pages_that_are_printed(guides: dict[str, Made], line: str) -> None:
    checked, undertaking, finished = guides[line]
    guide = signing_guide.compose(checked, undertaking)
    shown = [s for b in guide.blocks if isinstance(b, Drawing) for s in b.shapes if isinstance(s, Miniature)]
    assert all(one.laid is undertaking.layout for one in shown)
    assert [one.page for one in shown] == [1, 2]
    assert shows_pages(finished.data, undertaking.pdf)


@pytest.mark.parametrize("line", LINES)
def test_the_words_of_the_pages_in_small_can_be_found(guides: dict[str, Made], line: str) -> None:
    _, undertaking, finished = guides[line]
    found = Counter(pieces(all_text(finished.data)))
    missing = sum((Counter(pieces(page)) for page in pdf_pages(undertaking.pdf)), Counter()) - found
    assert not missing


def all_text(data: bytes) -> str:
    """Return the text of the first page, that of forms included."""
    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].get_textpage().get_text_range()
    finally:
        document.close()


def test_a_page_in_small_that_is_another_is_noticed(guides: dict[str, Made]) -> None:
    checked, undertaking, finished = guides["3000"]
    guide = signing_guide.compose(checked, undertaking)
    with pytest.raises(PreflightError):
        inspect_sheet(finished.data, guide, checked, made("3000", {"ceo.last_name": "دیگری"})[1].pdf)


def test_who_signs_is_named_with_the_post(guides: dict[str, Made]) -> None:
    read = text_of(guides["3000"][2])
    # Between two cells PDFium puts the space on the other side of a bracket.
    assert "سید محمدرضا عبدالله‌زاده (مدیرعامل" in read
    assert "نرگس میرزایی‌فر (نمایندهٔ شرکت" in read
    assert "امضا کند و مهر شرکت را کنار امضا بزند" in read


def test_the_representative_of_1000_is_told_not_to_sign(guides: dict[str, Made]) -> None:
    read = text_of(guides["1000"][2])
    assert "نمایندهٔ شرکت" not in read
    assert "نه امضا و نه مهر" in read


# Checklists ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", LINES)
def test_every_manual_demand_has_its_line_and_a_box_to_tick(guides: dict[str, Made], line: str) -> None:
    checked, _, finished = guides[line]
    read = text_of(finished)
    in_envelope = {"intro.guarantee": "اصل سفته", "intro.customer-list": "فایل اکسل"}
    for finding in checked.report.manual:
        assert in_envelope.get(finding.rule, finding.message) in read, finding.rule
    rows = sum(demand.name.startswith("general.") for demand in demands(line))
    manual = [one for one in checked.report.manual if not one.rule.startswith("general.")]
    ticked = 3 + rows + sum(not one.rule.startswith("intro.") for one in manual) - (line == "021")
    squares = [
        one
        for page in (1, 2)
        for one in rectangles(finished.data, page)
        if one.stroke and one.box[2] - one.box[0] == pytest.approx(8, abs=0.1)
    ]
    assert len(squares) == ticked


@pytest.mark.parametrize("line", LINES)
def test_the_general_conditions_are_told_and_the_penalty_in_021_alone(
    guides: dict[str, Made], line: str
) -> None:
    read = text_of(guides[line][2])
    assert [f"general.{n}" for n in range(1, 8)] == [
        one.name for one in demands(line) if one.name.startswith("general.")
    ]
    assert "متن پیامک‌ها دقیق، مشخص و قابل تأیید نوشته شود" in read
    assert ("برای همیشه از حالت خدماتی خارج می‌شود" in read.partition("شرایط کلی")[0]) == (line == "021")


def test_warnings_that_are_left_are_printed() -> None:
    checked, _, finished = made("3000", {"company.email": "info@other-domain.ir"})
    (warning,) = checked.report.warnings
    assert "هشدارهایی که مانده است" in text_of(finished)
    assert sorted(pieces(warning.message)) == sorted(
        (Counter(pieces(text_of(finished))) & Counter(pieces(warning.message))).elements()
    )


def test_errors_stand_in_the_guide_of_a_draft() -> None:
    _, _, finished = made("3000", {"company.phone": None}, draft=True)
    assert "خطاهایی که مانده است (این پیش‌نویس است)" in text_of(finished)


# Length ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*/profile.yaml")), ids=lambda path: path.parent.name)
def test_a_sample_s_guide_takes_two_pages(path: Path) -> None:
    profile = tn.Profile.load(path)
    for line in {one.type for one in profile.lines}:
        dossier = tn.render(profile, line, only={"signing-guide.pdf"})
        assert len(pdf_pages(dossier["signing-guide.pdf"])) == 2


@pytest.mark.parametrize("line", LINES)
def test_five_signatories_and_three_numbers_are_all_marked(line: str) -> None:
    data = profile_with({}, line).lines[0].model_dump()
    numbers = [{**data, "number": data["number"][:-1] + str(last)} for last in range(3)]
    _, undertaking, finished = made(line, {"signatories": SIGNERS, "lines": numbers})
    names = [name for name in undertaking.places if name.startswith("sign_signatory")]
    assert len(names) == 5
    for name in names:
        assert box_of(finished.places[name]) == pytest.approx(in_small(undertaking, finished, name), abs=0.1)
    read = text_of(finished)
    assert all(f"{one['name']} ({one['title']}" in read for one in SIGNERS)
    assert len(finished.layout.pages) <= 3


@pytest.mark.parametrize("line", ["3000", "1000"])
def test_a_place_to_sign_that_is_one_line_high_is_marked_too(line: str) -> None:
    name = "empty_representative" if line == "1000" else "sign_representative"
    boxes = "".join(
        f'<w:p><w:bookmarkStart w:id="{number}" w:name="{one}"/>{run(words)}'
        f'<w:bookmarkEnd w:id="{number}"/></w:p>'
        for number, (one, words) in enumerate((("sign_ceo", "امضای مدیرعامل"), (name, "")))
    )
    _, undertaking, finished = made(line, form=docx("تعهدنامه {{ company.name }}", boxes))
    assert undertaking.places["sign_ceo"].height < 25
    assert {"sign_ceo", name} <= set(finished.places)
    assert "امضا + مهر شرکت" in text_of(finished)
