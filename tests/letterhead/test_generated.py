from __future__ import annotations

import io

import pytest
from PIL import Image

from taahodname.letterhead.generated import ACCENT, CompanyLines, generated_material, generated_sheet
from taahodname.letterhead.logo import Logo, load_logo
from taahodname.word.graft import prepare
from taahodname.word.lint import lint
from taahodname.word.markup import own_text
from taahodname.word.names import qn
from taahodname.word.package import Package, read

COMPANY = CompanyLines(
    legal_name="شرکت آریا & <نو>",
    activity="نرم‌افزار",
    address="تهران، خیابان ولیعصر",
    postal_code="۱۹۶۸۸۴۳۱۱۱",
    phone="۰۲۱-۸۸۷۷۶۶۵۵",
    website="www.arya-data.ir",
    email="info@arya-data.ir",
)


def logo(width: int = 40, height: int = 20) -> Logo:
    target = io.BytesIO()
    Image.new("RGB", (width, height)).save(target, "PNG")
    return load_logo(target.getvalue(), "logo.png")


def made(company: CompanyLines = COMPANY, picture: Logo | None = None) -> Package:
    return read(generated_sheet(company, picture), "letterhead.docx")


def texts(package: Package, part: str) -> list[str]:
    root = package.xml(f"word/{part}1.xml")
    found = (own_text(block).replace("\u200e", "").replace("\u200f", "") for block in root.iter(qn("w:p")))
    return [text for text in found if text]


def test_the_head_says_who_and_the_foot_where() -> None:
    package = made()
    assert texts(package, "header") == ["شرکت آریا & <نو>", "نرم‌افزار"]
    assert texts(package, "footer") == [
        "نشانی: تهران، خیابان ولیعصر، کد پستی: ۱۹۶۸۸۴۳۱۱۱",
        "تلفن: ۰۲۱-۸۸۷۷۶۶۵۵  |  وب‌سایت: www.arya-data.ir  |  ایمیل: info@arya-data.ir",
    ]


@pytest.mark.parametrize(
    ("company", "head", "foot"),
    [
        (CompanyLines("شرکت آریا"), ["شرکت آریا"], []),
        (CompanyLines("شرکت آریا", phone="۱"), ["شرکت آریا"], ["تلفن: ۱"]),
        (CompanyLines("شرکت آریا", postal_code="۱"), ["شرکت آریا"], ["کد پستی: ۱"]),
    ],
)
def test_what_is_not_known_leaves_no_label(company: CompanyLines, head: list[str], foot: list[str]) -> None:
    package = made(company)
    assert (texts(package, "header"), texts(package, "footer")) == (head, foot)


def test_numbers_and_addresses_have_their_direction() -> None:
    assert lint(generated_sheet(COMPANY, logo())) == ()


def test_a_logo_stands_first_at_its_own_shape() -> None:
    package = made(picture=logo(40, 20))
    root = package.xml("word/header1.xml")
    first = next(root.iter(qn("w:tc")))
    extent = next(first.iter(qn("wp:extent")))
    assert int(extent.get("cx", "0")) == pytest.approx(2 * int(extent.get("cy", "0")), abs=2)
    assert int(extent.get("cy", "0")) <= 18 * 36000
    assert package.parts["word/media/logo.png"] == logo(40, 20).data


def test_a_thin_coloured_rule_parts_head_and_foot_from_the_letter() -> None:
    package = made()
    for part, side in (("header", "bottom"), ("footer", "top")):
        rules = list(package.xml(f"word/{part}1.xml").iter(qn(f"w:{side}")))
        assert [rule.get(qn("w:color")) for rule in rules] == [ACCENT]


def test_the_same_company_gives_the_same_bytes() -> None:
    assert generated_sheet(COMPANY, logo()) == generated_sheet(COMPANY, logo())


UNUSUAL = ("شرکت ⟦نام⟧", " ", "سطر\tدوم", "\ue700")


@pytest.mark.parametrize("picture", [None, logo()])
@pytest.mark.parametrize(
    "company",
    [
        COMPANY,
        CompanyLines("شرکت آریا"),
        CompanyLines('شرکت Acme Ltd. & <b> "x"', "123", email="a@b.ir"),
        CompanyLines("شرکت آریا", "خدمات ۲۴ ساعتهٔ {ABC} تا 50%", "کوچهٔ 12 (واحد ۴)"),
        *(CompanyLines("شرکت آریا", words) for words in UNUSUAL),
    ],
)
def test_its_material_is_that_of_its_word_file(company: CompanyLines, picture: Logo | None) -> None:
    assert generated_material(company, picture) == prepare(
        generated_sheet(company, picture), "letterhead.docx"
    )


@pytest.mark.parametrize("words", UNUSUAL)
def test_unusual_words_are_directed_one_by_one(words: str) -> None:
    assert generated_material(CompanyLines("شرکت آریا", words)).wording is None


def test_letterheads_with_the_same_lines_are_read_once() -> None:
    wordings = [generated_material(CompanyLines(name, "کار")).wording for name in ("شرکت یک", "شرکت دو")]
    patterns = {id(wording.pattern) for wording in wordings if wording is not None}
    assert len(patterns) == 1
