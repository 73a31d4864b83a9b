from __future__ import annotations

import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import Image

from taahodname.errors import LetterheadError, UnsupportedFeature
from taahodname.letterhead import Letterhead
from taahodname.letterhead.generated import CompanyLines
from taahodname.profile import Profile
from taahodname.units import Mm
from tests.builders import valid_profile
from tests.word.making import SECTION, docx, paragraph, parts, run, zipped

SAMPLES = Path(__file__).parents[2] / "samples"
FOOT = {"footer-default": paragraph("صفحهٔ ۱ از ۲")}


def letter(text: str = "متن تعهد") -> bytes:
    return docx(text, marginals=FOOT, section=SECTION + "<w:bidi/>")


def words(data: bytes) -> dict[str, list[str]]:
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    return {
        "body": [one.text for one in document.paragraphs],
        "head": [one.text for one in section.header.paragraphs],
        "foot": [one.text for one in section.footer.paragraphs],
    }


def profile_on(letterhead: Any, folder: Path) -> Profile:
    (folder / "profile.json").write_text(
        json.dumps({**valid_profile(), "letterhead": letterhead}), encoding="utf-8"
    )
    return Profile.load(folder / "profile.json")


def test_a_company_s_own_letterhead_goes_round_the_letter() -> None:
    heads = {"header-default": paragraph("شرکت آریا"), "footer-default": paragraph("نشانی")}
    letterhead = Letterhead.from_word(docx(marginals=heads), "سربرگ.docx")
    assert (letterhead.kind, letterhead.warnings) == ("file", ())
    assert words(letterhead.apply(letter())) == {
        "body": ["متن تعهد"],
        "head": ["شرکت آریا"],
        "foot": ["نشانی", "صفحهٔ ۱ از ۲"],
    }


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "خالی"),
        (b"hello", "فایل ورد نیست"),
        (b"%PDF-1.4", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "doc"),
        (zipped({"a": b"x"}), "فایل ورد نیست"),
        (zipped(parts(extra={"word/vbaProject.bin": b"x"})), "ماکرو"),
        (docx(marginals={"header-default": paragraph("{{ company.name }}")}), "برچسب"),
        (docx("{% if x %}"), "برچسب"),
    ],
)
def test_a_letterhead_that_cannot_be_used_is_refused_by_name(data: bytes, said: str) -> None:
    with pytest.raises(LetterheadError) as caught:
        Letterhead.from_word(data, "سربرگ.docx")
    assert said in caught.value.message
    assert "سربرگ.docx" in caught.value.message


def test_what_cannot_be_carried_keeps_its_own_error() -> None:
    data = docx(marginals={"header-default": paragraph("<w:r><w:object/></w:r>")})
    with pytest.raises(UnsupportedFeature, match="w:object"):
        Letterhead.from_word(data, "سربرگ.docx")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(), "letterhead.blank"),
        (docx("بسمه تعالی"), "letterhead.body"),
        (docx("الف", section=SECTION.replace("16838", "15840")), "letterhead.paper-size"),
    ],
)
def test_what_is_odd_is_told_in_both_languages(data: bytes, code: str) -> None:
    warnings = Letterhead.from_word(data, "سربرگ.docx").warnings
    assert code in [one.code for one in warnings]
    assert all(one.message and one.message_en.isascii() for one in warnings)


def test_a_generated_letterhead_goes_round_the_letter() -> None:
    letterhead = Letterhead.generated(CompanyLines("شرکت آریا", phone="۱۲۳"))
    found = words(letterhead.apply(letter()))
    assert found["head"] == ["شرکت آریا", ""]
    assert found["foot"] == ["تلفن: ۱۲۳", "صفحهٔ ۱ از ۲"]


def test_preprinted_paper_leaves_its_room_and_sets_narrower_sides() -> None:
    data = Letterhead.preprinted(Mm(50), Mm(30)).apply(letter())
    section = Document(io.BytesIO(data)).sections[0]
    assert words(data) == {"body": ["متن تعهد"], "head": [""], "foot": ["صفحهٔ ۱ از ۲"]}
    assert round(section.top_margin.mm) == 50
    assert round(section.footer_distance.mm) == 30
    assert round(section.left_margin.mm) == 20


def test_no_letterhead_changes_nothing_and_says_so() -> None:
    letterhead = Letterhead.none()
    assert letterhead.apply(letter()) == letter()
    assert [one.code for one in letterhead.warnings] == ["letterhead.none"]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (None, "none"),
        ("generated", "generated"),
        ("preprinted", "preprinted"),
        ({"kind": "preprinted", "head_mm": 40, "foot_mm": 20}, "preprinted"),
        ({"kind": "generated", "logo": "logo.png"}, "generated"),
        ("own.docx", "file"),
        ({"file": "own.docx"}, "file"),
    ],
)
def test_a_profile_chooses_its_letterhead(given: object, kind: str, tmp_path: Path) -> None:
    Image.new("RGB", (4, 2)).save(tmp_path / "logo.png")
    (tmp_path / "own.docx").write_bytes(docx(marginals={"header-default": paragraph("آریا")}))
    assert Letterhead.from_profile(profile_on(given, tmp_path)).kind == kind


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("none.docx", "none.docx"),
        ({"kind": "generated", "logo": "none.png"}, "none.png"),
        ({"kind": "generated", "logo": "profile.json"}, "profile.json"),
        ("profile.json", "profile.json"),
    ],
)
def test_a_file_that_fails_is_told_by_name(given: object, said: str, tmp_path: Path) -> None:
    with pytest.raises(LetterheadError, match=said):
        Letterhead.from_profile(profile_on(given, tmp_path))


@pytest.mark.parametrize("client", sorted(path.parent.name for path in SAMPLES.glob("*/profile.yaml")))
def test_the_letterheads_of_the_samples_can_be_used(client: str) -> None:
    letterhead = Letterhead.from_profile(Profile.load(SAMPLES / client / "profile.yaml"))
    assert words(letterhead.apply(letter()))["body"] == ["متن تعهد"]


def test_one_letterhead_serves_many_letters_from_many_threads() -> None:
    letterhead = Letterhead.from_word(docx(marginals={"header-default": paragraph(run("آریا"))}), "x")
    letters = [letter(f"متن {number}") for number in range(24)]
    once = [letterhead.apply(one) for one in letters]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(letterhead.apply, letters)) == once
