"""Facts about what fields are called."""

from __future__ import annotations

import pytest

from taahodname.profile import Profile
from taahodname.profile.fields import find
from taahodname.profile.labels import label, paths


@pytest.mark.parametrize(
    ("path", "fa", "en"),
    [
        ("company.name", "نام شرکت", "name of the company"),
        ("company.registration_number", "شمارهٔ ثبت شرکت", "registration number of the company"),
        ("ceo.mobile", "تلفن همراه مدیرعامل", "mobile of the CEO"),
        ("ceo.birth_certificate_number", "شمارهٔ شناسنامهٔ مدیرعامل", "birth certificate number of the CEO"),
        ("representative.last_name", "نام خانوادگی نماینده", "last name of the representative"),
        ("lines.0.number", "شمارهٔ خط ۱", "number of line 1"),
        ("lines.11.sample_messages.2", "نمونهٔ متن پیامک خط ۱۲", "sample message of line 12"),
        ("lines.0", "خط ۱", "line 1"),
        ("signatories.1.title", "سمت صاحب امضای ۲", "title of signatory 2"),
        ("letter.date", "تاریخ نامه", "date of the letter"),
        ("letterhead", "سربرگ", "letterhead"),
        ("letterhead.file", "فایل سربرگ", "file of the letterhead"),
        ("customer_list", "فهرست مشتریان", "customer list"),
    ],
)
def test_a_field_is_called_by_its_name_and_its_owner(path, fa, en):
    assert (label(path).fa, label(path).en) == (fa, en)


@pytest.mark.parametrize("path", ["nothing", "company.nothing", "company.name.more", ""])
def test_a_field_that_is_not_in_the_model_has_no_label(path):
    with pytest.raises(KeyError):
        label(path)


def test_every_path_of_the_model_has_a_label():
    assert len(paths()) == len(set(paths())) > 40
    for path in paths():
        names = label(path.replace("*", "0"))
        assert names.fa
        assert names.en


def test_the_paths_are_those_of_the_model():
    assert "lines.*.sample_messages.*" in paths()
    assert all(find(Profile, path.replace("*", "0")) for path in paths())
