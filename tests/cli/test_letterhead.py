"""The command `letterhead check`, and `render` on letterheads that are no Word file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.letterhead.making import company_pdf, scan
from tests.word.making import docx, paragraph

SAMPLE = Path(__file__).parents[2] / "samples" / "arya-software" / "profile.yaml"


@pytest.fixture
def sheet(tmp_path):
    (tmp_path / "سربرگ.pdf").write_bytes(company_pdf())
    return tmp_path / "سربرگ.pdf"


def test_it_says_what_the_letterhead_is_and_draws_the_proof(run, sheet, tmp_path):
    result = run("letterhead", "check", sheet, "--out", tmp_path / "proof.pdf")
    assert result.code == 0
    for told in ("سربرگ فایل PDF است", "۲۱۰×۲۹۷", "پیداشده", "شماره", "تاریخ", "پیوست", "صفحه‌های بعد"):
        assert told in result.out
    assert "proof.pdf" in result.out
    pages = PdfReader(tmp_path / "proof.pdf").pages
    assert len(pages) == 2
    assert {one.get_object()["/Subtype"] for one in pages[0]["/Resources"]["/XObject"].values()} == {
        "/Form",
        "/Image",
    }


def test_json_has_the_same_for_programs(run, sheet):
    told = json.loads(run("letterhead", "check", sheet, "--head-mm", "۶۰", "--json").out)
    assert (told["kind"], told["archival"]) == ("pdf", True)
    first, following = told["pages"]
    assert (first["page"], first["head"], following["page"], following["head"]) == (
        "first",
        60,
        "following",
        20,
    )
    assert first["vector"]
    assert [field["name"] for field in told["fields"]] == ["number", "date", "attachments"]
    assert [note["code"] for note in told["notes"]] == ["letterhead.fields-guessed"]


def test_a_scan_is_told_with_its_fineness(run, tmp_path):
    (tmp_path / "a.jpg").write_bytes(scan((827, 1170)))
    result = run("letterhead", "check", tmp_path / "a.jpg", "--following", "blank", "--lang", "en")
    assert result.code == 0
    assert "100 dpi" in result.out
    assert "blank" in result.out


def test_a_word_file_is_told_too(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(docx(marginals={"header-default": paragraph("شماره: .....")}))
    result = run("letterhead", "check", tmp_path / "a.docx")
    assert result.code == 0
    assert "سربرگ فایل ورد است" in result.out
    assert "شماره روی سربرگ پیدا شد" in result.out


@pytest.mark.parametrize(
    ("data", "args", "said"),
    [
        (b"%PDF-1.7 nothing", (), "سالمی نیست"),
        (b"GIF89a", (), "GIF"),
        (b"", (), "خالی"),
        (None, ("--out", "proof.png"), "با .pdf تمام شود"),
        (None, ("--head-mm", "بلند"), "میلی‌متر"),
        (None, ("--head-mm", "140", "--foot-mm", "80"), "جای کافی"),
        (None, ("--following", "none.pdf"), "پیدا نشد"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_a_sentence(run, sheet, data, args, said):
    if data is not None:
        sheet.write_bytes(data)
    result = run("letterhead", "check", sheet, *args)
    assert result.code == 2
    assert said in result.told


def test_a_letterhead_that_is_not_there_is_told(run):
    result = run("letterhead", "check", "none.pdf")
    assert result.code == 2
    assert "none.pdf" in result.told


def test_the_letterhead_is_not_overwritten_by_its_proof(run, sheet):
    before = sheet.read_bytes()
    assert run("letterhead", "check", sheet, "--out", sheet).code == 2
    assert sheet.read_bytes() == before


def test_render_takes_a_pdf_in_place_of_the_profile_s_own(run, sheet, tmp_path):
    result = run("render", SAMPLE, "--line", "3000", "--letterhead", sheet, "--out", tmp_path / "out")
    assert result.code == 0
    assert "از نوشته‌های سربرگ پیدا شد" in result.told
    (paper,) = (tmp_path / "out").rglob("undertaking.pdf")
    forms = PdfReader(paper).pages[0]["/Resources"]["/XObject"].values()
    assert {one.get_object()["/Subtype"] for one in forms} == {"/Form"}


def test_a_length_that_no_letterhead_has_is_told_without_a_word_of_profiles(run):
    made = run(
        "letterhead", "check", SAMPLE.parents[1] / "toranj-cargo" / "letterhead.pdf", "--head-mm", "200"
    )
    assert made.code == 2
    assert "letterhead.head_mm" in made.told
    assert "پروفایل" not in made.told
