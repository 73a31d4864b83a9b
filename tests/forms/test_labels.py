"""The table of labels is sound, and phrases are read by it."""

from __future__ import annotations

import re
import tomllib

import pytest

from taahodname import resources
from taahodname.documents.values import context
from taahodname.findings import Severity
from taahodname.forms.labels import candidates, fields, is_for_hand, owners_in, read, section_of
from taahodname.forms.needs import needs
from taahodname.forms.tagging import tag_of
from taahodname.rules import LINES, admit
from taahodname.word.fill import fill
from tests.builders import profile_with
from tests.forms.blanks_of import docx, texts

TABLE = tomllib.loads((resources.templates_dir() / "data" / "form-labels.toml").read_text("utf-8"))
ROWS = {row["tag"]: row for row in TABLE["field"]}


@pytest.mark.parametrize("tag", ROWS)
def test_every_label_of_the_table_reads_as_its_own_field(tag):
    for label in [*ROWS[tag].get("labels", ()), *ROWS[tag].get("weak", ())]:
        reading = read(label)
        assert reading is not None
        assert (reading.field.tag, reading.text) == (tag, label.strip())


@pytest.mark.parametrize("tag", ROWS)
def test_every_field_is_one_that_a_form_can_be_filled_with(tag):
    values = context(admit(profile_with({"representative.position": "کارشناس"}), "3000"))
    for name in [tag] if not tag.startswith("*.") else [f"ceo{tag[1:]}", f"representative{tag[1:]}"]:
        filled = texts(fill(docx(f"[{tag_of(name)}]"), values))
        assert len(filled[0]) > 2
        assert "{" not in filled[0]


def test_whatever_a_line_asks_for_by_name_has_labels():
    for line in LINES:
        for need in (one for one in needs(line) if one.severity is Severity.ERROR):
            names = [tag.replace("lines.*.", "lines.").removesuffix(".*") for tag in need.tags]
            general = {re.sub(r"^(ceo|representative)\.", "*.", name) for name in names}
            assert general & set(fields()), need.field


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("مشخصات مدير عامل", ("ceo",)),
        ("به نمایندگی آقای", ("representative",)),
        ("مدیرعامل و نماینده", ("ceo", "representative")),
        ("نمایندگان مجلس", ()),
    ],
)
def test_a_text_speaks_of_its_owners(text, owners):
    assert owners_in(text) == owners


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("۱. اطلاعات شرکت", "company"),
        ("مشخصات شمارهٔ خدماتی", "line"),
        ("ب) مشخصات نمایندهٔ معرفی‌شده", "representative"),
        ("مشخصات ضامن", "foreign"),
        ("مشخصات سفته", "foreign"),
        ("محل مهر و امضا", "hand"),
        ("با سلام", ""),
        ("مدیرعامل و نماینده", ""),
    ],
)
def test_a_heading_opens_its_part(text, section):
    assert section_of(text) == section


def test_signing_words_are_told_from_a_signatorys():
    assert is_for_hand("مهر و امضای مدیرعامل")
    assert is_for_hand("امضاي صاحبان امضا")
    assert not is_for_hand("صاحب امضای مجاز")
    assert not is_for_hand("مهرداد")


def test_a_label_with_its_owner_is_read_as_both():
    reading = read("شماره همراه نمایندهٔ شرکت")
    assert reading is not None
    assert (reading.field.tag, reading.owner) == ("*.mobile", "representative")


def test_what_is_not_known_is_only_compared():
    assert read("شناسه ملییی") is None
    assert candidates("شناسه ملییی")[0] == "company.national_id"
    assert candidates("") == ()
