"""Facts about the clean form of a profile and what is told of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taahodname.persian.digits import to_ascii
from taahodname.persian.isolation import strip_controls
from taahodname.persian.letters import clean
from taahodname.profile import Profile
from taahodname.profile.fields import value_at
from taahodname.profile.normalise import normalise
from tests.builders import profile_with, valid_profile


def test_a_clean_profile_stays_the_same_value():
    profile = Profile.model_validate(valid_profile())
    assert normalise(profile).profile == profile
    assert normalise(profile).changes == ()


@pytest.mark.parametrize(
    ("path", "given", "written"),
    [
        ("company.name", "شركت پيشگامان  داده", "پیشگامان داده"),
        ("company.name", "شرکت‌های نمونه", "شرکت‌های نمونه"),
        ("company.name", "شرکتی نمونه", "شرکتی نمونه"),
        ("company.name", "شرکت", "شرکت"),
        ("company.national_id", "۱۰۳۸۰۲۸۴۷۹۰", "10380284790"),
        ("company.national_id", " 1038-028-4790\n", "10380284790"),
        ("company.national_id", "10380284791", "10380284791"),
        ("company.phone", "+98 21 8877 6655", "02188776655"),
        ("company.postal_code", "19688-43111", "1968843111"),
        ("company.email", " Info@Arya-Data.IR ", "Info@arya-data.ir"),
        ("company.website", "arya-data.ir", "https://arya-data.ir"),
        ("company.website", "HTTPS://WWW.Arya-Data.ir/About", "https://www.arya-data.ir/About"),
        ("company.website", "www.arya۲۴.ir", "https://www.arya24.ir"),
        ("company.address", "پلاک 12، واحد ٣", "پلاک ۱۲، واحد ۳"),
        ("ceo.national_code", "84575948", "0084575948"),
        ("ceo.birth_date", "۱۳۵۸-۷-۲۳", "1358/07/23"),
        ("ceo.birth_date", "1979-10-15", "1358/07/23"),
        ("ceo.birth_date", "1400/12/30", "1400/12/30"),
        ("ceo.mobile", "+98 912 345 6789", "09123456789"),
        ("ceo.birth_certificate_number", "۱۲۳۴", "1234"),
        ("lines.0.type", "۳۰۰۰", "3000"),
        ("lines.0.number", "+98 3000 123456", "3000123456"),
        ("lines.0.subject", "اعلام 5 نوبت يادآوري", "اعلام ۵ نوبت یادآوری"),
        ("lines.0.sample_messages.0", "کد شما 123 است", "کد شما 123 است"),
        ("letter.date", "۱۴۰۵/۹/۲", "1405/09/02"),
        ("letter.attachments", "2 برگ", "۲ برگ"),
        ("letterhead", " سربرگ 1.docx", " سربرگ 1.docx"),
    ],
)
def test_each_field_has_its_clean_form_and_a_change_is_told(path, given, written):
    result = normalise(profile_with({path: given}))
    assert value_at(result.profile, path) == written
    told = [change.field for change in result.changes]
    # A code is printed in Persian digits whichever it was given in: that is no change.
    same_code = "ا" not in given and to_ascii(given) == written and "برگ" not in given
    assert told == ([path] if given != written and not same_code else [])
    assert all(change.reason and change.reason_en for change in result.changes)


def test_the_line_021_may_lose_its_zero():
    result = normalise(profile_with({"lines.0.type": "21", "lines.0.number": "2191004455"}, "021"))
    assert (result.profile.lines[0].type, result.profile.lines[0].number) == ("021", "02191004455")


@pytest.mark.parametrize("blank", ["", "  ", "\n", "\u200b", "\u200c", "\u200f", "\ufeff"])
def test_a_blank_value_is_none_and_no_change(blank):
    result = normalise(profile_with({"company.name": blank, "ceo.mobile": blank}))
    assert result.profile.company.name is None
    assert result.profile.ceo.mobile is None
    assert result.changes == ()


def test_no_sign_that_counts_as_part_of_a_word_is_cleaned_away():
    ranges = (range(0x2000), range(0x2000, 0x2070), range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))
    words = [chr(code) for codes in ranges for code in codes if re.match(r"\w", chr(code))]
    blank = [sign for sign in words if not strip_controls(clean(sign).text).strip()]
    assert blank == []


def test_a_blank_sample_keeps_its_place():
    result = normalise(profile_with({"lines.0.sample_messages": ["  ", "متن\u200b"]}))
    assert result.profile.lines[0].sample_messages == ("", "متن")
    assert [change.field for change in result.changes] == ["lines.0.sample_messages.1"]


def test_numbers_that_were_ported_in_are_written_as_the_list_has_them():
    result = normalise(profile_with({"customer_list": {"file": "a.xlsx", "include": ["۰۹۳۵ ۱۲۳ ۴۵۶۷", "x"]}}))
    assert result.profile.customer_list_options.include == ("09351234567", "x")


def test_personal_numbers_are_masked_in_changes():
    changes = normalise(
        profile_with({"ceo.mobile": "+989123456789", "ceo.national_code": "84575948"})
    ).changes
    told = " ".join(change.given + change.written for change in changes)
    assert len(changes) == 2
    assert "3456" not in told
    assert "575" not in told


def test_the_name_of_a_file_is_never_changed():
    given = {"kind": "file", "file": "سربرگ ي.docx"}
    assert normalise(profile_with({"letterhead": given})).profile.letterhead.file == "سربرگ ي.docx"


def test_the_lines_of_the_file_are_kept(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text("company:\n  name: شركت الف\n", encoding="utf-8")
    assert normalise(Profile.load(file)).profile.line_of("company.name") == 2


TEXTS = st.text(max_size=30) | st.sampled_from(
    ["شركت الف", "۰۹۱۲۳۴۵۶۷۸۹", "1979-10-15", "a@B.Ir", "http://[", "٣٠٠٠"]
)
FIELDS = ["name", "national_id", "website", "email", "phone", "address", "postal_code", "holding"]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.dictionaries(st.sampled_from(FIELDS), TEXTS),
    st.dictionaries(st.sampled_from(["birth_date", "mobile"]), TEXTS),
)
def test_normalising_twice_changes_nothing_more(company, ceo):
    once = normalise(Profile.model_validate({"company": company, "ceo": ceo})).profile
    again = normalise(once)
    assert again.profile == once
    assert again.changes == ()


def test_a_change_shows_what_the_papers_print():
    changes = normalise(profile_with({"company.phone": "(021) 88 77 66 55"})).changes
    assert [change.written for change in changes] == ["۰۲۱-۸۸۷۷۶۶۵۵"]


def test_a_code_in_persian_digits_is_no_change():
    changes = {"company.phone": "021-88776655", "letter.date": "۱۴۰۵/۰۹/۰۲"}
    assert normalise(profile_with(changes)).changes == ()
